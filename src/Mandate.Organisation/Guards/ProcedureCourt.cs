using Mandate.Constitutions;
using Mandate.Constitutions.Rules;
using Mandate.Organisation.Facts;

namespace Mandate.Organisation.Guards;

/// <summary>Notice, quorum, ends, entrenched rights and secrecy.</summary>
internal static class ProcedureCourt
{
    private const string RestrictRight = "restrict_right";

    /// <summary>Whether the notice that there was would have been enough for a decision of its class.</summary>
    public static ClauseAnswer? Notice(Court court, RecordedFact record)
    {
        if (record.What is not PutToVote { Binding: true, NoticeDays: { } days } || (record.When.To ?? record.When.From) is not { } meeting) return null;
        var narrows = court.View.Of<Restricted>().Any(r => r.Record.Events.Intersect(record.Events, StringComparer.Ordinal).Any() && ProcedureGuards.Narrows(r.Fact));
        var procedure = Procedures.For(court.Rules, narrows ? RestrictRight : "motion");
        return Court.Of(Notices.Check(meeting, meeting.AddDays(-days), procedure.Notice, court.Rules.Procedure.ClearDays, procedure.Clause)) with { Given = FormattableString.Invariant($"{days} days") };
    }

    /// <summary>Whether a vote could be taken with those present, or without counting them.</summary>
    public static ClauseAnswer? Quorum(Court court, RecordedFact record)
    {
        if (record.What is not Present present) return null;
        var put = court.View.Of<PutToVote>().FirstOrDefault(p => p.Fact.Session == present.Session && (present.Matter is null || p.Fact.Matter == present.Matter)).Fact;
        if (put is null || court.Place(put.Body) is not { } place || !court.Rules.Bodies.TryGetValue(place, out var body)) return null;
        if (present is { Accredited.Exact: { } accredited, Here.Exact: { } here }) return Court.Of(Quorums.EachVote(body, new Sizes { Seats = accredited, Members = accredited }, here));
        if (present.Counted != false) return null;
        // Who must be counted and was not cannot be shown to have been enough.
        return body.Quorum is { } quorum ? new(Verdict.Refused, quorum.Clause.Path, quorum.EachVote.ToString(), "not counted") : new(Verdict.Permitted, body.Clause.Path);
    }

    /// <summary>Whether a restriction without an end could have been made.</summary>
    public static ClauseAnswer? Sunset(Court court, RecordedFact record)
    {
        // What was merely done, without a decision, no procedure was asked for.
        if (record.What is not Restricted { Stage: not Stage.Practice } restricted || restricted.Rights.Each().IsEmpty || !ProcedureGuards.WithoutEnd(restricted)) return null;
        var procedure = Procedures.For(court.Rules, RestrictRight);
        return procedure.SunsetRequired
            ? new(Verdict.Refused, procedure.At("sunset").Path, "required", "none")
            : new(Verdict.Permitted, procedure.At("sunset").Path);
    }

    /// <summary>Whether a right of minorities could have been narrowed by an ordinary decision.</summary>
    public static ClauseAnswer? EntrenchedRight(Court court, RecordedFact record)
    {
        if (record.What is not Restricted { Stage: not Stage.Proposed } restricted || !ProcedureGuards.Narrows(restricted)) return null;
        var right = court.Rules.Rights.Values.FirstOrDefault(r => r.Id is "platform" or "tendency");
        if (right is null) return new(Verdict.Permitted, court.Rules.Amend.Ordinary.Clause.Path);
        var rule = AmendmentRules.For(court.Rules, [right.Clause.Path]);
        return rule.IsEntrenched ? new(Verdict.Refused, right.Clause.Path, rule.Clause.Path) : new(Verdict.Permitted, rule.Clause.Path);
    }

    /// <summary>Whether a binding text could have had a part that those bound by it do not read.</summary>
    public static ClauseAnswer? Confidential(Court court, RecordedFact record)
    {
        if (record.What is not Adopted adopted || adopted.SecretPart is null && !ProcedureGuards.SecretClause(court.View).Any(b => b.Because.Contains(record))) return null;
        var publication = court.Rules.Publication;
        return publication.Confidential is { } secret && secret.Classes.Contains("resolution", StringComparer.Ordinal) && !secret.CannotCover.Contains("resolution", StringComparer.Ordinal)
            ? new(Verdict.Permitted, secret.Clause.Path, secret.By.Id)
            : new(Verdict.Refused, publication.Clause.Path, publication.Default == Audience.Public ? "public" : "public_to_members", "secret");
    }
}
