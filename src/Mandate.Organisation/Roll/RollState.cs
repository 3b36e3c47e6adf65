using System.Collections.Immutable;

namespace Mandate.Organisation.Roll;

/// <summary>A unit of the organisation: a branch, a region.</summary>
/// <param name="Kind">The unit kind of the constitution (<c>branch</c>).</param>
/// <param name="Within">Id of the unit it lies in; null at the top.</param>
public sealed record Unit(string Id, string Kind, string Name, string? Within, DateOnly From, DateOnly? Until = null);

public enum MemberStatus { Active, InArrears, Suspended, Left, Expelled, Deceased }

/// <summary>
/// A member as the log knows them: a random id, unit and dates. Name and address lie in the vault, outside the log
/// (design, private data); <paramref name="Personal"/> is the salted commitment to them.
/// </summary>
/// <param name="Since">First day of membership; eligibility and count dates read it.</param>
/// <param name="Language">Language of notices, a code of the constitution's languages.</param>
/// <param name="Until">Last day, where membership has ended.</param>
public sealed record Member(string Id, string Unit, DateOnly Since, string Language, MemberStatus Status, string Personal, DateOnly? Until = null)
{
    /// <summary>Entered by the founders or decided by the admission clause; false while an imported row waits for that decision.</summary>
    public bool Counts => Status is MemberStatus.Active or MemberStatus.InArrears or MemberStatus.Suspended;

    /// <summary>May vote and stand: counted, not suspended and not in arrears.</summary>
    public bool InGoodStanding => Status == MemberStatus.Active;

    public bool WasMemberOn(DateOnly day) => Since <= day && (Until is null || day <= Until);
}

public enum ApplicationStage { Filed, Admitted, Refused, Appealed }

/// <summary>A request for admission, decided by the admission clause or deemed granted when its time has run out.</summary>
/// <param name="Deemed">The day on which silence admits, where the constitution says so.</param>
public sealed record Application(string Id, string Person, string Unit, DateOnly Filed, DateOnly? Deemed, string Language, string Personal, ApplicationStage Stage);

/// <summary>What somebody is charged with. Opinion, advocacy and opposition are kinds that the rules refuse.</summary>
public enum ChargeGround { Conduct, Opinion, Advocacy, Opposition, Other, Threat, PrivateData, Falsification }

public enum ChargeStage { Open, Decided, Appealed, Overturned, Expelled, Suspended }

/// <summary>A suspension that runs until the end of a day.</summary>
/// <param name="Before">The status that comes back by itself.</param>
public sealed record Suspension(DateOnly Until, MemberStatus Before);

/// <summary>A charge on which the body that expels is to decide; its file is with the person and that body.</summary>
/// <param name="Commitment">Salted SHA-256 of the file.</param>
/// <param name="Answer">The last day on which the person answers.</param>
public sealed record Charge(string Id, string Person, ChargeGround Ground, string Commitment, DateTimeOffset At, DateOnly Answer)
{
    public ChargeStage Stage { get; init; }

    /// <summary>Path of the clause that was broken, and the day.</summary>
    public string? Rule { get; init; }

    public DateOnly? Done { get; init; }

    public string? Occasion { get; init; }

    /// <summary>The motion or restriction that it rests on beside the clause.</summary>
    public string? Text { get; init; }

    /// <summary>SHA-256 of the text that it rests on, as it was in force on the day.</summary>
    public string? Version { get; init; }

    /// <summary>The answer that whoever is charged relies on.</summary>
    public string? Plea { get; init; }

    /// <summary>Days of the suspension that is asked for; null where expulsion is.</summary>
    public int? SuspendDays { get; init; }

    /// <summary>The last day of the suspension that took effect; null where none did.</summary>
    public DateOnly? SuspendedUntil { get; init; }

    public DateTimeOffset? Answered { get; init; }

    public ImmutableArray<EvidenceKind> Evidence { get; init; } = [];

    public Defence? Defence { get; init; }

    /// <summary>Who was there when the answer was given, as the person says it.</summary>
    public string? Present { get; init; }

    /// <summary>When the person took their answer back; once.</summary>
    public DateTimeOffset? TakenBack { get; init; }

    /// <summary>What those who decided said of the defence.</summary>
    public string? OnDefence { get; init; }

    /// <summary>SHA-256 of the file, where the person has opened it to all.</summary>
    public string? File { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>When it was appealed; null while it was not.</summary>
    public DateTimeOffset? AppealedAt { get; init; }

    /// <summary>The last day for an appeal; null before the decision, or where the constitution gives none.</summary>
    public DateOnly? AppealBy { get; init; }

    /// <summary>The body to which it is taken.</summary>
    public string? AppealTo { get; init; }
}

/// <summary>A transfer from one unit to another: where and when. Who moved is in the record, and in no count.</summary>
public sealed record Move(string From, string To, DateOnly Day);

public sealed record RollState(
    ImmutableDictionary<string, Unit> Units,
    ImmutableDictionary<string, Member> Members,
    ImmutableDictionary<string, ImmutableSortedSet<string>> MembersOfUnit,
    ImmutableDictionary<string, Application> Applications,
    ImmutableHashSet<string> Erased)
{
    /// <summary>Transfers, in order.</summary>
    public ImmutableArray<Move> Moves { get; init; } = [];

    /// <summary>What was said of those who were not admitted, by application.</summary>
    public ImmutableDictionary<string, AdmissionRefusal> Refused { get; init; } = ImmutableDictionary.Create<string, AdmissionRefusal>(StringComparer.Ordinal);

    public ImmutableDictionary<string, Charge> Charges { get; init; } = ImmutableDictionary.Create<string, Charge>(StringComparer.Ordinal);

    /// <summary>Suspensions that run, by member.</summary>
    public ImmutableDictionary<string, Suspension> Suspended { get; init; } = ImmutableDictionary.Create<string, Suspension>(StringComparer.Ordinal);

    /// <summary>The roll as it is on that day: suspensions whose last day has passed are over, without an entry.</summary>
    public RollState On(DateOnly day)
    {
        if (Suspended.IsEmpty) return this;
        var over = Suspended.Where(s => s.Value.Until < day).ToList();
        return over.Count == 0 ? this : this with
        {
            Members = Members.SetItems(over.Select(s => KeyValuePair.Create(s.Key, Members[s.Key] with { Status = s.Value.Before }))),
            Suspended = Suspended.RemoveRange(over.Select(s => s.Key)),
        };
    }

    public static RollState Empty { get; } = new(
        ImmutableDictionary.Create<string, Unit>(StringComparer.Ordinal),
        ImmutableDictionary.Create<string, Member>(StringComparer.Ordinal),
        ImmutableDictionary.Create<string, ImmutableSortedSet<string>>(StringComparer.Ordinal),
        ImmutableDictionary.Create<string, Application>(StringComparer.Ordinal),
        ImmutableHashSet.Create<string>(StringComparer.Ordinal));

    public Member? Member(string id) => Members.GetValueOrDefault(id);

    public Unit? Unit(string id) => Units.GetValueOrDefault(id);

    /// <summary>Ids of all members entered in that unit itself, in order of id.</summary>
    public ImmutableSortedSet<string> In(string unit) => MembersOfUnit.GetValueOrDefault(unit, NoOne);

    /// <summary>The members of a unit and of all units within it; of the whole organisation when null.</summary>
    public IEnumerable<Member> Within(string? unit) => unit is null
        ? Members.Values
        : In(unit).Select(id => Members[id]).Concat(Units.Values.Where(u => u.Within == unit).SelectMany(u => Within(u.Id)));

    /// <summary>Ids of those in good standing, in a unit with everything within it or in the whole organisation.</summary>
    public IReadOnlyCollection<string> InGoodStanding(string? unit) => [.. Within(unit).Where(m => m.InGoodStanding).Select(m => m.Id)];

    /// <summary>How many members count on that day, in a unit with everything within it, or in the whole organisation.</summary>
    public int CountOn(DateOnly day, string? unit = null) => Headcount.Of(this, day, unit);

    /// <summary>Whether <paramref name="unit"/> is <paramref name="outer"/> or lies in it, at any depth.</summary>
    public bool LiesIn(string unit, string outer)
    {
        for (var u = unit; u is not null; u = Unit(u)?.Within)
            if (u == outer) return true;
        return false;
    }

    public IEnumerable<Unit> UnitsOf(string kind, DateOnly day) =>
        Units.Values.Where(u => u.Kind == kind && u.From <= day && (u.Until is null || day <= u.Until)).OrderBy(u => u.Id, StringComparer.Ordinal);

    private static ImmutableSortedSet<string> NoOne { get; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);
}
