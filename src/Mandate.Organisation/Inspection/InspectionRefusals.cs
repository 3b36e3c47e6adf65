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

    public static Refusal FoundAlready(string clause) => new("inspection.found-already", clause) { Needs = "only once" };

    /// <summary>A measure against somebody needs a motion, a recall or an undertaking that puts it to those who decide.</summary>
    public static Refusal NotPut(string clause, string? given) => new("inspection.not-put", clause) { Needs = "a motion, a recall or an undertaking", Given = given ?? "" };
}
