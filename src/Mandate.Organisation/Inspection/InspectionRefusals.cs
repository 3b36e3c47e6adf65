using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Inspection;

public static class InspectionRefusals
{
    /// <summary>Whoever the rule bars neither reads nor decides.</summary>
    public static Refusal Barred(string clause, Bar bar, string person) => new Refusal("inspection.barred", clause) { Given = person, Way = "others-read" }.With("bar", bar.ToString().ToLowerInvariant());

    public static Refusal NotAReader(string clause, string person) => new("inspection.not-a-reader", clause) { Needs = "one of its readers", Given = person };

    /// <summary>Nobody is left to read it: a jury is drawn first.</summary>
    public static Refusal JuryFirst(string clause, DateTimeOffset due) => new("inspection.jury-first", clause) { Earliest = due, Way = "draw-jury" };

    public static Refusal JuryNotNeeded(string clause, int readers) => new("inspection.jury-not-needed", clause) { Needs = 0, Given = readers };

    public static Refusal SeedTooEarly(string clause, DateTimeOffset due) => new("inspection.seed-too-early", clause) { Earliest = due };

    /// <summary>Nobody is judged unheard.</summary>
    public static Refusal NotHeard(string clause, DateTimeOffset earliest) => new("inspection.not-heard", clause) { Earliest = earliest, Way = "await-reply" };

    public static Refusal StayedAlready(string clause, string measure) => new("inspection.stayed-already", clause) { Needs = "only once", Given = measure };

    public static Refusal StayTooLong(string clause, DateOnly last, DateOnly given) => new("inspection.stay-too-long", clause) { Needs = last, Given = given };

    /// <summary>Elections and sessions are never stayed.</summary>
    public static Refusal NeverStayed(string clause, string measure) => new("inspection.never-stayed", clause) { Needs = "a measure that can be stayed", Given = measure };

    /// <summary>The constitution names no further instance.</summary>
    public static Refusal NoFurtherInstance(string clause) => new("inspection.no-further-instance", clause) { Needs = "a clause that names one" };

    public static Refusal AppealTooLate(string clause, DateOnly last) => new("inspection.appeal-too-late", clause) { Needs = last };

    public static Refusal AppealedAlready(string clause) => new("inspection.appealed-already", clause) { Needs = "only once" };

    /// <summary>The vote named is not a decided one of that body on this appeal.</summary>
    public static Refusal NotDecidedThere(string clause, string body, string vote) => new("inspection.not-decided-there", clause) { Needs = body, Given = vote, Way = "put-to-vote" };

    /// <summary>The figure by which the matter would come back is above its limit now.</summary>
    public static Refusal NotSettled(string clause, string indicator, object limit, object value) => new Refusal("inspection.not-settled", clause) { Needs = limit, Given = value }.With("indicator", indicator);

    /// <summary>Measures against the members of a unit stand still until it is heard.</summary>
    public static Refusal GroupStayed(string clause, string stay, string unit, DateTimeOffset earliest) =>
        new Refusal("inspection.group-stayed", clause) { Needs = "a hearing of the unit", Given = stay, Earliest = earliest, Way = "hear-unit" }.With("unit", unit);

    public static Refusal TakenBackAlready(string clause) => new("inspection.taken-back-already", clause) { Needs = "only once" };

    public static Refusal FoundAlready(string clause) => new("inspection.found-already", clause) { Needs = "only once" };

    /// <summary>A measure against somebody needs a motion, a recall or an undertaking that puts it to those who decide.</summary>
    public static Refusal NotPut(string clause, string? given) => new("inspection.not-put", clause) { Needs = "a motion, a recall or an undertaking", Given = given ?? "" };

    /// <summary>A place is inspected once a year by whoever asks for it; inspectors begin one when they see a reason.</summary>
    public static Refusal NotDueYet(string clause, DateOnly due) => new("inspection.not-due-yet", clause) { Needs = due, Earliest = Offices.Calendar.Start(due), Way = "ask-inspectors" };

    /// <summary>Whom the complainant chose finds first, within their days.</summary>
    public static Refusal LeadFirst(string clause, string lead, DateTimeOffset earliest) => new("inspection.lead-first", clause) { Needs = lead, Earliest = earliest };

    public static Refusal NotAboutConduct(string clause) => new("inspection.not-about-conduct", clause) { Needs = "a complaint about conduct" };

    /// <summary>The second within a year is for the readers.</summary>
    public static Refusal SettledBefore(string clause, DateOnly until) => new("inspection.settled-before", clause) { Needs = "only once", Given = until, Earliest = Offices.Calendar.Start(until), Way = "others-read" };

    /// <summary>The item is put to the vote when the complaint is found, or when its time is over.</summary>
    public static Refusal ItemWaits(string clause, string complaint, DateTimeOffset due) => new("inspection.item-waits", clause) { Needs = due, Given = complaint, Earliest = due, Way = "await-finding" };

    /// <summary>It is done with, an election, or there is no time left in the meeting.</summary>
    public static Refusal ItemWaitsNot(string clause, string item) => new("inspection.item-waits-not", clause) { Needs = "an open item with time left", Given = item, Way = "complain-plainly" };
}
