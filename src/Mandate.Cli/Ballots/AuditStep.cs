using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mandate.Cli.Contract;
using Mandate.SecretBallot.Formats;
using Mandate.SecretBallot.Verification;

namespace Mandate.Cli.Ballots;

/// <summary>Reads a ballot that its voter opened instead of casting it: what the device sealed, beside what the voter chose.</summary>
internal static class AuditStep
{
    private static readonly Argument<string> OpenedArgument = new("OPENED.json") { Description = "The open ballot that the booth saved." };

    public static Command Audit() => new Command("audit", "Voter: reads a ballot that was opened to test the device; it cannot be cast any more.") { BoxSteps.BoxArgument, OpenedArgument }.Running((parsed, terminal) =>
    {
        var file = parsed.GetValue(OpenedArgument)!;
        var box = BallotFiles.BoxUnverified(parsed.GetValue(BoxSteps.BoxArgument)!);
        JsonNode opened;
        string[][] randomness;
        try
        {
            opened = JsonNode.Parse(BallotFiles.Read(file))!;
            randomness = [.. opened["randomness"]!.AsArray().Select(q => q!.AsArray().Select(r => (string)r!).ToArray())];
        }
        catch (Exception e) when (e is JsonException or NullReferenceException or InvalidOperationException)
        {
            throw CommandException.BadInput($"{file}: is no open ballot of the booth (ballot, randomness)");
        }
        var ballot = opened["ballot"]!.ToJsonString(Plain);
        if (box.Ballots.Any(b => b.ToString() == ballot)) throw new CommandException(ExitCode.DoesNotHold, $"{file}: this ballot is in the box, and whoever has this file can read it: vote again");
        var read = BallotFiles.Guard(file, () => OpenedBallot.Read(box.Election, ballot, randomness));
        terminal.Data(new JsonObject { ["holds"] = new JsonArray([.. read.Select(r => (JsonNode)r)]) }, [.. box.Election.Questions.Zip(read, Said)]);
        return ExitCode.Done;
    });

    /// <summary>A plus in a hash stays a plus: the ballot's bytes are hashed.</summary>
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Said(Question question, string read) => $"{question.Text}: " + (question switch
    {
        RankingQuestion q => string.Join(", ", q.Answers.Zip(read.Split(' '), (a, n) => $"{a} {n}")),
        ChoiceQuestion q when read is not "blank" => string.Join(", ", read.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(n => q.Answers[int.Parse(n, System.Globalization.CultureInfo.InvariantCulture) - 1])),
        _ => read,
    });
}
