using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Statutes;

public static class StatutesRefusals
{
    /// <summary>The clause leaves nothing to a body's judgement.</summary>
    public static Refusal NobodyJudges(string clause) => new("statutes.nobody-judges", clause) { Needs = "a clause that provides for it" };

    /// <summary>The constitution names nobody who corrects its encoding; an amendment can.</summary>
    public static Refusal NobodyCorrects() => new("statutes.nobody-corrects", "encoding") { Way = "amend-constitution" };

    public static Refusal Unreadable(string error, int errors) =>
        new Refusal("founding.constitution-unreadable", "") { Needs = "a constitution that can be read", Given = errors }.With("error", error);

    /// <summary>The corrected text changes a clause that the correction does not name.</summary>
    public static Refusal ChangesMore(string clause) => new("statutes.changes-more", clause) { Way = "amend-constitution" };
}
