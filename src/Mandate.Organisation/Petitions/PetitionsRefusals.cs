using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Petitions;

public static class PetitionsRefusals
{
    public static Refusal SignedAlready(string clause) => new("petitions.signed-already", clause) { Needs = "only once" };

    /// <summary>Before it has its signatures nobody need answer; a body may all the same put it on an agenda.</summary>
    public static Refusal NotReady(string clause, int needed, int given) => new("petitions.not-ready", clause) { Needs = needed, Given = given };

    /// <summary>A petition with its signatures is put on the agenda; the body may refuse what it asks only after that.</summary>
    public static Refusal MustBeHeard(string clause) => new("petitions.must-be-heard", clause) { Way = "schedule-petition" };
}
