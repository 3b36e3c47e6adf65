using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Mandate.Organisation.Guards;

/// <summary>All guards, by family. Their names and definitions are one vocabulary with the wording of the pages (<c>guard.NAME</c>).</summary>
public static class GuardCatalogue
{
    public static ImmutableArray<Guard> All { get; } =
    [
        new("surprise-motion", Family.Procedure, Effect.Refuse, true, "procedure.default.notice", ProcedureGuards.SurpriseMotion),
        new("vanished-quorum", Family.Procedure, Effect.Refuse, true, "bodies", ProcedureGuards.VanishedQuorum),
        new("no-sunset", Family.Procedure, Effect.Refuse, true, "procedure.by_object.restrict_right", ProcedureGuards.NoSunset),
        new("secret-clause", Family.Procedure, Effect.Refuse, true, "publication", ProcedureGuards.SecretClause),
        new("incorporation-by-reference", Family.Procedure, Effect.Refuse, true, "procedure.default", ProcedureGuards.IncorporationByReference),
        new("rule-beyond-purpose", Family.Procedure, Effect.Alarm, true, "restrictions", ProcedureGuards.RuleBeyondPurpose),
        new("restriction-of-minority", Family.Procedure, Effect.Refuse, true, "rights.platform", ProcedureGuards.RestrictionOfMinority),
        new("monopoly-of-list", Family.Procedure, Effect.Refuse, false, "rights.platform", ProcedureGuards.MonopolyOfList),
        new("unfulfilled-mandate", Family.Procedure, Effect.Alarm, true, "rights.motion", ProcedureGuards.UnfulfilledMandate),
        new("lost-mover", Family.Procedure, Effect.Refuse, true, "rights.motion", ProcedureGuards.LostMover),
        new("private-bargain", Family.Procedure, Effect.Alarm, true, "publication", ProcedureGuards.PrivateBargain),
        new("secret-caucus", Family.Procedure, Effect.Alarm, true, "rights.platform", ProcedureGuards.SecretCaucus),
        new("conflict-of-interest", Family.Procedure, Effect.Refuse, true, "procedure.default", ProcedureGuards.ConflictOfInterest),
        new("scripted-debate", Family.Procedure, Effect.Alarm, false, "rights.minority_report", ProcedureGuards.ScriptedDebate),
        new("unanswered-petition", Family.Procedure, Effect.Alarm, true, "powers", ProcedureGuards.UnansweredPetition),
        new("resolution-not-executed", Family.Procedure, Effect.Alarm, true, "powers", ProcedureGuards.ResolutionNotExecuted),
        new("uninformed-vote", Family.Procedure, Effect.Alarm, false, "procedure.default.notice", ProcedureGuards.UninformedVote),
        new("circular-flow-of-power", Family.Power, Effect.Refuse, true, "bodies", PowerGuards.CircularFlowOfPower),
        new("appointed-not-elected", Family.Power, Effect.Alarm, true, "offices", PowerGuards.AppointedNotElected),
        new("delegate-distortion", Family.Power, Effect.Refuse, true, "bodies", PowerGuards.DelegateDistortion),
        new("concentrated-offices", Family.Power, Effect.Refuse, true, "incompatible", PowerGuards.ConcentratedOffices),
        new("captured-inspection", Family.Power, Effect.Alarm, true, "incompatible", PowerGuards.CapturedInspection),
        new("apparatus-growth", Family.Power, Effect.Report, true, "caps", PowerGuards.ApparatusGrowth),
        new("inherited-apparatus", Family.Power, Effect.Report, false, "caps", PowerGuards.InheritedApparatus),
        new("bypassed-body", Family.Power, Effect.Refuse, true, "powers", PowerGuards.BypassedBody),
        new("blurred-competence", Family.Power, Effect.Alarm, false, "powers", PowerGuards.BlurredCompetence),
        new("dormant-council", Family.Power, Effect.Alarm, true, "bodies", PowerGuards.DormantCouncil),
        new("fused-defence", Family.Power, Effect.Refuse, true, "incompatible", PowerGuards.FusedDefence),
        new("succession-vacuum", Family.Power, Effect.Alarm, true, "offices", PowerGuards.SuccessionVacuum),
        new("privilege-drift", Family.Power, Effect.Report, false, "caps", PowerGuards.PrivilegeDrift),
        new("withheld-document", Family.Information, Effect.Alarm, true, "rights.addressed_documents", InformationGuards.WithheldDocument),
        new("split-knowledge", Family.Information, Effect.Alarm, true, "rights.addressed_documents", InformationGuards.SplitKnowledge),
        new("selected-readers", Family.Information, Effect.Refuse, true, "rights.addressed_documents", InformationGuards.SelectedReaders),
        new("false-notice", Family.Information, Effect.Alarm, true, "procedure.default.notice", InformationGuards.FalseNotice),
        new("omitted-from-minutes", Family.Information, Effect.Alarm, true, "rights.minutes", InformationGuards.OmittedFromMinutes),
        new("unanswered-rectification", Family.Information, Effect.Alarm, true, "rights.reply", InformationGuards.UnansweredRectification),
        new("unequal-space", Family.Information, Effect.Alarm, true, "rights.platform", InformationGuards.UnequalSpace),
        new("one-sided-report", Family.Information, Effect.Refuse, true, "rights.minutes", InformationGuards.OneSidedReport),
        new("unsigned-attack", Family.Information, Effect.Refuse, true, "rights.reply", InformationGuards.UnsignedAttack),
        new("editor-displaced", Family.Information, Effect.Alarm, false, "bodies", InformationGuards.EditorDisplaced),
        new("concealed-origin", Family.Information, Effect.Alarm, true, "publication", InformationGuards.ConcealedOrigin),
        new("unsourced-quotation", Family.Information, Effect.Alarm, false, "rights.reply", InformationGuards.UnsourcedQuotation),
        new("unknown-denominator", Family.Information, Effect.Report, true, "publication", InformationGuards.UnknownDenominator),
        new("will-overridden", Family.Information, Effect.Alarm, false, "rights.addressed_documents", InformationGuards.WillOverridden),
        new("reprisal-after-dissent", Family.Persons, Effect.Alarm, true, "rights", PersonGuards.ReprisalAfterDissent),
        new("opinion-offence", Family.Persons, Effect.Refuse, true, "rights", PersonGuards.OpinionOffence),
        new("sanction-without-hearing", Family.Persons, Effect.Refuse, true, "rights.appeal", PersonGuards.SanctionWithoutHearing),
        new("coerced-ballot", Family.Persons, Effect.Alarm, true, "procedure", PersonGuards.CoercedBallot),
        new("abuse-of-office", Family.Persons, Effect.Alarm, true, "rights.appeal", PersonGuards.AbuseOfOffice),
        new("confession-only", Family.Persons, Effect.Refuse, false, "rights.appeal", PersonGuards.ConfessionOnly),
        new("mass-removal", Family.Persons, Effect.Alarm, true, "electorates", PersonGuards.MassRemoval),
        new("forced-membership", Family.Persons, Effect.Refuse, false, "electorates", PersonGuards.ForcedMembership),
        new("centre-override", Family.Units, Effect.Alarm, true, "units", UnitGuards.CentreOverride),
        new("language-disadvantage", Family.Units, Effect.Alarm, true, "rights.own_language", UnitGuards.LanguageDisadvantage),
        new("broken-recall-of-order", Family.Units, Effect.Alarm, true, "powers", UnitGuards.BrokenRecallOfOrder),
        new("unsecured-dependency", Family.Units, Effect.Alarm, false, "powers", UnitGuards.UnsecuredDependency),
        new("no-open-account", Family.Economy, Effect.Refuse, true, "publication", EconomyGuards.NoOpenAccount),
        new("price-scissors", Family.Economy, Effect.Report, false, "powers", EconomyGuards.PriceScissors),
        new("forecast-failure", Family.Economy, Effect.Report, false, "powers", EconomyGuards.ForecastFailure),
        new("self-serving-allocation", Family.Economy, Effect.Refuse, false, "powers", EconomyGuards.SelfServingAllocation),
        new("eroded-fund", Family.Economy, Effect.Report, false, "powers", EconomyGuards.ErodedFund),
        new("command-of-culture", Family.Culture, Effect.Refuse, false, "rights", EconomyGuards.CommandOfCulture),
        new("cult-of-person", Family.Culture, Effect.Report, false, "procedure", EconomyGuards.CultOfPerson),
    ];

    private static readonly FrozenDictionary<string, Guard> ByName = All.ToFrozenDictionary(g => g.Name, StringComparer.Ordinal);

    /// <summary>The guard of that name; null where there is none.</summary>
    public static Guard? Find(string name) => ByName.GetValueOrDefault(name);
}
