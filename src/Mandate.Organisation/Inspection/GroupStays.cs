using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Roll;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Inspection;

/// <summary>
/// Ask that measures against the members of a unit stand still until the unit is heard (requirement S245). Members of the unit ask under the
/// pseudonyms of this matter; an inspector asks by name, and then it begins at once.
/// </summary>
/// <param name="Register">SHA-256 of the pseudonyms of the unit's members; the node adds it. Null where an inspector asks.</param>
[WireName("inspection.ask-stay")]
public sealed record AskStay(string Id, string Unit, string Reasons, string? Register = null) : InspectionCommand
{
    public override IEnumerable<string> Reads() => Register is null ? [] : [Register];
}

[WireName("inspection.sign-stay")]
public sealed record SignStay(string Stay) : InspectionCommand;

/// <summary>An inspector writes down that the unit was heard; with that the stay is over. Whoever took a measure has no such act.</summary>
[WireName("inspection.hear-unit")]
public sealed record HearUnit(string Stay, string Account) : InspectionCommand;

[WireName("inspection.stay-asked")]
public sealed record StayAsked(string Id, string Unit, string Reasons, int Needed, string? Register = null) : InspectionEvent;

[WireName("inspection.stay-signed")]
public sealed record StaySigned(string Stay) : InspectionEvent;

/// <param name="Until">Its last day if the unit is not heard before.</param>
[WireName("inspection.stay-begun")]
public sealed record StayBegun(string Stay, DateOnly Until) : InspectionEvent;

[WireName("inspection.unit-heard")]
public sealed record UnitHeard(string Stay, string Account) : InspectionEvent;

/// <param name="Needed">Signatures from which it begins.</param>
public sealed record GroupStay(string Id, string Unit, string Reasons, int Needed, string By, DateTimeOffset At, ImmutableHashSet<string> Register, ImmutableHashSet<string> Signed)
{
    /// <summary>When it began; null while signatures are missing.</summary>
    public DateTimeOffset? Begun { get; init; }

    public DateOnly? Until { get; init; }

    public DateTimeOffset? HeardAt { get; init; }

    public string? Account { get; init; }

    /// <summary>Its last day: that of the hearing, or the one it was given.</summary>
    public DateOnly? Last => HeardAt is { } heard ? DateOnly.FromDateTime(heard.UtcDateTime) : Until;

    public bool RunsOn(DateOnly day) => Begun is not null && HeardAt is null && day <= Until;
}

/// <summary>A measure against somebody of a unit that is not carried out yet.</summary>
/// <param name="Id">The charge, the motion or the complaint.</param>
public sealed record PendingMeasure(string Id, string What, DateTimeOffset At);

/// <summary>
/// The stay of measures against the members of a unit: charges, motions of removal or dissolution and suspensions meanwhile. It runs thirty days at
/// most, covers each measure once, stops no election and no session, and is lifted by nobody who took a measure.
/// </summary>
public static class GroupStays
{
    private const int MostDays = 30, OneOf = 10;

    /// <summary>A tenth of the unit's members in good standing.</summary>
    public static int NeededIn(State state, string unit) => Math.Max(1, (state.Roll.InGoodStanding(unit).Count + OneOf - 1) / OneOf);

    /// <summary>What waits against members of the unit or the unit itself, oldest first.</summary>
    public static IEnumerable<PendingMeasure> Pending(State state, string unit) =>
    [
        .. state.Roll.Charges.Values.Where(c => c.Stage is ChargeStage.Open or ChargeStage.Decided && Of(state, c.Person, unit)).Select(c => new PendingMeasure(c.Id, c.SuspendDays is null ? "charge" : "suspension", c.At)),
        .. state.Motions.All.Values.Where(m => m.Stage is MotionStage.Filed or MotionStage.OnAgenda && TargetsUnit(state, m, unit)).Select(m => new PendingMeasure(m.Id, m.Class, m.FiledAt)),
    ];

    internal static Decision Ask(State state, Act act, AskStay c)
    {
        var clause = Clause(state, act);
        if (c.Id.Length == 0) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (state.Inspection.GroupStays.ContainsKey(c.Id)) return ProtocolRefusals.Taken("stay", c.Id);
        if (state.Roll.Unit(c.Unit) is not { Until: null }) return ProtocolRefusals.Unknown("unit", c.Unit);
        if (c.Reasons.Trim().Length is 0 or > 1000) return ProtocolRefusals.Malformed("reasons", "why, in at most 1000 characters", c.Reasons.Length);
        if (state.Inspection.GroupStays.Values.FirstOrDefault(s => s.Unit == c.Unit && (s.RunsOn(act.Day) || s.Begun is null && s.At > act.At.AddDays(-MostDays))) is { } open) return ProtocolRefusals.Taken("stay", open.Id);
        var asked = new StayAsked(c.Id, c.Unit, c.Reasons.Trim(), NeededIn(state, c.Unit), c.Register);
        if (!Pseudonyms.IsOne(act.By) && Readers.Inspectors(state, act.At).Contains(act.By, StringComparer.Ordinal)) return Decision.Accept(clause, asked, Begin(act, c.Id));
        if (Pseudonyms.Read(act.Blobs, c.Register, c.Register is null ? 0 : state.Roll.InGoodStanding(c.Unit).Count, clause, out var register) is { } bad) return bad;
        if (!register.Contains(act.By)) return ProtocolRefusals.NotYours(clause, c.Unit, act.By);
        return asked.Needed <= 1 ? Decision.Accept(clause, asked, Begin(act, c.Id)) : Decision.Accept(clause, asked);
    }

    internal static Decision Sign(State state, Act act, SignStay c)
    {
        var clause = Clause(state, act);
        if (!state.Inspection.GroupStays.TryGetValue(c.Stay, out var stay)) return ProtocolRefusals.Unknown("stay", c.Stay);
        if (stay.Begun is not null) return ProtocolRefusals.WrongStage("stay", stay.Id, "gathering", "begun");
        if (!stay.Register.Contains(act.By)) return ProtocolRefusals.NotYours(clause, stay.Unit, act.By);
        if (stay.Signed.Contains(act.By)) return ProtocolRefusals.Taken("signature", act.By);
        return stay.Signed.Count + 1 >= stay.Needed ? Decision.Accept(clause, new StaySigned(stay.Id), Begin(act, stay.Id)) : Decision.Accept(clause, new StaySigned(stay.Id));
    }

    internal static Decision Hear(State state, Act act, HearUnit c)
    {
        var clause = Clause(state, act);
        if (!state.Inspection.GroupStays.TryGetValue(c.Stay, out var stay)) return ProtocolRefusals.Unknown("stay", c.Stay);
        if (!Readers.Inspectors(state, act.At).Contains(act.By, StringComparer.Ordinal)) return ProtocolRefusals.NotYours(clause, "inspection", act.By);
        if (!stay.RunsOn(act.Day)) return ProtocolRefusals.WrongStage("stay", stay.Id, "begun", stay.Begun is null ? "gathering" : "ended");
        // Nobody lifts the stay of a measure of their own body, nor of one against themselves.
        if (state.Roll.Charges.Values.Any(o => o.Person == act.By && o.Stage is ChargeStage.Open or ChargeStage.Decided)) return InspectionRefusals.Barred(clause, Bar.Accused, act.By);
        if (Deciding(state, act, stay.Unit).Any(body => state.Offices.Holds(act.By, body, act.At))) return InspectionRefusals.Barred(clause, Bar.FellowMember, act.By);
        return c.Account.Trim().Length is 0 or > 2000 ? ProtocolRefusals.Malformed("account", "what was said, in at most 2000 characters", c.Account.Length) : Decision.Accept(clause, new UnitHeard(stay.Id, c.Account.Trim()));
    }

    /// <summary>The refusal where an act would carry out a measure that is stayed.</summary>
    internal static Refusal? Stands(State state, Act act)
    {
        if (state.Inspection.GroupStays.IsEmpty) return null;
        foreach (var stay in state.Inspection.GroupStays.Values.Where(s => s.RunsOn(act.Day)).OrderBy(s => s.Id, StringComparer.Ordinal))
            if (MeasureOf(state, act.Command, stay.Unit) is { } since && CoveredBy(state, stay.Unit, since)?.Id == stay.Id)
                return InspectionRefusals.GroupStayed(Clause(state, act), stay.Id, stay.Unit, Offices.Calendar.Start(stay.Until!.Value.AddDays(1)));
        return null;
    }

    /// <summary>When the measure against that unit began which the act would carry out; null where it carries out none.</summary>
    private static DateTimeOffset? MeasureOf(State state, Command command, string unit)
    {
        DateTimeOffset? Charged(string id) => state.Roll.Charges.TryGetValue(id, out var charge) && Of(state, charge.Person, unit) ? charge.At : null;
        return command switch
        {
            Expel c => Charged(c.Charge),
            SuspendMember c => Charged(c.Charge),
            CompleteExpulsion c => Charged(c.Charge),
            PutQuestion c => Charged(c.Subject) ?? (state.Motions.Find(c.Subject) is { } motion && TargetsUnit(state, motion, unit) ? motion.FiledAt : null),
            SuspendHolder c => state.Inspection.All.TryGetValue(c.Complaint, out var complaint) && state.Offices.Tenures.TryGetValue(c.Tenure, out var tenure) && Of(state, tenure.Person, unit) ? complaint.At : null,
            _ => null,
        };
    }

    /// <summary>The first stay of the unit that had not ended when the measure began: a later one covers it no second time.</summary>
    private static GroupStay? CoveredBy(State state, string unit, DateTimeOffset since) => state.Inspection.GroupStays.Values
        .Where(s => s.Unit == unit && s.Begun is not null && DateOnly.FromDateTime(since.UtcDateTime) <= s.Last).OrderBy(s => s.Begun).ThenBy(s => s.Id, StringComparer.Ordinal).FirstOrDefault();

    /// <summary>The bodies before which those measures lie.</summary>
    private static IEnumerable<string> Deciding(State state, Act act, string unit) =>
    [
        .. RollRules.Members(state.Statutes.At(act.At)) is { } members ? new[] { members.Expel.Name?.Id, members.Suspend?.Name?.Id }.OfType<string>() : [],
        .. Pending(state, unit).Select(p => state.Motions.Find(p.Id)?.Session is { } session ? state.Sessions.Find(session)?.Body : null).OfType<string>(),
    ];

    private static bool TargetsUnit(State state, Motion motion, string unit) => motion.Target is { } target && (motion.Class == ClassRule.DissolveUnit
        ? state.Roll.LiesIn(target, unit)
        : motion.Class == ClassRule.RemoveOfficer && state.Offices.Tenures.TryGetValue(target, out var tenure) && (tenure.Seat.Unit is { } of && state.Roll.LiesIn(of, unit) || Of(state, tenure.Person, unit)));

    private static bool Of(State state, string person, string unit) => state.Roll.Member(person) is { } member && state.Roll.LiesIn(member.Unit, unit);

    private static StayBegun Begin(Act act, string stay) => new(stay, act.Day.AddDays(MostDays));

    private static string Clause(State state, Act act) => InspectionRules.Clause(state, act);
}
