using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Motions;

namespace Mandate.Organisation;

/// <summary>What it means in law that a text refers to something (requirement S064).</summary>
public enum ReferenceEffect
{
    /// <summary>Words that bind nobody by themselves.</summary>
    Words,

    /// <summary>It confirms a decision in force.</summary>
    ConfirmsDecision,

    /// <summary>It names a decision that is not in force, and does not bring it back by that.</summary>
    NotInForce,

    /// <summary>It is about a restriction of a right that is in force.</summary>
    Restriction,

    /// <summary>It names a restriction that has ended, and does not bring it back by that.</summary>
    EndedRestriction,

    /// <summary>It confirms words of the constitution.</summary>
    Constitution,
}

/// <summary>Words to which a text refers.</summary>
/// <param name="Name">The id of a document, a SHA-256, or <c>motion:ID</c> and <c>restriction:ID</c>.</param>
/// <param name="Text">SHA-256 of the words; null while the document is closed, and for a restriction, whose terms are in its register.</param>
public sealed record Reference(string Name, string? Document, string? Text)
{
    public ReferenceEffect Effect { get; init; }

    /// <summary>The motion or the restriction; null for other words.</summary>
    public string? Subject { get; init; }
}

/// <summary>
/// What texts refer to: documents as <c>document:ID</c>, decisions as <c>motion:ID</c>, restrictions as <c>restriction:ID</c>, and anything on the record by its
/// SHA-256 (requirement S064).
/// </summary>
public static partial class References
{
    /// <summary>The references of a text do not change with it: a vote by five thousand reads it once.</summary>
    private static readonly ConditionalWeakTable<TextVersion, string[]> Read = [];

    /// <summary>In the text on which a question is put, by the version that is decided; empty where it is not at hand or refers to nothing.</summary>
    public static ImmutableArray<Reference> Of(State state, Blobs blobs, string? subject, int? version)
    {
        if (subject is null || version is not { } number || Version(state, subject, number) is not { } text) return [];
        if (!Read.TryGetValue(text, out var words))
        {
            words = [.. text.Texts.Values.Select(blobs.Text).OfType<string>()];
            // A text that is not at hand here may be later.
            if (words.Length < text.Texts.Count) return [.. words.SelectMany(w => In(state, w).Concat(Decided(state, w))).DistinctBy(r => r.Name, StringComparer.Ordinal)];
            Read.AddOrUpdate(text, words = [.. words.Where(w => Cited().IsMatch(w) || Digest().IsMatch(w))]);
        }
        return [.. words.SelectMany(w => In(state, w).Concat(Decided(state, w))).DistinctBy(r => r.Name, StringComparer.Ordinal)];
    }

    /// <summary>Documents that are deposited, then digests, in the order of the text.</summary>
    public static IEnumerable<Reference> In(State state, string text) =>
        Cited().Matches(text).Where(m => m.Groups["kind"].Value == "document").Select(m => m.Groups["id"].Value).Where(state.Documents.All.ContainsKey).Select(id => new Reference(id, id, state.Documents.All[id].Text))
            .Concat(Digest().Matches(text).Select(m => new Reference(m.Value, null, m.Value) { Effect = OfDigest(state, m.Value) }));

    /// <summary>Decisions and restrictions that a text names, with what it means in law; what is not on the record is nothing.</summary>
    public static IEnumerable<Reference> Decided(State state, string text)
    {
        foreach (var (kind, id) in Cited().Matches(text).Select(m => (m.Groups["kind"].Value, m.Groups["id"].Value)).Distinct())
            if (kind == "motion" && state.Motions.Find(id) is { } motion)
                yield return new($"motion:{id}", null, motion.Current.Texts.Values.First()) { Subject = id, Effect = InForce(state, id) ? ReferenceEffect.ConfirmsDecision : ReferenceEffect.NotInForce };
            else if (kind == "restriction" && state.Restrictions.All.TryGetValue(id, out var restriction))
                yield return new($"restriction:{id}", null, null) { Subject = id, Effect = restriction.InForceOn(Today(state)) ? ReferenceEffect.Restriction : ReferenceEffect.EndedRestriction };
    }

    private static DateOnly Today(State state) => DateOnly.FromDateTime(state.At.UtcDateTime);

    private static bool InForce(State state, string motion) => state.Motions.InForceOn(Today(state)).Any(t => t.Motion == motion);

    private static ReferenceEffect OfDigest(State state, string digest) =>
        state.Statutes.Versions.Any(v => v.Yaml == digest || v.Canonical == digest || v.Texts.ContainsValue(digest)) ? ReferenceEffect.Constitution
        : state.Motions.All.Values.FirstOrDefault(m => m.Current.Texts.ContainsValue(digest)) is { } motion ? InForce(state, motion.Id) ? ReferenceEffect.ConfirmsDecision : ReferenceEffect.NotInForce
        : ReferenceEffect.Words;

    private static TextVersion? Version(State state, string subject, int number) =>
        (state.Motions.Find(subject)?.Versions ?? (state.Motions.FindAmendment(subject) is var (_, amendment) ? [amendment.Text] : [])).FirstOrDefault(v => v.Number == number);

    [GeneratedRegex(@"\b(?<kind>document|motion|restriction):(?<id>[A-Za-z0-9][A-Za-z0-9_-]*)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Cited();

    [GeneratedRegex(@"\b[0-9a-f]{64}\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digest();
}
