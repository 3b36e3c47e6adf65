using System.CommandLine;
using Mandate.Cli.Ballots;

namespace Mandate.Cli.Seals;

/// <summary>
/// <c>mandate seal</c>: documents that nobody opens alone and nobody keeps closed: seal, look, lend a share, open, each on a machine without
/// a network and without this organisation's server.
/// </summary>
internal static class SealCommand
{
    public static Command Create() => new("seal", "Sealed documents: seal, look, lend a share, open; all without a server (docs/sealed-documents.md).")
    {
        CeremonySteps.Create("Holders: make a key of which any k of n open what is sealed to it; never a key of ballots. Four rounds: begin, share, finish, record."),
        HandoverSteps.Create(),
        SealSteps.Document(),
        SealSteps.Look(),
        HolderSteps.Share(),
        HolderSteps.Open(),
        HolderSteps.Sign(),
    };
}
