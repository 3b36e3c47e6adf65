using System.Collections.Immutable;

namespace Mandate.Tally.Ranked;

/// <summary>The state of a count by transfers: votes, standings, order of election, and the rounds written so far.</summary>
internal sealed class RoundLog
{
    private readonly ImmutableArray<Round>.Builder rounds = ImmutableArray.CreateBuilder<Round>();
    private readonly ImmutableArray<int>.Builder elected = ImmutableArray.CreateBuilder<int>();
    private readonly List<int> electedNow = [];
    private readonly List<int> excludedNow = [];
    private readonly List<Transfer> transfers = [];
    private readonly List<int> from = [];

    public RoundLog(Ballots ballots, FixedPoint arithmetic)
    {
        Ballots = ballots;
        Arithmetic = arithmetic;
        Votes = new Int128[ballots.Candidates.Length];
        Standings = new Standing[ballots.Candidates.Length];
        for (var i = 0; i < Standings.Length; i++)
            if (!ballots.Stands(i)) Standings[i] = Standing.Withdrawn;
        Protection = new(this);
    }

    /// <summary>All seats; <see cref="Seating.Warn"/> sets it.</summary>
    public int Seats { get; set; }

    public Protection Protection { get; }

    public Ballots Ballots { get; }

    public FixedPoint Arithmetic { get; }

    public Int128[] Votes { get; }

    public Standing[] Standings { get; }

    public Int128 Exhausted { get; set; }

    public Int128 Residue { get; set; }

    public Int128 Quota { get; set; }

    /// <summary>What suffices for election now, where that is not the quota.</summary>
    public Int128? Needed { get; set; }

    public Int128[]? Keep { get; set; }

    public List<string> Warnings { get; } = [];

    public string Note { get; set; } = "";

    /// <summary>Votes after each finished round, for looking back at ties.</summary>
    public List<Int128[]> History { get; } = [];

    public IReadOnlyList<int> Elected => elected;

    public int Rounds => rounds.Count;

    public IEnumerable<int> Where(Standing standing)
    {
        for (var i = 0; i < Standings.Length; i++)
            if (Standings[i] == standing) yield return i;
    }

    public int[] Continuing => [.. Where(Standing.Continuing)];

    public bool[] ContinuingFlags() => [.. Standings.Select(s => s == Standing.Continuing)];

    public void Elect(int candidate, bool surplus)
    {
        Standings[candidate] = surplus ? Standing.ElectedWithSurplus : Standing.Elected;
        elected.Add(candidate);
        electedNow.Add(candidate);
    }

    public void Exclude(int candidate)
    {
        Standings[candidate] = Standing.Excluded;
        excludedNow.Add(candidate);
    }

    public void Move(int source, int destination, long papers, Int128 votes)
    {
        if (papers == 0) return;
        var index = transfers.FindIndex(t => t.From == source && t.To == destination);
        var value = Arithmetic.ToFraction(votes);
        if (index < 0) transfers.Add(new(source, destination, papers, value));
        else transfers[index] = transfers[index] with { Papers = transfers[index].Papers + papers, Votes = transfers[index].Votes + value };
    }

    public void MovesFrom(int candidate) => from.Add(candidate);

    /// <summary>Votes of this moment become the last entry of <see cref="History"/>; elections that follow still belong to the round.</summary>
    public void Remember() => History.Add([.. Votes]);

    /// <summary>Closes the round.</summary>
    public void Close(RoundKind kind, Int128 surplus = default)
    {
        rounds.Add(new()
        {
            Number = rounds.Count,
            Kind = kind,
            Votes = Arithmetic.ToFractions(Votes),
            Standings = [.. Standings],
            From = [.. from],
            Transfers = [.. transfers],
            Quota = Arithmetic.ToFraction(Quota),
            Needed = Needed is { } needed ? Arithmetic.ToFraction(needed) : null,
            Exhausted = Arithmetic.ToFraction(Exhausted),
            Residue = Arithmetic.ToFraction(Residue),
            Surplus = Arithmetic.ToFraction(surplus),
            Elected = [.. electedNow],
            Excluded = [.. excludedNow],
            Keep = Keep is null ? [] : Arithmetic.ToFractions(Keep),
            Note = Note,
        });
        electedNow.Clear();
        excludedNow.Clear();
        transfers.Clear();
        from.Clear();
        Note = "";
    }

    /// <summary>Decisions after the last closed round (seats filled without a transfer) are written into that round.</summary>
    public void Amend()
    {
        if (electedNow.Count + excludedNow.Count == 0 || rounds.Count == 0) return;
        var last = rounds[^1];
        rounds[^1] = last with
        {
            Standings = [.. Standings],
            Elected = [.. last.Elected, .. electedNow],
            Excluded = [.. last.Excluded, .. excludedNow],
        };
        electedNow.Clear();
        excludedNow.Clear();
    }

    public Count Result(string method, int seats, long validPapers, Ties.TieBreaker ties, TieRule rule) => new()
    {
        Method = method,
        Seats = seats,
        Candidates = Ballots.Candidates,
        Elected = elected.ToImmutable(),
        Title = Ballots.Title,
        Papers = Ballots.Papers,
        ValidPapers = validPapers,
        Quota = Arithmetic.ToFraction(Quota),
        Decimals = Arithmetic.Places,
        Rounds = rounds.ToImmutable(),
        Ties = ties.Record,
        Warnings = [.. Warnings],
        Undecided = ties.Open,
        TieRule = rule.ToString(),
    };
}
