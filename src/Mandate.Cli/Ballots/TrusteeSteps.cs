using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using Mandate.Cli.Contract;
using Mandate.SecretBallot.Archives;
using Mandate.SecretBallot.Formats;
using Mandate.SecretBallot.Making;

namespace Mandate.Cli.Ballots;

/// <summary>A trustee's steps: the key, a shuffle, a share of the decryption. The secret never leaves its file.</summary>
internal static class TrusteeSteps
{
    private static readonly Option<string?> NameOption = new("--name") { Description = "The trustee's name, which stands in the archive." };
    private static readonly Option<string> KeyOutOption = new("--out") { Description = "Folder for secret.key and trustee.json.", Required = true };
    private static readonly Argument<string> BoxArgument = BoxSteps.BoxArgument;
    private static readonly Option<string> KeyOption = new("--key") { Description = "The trustee's secret.key.", Required = true };
    private static readonly Option<string> OutOption = new("--out") { Description = "File for the partial decryption.", Required = true };

    public static Command Create() => new Command("trustee", "Trustee: a key of one's own; the vote cannot be counted without it. For k of n: 'mandate ballot ceremony'.") { NameOption, KeyOutOption }.Running((parsed, terminal) =>
    {
        var folder = parsed.GetValue(KeyOutOption)!;
        var secret = TrusteeSecret.Generate(BallotFiles.Random);
        WriteSecret(Path.Combine(folder, "secret.key"), secret);
        BallotFiles.WriteNew(Path.Combine(folder, "trustee.json"), TrusteeItem.WriteAll([new SingleTrustee(secret.ToKey(BallotFiles.Random, parsed.GetValue(NameOption)))]));
        terminal.Data(new JsonObject { ["publicKey"] = secret.PublicKey.Text }, $"Public key {secret.PublicKey.Text}", "Give trustee.json to the commission. Keep secret.key, and a copy on paper in a sealed envelope elsewhere.");
        return ExitCode.Done;
    });

    public static Command Shuffle()
    {
        return new Command("shuffle", "Trustee: shuffles the rankings of a closed box, with proof, so that nobody can tell whose is whose.") { BoxArgument, KeyOption }.Running((parsed, terminal) =>
        {
            var file = parsed.GetValue(BoxArgument)!;
            var box = BallotFiles.Box(file);
            if (!box.Election.HasRankings) throw CommandException.BadInput($"{file}: there is no ranking to be shuffled");
            BoxSteps.Need(file, box, EventKind.EncryptedTally, EventKind.Shuffle);
            var owner = Owner(file, box, Secret(parsed.GetValue(KeyOption)!));
            if (box.Shufflers.Contains(owner)) throw CommandException.BadInput($"{file}: trustee {owner} has shuffled already; each shuffle needs another trustee");
            var shuffle = Shuffler.Shuffle(box.Election, Tallying.Rankings(box.Election, box.Tally!), BallotFiles.Random);
            return BoxSteps.Done(terminal, BallotFiles.Append(file, box, w => w.Shuffle(owner, shuffle)), $"Shuffled by trustee {owner}.");
        });
    }

    public static Command Decrypt()
    {
        return new Command("decrypt", "Trustee: a share of the decryption of the sum, with proof. No single ballot is opened.") { BoxArgument, KeyOption, OutOption }.Running((parsed, terminal) =>
        {
            var file = parsed.GetValue(BoxArgument)!;
            var box = BallotFiles.Box(file);
            if (box.Election.HasRankings) BoxSteps.Need(file, box, EventKind.EndShuffles, EventKind.PartialDecryption);
            else BoxSteps.Need(file, box, EventKind.EncryptedTally, EventKind.PartialDecryption);
            var secret = Secret(parsed.GetValue(KeyOption)!);
            var owner = Owner(file, box, secret);
            BallotFiles.WriteNew(parsed.GetValue(OutOption)!, secret.Decrypt(box.Election, box.Tally!, BallotFiles.Random).ToString());
            terminal.Data(new JsonObject { ["trustee"] = owner, ["head"] = box.Archive.Head }, $"Trustee {owner} decrypted {box.Counted.Ballots} ballots of the box with head {box.Archive.Head}. Compare the head with what the ledger published before you give the file away.");
            return ExitCode.Done;
        });
    }

    public static void WriteSecret(string file, TrusteeSecret secret) => BallotFiles.WriteNew(file, Convert.ToHexStringLower(secret.ToBytes()) + "\n", secret: true);

    private static TrusteeSecret Secret(string file) => TrusteeSecret.FromBytes(Bytes(file)) ?? throw CommandException.BadInput($"{file}: is no trustee's key (64 hex digits)");

    public static byte[] Bytes(string file)
    {
        try
        {
            return Convert.FromHexString(Encoding.ASCII.GetString(BallotFiles.Read(file)).Trim());
        }
        catch (FormatException)
        {
            throw CommandException.BadInput($"{file}: hex digits are expected");
        }
    }

    private static int Owner(string file, BallotBox box, TrusteeSecret secret) =>
        box.OwnerOf(secret.PublicKey) ?? throw CommandException.BadInput($"{file}: the key {secret.PublicKey.Text} is of no trustee of this election");
}
