using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Mandate.Cli.Ballots;
using Mandate.Cli.Contract;
using Mandate.SecretBallot.Formats;
using Mandate.SecretBallot.Groups;
using Mandate.SecretBallot.Making;
using Mandate.SecretBallot.Sealing;

namespace Mandate.Cli.Seals;

/// <summary>
/// Holders of a sealing key change: old ones share their shares anew among new ones, and what is sealed stays as it is. New holders begin with
/// <c>mandate seal ceremony begin</c> in the same folder.
/// </summary>
internal static class HandoverSteps
{
    private static readonly Option<string> ExchangeOption = new("--exchange") { Description = "The folder that goes round, with the certificates of all new holders.", Required = true };
    private static readonly Option<string> HoldersOption = new("--holders") { Description = "The record of the key that is handed over.", Required = true };
    private static readonly Option<string> KeyOption = new("--key") { Description = "The old holder's own key.", Required = true };
    private static readonly Option<string> SecretOption = new("--secret") { Description = "The new holder's own file of secrets.", Required = true };
    private static readonly Option<string> NewKeyOption = new("--key") { Description = "New file for the new holder's share of the key.", Required = true };
    private static readonly Option<string> OutOption = new("--out") { Description = "New file for the record of the handover, which is the key from now on.", Required = true };

    public static Command Create() => new("handover", "Holders change: the key stays, and what is sealed to it opens with shares of the new holders. Rounds: 'seal ceremony begin' (new), share (old), finish (new), record.")
    {
        new Command("share", "Old holder: shares the share of the key among the new holders.") { ExchangeOption, HoldersOption, KeyOption }.Running(Share),
        new Command("finish", "New holder, when as many old holders as open together have shared: checks them all and writes the share of the key.") { ExchangeOption, HoldersOption, SecretOption, NewKeyOption }.Running(Finish),
        new Command("record", "Anybody: the record of the handover, checked.") { ExchangeOption, HoldersOption, OutOption }.Running(Record),
    };

    private static int Share(ParseResult parsed, Terminal terminal)
    {
        var (from, exchange, file) = (SealFiles.Key(parsed.GetValue(HoldersOption)!), parsed.GetValue(ExchangeOption)!, parsed.GetValue(KeyOption)!);
        var members = CeremonySteps.Certificates(exchange);
        var secret = TrusteeSecret.FromBytes(TrusteeSteps.Bytes(file)) ?? throw CommandException.BadInput($"{file}: is no holder's key (64 hex digits)");
        var (part, shares) = BallotFiles.Guard(file, () => HandingOver.Share(from, secret, members, BallotFiles.Random));
        BallotFiles.WriteNew(Part(exchange, part.Holder), part.ToString());
        foreach (var (i, share) in shares.Index()) BallotFiles.WriteNew(Sealed(exchange, part.Holder, i + 1), Convert.ToBase64String(share));
        terminal.Data(new JsonObject { ["holder"] = part.Holder }, $"Holder {part.Holder} has shared among {members.Count} new holders. Destroy your key when the record of the handover stands, not before.");
        return ExitCode.Done;
    }

    private static int Finish(ParseResult parsed, Terminal terminal)
    {
        var (from, exchange) = (SealFiles.Key(parsed.GetValue(HoldersOption)!), parsed.GetValue(ExchangeOption)!);
        var members = CeremonySteps.Certificates(exchange);
        var member = CeremonySteps.Member(parsed.GetValue(SecretOption)!, exchange, members);
        var parts = Parts(exchange, from);
        var shares = parts.Select(p => CeremonySteps.Base64(BallotFiles.Read(Sealed(exchange, p.Holder, member.Index)))).ToList();
        var (secret, key) = BallotFiles.Guard(exchange, () => HandingOver.Finish(from, member, members, parts, shares));
        TrusteeSteps.WriteSecret(parsed.GetValue(NewKeyOption)!, secret);
        BallotFiles.WriteNew(CeremonySteps.Key(exchange, member.Index), key.ToString());
        terminal.Data(new JsonObject { ["member"] = member.Index }, $"New holder {member.Index}: all parts hold. Keep the share of the key, and destroy the file of secrets.");
        return ExitCode.Done;
    }

    private static int Record(ParseResult parsed, Terminal terminal)
    {
        var (from, exchange) = (SealFiles.Key(parsed.GetValue(HoldersOption)!), parsed.GetValue(ExchangeOption)!);
        var members = CeremonySteps.Certificates(exchange);
        var keys = Enumerable.Range(1, members.Count).Select(i => BallotFiles.Read(CeremonySteps.Key(exchange, i), (what, bytes) => TrusteeKey.Read(what, bytes, CurveGroup.Instance))).ToList();
        var key = BallotFiles.Guard(exchange, () => HandingOver.Assemble(from, members, Parts(exchange, from), keys));
        BallotFiles.WriteNew(parsed.GetValue(OutOption)!, key.Record);
        terminal.Data(new JsonObject { ["key"] = key.Id, ["from"] = from.Id, ["threshold"] = key.Threshold, ["holders"] = key.Holders },
            $"Any {key.Threshold} of the {key.Holders} new holders open what is sealed to key {from.Id}. Put the record on the page of the keys; then the old holders destroy their shares.");
        return ExitCode.Done;
    }

    /// <summary>The parts that are there, by the numbers of their holders.</summary>
    private static List<HandoverPart> Parts(string exchange, SealingKey from) =>
        [.. Enumerable.Range(1, from.Holders).Select(h => Part(exchange, h)).Where(File.Exists).Select(f => BallotFiles.Read(f, (what, bytes) => HandoverPart.Read(what, bytes)))];

    private static string Part(string exchange, int holder) => Path.Combine(exchange, $"handover-{N(holder)}.json");

    private static string Sealed(string exchange, int from, int to) => Path.Combine(exchange, $"handover-{N(from)}-to-{N(to)}.sealed");

    private static string N(int number) => number.ToString(CultureInfo.InvariantCulture);
}
