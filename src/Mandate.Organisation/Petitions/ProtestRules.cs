using Mandate.Constitutions;
using Mandate.Constitutions.Rules;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Federation;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Petitions;

/// <summary>
/// Units protest in their own name, by a carried vote or a decision in writing of a body of theirs. No ground is too narrow: whoever
/// answers says what becomes of the measure and why, and cannot dismiss the protest.
/// </summary>
internal static class ProtestRules
{
    private const int MostCharacters = 1000;

    public static Decision Begin(State state, Act act, BeginProtest c)
    {
        var rules = state.Statutes.At(act.At);
        if (c.Id.Length == 0) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (state.Petitions.Protests.ContainsKey(c.Id)) return ProtocolRefusals.Taken("protest", c.Id);
        if (c.Grounds.Trim().Length is 0 or > MostCharacters) return ProtocolRefusals.Malformed("grounds", "the grounds, in at most 1000 characters", c.Grounds.Length);
        if (Measure(state, c.Against, out var kind, out var to, out var orderedTo) is { } unknown) return unknown;
        if (state.Petitions.Protests.Values.FirstOrDefault(p => p.Against == c.Against && !p.Answered) is { } open) return PetitionsRefusals.ProtestOpen(open.Clause, open.Id);
        var (needed, clause) = Needed(state, rules, to, act.At);
        if (orderedTo > 0) needed = Math.Min(needed, orderedTo);
        if (Voice(state, act, c.Unit, c.Vote, c.Id, clause) is { } notTheirs) return notTheirs;
        return Ready(state, act, clause, new ProtestBegun(c.Id, kind, c.Against, to, c.Grounds.Trim(), c.Unit, needed, clause), 1, needed, c.Id);
    }

    public static Decision Join(State state, Act act, JoinProtest c)
    {
        if (!state.Petitions.Protests.TryGetValue(c.Protest, out var protest)) return ProtocolRefusals.Unknown("protest", c.Protest);
        if (protest.Answered) return ProtocolRefusals.WrongStage("protest", protest.Id, "open", "answered");
        if (protest.Units.ContainsKey(c.Unit)) return ProtocolRefusals.Taken("signature", c.Unit);
        if (Voice(state, act, c.Unit, c.Vote, protest.Id, protest.Clause) is { } notTheirs) return notTheirs;
        var joined = new ProtestJoined(protest.Id, c.Unit);
        return protest.Due is null ? Ready(state, act, protest.Clause, joined, protest.Units.Count + 1, protest.Needed, protest.Id) : Decision.Accept(protest.Clause, joined);
    }

    /// <summary>
    /// The body whose measure it is, by a decision in writing or by a vote on the protest that anybody enters; a higher one overrides the stay.
    /// </summary>
    public static Decision Answer(State state, Act act, AnswerProtest c)
    {
        if (!state.Petitions.Protests.TryGetValue(c.Protest, out var protest)) return ProtocolRefusals.Unknown("protest", c.Protest);
        if (c.Reasons.Trim().Length == 0) return ProtocolRefusals.Malformed("reasons", "the reasons of the answer", "");
        if (protest.Readings.Any(r => r.Reading != ProtestOutcome.Maintained)) return ProtocolRefusals.WrongStage("protest", protest.Id, "open", "answered");
        if (Body(state, act, c, out var body) is { } nobody) return nobody;
        var higher = Higher(state.Statutes.At(act.At), protest.To, body);
        if (c.Reading == ProtestOutcome.Overridden && !higher) return PetitionsRefusals.OnlyHigher(protest.Clause, protest.To, body);
        if (body != protest.To && !higher) return ProtocolRefusals.NotYours(protest.Clause, protest.To.Split('@')[0], act.By);
        if (c.Vote is { } id && state.Votes.Find(id)!.Outcome!.Carried != (c.Reading is ProtestOutcome.Maintained or ProtestOutcome.Overridden))
            return PetitionsRefusals.NotWhatWasVoted(protest.Clause, id);
        var read = new ProtestAnswered(protest.Id, c.Reading, c.Reasons.Trim(), body, c.Vote);
        return c.Reading == ProtestOutcome.Withdrawn && state.Federation.Orders.TryGetValue(protest.Against, out var order) && order.CountermandedAt is null
            ? Decision.Accept(protest.Clause, read, new OrderCountermanded(order.Id, c.Reasons.Trim()))
            : Decision.Accept(protest.Clause, read);
    }

    /// <summary>The order or adopted motion, and whose it is.</summary>
    private static Refusal? Measure(State state, string id, out ProtestAgainst kind, out string to, out int orderedTo)
    {
        (kind, to, orderedTo) = (ProtestAgainst.Order, "", 0);
        if (state.Federation.Orders.TryGetValue(id, out var order))
        {
            (to, orderedTo) = (order.For, order.To.Length);
            return order.CountermandedAt is { } at ? FederationRefusals.TakenBack(id, at) : null;
        }
        if (state.Motions.Find(id) is not { } motion) return ProtocolRefusals.Unknown("measure", id);
        if (motion.Stage != MotionStage.Adopted) return ProtocolRefusals.WrongStage("motion", id, MotionStage.Adopted, motion.Stage);
        var session = (motion.Vote is { } vote ? state.Votes.Find(vote)?.Session : null) ?? motion.Session;
        if (state.Sessions.Find(session) is not { } sat) return ProtocolRefusals.Unknown("session", session);
        (kind, to) = (ProtestAgainst.Decision, Authority.NameOf(sat.Body, sat.Unit));
        return null;
    }

    private static Decision Ready(State state, Act act, string clause, PetitionsEvent happened, int units, int needed, string id) => units >= needed
        ? Decision.Accept(clause, happened, new ProtestReady(id, act.Day.AddDays(Protests.RereadDays)))
        : Decision.Accept(clause, happened);

    private static Refusal? Voice(State state, Act act, string unit, string? vote, string subject, string clause) => state.Roll.Unit(unit) is not { Until: null }
        ? ProtocolRefusals.Unknown("unit", unit)
        : Committees.Defends(state, act.By, unit, act.At) ? null : UnitVoice.WhyNot(state, act, unit, vote, subject, clause);

    /// <summary>As many units as put a matter on the body's agenda or have it convened; three where the constitution names no number.</summary>
    private static (int Needed, string Clause) Needed(State state, Constitution rules, string to, DateTimeOffset at)
    {
        var body = to.Split('@')[0];
        var rule = AgendaRules.MustInclude(rules, body).Concat(rules.Bodies.GetValueOrDefault(body)?.Convene?.OnDemandOf ?? []).SelectMany(Flat).FirstOrDefault();
        return rule is null
            ? (Protests.FewestUnits, rules.Procedure.Default.Clause.Path)
            : ((int)Math.Max(1, Quantities.NeededOf(rule.Units, Bases.Of(state, rule.Units, null, at))), rule.Clause.Path);
    }

    private static IEnumerable<UnitsRule> Flat(Rule rule) => rule switch
    {
        UnitsRule u => [u],
        AnyOf any => any.Rules.SelectMany(Flat),
        AllOf all => all.Rules.SelectMany(Flat),
        _ => [],
    };

    /// <summary>In whose name the answer is given.</summary>
    private static Refusal? Body(State state, Act act, AnswerProtest c, out string body)
    {
        body = act.InNameOf ?? "";
        var protest = state.Petitions.Protests[c.Protest];
        if (c.Vote is null) return body.Length > 0 ? null : ProtocolRefusals.NotYours(protest.Clause, protest.To.Split('@')[0], act.By) with { Way = "decide-in-writing" };
        if (state.Votes.Find(c.Vote) is not { } vote || vote.Question.Subject != protest.Id || vote.Session is not { } id || state.Sessions.Find(id) is not { } session) return ProtocolRefusals.Unknown("vote", c.Vote);
        if (vote.Stage != VoteStage.Result) return ProtocolRefusals.WrongStage("vote", vote.Id, VoteStage.Result, vote.Stage);
        body = Authority.NameOf(session.Body, session.Unit);
        return null;
    }

    /// <summary>Whether a body elects the members of another, or can remove them.</summary>
    private static bool Higher(Constitution rules, string of, string body)
    {
        if (rules.Bodies.GetValueOrDefault(of.Split('@')[0]) is not { } lower) return false;
        var above = body.Split('@')[0];
        return lower.Remove.OfType<RemovalBy>().Any(r => r.By.Id == above) || lower.Seats.Values.Any(s => s.By is Elect { Body: { } elects } && elects.Id == above);
    }
}
