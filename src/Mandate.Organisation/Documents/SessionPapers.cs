using System.Collections.Immutable;
using Mandate.Constitutions.Rules;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Documents;

/// <summary>
/// A delegate demands, in the meeting of a body to which a closed document is addressed, that it be published. It needs no notice, and a fifth of the delegates is
/// enough (requirement S267).
/// </summary>
[WireName("documents.demand-publication")]
public sealed record DemandPublication(string Document, string Session) : DocumentsCommand;

/// <summary>Whoever presides says why fewer than a fifth is not followed, and when it is looked at again: within twelve months.</summary>
[WireName("documents.answer-demand")]
public sealed record AnswerPublicationDemand(string Document, string Reasons, DateOnly Review) : DocumentsCommand;

/// <summary>
/// A text before the meeting rests on a document that was handed in after the papers: anybody who is there has the vote on it put off, once, to the next day
/// (requirement S269).
/// </summary>
/// <param name="Text">SHA-256 of the motion's text that names <c>document:ID</c>.</param>
[WireName("documents.ask-adjournment")]
public sealed record AskAdjournment(string Document, string Session, string Motion, string Text) : DocumentsCommand
{
    public override IEnumerable<string> Reads() => [Text];
}

/// <param name="Needed">How many delegates are enough.</param>
[WireName("documents.publication-demanded")]
public sealed record PublicationDemanded(string Document, string Session, int Needed) : DocumentsEvent;

[WireName("documents.publication-forced")]
public sealed record PublicationForced(string Document) : DocumentsEvent;

[WireName("documents.demand-answered")]
public sealed record DemandAnswered(string Document, string Reasons, DateOnly Review) : DocumentsEvent;

[WireName("documents.vote-adjourned")]
public sealed record VoteAdjourned(string Document, string Session, string Motion, DateTimeOffset Until) : DocumentsEvent;

/// <summary>A demand of delegates that a document be published, in one meeting.</summary>
public sealed record PublicationDemand(string Session, int Needed, ImmutableSortedSet<string> By, DateTimeOffset At, string? Reasons = null, DateOnly? Review = null);

/// <summary>Documents in a meeting: published when a fifth of the delegates wants it, and no surprise in a vote.</summary>
internal static class SessionPapers
{
    /// <summary>One delegate of so many is enough; hours for which a vote is put off on the last day of a meeting.</summary>
    private const int Fifth = 5, LastDayHours = 2;

    public static Decision Demand(State state, Act act, DemandPublication c)
    {
        var clause = DocumentsRules.Clause(state, act);
        if (!state.Documents.All.TryGetValue(c.Document, out var document)) return ProtocolRefusals.Unknown("document", c.Document);
        if (state.Sessions.Find(c.Session) is not { } session) return ProtocolRefusals.Unknown("session", c.Session);
        if (document.Text is not null) return ProtocolRefusals.WrongStage("document", document.Id, "closed", "open");
        if (session.Stage != SessionStage.Open) return ProtocolRefusals.WrongStage("session", session.Id, SessionStage.Open.ToString(), session.Stage.ToString());
        if (!session.Credentials.ContainsKey(act.By)) return ProtocolRefusals.NotYours(clause, session.Body, act.By);
        if (!document.AddresseesOn(act.Day).Contains(session.Body, StringComparer.Ordinal)) return ProtocolRefusals.NotYours(clause, string.Join(", ", document.AddresseesOn(act.Day)), session.Body);
        // What was promised to whoever deposited it is kept: a seal that no decision opens, a text that is only to be read.
        if (document.Seal is { } seal ? seal.Opens.Decision != session.Body : document.Terms.LastOrDefault()?.Use == DocumentUse.Read) return DocumentsRefusals.NotToPublish(clause, document.Release);
        if (Openings.Published(document, act.Day)) return ProtocolRefusals.WrongStage("document", document.Id, "closed", "may open");
        var standing = document.Demand is { } demand && demand.Session == session.Id ? demand.By : [];
        if (standing.Contains(act.By)) return ProtocolRefusals.Taken("demand", document.Id);
        var needed = (session.Credentials.Count + Fifth - 1) / Fifth;
        var demanded = new PublicationDemanded(document.Id, session.Id, needed);
        return standing.Count + 1 >= needed ? Decision.Accept(clause, demanded, new PublicationForced(document.Id)) : Decision.Accept(clause, demanded);
    }

    public static Decision Answer(State state, Act act, AnswerPublicationDemand c)
    {
        var clause = DocumentsRules.Clause(state, act);
        if (!state.Documents.All.TryGetValue(c.Document, out var document)) return ProtocolRefusals.Unknown("document", c.Document);
        if (document.Demand is not { Reasons: null } demand) return ProtocolRefusals.WrongStage("document", document.Id, "demanded", "not demanded");
        if (state.Sessions.Find(demand.Session)!.ChairPerson is var chair && chair != act.By) return ProtocolRefusals.NotYours(clause, chair ?? "chair", act.By);
        if (c.Reasons.Length is 0 or > 1000) return ProtocolRefusals.Malformed("reasons", "why, in at most 1000 characters", c.Reasons.Length);
        var last = act.Day.AddMonths(12);
        return c.Review < act.Day || c.Review > last ? DocumentsRefusals.ReviewTooLate(clause, last, c.Review) : Decision.Accept(clause, new DemandAnswered(document.Id, c.Reasons, c.Review));
    }

    public static Decision Adjourn(State state, Act act, AskAdjournment c)
    {
        var rules = state.Statutes.At(act.At);
        if (!state.Documents.All.TryGetValue(c.Document, out var document)) return ProtocolRefusals.Unknown("document", c.Document);
        if (state.Sessions.Find(c.Session) is not { } session) return ProtocolRefusals.Unknown("session", c.Session);
        if (state.Motions.Find(c.Motion) is not { } motion || !motion.IsBefore(c.Session)) return ProtocolRefusals.Unknown("motion", c.Motion);
        var notice = MotionRule.RuleOf(state, rules, motion).Notice;
        var clause = notice?.Clause.Path ?? rules.Procedure.Default.Clause.Path;
        if (session.Stage != SessionStage.Open) return ProtocolRefusals.WrongStage("session", session.Id, SessionStage.Open.ToString(), session.Stage.ToString());
        if (!session.Present.Contains(act.By)) return ProtocolRefusals.NotYours(clause, session.Body, act.By);
        if (!motion.Current.Texts.ContainsValue(c.Text) || act.Blobs.Text(c.Text)?.Contains("document:" + document.Id, StringComparison.Ordinal) != true) return DocumentsRefusals.NotCited(clause, "document:" + document.Id);
        var handedIn = DateOnly.FromDateTime(document.At.UtcDateTime);
        if (notice is null || Notices.Earliest(handedIn, notice, rules.Procedure.ClearDays) <= session.FirstDay) return DocumentsRefusals.WithThePapers(clause, document.Id);
        if (state.Documents.Adjourned.ContainsKey(motion.Id)) return DocumentsRefusals.AdjournedOnce(clause, motion.Id);
        // On the last day the vote is not lost with the meeting.
        return Decision.Accept(clause, new VoteAdjourned(document.Id, session.Id, motion.Id, act.Day < session.LastDay ? Calendar.Start(act.Day.AddDays(1)) : act.At.AddHours(LastDayHours)));
    }

    /// <summary>The refusal of a vote that was put off; null where it may be put.</summary>
    public static Refusal? PutOff(State state, Act act) =>
        act.Command is PutQuestion { Subject: { } motion } && state.Documents.Adjourned.TryGetValue(motion, out var until) && act.At < until
            ? DocumentsRefusals.VotePutOff(state.Statutes.At(act.At).Procedure.Default.Clause.Path, until) : null;
}
