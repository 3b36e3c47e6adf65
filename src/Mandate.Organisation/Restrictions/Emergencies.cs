using Mandate.Constitutions.Rules;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;

namespace Mandate.Organisation.Restrictions;

/// <summary>What is done under an emergency, what it never permits, and what is left when it is over (S039, S336, S342).</summary>
public static class Emergencies
{
    /// <summary>The day by which the body that declared it gives account: as <c>emergency.report.within</c> says, else fourteen days after the end.</summary>
    public static DateOnly AccountDue(State state, Emergency emergency, DateTimeOffset at) =>
        state.Statutes.At(at).Emergency?.Report?.Within is { } within ? Periods.Due(emergency.Last, within) : emergency.Last.AddDays(Emergency.AccountDays);

    /// <summary>Days in which the body that keeps watch meets at most, and at least (S343).</summary>
    private const int MostDays = 14, LeastDays = 7;

    /// <summary>
    /// The body that keeps watch over an emergency: whoever confirms it, else whoever renews it or has the account; never the one that declares it.
    /// It meets twice as often as it otherwise does, and at least every fourteen days.
    /// </summary>
    internal static (string Watcher, int Every)? Watch(Constitutions.Constitution rules, DateOnly day)
    {
        if (rules.Emergency is not { } emergency) return null;
        var watcher = new[] { emergency.Confirm.By, emergency.Renew.By, emergency.Report?.To }.FirstOrDefault(r => r is { Kind: Constitutions.RefKind.Body } && r.Id != emergency.Declare.By?.Id);
        if (watcher is null) return null;
        var half = rules.Bodies[watcher.Id].Meets?.Every is { } every ? (Periods.After(day, every).DayNumber - day.DayNumber) / 2 : MostDays;
        return (watcher.Id, Math.Clamp(half, LeastDays, MostDays));
    }

    /// <summary>An emergency that is over and that its watcher has not met about since; null where there is none (S342).</summary>
    public static Emergency? ToReview(State state, string body, DateOnly day) => state.Restrictions.Emergencies.Values
        .Where(e => e.Watcher == body && e.Last < day && !state.Sessions.Of(body).Any(s => s.FirstDay > e.Last && s.Stage != Sessions.SessionStage.Cancelled))
        .OrderBy(e => e.Last).ThenBy(e => e.Id, StringComparer.Ordinal).FirstOrDefault();

    /// <summary>Motions that could not be put to the vote while it lasted and are still undecided.</summary>
    public static IEnumerable<Motion> Waited(State state, Emergency emergency) =>
        state.Statutes.At(state.At).Emergency?.MayNot.Contains("amend", StringComparer.Ordinal) != true ? []
        : state.Motions.All.Values.Where(m => m is { Class: ClassRule.Amendment, Stage: MotionStage.Filed or MotionStage.OnAgenda } && DateOnly.FromDateTime(m.FiledAt.UtcDateTime) <= emergency.Last).OrderBy(m => m.Number, StringComparer.Ordinal).ThenBy(m => m.Id, StringComparer.Ordinal);

    internal static Decision Measure(State state, Act act, TakeMeasure c)
    {
        if (Find(state, act, c.Emergency, out var emergency, out var rules) is { } unknown) return unknown;
        var clause = rules.Clause.Path;
        if (c.Id.Length == 0 || emergency.Measures.Any(m => m.Id == c.Id)) return ProtocolRefusals.Malformed("id", "an id of its own", c.Id);
        if (Authority.Serves(state, act, rules.Declare.By!, clause) is { } notYours) return notYours;
        if (!emergency.InForceOn(act.Day)) return RestrictionsRefusals.NotInForce(c.Emergency, emergency.Last);
        if (!emergency.Powers.Contains(c.Power, StringComparer.Ordinal)) return RestrictionsRefusals.NeverPermitted(clause, string.Join(", ", emergency.Powers), c.Power);
        return c.What.Length is 0 or > 500 ? ProtocolRefusals.Malformed("what", "what is done, in at most 500 characters", c.What.Length) : Decision.Accept(clause, new EmergencyMeasureTaken(c.Id, emergency.Id, c.Power, c.What));
    }

    internal static Decision Account(State state, Act act, GiveAccount c)
    {
        if (Find(state, act, c.Emergency, out var emergency, out var rules) is { } unknown) return unknown;
        var clause = rules.Report?.Clause.Path ?? rules.Clause.Path;
        if (Authority.Decides(state, act, rules.Report?.By ?? rules.Declare.By!, clause) is { } notYours) return notYours;
        if (emergency.InForceOn(act.Day)) return RestrictionsRefusals.StillInForce(clause, emergency.Last);
        if (emergency.Account is not null) return ProtocolRefusals.WrongStage("emergency", emergency.Id, "without account", "with account");
        return c.Account.Length is 0 or > 4000 ? ProtocolRefusals.Malformed("account", "at most 4000 characters", c.Account.Length)
            : Decision.Accept(clause, new AccountGiven(emergency.Id, c.Account, [.. c.Left.Each().Where(l => l.Length > 0).Distinct(StringComparer.Ordinal)]));
    }

    internal static Decision Dispose(State state, Act act, DisposeOfRemainder c)
    {
        if (Find(state, act, c.Emergency, out var emergency, out var rules) is { } unknown) return unknown;
        if (Authority.Decides(state, act, rules.Declare.By!, rules.Clause.Path) is { } notYours) return notYours;
        if (!emergency.Left.Contains(c.What, StringComparer.Ordinal) || emergency.Disposed.ContainsKey(c.What)) return ProtocolRefusals.Malformed("what", string.Join("; ", emergency.Left.Where(l => !emergency.Disposed.ContainsKey(l))), c.What);
        return c.To is { } to && !state.Statutes.At(act.At).Bodies.ContainsKey(to) ? ProtocolRefusals.Unknown("body", to) : Decision.Accept(rules.Clause.Path, new RemainderDisposed(emergency.Id, c.What, c.To));
    }

    /// <summary>The refusal to change the constitution while an emergency lasts that is never to permit it (<c>emergency.may_not: [amend]</c>).</summary>
    internal static Refusal? Bars(State state, DateTimeOffset at, Motion? motion)
    {
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        if (motion?.Class != ClassRule.Amendment || state.Statutes.At(at).Emergency is not { } rules || !rules.MayNot.Contains("amend", StringComparer.Ordinal)) return null;
        return state.Restrictions.Emergencies.Values.Where(e => e.InForceOn(day)).OrderBy(e => e.Id, StringComparer.Ordinal).FirstOrDefault() is { } lasting ? RestrictionsRefusals.NotInEmergency(rules.Clause.Path + ".may_not", lasting.Last) : null;
    }

    private static Refusal? Find(State state, Act act, string id, out Emergency emergency, out Constitutions.Emergency rules)
    {
        emergency = null!;
        rules = state.Statutes.At(act.At).Emergency!;
        if (rules?.Declare.By is null) return RestrictionsRefusals.NoEmergency();
        return state.Restrictions.Emergencies.TryGetValue(id, out emergency!) ? null : ProtocolRefusals.Unknown("emergency", id);
    }
}
