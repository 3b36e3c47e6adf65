using System.Collections.Immutable;

namespace Mandate.Organisation.Federation;

public sealed record CharterAct(string Id, string Power, string What, string By, DateTimeOffset At);

/// <param name="Conflict">A duty outside that stands against the mandate.</param>
public sealed record CharterReport(string Account, bool Final, string? Conflict, string By, DateTimeOffset At);

/// <param name="To">The body to which it goes; null where it is dissolved.</param>
public sealed record CharterDisposal(Disposal Disposal, string? To, DateTimeOffset At);

/// <summary>A commission, a task force or representatives, with all that they may do and until when (S336, S345, S349, S359). It ends by its date alone.</summary>
/// <param name="For">The body that gave it.</param>
public sealed record Charter(
    string Id, CharterKind Kind, string Task, ImmutableArray<string> Members, ImmutableArray<string> Powers, int ReportEvery, DateOnly Until, ImmutableArray<string> Touches, string? Outside, string For,
    DateOnly From)
{
    private static readonly ImmutableSortedSet<string> Nobody = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Bodies that it touches and that have consented.</summary>
    public ImmutableSortedSet<string> Consented { get; init; } = Nobody;

    /// <summary>Of its members: who has taken it up.</summary>
    public ImmutableSortedSet<string> Taken { get; init; } = Nobody;

    public ImmutableArray<CharterAct> Acts { get; init; } = [];

    public ImmutableArray<MissionNote> Instructions { get; init; } = [];

    public ImmutableArray<CharterReport> Reports { get; init; } = [];

    /// <summary>Staff, money and things that the last report says it leaves behind.</summary>
    public ImmutableArray<string> Holdings { get; init; } = [];

    public ImmutableSortedDictionary<string, CharterDisposal> Disposals { get; init; } = ImmutableSortedDictionary.Create<string, CharterDisposal>(StringComparer.Ordinal);

    public DateOnly? Ended { get; init; }

    public string? EndReason { get; init; }

    /// <summary>Its last day.</summary>
    public DateOnly Last => Ended < Until ? Ended.Value : Until;

    public bool IsConsented => Touches.All(Consented.Contains);

    public bool InForceOn(DateOnly day) => IsConsented && !Taken.IsEmpty && From <= day && day <= Last;

    /// <summary>The day by which the next report is due; null while nobody has taken it up and after the final report.</summary>
    public DateOnly? ReportDue
    {
        get
        {
            if (Taken.IsEmpty || Reports.Any(r => r.Final)) return null;
            var since = Reports.IsEmpty ? From : DateOnly.FromDateTime(Reports[^1].At.UtcDateTime);
            var next = since.AddDays(ReportEvery);
            var last = Last.AddDays(Missions.ReportDays);
            return next < last ? next : last;
        }
    }

    /// <summary>What has still to be dissolved or assigned after its end: powers and holdings.</summary>
    public IEnumerable<string> Left => Powers.Concat(Holdings).Where(w => !Disposals.ContainsKey(w));
}
