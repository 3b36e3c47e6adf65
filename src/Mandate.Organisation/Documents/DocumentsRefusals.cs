using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Documents;

public static class DocumentsRefusals
{
    /// <summary>It opens on its day, not before and whatever anybody wants.</summary>
    public static Refusal NotYetOpen(string clause, DateTimeOffset opens) => new("documents.not-yet-open", clause) { Earliest = opens };

    /// <summary>The text is not the one that was deposited.</summary>
    public static Refusal OtherText(string clause, string committed, string given) => new("documents.other-text", clause) { Needs = committed, Given = given };

    public static Refusal ReceivedAlready(string clause) => new("documents.received-already", clause) { Needs = "only once" };

    public static Refusal TooFarAhead(string clause, DateOnly last, DateOnly given) => new("documents.too-far-ahead", clause) { Needs = last, Given = given };
}
