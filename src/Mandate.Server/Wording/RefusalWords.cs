using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Server.Wording;

/// <summary>A refusal, said in one language: the same in pages and on the command line.</summary>
/// <param name="Sentence">What refuses and why.</param>
/// <param name="Clause">Clause path; null where the protocol itself refuses.</param>
/// <param name="Way">The lawful way to the same end.</param>
public sealed record RefusalWords(string Sentence, string? Clause, string? Needs, string? Given, string? Earliest, string? Way)
{
    /// <param name="name">The name of a person whose id stands in the refusal, for those who may know it; ids are shown otherwise.</param>
    public static RefusalWords Of(Refusal refusal, Words words, Func<string, string?>? name = null)
    {
        object? Known(object? value) => value is string several && several.Contains(", ", StringComparison.Ordinal)
            ? string.Join(", ", several.Split(", ").Select(one => Known(one)))
            : value is string id && name?.Invoke(id) is { } known ? known : value is string place && words.Has("place." + place) ? words["place." + place] : value;
        var values = refusal.Args.Select(a => (a.Key, Known(a.Value))).Concat(
        [
            ("code", refusal.Code), ("clause", refusal.Clause), ("needs", Known(refusal.Needs)), ("given", Known(refusal.Given)), ("earliest", refusal.Earliest),
        ]).ToImmutableArray();
        var key = "refusal." + refusal.Code;
        return new(
            words.Say(words.Has(key) ? key : refusal.Clause.Length > 0 ? "refusal.unworded" : "refusal.unworded-protocol", values.AsSpan()),
            refusal.Clause.Length > 0 ? refusal.Clause : null,
            refusal.Needs is null ? null : words.Value(Known(refusal.Needs)),
            refusal.Given is null ? null : words.Value(Known(refusal.Given)),
            refusal.Earliest is { } earliest ? words.Moment(earliest) : null,
            refusal.Way is { } way && words.Has("way." + way) ? words.Say("way." + way, values.AsSpan()) : null);
    }
}
