using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation;

/// <summary>What a text that is to bind would make true: the words it refers to.</summary>
internal static partial class Lawful
{
    /// <summary>
    /// A text that binds by what those who vote cannot read: a document that is still closed, or a digest of something that is not in the
    /// record.
    /// </summary>
    private static IEnumerable<Question> Texts(State state, Act act, string matter, IEnumerable<string> texts)
    {
        foreach (var reference in texts.Select(act.Blobs.Text).OfType<string>().SelectMany(t => References.In(state, t)))
            if (reference.Document is not null)
            {
                yield return new("secret-clause", [new Adopted(matter, "", SecretPart: reference.Text is null ? reference.Document : null)], "open-first");
            }
            else
            {
                var closed = state.Documents.All.Values.FirstOrDefault(d => d.Commitment == reference.Name && d.Text is null);
                if (closed is not null) yield return new("secret-clause", [new Adopted(matter, "", SecretPart: closed.Id)], "open-first");
                yield return new("incorporation-by-reference", [new Adopted(matter, "", References: [new(reference.Name, Displayed: IsShown(state, reference.Name))])], "write-out");
            }
    }

    /// <summary>Whether the record shows that text to everybody: an opened document, or a version of a motion or of the constitution.</summary>
    private static bool IsShown(State state, string digest) =>
        state.Documents.All.Values.Any(d => d.Text == digest)
        || state.Motions.All.Values.Any(m => m.Versions.Any(v => v.Texts.ContainsValue(digest)) || m.Amendments.Any(a => a.Text.Texts.ContainsValue(digest)))
        || state.Statutes.Versions.Any(v => v.Yaml == digest || v.Canonical == digest || v.Texts.ContainsValue(digest));

    /// <summary>
    /// Whoever votes under their name on a text that refers to other words says of each that they have read it; where hands or papers are counted, whoever
    /// presides says that they were read out (requirement S064).
    /// </summary>
    /// <param name="passages">Those that were confirmed one by one; <paramref name="read"/> alone is enough where there is one.</param>
    private static IEnumerable<Question> Confirming(State state, Act act, string? subject, int? version, bool read, ImmutableArray<string> passages = default)
    {
        var references = References.Of(state, act.Blobs, subject, version);
        if (read && references.Length < 2) yield break;
        foreach (var reference in references.Where(r => !passages.Each().Contains(r.Name, StringComparer.Ordinal)))
            yield return new("incorporation-by-reference", [new Adopted(subject!, "", References: [new(reference.Name, Displayed: true, Confirmed: false)])], "read-passages", Needs: reference.Name);
    }

    private static IEnumerable<Question> Confirming(State state, Act act, string vote, bool read, ImmutableArray<string> passages) =>
        state.Votes.Find(vote) is { Question: { Subject: { } subject } question } ? Confirming(state, act, subject, question.TextVersion, read, passages) : [];

    private static bool ByName(VoteKind kind) => kind is VoteKind.Open or VoteKind.RollCall;
}
