using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Founding;

public static class FoundingRefusals
{
    public static Refusal AlreadyOpen(string id) => new("founding.already-open", "") { Needs = "only once", Given = id };

    public static Refusal Closed() => new("founding.closed", "") { Way = "use-the-rules" };

    public static Refusal NotAFounder(string by) => new("founding.not-a-founder", "") { Needs = "a founder", Given = by };

    /// <summary>The constitution cannot be read: the reader's first error, with its place.</summary>
    public static Refusal Unreadable(string error, int errors) =>
        new Refusal("founding.constitution-unreadable", "") { Needs = "a constitution that can be read", Given = errors }.With("error", error);

    public static Refusal LanguageMissing(string language) => new("founding.text-missing", "languages.official") { Needs = language };

    public static Refusal NotApproved(IEnumerable<string> missing) =>
        new("founding.not-approved", "") { Needs = string.Join(", ", missing), Way = "approve-founding" };

    public static Refusal Nobody() => new("founding.nobody", "") { Needs = 1, Given = 0 };

    public static Refusal UnitKind(string unit, string kind) => new Refusal("founding.unit-kind", "units") { Needs = "a kind of unit of the constitution", Given = kind }.With("unit", unit);

    public static Refusal UnitWithin(string unit, string needs, string given) =>
        new Refusal("founding.unit-within", "units") { Needs = needs, Given = given }.With("unit", unit);

    public static Refusal NoSuchPlace(string of) => new("founding.no-such-place", "") { Needs = "a place of the constitution", Given = of };

    public static Refusal NotARehearsal() => new("founding.not-a-rehearsal", "") { Needs = "a rehearsal" };

    public static Refusal OnlyForward(DateTimeOffset now, DateTimeOffset to) => new("founding.only-forward", "") { Needs = now, Given = to };
}
