using System.Text.Json;
using Mandate.Cli.Contract;

namespace Mandate.Cli.Tests;

/// <summary>A document is sealed, looked at and opened by the command alone, without a server.</summary>
public sealed class SealCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("mandate-seal-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Two_of_three_holders_open_after_its_day()
    {
        await SealAsync("2026-01-01");
        using var look = JsonDocument.Parse(await DoneAsync("seal", "look", At("letter.sealed"), "--json"));
        Assert.Equal(("Letter", 2, 3), (look.RootElement.GetProperty("title").GetString(), look.RootElement.GetProperty("threshold").GetInt32(), look.RootElement.GetProperty("holders").GetInt32()));
        foreach (var holder in new[] { 1, 3 }) await DoneAsync("seal", "share", At("letter.sealed"), "--key", At($"k{holder}.key"), "--out", At($"s{holder}.json"));
        var (code, _, error) = await RunAsync("seal", "open", At("letter.sealed"), At("s1.json"), "--out", At("opened"));
        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("1 holders have opened, 2 are needed", error, StringComparison.Ordinal);
        Assert.False(File.Exists(At("opened")));
        await DoneAsync("seal", "open", At("letter.sealed"), At("s1.json"), At("s3.json"), "--out", At("opened"));
        Assert.Equal("What I have to say.", await File.ReadAllTextAsync(At("opened"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Two_of_three_new_holders_open_what_was_sealed_before_they_took_the_key_over()
    {
        await SealAsync("2026-01-01");
        for (var member = 1; member <= 3; member++) await DoneAsync("seal", "ceremony", "begin", "--exchange", At("second"), "--secret", At($"n{member}.secret"), "--member", $"{member}", "--of", "3", "--threshold", "2");
        foreach (var holder in new[] { 3, 1 }) await DoneAsync("seal", "handover", "share", "--exchange", At("second"), "--holders", At("holders.json"), "--key", At($"k{holder}.key"));
        for (var member = 1; member <= 3; member++) await DoneAsync("seal", "handover", "finish", "--exchange", At("second"), "--holders", At("holders.json"), "--secret", At($"n{member}.secret"), "--key", At($"n{member}.key"));
        await DoneAsync("seal", "handover", "record", "--exchange", At("second"), "--holders", At("holders.json"), "--out", At("handover.json"));
        foreach (var holder in new[] { 2, 3 }) await DoneAsync("seal", "share", At("letter.sealed"), "--key", At($"n{holder}.key"), "--handover", At("handover.json"), "--out", At($"s{holder}.json"));
        var (code, _, error) = await RunAsync("seal", "share", At("letter.sealed"), "--key", At("n1.key"), "--out", At("none.json"));
        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("of no holder", error, StringComparison.Ordinal);
        await DoneAsync("seal", "open", At("letter.sealed"), At("s2.json"), At("s3.json"), "--out", At("opened"));
        Assert.Equal("What I have to say.", await File.ReadAllTextAsync(At("opened"), TestContext.Current.CancellationToken));
        await DoneAsync("seal", "sign", At("handover.json"), "--key", At("n1.key"), "--out", At("sign.json"));
    }

    [Fact]
    public async Task Before_its_day_a_holder_gives_no_share_without_a_reason_that_stands_on_the_seal()
    {
        await SealAsync("2999-01-01", "--session", "congress");
        string[] share = ["seal", "share", At("letter.sealed"), "--key", At("k1.key"), "--out", At("s1.json")];
        var (code, _, error) = await RunAsync(share);
        Assert.Equal(ExitCode.DoesNotHold, code);
        Assert.Contains("on 2999-01-01, or when a session of congress opens", error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.BadInput, (await RunAsync([.. share, "--reason", "decision"])).Code);
        Assert.False(File.Exists(At("s1.json")));
        await DoneAsync([.. share, "--reason", "session"]);
        Assert.Contains("\"reason\":\"session\"", await File.ReadAllTextAsync(At("s1.json"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_changed_and_who_holds_no_share_is_said()
    {
        await SealAsync("2026-01-01");
        await File.WriteAllTextAsync(At("changed.sealed"), (await File.ReadAllTextAsync(At("letter.sealed"), TestContext.Current.CancellationToken)).Replace("Letter", "Better", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var (code, _, error) = await RunAsync("seal", "look", At("changed.sealed"));
        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("the seal does not hold", error, StringComparison.Ordinal);
        await DoneAsync("ballot", "trustee", "--out", At("stranger"));
        (code, _, error) = await RunAsync("seal", "share", At("letter.sealed"), "--key", At("stranger/secret.key"), "--out", At("s.json"));
        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("of no holder", error, StringComparison.Ordinal);
        (code, _, error) = await RunAsync("seal", "document", At("letter.txt"), "--holders", At("holders.json"), "--organisation", "dockside", "--id", "l", "--title", "T", "--on", "1 March", "--out", At("none"));
        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("--on 1 March: a day as 2027-03-01 is expected", error, StringComparison.Ordinal);
        Assert.False(File.Exists(At("none")));
        await DoneAsync("seal", "sign", At("holders.json"), "--key", At("k2.key"), "--out", At("sign.json"));
    }

    private async Task SealAsync(string on, params string[] more)
    {
        foreach (var round in new[] { "begin", "share", "finish" })
        {
            for (var member = 1; member <= 3; member++)
            {
                string[] own = round switch { "begin" => ["--member", $"{member}", "--of", "3", "--threshold", "2"], "finish" => ["--key", At($"k{member}.key")], _ => [] };
                await DoneAsync(["seal", "ceremony", round, "--exchange", At("exchange"), "--secret", At($"m{member}.secret"), .. own]);
            }
        }
        await DoneAsync("seal", "ceremony", "record", "--exchange", At("exchange"), "--out", At("holders.json"));
        await File.WriteAllTextAsync(At("letter.txt"), "What I have to say.", TestContext.Current.CancellationToken);
        await DoneAsync(["seal", "document", At("letter.txt"), "--holders", At("holders.json"), "--organisation", "dockside", "--id", "letter", "--title", "Letter", "--to", "congress", "--on", on, .. more, "--out", At("letter.sealed")]);
    }

    private string At(string name) => Path.Combine(folder, name);

    private static Task<(int Code, string Out, string Error)> RunAsync(params string[] arguments) => ContractTests.Run(arguments);

    private static async Task<string> DoneAsync(params string[] arguments)
    {
        var (code, output, error) = await RunAsync(arguments);
        Assert.True(code == ExitCode.Done, $"{string.Join(' ', arguments)}: {error}");
        return output;
    }
}
