using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Sessions;

namespace Mandate.Organisation.Motions;

/// <summary>What a person may do about motions now, and what they may not and why.</summary>
public static class MotionsOffers
{
    /// <summary>Stands for a text that the person has yet to write.</summary>
    private static readonly string NoText = new('0', 64);

    public static IEnumerable<Offer> For(State state, string person, DateTimeOffset at)
    {
        if (state.Statutes.Versions.IsEmpty) return [];
        var coming = state.Sessions.All.Values.Where(s => s.Stage is SessionStage.Convened or SessionStage.Open).OrderBy(s => s.Opens).ThenBy(s => s.Id, StringComparer.Ordinal);
        return coming.Select(s => Filing(state, s, person, at, ClassRule.Ordinary))
            .Where(SessionsOffers.Tells)
            .Concat(state.Motions.All.Values.OrderBy(m => m.Id, StringComparer.Ordinal).SelectMany(m => Of(state, m, person, at)));
    }

    /// <summary>Filing a motion of a class for a session.</summary>
    public static Offer Filing(State state, Session session, string person, DateTimeOffset at, string @class) =>
        Offer.Of(state, person, at, session.Id, new FileMotion(
            SessionsOffers.Next(state.Motions.All.Keys, "motion"), session.Id, @class, "title", Texts(state, at), [], null, null, null, false));

    /// <summary>What one page about one motion offers.</summary>
    public static IEnumerable<Offer> Of(State state, Motion motion, string person, DateTimeOffset at) =>
        Commands(state, motion, person, at).Select(c => Offer.Of(state, person, at, motion.Id, c)).Where(SessionsOffers.Tells);

    private static IEnumerable<Command> Commands(State state, Motion m, string person, DateTimeOffset at)
    {
        // What was written by this person and came to nothing.
        if (m.Stage is MotionStage.Withdrawn or MotionStage.Rejected or MotionStage.NotTaken)
            foreach (var text in m.Versions.Where(v => v.By == person).SelectMany(v => v.Texts.Values).Distinct(StringComparer.Ordinal).Where(t => !state.Motions.Erased.Contains(t)))
                yield return new EraseText(m.Id, text, "?");
        if (m.Mover == person && Course.MayGoOn(state, m, DateOnly.FromDateTime(at.UtcDateTime)))
        {
            var next = Course.Next(state.Statutes.At(at), state.Sessions.Find(m.Session)!.Body);
            if (m.CarriedUpTo is null && state.Sessions.All.Values.Where(s => s.Stage == SessionStage.Convened && next.Contains(s.Body, StringComparer.Ordinal)).MinBy(s => s.Opens) is { } session)
                yield return new CarryUp(SessionsOffers.Next(state.Motions.All.Keys, "motion"), m.Id, session.Id);
            if (m.LaidBeforeBase is null) yield return new LayBeforeBase(m.Id);
        }
        if (m is { Stage: MotionStage.Adopted, Reopened: not { StayedUntil: not null } }) yield return new ReopenDecision(m.Id, "-");
        foreach (var contradicted in Contradicting.Open(state, m, DateOnly.FromDateTime(at.UtcDateTime))) yield return new RelateMotion(m.Id, DecisionRelation.LeavesInForce, contradicted.Id);
        if (m.Stage is MotionStage.Adopted or MotionStage.Rejected or MotionStage.NotTaken or MotionStage.Composited or MotionStage.Referred) yield break;
        if (m.Stage == MotionStage.Withdrawn || m.Mover != person) yield return new TakeOverMotion(m.Id);
        if (m.Stage == MotionStage.Withdrawn) yield break;
        if (!m.Supporters.Contains(person)) yield return new SupportMotion(m.Id);
        yield return m.Conditions.ContainsKey(person) ? new LiftCondition(m.Id) : new SetCondition(m.Id, "-");
        if (m.Mover == person)
        {
            yield return new ReviseMotion(m.Id, m.Current.Texts, [.. m.Changes.Select(c => c.Path)], m.Proposed);
            yield return new WithdrawMotion(m.Id);
        }
        yield return new AmendMotion(SessionsOffers.Next(m.Amendments.Select(a => a.Id), m.Id + "-amendment"), m.Id, m.Current.Texts.SetItems(m.Current.Texts.Keys.Select(l => KeyValuePair.Create(l, NoText))));
        foreach (var own in m.Amendments.Where(a => a.Mover == person && a.Stage == MotionStage.Filed))
        {
            yield return new WithdrawAmendment(own.Id);
            if (m.IsOutdated(own)) yield return new AdaptAmendment(own.Id, m.Standing(own).Texts);
            if (own.Proposal is { Answer: null } proposal) yield return new AnswerProposal(own.Id, proposal.Version, true, null);
        }
        foreach (var command in Preparing(state, m, person, at)) yield return command;
        foreach (var command in Translating(state, m, at)) yield return command;
        foreach (var part in MotionRule.Parts(state, m, at).Where(p => p is { Consent: true, IsOpen: true } && state.Offices.Holds(person, p.Name, at, p.Unit))) yield return new ConsentToMotion(m.Id, part.Clause);
        if (m.Target is { } target && (target == person || (state.Offices.Tenures.TryGetValue(target, out var tenure) && tenure.Person == person)) && m.Hearings.IsEmpty) yield return new RecordHearing(m.Id, HearingOutcome.Waived);
        foreach (var open in state.Sessions.All.Values.Where(s => s.Stage == SessionStage.Open && m.IsBefore(s.Id)).OrderBy(s => s.Id, StringComparer.Ordinal)) yield return new DemandCount(m.Id, open.Id);
        foreach (var other in state.Sessions.All.Values.Where(s => s.Stage == SessionStage.Convened && !m.IsBefore(s.Id)).OrderBy(s => s.Id, StringComparer.Ordinal))
            if (MotionRule.Parts(state, m, at).Any(p => p.Name == other.Body && p.Unit == other.Unit && p.IsOpen)) yield return new PutBefore(m.Id, other.Id);
    }

    /// <summary>Most amendments of one motion that are asked about one by one.</summary>
    private const int AmendmentsAhead = 20;

    /// <summary>What is proposed for amendments, lists, composites, and what units ask of their delegates.</summary>
    private static IEnumerable<Command> Preparing(State state, Motion m, string person, DateTimeOffset at)
    {
        var open = m.Amendments.Where(a => a.IsOpen).Take(AmendmentsAhead).ToList();
        foreach (var amendment in open.Where(a => a.Proposal is null)) yield return new ProposeProcedure(amendment.Id, ProposedProcedure.Vote, ImmutableSortedDictionary<string, string>.Empty);
        foreach (var amendment in open.Where(a => a is { Separate: null, Proposal: not null })) yield return new DemandSeparate(amendment.Id);
        if (!BlocRules.Items(m).IsEmpty && !m.Blocs.Any(b => b.Stage == MotionStage.Filed))
            yield return new FormBloc(SessionsOffers.Next(m.Blocs.Select(b => b.Id), m.Id + "-list"), m.Id, m.Current.Texts);
        foreach (var tenure in state.Offices.HeldBy(person, at).Where(t => t.Seat.Unit is not null).DistinctBy(t => t.Seat.Unit, StringComparer.Ordinal))
            if (Sits(state, tenure.Seat, at)) yield return new InstructDelegates(m.Id, tenure.Seat.Unit!, Position.For, null, null);
        foreach (var original in m.CompositeOf.Where(o => !m.Agreed.Contains(o) && state.Motions.Find(o)?.Mover == person)) yield return new AgreeComposite(m.Id, original);
        if (m.Mover != person || m is not { Stage: MotionStage.Filed or MotionStage.OnAgenda, Class: ClassRule.Ordinary }) yield break;
        var others = state.Motions.Before(m.Session).Where(o => o.Id != m.Id && o is { Stage: MotionStage.Filed or MotionStage.OnAgenda, Class: ClassRule.Ordinary }).Take(1).ToList();
        if (others.Count > 0)
            yield return new ProposeComposite(SessionsOffers.Next(state.Motions.All.Keys, "composite"), "title", [m.Id, others[0].Id], m.Current.Texts, [.. m.Current.Texts.Values, .. others[0].Current.Texts.Values]);
    }

    /// <summary>The delivery of a language that the text lacks, where it lacks one.</summary>
    private static IEnumerable<Command> Translating(State state, Motion m, DateTimeOffset at) =>
        state.Statutes.At(at).Languages.Official.FirstOrDefault(l => !m.Current.Texts.ContainsKey(l)) is { } missing ? [new TranslateMotion(m.Id, missing, NoText)] : [];

    /// <summary>A place on a body of a unit, which can decide in writing for it.</summary>
    private static bool Sits(State state, Seat seat, DateTimeOffset at) => state.Statutes.At(at).Bodies.GetValueOrDefault(seat.Of)?.Per is not null;

    private static ImmutableSortedDictionary<string, string> Texts(State state, DateTimeOffset at) =>
        ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, state.Statutes.At(at).Languages.Official.Select(l => KeyValuePair.Create(l, NoText)));
}
