using Mandate.Organisation.Acts;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Offices;

namespace Mandate.Organisation.Inspection;

/// <summary>Complaints against any holder of a place, read by those whom no rule bars; the accused are heard before anybody finds.</summary>
public static class InspectionRules
{
    /// <summary>Days for those complained of to answer, and the most that a measure can be stayed.</summary>
    private const int ReplyDays = 14, StayDays = 30, SeedDays = 3, UrgentSeedHours = 2;

    /// <summary>Days after those for the answer in which the reader whom the complainant chose finds first.</summary>
    private const int LeadDays = 14;

    public static Decision Decide(State state, Act act, InspectionCommand command)
    {
        if (command is Complain complain) return File(state, act, complain);
        if (command is BodyInspectionCommand body) return BodyInspectionRules.Decide(state, act, body, Clause(state, act));
        if (command is AskStay ask) return GroupStays.Ask(state, act, ask);
        if (command is SignStay sign) return GroupStays.Sign(state, act, sign);
        if (command is HearUnit hear) return GroupStays.Hear(state, act, hear);
        if (command is DeclareSettled settled) return SettledMatters.Declare(state, act, settled);
        if (command is CommentOnFigures comment) return FigureComments.Comment(state, act, comment);
        var id = command switch
        {
            StepAside c => c.Complaint,
            DrawJury c => c.Complaint,
            ReplyToComplaint c => c.Complaint,
            StayMeasure c => c.Complaint,
            SuspendHolder c => c.Complaint,
            FindOnComplaint c => c.Complaint,
            AppealFinding c => c.Complaint,
            ConcludeAppeal c => c.Complaint,
            ProposeConsequence c => c.Complaint,
            ChooseReader c => c.Complaint,
            DemandAmends c => c.Complaint,
            AnswerDemand c => c.Complaint,
            SettleComplaint c => c.Complaint,
            TakeBackStatement c => c.Complaint,
            _ => throw new InvalidOperationException($"No rules for {command.GetType().Name}."),
        };
        if (!state.Inspection.All.TryGetValue(id, out var complaint)) return ProtocolRefusals.Unknown("complaint", id);
        if (command is AppealFinding appeal) return Appeals.Take(state, act, complaint, appeal, Clause(state, act));
        if (command is ConcludeAppeal conclude) return Appeals.Conclude(state, act, complaint, conclude, Clause(state, act));
        if (command is ProposeConsequence follows) return Consequences.Propose(state, act, complaint, follows, NeedsReader(state, act, complaint), Clause(state, act));
        if (command is TakeBackStatement) return TakenBack.Decide(act, complaint, Clause(state, act));
        if (complaint.DecidedAt is not null) return ProtocolRefusals.WrongStage("complaint", id, "open", "decided");
        return command switch
        {
            StepAside c => Aside(state, act, complaint, c),
            DrawJury c => Draw(state, act, complaint, c),
            ReplyToComplaint c => Reply(state, act, complaint, c),
            StayMeasure c => Stay(state, act, complaint, c),
            SuspendHolder c => NeedsReader(state, act, complaint) ?? Suspensions.Find(state, act, complaint, c, Clause(state, act)),
            FindOnComplaint c => Find(state, act, complaint, c),
            ChooseReader c => Choose(state, act, complaint, c),
            DemandAmends c => MediationRules.Demand(state, act, complaint, c, Clause(state, act)),
            AnswerDemand c => MediationRules.Answer(act, complaint, c, Clause(state, act)),
            SettleComplaint => MediationRules.Settle(state, act, complaint, Clause(state, act)),
            _ => throw new InvalidOperationException($"No rules for {command.GetType().Name}."),
        };
    }

    private static Decision File(State state, Act act, Complain c)
    {
        var clause = Clause(state, act);
        if (c.Id.Length == 0) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (state.Inspection.All.ContainsKey(c.Id) || state.Inspection.Inspections.ContainsKey(c.Id)) return ProtocolRefusals.Taken("complaint", c.Id);
        var hidden = Pseudonyms.IsOne(act.By);
        if (!hidden && state.Roll.Member(act.By) is not { InGoodStanding: true }) return ProtocolRefusals.NotYours(clause, "member", act.By);
        var confidential = c.Kind == ComplaintKind.Confidential;
        if (c.Against.Each().IsEmpty && !confidential) return ProtocolRefusals.Malformed("against", "at least one tenure", "[]");
        foreach (var tenure in c.Against.Each())
            if (!state.Offices.Tenures.ContainsKey(tenure)) return ProtocolRefusals.Unknown("tenure", tenure);
        if (confidential && c.Subject.Length > 0) return ProtocolRefusals.Malformed("subject", "nothing: what it is about is for its readers", c.Subject.Length);
        if (!confidential && c.Subject.Length is 0 or > 200) return ProtocolRefusals.Malformed("subject", "a subject of at most 200 characters", c.Subject.Length);
        if (c.Commitment.Length != 64) return ProtocolRefusals.Malformed("commitment", "64 hexadecimal digits", c.Commitment);
        if (c.SeedProcedure.Length == 0) return ProtocolRefusals.Malformed("seedProcedure", "which public figures make the seed", "");
        if (UrgentComplaints.Make(state, act, c, clause, out var urgent) is { } notUrgent) return notUrgent;
        // Whoever holds a place complains by name, so that recusal sees them; any other member under the pseudonym of this complaint.
        if (hidden || confidential || !state.Offices.HeldBy(act.By, act.At).Any())
        {
            if (Pseudonyms.Read(act.Blobs, c.Register, c.Register is null ? 0 : state.Roll.InGoodStanding(null).Count, clause, out var register) is { } bad) return bad;
            if (!register.Contains(act.By)) return ProtocolRefusals.NotYours(clause, "member", act.By);
        }
        return Decision.Accept(clause, new Complained(
            c.Id, c.Against.Each(), [.. c.Against.Each().Select(t => state.Offices.Tenures[t].Person).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            c.Subject, c.Commitment, act.Day.AddDays(ReplyDays), c.SeedProcedure, urgent is null ? act.At.AddDays(SeedDays) : act.At.AddHours(UrgentSeedHours), c.Register,
            c.Conduct == true ? true : null, Independence.At(state, act.At).AboveLimit ? true : null, urgent, c.Kind));
    }

    private static Decision Aside(State state, Act act, Complaint complaint, StepAside c) =>
        NeedsReader(state, act, complaint) is { } refusal ? refusal
        : c.Reason.Length == 0 ? ProtocolRefusals.Malformed("reason", "why", "")
        : Decision.Accept(Clause(state, act), new SteppedAside(complaint.Id, act.By, c.Reason));

    /// <summary>Anybody may: the pool, the procedure and the day are fixed, and the draw follows from the seed.</summary>
    private static Decision Draw(State state, Act act, Complaint complaint, DrawJury c)
    {
        var clause = Clause(state, act);
        if (state.Roll.Member(act.By) is not { InGoodStanding: true }) return ProtocolRefusals.NotYours(clause, "member", act.By);
        var readers = Readers.Of(state, complaint, act.At);
        if (!readers.IsEmpty) return InspectionRefusals.JuryNotNeeded(clause, readers.Length);
        if (act.At < complaint.SeedDue) return InspectionRefusals.SeedTooEarly(clause, complaint.SeedDue);
        if (c.Seed.Length == 0) return ProtocolRefusals.Malformed("seed", "the public figures, written as the procedure says", "");
        var jury = Readers.Jury(state, complaint, c.Seed, act.At);
        return jury.IsEmpty
            ? OfficesRefusals.PoolTooSmall(clause, Readers.JurySize, 0)
            : Decision.Accept(clause, new JuryDrawn(complaint.Id, c.Seed, jury));
    }

    private static Decision Reply(State state, Act act, Complaint complaint, ReplyToComplaint c) =>
        !complaint.Accused.Contains(act.By, StringComparer.Ordinal) ? ProtocolRefusals.NotYours(Clause(state, act), string.Join(", ", complaint.Accused), act.By)
        : c.Commitment.Length != 64 ? ProtocolRefusals.Malformed("commitment", "64 hexadecimal digits", c.Commitment)
        : c.Present is { Length: > 200 } ? ProtocolRefusals.Malformed("present", "who was there, in at most 200 characters", c.Present.Length)
        : complaint.Replied is not null ? ProtocolRefusals.WrongStage("complaint", complaint.Id, "unanswered", "answered")
        : Decision.Accept(Clause(state, act), new RepliedToComplaint(complaint.Id, c.Commitment, c.Present));

    private static Decision Stay(State state, Act act, Complaint complaint, StayMeasure c)
    {
        var clause = Clause(state, act);
        if (NeedsReader(state, act, complaint) is { } refusal) return refusal;
        if (state.Sessions.All.ContainsKey(c.Measure) || state.Votes.All.ContainsKey(c.Measure)) return InspectionRefusals.NeverStayed(clause, c.Measure);
        // Once for the same matter, whoever complains of it.
        if (state.Inspection.All.Values.Any(o => o.Stays.Any(s => s.Measure == c.Measure))) return InspectionRefusals.StayedAlready(clause, c.Measure);
        var last = act.Day.AddDays(StayDays);
        return c.Until > last || c.Until < act.Day
            ? InspectionRefusals.StayTooLong(clause, last, c.Until)
            : Decision.Accept(clause, new MeasureStayed(complaint.Id, c.Measure, c.Until));
    }

    private static Decision Find(State state, Act act, Complaint complaint, FindOnComplaint c)
    {
        var clause = Clause(state, act);
        if (NeedsReader(state, act, complaint) is { } refusal) return refusal;
        var heard = complaint.Urgent?.Heard ?? Calendar.Start(complaint.Reply.AddDays(1));
        if (complaint.Accused.Length > 0 && complaint.Replied is null && act.At < heard) return InspectionRefusals.NotHeard(clause, heard);
        if (c.Reasons.Length == 0) return ProtocolRefusals.Malformed("reasons", "the reasons of the finding", "");
        if (complaint.Findings.Any(f => f.Reader == act.By)) return InspectionRefusals.FoundAlready(clause);
        if (complaint.Lead is { } lead && lead != act.By && complaint.Urgent is null && act.Day <= complaint.Reply.AddDays(LeadDays)
            && Readers.Of(state, complaint, act.At).Contains(lead, StringComparer.Ordinal) && !complaint.Findings.Any(f => f.Reader == lead))
            return InspectionRefusals.LeadFirst(clause, lead, Calendar.Start(complaint.Reply.AddDays(LeadDays + 1)));
        var found = new FoundOnComplaint(complaint.Id, c.Upheld, c.Reasons);
        var readers = Readers.Of(state, complaint, act.At);
        var agreeing = complaint.Findings.Count(f => f.Upheld == c.Upheld && readers.Contains(f.Reader, StringComparer.Ordinal)) + 1;
        return agreeing * 2 > readers.Length
            ? Decision.Accept(clause, [found, new ComplaintDecided(complaint.Id, c.Upheld), .. c.Upheld ? [] : Suspensions.Ended(state, complaint, act.At)])
            : Decision.Accept(clause, found);
    }

    private static Decision Choose(State state, Act act, Complaint complaint, ChooseReader c)
    {
        var clause = Clause(state, act);
        if (complaint.By != act.By) return ProtocolRefusals.NotYours(clause, "party", act.By);
        if (complaint.Lead is not null) return ProtocolRefusals.Taken("reader", complaint.Lead);
        var readers = Readers.Of(state, complaint, act.At);
        if (readers.IsEmpty) return InspectionRefusals.JuryFirst(clause, complaint.SeedDue);
        return readers.Contains(c.Reader, StringComparer.Ordinal) ? Decision.Accept(clause, new ReaderChosen(complaint.Id, c.Reader)) : InspectionRefusals.NotAReader(clause, c.Reader);
    }

    internal static Refusal? NeedsReader(State state, Act act, Complaint complaint)
    {
        var clause = Clause(state, act);
        var readers = Readers.Of(state, complaint, act.At);
        if (readers.Contains(act.By, StringComparer.Ordinal)) return null;
        if (Readers.BarOf(state, complaint, act.By, act.At) is { } bar) return InspectionRefusals.Barred(clause, bar, act.By);
        return readers.IsEmpty ? InspectionRefusals.JuryFirst(clause, complaint.SeedDue) : InspectionRefusals.NotAReader(clause, act.By);
    }

    /// <summary>The clause of appeal, or that of the power to inspect.</summary>
    internal static string Clause(State state, Act act)
    {
        var rules = state.Statutes.At(act.At);
        return rules.Rights.GetValueOrDefault("appeal")?.Clause.Path
            ?? rules.Powers.FirstOrDefault(p => p.Verb == Constitutions.Verb.Inspect)?.Clause.Path ?? rules.Procedure.Default.Clause.Path;
    }
}
