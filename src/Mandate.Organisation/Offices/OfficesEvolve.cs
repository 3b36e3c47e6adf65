using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Statutes;

namespace Mandate.Organisation.Offices;

public static class OfficesEvolve
{
    public static OfficesState Evolve(this OfficesState state, OfficesEvent happened, Occasion occasion, StatutesState statutes)
    {
        var after = Evolve(state, happened, occasion);
        return happened switch
        {
            TenureBegan e => ExOfficioSeats.Renew(after, statutes, [e.Id]),
            TenureEnded e => ExOfficioSeats.Renew(after, statutes, [e.Id]),
            TenureRestored e => ExOfficioSeats.Renew(after, statutes, [e.Id]),
            SessionMandatesEnded e => ExOfficioSeats.Renew(after, statutes, [.. state.Tenures.Values.Where(t => t.Session == e.Session).Select(t => t.Id)]),
            _ => after,
        };
    }

    private static OfficesState Evolve(OfficesState state, OfficesEvent happened, Occasion occasion) => happened switch
    {
        TenureBegan e => Begin(state, e),
        TenureEnded e => state with { Tenures = state.Tenures.SetItem(e.Id, state.Tenures[e.Id] with { Ended = occasion.At, EndReason = e.Reason }) },
        HolderUnable e => state with { Unable = state.Unable.SetItem(e.Tenure, new(occasion.At, e.Until)) },
        HolderAble e => state with { Unable = state.Unable.Remove(e.Tenure), SaidAble = state.SaidAble.SetItem(e.Tenure, occasion.At) },
        HolderSuspended e => state with { Suspended = state.Suspended.SetItem(e.Tenure, new(occasion.At, e.Until)) },
        ElectionToBeHeldAgain e => state with { Tenures = state.Tenures.SetItems(e.Tenures.Select(t => KeyValuePair.Create(t, state.Tenures[t] with { AgainBy = e.By }))) },
        HolderRestored e => state with { Suspended = state.Suspended.Remove(e.Tenure) },
        PostBegan e => state with { Employments = state.Employments.SetItem(e.Id, new Employment(e.Id, e.Person, e.Tag, e.Post, e.From, null, e.By)) },
        PostEnded e => state with { Employments = state.Employments.SetItem(e.Id, state.Employments[e.Id] with { Until = e.Until }) },
        SessionMandatesEnded e => state with { Tenures = state.Tenures.SetItems(OfSession(state, e.Session).Select(t => KeyValuePair.Create(t.Id, t with { Ended = occasion.At, EndReason = "session-closed" }))) },
        TenureRestored e => state with { Tenures = state.Tenures.SetItem(e.Id, state.Tenures[e.Id] with { Ended = null, EndReason = null }) },
        SubstitutesListed e => state with { Substitutes = state.Substitutes.AddRange(e.Substitutes) },
        ActProposed e => state with { Resolutions = state.Resolutions.SetItem(e.Id, New(e, occasion.At)) },
        ActSigned e => Resolve(state, e.Id, r => r with { Signed = r.Signed.Add(e.Person), Answers = r.Answers.Remove(e.Person) }),
        ActAnswered e => Resolve(state, e.Id, r => r with { Answers = r.Answers.SetItem(e.Person, new(e.Answer, e.Missing, occasion.At)) }),
        ActInformed e => Resolve(state, e.Id, r => r with { Supplies = r.Supplies.Add(new(e.Text, occasion.By, occasion.At)) }),
        StandInLet e => state with { StandIns = state.StandIns.SetItem(e.Id, new(e.Id, e.Body, e.By, e.Power, occasion.Day, e.Until, e.Reasons, e.For)) },
        StandInEnded e => state with { StandIns = state.StandIns.SetItem(e.StandIn, state.StandIns[e.StandIn] with { Ended = occasion.At }) },
        DecisionRatified e => Resolve(state, e.Resolution, r => r with { Ratification = new(e.Ratified, e.Reasons, occasion.At) }),
        ElectionPromised e => state with { Promises = state.Promises.SetItem(e.Id, new(e.Id, e.Seat, e.By, occasion.By, occasion.At)) },
        ActCarried e => Resolve(state, e.Id, r => r with { Carried = true }),
        Proposed e => state with { Proposals = state.Proposals.SetItem(e.Proposal.Id, e.Proposal) },
        Consented e => Propose(state, e.Id, p => p with { Consents = p.Consents.Add(e.As) }),
        ProposalCarried e => Propose(state, e.Id, p => p with { Carried = true }),
        RecallStarted e => state with { Recalls = state.Recalls.SetItem(e.Id, new(e.Id, e.Tenure, e.Clause, e.Starter, occasion.At, e.Needed, NoOne.Add(e.Starter)) { Register = Pseudonyms.Read(occasion.Blobs, e.Register), Whole = e.Whole == true }) },
        RecallSigned e => state with { Recalls = state.Recalls.SetItem(e.Id, state.Recalls[e.Id] with { Signed = state.Recalls[e.Id].Signed.Add(e.Person) }) },
        GroundsStated e => state with { Grounds = state.Grounds.SetItem(e.Subject, new(e.Subject, e.Reasons, e.Executes, e.Considered, occasion.By, occasion.At)) },
        InterestDeclared e => state with { Interests = state.Interests.SetItem(e.Id, new(e.Id, occasion.By, e.Tie, e.With, e.What, e.From, e.Until, occasion.At)) },
        InterestEnded e => state with { Interests = state.Interests.SetItem(e.Id, state.Interests[e.Id] with { Until = e.Until }) },
        BenefitGranted e => state with { Benefits = state.Benefits.SetItem(e.Id, new(e.Id, e.Place, e.Kind, e.What, e.Amount, e.Currency, e.Every, e.From, e.Until, e.For, e.Vote, occasion.At)) },
        BenefitEnded e => state with { Benefits = state.Benefits.SetItem(e.Id, state.Benefits[e.Id] with { Until = e.Until }) },
        PayCeilingSet e => state with { PayCeiling = new(e.MedianWage, e.Currency, e.Percent, e.Source, e.For, occasion.At) },
        StandardSet e => state with { Standards = state.Standards.SetItem(e.Place, new(e.Place, e.Text, e.For, occasion.At)) },
        HolderAssessed e => state with { Assessments = state.Assessments.SetItem(e.Id, new(e.Id, e.Tenure, e.Session, e.Commitment, occasion.By, occasion.At)) },
        AssessmentOpened e => state with { Assessments = state.Assessments.SetItem(e.Id, state.Assessments[e.Id] with { Text = e.Text }) },
        AssessmentReplied e => state with { Assessments = state.Assessments.SetItem(e.Id, state.Assessments[e.Id] with { Reply = e.Text }) },
        PortfolioAssigned e => Assign(state, e, occasion),
        ExceptionEntered e => state with { Exceptions = state.Exceptions.SetItem(e.Id, new(e.Id, e.Person, e.Place, e.Beside, e.Motion, occasion.Day, e.Until)) },
        DrawOpened e => state with { Draws = state.Draws.SetItem(e.Id, new(e.Id, e.Seat, e.Seats, [], e.SeedProcedure, e.SeedDue, Seed: null, []) { PoolCloses = e.PoolCloses }) },
        Volunteered e => Draw(state, e.Draw, d => d with { Pool = d.Pool.Add(e.Person) }),
        VolunteerWithdrew e => Draw(state, e.Draw, d => d with { Pool = [.. d.Pool.Where(p => p != e.Person)] }),
        LotsDrawn e => Draw(state, e.Draw, d => d with { Seed = e.Seed, Pool = e.Pool, Drawn = e.Persons, Chances = e.Chances ?? [] }),
        _ => throw new InvalidOperationException($"No fold for {happened.GetType().Name}."),
    };

    private static IEnumerable<Tenure> OfSession(OfficesState state, string session) =>
        state.Tenures.Values.Where(t => t.Session == session && t.Ended is null).ToList();

    private static OfficesState Begin(OfficesState state, TenureBegan e) => state with
    {
        Tenures = state.Tenures.SetItem(e.Id, new Tenure(e.Id, e.Person, e.Seat, e.From, e.Until, e.Basis, e.Session)),
        TenuresOfPerson = Add(state.TenuresOfPerson, e.Person, e.Id),
        TenuresOfPlace = Add(state.TenuresOfPlace, e.Seat.Of, e.Id),
    };

    /// <summary>Whoever had that part of the body's work before has it no more.</summary>
    private static OfficesState Assign(OfficesState state, PortfolioAssigned e, Occasion occasion)
    {
        var seat = state.Tenures[e.Tenure].Seat;
        var before = state.Portfolios.Values.Where(p => p.Matter == e.Matter && p.InForceOn(occasion.Day) && state.Tenures[p.Tenure].Seat is var s && s.Of == seat.Of && s.Unit == seat.Unit)
            .Select(p => KeyValuePair.Create(p.Id, p with { Ended = occasion.Day.AddDays(-1) })).ToList();
        return state with { Portfolios = state.Portfolios.SetItems(before).SetItem(e.Id, new(e.Id, e.Tenure, e.Matter, e.Until, occasion.At)) };
    }

    private static Resolution New(ActProposed e, DateTimeOffset at) =>
        new(e.Id, e.Body, e.Unit, e.Act, e.Proposer, at, NoOne.Add(e.Proposer), Carried: false) { Needed = e.Needed, StandIn = e.StandIn };

    private static OfficesState Resolve(OfficesState state, string id, Func<Resolution, Resolution> change) =>
        state with { Resolutions = state.Resolutions.SetItem(id, change(state.Resolutions[id])) };

    private static OfficesState Propose(OfficesState state, string id, Func<Proposal, Proposal> change) =>
        state with { Proposals = state.Proposals.SetItem(id, change(state.Proposals[id])) };

    private static OfficesState Draw(OfficesState state, string id, Func<Draw, Draw> change) =>
        state with { Draws = state.Draws.SetItem(id, change(state.Draws[id])) };

    private static ImmutableHashSet<string> NoOne { get; } = ImmutableHashSet.Create<string>(StringComparer.Ordinal);

    private static ImmutableDictionary<string, ImmutableArray<string>> Add(ImmutableDictionary<string, ImmutableArray<string>> index, string key, string id) =>
        index.SetItem(key, index.GetValueOrDefault(key, []).Add(id));
}
