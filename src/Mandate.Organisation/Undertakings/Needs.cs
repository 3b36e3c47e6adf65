using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Undertakings;

/// <param name="Accepted">When the unit took it; null before.</param>
public sealed record HelpOffer(string Person, string What, DateTimeOffset At, DateTimeOffset? Accepted = null);

/// <param name="For">The body in whose name; <c>self</c> where the person asked for refused.</param>
public sealed record RefusedRequest(string For, string Reason, string By, DateTimeOffset At);

/// <summary>What a unit needs hands for (S172), or its request for somebody by name (S178).</summary>
public sealed record Need(string Id, string Unit, string What, int Number, DateOnly Until, string? Person, string By, DateTimeOffset At)
{
    public ImmutableSortedDictionary<string, HelpOffer> Offers { get; init; } = ImmutableSortedDictionary.Create<string, HelpOffer>(StringComparer.Ordinal);

    public ImmutableArray<RefusedRequest> Refusals { get; init; } = [];

    public int Found => Offers.Values.Count(o => o.Accepted is not null);
}

/// <summary>Forces go where they are needed by consent alone: a unit asks, members offer themselves, nobody is sent.</summary>
internal static class Needs
{
    private const int Longest = 300;

    public static Decision Post(State state, Act act, PostNeed c)
    {
        var clause = Clause(state, act);
        if (c.Id.Length == 0) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (state.Undertakings.Needs.ContainsKey(c.Id)) return ProtocolRefusals.Taken("need", c.Id);
        if (state.Roll.Unit(c.Unit) is null) return ProtocolRefusals.Unknown("unit", c.Unit);
        if (!state.Offices.SpeaksFor(act.By, c.Unit, act.At)) return ProtocolRefusals.NotYours(clause, c.Unit, act.By);
        if (c.What.Length is 0 or > Longest) return ProtocolRefusals.Malformed("what", "what is needed, in at most 300 characters", c.What.Length);
        if (c.Number < 1 || (c.Person is not null && c.Number > 1)) return ProtocolRefusals.Malformed("number", "one or more", c.Number);
        if (c.Until < act.Day) return ProtocolRefusals.Malformed("until", "today or later", c.Until);
        return c.Person is { } person && state.Roll.Member(person) is null ? ProtocolRefusals.Unknown("person", person) : Decision.Accept(clause, new NeedPosted(c.Id, c.Unit, c.What, c.Number, c.Until, c.Person));
    }

    public static Decision Offer(State state, Act act, OfferHelp c)
    {
        if (Open(state, act, c.Need, out var need) is { } refusal) return refusal;
        if (state.Roll.Member(act.By) is not { InGoodStanding: true }) return ProtocolRefusals.NotYours(Clause(state, act), "member", act.By);
        if (need.Person is { } asked && asked != act.By) return ProtocolRefusals.NotYours(Clause(state, act), asked, act.By);
        if (need.Offers.ContainsKey(act.By)) return ProtocolRefusals.Taken("offer", c.Need);
        return c.What.Length is 0 or > Longest ? ProtocolRefusals.Malformed("what", "what is offered, in at most 300 characters", c.What.Length) : Decision.Accept(Clause(state, act), new HelpOffered(c.Need, c.What));
    }

    public static Decision Withdraw(State state, Act act, WithdrawHelp c) =>
        !state.Undertakings.Needs.TryGetValue(c.Need, out var need) ? ProtocolRefusals.Unknown("need", c.Need)
        : need.Offers.ContainsKey(act.By) ? Decision.Accept(Clause(state, act), new HelpWithdrawn(c.Need)) : ProtocolRefusals.Unknown("offer", c.Need);

    public static Decision Accept(State state, Act act, AcceptHelp c)
    {
        if (Open(state, act, c.Need, out var need) is { } refusal) return refusal;
        if (!state.Offices.SpeaksFor(act.By, need.Unit, act.At)) return ProtocolRefusals.NotYours(Clause(state, act), need.Unit, act.By);
        if (need.Offers.GetValueOrDefault(c.Person) is not { } offer) return ProtocolRefusals.Unknown("offer", c.Person);
        return offer.Accepted is not null ? ProtocolRefusals.WrongStage("offer", c.Person, "open", "done") : Decision.Accept(Clause(state, act), new HelpAccepted(c.Need, c.Person));
    }

    public static Decision Refuse(State state, Act act, RefuseRequest c)
    {
        if (Open(state, act, c.Need, out var need) is { } refusal) return refusal;
        if (!MayRefuse(state, need, act.By, act.At)) return ProtocolRefusals.NotYours(Clause(state, act), need.Person ?? "", act.By);
        if (c.Reason.Length is 0 or > Longest) return ProtocolRefusals.Malformed("reason", "the reason, in at most 300 characters", c.Reason.Length);
        var body = act.By == need.Person ? "self" : Bodies(state, need, act.By, act.At).First();
        return need.Refusals.Any(r => r.For == body) ? ProtocolRefusals.Taken("refusal", c.Need) : Decision.Accept(Clause(state, act), new RequestRefused(c.Need, body, c.Reason));
    }

    /// <summary>The person asked for, and those who sit with them on a body.</summary>
    public static bool MayRefuse(State state, Need need, string person, DateTimeOffset at) => need.Person is not null && (person == need.Person || Bodies(state, need, person, at).Any());

    private static IEnumerable<string> Bodies(State state, Need need, string person, DateTimeOffset at)
    {
        var own = state.Offices.HeldBy(need.Person!, at).Where(t => t.Session is null).Select(t => t.Seat.Of).ToHashSet(StringComparer.Ordinal);
        return state.Offices.ServedBy(person, at).Select(t => t.Seat.Of).Where(own.Contains).Order(StringComparer.Ordinal);
    }

    private static Refusal? Open(State state, Act act, string id, out Need need) =>
        !state.Undertakings.Needs.TryGetValue(id, out need!) ? ProtocolRefusals.Unknown("need", id)
        : act.Day > need.Until ? ProtocolRefusals.WrongStage("need", id, "open", "ended") : null;

    private static string Clause(State state, Act act) => state.Statutes.At(act.At).Procedure.Default.Clause.Path;
}
