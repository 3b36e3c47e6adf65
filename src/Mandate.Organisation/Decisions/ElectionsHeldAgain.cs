using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Restrictions;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Decisions;

/// <summary>
/// An election that was held while a restriction lay on one side is held again once it has ended, where somebody of that side asks who stood and was not elected
/// (S092). The elected stay in their places until then, so that no body is empty; whoever is elected takes over. Delegates' mandates end with their session: of them
/// there is nothing to be held again.
/// </summary>
public static class ElectionsHeldAgain
{
    /// <summary>Days in which it is held again.</summary>
    public const int WithinDays = 90;

    internal static Decision Ask(State state, Act act, HoldElectionAgain c)
    {
        if (state.Votes.Find(c.Vote) is not { } vote) return ProtocolRefusals.Unknown("vote", c.Vote);
        var clause = vote.Question.Clause;
        if (vote is not { IsElection: true, Outcome: { } outcome, ReplacedBy: null }) return ProtocolRefusals.WrongStage("vote", c.Vote, VoteStage.Result.ToString(), vote.Stage.ToString());
        if (state.Decisions.ElectionsAgain.ContainsKey(c.Vote)) return ProtocolRefusals.Taken("held-again", c.Vote);
        if (!Stood(vote, act.By) || outcome.Elected.Contains(act.By, StringComparer.Ordinal)) return ProtocolRefusals.NotYours(clause, "a candidate who was not elected", act.By);
        var touching = Circumstances.Narrowed(state, vote).Where(r => Touches(state, r, act.By, vote)).ToList();
        if (touching.Count == 0) return DecisionsRefusals.NotTouched(clause);
        if (touching.Find(r => r.InForceOn(act.Day)) is { } still) return DecisionsRefusals.StillRestricted(clause, still.Id, still.Until.AddDays(1));
        var last = touching.Max(AgainRules.Last).AddDays(AgainRules.AfterDays);
        if (act.Day > last) return DecisionsRefusals.TooLate(clause, last);
        ImmutableArray<string> holding = [.. state.Offices.Tenures.Values.Where(t => t.Session is null && t.Basis is { Kind: BasisKind.Election } && t.Basis.Reference == vote.Id && t.Ended is null && (t.Until is null || t.Until >= act.Day)).Select(t => t.Id).Order(StringComparer.Ordinal)];
        if (holding.IsEmpty) return DecisionsRefusals.NobodyHolds(clause);
        var by = act.Day.AddDays(WithinDays);
        return Decision.Accept(clause, new ElectionAskedAgain(vote.Id, act.By, touching[0].Id, by), new ElectionToBeHeldAgain(vote.Id, holding, by));
    }

    private static bool Stood(Vote vote, string person) => vote.Candidates.GetValueOrDefault(person) is { Accepted: true, Withdrawn: false };

    /// <summary>Whether a restriction lay on the side of a candidate: on everybody, on their unit, on a tendency that they speak for, or on a body or office in which they had a place.</summary>
    private static bool Touches(State state, Restriction restriction, string person, Vote vote) => restriction.Targets.IsEmpty || restriction.Targets.Any(target =>
        (state.Roll.Unit(target) is not null && state.Roll.Member(person) is { } member && state.Roll.LiesIn(member.Unit, target))
        || state.Tendencies.All.GetValueOrDefault(target)?.Speaker == person
        || state.Offices.Holds(person, target, vote.OpenedAt!.Value));
}
