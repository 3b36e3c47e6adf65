using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json.Nodes;
using Mandate.Cli.Contract;
using Mandate.Demo;
using Mandate.Node;
using Mandate.Node.Chronologies;
using Mandate.Organisation.Facts;

namespace Mandate.Cli.Chronologies;

/// <summary><c>mandate replay</c>: an organisation from a chronology, through the real commands.</summary>
internal static class ReplayCommand
{
    private static readonly Argument<string> FileArgument = new("FILE") { Description = $"A chronology: a file, a folder of files, or the name of one that comes with the program ({string.Join(", ", ChronologyFiles.Shipped)})." };
    private static readonly Option<string?> OutOption = new("--out") { Description = "The new folder of the organisation." };
    private static readonly Option<string[]> UnderOption = new("--under") { Description = $"List the same acts under that constitution: a file, or one that comes with the program ({string.Join(", ", ShippedChronologies.Constitutions)}). Repeat to compare." };

    private static readonly Option<bool> GuardsOption = new("--guards") { Description = "List the guards that hold on the story, by the measures and clauses of each --under." };
    private static readonly Option<string[]> WithoutOption = new("--without") { Description = "With --guards: as if that event had not happened. Repeat for several. Nothing of it is written." };

    public static Command Create() =>
        new Command("replay", "Build an organisation from a chronology.") { FileArgument, OutOption, UnderOption, GuardsOption, WithoutOption, Organisations.Keys, Organisations.Store }.Running(Run);

    private static async Task<int> Run(ParseResult parsed, Terminal terminal, CancellationToken cancel)
    {
        var chronology = ChronologyFiles.Read(parsed.GetValue(FileArgument)!, terminal);
        var under = (parsed.GetValue(UnderOption) ?? []).Select(CounterfactualReport.Constitution).ToImmutableArray();
        var (guards, without) = (parsed.GetValue(GuardsOption), (parsed.GetValue(WithoutOption) ?? []).ToImmutableHashSet(StringComparer.Ordinal));
        if (!without.IsEmpty && !guards) throw CommandException.BadInput("replay: --without needs --guards, to see which guards would hold");
        if (parsed.GetValue(OutOption) is not { } path)
        {
            if (under.IsEmpty && !guards) throw CommandException.BadInput("replay: --out DIR is needed, the new folder; or --under CONSTITUTION, to see the same acts under it; or --guards, to see which guards hold");
            var (tried, notDone, refusal) = ChronologyFounding.Try(chronology);
            if (refusal is not null) throw new CommandException(ExitCode.DoesNotHold, $"Refused: {Named(notDone)}: {JsonOf.Line(refusal)}");
            var (json, lines) = guards ? WhatIfReport.Of(tried.Facts, under, without) : CounterfactualReport.Of(tried.Facts, under);
            terminal.Data(json, lines);
            if (guards) terminal.Message(WhatIfReport.Limit);
            return ExitCode.Done;
        }
        if (!under.IsEmpty || guards) throw CommandException.BadInput("replay: --out builds the organisation, --under and --guards compare and write nothing; ask for one of them");
        if (File.Exists(path)) throw CommandException.BadInput($"--out: {path} is a file; it needs the name of a new folder");
        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any()) throw CommandException.BadInput($"--out: {path} is not empty; nothing is written over");
        var (state, refused, why) = ChronologyFounding.Try(chronology);
        if (why is not null) throw new CommandException(ExitCode.DoesNotHold, $"Refused: {Named(refused)}: {JsonOf.Line(why)}");

        var existed = Directory.Exists(path);
        string? keys = null;
        try
        {
            await using var node = Organisations.Guard(() => OrganisationNode.Create(path, Organisations.Options(parsed) with { Keys = parsed.GetValue(Organisations.Keys), RehearsalStart = ChronologyFounding.Start(chronology) }));
            keys = node.Folder!.Keys;
            await ChronologyFounding.PlayAsync(node, chronology, Organisations.Progress("acts"), cancel);
            state = node.State;
        }
        catch
        {
            // Nothing half-written stays behind.
            if (keys is not null)
            {
                Directory.Delete(keys, recursive: true);
                Directory.Delete(path, recursive: true);
                if (existed) Directory.CreateDirectory(path);
            }
            throw;
        }
        var facts = state.Facts;
        terminal.Data(
            new JsonObject
            {
                ["folder"] = Path.GetFullPath(path), ["title"] = chronology.Title, ["organisation"] = state.Founding.Id, ["entries"] = state.Size, ["lastDay"] = chronology.LastDay?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                ["events"] = facts.Happenings.Count, ["facts"] = facts.All.Length, ["withFacts"] = facts.All.SelectMany(f => f.Events).Distinct(StringComparer.Ordinal).Count(), ["contradictions"] = facts.Contradictions.Count, ["names"] = facts.Things.Count,
            },
            $"{chronology.Title}: {facts.Happenings.Count} events, {facts.All.Length} facts, {facts.Contradictions.Count} contradictions, in {state.Size} entries", $"in {Path.GetFullPath(path)}");
        terminal.Message("Next: 'mandate findings', 'mandate ask', 'mandate export', 'mandate verify'.");
        return ExitCode.Done;
    }

    private static string Named(Organisation.Acts.Command? command) => command switch
    {
        NameThing c => $"the name of '{c.Id}'",
        Tell c => $"the event '{c.Id}'",
        RecordFact c => $"the fact '{c.Id}'",
        RecordContradiction c => $"the contradiction '{c.Id}'",
        _ => "the founding",
    };
}
