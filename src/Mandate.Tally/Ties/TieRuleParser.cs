using System.Collections.Immutable;
using System.Globalization;

namespace Mandate.Tally;

/// <summary>Reads the text form of a <see cref="TieRule"/>: <c>previous</c>, <c>order</c>, <c>chair:FILE</c>, <c>seed:TEXT</c>, <c>java:SEED</c>, or several with commas.</summary>
public static class TieRuleParser
{
    /// <param name="text">The rule, e.g. <c>previous,seed:drawn in public on 1 March</c>. A seed takes all that follows, commas included.</param>
    /// <param name="open">Opens the file that <c>chair:</c> names (one candidate per line, best first); null where there is none.</param>
    /// <param name="fault">What is wrong and what would be right.</param>
    public static TieRule? Parse(string text, Func<string, TextReader?>? open, out string fault)
    {
        fault = "";
        var steps = ImmutableArray.CreateBuilder<TieStep>();
        for (var rest = text; rest.Length > 0;)
        {
            var comma = rest.IndexOf(',', StringComparison.Ordinal);
            var step = comma < 0 || rest.StartsWith("seed:", StringComparison.Ordinal) ? rest : rest[..comma];
            rest = step.Length == rest.Length ? "" : rest[(step.Length + 1)..];
            var parsed = Step(step, open, ref fault);
            if (parsed is null) return null;
            steps.Add(parsed);
        }
        if (steps.Count > 0) return new(steps.ToImmutable());
        fault = "a rule for ties is missing: previous, order, chair:FILE, seed:TEXT or java:SEED";
        return null;
    }

    private static TieStep? Step(string step, Func<string, TextReader?>? open, ref string fault)
    {
        if (step == "previous") return new TieStep.PreviousRounds();
        if (step == "order") return new TieStep.PaperOrder();
        if (step.StartsWith("seed:", StringComparison.Ordinal) && step.Length > 5) return new TieStep.Seed(step[5..]);
        if (step.StartsWith("java:", StringComparison.Ordinal)
            && long.TryParse(step.AsSpan(5), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seed)) return new TieStep.Java(seed);
        if (step.StartsWith("chair:", StringComparison.Ordinal) && step.Length > 6) return Chair(step[6..], open, ref fault);
        fault = $"'{step}' is no rule for ties: previous, order, chair:FILE, seed:TEXT or java:SEED (a whole number)";
        return null;
    }

    private static TieStep.Ranking? Chair(string file, Func<string, TextReader?>? open, ref string fault)
    {
        using var reader = open?.Invoke(file);
        if (reader is null)
        {
            fault = $"the chair's order '{file}' cannot be read; it is a text file with one candidate per line, the preferred first";
            return null;
        }
        var names = ImmutableArray.CreateBuilder<string>();
        while (reader.ReadLine() is { } line)
            if (line.Trim() is { Length: > 0 } name) names.Add(name);
        return new(names.ToImmutable());
    }
}
