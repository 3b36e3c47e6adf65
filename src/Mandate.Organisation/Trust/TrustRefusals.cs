using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Trust;

public static class TrustRefusals
{
    /// <summary>The member has said: no act in my name without my key.</summary>
    public static Refusal NeedsOwnKey(string by) => new("trust.needs-own-key", "") { Given = by, Way = "use-your-device" };

    /// <summary>A signature that no key of this member made over this act.</summary>
    public static Refusal SignatureFails(string by) => new("trust.signature-fails", "") { Given = by, Way = "sign-again" };

    /// <summary>The checkpoint that the author knew was never published by this record.</summary>
    public static Refusal SeenUnknown(string seen) => new("trust.seen-unknown", "") { Given = seen, Way = "keep-your-checkpoint" };

    /// <summary>Somebody has seen more of this record, or another, than is here.</summary>
    public static Refusal Halted(string why) => new("trust.halted", "") { Needs = "a record that can be signed", Given = why };

    public static Refusal NoNoticeToGive(string person, string key) => new Refusal("trust.no-notice-to-give", "") { Needs = "a notice that waits", Given = key }.With("person", person);

    public static Refusal NotYourOwnNotice(string clause, string by) => new("trust.not-your-own-notice", clause) { Needs = "somebody else", Given = by };
}
