using System.CommandLine;
using System.Text.Json.Nodes;
using Mandate.Cli.Contract;
using Mandate.Organisation.Inspection;
using Mandate.Organisation.Inspection.Measures;
using Mandate.Tally;

namespace Mandate.Cli.Inspection;

/// <summary><c>mandate rollcalls</c>: how alike those voted who vote by name, with what each figure is counted from. It accuses nobody.</summary>
internal static class RollCallsCommand
{
    private static readonly Argument<string> WhatArgument = new("FILE|DIR") { Description = "A CSV of votes by name, or an organisation's folder (then with --body)." };
    private static readonly Option<string?> BodyOption = new("--body") { Description = "An elected executive body of the organisation; of no other body agreement is shown by name." };
    private static readonly Option<FileInfo?> GroupsOption = new("--groups") { Description = "CSV with who belongs to which party or group; by default NAME.legislators.csv or NAME.wnominate.csv beside NAME.votes.csv." };
    private static readonly Option<string?> PoleOption = new("--pole") { Description = "Who stands on the positive side of the axis, which has no side of its own." };
    private static readonly Option<bool> MatrixOption = new("--matrix") { Description = "Also the agreement of every two." };

    private static readonly string[] GroupEndings = [".legislators.csv", ".wnominate.csv"];

    private const string Meaning = "Agreement is not guilt: it says how often two took the same side in votes in which both took part. Absence is told apart and is no disloyalty. Nothing here grounds a measure against anybody.";

    public static Command Create() =>
        new Command("rollcalls", "How alike those voted who vote by name.") { WhatArgument, BodyOption, GroupsOption, PoleOption, MatrixOption, Organisations.Keys }.Running(Run);

    private static async Task<int> Run(ParseResult parsed, Terminal terminal, CancellationToken cancel)
    {
        var what = parsed.GetValue(WhatArgument)!;
        var votes = Directory.Exists(what) ? await OfOrganisationAsync(parsed, what) : FromFile(what);
        var groups = GroupFile(parsed, what) is { } file ? Read(file, text => RollCallFile.Groups(Path.GetFileName(file), text, votes)) : [];
        var pole = parsed.GetValue(PoleOption) is { } named ? votes.Persons.IndexOf(named) : -1;
        if (parsed.GetValue(PoleOption) is { } nobody && pole < 0) throw CommandException.BadInput($"--pole: '{nobody}' votes nowhere in it");
        var calls = votes.Calls;
        var axis = calls.FirstAxis();
        var sign = pole >= 0 && axis[pole] < 0 ? -1 : 1;
        var members = votes.Persons.Select((p, i) => (Person: p, Index: i)).GroupBy(p => groups.GetValueOrDefault(p.Person, ""), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(p => p.Index).ToList(), StringComparer.Ordinal);
        var json = new JsonObject
        {
            ["persons"] = votes.Persons.Length,
            ["votes"] = votes.Votes.Length,
            ["counts"] = new JsonObject(Enum.GetValues<VoteMark>().Select(m => KeyValuePair.Create(m.ToString().ToLowerInvariant(), (JsonNode?)votes.Count(m)))),
            ["unanimous"] = votes.Unanimous,
            ["onAxis"] = calls.OnAxis.Length,
            ["fewestInCommon"] = RollCalls.FewestInCommon,
            ["groups"] = new JsonArray([.. members.Where(g => g.Key.Length > 0).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (JsonNode)Group(calls, g.Key, g.Value))]),
            ["people"] = new JsonArray([.. votes.Persons.Select((p, i) => (JsonNode)Person(votes, i, groups.GetValueOrDefault(p), members, sign * axis[i]))]),
            ["meaning"] = Meaning,
        };
        if (parsed.GetValue(MatrixOption)) json["agreement"] = new JsonArray([.. Pairs(votes, calls)]);
        terminal.Data(json,
        [
            $"{votes.Persons.Length} persons, {votes.Votes.Length} votes: {string.Join(", ", Enum.GetValues<VoteMark>().Select(m => $"{votes.Count(m)} {m.ToString().ToLowerInvariant()}"))}; {votes.Unanimous} unanimous.",
            .. members.Where(g => g.Key.Length > 0).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key}: {g.Value.Count} persons, cohesion {calls.Cohesion(g.Value)?.ToDecimal(3) ?? "not given"}"),
        ]);
        terminal.Message(Meaning);
        return ExitCode.Done;
    }

    private static NamedVotes FromFile(string file) => Read(file, text => RollCallFile.Read(Path.GetFileName(file), text));

    private static async Task<NamedVotes> OfOrganisationAsync(ParseResult parsed, string folder)
    {
        var body = parsed.GetValue(BodyOption) ?? throw CommandException.BadInput("--body: which elected executive body of the organisation?");
        await using var node = Organisations.Guard(() => Mandate.Node.Exports.ExportReader.IsOne(folder) ? Mandate.Node.OrganisationNode.LookAtExport(folder) : Mandate.Node.OrganisationNode.Look(Organisations.Existing(folder), new() { Keys = parsed.GetValue(Organisations.Keys) }));
        return NamedVotes.Of(node.State, body) ?? throw CommandException.BadInput($"--body: '{body}' is no elected executive body; of others agreement is not shown by name");
    }

    private static string? GroupFile(ParseResult parsed, string what)
    {
        const string votes = ".votes.csv";
        if (parsed.GetValue(GroupsOption) is { } asked) return asked.Exists ? asked.FullName : throw CommandException.BadInput($"{asked.FullName}: there is no such file");
        return what.EndsWith(votes, StringComparison.Ordinal) ? GroupEndings.Select(e => what[..^votes.Length] + e).FirstOrDefault(File.Exists) : null;
    }

    private static T Read<T>(string file, Func<TextReader, T> read)
    {
        if (!File.Exists(file)) throw CommandException.BadInput($"{file}: there is no such file");
        using var text = File.OpenText(file);
        return read(text);
    }

    private static JsonObject Group(RollCalls calls, string name, List<int> members) => new()
    {
        ["group"] = name, ["persons"] = members.Count, ["cohesion"] = Exact(calls.Cohesion(members)), ["cohesionDecimal"] = calls.Cohesion(members)?.ToDecimal(6), ["cohesionOnAxis"] = calls.Cohesion(members, calls.OnAxis)?.ToDecimal(6),
    };

    private static JsonObject Person(NamedVotes votes, int i, string? group, Dictionary<string, List<int>> members, double axis)
    {
        var row = votes.Marks[i];
        var json = new JsonObject
        {
            ["id"] = votes.Persons[i], ["group"] = group,
            ["marks"] = new JsonObject(Enum.GetValues<VoteMark>().Select(m => KeyValuePair.Create(m.ToString().ToLowerInvariant(), (JsonNode?)row.Count(x => x == m)))),
            ["participation"] = Exact(votes.Calls.Participation(i)), ["axis"] = Math.Round(axis, 9),
        };
        if (group is null) return json;
        var loyal = votes.Calls.Loyal(i, members[group]);
        json["withGroup"] = loyal.With;
        json["againstGroup"] = loyal.Against;
        json["noSide"] = loyal.Absent;
        json["withGroupOfSides"] = Exact(loyal.With + loyal.Against > 0 ? new Fraction(loyal.With, loyal.With + loyal.Against) : null);
        return json;
    }

    private static IEnumerable<JsonNode> Pairs(NamedVotes votes, RollCalls calls)
    {
        for (var i = 0; i < votes.Persons.Length; i++)
            for (var j = i + 1; j < votes.Persons.Length; j++)
            {
                var (same, both) = calls.InCommon(i, j);
                yield return new JsonObject { ["a"] = votes.Persons[i], ["b"] = votes.Persons[j], ["same"] = same, ["both"] = both, ["agreement"] = Exact(calls.Agreement(i, j)) };
            }
    }

    private static string? Exact(Fraction? value) => value?.ToString();
}
