using System.CommandLine;
using Mandate.Cli.Contract;
using Mandate.Ledger;
using Mandate.Node;
using Mandate.Node.Verification;

namespace Mandate.Cli.Record;

/// <summary><c>mandate verify</c>: hashes, proofs, manifest, and every decision executed again.</summary>
internal static class VerifyCommand
{
    private static readonly Argument<string> WhatArgument = new("FOLDER|URL|FILE") { Description = "An export, an organisation's folder, the address of a published export, a receipt (.tlog-proof), evidence of a fork (.fork-evidence) or an archive of a secret ballot (.bel)." };
    private static readonly Option<string?> EntryOption = new("--entry") { Description = "The entry that a receipt is of, where the receipt does not hold it." };
    private static readonly Option<string?> EvidenceOption = new("--evidence") { Description = "Where to write the proof, when the record shows another history than a checkpoint under the same key." };

    public static Command Create() => new Command("verify", "Verify a record, a receipt, evidence of a fork or an archive of a secret ballot.") { WhatArgument, Pins.Key, Pins.Policy, Pins.Seen, EntryOption, EvidenceOption, Organisations.Keys }.Running(Run);

    private static int Run(ParseResult parsed, Terminal terminal)
    {
        var what = parsed.GetValue(WhatArgument)!;
        var pinned = Pins.Read(parsed);
        if (what.EndsWith(TlogProof.FileExtension, StringComparison.Ordinal) && File.Exists(what))
            return ProofFiles.Receipt(what, pinned, parsed.GetValue(EntryOption) is { } entry ? Pins.Bytes("--entry", entry) : null, terminal);
        if (what.EndsWith(ForkEvidence.FileExtension, StringComparison.Ordinal) && File.Exists(what)) return ProofFiles.Evidence(what, pinned.Key, terminal);
        if (BallotArchives.IsOne(what)) return BallotArchives.Verify(what, terminal);
        var report = Verify(parsed, what, pinned);
        terminal.Data(ReportText.Json(report), ReportText.Lines(report));
        ReportText.Faults(report, terminal);
        if (report.Evidence is { } evidence) Keep(evidence, parsed.GetValue(EvidenceOption), terminal);
        return report.Holds ? ExitCode.Done : ExitCode.DoesNotHold;
    }

    private static VerificationReport Verify(ParseResult parsed, string what, Pinned key)
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

    private static void Keep(ForkEvidence evidence, string? file, Terminal terminal)
    {
        if (file is null)
        {
            terminal.Message("Two histories under one key: --evidence FILE writes the proof of it.");
            return;
        }
        if (File.Exists(file)) throw CommandException.BadInput($"--evidence: {file}: is there already, and evidence is not written over");
        File.WriteAllBytes(file, evidence.ToBytes());
        terminal.Message($"The proof of two histories is in {file}. Keep it, and show it to others: 'mandate verify {file}' checks it.");
    }
}
