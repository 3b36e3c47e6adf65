using System.CommandLine;
using System.Text.Json.Nodes;
using Mandate.Cli.Ballots;
using Mandate.Cli.Contract;
using Mandate.Node;
using Mandate.Organisation.Documents;
using Mandate.SecretBallot.Making;
using Mandate.SecretBallot.Sealing;

namespace Mandate.Cli.Seals;

/// <summary>A holder's steps: a share of an opening, a sign that the share of the key is there. And anybody's: the opening itself.</summary>
internal static class HolderSteps
{
    private static readonly Option<string> KeyOption = new("--key") { Description = "The holder's own key.", Required = true };
    private static readonly Option<string?> RecordOption = new("--record") { Description = "An organisation's folder: whether the document may open is read in it." };
    private static readonly Option<string?> HandoverOption = new("--handover") { Description = "The record by which this holder took the key over, where it is not the one on the document." };
    private static readonly Option<string?> ReasonOption = MakeReason();
    private static readonly Option<string> OutOption = new("--out") { Description = "New file.", Required = true };
    private static readonly Argument<string[]> SharesArgument = new("SHARE") { Description = "Shares of as many holders as the key needs.", Arity = ArgumentArity.OneOrMore };
    private static readonly Argument<string> HoldersArgument = new("HOLDERS.json") { Description = "The record of the holders' key." };

    public static Command Share() => new Command("share", "Holder: a share of the opening, when the document may open. It opens nothing alone.") { SealSteps.SealedArgument, KeyOption, HandoverOption, RecordOption, ReasonOption, OutOption }.Running(async (parsed, terminal, _) =>
    {
        var document = SealFiles.Document(parsed.GetValue(SealSteps.SealedArgument)!);
        var reason = await ReasonAsync(parsed, document);
        var file = parsed.GetValue(KeyOption)!;
        var handover = parsed.GetValue(HandoverOption) is { } record ? SealFiles.Key(record) : null;
        var share = BallotFiles.Guard(file, () => OpeningShare.Make(document, Secret(file), reason, BallotFiles.Random, handover));
        var key = handover ?? document.Key;
        BallotFiles.WriteNew(parsed.GetValue(OutOption)!, share.ToString());
        terminal.Data(new JsonObject { ["document"] = document.Name, ["holder"] = share.Holder, ["reason"] = reason.ToString().ToLowerInvariant() },
            $"Share of holder {share.Holder - key.First + 1} of {key.Holders}, given because of: {reason.ToString().ToLowerInvariant()}. With {key.Threshold} shares anybody opens it.");
        return ExitCode.Done;
    });

    public static Command Open() => new Command("open", "Anybody: opens a document with the shares of enough holders.") { SealSteps.SealedArgument, SharesArgument, OutOption }.Running((parsed, terminal) =>
    {
        var file = parsed.GetValue(SealSteps.SealedArgument)!;
        var document = SealFiles.Document(file);
        var shares = parsed.GetValue(SharesArgument)!.Select(s => BallotFiles.Read(s, (what, bytes) => OpeningShare.Read(what, bytes.AsSpan().TrimEnd("\r\n"u8)))).ToList();
        var content = BallotFiles.Guard(file, () => document.Open(shares));
        BallotFiles.WriteNew(parsed.GetValue(OutOption)!, content.Bytes);
        terminal.Data(new JsonObject { ["document"] = document.Name, ["name"] = content.Name, ["bytes"] = content.Bytes.Length }, $"Opened: {content.Name}, {content.Bytes.Length} bytes.");
        return ExitCode.Done;
    });

    public static Command Sign() => new Command("sign", "Holder: a sign, once in half a year, that the share of the key is still there. It opens nothing.") { HoldersArgument, KeyOption, OutOption }.Running((parsed, terminal) =>
    {
        var key = SealFiles.Key(parsed.GetValue(HoldersArgument)!);
        var file = parsed.GetValue(KeyOption)!;
        var sign = BallotFiles.Guard(file, () => SignOfHolding.Make(key, Secret(file), Today, BallotFiles.Random));
        BallotFiles.WriteNew(parsed.GetValue(OutOption)!, sign.ToString());
        terminal.Data(new JsonObject { ["key"] = key.Id, ["holder"] = sign.Holder, ["on"] = SealFiles.Day(sign.On) }, $"Holder {sign.Holder} has the share on {SealFiles.Day(sign.On)}. Put the file on the page of the key.");
        return ExitCode.Done;
    });

    private static DateOnly Today => DateOnly.FromDateTime(DateTime.UtcNow);

    /// <summary>What the record shows; without one the day, or what the holder has seen and signs for.</summary>
    private static async Task<OpeningReason> ReasonAsync(ParseResult parsed, SealedDocument document)
    {
        if (parsed.GetValue(RecordOption) is { } folder)
        {
            await using var node = Organisations.Guard(() => OrganisationNode.Look(Organisations.Existing(folder)));
            if (!node.State.Documents.All.TryGetValue(document.Header.Id, out var deposited) || deposited.Seal?.File != document.Name) throw CommandException.BadInput($"{folder}: this document is not deposited there");
            return Openings.Reason(node.State, deposited, node.Now) is { } shown ? Enum.Parse<OpeningReason>(shown, ignoreCase: true)
                : throw new CommandException(ExitCode.DoesNotHold, $"It may not open yet: by the record it opens {string.Join(", ", SealFiles.Opens(document.Header.Opens))}.");
        }
        if (Today >= document.Header.Opens.On) return OpeningReason.Day;
        if (parsed.GetValue(ReasonOption) is not { } reason)
            throw new CommandException(ExitCode.DoesNotHold, $"It may not open yet: it opens {string.Join(", ", SealFiles.Opens(document.Header.Opens))}. --record reads in an organisation's folder whether it may; --reason says what you have seen yourself, and your share is signed with it.");
        var opens = document.Header.Opens;
        var named = reason switch { "session" => opens.Session is not null, "decision" => opens.Decision is not null, _ => opens.Silence is not null };
        return named ? Enum.Parse<OpeningReason>(reason, ignoreCase: true) : throw CommandException.BadInput($"--reason {reason}: this document does not open by that, but {string.Join(", ", SealFiles.Opens(opens))}");
    }

    private static TrusteeSecret Secret(string file) => TrusteeSecret.FromBytes(TrusteeSteps.Bytes(file)) ?? throw CommandException.BadInput($"{file}: is no holder's key (64 hex digits)");

    private static Option<string?> MakeReason()
    {
        var option = new Option<string?>("--reason") { Description = "What you have seen yourself, where no record is at hand: session, decision or silence." };
        option.AcceptOnlyFromAmong("session", "decision", "silence");
        return option;
    }
}
