using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Petitions;

public static class PetitionsRefusals
{
    public static Refusal SignedAlready(string clause) => new("petitions.signed-already", clause) { Needs = "only once" };

    /// <summary>The signature that reaches the number brings the text, which is then published.</summary>
    public static Refusal TextFirst(string clause) => new("petitions.text-first", clause) { Needs = "the text of the declaration, to the letter", Way = "bring-text" };

    /// <summary>Where one signature is enough, nothing stays closed.</summary>
    public static Refusal OpenAtOnce(string clause) => new("petitions.open-at-once", clause) { Needs = "more than one signature", Way = "start-open" };

    /// <summary>Before it has its signatures nobody need answer; a body may all the same put it on an agenda.</summary>
    public static Refusal NotReady(string clause, int needed, int given) => new("petitions.not-ready", clause) { Needs = needed, Given = given };

    /// <summary>A petition with its signatures is put on the agenda; the body may refuse what it asks only after that.</summary>
    public static Refusal MustBeHeard(string clause) => new("petitions.must-be-heard", clause) { Way = "schedule-petition" };

    /// <summary>A concern comes to those above only when the level below has let its time pass.</summary>
    public static Refusal NotYetYours(string clause, string lies, DateOnly from) =>
        new("petitions.not-yet-yours", clause) { Needs = lies, Earliest = new DateTimeOffset(from, TimeOnly.MinValue, TimeSpan.Zero) };

    /// <summary>Against one measure runs one protest, which units join.</summary>
    public static Refusal ProtestOpen(string clause, string protest) => new("petitions.protest-open", clause) { Given = protest, Way = "join-protest" };

    /// <summary>A stay is overridden only by a body that elects or can remove the one whose measure it is.</summary>
    public static Refusal OnlyHigher(string clause, string whose, string given) => new Refusal("petitions.only-higher", clause) { Needs = "a body that elects or can remove it", Given = given }.With("whose", whose);

    /// <summary>A carried vote lets the measure stand, a lost one amends or withdraws it.</summary>
    public static Refusal NotWhatWasVoted(string clause, string vote) => new("petitions.not-what-was-voted", clause) { Needs = "what the vote decided", Given = vote };

    /// <summary>A petition calls up a decision of that body, of the whole, that nobody has opened again; other classes have ways of their own.</summary>
    public static Refusal NotCalledUp(string clause, Motions.Motion motion) => new Refusal("petitions.not-called-up", clause) { Given = motion.Title, Way = "file-own-motion" }.With("motion", motion.Id);
}
