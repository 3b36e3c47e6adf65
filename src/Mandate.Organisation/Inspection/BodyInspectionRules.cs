using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;

namespace Mandate.Organisation.Inspection;

/// <summary>
/// Inspections of bodies: opened by anybody when they are due, by drawn inspectors, with findings, answer and follow-up on the record. No act
/// closes one, takes a report back or puts it off (S193).
/// </summary>
internal static class BodyInspectionRules
{
    private const int SeedDays = 3, EvidenceDays = 7, Longest = 2000;

    public static Decision Decide(State state, Act act, BodyInspectionCommand command, string clause) => command switch
    {
        OpenInspection c => Open(state, act, c, clause),
        DrawInspectors c => Draw(state, act, c, clause),
        ReportInspection c => Report(state, act, c, clause),
        AnswerInspection c => Answer(state, act, c, clause),
        FollowUpInspection c => Follow(state, act, c, clause),
        AskForEvidence c => Ask(state, act, c, clause),
        HandOverEvidence c => HandOver(state, act, c, clause),
        _ => throw new InvalidOperationException($"No rules for {command.GetType().Name}."),
    };

    private static Decision Open(State state, Act act, OpenInspection c, string clause)
    {
        var rules = state.Statutes.At(act.At);
        if (c.Id.Length == 0) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (state.Inspection.Inspections.ContainsKey(c.Id) || state.Inspection.All.ContainsKey(c.Id)) return ProtocolRefusals.Taken("inspection", c.Id);
        if (state.Roll.Member(act.By) is not { InGoodStanding: true }) return ProtocolRefusals.NotYours(clause, "member", act.By);
        if (!InspectionPlan.Covers(rules, InspectionPlan.Split(c.Place).Of) || InspectionPlan.Inspected(state, c.Place, act.At).IsEmpty) return ProtocolRefusals.Unknown("place", c.Place);
        if (c.SeedProcedure.Length == 0) return ProtocolRefusals.Malformed("seedProcedure", "which public figures make the seed", "");
        var last = state.Inspection.Inspections.Values.Where(i => i.Place == c.Place).MaxBy(i => i.At);
        if (last is { Reports.IsEmpty: true }) return ProtocolRefusals.Taken("inspection", last.Id);
        var due = InspectionPlan.DueOf(state, c.Place, last);
        if (act.Day < due && !Readers.Inspectors(state, act.At).Contains(act.By, StringComparer.Ordinal)) return InspectionRefusals.NotDueYet(clause, due);
        return Decision.Accept(clause, new InspectionOpened(c.Id, c.Place, c.SeedProcedure, act.At.AddDays(SeedDays)));
    }

    /// <summary>Anybody may: pool, procedure and day are fixed, and the draw follows from the seed.</summary>
    private static Decision Draw(State state, Act act, DrawInspectors c, string clause)
    {
        if (!state.Inspection.Inspections.TryGetValue(c.Inspection, out var inspection)) return ProtocolRefusals.Unknown("inspection", c.Inspection);
        if (state.Roll.Member(act.By) is not { InGoodStanding: true }) return ProtocolRefusals.NotYours(clause, "member", act.By);
        if (!inspection.Inspectors.IsEmpty) return ProtocolRefusals.WrongStage("inspection", inspection.Id, "open", "drawn");
        if (act.At < inspection.SeedDue) return InspectionRefusals.SeedTooEarly(clause, inspection.SeedDue);
        if (c.Seed.Length == 0) return ProtocolRefusals.Malformed("seed", "the public figures, written as the procedure says", "");
        var pool = InspectionPlan.Pool(state, inspection.Place, act.At);
        var drawn = InspectionPlan.Inspectors(state.Statutes.At(act.At));
        return pool.IsEmpty ? OfficesRefusals.PoolTooSmall(clause, drawn, 0) : Decision.Accept(clause, new InspectorsDrawn(inspection.Id, c.Seed, Lots.Draw(pool, c.Seed, drawn)));
    }

    private static Decision Report(State state, Act act, ReportInspection c, string clause)
    {
        if (NeedsInspector(state, act, c.Inspection, clause, out var inspection) is { } refusal) return refusal;
        if (inspection.Reports.Any(r => r.By == act.By)) return InspectionRefusals.FoundAlready(clause);
        if (string.IsNullOrWhiteSpace(act.Blobs.Text(c.Text))) return ProtocolRefusals.BlobMissing(c.Text);
        if (c.Data is { } data && act.Blobs.Text(data) is null) return ProtocolRefusals.BlobMissing(data);
        return c.LeftOut.Length > Longest ? ProtocolRefusals.Malformed("leftOut", "at most 2000 characters", c.LeftOut.Length) : Decision.Accept(clause, new InspectionReported(inspection.Id, c.Text, c.Data, c.LeftOut));
    }

    private static Decision Answer(State state, Act act, AnswerInspection c, string clause)
    {
        if (!state.Inspection.Inspections.TryGetValue(c.Inspection, out var inspection)) return ProtocolRefusals.Unknown("inspection", c.Inspection);
        if (!InspectionPlan.Inspected(state, inspection.Place, act.At).Contains(act.By, StringComparer.Ordinal)) return ProtocolRefusals.NotYours(clause, inspection.Place, act.By);
        if (inspection.Reports.IsEmpty) return ProtocolRefusals.WrongStage("inspection", inspection.Id, "reported", "open");
        if (inspection.Answer is not null) return ProtocolRefusals.WrongStage("inspection", inspection.Id, "unanswered", "answered");
        return string.IsNullOrWhiteSpace(act.Blobs.Text(c.Text)) ? ProtocolRefusals.BlobMissing(c.Text) : Decision.Accept(clause, new InspectionAnswered(inspection.Id, c.Text));
    }

    private static Decision Follow(State state, Act act, FollowUpInspection c, string clause)
    {
        if (NeedsInspector(state, act, c.Inspection, clause, out var inspection) is { } refusal) return refusal;
        if (inspection.AnswerDue is not { } due) return ProtocolRefusals.WrongStage("inspection", inspection.Id, "reported", "open");
        if (inspection.Answer is null && act.Day <= due) return InspectionRefusals.NotHeard(clause, Calendar.Start(due.AddDays(1)));
        return c.Account.Length is 0 or > Longest ? ProtocolRefusals.Malformed("account", "what it has changed, in at most 2000 characters", c.Account.Length) : Decision.Accept(clause, new InspectionFollowedUp(inspection.Id, c.Account, c.Done));
    }

    private static Decision Ask(State state, Act act, AskForEvidence c, string clause)
    {
        if (c.Id.Length == 0) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (state.Inspection.Requests.ContainsKey(c.Id)) return ProtocolRefusals.Taken("request", c.Id);
        if (state.Inspection.All.TryGetValue(c.For, out var complaint))
        {
            if (InspectionRules.NeedsReader(state, act, complaint) is { } notReader) return notReader;
            if (complaint.DecidedAt is not null) return ProtocolRefusals.WrongStage("complaint", complaint.Id, "open", "decided");
        }
        else if (NeedsInspector(state, act, c.For, clause, out _) is { } refusal) return refusal;
        if (InspectionPlan.Inspected(state, c.From, act.At).IsEmpty) return ProtocolRefusals.Unknown("place", c.From);
        return c.What.Length is 0 or > 500 ? ProtocolRefusals.Malformed("what", "what is needed, in at most 500 characters", c.What.Length) : Decision.Accept(clause, new EvidenceAsked(c.Id, c.For, c.From, c.What, act.Day.AddDays(EvidenceDays)));
    }

    private static Decision HandOver(State state, Act act, HandOverEvidence c, string clause)
    {
        if (!state.Inspection.Requests.TryGetValue(c.Request, out var request)) return ProtocolRefusals.Unknown("request", c.Request);
        if (!InspectionPlan.Inspected(state, request.From, act.At).Contains(act.By, StringComparer.Ordinal)) return ProtocolRefusals.NotYours(clause, request.From, act.By);
        if (request.HandedAt is not null) return ProtocolRefusals.WrongStage("request", request.Id, "open", "done");
        return c.Commitment.Length != 64 ? ProtocolRefusals.Malformed("commitment", "64 hexadecimal digits", c.Commitment) : Decision.Accept(clause, new EvidenceHandedOver(request.Id, c.Commitment));
    }

    private static Refusal? NeedsInspector(State state, Act act, string id, string clause, out BodyInspection inspection)
    {
        if (!state.Inspection.Inspections.TryGetValue(id, out inspection!)) return ProtocolRefusals.Unknown("inspection", id);
        return inspection.Inspectors.Contains(act.By, StringComparer.Ordinal) ? null : ProtocolRefusals.NotYours(clause, "drawn inspector", act.By);
    }
}
