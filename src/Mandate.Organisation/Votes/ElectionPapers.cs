using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mandate.Organisation.Acts;
using Mandate.Tally;
using Mandate.Tally.Readers;

namespace Mandate.Organisation.Votes;

/// <summary>Equal papers that two tellers have entered in different numbers.</summary>
/// <param name="Marks">The ranking, as numbers of the ballot paper: <c>3 1 2</c>.</param>
public sealed record PaperDifference(string Marks, long First, long Second);

/// <summary>
/// The shuffled papers of an election, put in order: equal papers together, sorted by their marks. So the order of a file says
/// nothing, and two entries can be compared.
/// </summary>
public sealed class ElectionPapers
{
    private ElectionPapers(Ballots ballots, ImmutableSortedDictionary<string, long> byMarks, string fingerprint, long blank)
    {
        Ballots = ballots;
        ByMarks = byMarks;
        Fingerprint = fingerprint;
        Blank = blank;
    }

    /// <summary>The papers with the ids of the candidates, in the order of the ballot paper.</summary>
    public Ballots Ballots { get; }

    /// <summary>How many papers bear which marks; blank papers are not among them.</summary>
    public ImmutableSortedDictionary<string, long> ByMarks { get; }

    /// <summary>SHA-256 (lower hex) of one line <c>NUMBER MARKS</c> per ranking, in ordinal order, each ended by a line feed.</summary>
    public string Fingerprint { get; }

    /// <summary>Papers without a mark in the file.</summary>
    public long Blank { get; }

    public long Counted => Ballots.Papers;

    /// <summary>Reads a BLT blob as papers of that election.</summary>
    /// <returns>Null when it could be read.</returns>
    public static Refusal? Read(Blobs blobs, string sha256, Vote vote, out ElectionPapers papers)
    {
        papers = null!;
        if (blobs.Read(sha256) is not { } bytes) return ProtocolRefusals.BlobMissing(sha256);
        return Parse(bytes, vote, out papers);
    }

    /// <summary>Reads a BLT file as papers of that election.</summary>
    /// <returns>Null when it could be read.</returns>
    public static Refusal? Parse(ReadOnlyMemory<byte> bytes, Vote vote, out ElectionPapers papers)
    {
        papers = null!;
        if (HasIds(bytes.Span)) return VotesRefusals.Unreadable("the papers carry ids in parentheses; papers are entered without ids");
        using var stream = new MemoryStream(bytes.ToArray(), writable: false);
        var read = BltReader.Read(stream);
        if (read.Value is not { } file) return VotesRefusals.Unreadable(read.Fault!.ToString());
        if (file.Candidates.Length != vote.CandidateOrder.Length) return VotesRefusals.PapersDisagree("candidates", vote.CandidateOrder.Length, file.Candidates.Length);
        if (file.Seats is { } seats && seats != vote.Seats) return VotesRefusals.PapersDisagree("seats", vote.Seats, seats);
        if (file.Withdrawn.Count + file.Undeclared.Count > 0) return VotesRefusals.PapersDisagree("withdrawn", 0, file.Withdrawn.Count + file.Undeclared.Count);
        papers = Of(file, vote.CandidateOrder);
        return null;
    }

    /// <summary>Which papers two tellers have entered in different numbers: what they look up together.</summary>
    public static ImmutableArray<PaperDifference> Differences(ElectionPapers first, ElectionPapers second) =>
    [
        .. first.ByMarks.Keys.Union(second.ByMarks.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(m => new PaperDifference(m, first.ByMarks.GetValueOrDefault(m), second.ByMarks.GetValueOrDefault(m)))
            .Where(d => d.First != d.Second),
    ];

    private static ElectionPapers Of(Ballots file, ImmutableArray<string> candidates)
    {
        var byMarks = ImmutableSortedDictionary.CreateBuilder<string, long>(StringComparer.Ordinal);
        var ranksOf = new Dictionary<string, ImmutableArray<ImmutableArray<int>>>(StringComparer.Ordinal);
        long blank = 0;
        for (var line = 0; line < file.Lines; line++)
        {
            var ranks = file.Ranks(line);
            if (ranks.All(r => r.IsEmpty))
            {
                blank += file.Weight(line);
                continue;
            }
            var marks = Marks(ranks);
            byMarks[marks] = byMarks.GetValueOrDefault(marks) + file.Weight(line);
            ranksOf[marks] = ranks;
        }
        var builder = new BallotsBuilder();
        var text = new StringBuilder();
        foreach (var (marks, number) in byMarks)
        {
            if (number == 0) continue;
            builder.AddRanks(number, ranksOf[marks].Select(r => r.AsEnumerable()));
            text.Append(CultureInfo.InvariantCulture, $"{number} {marks}\n");
        }
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
        return new(builder.Build(candidates), byMarks.ToImmutable(), fingerprint, blank);
    }

    /// <summary>A ranking as BLT writes it, equal ranks in order of number.</summary>
    private static string Marks(ImmutableArray<ImmutableArray<int>> ranks) => string.Join(' ', ranks.Select(r => r.IsEmpty
        ? "-"
        : string.Join('=', r.Order().Select(c => (c + 1).ToString(CultureInfo.InvariantCulture)))));

    /// <summary>A line that begins with a parenthesis before the names carries the id of a paper.</summary>
    private static bool HasIds(ReadOnlySpan<byte> file)
    {
        foreach (var range in file.Split((byte)'\n'))
        {
            var line = file[range].Trim(" \t\r"u8);
            if (line is [(byte)'(', ..]) return true;
            if (line is [(byte)'0'] or [(byte)'0', (byte)' ', ..]) return false;
        }
        return false;
    }
}
