using System.Diagnostics;
using System.Text.Json;
using Mandate.Cli.Contract;
using Mandate.SecretBallot.Archives;

namespace Mandate.Cli.Tests;

/// <summary>A secret ballot from its questions to a result that verifies, each step by the one whose step it is.</summary>
public sealed class BallotCommandTests : IDisposable
{
    private const string Draft = """
        { "name": "Branch 12", "questions": [
          { "question": "Ratify?", "answers": ["Yes", "No"], "blank": true },
          { "question": "Committee", "ranking": ["Ana", "Bo", "Cyd"] },
          { "question": "Delegates", "lists": [["Harbour", "Ida", "Jan"], ["Rail", "Kai"]] } ] }
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("mandate-ballot-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_vote_goes_from_its_questions_to_a_result_that_verifies()
    {
        await OpenAsync();
        var repeated = await VoteAsync("v1", "1", "1>2>3", "1:1");
        await VoteAsync("v2", "2", "2>1=3", "2:1");
        await VoteAsync("v3", "blank", "3", "1:1,2");
        var counted = await VoteAsync("v1", "2", "3>2>1", "1:2");
        await CountAsync("k1", "k3");

        Assert.Equal(ExitCode.Done, (await RunAsync("verify", At("box.bel"))).Code);
        var result = BallotBox.Of(ArchiveReader.Read(new MemoryStream(await File.ReadAllBytesAsync(At("box.bel"), TestContext.Current.CancellationToken)))).Result!;
        Assert.Equal([1, 0, 2], result.Questions[0].Items[0]);
        Assert.Equal(["0,0,1", "2,1,2", "3,2,1"], result.Questions[1].Items.Select(r => string.Join(',', r)).Order(StringComparer.Ordinal));
        Assert.Equal(["2,1,2", "1,1"], result.Questions[2].Items.Select(r => string.Join(',', r)));
        Assert.False(JsonDocument.Parse((await RunAsync("ballot", "find", At("box.bel"), repeated, "--json")).Out).RootElement.GetProperty("counts").GetBoolean());
        Assert.True(JsonDocument.Parse((await RunAsync("ballot", "find", At("box.bel"), counted, "--json")).Out).RootElement.GetProperty("counts").GetBoolean());
        Assert.Equal(ExitCode.DoesNotHold, (await RunAsync("ballot", "find", At("box.bel"), "nothing")).Code);

        await DoneAsync("ballot", "papers", At("box.bel"), "--question", "2", "--seats", "1", "--out", At("committee.blt"));
        Assert.Contains("\"Cyd\"", (await RunAsync("count", At("committee.blt"), "--method", "irv", "--json")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_independent_tool_accepts_the_archive_and_every_ballot_of_it()
    {
        if (Tool() is not { } tool)
        {
            Assert.Skip("belenios-tool is not installed here (3.0 or later; MANDATE_BELENIOS_TOOL names another command)");
            return;
        }
        await OpenAsync();
        var (bare, whole) = (Directory.CreateDirectory(At("bare")).FullName, Directory.CreateDirectory(At("whole")).FullName);
        File.Copy(At("box.bel"), Path.Combine(bare, Uuid + ".bel"));
        foreach (var (voter, choice) in new[] { ("v1", "1"), ("v2", "2"), ("v3", "blank"), ("v1", "2") }) await VoteAsync(voter, choice, "2>1", "1:1");
        await CountAsync("k2", "k3");
        File.Copy(At("box.bel"), Path.Combine(whole, Uuid + ".bel"));
        await AcceptsAsync(tool, "election", "verify", "--dir", whole);
        for (var ballot = 1; ballot <= ballots; ballot++) await AcceptsAsync(tool, "election", "verify-ballot", "--dir", bare, "--ballot", At($"ballot-{ballot}.json"));
    }

    [Fact]
    public async Task Weights_count_and_are_accepted_by_an_independent_tool_where_there_is_one()
    {
        await OpenAsync("""{ "name": "Union of branches", "language": "en", "questions": [{ "question": "Ratify?", "answers": ["Yes", "No"] }] }""", "id;weight\nv1;3\nv2;40\nv3;1\n");
        var bare = Directory.CreateDirectory(At("bare")).FullName;
        File.Copy(At("box.bel"), Path.Combine(bare, Uuid + ".bel"));
        foreach (var (voter, choice) in new[] { ("v1", "1"), ("v2", "1"), ("v3", "2"), ("v2", "2") }) await VoteAsync(voter, choice);
        Assert.Contains("who have 44 votes", await DoneAsync("ballot", "close", At("box.bel")), StringComparison.Ordinal);
        foreach (var key in new[] { "k1", "k2" }) await DoneAsync("ballot", "decrypt", At("box.bel"), "--key", At(key + ".key"), "--out", At(key + ".partial"));
        await DoneAsync("ballot", "result", At("box.bel"), At("k1.partial"), At("k2.partial"));
        Assert.Contains("""{"result":[[3,41]]}""", await DoneAsync("verify", At("box.bel")), StringComparison.Ordinal);
        // Three weights, each of one voter: the sums tell who voted how.
        Assert.Contains("the result can tell how they voted", (await RunAsync("ballot", "credentials", At("roll.csv"), "--uuid", Uuid, "--out", At("again"))).Error, StringComparison.Ordinal);
        if (Tool() is not { } tool) return;
        File.Copy(At("box.bel"), Path.Combine(Directory.CreateDirectory(At("whole")).FullName, Uuid + ".bel"));
        await AcceptsAsync(tool, "election", "verify", "--dir", At("whole"));
        for (var ballot = 1; ballot <= ballots; ballot++) await AcceptsAsync(tool, "election", "verify-ballot", "--dir", bare, "--ballot", At($"ballot-{ballot}.json"));
    }

    [Theory]
    [InlineData("en", "Your credential"), InlineData("sv", "Ditt röstkort"), InlineData("nl", "Je stemcode"), InlineData("fr", "Votre code de vote")]
    public async Task Letters_are_in_the_voters_language_one_sheet_each(string language, string said)
    {
        await File.WriteAllTextAsync(At("roll.csv"), "v<1>\nv2\n", TestContext.Current.CancellationToken);
        await DoneAsync("ballot", "credentials", At("roll.csv"), "--uuid", Uuid, "--out", At("authority"), "--letters", "--language", language);
        var letters = await File.ReadAllTextAsync(At("authority/letters.html"), TestContext.Current.CancellationToken);
        Assert.Equal(3, letters.Split(said).Length);
        Assert.Contains("v&lt;1&gt;", letters, StringComparison.Ordinal);
        Assert.Contains($"lang=\"{language}\"", letters, StringComparison.Ordinal);
        foreach (var line in (await File.ReadAllLinesAsync(At("authority/private.csv"), TestContext.Current.CancellationToken)).Skip(1)) Assert.Contains(line.Split(';')[1], letters, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_few_trustees_cannot_count_and_the_box_stays_as_it_was()
    {
        await OpenAsync();
        await VoteAsync("v1", "1", "1", "1:1");
        await CloseAsync();
        await DoneAsync("ballot", "decrypt", At("box.bel"), "--key", At("k1.key"), "--out", At("p1.json"));
        var before = await File.ReadAllBytesAsync(At("box.bel"), TestContext.Current.CancellationToken);
        var (code, _, error) = await RunAsync("ballot", "result", At("box.bel"), At("p1.json"));
        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("1 of the trustees 1 to 3 have decrypted, 2 are needed", error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(At("box.bel"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_ballot_is_taken_once_and_only_with_a_credential_of_the_election()
    {
        await OpenAsync();
        await VoteAsync("v1", "1", "1", "1:1");
        Assert.Equal(ExitCode.DoesNotHold, (await RunAsync("ballot", "take", At("box.bel"), At("ballot-1.json"))).Code);
        await File.WriteAllTextAsync(At("stranger"), "AAAAA-BBBBBB-CCCCC-DDDDDD", TestContext.Current.CancellationToken);
        var (code, _, error) = await RunAsync("ballot", "vote", At("box.bel"), "--credential", At("stranger"), "--vote", "1", "--vote", "1", "--vote", "1:1", "--out", At("none.json"));
        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("not one of this election", error, StringComparison.Ordinal);
        Assert.False(File.Exists(At("none.json")));
    }

    [Theory]
    [InlineData("camp", "Secretariat=1,2", "could stop the count")]
    [InlineData("vote", "3", "'3' is no number from 1 to 2")]
    [InlineData("rank", "1>1", "ranked twice")]
    [InlineData("draft", """{ "name": "x", "questions": [{ "question": "q", "answer": ["a"] }] }""", "questions[0].answer: there is no such field")]
    [InlineData("roll", "id\nv1\nv1\n", "line 3: 'v1' stands on line 2 already")]
    [InlineData("roll", "id;weight\nv1;2\nv2;0\n", "line 3: the weight is a whole number from 1")]
    public async Task What_is_wrong_is_said_with_its_place(string what, string given, string said)
    {
        await OpenAsync();
        await CredentialAsync("v1");
        await File.WriteAllTextAsync(At("given"), given, TestContext.Current.CancellationToken);
        string[] vote = ["ballot", "vote", At("box.bel"), "--credential", At("v1.credential"), "--out", At("b.json")];
        var (code, output, error) = await RunAsync(what switch
        {
            "camp" => ["ballot", "open", At("draft.json"), "--uuid", Uuid, "--credentials", At("authority/public.json"), "--trustees", At("trustees.json"), "--camp", given, "--out", At("other.bel")],
            "vote" => [.. vote, "--vote", given, "--vote", "1", "--vote", "1:1"],
            "rank" => [.. vote, "--vote", "1", "--vote", given, "--vote", "1:1"],
            "draft" => ["ballot", "open", At("given"), "--uuid", Uuid, "--credentials", At("authority/public.json"), "--trustees", At("trustees.json"), "--out", At("other.bel")],
            _ => ["ballot", "credentials", At("given"), "--uuid", Uuid, "--out", At("again")],
        });
        Assert.Equal(ExitCode.BadInput, code);
        Assert.Empty(output);
        Assert.Contains(said, error, StringComparison.Ordinal);
        Assert.False(File.Exists(At("other.bel")) || File.Exists(At("b.json")) || Directory.Exists(At("again")));
    }

    [Fact]
    public async Task A_share_that_was_exchanged_is_found_out_and_its_sender_named()
    {
        await CeremonyAsync("begin", "share");
        File.Copy(At("exchange/share-2-to-3.sealed"), At("exchange/share-2-to-1.sealed"), overwrite: true);
        var (code, _, error) = await RunAsync("ballot", "ceremony", "finish", "--exchange", At("exchange"), "--secret", At("m1.secret"), "--key", At("k1.key"));
        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("share-2-to-1.sealed", error, StringComparison.Ordinal);
        Assert.False(File.Exists(At("k1.key")));
    }

    [Fact]
    public async Task Secrets_are_for_their_owner_alone_and_never_written_over()
    {
        await CeremonyAsync("begin");
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(At("m1.secret")));
        Assert.Equal(ExitCode.BadInput, (await RunAsync("ballot", "ceremony", "begin", "--exchange", At("exchange"), "--secret", At("m1.secret"), "--member", "1", "--of", "3", "--threshold", "2")).Code);
    }

    private const string Uuid = "TestE1ection123";

    private string At(string name) => Path.Combine(folder, name);

    private static Task<(int Code, string Out, string Error)> RunAsync(params string[] arguments) => ContractTests.Run(arguments);

    private static async Task<string> DoneAsync(params string[] arguments)
    {
        var (code, output, error) = await RunAsync(arguments);
        Assert.True(code == ExitCode.Done, $"{string.Join(' ', arguments)}: {error}");
        return output;
    }

    private async Task CeremonyAsync(params string[] rounds)
    {
        foreach (var round in rounds)
        {
            for (var member = 1; member <= 3; member++)
            {
                string[] own = round switch
                {
                    "begin" => ["--member", $"{member}", "--of", "3", "--threshold", "2"],
                    "finish" => ["--key", At($"k{member}.key")],
                    _ => [],
                };
                await DoneAsync(["ballot", "ceremony", round, "--exchange", At("exchange"), "--secret", At($"m{member}.secret"), .. own]);
            }
        }
    }

    private async Task OpenAsync(string draft = Draft, string roll = "id\nv1\nv2\nv3\nv4\n")
    {
        await File.WriteAllTextAsync(At("draft.json"), draft, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(At("roll.csv"), roll, TestContext.Current.CancellationToken);
        await DoneAsync("ballot", "credentials", At("roll.csv"), "--uuid", Uuid, "--out", At("authority"), "--letters");
        await CeremonyAsync("begin", "share", "finish");
        await DoneAsync("ballot", "ceremony", "record", "--exchange", At("exchange"), "--out", At("trustees.json"));
        await DoneAsync("ballot", "open", At("draft.json"), "--uuid", Uuid, "--credentials", At("authority/public.json"), "--trustees", At("trustees.json"), "--camp", "Secretariat=1", "--out", At("box.bel"));
    }

    private async Task CredentialAsync(string voter) => await File.WriteAllTextAsync(
        At(voter + ".credential"), await DoneAsync("ballot", "credential", At("authority/private.csv"), "--id", voter), TestContext.Current.CancellationToken);

    private int ballots;

    /// <summary>Seals a ballot and puts it into the box; gives its number.</summary>
    private async Task<string> VoteAsync(string voter, params string[] votes)
    {
        var ballot = At($"ballot-{++ballots}.json");
        await CredentialAsync(voter);
        var sealedBallot = await DoneAsync(["ballot", "vote", At("box.bel"), "--credential", At(voter + ".credential"), .. votes.SelectMany(v => new[] { "--vote", v }), "--out", ballot, "--json"]);
        await DoneAsync("ballot", "take", At("box.bel"), ballot);
        return JsonDocument.Parse(sealedBallot).RootElement.GetProperty("tracker").GetString()!;
    }

    private async Task CloseAsync()
    {
        await DoneAsync("ballot", "close", At("box.bel"));
        await DoneAsync("ballot", "shuffle", At("box.bel"), "--key", At("k2.key"));
        await DoneAsync("ballot", "end-shuffles", At("box.bel"));
    }

    private async Task CountAsync(params string[] keys)
    {
        await CloseAsync();
        foreach (var key in keys) await DoneAsync("ballot", "decrypt", At("box.bel"), "--key", At(key + ".key"), "--out", At(key + ".partial"));
        await DoneAsync(["ballot", "result", At("box.bel"), .. keys.Select(k => At(k + ".partial"))]);
    }

    private static string? Tool()
    {
        if (Environment.GetEnvironmentVariable("MANDATE_BELENIOS_TOOL") is { Length: > 0 } named) return named;
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(p => Path.Combine(p, "belenios-tool")).FirstOrDefault(File.Exists);
    }

    private static async Task AcceptsAsync(string tool, params string[] arguments)
    {
        var parts = tool.Split(' ');
        using var process = Process.Start(new ProcessStartInfo(parts[0], [.. parts[1..], .. arguments]) { RedirectStandardInput = true, RedirectStandardError = true })!;
        process.StandardInput.Close();
        var said = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, said);
    }
}
