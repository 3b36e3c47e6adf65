namespace Mandate.Organisation.Acts;

/// <summary>Refusals that no clause makes, because they come before every constitution.</summary>
public static class ProtocolRefusals
{
    public static Refusal ClockBehind(DateTimeOffset last, DateTimeOffset given) =>
        new("protocol.clock-behind", "") { Needs = last, Given = given, Earliest = last };

    public static Refusal NotFounded() => new("protocol.not-founded", "") { Way = "close-founding" };

    /// <summary>Something the act names does not exist.</summary>
    public static Refusal Unknown(string what, string id) => new Refusal("protocol.unknown", "") { Needs = "one that exists", Given = id }.With("what", what);

    /// <summary>An id that the act would create is taken.</summary>
    public static Refusal Taken(string what, string id) => new Refusal("protocol.taken", "") { Needs = "one that is not taken", Given = id }.With("what", what);

    /// <summary>A field of the act is malformed: which, and what would be right.</summary>
    public static Refusal Malformed(string field, string needs, object given) =>
        new Refusal("protocol.malformed", "") { Needs = needs, Given = given }.With("field", field);

    /// <summary>A text or ballot file that the act commits to is not at hand.</summary>
    public static Refusal BlobMissing(string sha256) => new("protocol.blob-missing", "") { Given = sha256, Way = "send-blob" };

    /// <summary>An act that opens a matter of members carries the register of their pseudonyms; the node adds it.</summary>
    public static Refusal NoRegister(string clause) => new("protocol.no-register", clause) { Way = "through-the-node" };

    /// <summary>The keys that pseudonyms are made with are not at hand here.</summary>
    public static Refusal NoVault() => new("protocol.no-vault", "") { Way = "where-the-vault-is" };

    /// <summary>Whoever acts is not the one (or not one of those) whom the clause names.</summary>
    public static Refusal NotYours(string clause, string needs, string by) => new("protocol.not-yours", clause) { Needs = needs, Given = by };

    /// <summary>The thing is at a stage where this act has no place.</summary>
    public static Refusal WrongStage(string what, string id, object needs, object given) =>
        new Refusal("protocol.wrong-stage", "") { Needs = needs, Given = given }.With("what", what).With("id", id);
}
