using Mandate.Constitutions;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Roll;
using Mandate.Organisation.Sessions;

namespace Mandate.Organisation.Votes;

/// <summary>What a question is about: which clause decides it, by which majority, and how it may be voted on.</summary>
/// <param name="Class">Class of decision, as the constitution names it; <c>recall</c>, <c>ruling</c>, <c>amendment-of-motion</c> ... for others.</param>
/// <param name="Majority">As the clause writes it.</param>
/// <param name="Clause">Clause path of the part of the rule that this vote decides.</param>
/// <param name="Quorum">The quorum of that part; null where that of the body holds.</param>
/// <param name="Secret">Clause that makes the vote secret; null where it is open.</param>
/// <param name="OfPersons">It is about a person: never by name.</param>
/// <param name="NeverUncontested">Amendments, restrictions, removals.</param>
/// <param name="TextVersion">Version of the text as it stands.</param>
internal sealed record Matter(
    string Class,
    string Majority,
    string Clause,
    Quantity? Quorum = null,
    string? Secret = null,
    bool OfPersons = false,
    bool NeverUncontested = false,
    int? TextVersion = null)
{
    private const string Simple = "majority of votes cast";

    /// <summary>The matter of a subject in a session, or among members outside one; the refusal where it cannot be decided there.</summary>
    /// <param name="again">The challenged vote that this one is held again for: the same question under the same clause.</param>
    public static Refusal? Find(State state, string subject, Session? session, string? unit, DateTimeOffset at, out Matter matter, Vote? again = null)
    {
        matter = Procedural(state, at, "ordinary");
        var rules = state.Statutes.At(at);
        if (state.Motions.Find(subject) is { } motion) return OfMotion(state, motion, session, unit, at, again, ref matter);
        if (state.Offices.Recalls.TryGetValue(subject, out var recall)) return OfRecall(state, rules, recall, session, unit, at, again, ref matter);
        if (session is null) return ProtocolRefusals.Unknown("subject", subject);
        if (state.Motions.FindAmendment(subject) is var (amended, amendment))
        {
            matter = matter with { Class = "amendment-of-motion", TextVersion = amendment.Text.Number };
            return again is not null ? null : MotionRule.AmendmentMayBePut(state, amended, amendment, session, at);
        }
        if (state.Motions.FindBloc(subject) is var (listed, bloc))
        {
            matter = matter with { Class = "bloc-of-amendments", TextVersion = bloc.Version };
            return again is not null ? BlocRules.MayBePutAgain(listed, bloc) : BlocRules.MayBePut(state, listed, bloc, session, at);
        }
        if (subject.StartsWith(Motions.Consequences.Urgency, StringComparison.Ordinal) && state.Motions.Find(subject[Motions.Consequences.Urgency.Length..]) is { } urgent)
        {
            var part = MotionRule.Parts(state, urgent, at).FirstOrDefault(p => p.Kind == PartKind.Urgency);
            matter = matter with { Class = "urgency", NeverUncontested = true, Majority = part?.Majority?.Text ?? matter.Majority, Clause = part?.Clause ?? matter.Clause };
            return again is not null ? null : MotionRule.IsBeforeSession(state, urgent, session, at);
        }
        if (state.Votes.All.Values.Any(v => v is { IsElection: true, Stage: VoteStage.Nominations } && subject.StartsWith($"nominate/{v.Id}/", StringComparison.Ordinal)))
            return Set(ref matter, "nomination", ofPersons: true);
        if (subject.StartsWith(Motions.Consequences.ChairSubject(session.Id, ""), StringComparison.Ordinal)) return Set(ref matter, "chair", ofPersons: true);
        if (state.Roll.Applications.TryGetValue(subject, out var application))
        {
            matter = OfAdmission(rules, matter);
            return session.Unit is null || session.Unit == application.Unit ? null : VotesRefusals.NotThisBody(matter.Clause, application.Unit, session.Unit);
        }
        if (state.Roll.Charges.TryGetValue(subject, out var charge))
        {
            var expel = Expulsions.Under(rules, charge.SuspendDays);
            matter = matter with { Class = charge.SuspendDays is null ? "expulsion" : "suspension", Majority = (expel.Rule as MajorityRule)?.Majority.Text ?? matter.Majority, Clause = expel.Clause.Path, Quorum = expel.Quorum, Secret = expel.Clause.Path, OfPersons = true, NeverUncontested = true };
            return Expulsions.MayBePut(state, charge, session.Body, session.Unit, session.FirstDay, at);
        }
        if (subject == ExpulsionLimits.Resume) return Set(ref matter, "expulsions") ?? ExpulsionLimits.MayBePut(state, session.Body, at);
        if (AppealSubjects.OpenBefore(state, subject) is { } instance)
        {
            matter = matter with { Class = "appeal", OfPersons = true, NeverUncontested = true };
            return session.Body == instance ? null : VotesRefusals.NotThisBody(matter.Clause, instance, session.Body);
        }
        if (session.Rulings.Any(r => r.Id == subject)) return Set(ref matter, "ruling");
        // A report becomes that of the body whose account it is by its own roll call (S052).
        if (Reports.Find(state, subject) is var (_, report) && Reports.BodyOf(report.Item) is { } owner) return session.Body == owner ? Set(ref matter, "report") : VotesRefusals.NotThisBody(matter.Clause, owner, session.Body);
        if (session.Procedures.FirstOrDefault(p => p.Id == subject) is { } procedure)
        {
            var kind = Debates.RuleOf(state, session, procedure, at);
            matter = matter with { Class = "procedure", NeverUncontested = true, Majority = kind?.Majority?.Text ?? matter.Majority, Clause = procedure.Clause };
            return null;
        }
        if (session.Rejections.Any(r => r.Appealed && subject == Motions.Consequences.CredentialSubject(session.Id, r.Person))) return Set(ref matter, "credential", ofPersons: true) ?? Reports.PreparationFirst(state, session, at);
        if (state.Sessions.Demands.ContainsKey(subject)) return Set(ref matter, "demand");
        if (state.Sessions.Find(subject) is { } minuted && minuted.Body == session.Body && minuted.Unit == session.Unit) return Set(ref matter, "minutes") ?? Minutes.MayBeApproved(state, minuted, at);
        return session.Agenda.Any(i => i.Id == subject && i.Reference is null) ? null : ProtocolRefusals.Unknown("subject", subject);
    }

    private static Refusal? Set(ref Matter matter, string cls, bool ofPersons = false)
    {
        matter = matter with { Class = cls, OfPersons = ofPersons };
        return null;
    }

    /// <summary>The majority that holds where no class says otherwise.</summary>
    private static Matter Procedural(State state, DateTimeOffset at, string cls)
    {
        var standard = state.Statutes.At(at).Procedure.Default;
        return standard.Rule is MajorityRule rule ? new(cls, rule.Majority.Text, rule.Clause.Path) : new(cls, Simple, standard.Clause.Path);
    }

    private static Refusal? OfMotion(State state, Motion motion, Session? session, string? unit, DateTimeOffset at, Vote? again, ref Matter matter)
    {
        matter = matter with
        {
            Class = motion.Class,
            Secret = MotionRule.Ballot(state, motion, at) is (BallotKind.Secret, var clause) ? clause : null,
            OfPersons = motion.Class == "remove_officer",
            NeverUncontested = motion.Class is "amendment" or "restrict_right" or "remove_officer" or "dissolve_unit",
            TextVersion = motion.Current.Number,
        };
        if (again is not null)
        {
            matter = matter with { Majority = again.Question.Rule, Clause = again.Question.Clause, Quorum = PartOf(state, motion, again.Question.Clause, at)?.Quorum };
            return null;
        }
        // The members decide whether a decision that a petition called up stands, by the majority that holds where no class says otherwise.
        if (session is null && unit is null && motion is { Stage: MotionStage.Adopted, Reopened.AwaitsMembers: true }) return null;
        if ((session is null ? MotionRule.MayBePutToMembers(state, motion, unit, at) : MotionRule.MayBePut(state, motion, session, at)) is { } not) return not;
        if ((session is null ? MotionRule.ReferendumFor(state, motion, unit, at) : MotionRule.PartFor(state, motion, session, at)) is not { } part)
            return VotesRefusals.NotThisBody(matter.Clause, string.Join(", ", MotionRule.Parts(state, motion, at).Where(p => p.IsOpen).Select(p => p.Name)), session?.Body ?? "members");
        matter = matter with { Majority = part.Majority?.Text ?? matter.Majority, Clause = part.Clause, Quorum = part.Quorum };
        return null;
    }

    private static Part? PartOf(State state, Motion motion, string clause, DateTimeOffset at) => MotionRule.Parts(state, motion, at).FirstOrDefault(p => p.Clause == clause);

    private static Refusal? OfRecall(State state, Constitution rules, RecallPetition recall, Session? session, string? unit, DateTimeOffset at, Vote? again, ref Matter matter)
    {
        var tenure = state.Offices.Tenures[recall.Tenure];
        if (again is null && !tenure.HeldAt(at)) return OfficesRefusals.NotInOffice(recall.Tenure);
        if (Recalls.Of(rules, tenure) is not { } terms) return OfficesRefusals.NoRecall(recall.Clause);
        if (!recall.Enough) return VotesRefusals.NotEnoughSignatures(terms.Clause, recall.Needed, recall.Signed.Count);
        if (session is not null) return VotesRefusals.NotThisBody(terms.Clause, terms.Unit ?? "members", session.Body);
        if (unit != terms.Unit) return VotesRefusals.NotThisBody(terms.Clause, terms.Unit ?? "members", unit ?? "members");
        var (majority, quorum) = terms.Then switch
        {
            MajorityRule r => (r.Majority.Text, null),
            ReferendumRule r => (r.Majority.Text, r.Quorum),
            _ => (matter.Majority, (Quantity?)null),
        };
        matter = matter with { Class = "recall", Majority = majority, Clause = terms.Then.Clause.Path, Quorum = quorum, Secret = terms.Clause, OfPersons = true, NeverUncontested = true };
        return null;
    }

    private static Matter OfAdmission(Constitution rules, Matter matter)
    {
        var admit = rules.Electorates.Values.FirstOrDefault()?.Admit;
        return admit?.Rule is MajorityRule rule
            ? matter with { Class = "admission", Majority = rule.Majority.Text, Clause = rule.Clause.Path, OfPersons = true }
            : matter with { Class = "admission", OfPersons = true };
    }
}
