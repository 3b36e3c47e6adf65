using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Motions;

public static class MotionsEvolve
{
    public static MotionsState Evolve(this MotionsState state, MotionsEvent happened, Occasion occasion) => happened switch
    {
        MotionFiled e => state with { All = state.All.SetItem(e.Motion, Filed(e, occasion)) },
        CompositeProposed e => state with { All = state.All.SetItem(e.Motion, Composite(e, occasion)) },
        TextCameIntoForce e => state with { Texts = Repeal(state.Texts, state.All[e.Motion], occasion.Day).Add(InForce(state.All[e.Motion], e)) },
        AdoptionSetAside e => SetAside(state, e, occasion),
        PackageFormed e => state with { Packages = state.Packages.SetItem(e.Package, new(e.Package, e.Title, e.Motions, occasion.By, occasion.At)) },
        TextErased e => state with { Erased = state.Erased.Add(e.Text) },
        MotionEvent e => state with { All = state.All.SetItem(e.Motion, Evolve(state.All[e.Motion], e, occasion)) },
        _ => throw new InvalidOperationException($"No fold for {happened.GetType().Name}."),
    };

    private static Motion Evolve(Motion m, MotionEvent happened, Occasion occasion) => happened switch
    {
        MotionSupported e => m with { Supporters = m.Supporters.Add(e.Person) },
        MotionSupportedByUnit e => m with { SupportingUnits = m.SupportingUnits.Add(e.Unit) },
        MotionReady => m with { Stage = MotionStage.Filed, NoticedOn = occasion.Day },
        MotionRevised e => m with
        {
            Versions = m.Versions.Add(new TextVersion(m.Current.Number + 1, e.Texts, occasion.At, occasion.By)),
            Changes = e.Changes,
            Proposed = e.Proposed,
            Basis = e.Basis,
            NoticedOn = occasion.Day,
            AlsoBefore = m.AlsoBefore.SetItems(m.AlsoBefore.Keys.Select(s => KeyValuePair.Create(s, occasion.Day))),
            Readings = [],
        },
        MotionTranslated e => m with
        {
            Versions = m.Versions.SetItem(m.Versions.Length - 1, m.Current with { Texts = m.Current.Texts.SetItem(e.Language, e.Text), Later = m.Current.Later.SetItem(e.Language, occasion.At) }),
            NoticedOn = e.NoticedOn ?? m.NoticedOn,
            AlsoBefore = e.NoticedOn is { } noticed ? m.AlsoBefore.SetItems(m.AlsoBefore.Keys.Select(s => KeyValuePair.Create(s, noticed))) : m.AlsoBefore,
        },
        MotionMerged e => m with { Proposed = e.Proposed, Basis = e.Basis },
        MotionWithdrawn => m with { Stage = MotionStage.Withdrawn },
        MotionTakenOver e => m with { Stage = m.Stage == MotionStage.Withdrawn ? MotionStage.Filed : m.Stage, Mover = e.Mover, MovedFor = null },
        AmendmentFiled e => m with { Amendments = m.Amendments.Add(Amended(e, occasion)) },
        AmendmentWithdrawn e => m with { Amendments = Fall(Change(m.Amendments, e.Amendment, a => a with { Stage = MotionStage.Withdrawn })) },
        AmendmentFitted e => m with { Amendments = Change(m.Amendments, e.Amendment, a => a.With(e.Texts, occasion.At, a.Text.By) with { To = e.To }) },
        AmendmentFallen e => m with { Amendments = Fall(Change(m.Amendments, e.Amendment, a => a with { Stage = MotionStage.NotTaken })) },
        AmendmentDecided e => Decided(m, e, occasion),
        ProcedureProposed or ProposalAnswered or SeparateVoteDemanded or BlocFormed or BlocDecided => m.Evolve(happened, occasion),
        DelegatesInstructed e => m with { Instructions = m.Instructions.RemoveAll(i => i.Subject == e.Subject && i.Unit == e.Unit).Add(new(e.Subject, e.Unit, e.Position, e.Reason, e.Basis, occasion.At)) },
        CompositeAgreed e => m with { Agreed = m.Agreed.Add(e.Original) },
        CompositeCameBefore => m with { Stage = MotionStage.Filed },
        MotionComposited e => m with { Stage = MotionStage.Composited, Into = e.Into },
        MotionPutBefore e => m with { AlsoBefore = m.AlsoBefore.SetItem(e.Session, occasion.Day), Referral = m.Referral is { Back: null } sent ? sent with { Back = e.Session } : m.Referral },
        MotionSentElsewhere e => m with { Referral = new(e.Session, e.To, e.Until, occasion.At) },
        MotionCarriedUp e => m with { CarriedUpTo = e.To },
        MotionLaidBeforeBase => m with { LaidBeforeBase = occasion.At },
        ReopeningSigned e => m with { Reopened = m.Reopened is { } r ? r with { Signed = r.Signed.Add(e.Person) } : new(e.Reason, ImmutableSortedSet.Create(StringComparer.Ordinal, e.Person), occasion.At) },
        DecisionVoided e => m with { Reopened = new(e.Reason, ImmutableSortedSet.Create<string>(StringComparer.Ordinal), occasion.At, occasion.Day) { Void = true } },
        DecisionReopened e => m with { Reopened = m.Reopened! with { StayedUntil = e.StayedUntil } },
        DecisionCalledUp e => m with { Reopened = new(e.Reason, m.Reopened?.Signed ?? ImmutableSortedSet.Create<string>(StringComparer.Ordinal), occasion.At, e.StayedUntil) { Petition = e.Petition, ByMembers = e.ByMembers } },
        MembersDecided => Redecided(m, occasion),
        MotionRead e => m with { Stage = m.Stage == MotionStage.Filed ? MotionStage.OnAgenda : m.Stage, Readings = m.Readings.Add(new Reading(e.Session, occasion.At)) },
        HearingRecorded e => m with { Hearings = m.Hearings.Add(new Hearing(e.Person, e.Outcome, occasion.At, occasion.By)) },
        CountDemanded => m with { Contested = true },
        UrgencyDecided e => m with { UrgencyVote = e.Vote, Stage = e.Granted ? m.Stage : MotionStage.Rejected, Vote = e.Granted ? m.Vote : e.Vote },
        PartCarried e => Redecided(m, occasion) with { Carried = m.Carried.SetItem(e.Part, e.Vote), Lost = m.Lost.Remove(e.Part), Stage = m.Stage == MotionStage.Adopted ? m.Stage : MotionStage.OnAgenda },
        PartLost e => Redecided(m, occasion) with { Lost = m.Lost.SetItem(e.Part, e.Vote), Carried = m.Carried.Remove(e.Part) },
        ConditionSet e => m with { Conditions = m.Conditions.SetItem(e.Person, new(e.Condition, e.Version, occasion.At)) },
        ConditionLifted e => m with { Conditions = m.Conditions.Remove(e.Person) },
        MotionRelated e => m with
        {
            Relations = m.Relations.SetItem(e.Earlier, e.Relation),
            Contradictions = m.Contradictions.TryGetValue(e.Earlier, out var raised) ? m.Contradictions.SetItem(e.Earlier, raised with { Answered = true }) : m.Contradictions,
        },
        ContradictionRaised e => m with { Contradictions = m.Contradictions.SetItem(e.Earlier, new(e.Says, occasion.At)) },
        MotionAdopted e => m with { Stage = MotionStage.Adopted, Vote = e.Vote },
        MotionRejected e => m with { Stage = MotionStage.Rejected, Vote = e.Vote },
        MotionNotTaken => m with { Stage = MotionStage.NotTaken },
        _ => throw new InvalidOperationException($"No fold for {happened.GetType().Name}."),
    };

    /// <summary>The vote on a decision that was opened again was held: the stay is over.</summary>
    private static Motion Redecided(Motion m, Occasion occasion) => m.Reopened is { StayedUntil: not null, DecidedAt: null } reopened ? m with { Reopened = reopened with { DecidedAt = occasion.At } } : m;

    private static Motion Filed(MotionFiled e, Occasion occasion) => new(
        e.Motion, e.Number, e.Session, e.Class, e.Title, e.Mover, occasion.At,
        [new TextVersion(1, e.Texts, occasion.At, occasion.By)], e.Changes, e.Target, e.Expires, e.Urgent,
        ImmutableHashSet.Create<string>(StringComparer.Ordinal).Add(e.Mover), [],
        e.Gathering ? MotionStage.Gathering : MotionStage.Filed, null)
    {
        MovedFor = e.MovedFor,
        Proposed = e.Proposed,
        Basis = e.Basis,
        NoticedOn = occasion.Day,
    };

    private static Amendment Amended(AmendmentFiled e, Occasion occasion) => new(
        e.Amendment, e.Motion, e.Mover, e.To, new TextVersion(1, e.Texts, occasion.At, occasion.By), occasion.At, MotionStage.Filed, null) { Of = e.Of };

    private static Motion Composite(CompositeProposed e, Occasion occasion) => new(
        e.Motion, e.Number, e.Session, ClassRule.Ordinary, e.Title, e.Mover, occasion.At,
        [new TextVersion(1, e.Texts, occasion.At, occasion.By)], [], null, null, Urgent: false,
        ImmutableHashSet.Create<string>(StringComparer.Ordinal).Add(e.Mover), [], MotionStage.Compositing, null)
    {
        NoticedOn = e.NoticedOn,
        CompositeOf = e.Of,
    };

    private static Motion Decided(Motion m, AmendmentDecided e, Occasion occasion)
    {
        var stage = e.Carried ? MotionStage.Adopted : MotionStage.Rejected;
        var changed = m with { Amendments = Fall(Change(m.Amendments, e.Amendment, a => a with { Stage = stage, Vote = e.Vote })) };
        if (!e.Carried) return changed;
        var (text, of) = m.Amendment(e.Amendment) is { } decided ? (decided.Text, decided.Of) : throw new InvalidOperationException("An amendment that is decided was filed.");
        if (of is not null) return changed with { Amendments = Change(changed.Amendments, of, a => a.With(text.Texts, occasion.At, text.By)) };
        return changed with { Versions = m.Versions.Add(new TextVersion(m.Current.Number + 1, m.Current.Texts.SetItems(text.Texts), occasion.At, text.By)) };
    }

    /// <summary>A text that is repealed was in force up to the day before.</summary>
    private static ImmutableArray<TextInForce> Repeal(ImmutableArray<TextInForce> texts, Motion motion, DateOnly day) => motion.Relations.IsEmpty ? texts
        : [.. texts.Select(t => motion.Relations.TryGetValue(t.Motion, out var relation) && relation == DecisionRelation.Repeals && (t.Until is null || t.Until >= day) ? t with { Until = day.AddDays(-1) } : t)];

    private static TextInForce InForce(Motion m, TextCameIntoForce e) => new(e.Text, m.Id, m.Title, m.Current.Texts, e.From, e.Until, e.Vote);

    /// <summary>The text was in force until the vote put again; the motion counts as rejected by that vote.</summary>
    private static MotionsState SetAside(MotionsState state, AdoptionSetAside e, Occasion occasion) => state with
    {
        All = state.All.SetItem(e.Motion, state.All[e.Motion] with { Stage = MotionStage.Rejected, Vote = e.Vote }),
        Texts = [.. state.Texts.Select(t => t.Motion == e.Motion ? t with { Until = occasion.Day.AddDays(-1) } : t)],
    };

    /// <summary>With an amendment that is no longer open those to it fall.</summary>
    internal static ImmutableArray<Amendment> Fall(ImmutableArray<Amendment> all)
    {
        while (all.FirstOrDefault(a => a is { IsOpen: true, Of: { } of } && all.First(p => p.Id == of) is { IsOpen: false }) is { } fallen)
            all = all.Replace(fallen, fallen with { Stage = MotionStage.NotTaken });
        return all;
    }

    internal static ImmutableArray<Amendment> Change(ImmutableArray<Amendment> all, string id, Func<Amendment, Amendment> change) =>
        [.. all.Select(a => a.Id == id ? change(a) : a)];
}
