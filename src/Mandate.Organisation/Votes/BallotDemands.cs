using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Constitutions.Rules;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Votes;

/// <summary>How far a demand for another kind of vote has got.</summary>
/// <param name="Given">Those who have demanded it and have a vote in it.</param>
/// <param name="Quantity">As the clause writes it.</param>
public sealed record BallotDemand(VoteKind For, int Given, int Needed, Quantity Quantity);

/// <summary>
/// Those with a vote demand that it be by roll call, or secret, until it closes: whoever presides cannot be too quick for them. Enough of
/// them make it so. A vote by name that runs goes on by roll call; for a secret one it stops and is put again.
/// </summary>
public static class BallotDemands
{
    private static readonly ImmutableArray<VoteStage> Stages = [VoteStage.ReadBack, VoteStage.Running];

    /// <summary>What may be demanded on a vote, and the clause that says by how many; none once it is secret. It counts nobody, so every reader of a full hall may ask.</summary>
    public static IEnumerable<(VoteKind For, Quantity Enough)> Open(State state, Vote vote, DateTimeOffset at)
    {
        if (vote.IsElection || !Stages.Contains(vote.Stage) || vote.Kind is VoteKind.Paper or VoteKind.Secret) yield break;
        var procedure = state.Statutes.At(at).Procedure;
        if (procedure.RollCallOnDemand is { } byName && vote is { Kind: not VoteKind.RollCall, Register: null }) yield return (VoteKind.RollCall, byName);
        if (procedure.SecretOnDemand is { } secret) yield return (VoteKind.Secret, secret);
    }

    /// <summary>The same with how far each has got: looks at everybody who is present.</summary>
    public static IEnumerable<BallotDemand> On(State state, Vote vote, DateTimeOffset at) => Open(state, vote, at).Select(o => Of(state, vote, o.For, o.Enough, By(vote, o.For), at));

    /// <summary>Who has demanded it, as the vote knows them.</summary>
    public static ImmutableSortedSet<string> By(Vote vote, VoteKind kind) => kind == VoteKind.RollCall ? vote.RollCallDemandedBy : vote.SecretDemandedBy;

    internal static Decision Secret(State state, Act act, DemandSecret c)
    {
        if (VotesRules.Find(state, c.Vote, out var vote, Stages.AsSpan()) is { } stage) return stage;
        if (vote.Kind is VoteKind.Paper or VoteKind.Secret) return SecretRefusals.SecretAlready(vote.Question.Secret);
        if (state.Statutes.At(act.At).Procedure.SecretOnDemand is not { } enough) return SecretRefusals.NotOnDemand();
        if (Electors.WhyNot(state, vote, act.By, act.At) is { } why) return why;
        if (vote.SecretDemandedBy.Contains(act.By)) return ProtocolRefusals.Taken("demand", act.By);
        var demanded = new SecretDemanded(c.Vote, act.By);
        var now = Of(state, vote, VoteKind.Secret, enough, vote.SecretDemandedBy.Add(act.By), act.At);
        if (now.Given < now.Needed) return Decision.Accept(enough.Clause.Path, demanded);
        var made = new MadeSecret(c.Vote, enough.Clause.Path);
        return vote.Stage == VoteStage.Running
            ? Decision.Accept(enough.Clause.Path, demanded, made, new VoteStopped(c.Vote, "secret-demanded"))
            : Decision.Accept(enough.Clause.Path, demanded, made);
    }

    internal static Decision RollCall(State state, Act act, DemandRollCall c)
    {
        if (VotesRules.Find(state, c.Vote, out var vote, Stages.AsSpan()) is { } stage) return stage;
        if (vote.IsElection) return ProtocolRefusals.WrongStage("vote", c.Vote, "a question", "an election");
        if (vote.Kind is VoteKind.Paper or VoteKind.Secret) return SecretRefusals.SecretAlready(vote.Question.Secret);
        if (vote.Kind == VoteKind.RollCall) return ProtocolRefusals.Taken("kind", nameof(VoteKind.RollCall));
        if (state.Statutes.At(act.At).Procedure.RollCallOnDemand is not { } enough) return VotesRefusals.RollCallNotOnDemand();
        if (vote.Register is not null) return VotesRefusals.MembersNotByName(enough.Clause.Path, VoteKind.RollCall);
        if (Electors.WhyNot(state, vote, act.By, act.At) is { } why) return why;
        if (vote.RollCallDemandedBy.Contains(act.By)) return ProtocolRefusals.Taken("demand", act.By);
        if (vote.Question.Subject is { } subject && vote.Session is { } id && state.Sessions.Find(id) is { } session
            && Matter.Find(state, subject, session, vote.Unit, act.At, out var matter) is null && matter.OfPersons) return VotesRefusals.OnPersons(VoteKind.RollCall);
        var demanded = new RollCallDemanded(c.Vote, act.By);
        var now = Of(state, vote, VoteKind.RollCall, enough, vote.RollCallDemandedBy.Add(act.By), act.At);
        return now.Given < now.Needed
            ? Decision.Accept(enough.Clause.Path, demanded)
            : Decision.Accept(enough.Clause.Path, demanded, new MadeRollCall(c.Vote, enough.Clause.Path));
    }

    private static BallotDemand Of(State state, Vote vote, VoteKind kind, Quantity enough, ImmutableSortedSet<string> by, DateTimeOffset at) =>
        new(kind, by.Count(p => Electors.WhyNot(state, vote, p, at) is null), Math.Max(1, (int)Quantities.NeededOf(enough, BasisOf(state, vote, enough, at))), enough);

    /// <summary>Of those present, of all seats, of all members: what the clause says; else of those entitled.</summary>
    private static int BasisOf(State state, Vote vote, Quantity enough, DateTimeOffset at) =>
        vote.Session is { } id && state.Sessions.Find(id) is { } session && enough.Basis switch
        {
            Constitutions.Basis.Seats => Offices.Seating.SeatsOfSession(state, session, at),
            Constitutions.Basis.Members => state.Roll.CountOn(Offices.Calendar.Day(at), session.Unit),
            _ => -1,
        } is var of && of >= 0 ? of : Electors.Count(state, vote, at);
}
