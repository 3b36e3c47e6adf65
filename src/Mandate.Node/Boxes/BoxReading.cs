using System.Collections.Immutable;
using System.Security.Cryptography;
using Mandate.Organisation.Acts;
using Mandate.SecretBallot.Archives;
using Mandate.SecretBallot.Formats;
using Mandate.SecretBallot.Verification;

namespace Mandate.Node.Boxes;

/// <summary>What the strict verifier finds in an archive, for the rules. Whoever executes a decision again finds the same.</summary>
public static class BoxReading
{
    /// <summary>How many findings are remembered: an act is asked about, put and perhaps put again within moments.</summary>
    private const int Remembered = 16;

    private static readonly Lock Remembering = new();
    private static readonly Dictionary<string, BoxContents> Known = new(StringComparer.Ordinal);
    private static readonly Queue<string> Order = new();

    public static BoxContents Contents(ReadOnlyMemory<byte> archive)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(archive.Span));
        lock (Remembering)
            if (Known.TryGetValue(name, out var known)) return known;
        var found = Verify(archive);
        lock (Remembering)
        {
            if (!Known.TryAdd(name, found)) return found;
            Order.Enqueue(name);
            if (Order.Count > Remembered) Known.Remove(Order.Dequeue());
        }
        return found;
    }

    private static BoxContents Verify(ReadOnlyMemory<byte> bytes)
    {
        var array = bytes.ToArray();
        var report = ArchiveVerifier.Verify(new MemoryStream(array, writable: false), new() { ForEach = (n, one) => Parallel.For(0, n, one) });
        // A closed box whose opening goes on is not checked to its end: then it is not complete, and holds as far as it goes.
        if (report.FirstFault is { } fault) return new() { Fault = fault.Text };
        if (report.Election!.Profile.Version != 1) return new() { Fault = "boxes are made in version 1 of the protocol" };
        return Of(BallotBox.Of(ArchiveReader.Read(new MemoryStream(array, writable: false))), report.IsComplete);
    }

    /// <summary>What a box says, whose archive has been verified.</summary>
    public static BoxContents Of(BallotBox box, bool complete = false) => new()
    {
        Uuid = box.Election.Uuid,
        Fingerprint = box.Election.Fingerprint,
        Questions = [.. box.Election.Questions.Select(Question)],
        Credentials = box.Credentials.List.Count,
        OtherWeight = box.Credentials.List.FirstOrDefault(c => c.Weight != 1)?.Weight ?? 1,
        Trustees = box.Trustees.Sum(t => t.Keys.Count),
        Threshold = box.Trustees is [ThresholdTrustees group] ? group.Threshold : 0,
        Heads = [.. box.Archive.Events.Select(Hash)],
        Ballots = box.Ballots.Count,
        Voters = (int)box.Counted.Ballots,
        Shuffles = box.Shufflers.Distinct().Count(),
        Complete = complete,
        Result = box.Result is { } result ? [.. result.Questions.Select(q => q.Items.Select(r => r.ToImmutableArray()).ToImmutableArray())] : [],
    };

    internal static string Hash(ArchiveEvent e) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(e.ToString())));

    private static BoxQuestion Question(Question question) => question switch
    {
        ChoiceQuestion q => new(BoxQuestionKind.Choice, q.Text, [.. q.Answers], q.Blank, q.Min, q.Max),
        RankingQuestion q => new(BoxQuestionKind.Ranking, q.Text, [.. q.Answers]),
        ListsQuestion q => new(BoxQuestionKind.Lists, q.Text, [.. q.Lists.SelectMany(l => l)]),
        _ => throw new InvalidOperationException("no such question"),
    };
}
