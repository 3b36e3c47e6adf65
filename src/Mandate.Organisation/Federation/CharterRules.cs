using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Facts;

namespace Mandate.Organisation.Federation;

/// <summary>Charters: what is not listed is refused, reports come in their rhythm, and the end leaves nothing that nobody has voted on.</summary>
internal static class CharterRules
{
    /// <summary>The longest for which a charter is given; and the longest between two reports.</summary>
    private const int MostDays = 366, MostBetweenReports = 92;

    public static Decision Give(State state, Act act, GiveCharter c)
    {
        var clause = Clause(state, act);
        if (c.Id.Length == 0) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (state.Federation.Charters.ContainsKey(c.Id)) return ProtocolRefusals.Taken("charter", c.Id);
        if (act.InNameOf is not { } body) return ProtocolRefusals.NotYours(clause, "body", act.By) with { Way = "decide-in-writing" };
        if (c.Task.Length is 0 or > 300) return ProtocolRefusals.Malformed("task", "what it is for, in at most 300 characters", c.Task.Length);
        if (c.Members.Each().IsEmpty || c.Members.Distinct(StringComparer.Ordinal).Count() != c.Members.Length) return ProtocolRefusals.Malformed("members", "each member once", string.Join(", ", c.Members.Each()));
        foreach (var member in c.Members)
            if (state.Roll.Member(member) is not { InGoodStanding: true }) return ProtocolRefusals.Unknown("member", member);
        if (c.Powers.Each().IsEmpty || c.Powers.Any(p => p.Length is 0 or > 200)) return ProtocolRefusals.Malformed("powers", "at least one power, each in at most 200 characters", c.Powers.Each().Length);
        if (c.ReportEvery is < 1 or > MostBetweenReports) return ProtocolRefusals.Malformed("reportEvery", "from 1 to 92 days", c.ReportEvery);
        var last = act.Day.AddDays(MostDays);
        if (c.Until < act.Day || c.Until > last) return FederationRefusals.CharterTooLong(clause, last, c.Until);
        foreach (var touched in c.Touches.Each())
            if (!state.Statutes.At(act.At).Bodies.ContainsKey(touched) || touched == body.Split('@')[0]) return ProtocolRefusals.Unknown("body", touched);
        if ((c.Kind == CharterKind.Representative) != (c.Outside is { Length: > 0 })) return ProtocolRefusals.Malformed("outside", "the outside body, for representatives only", c.Outside ?? "");
        return Decision.Accept(clause, new Chartered(c.Id, c.Kind, c.Task, c.Members, c.Powers, c.ReportEvery, c.Until, c.Touches.Each(), c.Outside, body));
    }

    public static Decision Consent(State state, Act act, ConsentToCharter c)
    {
        if (Find(state, act, c.Charter, out var charter) is { } over) return over;
        var body = act.InNameOf;
        if (body is null || !charter.Touches.Contains(body, StringComparer.Ordinal)) return ProtocolRefusals.NotYours("", string.Join(", ", charter.Touches), act.By) with { Way = body is null ? "decide-in-writing" : null };
        return charter.Consented.Contains(body) ? ProtocolRefusals.Taken("consent", body) : Decision.Accept("", new CharterConsented(charter.Id, body));
    }

    public static Decision Take(State state, Act act, TakeCharter c)
    {
        if (Find(state, act, c.Charter, out var charter) is { } over) return over;
        if (!charter.Members.Contains(act.By, StringComparer.Ordinal)) return ProtocolRefusals.NotYours("", string.Join(", ", charter.Members), act.By);
        return charter.Taken.Contains(act.By) ? ProtocolRefusals.WrongStage("charter", charter.Id, "given", "taken") : Decision.Accept("", new CharterTaken(charter.Id));
    }

    public static Decision Do(State state, Act act, ActUnderCharter c)
    {
        if (Find(state, act, c.Charter, out var charter) is { } over) return over;
        if (c.Id.Length == 0 || charter.Acts.Any(a => a.Id == c.Id)) return ProtocolRefusals.Malformed("id", "an id of its own", c.Id);
        if (!charter.Taken.Contains(act.By)) return ProtocolRefusals.NotYours("", string.Join(", ", charter.Taken), act.By);
        if (charter.Touches.Where(t => !charter.Consented.Contains(t)).ToList() is { Count: > 0 } open) return FederationRefusals.NoConsentYet(open);
        if (!charter.Powers.Contains(c.Power, StringComparer.Ordinal)) return FederationRefusals.NotInCharter(string.Join("; ", charter.Powers), c.Power);
        return c.What.Length is 0 or > 1000 ? ProtocolRefusals.Malformed("what", "what was decided, in at most 1000 characters", c.What.Length) : Decision.Accept("", new ActedUnderCharter(c.Id, charter.Id, c.Power, c.What));
    }

    public static Decision Instruct(State state, Act act, InstructUnderCharter c)
    {
        if (Find(state, act, c.Charter, out var charter) is { } over) return over;
        if (NeedsGiver(state, act, charter) is { } notYours) return notYours;
        return c.What.Length is 0 or > 1000 ? ProtocolRefusals.Malformed("what", "the instruction, in at most 1000 characters", c.What.Length) : Decision.Accept("", new CharterInstructed(charter.Id, c.What));
    }

    public static Decision Report(State state, Act act, ReportOnCharter c)
    {
        if (!state.Federation.Charters.TryGetValue(c.Charter, out var charter)) return ProtocolRefusals.Unknown("charter", c.Charter);
        if (!charter.Taken.Contains(act.By)) return ProtocolRefusals.NotYours("", string.Join(", ", charter.Taken), act.By);
        if (charter.Reports.Any(r => r.Final)) return ProtocolRefusals.WrongStage("charter", charter.Id, "open", "reported");
        if (c.Final && act.Day < charter.Last) return FederationRefusals.NotOverYet(charter.Last);
        if (c.Account.Length is 0 or > 2000) return ProtocolRefusals.Malformed("account", "what was done, in at most 2000 characters", c.Account.Length);
        if (!c.Final && !c.Holdings.Each().IsEmpty) return ProtocolRefusals.Malformed("holdings", "in the last report only", c.Holdings.Length);
        return Decision.Accept("", new CharterReported(charter.Id, c.Account, c.Final, c.Conflict is { Length: > 0 } ? c.Conflict : null, c.Holdings.Each()));
    }

    public static Decision End(State state, Act act, EndCharter c)
    {
        if (Find(state, act, c.Charter, out var charter) is { } over) return over;
        if (NeedsGiver(state, act, charter) is { } notYours) return notYours;
        return c.Reason.Length is 0 or > 1000 ? ProtocolRefusals.Malformed("reason", "why, in at most 1000 characters", c.Reason.Length) : Decision.Accept("", new CharterEnded(charter.Id, c.Reason));
    }

    public static Decision Dispose(State state, Act act, DisposeOf c)
    {
        if (!state.Federation.Charters.TryGetValue(c.Charter, out var charter)) return ProtocolRefusals.Unknown("charter", c.Charter);
        if (NeedsGiver(state, act, charter) is { } notYours) return notYours;
        if (act.Day < charter.Last) return FederationRefusals.NotOverYet(charter.Last);
        if (!charter.Left.Contains(c.What, StringComparer.Ordinal)) return ProtocolRefusals.Malformed("what", string.Join("; ", charter.Left), c.What);
        if (c.Disposal == Disposal.Reassigned ? c.To is not { } to || !state.Statutes.At(act.At).Bodies.ContainsKey(to) : c.To is not null) return ProtocolRefusals.Unknown("body", c.To ?? "");
        return Decision.Accept("", new Disposed(charter.Id, c.What, c.Disposal, c.To));
    }

    private static Refusal? NeedsGiver(State state, Act act, Charter charter) => act.InNameOf == charter.For ? null
        : ProtocolRefusals.NotYours("", charter.For, act.By) with { Way = state.Offices.Holds(act.By, charter.For.Split('@')[0], act.At) ? "decide-in-writing" : null };

    private static Refusal? Find(State state, Act act, string id, out Charter charter)
    {
        if (!state.Federation.Charters.TryGetValue(id, out charter!)) return ProtocolRefusals.Unknown("charter", id);
        return act.Day > charter.Last ? FederationRefusals.CharterOver(id, charter.Last) : null;
    }

    private static string Clause(State state, Act act) => state.Statutes.At(act.At).Procedure.Default.Clause.Path;
}
