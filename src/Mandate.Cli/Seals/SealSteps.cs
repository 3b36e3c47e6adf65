using System.CommandLine;
using System.Text.Json.Nodes;
using Mandate.Cli.Ballots;
using Mandate.Cli.Contract;
using Mandate.SecretBallot.Sealing;

namespace Mandate.Cli.Seals;

/// <summary>Sealing a document, and what everybody may read of one.</summary>
internal static class SealSteps
{
    private static readonly Argument<string> FileArgument = new("FILE") { Description = "The file to be sealed." };
    private static readonly Option<string> HoldersOption = new("--holders") { Description = "The record of the holders' key (holders.json).", Required = true };
    private static readonly Option<string> OrganisationOption = new("--organisation") { Description = "Id of the organisation whose record it will be deposited in.", Required = true };
    private static readonly Option<string> IdOption = new("--id") { Description = "The document's id there.", Required = true };
    private static readonly Option<string> TitleOption = new("--title") { Description = "What everybody may read of it.", Required = true };
    private static readonly Option<string[]> ToOption = new("--to") { Description = "A body or office to which it is addressed; may be repeated." };
    private static readonly Option<string> OnOption = new("--on") { Description = "The day on which it opens at the latest: 2027-03-01.", Required = true };
    private static readonly Option<string?> SessionOption = new("--session") { Description = "A body: it opens when a session of it opens." };
    private static readonly Option<string?> DecisionOption = new("--decision") { Description = "A body: it opens when this body decides so." };
    private static readonly Option<int?> SilenceOption = new("--silence") { Description = "Days without a sign of life of yours after which it opens." };
    private static readonly Option<string> OutOption = new("--out") { Description = "New file for the sealed document.", Required = true };

    public static readonly Argument<string> SealedArgument = new("DOCUMENT.sealed") { Description = "The sealed document." };

    public static Command Document() => new Command("document", "Author: seals a file to a key of several holders. Nobody opens it alone, its author neither.")
        { FileArgument, HoldersOption, OrganisationOption, IdOption, TitleOption, ToOption, OnOption, SessionOption, DecisionOption, SilenceOption, OutOption }.Running((parsed, terminal) =>
    {
        var file = parsed.GetValue(FileArgument)!;
        var key = SealFiles.Key(parsed.GetValue(HoldersOption)!);
        if (parsed.GetValue(SilenceOption) is < 1 or > Opening.LongestSilence) throw CommandException.BadInput($"--silence: 1 to {Opening.LongestSilence} days");
        foreach (var (option, text) in new[] { ("--organisation", parsed.GetValue(OrganisationOption)!), ("--id", parsed.GetValue(IdOption)!), ("--title", parsed.GetValue(TitleOption)!) })
            if (text.Length is 0 or > SealHeader.Longest) throw CommandException.BadInput($"{option}: 1 to {SealHeader.Longest} characters");
        var header = new SealHeader(parsed.GetValue(OrganisationOption)!, parsed.GetValue(IdOption)!, parsed.GetValue(TitleOption)!, parsed.GetValue(ToOption) ?? [],
            new(SealFiles.Day("--on", parsed.GetValue(OnOption)!), parsed.GetValue(SessionOption), parsed.GetValue(DecisionOption), parsed.GetValue(SilenceOption)));
        var document = BallotFiles.Guard(file, () => SealedDocument.Seal(header, new(Path.GetFileName(file), BallotFiles.Read(file)), key, BallotFiles.Random));
        BallotFiles.WriteNew(parsed.GetValue(OutOption)!, document.ToString());
        terminal.Data(Json(document), ["Sealed.", .. Lines(document), "Deposit it in the record, and give copies to everybody who may one day be needed: a copy and the holders' keys are enough to open it."]);
        return ExitCode.Done;
    });

    public static Command Look() => new Command("look", "Anybody: checks a sealed document and says what it may be opened by.") { SealedArgument }.Running((parsed, terminal) =>
    {
        var document = SealFiles.Document(parsed.GetValue(SealedArgument)!);
        terminal.Data(Json(document), Lines(document));
        return ExitCode.Done;
    });

    private static JsonObject Json(SealedDocument document) => new()
    {
        ["document"] = document.Name,
        ["organisation"] = document.Header.Organisation,
        ["id"] = document.Header.Id,
        ["title"] = document.Header.Title,
        ["to"] = new JsonArray([.. document.Header.To.Select(t => (JsonNode)t)]),
        ["on"] = SealFiles.Day(document.Header.Opens.On),
        ["session"] = document.Header.Opens.Session,
        ["decision"] = document.Header.Opens.Decision,
        ["silence"] = document.Header.Opens.Silence,
        ["key"] = document.Key.Id,
        ["threshold"] = document.Key.Threshold,
        ["holders"] = document.Key.Holders,
    };

    private static IEnumerable<string> Lines(SealedDocument document)
    {
        var (header, key) = (document.Header, document.Key);
        yield return $"Document {document.Name}";
        yield return $"{header.Title} ({header.Id}, {header.Organisation})";
        if (header.To.Count > 0) yield return $"For {string.Join(", ", header.To)}";
        yield return $"Opens {string.Join(", ", SealFiles.Opens(header.Opens))}.";
        yield return $"Any {key.Threshold} of the {key.Holders} holders of key {key.Id} can read it together, before that time too.";
        yield return $"It stays closed for ever if {key.Holders - key.Threshold + 1} of them lose their shares or refuse.";
    }
}
