using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Restrictions;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Decisions;

/// <summary>
/// A decided matter comes up again as of right: rejected, at the next level; decided under circumstances, at the next level for a minority; voted on while a right was narrowed,
/// in the same body once it is free; and when the end that was set beforehand is reached. Once on each ground, with the notice of its class and without signatures.
/// </summary>
internal static class AgainRules
{
    /// <summary>Of those who voted yes or no the share that is a minority with this right: one in so many.</summary>
    public const int MinorityOneIn = 10;

    /// <summary>Days after a restriction has ended in which the same matter can be demanded again.</summary>
    public const int AfterDays = 180;

    public static Decision Move(State state, Act act, MoveAgain c)
    {
        if (state.Motions.Find(c.Of) is not { } of) return ProtocolRefusals.Unknown("motion", c.Of);
        if (of.Stage is not (MotionStage.Adopted or MotionStage.Rejected) || of.Vote is not { } decided || state.Votes.Find(decided) is not { Outcome: not null } vote)
            return ProtocolRefusals.WrongStage("motion", of.Id, MotionStage.Rejected.ToString(), of.Stage.ToString());
        if (state.Sessions.Find(c.Session) is not { } session) return ProtocolRefusals.Unknown("session", c.Session);
        var first = state.Sessions.Find(vote.Session ?? of.Session)!;
        var clause = state.Statutes.At(act.At).Procedure.ByObject.GetValueOrDefault(of.Class)?.Clause.Path ?? state.Statutes.At(act.At).Procedure.Default.Clause.Path;
        if (of.Class is ClassRule.Amendment or ClassRule.RemoveOfficer or ClassRule.DissolveUnit or ClassRule.RestrictRight) return DecisionsRefusals.HasOwnWay(clause, of.Class);
        if (state.Decisions.Again.Values.Any(a => a.Of == of.Id && a.Ground == c.Ground)) return ProtocolRefusals.Taken("moved-again", of.Id);
        if (WhyNot(state, act, new(of, vote, first, session, clause), c) is { } not) return not;
        var filed = FilingRules.File(state, act, new FileMotion(c.Motion, c.Session, of.Class, c.Title, c.Texts, [], null, null, null, Urgent: false), asOfRight: true);
        return filed is not Decision.Accepted accepted ? filed : accepted with
        {
            Events =
            [
                .. accepted.Events, new MovedAgain(c.Motion, of.Id, c.Ground, Circumstances.Of(state, vote)),
                .. c.Ground == AgainGround.EndReached ? [new MotionRelated(c.Motion, DecisionRelation.Repeals, of.Id)] : ImmutableArray<Event>.Empty,
            ],
        };
    }

    /// <summary>The first of those sessions before which somebody could move it again on that ground; null where there is none.</summary>
    internal static Session? Where(State state, Motion of, AgainGround ground, string person, IEnumerable<Session> coming, DateTimeOffset at)
    {
        if (of.Vote is null || state.Decisions.Again.Values.Any(a => a.Of == of.Id && a.Ground == ground)) return null;
        return coming.FirstOrDefault(s => new MoveAgain("offer", of.Id, ground, s.Id, of.Title, of.Current.Texts) is var asked
            && Move(state, new Act("", at, person, asked), asked) is Decision.Accepted or Decision.Refused { Refusal.Code: "protocol.blob-missing" });
    }

    private sealed record Case(Motion Of, Vote Vote, Session First, Session Session, string Clause);

    private static Refusal? WhyNot(State state, Act act, Case on, MoveAgain c) => c.Ground switch
    {
        AgainGround.NextLevel => on.Of.Stage != MotionStage.Rejected ? ProtocolRefusals.WrongStage("motion", on.Of.Id, MotionStage.Rejected.ToString(), on.Of.Stage.ToString())
            : on.Of.Mover != act.By && !on.Of.Supporters.Contains(act.By) ? MotionsRefusals.NotYourMotion(on.Of, act.By)
            : !SameText(on.Of, c) ? DecisionsRefusals.SameText(on.Clause, on.Of.Id)
            : NotNext(state, act, on),
        AgainGround.UnderPressure => !Voted(state, on, act) || VotedWith(on, act.By) ? ProtocolRefusals.NotYours(on.Clause, on.First.Body, act.By)
            : Circumstances.Of(state, on.Vote).IsEmpty ? DecisionsRefusals.NoCircumstances(on.Clause)
            : Minority(on.Vote) is var (share, all) && share * MinorityOneIn < all ? DecisionsRefusals.MinorityTooSmall(on.Clause, (all + MinorityOneIn - 1) / MinorityOneIn, share)
            : NotNext(state, act, on),
        AgainGround.RestrictionEnded => Freed(state, act, on)
            ?? (on.Session.Body != on.First.Body || on.Session.Unit != on.First.Unit || on.Session.Id == on.First.Id ? DecisionsRefusals.SameBody(on.Clause, on.First.Body, on.Session.Body)
            : on.Of.Stage == MotionStage.Rejected && !SameText(on.Of, c) ? DecisionsRefusals.SameText(on.Clause, on.Of.Id)
            : !Voted(state, on, act) || VotedWith(on, act.By) ? ProtocolRefusals.NotYours(on.Clause, on.First.Body, act.By) : null),
        _ => on.Of.Stage != MotionStage.Adopted ? ProtocolRefusals.WrongStage("motion", on.Of.Id, MotionStage.Adopted.ToString(), on.Of.Stage.ToString())
            : state.Roll.Member(act.By) is not { InGoodStanding: true } ? ProtocolRefusals.NotYours(on.Clause, "member", act.By)
            : Measures.EndReached(state, on.Of, act.Day) is null ? DecisionsRefusals.EndNotReached(on.Clause)
            : on.Session.Body != on.First.Body || on.Session.Unit != on.First.Unit ? DecisionsRefusals.SameBody(on.Clause, on.First.Body, on.Session.Body) : null,
    };

    private static Refusal? NotNext(State state, Act act, Case on)
    {
        var rules = state.Statutes.At(act.At);
        return !Levels.HasNext(rules, on.First) ? DecisionsRefusals.NoNextLevel(on.Clause, on.First.Body)
            : Levels.IsNext(state, rules, on.First, on.Session) ? null : DecisionsRefusals.NotNextLevel(on.Clause, on.Session.Body);
    }

    /// <summary>Those who did not carry their point, and all who voted yes or no.</summary>
    internal static (int Share, int All) Minority(Vote vote) => vote.Outcome!.Carried
        ? (vote.Outcome.Figures.No, vote.Outcome.Figures.Yes + vote.Outcome.Figures.No)
        : (vote.Outcome.Figures.Yes, vote.Outcome.Figures.Yes + vote.Outcome.Figures.No);

    /// <summary>Null when a right was narrowed while it was voted on, and every such restriction has ended and not too long ago.</summary>
    private static Refusal? Freed(State state, Act act, Case on)
    {
        var narrowed = Circumstances.Narrowed(state, on.Vote).ToList();
        if (narrowed.Count == 0) return DecisionsRefusals.NotRestricted(on.Clause);
        if (narrowed.Find(r => r.InForceOn(act.Day)) is { } still) return DecisionsRefusals.StillRestricted(on.Clause, still.Id, still.Until.AddDays(1));
        var last = narrowed.Max(Last).AddDays(AfterDays);
        return act.Day > last ? DecisionsRefusals.TooLate(on.Clause, last) : null;
    }

    internal static DateOnly Last(Restriction restriction) => restriction.Lifted is { } lifted && lifted <= restriction.Until ? lifted.AddDays(-1) : restriction.Until;

    private static bool SameText(Motion of, MoveAgain c) => c.Texts.OrderBy(t => t.Key, StringComparer.Ordinal).SequenceEqual(of.Current.Texts.OrderBy(t => t.Key, StringComparer.Ordinal));

    /// <summary>Whether somebody could vote: a member of the unit in an assembly, else whoever sat there.</summary>
    private static bool Voted(State state, Case on, Act act) => state.Statutes.At(act.At).Bodies.GetValueOrDefault(on.First.Body)?.Of is null
        ? Circumstances.Sat(state, on.First, act.By)
        : state.Roll.Member(act.By) is { InGoodStanding: true } member && (on.First.Unit is null || state.Roll.LiesIn(member.Unit, on.First.Unit));

    /// <summary>Whether they stand on record with those who carried the day.</summary>
    private static bool VotedWith(Case on, string person) => on.Vote.Casts.TryGetValue(person, out var choice) && choice == (on.Vote.Outcome!.Carried ? Choice.Yes : Choice.No);
}
