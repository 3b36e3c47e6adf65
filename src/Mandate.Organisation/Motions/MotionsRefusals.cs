using Mandate.Constitutions;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Sessions;

namespace Mandate.Organisation.Motions;

public static class MotionsRefusals
{
    public static Refusal UnknownClass(Constitution rules, string given) =>
        new("motions.unknown-class", rules.Procedure.Clause.Path) { Needs = string.Join(", ", rules.Procedure.ByObject.Keys.Append(ClassRule.Ordinary).Order(StringComparer.Ordinal)), Given = given };

    /// <summary>The text is in force, or can still be decided, somewhere.</summary>
    public static Refusal TextKept(string clause, string text) => new("motions.text-kept", clause) { Needs = "a text that came to nothing", Given = text };

    /// <summary>The rules have made another text from it, and whoever checks them reads it again.</summary>
    public static Refusal TextMadeFrom(string clause, string text) => new("motions.text-is-made-from", clause) { Needs = "a text that came to nothing", Given = text };

    public static Refusal NoticeTooShort(Period notice, int given, DateOnly earliest, Session session, string @class) =>
        new Refusal("motions.notice-too-short", notice.Clause.Path) { Needs = notice.ToString(), Given = given, Earliest = Calendar.Start(earliest) }
            .With("session", session.Id).With("class", @class).With("opens", session.FirstDay);

    public static Refusal CannotBeUrgent(UrgentMotion? clause, string procedure, string @class) =>
        new Refusal("motions.cannot-be-urgent", clause?.Clause.Path ?? procedure) { Needs = clause is null ? "" : string.Join(", ", clause.Cannot), Given = @class }.With("class", @class);

    public static Refusal UrgencyFirst(string clause, Motion motion) => new Refusal("motions.urgency-first", clause) { Given = motion.Id, Way = "vote-on-urgency" };

    public static Refusal NotYoursToFile(Body body, string by) =>
        new Refusal("motions.not-yours-to-file", body.Clause.Path) { Needs = body.Id, Given = by, Way = "find-a-mover" }.With("body", body.Id);

    public static Refusal WrongBody(string clause, string needs, string given) => new("motions.wrong-body", clause) { Needs = needs, Given = given };

    public static Refusal NoTarget(string clause, string @class, string given) =>
        new Refusal("motions.no-target", clause) { Needs = @class == ClassRule.DissolveUnit ? "unit" : "mandate", Given = given }.With("class", @class);

    public static Refusal NoWayOfRemoval(string clause, string place) => new("motions.no-way-of-removal", clause) { Needs = "a clause that provides for it", Given = place };

    public static Refusal EndDateMissing(ObjectProcedure procedure) =>
        new Refusal("motions.end-date-missing", procedure.Clause.Path + ".sunset") { Needs = "end date", Given = "" }.With("class", procedure.Class);

    public static Refusal EndsInThePast(string clause, DateOnly needs, DateOnly given) => new("motions.ends-too-early", clause) { Needs = needs, Given = given };

    public static Refusal LanguageMissing(string clause, IReadOnlyCollection<string> missing, IEnumerable<string> given) =>
        new("motions.language-missing", clause) { Needs = string.Join(", ", missing), Given = string.Join(", ", given) };

    public static Refusal ClausesMissing(string clause) => new("motions.clauses-missing", clause) { Needs = 1, Given = 0 };

    /// <summary>The constitution that is proposed cannot be read: the reader's first error, with its place.</summary>
    public static Refusal ProposedUnreadable(string clause, string error, int errors) =>
        new Refusal("motions.proposed-unreadable", clause) { Needs = 0, Given = errors }.With("error", error);

    /// <summary>The text changes a clause that the motion does not name.</summary>
    public static Refusal ChangesUnnamed(string clause, string changed, IEnumerable<string> named) =>
        new Refusal("motions.changes-unnamed-clause", clause) { Needs = string.Join(", ", named), Given = changed }.With("path", changed);

    /// <summary>The motion names a clause that its text leaves as it is.</summary>
    public static Refusal NamesUnchanged(string clause, string named) => new Refusal("motions.names-unchanged-clause", clause) { Needs = named, Given = "" }.With("path", named);

    /// <summary>Another constitution has come into force since the proposal was made: merged first, it cannot undo that by accident.</summary>
    public static Refusal MergeFirst(string clause, Motion motion) => new Refusal("motions.merge-first", clause) { Given = motion.Basis?.BasedOn ?? "", Way = "merge" }.With("motion", motion.Id);

    public static Refusal MergeChangesText(string clause, Motion motion) =>
        new Refusal("motions.merge-changes-text", clause) { Needs = string.Join(", ", motion.Changes.Select(c => c.Path)), Given = motion.Id }.With("motion", motion.Id);

    public static Refusal NotBefore(Motion motion, Session session) =>
        new Refusal("motions.not-before-session", "") { Needs = motion.Session, Given = session.Id, Way = "put-before" }.With("motion", motion.Id);

    public static Refusal NothingToDecide(Motion motion, Session session) =>
        new Refusal("motions.nothing-to-decide", "") { Needs = "a part that this body decides", Given = session.Body }.With("motion", motion.Id).With("session", session.Id);

    /// <summary>Another amendment has been adopted since: carried over first, this one cannot undo it by accident.</summary>
    public static Refusal AmendmentOutdated(string clause, Motion motion, Amendment amendment) =>
        new Refusal("motions.amendment-outdated", clause) { Needs = motion.Standing(amendment).Number, Given = amendment.To, Way = "fit-amendment" }.With("motion", motion.Id);

    public static Refusal AmendmentCollides(string clause, Motion motion, Amendment amendment) =>
        new Refusal("motions.amendment-collides", clause) { Given = amendment.Mover, Way = "adapt-amendment" }.With("motion", motion.Id);

    public static Refusal AmendmentsFirst(Motion motion, int open) => new Refusal("motions.amendments-first", "") { Needs = 0, Given = open }.With("motion", motion.Id);

    public static Refusal NotOnLastDay(ObjectProcedure procedure, Session session, DateOnly given) =>
        new Refusal("motions.not-on-last-day", procedure.Clause.Path + ".not_on") { Needs = session.LastDay, Given = given, Way = "vote-before-last-day" }.With("class", procedure.Class);

    public static Refusal HearingFirst(ObjectProcedure procedure, Motion motion) =>
        new Refusal("motions.hearing-first", procedure.Clause.Path + ".hearing") { Needs = 1, Given = 0, Way = "hold-hearing" }.With("motion", motion.Id);

    public static Refusal ReadingFirst(ObjectProcedure procedure, Motion motion, int needed, int given, DateOnly? next) =>
        new Refusal("motions.reading-first", procedure.Clause.Path + ".readings")
        {
            Needs = needed,
            Given = given,
            Earliest = next is { } day ? Calendar.Start(day) : null,
            Way = "read-first",
        }.With("motion", motion.Id).With("interval", procedure.Interval?.ToString() ?? "");

    public static Refusal JudgementFirst(Ref judge, Motion motion, bool denied) =>
        new Refusal(denied ? "motions.judged-unlawful" : "motions.judgement-first", judge.Clause.Path) { Needs = judge.Id, Given = denied ? "no" : "", Way = "ask-judgement" }
            .With("motion", motion.Id);

    public static Refusal NotYourMotion(Motion motion, string by) => new Refusal("motions.not-your-motion", "") { Needs = motion.MovedFor ?? motion.Mover, Given = by }.With("motion", motion.Id);

    public static Refusal VoteIsRunning(Motion motion, string vote) => new Refusal("motions.vote-running", "") { Needs = "no vote under way", Given = vote }.With("motion", motion.Id);

    /// <summary>Another text for a decision of its own class would escape the notice that the class needs.</summary>
    public static Refusal AmendmentNeedsNotice(string clause, Motion motion) =>
        new Refusal("motions.amendment-needs-notice", clause) { Given = motion.Class, Way = "file-own-motion" }.With("class", motion.Class);

    /// <summary>The amendment that it would amend is itself one too deep.</summary>
    public static Refusal TooDeep(string clause, int levels, int given) => new("motions.amended-too-deep", clause) { Needs = levels, Given = given, Way = "amend-the-motion" };

    /// <summary>Another of those to the same text was filed earlier and waits.</summary>
    public static Refusal EarlierFirst(string clause, Motion motion, Amendment earlier) =>
        new Refusal("motions.earlier-amendment-first", clause) { Needs = motion.NumberOf(earlier), Given = earlier.Mover, Way = "put-earlier-first" }.With("motion", motion.Id);

    /// <summary>Amendments to an amendment come before it.</summary>
    public static Refusal ItsAmendmentsFirst(Motion motion, Amendment amendment, int open) =>
        new Refusal("motions.its-amendments-first", "") { Needs = 0, Given = open }.With("motion", motion.Id).With("amendment", motion.NumberOf(amendment));

    public static Refusal NotYourAmendment(Amendment amendment, string by) => new("motions.not-your-amendment", "") { Needs = amendment.Mover, Given = by };

    /// <summary>Something else is proposed by now.</summary>
    public static Refusal ProposalMoved(Amendment amendment, int version, int given) => new Refusal("motions.proposal-moved", "") { Needs = version, Given = given }.With("amendment", amendment.Id);

    /// <summary>Nothing is proposed for any amendment that the mover has not refused and nobody has taken out.</summary>
    public static Refusal Contested(Motion motion) => new Refusal("motions.all-contested", "") { Needs = 1, Given = 0, Way = "vote-one-by-one" }.With("motion", motion.Id);

    /// <summary>Something has been taken out of the list, or the text has moved on.</summary>
    public static Refusal DrawUpAgain(Motion motion, Bloc bloc) => new Refusal("motions.bloc-changed", "") { Needs = bloc.Version + 1, Given = bloc.Version, Way = "form-bloc" }.With("motion", motion.Id);

    public static Refusal TooFewToComposite(string clause, int given) => new("motions.too-few-to-composite", clause) { Needs = 2, Given = given };

    /// <summary>Only ordinary motions before one session, of which nothing is decided.</summary>
    public static Refusal NotForComposite(Motion motion, string session) => new Refusal("motions.not-for-composite", "") { Needs = session, Given = motion.Session }.With("motion", motion.Id);

    public static Refusal NotYourHearing(string clause, string needs, string by) => new("motions.not-your-hearing", clause) { Needs = needs, Given = by };

    /// <summary>Matters that are always counted.</summary>
    public static Refusal AlwaysCounted(string clause, string @class) => new Refusal("motions.always-counted", clause) { Needs = "a count", Given = @class }.With("class", @class);

    public static Refusal CountDemanded(Motion motion) => new Refusal("motions.count-demanded", "") { Needs = "a count", Given = motion.Id }.With("motion", motion.Id);

    public static Refusal NotAPart(Motion motion, string part) => new Refusal("motions.not-a-part", "") { Needs = "a part that this body decides", Given = part }.With("motion", motion.Id);

    /// <summary>Somebody says that it contradicts a decision in force, and nobody has answered how the two stand.</summary>
    public static Refusal AnswerContradiction(string clause, Motion motion, Motion earlier) =>
        new Refusal("motions.answer-contradiction", clause) { Needs = "how it stands to an earlier decision", Given = earlier.Id, Way = "relate" }.With("motion", motion.Id).With("earlier", earlier.Id);

    /// <summary>It is about the same as a decision in force, and nobody has said how the two stand to each other.</summary>
    public static Refusal SayHowItStands(string clause, Motion motion, Motion earlier) =>
        new Refusal("motions.say-how-it-stands", clause) { Needs = "how it stands to an earlier decision", Given = earlier.Id, Way = "relate" }.With("motion", motion.Id).With("earlier", earlier.Id);

    /// <summary>A text is repealed by a decision of the body and class by which it was adopted.</summary>
    public static Refusal RepealedAsAdopted(string clause, Motion earlier, Motion motion) => new("motions.repealed-as-adopted", clause) { Needs = earlier.Class, Given = motion.Class };

    /// <summary>It came to nothing fewer times than it takes to go on, and not for long enough (S075).</summary>
    public static Refusal NotOftenEnough(string clause, int needed, int given, DateOnly from) => new("motions.not-often-enough", clause) { Needs = needed, Given = given, Earliest = new DateTimeOffset(from, TimeOnly.MinValue, TimeSpan.Zero), Way = "file-again" };

    public static Refusal NotNext(string clause, IEnumerable<string> next, string given) => new("motions.not-next", clause) { Needs = string.Join(", ", next), Given = given, Way = "lay-before-base" };

    public static Refusal NotReopened(string clause, string @class) => new("motions.not-reopened", clause) { Given = @class, Way = "file-again" };

    /// <summary>Later it is opened again on what those who voted could not know.</summary>
    public static Refusal NoNewFact(string clause, string document, DateTimeOffset voted) => new("motions.no-new-fact", clause) { Needs = voted, Given = document, Way = "call-up" };

    public static Refusal ReopenTooLate(string clause, int days, DateTimeOffset until) => new("motions.reopen-too-late", clause) { Needs = days, Given = until, Way = "call-up" };

    /// <summary>The smaller half of the units would have at least one whole seat less than their share of the members.</summary>
    public static Refusal FavoursLarger(string clause, long members, long ofMembers, int seats, int ofSeats) =>
        new Refusal("motions.favours-larger", clause) { Needs = "at least their share of the members", Given = seats, Way = "minimum-seats" }.With("ofSeats", ofSeats).With("members", members).With("ofMembers", ofMembers);
}
