using System.Globalization;
using System.Text.Json;
using Mandate.Cli.Contract;
using Mandate.Tests;

namespace Mandate.Cli.Tests;

/// <summary>Votes by name: counts, absence apart, agreement with what it is counted from; and every published data set through the command.</summary>
public sealed class RollCallsCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("mandate-rollcalls").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string File(string name, string text)
    {
        var path = Path.Combine(folder, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    private static string Votes(int many, params (string Who, string Mark)[] rows) =>
        "who," + string.Join(',', Enumerable.Range(1, many)) + "\n" + string.Concat(rows.Select(r => $"{r.Who},{string.Join(',', Enumerable.Repeat(r.Mark, many))}\n"));

    [Fact]
    public async Task Absence_is_told_apart_from_disloyalty_and_agreement_with_what_it_is_counted_from()
    {
        var file = File("a.csv", Votes(12, ("Ann", "yes"), ("Bo", "yes"), ("Cy", "no"), ("Di", "absent")));
        var groups = File("g.csv", "name,group\nAnn,x\nBo,x\nCy,x\nDi,x\n");
        var (code, output, error) = await ContractTests.Run("rollcalls", file, "--groups", groups, "--matrix", "--pole", "Cy", "--json");
        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("grounds a measure", error, StringComparison.Ordinal);
        var json = JsonDocument.Parse(output).RootElement;
        Assert.Equal((24, 12, 12), (json.GetProperty("counts").GetProperty("yes").GetInt32(), json.GetProperty("counts").GetProperty("no").GetInt32(), json.GetProperty("counts").GetProperty("absent").GetInt32()));
        var people = json.GetProperty("people").EnumerateArray().ToDictionary(p => p.GetProperty("id").GetString()!, StringComparer.Ordinal);
        Assert.Equal((0, 0, 12), (people["Di"].GetProperty("withGroup").GetInt32(), people["Di"].GetProperty("againstGroup").GetInt32(), people["Di"].GetProperty("noSide").GetInt32()));
        Assert.Equal(JsonValueKind.Null, people["Di"].GetProperty("withGroupOfSides").ValueKind);
        Assert.Equal(12, people["Cy"].GetProperty("againstGroup").GetInt32());
        Assert.True(people["Cy"].GetProperty("axis").GetDouble() > 0);
        var pairs = json.GetProperty("agreement").EnumerateArray().ToDictionary(p => p.GetProperty("a").GetString() + p.GetProperty("b").GetString(), StringComparer.Ordinal);
        Assert.Equal("1", pairs["AnnBo"].GetProperty("agreement").GetString());
        Assert.Equal("0", pairs["AnnCy"].GetProperty("agreement").GetString());
        Assert.Equal((0, JsonValueKind.Null), (pairs["AnnDi"].GetProperty("both").GetInt32(), pairs["AnnDi"].GetProperty("agreement").ValueKind));
    }

    [Theory]
    [InlineData("who,1\nAnn,yes\nBo\n", "line 3")]
    [InlineData("who,1\nAnn,perhaps\n", "line 2, column 2")]
    [InlineData("who,1\nAnn,yes\nAnn,no\n", "stands twice")]
    [InlineData("who,1\n\"Ann,yes\n", "not closed")]
    [InlineData("", "headings")]
    public async Task What_cannot_be_read_is_said_with_its_place(string text, string place)
    {
        var (code, output, error) = await ContractTests.Run("rollcalls", File("a.csv", text));
        Assert.Equal((ExitCode.BadInput, ""), (code, output));
        Assert.Contains(place, error, StringComparison.Ordinal);
    }

    public static TheoryData<string> Published() => ConformanceData.Root is { } root && Directory.Exists(Path.Combine(root, "control", "rollcall"))
        ? [.. Directory.GetFiles(Path.Combine(root, "control", "rollcall"), "*.votes.csv").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)]
        : [""];

    /// <summary>Every cell is counted once; the groups are those of the file beside it; where there is a published loyalty, ours is it with absence counted in.</summary>
    [Theory]
    [Trait("Category", "Conformance")]
    [MemberData(nameof(Published))]
    public async Task A_published_table_is_counted_whole_with_its_groups(string name)
    {
        Assert.SkipWhen(name.Length == 0, "no roll calls");
        var file = Path.Combine(ConformanceData.Folder("control"), "rollcall", name);
        var (code, output, _) = await ContractTests.Run("rollcalls", file, "--json");
        Assert.Equal(ExitCode.Done, code);
        var json = JsonDocument.Parse(output).RootElement;
        var (persons, votes) = (json.GetProperty("persons").GetInt32(), json.GetProperty("votes").GetInt32());
        Assert.Equal(persons * votes, json.GetProperty("counts").EnumerateObject().Sum(c => c.Value.GetInt32()));
        Assert.Equal(System.IO.File.ReadLines(file).Count(l => l.Trim().Length > 0) - 1, persons);
        Assert.NotEqual(0, json.GetProperty("groups").GetArrayLength());
        var legislators = file.Replace(".votes.csv", ".legislators.csv", StringComparison.Ordinal);
        if (!System.IO.File.Exists(legislators)) return;
        var people = json.GetProperty("people").EnumerateArray().ToDictionary(p => p.GetProperty("id").GetString()!, StringComparer.Ordinal);
        foreach (var line in System.IO.File.ReadLines(legislators).Skip(1))
        {
            var cells = line.Split("\",\"");
            var person = people[cells[0].Trim('"')];
            if (!double.TryParse(line[(line.LastIndexOf(',') + 1)..], NumberStyles.Float, CultureInfo.InvariantCulture, out var published)) continue;
            var outside = person.GetProperty("marks").GetProperty("outside").GetInt32();
            Assert.Contains(new[] { votes, votes - outside }, all => Math.Abs(100.0 * person.GetProperty("withGroup").GetInt32() / all - published) < 1e-9);
        }
    }
}
