using Mandate.Organisation.Acts;
using Mandate.Organisation.Sessions;

namespace Mandate.Organisation.Offices;

/// <summary>
/// Decisions in writing of a body: proposed by a member, signed by more than half of all its seats, then done through the same
/// rules as every act, in the name of the body.
/// </summary>
internal static class Resolutions
{
    public static Decision Propose(State state, Act act, ProposeAct c)
    {
        if (string.IsNullOrWhiteSpace(c.Id)) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (state.Offices.Resolutions.ContainsKey(c.Id)) return ProtocolRefusals.Taken("resolution", c.Id);
        var rules = state.Statutes.At(act.At);
        if (!rules.Bodies.TryGetValue(c.Body, out var body)) return ProtocolRefusals.Unknown("body", c.Body);
        if (BodyShape.UnitKindOf(rules, body) is { } kind ? state.Roll.Unit(c.Unit ?? "")?.Kind != kind : c.Unit is not null)
            return ProtocolRefusals.Unknown("unit", c.Unit ?? "");
        if (c.Act is ProposeAct or SignAct) return ProtocolRefusals.Malformed("act", "an act other than a decision in writing", c.Act.GetType().Name);
        if (!Sits(state, act, c.Body, c.Unit)) return ProtocolRefusals.NotYours($"bodies.{c.Body}", c.Body, act.By);
        if (OwnCase.Of(state, act.By, c.Act) is { } own) return own;
        if (Do(state, act, c.Body, c.Unit, c.Act) is Decision.Refused refused) return refused;
        var needed = Needed(state, act, c.Body, c.Unit);
        var proposed = new ActProposed(c.Id, c.Body, c.Unit, c.Act, act.By, needed);
        return needed <= 1
            ? Carry(state, act, $"bodies.{c.Body}", c.Id, c.Body, c.Unit, c.Act, proposed)
            : Decision.Accept($"bodies.{c.Body}", proposed);
    }

    public static Decision Sign(State state, Act act, SignAct c)
    {
        if (!state.Offices.Resolutions.TryGetValue(c.Id, out var r)) return ProtocolRefusals.Unknown("resolution", c.Id);
        if (r.Carried) return OfficesRefusals.AlreadyDone(c.Id);
        if (!Sits(state, act, r.Body, r.Unit)) return ProtocolRefusals.NotYours($"bodies.{r.Body}", r.Body, act.By);
        if (OwnCase.Of(state, act.By, r.Act) is { } own) return own;
        if (r.Signed.Contains(act.By)) return OfficesRefusals.AlreadySigned(c.Id);
        var clause = $"bodies.{r.Body}";
        var signed = new ActSigned(c.Id, act.By);
        // Only those who still sit count; a seat lost between two signatures takes its signature with it.
        var count = r.Signed.Add(act.By).Count(p => state.Offices.Holds(p, r.Body, act.At, r.Unit));
        if (count >= Needed(state, act, r.Body, r.Unit) && WrittenAnswers.Stays(r, act.At) is { } stays) return stays;
        return count >= Needed(state, act, r.Body, r.Unit)
            ? Carry(state, act, clause, c.Id, r.Body, r.Unit, r.Act, signed)
            : Decision.Accept(clause, signed);
    }

    private static Decision Carry(State state, Act act, string clause, string id, string body, string? unit, Command command, Event first)
    {
        var decision = Do(state, act, body, unit, command);
        if (decision is not Decision.Accepted done) return decision;
        return Decision.Accept(done.Clause.Length > 0 ? done.Clause : clause, [first, new ActCarried(id), .. done.Events]);
    }

    private static Decision Do(State state, Act act, string body, string? unit, Command command) =>
        Decider.Decide(state, act with { Command = command, InNameOf = Authority.NameOf(body, unit) });

    private static bool Sits(State state, Act act, string body, string? unit) => state.Offices.Holds(act.By, body, act.At, unit);

    /// <summary>More than half of all seats, vacant ones too; of the holders where the number of seats follows from a session only.</summary>
    private static int Needed(State state, Act act, string body, string? unit)
    {
        var seats = Seating.SeatsOfBody(state, state.Statutes.At(act.At), body, unit, session: null, act.At);
        var holders = state.Offices.Holders(body, act.At, unit).Count();
        return Math.Max(seats, holders) / 2 + 1;
    }
}
