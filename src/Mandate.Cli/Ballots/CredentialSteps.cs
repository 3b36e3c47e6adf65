using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Mandate.Cli.Contract;
using Mandate.SecretBallot.Formats;
using Mandate.SecretBallot.Groups;
using Mandate.SecretBallot.Making;

namespace Mandate.Cli.Ballots;

/// <summary>The credential authority's steps. It is another than the host: one knows who has which credential, the other takes ballots.</summary>
internal static class CredentialSteps
{
    public static readonly Option<string> UuidOption = new("--uuid") { Description = "The election's uuid, from 'mandate ballot uuid'.", Required = true };
    private static readonly Argument<string> RollArgument = new("ROLL.csv") { Description = "One voter per line; the first column is an id that the authority can deliver to. A first line 'id' is a heading; where it names a column 'weight', that is how many votes the voter's ballot counts for." };
    private static readonly Option<string> OutOption = new("--out") { Description = "Folder for private.csv (secret), public.json and, with --letters, letters.html (secret).", Required = true };
    private static readonly Option<bool> LettersOption = new("--letters") { Description = "Also a sheet per voter, to be printed and posted." };
    private static readonly Option<string> LanguageOption = MakeLanguage();
    private static readonly Argument<string> PrivateArgument = new("PRIVATE.csv") { Description = "The authority's secret list." };
    private static readonly Option<string> IdOption = new("--id") { Description = "The voter who lost the credential.", Required = true };

    public static Command Uuid() => new Command("uuid", "Commission: a fresh uuid for an election.").Running((_, terminal) =>
    {
        var uuid = BallotFiles.Random.NextBase58(14);
        terminal.Data(new JsonObject { ["uuid"] = uuid }, uuid);
        return ExitCode.Done;
    });

    public static Command Credentials() => new Command("credentials", "Credential authority: a credential for each voter.") { RollArgument, UuidOption, OutOption, LettersOption, LanguageOption }.Running(Make);

    public static Command Again() => new Command("credential", "Credential authority: the same credential again, for a voter who lost it. There is never a second one.") { PrivateArgument, IdOption }.Running((parsed, terminal) =>
    {
        var (file, id) = (parsed.GetValue(PrivateArgument)!, parsed.GetValue(IdOption)!);
        var found = Encoding.UTF8.GetString(BallotFiles.Read(file)).Split('\n').Skip(1).Select(l => l.Trim().Split(';')).FirstOrDefault(l => l.Length == 2 && l[0] == id)
            ?? throw CommandException.BadInput($"{file}: there is no voter '{id}'");
        terminal.Data(new JsonObject { ["id"] = id, ["credential"] = found[1] }, found[1]);
        return ExitCode.Done;
    });

    private static int Make(ParseResult parsed, Terminal terminal)
    {
        var (uuid, folder) = (Election.IsUuid(parsed.GetValue(UuidOption)!) ? parsed.GetValue(UuidOption)! : throw CommandException.BadInput("--uuid: at least 14 characters of Base58; 'mandate ballot uuid' makes one"), parsed.GetValue(OutOption)!);
        var voters = Voters(parsed.GetValue(RollArgument)!).Select(v => (v.Id, v.Weight, Credential: Credential.Generate(uuid, BallotFiles.Random))).ToList();
        var list = PublicCredentials.Of(CurveGroup.Instance, voters.Select(v => new PublicCredential(v.Credential.Public, v.Weight)));
        BallotFiles.WriteNew(Path.Combine(folder, "private.csv"), "id;credential\n" + string.Concat(voters.Select(v => $"{v.Id};{v.Credential.Text}\n")), secret: true);
        BallotFiles.WriteNew(Path.Combine(folder, "public.json"), list.ToString());
        if (parsed.GetValue(LettersOption)) BallotFiles.WriteNew(Path.Combine(folder, "letters.html"), CredentialLetters.Write(parsed.GetValue(LanguageOption)!, uuid, voters.Select(v => (v.Id, v.Credential.Text))), secret: true);
        if (Telling([.. voters.Select(v => v.Weight)]) is { } telling) terminal.Message(telling);
        terminal.Data(new JsonObject { ["uuid"] = uuid, ["voters"] = voters.Count, ["weight"] = list.TotalWeight, ["public"] = Path.Combine(folder, "public.json") },
            $"{voters.Count} credentials. Give public.json to the commission; deliver each credential of private.csv by another channel than the address of the vote, keep the list sealed until closing, then destroy it with a record of that.");
        return ExitCode.Done;
    }

    private static Option<string> MakeLanguage()
    {
        var option = new Option<string>("--language") { Description = "Language of the letters.", DefaultValueFactory = _ => "en" };
        option.AcceptOnlyFromAmong([.. CredentialLetters.Languages]);
        return option;
    }

    /// <summary>Fewer voters of one weight than this could be told apart by the result.</summary>
    private const int Alike = 10;

    /// <summary>Sums of different weights betray who voted how (docs/secret-ballots.md); null where every weight is shared by enough.</summary>
    private static string? Telling(IReadOnlyList<long> weights)
    {
        var rare = weights.CountBy(w => w).Where(w => w.Value < Alike).Select(w => w.Key).Order().ToList();
        if (rare.Count == 0 || weights.Distinct().Count() == 1) return null;
        return $"Fewer than {Alike} voters share the weight {string.Join(", ", rare.Take(5))}{(rare.Count > 5 ? " ..." : "")}: the result can tell how they voted. Give each of them as many credentials of weight 1 as they have votes, or vote openly.";
    }

    private static List<(string Id, long Weight)> Voters(string file)
    {
        var voters = new List<(string, long)>();
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        var weightColumn = -1;
        foreach (var (index, line) in Encoding.UTF8.GetString(BallotFiles.Read(file)).TrimStart('\uFEFF').Split('\n').Index())
        {
            string[] cells = [.. line.Trim().Split(';', ',', '\t').Select(c => c.Trim().Trim('"'))];
            var id = cells[0];
            if (index == 0 && id.Equals("id", StringComparison.OrdinalIgnoreCase))
            {
                weightColumn = Array.FindIndex(cells, c => c.Equals("weight", StringComparison.OrdinalIgnoreCase));
                continue;
            }
            if (id.Length == 0) continue;
            if (!first.TryAdd(id, index + 1)) throw CommandException.BadInput($"{file}, line {index + 1}: '{id}' stands on line {first[id]} already; each voter gets one credential");
            voters.Add((id, weightColumn < 0 ? 1 : Weight(file, index + 1, cells.ElementAtOrDefault(weightColumn) ?? "")));
        }
        return voters.Count > 0 ? voters : throw CommandException.BadInput($"{file}: names no voter");
    }

    private static long Weight(string file, int line, string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var weight) && weight is > 0 and <= 1_000_000_000
            ? weight
            : throw CommandException.BadInput($"{file}, line {line}: the weight is a whole number from 1 to 1000000000, not '{text}'");
}
