using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Motions;

namespace Mandate.Organisation;

/// <summary>Words to which a text refers.</summary>
/// <param name="Name">The id of a document, or a SHA-256.</param>
/// <param name="Text">SHA-256 of the words; null while the document is closed.</param>
public sealed record Reference(string Name, string? Document, string? Text);

/// <summary>What texts refer to: documents as <c>document:ID</c>, and anything on the record by its SHA-256 (requirement S064).</summary>
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
            if (words.Length < text.Texts.Count) return [.. words.SelectMany(w => In(state, w)).DistinctBy(r => r.Name, StringComparer.Ordinal)];
            Read.AddOrUpdate(text, words = [.. words.Where(w => Cited().IsMatch(w) || Digest().IsMatch(w))]);
        }
        return [.. words.SelectMany(w => In(state, w)).DistinctBy(r => r.Name, StringComparer.Ordinal)];
    }

    /// <summary>Documents that are deposited, then digests, in the order of the text.</summary>
    public static IEnumerable<Reference> In(State state, string text) =>
        Cited().Matches(text).Select(m => m.Groups["id"].Value).Where(state.Documents.All.ContainsKey).Select(id => new Reference(id, id, state.Documents.All[id].Text))
            .Concat(Digest().Matches(text).Select(m => new Reference(m.Value, null, m.Value)));

    private static TextVersion? Version(State state, string subject, int number) =>
        (state.Motions.Find(subject)?.Versions ?? (state.Motions.FindAmendment(subject) is var (_, amendment) ? [amendment.Text] : [])).FirstOrDefault(v => v.Number == number);

    [GeneratedRegex(@"\bdocument:(?<id>[A-Za-z0-9][A-Za-z0-9_-]*)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Cited();

    [GeneratedRegex(@"\b[0-9a-f]{64}\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digest();
}
