using System.Text.Json.Nodes;
using Mandate.Cli.Contract;

namespace Mandate.Cli.Tests;

/// <summary>A chronology of another organisation, whose ids happen to be those of the one that comes with the program.</summary>
public sealed class OtherStoryTests : IDisposable
{
    private const string Allotments = """
        meta:
          title: The allotment society
          works: [{id: letters, author: The treasurer, title: Letters of a treasurer}]
        people:
          - {id: stalin, names: {en: Stella Alin}}
          - {id: moss, names: {en: R. Moss}}
        bodies:
          - {id: central-committee, names: {en: The committee of the plots}}
          - {id: secretariat, names: {en: The office}}
        offices:
          - {person: moss, office: treasurer, body: central-committee, since_window: [2019-04-01, 2019-04-30], until_window: [2020-03-01, 2020-03-31], source: 'letters:3'}
          - {person: stalin, office: clerk, body: secretariat, since_window: [null, 2019-12-31], source: 'letters:5'}
        restrictions:
          - {id: R01, title: No meetings in the shed, by: central-committee, event: E001, since_window: [2019-06-01, 2019-06-01], end_stated_in_text: false, source: 'letters:8'}
        documents:
          - {id: lenin-testament, title: The will of old Lenny Nash, author: moss, source: 'letters:1', custody: [{to: secretariat, window: [2019-05-01, 2019-05-02], source: 'letters:2'}]}
        events:
          - {id: E001, key: shed-closed, title: The shed is closed, what: The committee locks it., date: {earliest: 2019-06-01, latest: 2019-06-01}, bodies: [central-committee], source: 'letters:8'}
          - {id: E002, title: Autumn show, date: {earliest: 2019-09-01, latest: 2019-09-30}, source: 'letters:9'}
        votes:
          - {id: V01, event: E002, title: Best marrow, counts: {for: 12}, unknown: [against]}
        """;

    private readonly string root = Directory.CreateTempSubdirectory("mandate-other-").FullName;

    [Fact]
    public async Task Nothing_of_another_story_is_filled_in_because_ids_are_alike()
    {
        var made = await ReplayAsync(Allotments);
        Assert.Equal(ExitCode.Done, made.Code);
        Assert.Equal(2, made.Data["events"]!.GetValue<int>());
        var body = await AskAsync("body", "central-committee", "2019-07-01");
        Assert.Equal("moss", Assert.Single(body["answers"]!.AsArray())!["value"]!.GetValue<string>());
        Assert.Equal(["kind", "names"], body["about"]!.AsObject().Select(p => p.Key));
        Assert.Equal(["R01"], (await AskAsync("restrictions", null, "2019-07-01"))["answers"]!.AsArray().Select(a => a!["id"]!.GetValue<string>()));
        Assert.Equal(["secretariat", "moss"], (await AskAsync("document", "lenin-testament", "2019-12-31"))["answers"]!.AsArray().Select(a => a!["id"]!.GetValue<string>()));
        Assert.Empty((await AskAsync("contradictions", null, null))["answers"]!.AsArray());
        Assert.Equal("not-known", (await AskAsync("person", "trotsky", null))["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_it_says_is_answered_in_its_own_span()
    {
        await ReplayAsync(Allotments);
        async Task<string> Status(string id, string day) => (await AskAsync("offices", id, day))["status"]!.GetValue<string>();
        Assert.Equal("not-known", await Status("moss", "2019-04-15"));
        Assert.Equal("known", await Status("moss", "2020-02-29"));
        Assert.Equal("not-known", await Status("moss", "2020-03-15"));
        Assert.Equal("known", await Status("stella alin", "2019-12-31"));
        Assert.Equal("not-known", await Status("stalin", "2024-01-01"));
    }

    [Theory]
    [InlineData("date: {earliest: 2019-06-01, latest: 2019-06-01}, ", "", "'date' is missing")]
    [InlineData("title: Autumn show, ", "", "'title' is missing")]
    [InlineData(", source: 'letters:9'", "", "'source' is missing")]
    [InlineData("{person: moss, office: treasurer", "{office: treasurer", "'person' is missing")]
    [InlineData("  - {id: E002", "  - {id: E001", "is told twice")]
    [InlineData("people:", "people: &p", "anchor")]
    [InlineData("events:", "events: 7\nold:", "needs a list")]
    [InlineData("meta:", "\tmeta:", "YAML")]
    public async Task What_is_missing_or_broken_is_named_with_its_place(string right, string wrong, string message)
    {
        var (code, _, error) = await ReplayAsync(Allotments.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains(message, error, StringComparison.OrdinalIgnoreCase);
        Assert.Matches(@"story\.yml:\d+:\d+: ", error);
        Assert.False(Directory.Exists(Path.Combine(root, "o")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("just words")]
    [InlineData("- a\n- b")]
    [InlineData("meta: {title: Nothing happened}")]
    public async Task A_file_without_a_story_is_refused(string text)
    {
        var (code, _, error) = await ReplayAsync(text);
        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("story.yml", error + text, StringComparison.Ordinal);
        Assert.NotEmpty(error);
    }

    [Fact]
    public async Task Lists_may_be_absent_and_fields_empty()
    {
        var (code, data, _) = await ReplayAsync("events:\n  - {id: e, title: It rained, date: null, source: 'diary'}\noffices: null\npeople: []\n");
        Assert.Equal(ExitCode.Done, code);
        Assert.Equal(1, data["events"]!.GetValue<int>());
        Assert.Equal("not-known", (await AskAsync("date", "e", null))["status"]!.GetValue<string>());
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    private async Task<(int Code, JsonObject Data, string Message)> ReplayAsync(string yaml)
    {
        var file = Path.Combine(root, "story.yml");
        await File.WriteAllTextAsync(file, yaml);
        return await ToldYear.RunAsync("replay", file, "--out", Path.Combine(root, "o"));
    }

    private async Task<JsonObject> AskAsync(string question, string? id, string? at)
    {
        var (code, data, message) = await ToldYear.RunAsync(["ask", Path.Combine(root, "o"), question, .. id is null ? Array.Empty<string>() : ["--id", id], .. at is null ? Array.Empty<string>() : ["--at", at]]);
        Assert.True(code == ExitCode.Done, message);
        return data;
    }
}
