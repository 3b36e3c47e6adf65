using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Constitutions.Rules;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Decisions;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Sessions;

namespace Mandate.Organisation.Petitions;

/// <summary>A petition with enough signatures is put on the agenda of the body, which answers with reasons within its time.</summary>
public static class PetitionsRules
{
    /// <summary>Days to answer.</summary>
    private const int AnswerDays = 30;

    public static Decision Decide(State state, Act act, PetitionsCommand command) => command switch
    {
        StartPetition c => Start(state, act, c),
        SignPetition c => Sign(state, act, c.Petition, closed: false, null),
        SignClosed c => Sign(state, act, c.Petition, closed: true, c.Text),
        AnswerPetition c => Answer(state, act, c),
        RaiseConcern c => ConcernRules.Raise(state, act, c),
        AnswerConcern c => ConcernRules.Answer(state, act, c),
        BeginProtest c => ProtestRules.Begin(state, act, c),
        JoinProtest c => ProtestRules.Join(state, act, c),
        AnswerProtest c => ProtestRules.Answer(state, act, c),
        _ => throw new InvalidOperationException($"No rules for {command.GetType().Name}."),
    };

    /// <summary>The rule of signatures for that body's agenda; else that of initiatives.</summary>
    public static PetitionRule? RuleFor(Constitution rules, string body) =>
        rules.Powers.Where(p => p.Verb == Verb.SetAgenda && p.Object.Any(o => o.Id == body)).SelectMany(p => p.MustInclude).SelectMany(Flat).FirstOrDefault()
        ?? rules.Powers.Where(p => p.Verb == Verb.Propose).Select(p => (p.Holder as RuleHolder)?.Rule).OfType<Rule>().SelectMany(Flat).FirstOrDefault();

    private static IEnumerable<PetitionRule> Flat(Rule rule) => rule switch
    {
        PetitionRule p => [p],
        AnyOf any => any.Rules.SelectMany(Flat),
        AllOf all => all.Rules.SelectMany(Flat),
        _ => [],
    };

    private static Decision Start(State state, Act act, StartPetition c)
    {
        var rules = state.Statutes.At(act.At);
        if (c.Id.Length == 0) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (state.Petitions.All.ContainsKey(c.Id)) return ProtocolRefusals.Taken("petition", c.Id);
        if (!rules.Bodies.ContainsKey(c.To)) return ProtocolRefusals.Unknown("body", c.To);
        if (c.Commitment is { } commitment && (c.Asks.Length > 0 || commitment.Length != 64)) return ProtocolRefusals.Malformed("commitment", "64 hexadecimal digits, and nothing in the open", commitment);
        if (c.Commitment is null && c.Asks.Length is 0 or > 300) return ProtocolRefusals.Malformed("asks", "what it asks, in at most 300 characters", c.Asks.Length);
        var rule = RuleFor(rules, c.To);
        var clause = rule?.Clause.Path ?? rules.Procedure.Default.Clause.Path;
        if (!Pseudonyms.IsOne(act.By) && state.Roll.Member(act.By) is not { InGoodStanding: true }) return ProtocolRefusals.NotYours(clause, "member", act.By);
        if (Pseudonyms.Read(act.Blobs, c.Register, c.Register is null ? 0 : state.Roll.InGoodStanding(null).Count, clause, out var register) is { } bad) return bad;
        if (!register.Contains(act.By)) return ProtocolRefusals.NotYours(clause, "member", act.By);
        if (c.Decision is { } decision)
        {
            if (state.Motions.Find(decision) is not { } called) return ProtocolRefusals.Unknown("motion", decision);
            if (!CallUps.Can(state, called, c.To)) return PetitionsRefusals.NotCalledUp(clause, called);
            if (state.Petitions.All.Values.Any(p => p.Decision == decision && p.AnsweredAt is null)) return ProtocolRefusals.Taken("petition", decision);
        }
        // Without a rule of signatures one member's request is answered like any other.
        var needed = rule is null ? 1 : (int)Math.Max(1, Quantities.NeededOf(rule.Signatures, Bases.Of(state, rule.Signatures, null, act.At)));
        var started = new PetitionStarted(c.Id, c.To, c.Asks, clause, needed, c.Register!, c.Commitment, c.Decision);
        if (needed == 1 && c.Commitment is not null) return PetitionsRefusals.OpenAtOnce(clause);
        return needed == 1 ? Decision.Accept(clause, [started, new PetitionReady(c.Id, act.Day.AddDays(AnswerDays)), .. CalledUp(state, act, c.Decision, c.Id, c.Asks)]) : Decision.Accept(clause, started);
    }

    private static Decision Sign(State state, Act act, string id, bool closed, string? text)
    {
        if (!state.Petitions.All.TryGetValue(id, out var petition) || petition.Closed != closed) return ProtocolRefusals.Unknown("petition", id);
        if (!petition.Register.Contains(act.By)) return ProtocolRefusals.NotYours(petition.Clause, "member", act.By);
        if (petition.AnsweredAt is not null) return ProtocolRefusals.WrongStage("petition", petition.Id, "open", "answered");
        if (petition.Signed.Contains(act.By)) return PetitionsRefusals.SignedAlready(petition.Clause);
        var signed = new PetitionSigned(petition.Id);
        if (petition.Due is not null || petition.Signed.Count + 1 < petition.Needed) return Decision.Accept(petition.Clause, signed);
        // Large enough, a closed declaration is published by the signature that makes it so.
        if (closed && (text != petition.Commitment || act.Blobs.Text(text!) is null)) return PetitionsRefusals.TextFirst(petition.Clause);
        return Decision.Accept(petition.Clause, [signed, new PetitionReady(petition.Id, act.Day.AddDays(AnswerDays), text), .. CalledUp(state, act, petition.Decision, petition.Id, petition.Asks)]);
    }

    /// <summary>With enough signatures a decision is called up; before all members where no unit was consulted and thirty days are not over.</summary>
    private static IEnumerable<Event> CalledUp(State state, Act act, string? decision, string petition, string asks) => decision is null || state.Motions.Find(decision) is not { } motion ? []
        : CallUps.Ready(state, act, decision, petition, asks, Preparation.CallUpUntil(state, motion) is { } until && act.Day <= until);

    private static Decision Answer(State state, Act act, AnswerPetition c)
    {
        if (!state.Petitions.All.TryGetValue(c.Petition, out var petition)) return ProtocolRefusals.Unknown("petition", c.Petition);
        var rules = state.Statutes.At(act.At);
        // A body that sits on occasion (a congress, an assembly) is answered for on the agenda by whoever convenes it.
        var convenes = rules.Bodies.GetValueOrDefault(petition.To)?.Convene is { } convene ? convene.By : null;
        if (!state.Offices.Holds(act.By, petition.To, act.At) && !(convenes is { } by && Authority.Serves(state, act, by, petition.Clause) is null))
            return ProtocolRefusals.NotYours(petition.Clause, petition.To, act.By);
        if (petition.AnsweredAt is not null && petition.Reply != Reply.Scheduled) return ProtocolRefusals.WrongStage("petition", petition.Id, "open", "answered");
        if (petition.Due is null && c.Reply != Reply.Scheduled) return PetitionsRefusals.NotReady(petition.Clause, petition.Needed, petition.Signed.Count);
        if (c.Reason.Length == 0) return ProtocolRefusals.Malformed("reason", "the reasons of the answer", "");
        if (c.Reply == Reply.Refused && petition.Reply != Reply.Scheduled) return PetitionsRefusals.MustBeHeard(petition.Clause);
        if (c.Reply == Reply.Scheduled && (c.Session is null || state.Sessions.Find(c.Session)?.Body != petition.To)) return ProtocolRefusals.Unknown("session", c.Session ?? "");
        return Decision.Accept(petition.Clause, new PetitionAnswered(petition.Id, c.Reply, c.Reason, c.Session));
    }
}
