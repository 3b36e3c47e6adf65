using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Roll;

public static class RollRefusals
{
    /// <summary>Nobody is moved to another unit against their will.</summary>
    public static Refusal NotAgainstYourWill(string clause, string by) => new("roll.not-against-will", clause) { Needs = "self", Given = by, Way = "ask-the-member" };

    public static Refusal SilenceTooEarly(string clause, DateOnly due, DateOnly today) =>
        new("roll.silence-too-early", clause) { Needs = due, Given = today, Earliest = new DateTimeOffset(due, TimeOnly.MinValue, TimeSpan.Zero) };

    /// <summary>Under this constitution silence does not admit.</summary>
    public static Refusal NoSilence(string clause) => new("roll.no-silence", clause) { Needs = "a clause that provides for it" };

    /// <summary>The vote named is not a carried vote of that body on this subject.</summary>
    public static Refusal VoteDoesNotCarry(string clause, string vote, string subject) =>
        new Refusal("roll.vote-does-not-carry", clause) { Needs = "a carried vote on it", Given = vote }.With("subject", subject);

    /// <summary>Expulsion and suspension are decisions, not facts that a keeper of the register records.</summary>
    public static Refusal NotARecordableFact(string clause, MemberStatus status) => new("roll.not-a-fact", clause) { Needs = "a fact, not a decision", Given = status };

    /// <summary>A charge names what was broken, and when.</summary>
    public static Refusal ChargeWithoutRule(string clause) => new("roll.charge-without-rule", clause) { Way = "name-rule" };

    /// <summary>No rule reaches back to what was done before it, and one that is gone is milder.</summary>
    public static Refusal NoRuleThen(string clause, string rule, DateOnly done) => new("roll.no-rule-then", clause) { Needs = done, Given = rule, Way = "name-rule" };

    /// <summary>The text was not in force on that day, or those bound by it cannot read it.</summary>
    public static Refusal NoTextThen(string text, DateOnly done) => new("roll.no-text-then", "") { Needs = done, Given = text, Way = "name-rule" };

    /// <summary>The answer was given after the day, says no, or is about another clause.</summary>
    public static Refusal NoSuchAnswer(string clause, string judgement) => new("roll.no-such-answer", clause) { Needs = "an answer from before that day that it is allowed", Given = judgement };

    /// <summary>It had been answered that this is allowed: that binds, unless the same body says that the answer was about something else.</summary>
    public static Refusal AnsweredAllowed(string clause, string judgement, string body) => new("roll.answered-allowed", clause) { Needs = body, Given = judgement, Way = "ask-what-was-answered" };

    public static Refusal TooManyExpulsions(ExpulsionStop stop) =>
        new Refusal("roll.too-many-expulsions", stop.Clause) { Needs = stop.Most, Given = stop.Given, Earliest = new DateTimeOffset(stop.Until, TimeOnly.MinValue, TimeSpan.Zero), Way = stop.By is null ? null : "resume-expulsions" }.With("body", stop.By ?? "-");

    /// <summary>Words are an offence only where the closed list has them (S387).</summary>
    public static Refusal NotAnOffence(string clause) => new("roll.not-an-offence", clause) { Needs = "conduct, a threat, private data given away or a proven falsification", Way = "name-conduct" };

    /// <summary>What somebody voted or held proves nothing, and what they said of themselves not alone (S384, S382).</summary>
    public static Refusal NoEvidence(string clause) => new("roll.no-evidence", clause) { Needs = "a witness, a document or the record", Way = "find-evidence" };

    /// <summary>The defence is answered first.</summary>
    public static Refusal DefenceFirst(string clause, Defence defence) => new("roll.defence-first", clause) { Needs = defence, Way = "answer-defence" };

    public static Refusal TakenBackAlready(string clause) => new("roll.taken-back-already", clause) { Needs = "only once" };

    /// <summary>It is not the file that was handed over with the charge.</summary>
    public static Refusal NotThatFile(string clause) => new("roll.not-that-file", clause) { Needs = "the file as it was handed over, to the letter" };

    public static Refusal ChargedAlready(string clause) => new("roll.charged-already", clause) { Needs = "one charge at a time" };

    /// <summary>The notice of the clause runs from the charge to the sitting.</summary>
    public static Refusal ChargeTooLate(string clause, Constitutions.Period notice, int given, DateOnly earliest) =>
        new("roll.charge-too-late", clause) { Needs = notice.ToString(), Given = given, Earliest = new DateTimeOffset(earliest, TimeOnly.MinValue, TimeSpan.Zero) };

    /// <summary>Nobody is expelled unheard.</summary>
    public static Refusal NotHeard(string clause, DateOnly earliest) => new("roll.not-heard", clause) { Earliest = new DateTimeOffset(earliest, TimeOnly.MinValue, TimeSpan.Zero), Way = "await-reply" };

    /// <summary>The clause asks for a consent that cannot be put on record; an amendment of the clause is the way.</summary>
    public static Refusal NeedsConsent(string clause, string of) => new("roll.needs-consent", clause) { Needs = of, Way = "move-a-change-of-the-rules" };

    /// <summary>A suspension has an end, and not a far one.</summary>
    public static Refusal SuspendedTooLong(string clause, int most, int given) => new("roll.suspended-too-long", clause) { Needs = most, Given = given };

    /// <summary>The charge asks for the other measure.</summary>
    public static Refusal OtherMeasure(string clause, string charge) => new("roll.other-measure", clause) { Needs = "the measure that the charge asks for", Given = charge };

    public static Refusal NoAppeal(string clause) => new("roll.no-appeal", clause) { Needs = "a clause that names one" };

    public static Refusal AppealTooLate(string clause, DateOnly last) => new("roll.appeal-too-late", clause) { Needs = last };

    public static Refusal AppealIsOpen(string clause, DateOnly earliest) => new("roll.appeal-is-open", clause) { Earliest = new DateTimeOffset(earliest, TimeOnly.MinValue, TimeSpan.Zero) };

    public static Refusal OnlyOwnData(string by) => new("roll.only-own-data", "") { Needs = "the person concerned", Given = by };

    /// <summary>The data of a member are needed for their rights; whoever has left can have them erased.</summary>
    public static Refusal LeaveFirst() => new("roll.leave-first", "") { Way = "leave" };
}
