using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Federation;

/// <summary>
/// Emissaries with limits: a purpose, an end, reports. An emissary advises; while the mission lasts they neither stand in the unit, nor are
/// appointed or moved into it, nor count its votes (<see cref="Beyond"/>).
/// </summary>
public static class Missions
{
    /// <summary>Days after its end by which a mission is reported, and the longest that one lasts.</summary>
    internal const int ReportDays = 14, MostDays = 90;

    internal static Decision Send(State state, Act act, SendEmissary c)
    {
        var clause = state.Statutes.At(act.At).Procedure.Default.Clause.Path;
        if (c.Id.Length == 0) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (state.Federation.Missions.ContainsKey(c.Id)) return ProtocolRefusals.Taken("mission", c.Id);
        if (act.InNameOf is not { } body) return ProtocolRefusals.NotYours(clause, "body", act.By) with { Way = "decide-in-writing" };
        if (Unfit(state, act, clause, c.Unit, c.Person, c.Purpose, c.Until) is { } unfit) return unfit;
        return Decision.Accept(clause, new EmissarySent(c.Id, c.Unit, c.Person, c.Purpose, c.Until, body));
    }

    /// <summary>Whoever speaks for the unit invites; the member takes it up or does not.</summary>
    internal static Decision Invite(State state, Act act, InviteHelper c)
    {
        var clause = state.Statutes.At(act.At).Procedure.Default.Clause.Path;
        if (c.Id.Length == 0) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (state.Federation.Missions.ContainsKey(c.Id)) return ProtocolRefusals.Taken("mission", c.Id);
        if (!state.Offices.SpeaksFor(act.By, c.Unit, act.At)) return ProtocolRefusals.NotYours(clause, c.Unit, act.By);
        return Unfit(state, act, clause, c.Unit, c.Person, c.Purpose, c.Until) is { } unfit ? unfit : Decision.Accept(clause, new HelperInvited(c.Id, c.Unit, c.Person, c.Purpose, c.Until));
    }

    internal static Decision Rate(State state, Act act, RateHelp c)
    {
        if (!state.Federation.Missions.TryGetValue(c.Mission, out var mission) || !mission.Invited) return ProtocolRefusals.Unknown("mission", c.Mission);
        if (!state.Offices.SpeaksFor(act.By, mission.Unit, act.At)) return ProtocolRefusals.NotYours("", mission.Unit, act.By);
        if (mission.TakenAt is null || mission.Rating is not null) return ProtocolRefusals.WrongStage("mission", mission.Id, "taken", mission.Rating is null ? "sent" : "answered");
        if (c.Rating is < 1 or > 5) return ProtocolRefusals.Malformed("rating", "1 to 5", c.Rating);
        return c.Remark.Length > 1000 ? ProtocolRefusals.Malformed("remark", "what it says, in at most 1000 characters", c.Remark.Length) : Decision.Accept("", new HelpRated(mission.Id, c.Rating, c.Remark));
    }

    /// <summary>Why that person cannot come to that unit, for that long.</summary>
    private static Refusal? Unfit(State state, Act act, string clause, string unit, string person, string purpose, DateOnly until)
    {
        if (state.Roll.Unit(unit) is null) return ProtocolRefusals.Unknown("unit", unit);
        if (state.Roll.Member(person) is not { InGoodStanding: true } member) return ProtocolRefusals.Unknown("member", person);
        if (purpose.Length is 0 or > 300) return ProtocolRefusals.Malformed("purpose", "what it is for, in at most 300 characters", purpose.Length);
        var last = act.Day.AddDays(MostDays);
        if (until > last || until < act.Day) return FederationRefusals.MissionTooLong(clause, last, until);
        // Whoever belongs to the unit needs no mission to it, and would be kept from its places by one.
        return state.Roll.LiesIn(member.Unit, unit) || state.Offices.HeldBy(person, act.At).Any(t => t.Seat.Unit == unit) ? FederationRefusals.OfTheUnit(clause, unit, person) : null;
    }

    internal static Decision Take(State state, Act act, TakeMission c)
    {
        if (Find(state, act, c.Mission, out var mission) is { } refusal) return refusal;
        if (act.By != mission.Person) return ProtocolRefusals.NotYours("", mission.Person, act.By);
        if (Disputes.Stands(state, mission.Id, mission.Unit, act.Day) is { } stands) return stands;
        return mission.TakenAt is null ? Decision.Accept("", new MissionTaken(mission.Id)) : ProtocolRefusals.WrongStage("mission", mission.Id, "sent", "taken");
    }

    internal static Decision Report(State state, Act act, ReportMission c)
    {
        if (!state.Federation.Missions.TryGetValue(c.Mission, out var mission)) return ProtocolRefusals.Unknown("mission", c.Mission);
        if (act.By != mission.Person || mission.TakenAt is null) return ProtocolRefusals.NotYours("", mission.Person, act.By);
        return c.Account.Length is 0 or > 2000 ? ProtocolRefusals.Malformed("account", "what was done, in at most 2000 characters", c.Account.Length) : Decision.Accept("", new MissionReported(mission.Id, c.Account));
    }

    internal static Decision End(State state, Act act, EndMission c)
    {
        if (Find(state, act, c.Mission, out var mission) is { } refusal) return refusal;
        if (mission.Invited && state.Offices.SpeaksFor(act.By, mission.Unit, act.At)) return EndsFor(mission, c);
        if (act.By != mission.Person && act.InNameOf != mission.For && !state.Offices.Holds(act.By, mission.For.Split('@')[0], act.At)) return ProtocolRefusals.NotYours("", mission.For, act.By);
        return EndsFor(mission, c);
    }

    private static Decision EndsFor(Mission mission, EndMission c) =>
        c.Reason.Length == 0 ? ProtocolRefusals.Malformed("reason", "why", "") : Decision.Accept("", new MissionEnded(mission.Id, c.Reason));

    internal static Decision Object(State state, Act act, ObjectToMission c)
    {
        if (!state.Federation.Missions.TryGetValue(c.Mission, out var mission)) return ProtocolRefusals.Unknown("mission", c.Mission);
        if (!state.Offices.SpeaksFor(act.By, mission.Unit, act.At)) return ProtocolRefusals.NotYours("", mission.Unit, act.By);
        return c.Reason.Length is 0 or > 1000 ? ProtocolRefusals.Malformed("reason", "what went beyond it, in at most 1000 characters", c.Reason.Length) : Decision.Accept("", new MissionObjected(mission.Id, c.Reason));
    }

    /// <summary>The refusal where an act would put an emissary into a place, a count or the membership of the unit they are sent to.</summary>
    internal static Refusal? Beyond(State state, DateOnly day, string? unit, params IEnumerable<string> persons)
    {
        if (unit is null || state.Federation.Missions.IsEmpty) return null;
        foreach (var person in persons)
            foreach (var mission in state.Federation.Missions.Values.Where(m => m.Person == person && m.InForceOn(day)).OrderBy(m => m.Id, StringComparer.Ordinal))
                if (state.Roll.LiesIn(unit, mission.Unit)) return FederationRefusals.BeyondMission(mission.Purpose, person, mission.Last.AddDays(1));
        return null;
    }

    private static Refusal? Find(State state, Act act, string id, out Mission mission)
    {
        if (!state.Federation.Missions.TryGetValue(id, out mission!)) return ProtocolRefusals.Unknown("mission", id);
        return act.Day > mission.Last ? FederationRefusals.MissionOver(id, mission.Last) : null;
    }
}
