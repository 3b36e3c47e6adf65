using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Offices;

/// <summary>Why something was decided, whom else one thought of, and which decision it carries out.</summary>
/// <param name="Subject">The decision in writing, or the proposal for a place or a post.</param>
/// <param name="Executes">The carried vote or decision in writing that it carries out; null where it is an initiative of its own.</param>
/// <param name="Considered">Whom else one thought of, for a place.</param>
public sealed record Grounds(string Subject, string Reasons, string? Executes, ImmutableArray<string> Considered, string By, DateTimeOffset At);

/// <summary>
/// Reasons on the record (S152, S157, S179). Nobody must give any, so that nothing that has to be done waits for them; where there are none
/// that is shown and counted.
/// </summary>
internal static class GroundsRules
{
    public const int Longest = 1000;

    public static Decision Decide(State state, Act act, StateGrounds c)
    {
        if (Clause(state, act, c.Subject, out var clause) is { } refusal) return refusal;
        if (state.Offices.Grounds.ContainsKey(c.Subject)) return ProtocolRefusals.Taken("grounds", c.Subject);
        if (c.Reasons.Length is 0 or > Longest) return ProtocolRefusals.Malformed("reasons", $"the reasons, in at most {Longest} characters", c.Reasons.Length);
        var considered = c.Considered.IsDefault ? [] : c.Considered;
        if (considered.FirstOrDefault(p => state.Roll.Member(p) is null) is { } stranger) return ProtocolRefusals.Unknown("person", stranger);
        if (c.Executes is { } done && !IsDecided(state, done, c.Subject)) return OfficesRefusals.NotDecided(clause, done);
        return Decision.Accept(clause, new GroundsStated(c.Subject, c.Reasons, c.Executes, considered));
    }

    /// <summary>The clause of what was decided, where whoever acts sat there or proposed it.</summary>
    private static Refusal? Clause(State state, Act act, string subject, out string clause)
    {
        clause = "";
        if (state.Offices.Resolutions.TryGetValue(subject, out var written))
        {
            clause = $"bodies.{written.Body}";
            return state.Offices.Holds(act.By, written.Body, act.At, written.Unit) ? null : ProtocolRefusals.NotYours(clause, written.Body, act.By);
        }
        if (state.Offices.Recalls.TryGetValue(subject, out var recall))
        {
            // Whoever started it says under the same pseudonym what it refers to; no guilt is needed (S144).
            clause = recall.Clause;
            return act.By == recall.Starter ? null : ProtocolRefusals.NotYours(clause, "starter", act.By);
        }
        if (!state.Offices.Proposals.TryGetValue(subject, out var proposal)) return ProtocolRefusals.Unknown("proposal", subject);
        if (proposal.Seat is { } seat) clause = Seating.ClauseOf(state.Statutes.At(act.At), seat);
        var (place, unit) = proposal.Proposer.Split('@', 2) is [var of, var at] ? (of, at) : (proposal.Proposer, (string?)null);
        return act.By == proposal.Proposer || act.InNameOf == proposal.Proposer || state.Offices.Holds(act.By, place, act.At, unit) ? null : ProtocolRefusals.NotYours(clause, proposal.Proposer, act.By);
    }

    /// <summary>A vote that was carried, or another decision in writing that was.</summary>
    private static bool IsDecided(State state, string id, string subject) =>
        state.Votes.Find(id) is { Outcome.Carried: true } || (id != subject && state.Offices.Resolutions.GetValueOrDefault(id) is { Carried: true });
}

/// <summary>Nobody decides on their own appointment (S177): they sign it neither alone nor in the name of a body.</summary>
internal static class OwnCase
{
    public static Refusal? Of(State state, string by, Command command)
    {
        var id = command switch { ConsentToAppointment c => c.Id, AppointProposed c => c.Id, BeginPost c => c.Id, _ => null };
        if (id is null || state.Offices.Proposals.GetValueOrDefault(id) is not { } proposal || proposal.Person != by) return null;
        return OfficesRefusals.OwnCase(proposal.Seat is { } seat ? Seating.ClauseOf(state.Statutes.At(state.At), seat) : "powers", by);
    }
}
