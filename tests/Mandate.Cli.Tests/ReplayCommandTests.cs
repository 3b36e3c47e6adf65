using System.Text.Json.Nodes;
using Mandate.Cli.Contract;

namespace Mandate.Cli.Tests;

/// <summary>An organisation from a chronology, by the command alone.</summary>
public sealed class ReplayCommandTests : IDisposable
{
    private const string Small = """
        meta: {title: The hall, works: [{id: minutes, author: The secretary}]}
        people: [{id: ada, names: {en: Ada}}]
        bodies: [{id: branch, names: {en: The branch}}]
        offices: [{person: ada, office: chair, body: branch, since_window: [2026-01-05, 2026-01-05], until_window: [2026-06-01, 2026-06-01], source: 'minutes:1'}]
        events:
          - id: night-vote
            title: A vote at night
            what: Most had left.
            date: {earliest: 2026-03-02, latest: 2026-03-02, precision: day, basis: stated, disputed: false}
            source: [{work: minutes, lines: 14-20, citing: the porter's book}]
            numbers: [{what: present, value: not given, basis: stated}]
        votes: [{id: v1, event: night-vote, title: The sale, counts: {against: 3}, unknown: [for, present]}]
        facts:
          - event: night-vote
            states:
              - {kind: put-to-vote, matter: sale, body: branch, session: march, binding: true, noticeDays: 0}
        """;

    private readonly string root = Directory.CreateTempSubdirectory("mandate-replay-").FullName;

    [Fact]
    public async Task A_chronology_becomes_an_organisation_that_can_be_searched_exported_and_verified()
    {
        var made = await Json("replay", Write(Small), "--out", At("o"));
        Assert.Equal((ExitCode.Done, 1), (made.Code, made.Data["events"]!.GetValue<int>()));
        var findings = await Json("findings", At("o"));
        Assert.Contains(findings.Data["findings"]!.AsArray(), f => f!["guard"]!.GetValue<string>() == "surprise-motion" && f["events"]![0]!.GetValue<string>() == "night-vote");
        Assert.Empty((await Json("findings", At("o"), "--at", "2026-03-01")).Data["findings"]!.AsArray());
        Assert.Equal(ExitCode.Done, (await Json("export", At("o"), At("export"))).Code);
        Assert.True((await Json("verify", At("export"))).Data["holds"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Findings_over_time_stand_side_by_side_with_the_cases_and_keep_the_source_of_the_source()
    {
        await Json("replay", Write(Small), "--out", At("o"));
        var told = (await Json("findings", At("o"), "--at", "2026-11-05", "--over-time")).Data;
        var series = told["series"]!.AsArray().Select(s => (Day: s!["day"]!.GetValue<string>(), Held: s["holding"]!["surprise-motion"]?.GetValue<int>())).ToList();
        Assert.Equal([("2026-03-31", 1), ("2026-06-30", 1), ("2026-09-30", 1), ("2026-11-05", 1)], series.TakeLast(4));
        Assert.Empty(told["cases"]!.AsArray());
        Assert.Equal("the porter's book", told["findings"]!.AsArray().First(f => f!["guard"]!.GetValue<string>() == "surprise-motion")!["sources"]![0]!["citing"]!.GetValue<string>());
        Assert.Empty((await Json("findings", At("o"))).Data["series"]!.AsArray());
    }

    [Fact]
    public async Task A_chronology_that_comes_with_the_program_needs_no_file()
    {
        var made = await Json("replay", "party-1923", "--out", At("o"));
        Assert.Equal(ExitCode.Done, made.Code);
        Assert.True(made.Data["events"]!.GetValue<int>() > 100);
        var unknown = await Json("replay", "party-1924", "--out", At("p"));
        Assert.Equal(ExitCode.BadInput, unknown.Code);
        Assert.Contains("party-1923", unknown.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("earliest: 2026-03-02", "earliest: 2026-3-2", ":9:", "needs a day as 1923-12-31")]
    [InlineData("earliest: 2026-03-02", "earliest: 2026-04-02", ":9:", "lies after the last")]
    [InlineData("kind: put-to-vote", "kind: put-to-voet", ":16:", "'put-to-vote' is near")]
    [InlineData("noticeDays: 0", "noticeDays: soon", ":16:", "noticeDays: needs")]
    [InlineData("offices:", "ofices:", ":4:", "did you mean 'offices'")]
    [InlineData("title: A vote at night", "titel: A vote at night", ":7:", "did you mean 'title'")]
    [InlineData("people: [{id: ada, names", "people: [{id: ada, id: ada, names", ":2:", "a second time")]
    [InlineData("facts:", "facts: [", ":14:", "YAML")]
    public async Task A_faulty_file_is_named_with_its_line_and_nothing_is_written(string right, string wrong, string line, string message)
    {
        var (code, _, error) = await Json("replay", Write(Small.Replace(right, wrong, StringComparison.Ordinal)), "--out", At("o"));
        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains(line, error, StringComparison.Ordinal);
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(At("o")));
    }

    [Fact]
    public async Task Questions_are_answered_as_of_a_day_or_not_known()
    {
        await Json("replay", Write(Small), "--out", At("o"));
        async Task<string> Status(params string[] question) => (await Json(["ask", At("o"), .. question])).Data["status"]!.GetValue<string>();
        Assert.Equal("not-known", await Status("body", "--id", "branch", "--at", "2026-01-04"));
        Assert.Equal("known", await Status("body", "--id", "branch", "--at", "2026-01-05"));
        Assert.Equal("known", await Status("offices", "--id", "ada", "--at", "2026-06-01"));
        Assert.Equal("not-known", await Status("offices", "--id", "ada", "--at", "2026-06-02"));
        Assert.Equal("not-known", await Status("vote", "--id", "v1", "--at", "2026-03-01"));
        var vote = (await Json("ask", At("o"), "vote", "--id", "v1")).Data["answers"]![0]!["value"]!;
        Assert.Equal(3, vote["counts"]!["against"]!.GetValue<int>());
        Assert.Equal(["for", "present"], vote["notGiven"]!.AsArray().Select(n => n!.GetValue<string>()));
        var unknown = await Json("ask", At("o"), "person", "--id", "adi");
        Assert.Equal("not-known", unknown.Data["status"]!.GetValue<string>());
        Assert.Contains("did you mean 'ada'", unknown.Error, StringComparison.Ordinal);
        Assert.Contains("it is a body", (await Json("ask", At("o"), "person", "--id", "branch")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_acts_are_listed_under_other_constitutions()
    {
        var (code, data, _) = await Json("replay", Write(Small), "--under", "rkp-1922", "--under", "party");
        Assert.Equal(ExitCode.Done, code);
        var act = Assert.Single(data["acts"]!.AsArray(), a => a!["question"]!.GetValue<string>() == "notice")!;
        Assert.All(act["under"]!.AsArray(), u => Assert.Equal("refused", u!["verdict"]!.GetValue<string>()));
        Assert.Equal(ExitCode.BadInput, (await Json("replay", Write(Small), "--under", "none-such")).Code);
        Assert.Equal(ExitCode.BadInput, (await Json("replay", Write(Small))).Code);
    }

    [Fact]
    public async Task What_if_compares_the_guards_with_and_without_an_event_and_writes_nothing()
    {
        var (code, told, error) = await Json("replay", "party-1923", "--guards", "--under", "party");
        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("nobody can know", error, StringComparison.Ordinal);
        var guards = told["under"]![0]!["guards"]!.AsArray();
        var held = Assert.Single(guards, g => g!["guard"]!.GetValue<string>() == "surprise-motion")!;
        Assert.True(held["written"]!.GetValue<bool>());
        var happening = held["told"]![0]!.GetValue<string>();
        var without = (await Json("replay", "party-1923", "--guards", "--without", happening)).Data;
        Assert.True(without["hypothetical"]!.GetValue<bool>());
        Assert.Contains(without["under"]![0]!["guards"]!.AsArray(), g => g!["guard"]!.GetValue<string>() == "surprise-motion" && g["gone"]!.AsArray().Any(e => e!.GetValue<string>() == happening));
        // What is only supposed is no record.
        Assert.Equal(ExitCode.BadInput, (await Json("replay", "party-1923", "--guards", "--without", happening, "--out", At("o"))).Code);
        Assert.False(Directory.Exists(At("o")));
        Assert.Equal(ExitCode.BadInput, (await Json("replay", "party-1923", "--guards", "--without", "none-such")).Code);
        Assert.Equal(ExitCode.BadInput, (await Json("replay", "party-1923", "--without", happening)).Code);
    }

    [Fact]
    public async Task Nothing_is_written_over_what_is_there()
    {
        Directory.CreateDirectory(At("o"));
        await File.WriteAllTextAsync(Path.Combine(At("o"), "letter.txt"), "mine", TestContext.Current.CancellationToken);
        Assert.Equal(ExitCode.BadInput, (await Json("replay", Write(Small), "--out", At("o"))).Code);
        Assert.Equal(["letter.txt"], Directory.EnumerateFileSystemEntries(At("o")).Select(p => Path.GetFileName(p)!));
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    private string At(string name) => Path.Combine(root, name);

    private string Write(string yaml)
    {
        File.WriteAllText(At("story.yml"), yaml);
        return At("story.yml");
    }

    private static async Task<(int Code, JsonObject Data, string Error)> Json(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync([.. arguments, "--json"], output, error);
        return (code, JsonNode.Parse(output.ToString())!.AsObject(), error.ToString());
    }
}
