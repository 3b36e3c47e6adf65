using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Server.Wording;

/// <summary>A refusal, said in one language: the same in pages and on the command line.</summary>
/// <param name="Sentence">What refuses and why.</param>
/// <param name="Clause">Clause path; null where the protocol itself refuses.</param>
/// <param name="Way">The lawful way to the same end.</param>
public sealed record RefusalWords(string Sentence, string? Clause, string? Needs, string? Given, string? Earliest, string? Way)
{
    /// <param name="name">The name of what has an id, for those who may know it; ids are shown otherwise.</param>
    /// <param name="place">The name of a place of the constitution.</param>
    public static RefusalWords Of(Refusal refusal, Words words, Func<string, string?>? name = null, Func<string, string?>? place = null)
    {
        var what = refusal.Args.GetValueOrDefault("what") as string;
        string Said(string text) => text.Contains(", ", StringComparison.Ordinal) && name?.Invoke(text) is null
            ? Phrases.WithComma(text, words, Said) ?? string.Join(", ", text.Split(", ").Select(Said))
            : name?.Invoke(text) ?? One(text, what, refusal.Code, words) ?? Phrases.Say(text, words, Said) ?? place?.Invoke(text) ?? words.Value(text);
        object? Known(object? value) => value is string text ? Said(text) : value;
        var values = refusal.Args.Select(a => (a.Key, a.Key == "what" ? What((string)a.Value, words) : a.Key == "field" ? Field((string)a.Value, words) : a.Key == "error" ? ReaderWords.Of((string)a.Value, words) : Known(a.Value))).Concat(
        [
            ("code", refusal.Code), ("clause", refusal.Clause), ("needs", Known(refusal.Needs)), ("given", Known(refusal.Given)), ("earliest", refusal.Earliest is { } first ? words.Opening(first) : null),
        ]).ToImmutableArray();
        return new(
            words.Say(Key(refusal, what, words), values.AsSpan()),
            refusal.Clause.Length > 0 ? refusal.Clause : null,
            refusal.Needs is null ? null : words.Value(Known(refusal.Needs)),
            refusal.Given is null ? null : words.Value(Known(refusal.Given)),
            refusal.Earliest is { } earliest ? words.Opening(earliest) : null,
            refusal.Way is { } way && words.Has("way." + way) ? words.Say("way." + way, values.AsSpan()) : null);
    }

    private static string Key(Refusal refusal, string? what, Words words)
    {
        var key = "refusal." + refusal.Code;
        if (what is not null && words.Has($"{key}.{what}")) return $"{key}.{what}";
        if (refusal is { Code: "protocol.not-yours", Needs: "" or "-" }) return key + ".nobody";
        return words.Has(key) ? key : refusal.Clause.Length > 0 ? "refusal.unworded" : "refusal.unworded-protocol";
    }

    private static string What(string what, Words words) => words.Has("what." + what) ? words["what." + what] : words.Place(what);

    private static string Field(string field, Words words)
    {
        var key = "field." + string.Concat(field.Select(c => char.IsUpper(c) ? "-" + char.ToLowerInvariant(c) : c.ToString()));
        return words.Has(key) ? words[key] : field;
    }

    /// <summary>A single name: of a stage, of a class of decision.</summary>
    private static string? One(string text, string? what, string code, Words words)
    {
        foreach (var family in Families(what, code))
            if (words.Has($"value.{family}.{text}")) return words[$"value.{family}.{text}"];
        return words.Has("class." + text) ? words["class." + text] : null;
    }

    /// <summary>The lists of names that a value of this refusal can come from.</summary>
    private static string[] Families(string? what, string code) => what switch
    {
        "session" => ["SessionStage"],
        "motion" or "amendment" => ["MotionStage"],
        "plan-question" => ["PlanStage"],
        "vote" => ["VoteStage", "VoteKind"],
        "choice" => ["Choice"],
        "minutes" => ["MinutesStage"],
        _ when code is "federation.no-fresh-go" => ["PlanStage"],
        "application" => ["ApplicationStage"],
        _ when code is "votes.session-not-open" => ["SessionStage"],
        _ when code is "votes.nothing-to-replace" => ["VoteStage"],
        _ when code.StartsWith("votes.", StringComparison.Ordinal) => ["VoteKind", "VoteStage"],
        _ => ["MemberStatus", "ServiceOutcome", "ItemKind", "HearingOutcome", "VoteKind"],
    };
}
