using System.CommandLine;
using Mandate.Cli.Contract;
using Mandate.Ledger;
using Mandate.Node;
using Mandate.Node.Verification;

namespace Mandate.Cli.Record;

/// <summary><c>mandate verify</c>: hashes, proofs, manifest, and every decision executed again.</summary>
internal static class VerifyCommand
{
    private static readonly Argument<string> WhatArgument = new("FOLDER|URL|FILE.bel") { Description = "An export, an organisation's folder, or the address of a published export." };
    private static readonly Option<string?> KeyOption = new("--key") { Description = "The ledger's key as you know it from elsewhere (name+id+key); without it the record's own is taken." };

    public static Command Create() => new Command("verify", "Verify an export, an organisation's folder or an archive of a secret ballot.") { WhatArgument, KeyOption, Organisations.Keys }.Running(Run);

    private static int Run(ParseResult parsed, Terminal terminal)
    {
        var what = parsed.GetValue(WhatArgument)!;
        VerifierKey? key = null;
        if (parsed.GetValue(KeyOption) is { } text && !VerifierKey.TryParse(text, out key, out var fault)) throw CommandException.BadInput($"--key: {fault}");
        if (what.EndsWith(".bel", StringComparison.Ordinal) && File.Exists(what)) return BallotArchives.Verify(what, terminal);
        var report = Verify(parsed, what, key);
        terminal.Data(ReportText.Json(report), ReportText.Lines(report));
        ReportText.Faults(report, terminal);
        return report.Holds ? ExitCode.Done : ExitCode.DoesNotHold;
    }

    private static VerificationReport Verify(ParseResult parsed, string what, VerifierKey? key)
    {
        var progress = Organisations.Progress("entries");
        if (Uri.TryCreate(what, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        {
            using var remote = new RemoteExport(address!);
            try
            {
                return Verifier.Run(remote, key, progress);
            }
            catch (HttpRequestException e)
            {
                throw CommandException.CannotRun($"{what}: {e.Message}");
            }
        }
        if (!Directory.Exists(what)) throw CommandException.BadInput($"{what}: there is no such folder");
        if (!OrganisationFolder.IsOne(what))
        {
            using var export = new ExportFolder(what);
            return Verifier.Run(export, key, progress);
        }
        try
        {
            return OrganisationNode.VerifyFolder(what, new() { Keys = parsed.GetValue(Organisations.Keys) }, key, progress);
        }
        catch (Exception e) when (e is Node.Stores.StoreFaultException or System.Data.Common.DbException)
        {
            throw new CommandException(ExitCode.DoesNotHold, $"Does not hold. {what}: {e.Message}");
        }
    }
}
