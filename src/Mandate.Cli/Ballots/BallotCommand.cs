using System.CommandLine;

namespace Mandate.Cli.Ballots;

/// <summary>
/// <c>mandate ballot</c>: every step of a secret ballot, each by the one whose step it is, on a machine without a network. Files go from
/// one to the other; what is secret is written for its owner alone and never read by a step that is not theirs.
/// </summary>
internal static class BallotCommand
{
    public static Command Create() => new("ballot", "The steps of a secret ballot, offline (docs/secret-ballots.md).")
    {
        CredentialSteps.Uuid(),
        CredentialSteps.Credentials(),
        CredentialSteps.Again(),
        TrusteeSteps.Create(),
        CeremonySteps.Create(),
        BoxSteps.Open(),
        VoterSteps.Vote(),
        VoterSteps.Find(),
        AuditStep.Audit(),
        BoxSteps.Take(),
        BoxSteps.Close(),
        TrusteeSteps.Shuffle(),
        BoxSteps.EndShuffles(),
        TrusteeSteps.Decrypt(),
        BoxSteps.Result(),
        BoxSteps.Papers(),
    };
}
