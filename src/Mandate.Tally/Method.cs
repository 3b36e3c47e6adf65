namespace Mandate.Tally;

/// <summary>What the voters marked, which says which papers a method can count.</summary>
public enum PaperKind
{
    /// <summary>Ranks: <see cref="Ballots"/>.</summary>
    Ranking,

    /// <summary>Approvals of candidates.</summary>
    Approvals,

    /// <summary>Points for candidates.</summary>
    Scores,

    /// <summary>Approvals or points for projects with costs.</summary>
    Projects,

    /// <summary>Votes of lists or units among which seats are shared out.</summary>
    Lists,
}

/// <summary>Kinds of papers in words.</summary>
internal static class PaperKinds
{
    public static string Words(this PaperKind kind) => kind switch
    {
        PaperKind.Ranking => "ranked papers",
        PaperKind.Approvals => "approvals of candidates",
        PaperKind.Scores => "points for candidates",
        PaperKind.Projects => "votes on projects with costs",
        PaperKind.Lists => "votes of lists",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}

/// <summary>A voting method.</summary>
/// <param name="Name">As on the command line.</param>
/// <param name="Title">In words.</param>
/// <param name="Paper">What it counts.</param>
/// <param name="Source">The text that says how: law, standard or paper.</param>
public abstract record Method(string Name, string Title, PaperKind Paper, string Source)
{
    /// <summary>Methods of one family differ in details only; an audit tries them before others.</summary>
    public string Family { get; init; } = Name;

    /// <summary>Counts what was read from a file, or says why it cannot.</summary>
    public virtual CountAnswer Count(LoadedPapers papers, CountOptions options) =>
        CountAnswer.Refuse($"{Name} counts {Paper.Words()}, and this file ({papers.Format}) has {papers.Kind.Words()}; {Methods.Advice(this, papers.Kind)}");
}

/// <summary>Counts ranked papers.</summary>
public sealed record RankedMethod(string Name, string Title, string Source, Func<Ballots, int, TieRule, Count> Counter)
    : Method(Name, Title, PaperKind.Ranking, Source)
{
    /// <summary>The most seats that the method can fill; null where it has no limit.</summary>
    public int? MostSeats { get; init; }

    /// <summary>Why these papers cannot be counted by this method, or null.</summary>
    public Func<Ballots, string?> Unfit { get; init; } = _ => null;

    /// <summary>Whether the method keeps seats reserved for groups (<see cref="Ballots.Reserved"/>).</summary>
    public bool KeepsReservedSeats { get; init; }

    /// <exception cref="ArgumentException"><see cref="Unfit"/> gives a reason.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Less than one seat, or more than the method can fill.</exception>
    public Count Count(Ballots ballots, int seats, TieRule ties)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(seats, 1);
        if (MostSeats is { } most) ArgumentOutOfRangeException.ThrowIfGreaterThan(seats, most);
        if (Unfit(ballots) is { } reason) throw new ArgumentException(reason, nameof(ballots));
        if (!ballots.Reserved.IsEmpty && !KeepsReservedSeats) throw new ArgumentException($"{Name} does not keep reserved seats", nameof(ballots));
        return Counter(ballots, seats, ties);
    }

    /// <inheritdoc/>
    public override CountAnswer Count(LoadedPapers papers, CountOptions options)
    {
        if (papers.Ranked is not { } ballots) return base.Count(papers, options);
        if (Unfit(ballots) is { } reason) return CountAnswer.Refuse(reason);
        if (papers.Prescribed == this && options.Seats is null && ballots.Seats is null) return Counter(ballots, 0, options.Ties); // a mode that fills no fixed number
        var seats = options.Seats ?? (MostSeats is { } most && ballots.Seats > most ? most : ballots.Seats) ?? (MostSeats == 1 ? 1 : 0);
        if (seats < 1) return CountAnswer.Refuse("the file states no seats; say how many with --seats");
        if (MostSeats is { } limit && seats > limit) return CountAnswer.Refuse(FormattableString.Invariant($"{Name} fills at most {limit} seat, not {seats}"));
        var count = Count(ballots, seats, options.Ties);
        var warnings = papers.Warnings;
        if (options.Seats is null && ballots.Seats is { } stated && stated != seats)
            warnings = warnings.Insert(0, FormattableString.Invariant($"the file states {stated} seats; {Name} fills {seats}"));
        return count with { Warnings = warnings.AddRange(count.Warnings) };
    }
}
