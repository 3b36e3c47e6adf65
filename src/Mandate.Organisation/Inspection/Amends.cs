using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Inspection;

/// <summary>What somebody asks for in place of a finding.</summary>
public enum Amends { Apology, Correction, OtherConduct }

/// <summary>What was asked for, by when, and what came of it. The words are between the two; the log holds their commitments.</summary>
public sealed record Mediation(Amends Asked, string Commitment, DateOnly Due, DateTimeOffset At)
{
    /// <summary>Whether those complained of agreed; null while they have not answered.</summary>
    public bool? Agreed { get; init; }

    /// <summary>The salted SHA-256 of their answer, which may be the apology.</summary>
    public string? Reply { get; init; }

    public DateTimeOffset? RepliedAt { get; init; }
}

/// <summary>
/// A complaint about conduct can be settled between the two: demand, answer, apology and day are on record (S174). It stops no clock. Whoever
/// settled one goes to the readers with the next within a year.
/// </summary>
internal static class MediationRules
{
    public static Decision Demand(State state, Act act, Complaint complaint, DemandAmends c, string clause)
    {
        if (complaint.By != act.By) return ProtocolRefusals.NotYours(clause, "party", act.By);
        if (!complaint.Conduct) return InspectionRefusals.NotAboutConduct(clause);
        if (complaint.Mediation is not null) return ProtocolRefusals.Taken("demand", complaint.Id);
        if (c.Commitment.Length != 64) return ProtocolRefusals.Malformed("commitment", "64 hexadecimal digits", c.Commitment);
        if (c.Due < act.Day) return ProtocolRefusals.Malformed("due", "today or later", c.Due);
        return SettledBefore(state, complaint, act.At) is { } before ? InspectionRefusals.SettledBefore(clause, DateOnly.FromDateTime(before.UtcDateTime).AddYears(1)) : Decision.Accept(clause, new AmendsDemanded(complaint.Id, c.Amends, c.Commitment, c.Due));
    }

    public static Decision Answer(Act act, Complaint complaint, AnswerDemand c, string clause)
    {
        if (!complaint.Accused.Contains(act.By, StringComparer.Ordinal)) return ProtocolRefusals.NotYours(clause, string.Join(", ", complaint.Accused), act.By);
        if (complaint.Mediation is not { } mediation) return ProtocolRefusals.Unknown("demand", complaint.Id);
        if (mediation.Agreed is not null) return ProtocolRefusals.WrongStage("demand", complaint.Id, "unanswered", "answered");
        return c.Commitment.Length != 64 ? ProtocolRefusals.Malformed("commitment", "64 hexadecimal digits", c.Commitment) : Decision.Accept(clause, new DemandAnswered(complaint.Id, c.Agrees, c.Commitment));
    }

    /// <summary>Only whoever complained can say that it is settled.</summary>
    public static Decision Settle(State state, Act act, Complaint complaint, string clause)
    {
        if (complaint.By != act.By) return ProtocolRefusals.NotYours(clause, "party", act.By);
        return complaint.Mediation?.Agreed != true ? ProtocolRefusals.WrongStage("demand", complaint.Id, "agreed", "open") : Decision.Accept(clause, [new ComplaintSettled(complaint.Id), .. Suspensions.Ended(state, complaint, act.At)]);
    }

    /// <summary>When another complaint about the conduct of the same person was settled within a year before this one; null where none was.</summary>
    public static DateTimeOffset? SettledBefore(State state, Complaint complaint, DateTimeOffset at) => state.Inspection.All.Values
        .Where(o => o.Id != complaint.Id && o.Settled && o.DecidedAt > at.AddYears(-1) && o.Accused.Intersect(complaint.Accused, StringComparer.Ordinal).Any())
        .Select(o => o.DecidedAt).Max();
}
