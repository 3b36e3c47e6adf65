using Mandate.Organisation.Acts;
using Mandate.Organisation.Sessions;

namespace Mandate.Organisation.Offices;

/// <summary>
/// Decisions in writing of a body: proposed by a member, signed by as many of all its seats as the clause of the act asks, and more than half
/// at least, then done through the same rules as every act, in the name of the body.
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
        var standIn = Sits(state, act, c.Body, c.Unit) ? null : BodyStandIns.Through(state, act.By, c.Body, act.At);
        if (standIn is null && !Sits(state, act, c.Body, c.Unit)) return ProtocolRefusals.NotYours($"bodies.{c.Body}", c.Body, act.By);
        if (OwnCase.Of(state, act.By, c.Act) is { } own) return own;
        var decision = Do(state, act, c.Body, c.Unit, c.Act);
        if (decision is not Decision.Accepted done) return decision;
        if (standIn is not null && BodyStandIns.Beyond(state, act, standIn, done.Clause) is { } beyond) return beyond;
        var needed = Needed(state, act, c.Body, standIn?.By ?? c.Body, c.Unit, done.Clause);
        var proposed = new ActProposed(c.Id, c.Body, c.Unit, c.Act, act.By, needed, standIn?.Id);
        return needed <= 1 ? Carried(done, c.Body, c.Id, proposed) : Decision.Accept($"bodies.{c.Body}", proposed);
    }

    public static Decision Sign(State state, Act act, SignAct c)
    {
        if (!state.Offices.Resolutions.TryGetValue(c.Id, out var r)) return ProtocolRefusals.Unknown("resolution", c.Id);
        if (r.Carried) return OfficesRefusals.AlreadyDone(c.Id);
        var standIn = r.StandIn is { } through ? state.Offices.StandIns[through] : null;
        if (standIn is not null && !standIn.RunsOn(act.Day)) return OfficesRefusals.StandInOver($"bodies.{r.Body}", standIn.Until, r.Body);
        var signers = standIn?.By ?? r.Body;
        if (!Sits(state, act, signers, r.Unit)) return ProtocolRefusals.NotYours($"bodies.{r.Body}", signers, act.By);
        if (OwnCase.Of(state, act.By, r.Act) is { } own) return own;
        if (r.Signed.Contains(act.By)) return OfficesRefusals.AlreadySigned(c.Id);
        var signed = new ActSigned(c.Id, act.By);
        // Only those who still sit count; a seat lost between two signatures takes its signature with it.
        var count = r.Signed.Add(act.By).Count(p => state.Offices.Holds(p, signers, act.At, r.Unit));
        // No rule asks for fewer than half: until then the act need not be looked at again.
        if (count <= Seats(state, act, signers, r.Unit) / 2) return Decision.Accept($"bodies.{r.Body}", signed);
        if (WrittenAnswers.Stays(r, act.At) is { } stays) return stays;
        var decision = Do(state, act, r.Body, r.Unit, r.Act);
        if (decision is not Decision.Accepted done) return decision;
        return count < Needed(state, act, r.Body, signers, r.Unit, done.Clause) ? Decision.Accept($"bodies.{r.Body}", signed) : Carried(done, r.Body, c.Id, signed);
    }

    private static Decision Carried(Decision.Accepted done, string body, string id, Event first) =>
        Decision.Accept(done.Clause.Length > 0 ? done.Clause : $"bodies.{body}", [first, new ActCarried(id), .. done.Events]);

    private static Decision Do(State state, Act act, string body, string? unit, Command command) =>
        Decider.Decide(state, act with { Command = command, InNameOf = Authority.NameOf(body, unit) });

    private static bool Sits(State state, Act act, string body, string? unit) => state.Offices.Holds(act.By, body, act.At, unit);

    /// <param name="body">The body whose decision it is.</param>
    /// <param name="signers">Who signs: that body, or the one that stands in for it.</param>
    private static int Needed(State state, Act act, string body, string signers, string? unit, string clause) =>
        WrittenRules.Signatures(state.Statutes.At(act.At), body, clause, Seats(state, act, signers, unit));

    /// <summary>All seats, vacant ones too; the holders where the number of seats follows from a session only.</summary>
    private static int Seats(State state, Act act, string body, string? unit) =>
        Math.Max(Seating.SeatsOfBody(state, state.Statutes.At(act.At), body, unit, session: null, act.At), state.Offices.Holders(body, act.At, unit).Count());
}
