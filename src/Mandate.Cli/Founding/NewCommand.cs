using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Mandate.Cli.Contract;
using Mandate.Constitutions.Reader;
using Mandate.Node;
using Mandate.Node.Sequencing;
using Mandate.Organisation.Founding;
using Mandate.Server.Api;

namespace Mandate.Cli.Founding;

/// <summary><c>mandate new</c>: opens the founding of an organisation with its constitution and its named founders.</summary>
internal static class NewCommand
{
    private static readonly Argument<string> FolderArgument = new("DIR") { Description = "The new folder." };
    private static readonly Option<FileInfo?> ConstitutionOption = new("--constitution") { Description = "The constitution, in YAML." };
    private static readonly Option<string[]> TextOption = new("--text") { Description = "The adopted legal text of a language: en=FILE. Once per official language." };
    private static readonly Option<string[]> FounderOption = new("--founder") { Description = "Id of a founder; each must approve before the founding can close. Repeat for more." };
    private static readonly Option<bool> RehearsalOption = new("--rehearsal") { Description = "A rehearsal: it has a clock of its own, and says so everywhere, for ever." };
    private static readonly Option<string?> StartOption = new("--start") { Description = "Where a rehearsal's clock starts (2026-11-21T09:00:00Z)." };
    private static readonly Option<string?> OriginOption = new("--origin") { Description = "The ledger's name for ever, also after a move (union.example/ledger/1)." };

    public static Command Create() =>
        new Command("new", "Found an organisation.") { FolderArgument, ConstitutionOption, TextOption, FounderOption, RehearsalOption, StartOption, OriginOption, Organisations.Keys, Organisations.Store }.Running(Run);

    private static async Task<int> Run(ParseResult parsed, Terminal terminal, CancellationToken cancel)
    {
        var file = parsed.GetValue(ConstitutionOption) ?? throw CommandException.BadInput("new: --constitution FILE is needed: the rules that the organisation is founded on");
        var founders = parsed.GetValue(FounderOption) ?? [];
        if (founders.Length == 0) throw CommandException.BadInput("new: at least one --founder is needed: who must approve before the founding can close");
        var yaml = ReadFile(file.FullName);
        var reading = ConstitutionReader.Read(Encoding.UTF8.GetString(yaml));
        if (reading.Constitution is null)
            throw CommandException.BadInput(string.Join('\n', reading.Faults.Select(f => $"{file.Name}: {f}")));
        var texts = (parsed.GetValue(TextOption) ?? []).Select(Text).ToImmutableSortedDictionary(t => t.Language, t => t.Bytes, StringComparer.Ordinal);
        var rehearsal = parsed.GetValue(RehearsalOption);
        var start = Start(parsed);
        if (start is not null && !rehearsal) throw CommandException.BadInput("--start: only a rehearsal has a clock of its own (--rehearsal)");

        var path = parsed.GetValue(FolderArgument)!;
        var existed = Directory.Exists(path);
        var open = new OpenFounding(Name(yaml), texts.ToImmutableSortedDictionary(t => t.Key, t => Name(t.Value), StringComparer.Ordinal), [.. founders], rehearsal);
        Answer answer;
        JsonObject made;
        await using (var node = Organisations.Guard(() => OrganisationNode.Create(path, Organisations.Options(parsed) with { Keys = parsed.GetValue(Organisations.Keys), Origin = parsed.GetValue(OriginOption), RehearsalStart = start })))
        {
            answer = await node.SubmitAsync(founders[0], open, "found-" + RandomNumberGenerator.GetHexString(16, lowercase: true), [yaml, .. texts.Values.Select(t => (ReadOnlyMemory<byte>)t)]);
            made = new() { ["folder"] = node.Folder!.Path, ["keys"] = node.Folder.Keys, ["organisation"] = node.State.Founding.Id, ["key"] = node.Key.ToString(), ["rehearsal"] = rehearsal };
        }
        if (answer is not Answer.Accepted)
        {
            // Nothing half-founded stays behind.
            Directory.Delete((string)made["keys"]!, recursive: true);
            Directory.Delete(path, recursive: true);
            if (existed) Directory.CreateDirectory(path);
            terminal.Data(ActJson.Answer(answer));
            terminal.Message(answer is Answer.Refused r ? $"Refused: {JsonOf.Line(r.Refusal)}" : ((Answer.Unknown)answer).Reason);
            return JsonOf.Exit(answer);
        }
        terminal.Data(made, $"{made["organisation"]} in {made["folder"]}", $"ledger key: {made["key"]}");
        terminal.Message($"Secret keys: {made["keys"]}. Keep a copy elsewhere, apart from copies of the data.");
        terminal.Message("Next: enter units and members ('mandate import-roll'), name provisional officers, let every founder approve, close the founding ('mandate may', 'mandate act').");
        return ExitCode.Done;
    }

    private static (string Language, byte[] Bytes) Text(string option)
    {
        var parts = option.Split('=', 2);
        return parts.Length == 2 && parts[0].Length > 0 ? (parts[0], ReadFile(parts[1])) : throw CommandException.BadInput($"--text: '{option}' needs the form en=FILE");
    }

    private static DateTimeOffset? Start(ParseResult parsed) => parsed.GetValue(StartOption) is not { } text
        ? null
        : DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var start)
            ? start
            : throw CommandException.BadInput($"--start: '{text}' is no moment, as 2026-11-21T09:00:00Z");

    private static byte[] ReadFile(string file) => File.Exists(file) ? File.ReadAllBytes(file) : throw CommandException.BadInput($"{file}: there is no such file");

    private static string Name(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
