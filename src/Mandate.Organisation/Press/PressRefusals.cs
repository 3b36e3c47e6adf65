using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Press;

public static class PressRefusals
{
    /// <summary>The constitution gives nobody the power to publish an organ.</summary>
    public static Refusal NoOrgan() => new("press.no-organ", "powers") { Way = "amend-constitution" };

    /// <summary>A debate ends, so that there is a decision.</summary>
    public static Refusal DebateTooLong(string clause, DateOnly last, DateOnly given) => new("press.debate-too-long", clause) { Needs = last, Given = given };

    public static Refusal DebateOver(string clause, DateOnly until) => new("press.debate-over", clause) { Needs = until };

    /// <summary>One writes for a tendency or body to which one belongs.</summary>
    public static Refusal NotYourSide(string clause, string side) => new("press.not-your-side", clause) { Needs = "a side that you speak for", Given = side };

    /// <summary>Every side has the same number of words.</summary>
    public static Refusal SpaceUsed(string clause, int words, int given) => new("press.space-used", clause) { Needs = words, Given = given };

    /// <summary>A reply is no longer than the text it replies to.</summary>
    public static Refusal ReplyTooLong(string clause, int words, int given) => new("press.reply-too-long", clause) { Needs = words, Given = given };

    /// <summary>The text is not against whoever wants to reply.</summary>
    public static Refusal NotAgainstYou(string clause, string piece) => new("press.not-against-you", clause) { Needs = "a piece against you", Given = piece };

    /// <summary>It has not appeared.</summary>
    public static Refusal NotPublic(string clause, string piece) => new("press.not-public", clause) { Needs = "a piece that has appeared", Given = piece };

    public static Refusal RepliedAlready(string clause, string piece) => new("press.replied-already", clause) { Needs = "only once", Given = piece };

    /// <summary>What is due by that day belongs into the issue.</summary>
    public static Refusal DueLeftOut(string clause, string pieces) => new("press.due-left-out", clause) { Needs = pieces };

    /// <summary>A reply stands no further back than what it replies to stood.</summary>
    public static Refusal FurtherBack(string clause, int place, int given, string piece) => new Refusal("press.further-back", clause) { Needs = place, Given = given }.With("piece", piece);

    /// <summary>What was asked of the same body is named, be it to say that the debate is not about it.</summary>
    public static Refusal SaysNotWhatItAnswers(string clause, string petitions) => new("press.says-not-what-it-answers", clause) { Needs = petitions, Way = "name-petitions" };

    /// <summary>Every member has the same space in a letter or question.</summary>
    public static Refusal LetterTooLong(string clause, int most, int given) => new("press.letter-too-long", clause) { Needs = most, Given = given };

    public static Refusal LettersUsed(string clause, int most, DateTimeOffset earliest) => new("press.letters-used", clause) { Needs = most, Earliest = earliest };

    /// <summary>Every tendency has the same space in a mailing.</summary>
    public static Refusal MailingTooLong(string clause, int most, int given) => new("press.mailing-too-long", clause) { Needs = most, Given = given };

    /// <summary>It goes to all on the same day: until then the organisation translates it, a week at most.</summary>
    public static Refusal WaitsForLanguages(string clause, string missing, DateOnly last) =>
        new("press.waits-for-languages", clause) { Needs = missing, Way = "translate-mailing", Earliest = new DateTimeOffset(last.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero) };

    /// <summary>As many mailings in a year for each tendency.</summary>
    public static Refusal MailingsUsed(string clause, int most, DateTimeOffset earliest) => new("press.mailings-used", clause) { Needs = most, Earliest = earliest };

    /// <summary>A text against a side stands beside a text of that side only with its reply; in another issue it may stand.</summary>
    public static Refusal BesideWithoutReply(string clause, string beside, string piece) => new("press.beside-without-reply", clause) { Needs = beside, Given = piece, Way = "another-issue" };

    /// <summary>What is quoted in the name of a body names its source.</summary>
    public static Refusal NamesNoSource(string clause, string words) => new("press.names-no-source", clause) { Needs = "its source in brackets", Given = words, Way = "name-a-source" };

    /// <summary>Decisions of that class are voted on when they can be read in plain words.</summary>
    public static Refusal NoPlainVersion(string clause, string languages, string motion) => new("press.no-plain-version", clause) { Needs = languages, Given = motion, Way = "explain" };

    public static Refusal SeedTooEarly(string clause, DateTimeOffset from) => new("press.seed-too-early", clause) { Earliest = from };

    /// <summary>The words were defined, with the facts on which they rest: what there is to say against them is a letter.</summary>
    public static Refusal LabelDefined(string clause, string label, string definition) => new Refusal("press.label-defined", clause) { Needs = definition, Given = label, Way = "write-letter" };

    public static Refusal NotSaidThere(string label) => new("press.not-said-there", "") { Needs = "words that stand in the text", Given = label };
}
