using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Decisions;

public static class DecisionsRefusals
{
    /// <summary>Amendments, restrictions, removals and dissolutions come up again by their own procedure.</summary>
    public static Refusal HasOwnWay(string clause, string @class) => new Refusal("decisions.has-own-way", clause) { Needs = "ordinary", Given = @class, Way = "file-own-motion" }.With("class", @class);

    /// <summary>At the next level it is the same text.</summary>
    public static Refusal SameText(string clause, string motion) => new Refusal("decisions.same-text", clause) { Needs = "the text that was voted on", Given = motion }.With("motion", motion);

    public static Refusal NoCircumstances(string clause) => new("decisions.no-circumstances", clause) { Needs = "circumstances on the record", Way = "move-next-level" };

    public static Refusal MinorityTooSmall(string clause, int needs, int given) => new("decisions.minority-too-small", clause) { Needs = needs, Given = given, Way = "petition-body" };

    public static Refusal NotNextLevel(string clause, string given) => new("decisions.not-next-level", clause) { Needs = "a session of the next level", Given = given };

    /// <summary>Members elect it: nothing stands above it but they.</summary>
    public static Refusal NoNextLevel(string clause, string body) => new("decisions.no-next-level", clause) { Needs = "a session of the next level", Given = body, Way = "petition-body" };

    public static Refusal SameBody(string clause, string needs, string given) => new("decisions.same-body", clause) { Needs = needs, Given = given };

    public static Refusal NotRestricted(string clause) => new("decisions.not-restricted", clause) { Needs = "a restriction while it was voted on", Way = "move-next-level" };

    public static Refusal StillRestricted(string clause, string restriction, DateOnly earliest) =>
        new("decisions.still-restricted", clause) { Needs = "its end", Given = restriction, Earliest = new DateTimeOffset(earliest, TimeOnly.MinValue, TimeSpan.Zero) };

    /// <summary>No restriction lay on the side of whoever asks while it was voted.</summary>
    public static Refusal NotTouched(string clause) => new("decisions.not-touched", clause) { Needs = "a restriction on your side while it was voted on", Way = "recall-or-next" };

    /// <summary>Nobody holds a place by that election any more.</summary>
    public static Refusal NobodyHolds(string clause) => new("decisions.nobody-holds", clause) { Way = "recall-or-next" };

    public static Refusal TooLate(string clause, DateOnly last) => new("decisions.too-late", clause) { Needs = last, Way = "file-own-motion" };

    /// <summary>No figure has passed what was set as its end.</summary>
    public static Refusal EndNotReached(string clause) => new("decisions.end-not-reached", clause) { Needs = "a figure beyond the limit", Way = "file-own-motion" };

    /// <summary>Somebody has declared something that remains disputed.</summary>
    public static Refusal Reserved(string clause) => new("decisions.reserved", clause) { Needs = "nothing declared", Given = "a reservation" };

    /// <summary>Everybody who votes has it already.</summary>
    public static Refusal AllHaveIt(string clause, string document) => new("decisions.all-have-it", clause) { Needs = "a document that some have and others have not", Given = document };

    /// <summary>Until it is open to all who vote nobody quotes it.</summary>
    public static Refusal AccessFirst(string clause, string document, string session) => new Refusal("decisions.access-first", clause) { Needs = "the same for all who vote", Given = document, Way = "hand-on-to-all" }.With("session", session);

    /// <summary>No honour is for ever (S406).</summary>
    public static Refusal HonourWithoutEnd(string clause) => new("decisions.honour-without-end", clause) { Needs = "a last day, in the honour and in the motion that gives it", Way = "file-with-end" };

    public static Refusal HonourNotVoted(string clause, string given) => new("decisions.honour-not-voted", clause) { Needs = "a motion that a vote adopted", Given = given, Way = "file-with-end" };

    public static Refusal HonourTooLong(string clause, DateOnly end, DateOnly given) => new("decisions.honour-too-long", clause) { Needs = end, Given = given };
}
