using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Planning;

public static class PlanningRefusals
{
    /// <summary>Less notice than the procedure asks, before the last day to file or between it and the end of the choice.</summary>
    public static Refusal TooShort(string clause, object needs, DateOnly given, DateOnly earliest) =>
        new("planning.too-short", clause) { Needs = needs, Given = given, Earliest = new DateTimeOffset(earliest, TimeOnly.MinValue, TimeSpan.Zero) };

    /// <summary>The last day to file has passed: what is before those who choose stays as they have read it.</summary>
    public static Refusal FilingOver(string clause, DateOnly last) => new("planning.filing-over", clause) { Needs = last, Way = "open-plan" };

    public static Refusal FilingStillOpen(string clause, DateOnly last) =>
        new("planning.filing-still-open", clause) { Needs = last, Earliest = new DateTimeOffset(last.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero) };

    /// <summary>Fewer than two alternatives and no declaration why.</summary>
    public static Refusal OneAlternative(string clause, int given) => new("planning.one-alternative", clause) { Needs = 2, Given = given, Way = "declare-single" };

    /// <summary>A group from which something is taken has not said what it thinks, and still has time.</summary>
    public static Refusal OpinionFirst(string clause, string group, DateOnly last) =>
        new("planning.opinion-first", clause) { Needs = last, Given = group, Earliest = new DateTimeOffset(last.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero) };

    /// <summary>An earlier plan of the same fund was due for its review, or missed what it expected, and has none.</summary>
    public static Refusal ReviewFirst(string clause, string plan) => new("planning.review-first", clause) { Needs = "its review", Given = plan, Way = "review-plan" };

    public static Refusal MoreThanEnvelope(string clause, long envelope, long given) => new("planning.more-than-envelope", clause) { Needs = envelope, Given = given };

    /// <summary>More than what the line still has.</summary>
    public static Refusal MoreThanLine(string clause, long left, long given) => new("planning.more-than-line", clause) { Needs = left, Given = given, Way = "amend-plan" };

    /// <summary>The choice is not over.</summary>
    public static Refusal StillChoosing(string clause, DateOnly last) =>
        new("planning.still-choosing", clause) { Needs = last, Earliest = new DateTimeOffset(last.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero) };

    public static Refusal ChoiceOver(string clause, DateOnly last) => new("planning.choice-over", clause) { Needs = last };

    /// <summary>A long plan that was not confirmed when it had to be.</summary>
    public static Refusal ConfirmFirst(string clause, DateOnly due) => new("planning.confirm-first", clause) { Needs = due, Way = "confirm-plan" };

    public static Refusal SupportedAlready(string clause) => new("planning.supported-already", clause) { Needs = "only once" };

    /// <summary>An advising body does not decide, and a deciding one does not advise itself.</summary>
    public static Refusal Decides(string clause, string place) => new("planning.decides-itself", clause) { Needs = "another place than the one that decides", Given = place };

    /// <summary>Indices on different bases are not compared (S415).</summary>
    public static Refusal OtherBase(string series, DateOnly own, DateOnly given) => new Refusal("planning.other-base", "") { Needs = own, Given = given, Way = "rebase" }.With("series", series);

    /// <summary>What a line depends on is not known to be there.</summary>
    public static Refusal DependencyOpen(string clause, string on) => new("planning.dependency-open", clause) { Needs = on, Way = "secure-line" };

    /// <summary>More than one place decides on the matter, or nobody alone: the guard against blurred competence (S309).</summary>
    public static Refusal SeveralDecide(string clause, string matter, string places) => new Refusal("planning.several-decide", clause) { Needs = "one place that decides", Given = places, Way = "amend-powers" }.With("guard", "blurred-competence").With("matter", matter);

    /// <summary>Two series without a figure of the base day, or the same one twice.</summary>
    public static Refusal NoBase(string series, DateOnly day) => new("planning.no-base", "") { Needs = day, Given = series };
}
