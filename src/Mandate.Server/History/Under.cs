using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Mandate.Constitutions;
using Mandate.Constitutions.Checks;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Guards;
using Mandate.Server.Wording;

namespace Mandate.Server.History;

/// <summary>What another constitution's rules asked and were given, in the reader's language, and the clauses that they cite.</summary>
public static partial class Under
{
    /// <summary>A need or what was given: a period, one of a few words, places and persons; the text of a rule stays as the constitution has it.</summary>
    public static string Say(string value, Constitution constitution, FactsState facts, Words words)
    {
        if (value.Contains('.', StringComparison.Ordinal) && Clauses.At(constitution, value) is not null) return Statutes.ClauseWords.Of(words, constitution.Source, value);
        if (Period().Match(value) is { Success: true } period)
            return new Phrase("period." + period.Groups["unit"].Value, [("n", long.Parse(period.Groups["n"].Value, CultureInfo.InvariantCulture))]).In(words.Language.Code);
        if (Naming().Match(value) is { Success: true } naming)
            return words.Say(naming.Groups["how"].Value == "elected by" ? "history.under.elected-by" : "history.under.appeal-to", ("who", Name(naming.Groups["who"].Value, facts, words)));
        if (words.Has("history.under.word." + value.Replace(' ', '-').Replace('_', '-'))) return words["history.under.word." + value.Replace(' ', '-').Replace('_', '-')];
        return value.Any(char.IsAsciiDigit) || value.Contains(" of ", StringComparison.Ordinal) ? value : string.Join(", ", value.Split(", ").Select(v => Name(v, facts, words)));
    }

    /// <summary>The clauses that the answers of one constitution cite, each once, in the order of the constitution.</summary>
    public static ImmutableArray<Datum> Cited(Constitution constitution, IEnumerable<ClauseAnswer> answers)
    {
        var paths = answers.Select(a => Clauses.At(constitution, a.Clause)).OfType<Datum>().Select(d => d.Clause.Path).Where(p => p.Length > 0).ToHashSet(StringComparer.Ordinal);
        return [.. Clauses.All(constitution).Where(d => paths.Contains(d.Clause.Path))];
    }

    private static string Name(string id, FactsState facts, Words words) => facts.Things.ContainsKey(id) ? Things.Name(facts, id, words.Language.Code).Text : words.Place(id);

    [GeneratedRegex("^(?<n>[0-9]+) (?<unit>minute|hour|day|week|month|year)s?$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Period();

    [GeneratedRegex("^(?<how>elected by|appeal to) (?<who>.+)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Naming();
}
