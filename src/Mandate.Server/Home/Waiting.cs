using System.Collections.Frozen;
using Mandate.Organisation.Accounts;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Federation;
using Mandate.Organisation.Inspection;
using Mandate.Organisation.Petitions;
using Mandate.Organisation.Planning;
using Mandate.Organisation.Undertakings;
using Mandate.Server.Keeping;

namespace Mandate.Server.Home;

/// <summary>
/// Which acts wait for the person they are open to, and until when. Everything in votes, meetings and motions does, but for the rights of
/// every day; of the registers, what the person has been asked for or has promised.
/// </summary>
public static class Waiting
{
    /// <summary>Words all of whose acts wait, but for the rights of every day among them.</summary>
    private static readonly FrozenSet<string> Running = FrozenSet.Create(StringComparer.Ordinal, "votes", "sessions", "motions", "offices", "statutes", "roll");

    private static readonly FrozenSet<string> EveryDay = FrozenSet.Create(StringComparer.Ordinal,
        "sessions.demand", "sessions.waive-notice", "sessions.dispute-service", "sessions.contest-notice", "sessions.arrive", "sessions.cancel", "sessions.postpone",
        "motions.support", "motions.withdraw", "motions.erase-text", "motions.reopen", "motions.carry-up", "motions.lay-before-base", "offices.resign", "offices.start-recall", "offices.end-post", "offices.declare-interest", "offices.end-interest", "offices.state-grounds", "offices.assess", "offices.grant-benefit",
        "offices.end-benefit", "offices.set-ceiling", "offices.set-standard", "offices.assign-portfolio", "offices.report-unable", "roll.transfer", "roll.leave", "roll.erase", "votes.stop",
        "offices.let-stand-in", "offices.end-stand-in", "offices.promise-election", "offices.enter-exception", "statutes.ask-judgement", "statutes.ask-whether-allowed", "statutes.ask-language", "statutes.sign-language",
        "sessions.demand-plenary", "sessions.nominate-rapporteur", "sessions.back-rapporteur", "sessions.record-accusation", "motions.carry-up", "motions.lay-before-base", "motions.form-package", "motions.reopen", "motions.translate", "motions.raise-contradiction",
        "roll.open-file", "roll.take-back-answer");

    /// <summary>What is asked of somebody, or was promised by them, in the registers.</summary>
    private static readonly FrozenSet<string> Asked = FrozenSet.Create(StringComparer.Ordinal,
        "planning.put", "planning.choose", "planning.conclude", "planning.confirm", "inspection.find", "inspection.reply", "inspection.draw-jury", "inspection.propose-consequence",
        "inspection.answer", "inspection.answer-demand", "inspection.hand-over", "inspection.report", "documents.answer-demand", "documents.answer-deviation", "documents.accept-trust", "press.answer-contrast",
        "press.judge-claim", "planning.explain", "decisions.confirm-agreement", "federation.find", "accounts.report-audit",
        "petitions.answer", "petitions.answer-concern", "petitions.answer-protest", "undertakings.report", "undertakings.reply-to-summons", "undertakings.record-report", "undertakings.accept-help",
        "documents.receive", "documents.answer-task", "documents.accept-custody", "documents.acknowledge-terms", "documents.confirm-key",
        "federation.acknowledge", "federation.carry-out", "federation.answer", "federation.confirm-partner", "federation.confirm-condition", "federation.renew-go", "federation.settle", "federation.acknowledge-plan",
        "federation.report-execution", "federation.report-mission", "federation.report-charter", "federation.confirm-delegation", "federation.consent-charter",
        "federation.carry-out-separation", "press.translate-mailing", "tendencies.name-co-reporter", "press.reply", "press.answer", "press.rectify", "accounts.answer", "accounts.countersign", "works.answer", "tendencies.give-hearing", "restrictions.give-account", "restrictions.dispose", "restrictions.confirm-emergency");

    public static IEnumerable<string> Names => EveryDay.Concat(Asked);

    public static bool Is(string act) => Asked.Contains(act) || (Running.Contains(act[..act.IndexOf('.', StringComparison.Ordinal)]) && !EveryDay.Contains(act));

    /// <summary>The last day on which it is in time; null where none is set.</summary>
    public static DateOnly? Due(Visit visit, Offer offer)
    {
        var (state, id) = (visit.State, offer.Subject);
        return offer.Prototype switch
        {
            Choose => state.Planning.Plans.GetValueOrDefault(id)?.ChooseUntil,
            ReportUndertaking => state.Undertakings.All.GetValueOrDefault(id)?.Due,
            ReplyToSummons or RecordReport => state.Undertakings.Summonses.GetValueOrDefault(id)?.Due,
            ReplyToComplaint => state.Inspection.All.GetValueOrDefault(id)?.Reply,
            AnswerPetition => state.Petitions.All.GetValueOrDefault(id)?.Due,
            AnswerUnit => state.Federation.Queries.GetValueOrDefault(id)?.AnswerBy,
            AnswerOnEntry => state.Accounts.Questions.GetValueOrDefault(id)?.Due,
            _ => null,
        };
    }
}
