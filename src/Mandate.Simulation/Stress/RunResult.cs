using System.Collections.Immutable;

namespace Mandate.Simulation.Stress;

/// <summary>What a run showed, period by period.</summary>
/// <param name="Executive">Share of executive seats that the apparatus holds.</param>
/// <param name="Supreme">The same of the body that amends; empty where there is none.</param>
/// <param name="Support">Support of the apparatus among the members.</param>
/// <param name="Appointed">Share of the places filled in that period that the apparatus filled from above, or kept others out of.</param>
/// <param name="Captured">First period from which the executive was renewed twice running by the apparatus while it had no majority of the members; null where never.</param>
/// <param name="Lost">First period in which the executive went to others; null where never.</param>
public sealed record RunResult(ImmutableArray<double> Executive, ImmutableArray<double> Supreme, ImmutableArray<double> Support, ImmutableArray<double> Appointed, int? Captured, int? Lost)
{
    /// <summary>Periods from the reform until others held the executive; null where there was no reform, or they never did.</summary>
    public int? Recovered { get; init; }

    /// <summary>Acts put to the rules.</summary>
    public int Decisions { get; init; }

    /// <summary>Elections that the rules carried to a result.</summary>
    public int Elections { get; init; }

    /// <summary>Of these, elections in which somebody of the apparatus and somebody else stood (contestation).</summary>
    public int Contested { get; init; }

    /// <summary>Members who voted in elections by members, each time anew.</summary>
    public long Voted { get; init; }

    /// <summary>Members who could have.</summary>
    public long Entitled { get; init; }

    /// <summary>Seats that the rules let be filled by appointment, co-option or lot.</summary>
    public int Given { get; init; }

    /// <summary>Seats that the rules refused to fill and the model filled.</summary>
    public int ByModel { get; init; }

    /// <summary>How often the rules refused, by the act and the code of the refusal.</summary>
    public ImmutableSortedDictionary<string, int> Refused { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>Support of the apparatus when it lost the executive; null where it never did.</summary>
    public double? SupportWhenLost => Lost is { } t ? Support[t - 1] : null;
}
