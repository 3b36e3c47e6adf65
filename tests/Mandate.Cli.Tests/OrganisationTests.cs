using System.Text.Json.Nodes;
using Mandate.Cli.Contract;

namespace Mandate.Cli.Tests;

/// <summary>An organisation from its founding to the verified export, by commands alone.</summary>
public sealed class OrganisationTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("mandate-cli-").FullName;

    private static string Constitution => Path.Combine(Repository.Root, "tests/Mandate.Organisation.Tests/Support/small.yaml");

    [Fact]
    public async Task From_founding_to_verified_export_and_back()
    {
        await Found();
        Assert.Equal(ExitCode.Done, (await Json("export", At("o"), At("export"))).Code);
        var verified = await Json("verify", At("export"));
        Assert.Equal((ExitCode.Done, true), (verified.Code, verified.Data["holds"]!.GetValue<bool>()));
        Assert.Equal(ExitCode.Done, (await Json("verify", At("o"))).Code);
        var imported = await Json("import", At("export"), At("copy"));
        Assert.Equal(verified.Data["state"]!.GetValue<string>(), imported.Data["state"]!.GetValue<string>());
        Assert.Equal(ExitCode.Done, (await Json("backup", At("o"), At("backup"))).Code);
        Assert.Equal(ExitCode.CannotRun, (await Json("restore", At("backup"), At("o"))).Code);
        Directory.Delete(At("o"), recursive: true);
        Assert.Equal(ExitCode.Done, (await Json("restore", At("backup"), At("o"))).Code);
        Assert.Equal(ExitCode.Done, (await Json("verify", At("o"))).Code);
    }

    [Fact]
    public async Task A_changed_byte_makes_verify_exit_with_1_and_name_the_fault()
    {
        await Found();
        await Json("export", At("o"), At("export"));
        var bundle = Directory.GetFiles(Path.Combine(At("export"), "tile", "entries"), "*", SearchOption.AllDirectories)[0];
        var bytes = await File.ReadAllBytesAsync(bundle, TestContext.Current.CancellationToken);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(bundle, bytes, TestContext.Current.CancellationToken);
        var (code, data, error) = await Json("verify", At("export"));
        Assert.Equal(ExitCode.DoesNotHold, code);
        Assert.NotNull(data["firstFault"]!["entry"]);
        Assert.Contains("First fault: entry", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_is_asked_like_the_organisation_itself_and_nothing_can_be_put_to_it()
    {
        await Found();
        await Json("export", At("o"), At("export"));
        foreach (var question in (string[][])[["ask", "offices"], ["ask", "body", "--id", "council"], ["findings"], ["may", "--as", "b1-01"]])
        {
            var (own, taken) = (await Json([question[0], At("o"), .. question[1..], .. Day(question[0])]), await Json([question[0], At("export"), .. question[1..], .. Day(question[0])]));
            Assert.Equal((ExitCode.Done, Timeless(own.Data)), (taken.Code, Timeless(taken.Data)));
        }
        await File.WriteAllTextAsync(At("act.json"), """{"type":"roll.leave"}""", TestContext.Current.CancellationToken);
        var put = await Json("act", At("export"), At("act.json"), "--as", "b1-07");
        Assert.Equal(ExitCode.BadInput, put.Code);
        Assert.Contains("mandate import", put.Error, StringComparison.Ordinal);

        static string[] Day(string command) => command == "may" ? [] : ["--at", "2031-01-01"];

        static string Timeless(JsonNode data)
        {
            data.AsObject().Remove("at");
            return data.ToJsonString();
        }
    }

    [Fact]
    public async Task Two_records_that_went_on_apart_are_compared_and_nothing_is_merged_or_overwritten()
    {
        await Found();
        await Json("export", At("o"), At("export"));
        await Ok("import", At("export"), At("away"));
        var same = await Json("join", At("o"), At("away"));
        Assert.Equal((ExitCode.Done, 0, false), (same.Code, same.Data["others"]!.GetValue<int>(), same.Data["forked"]!.GetValue<bool>()));
        var common = same.Data["common"]!.GetValue<long>();
        await File.WriteAllTextAsync(At("leave.json"), """{"type":"roll.leave"}""", TestContext.Current.CancellationToken);
        Assert.Equal(ExitCode.Done, (await Json("act", At("away"), At("leave.json"), "--as", "b1-07")).Code);
        var ahead = await Json("join", At("o"), At("away"));
        Assert.Equal((ExitCode.Done, common, 1L, true), (ahead.Code, ahead.Data["common"]!.GetValue<long>(), ahead.Data["others"]!.GetValue<long>(), ahead.Data["acts"]![0]!["lawful"]!.GetValue<bool>()));
        Assert.Equal(ExitCode.Done, (await Json("act", At("o"), At("leave.json"), "--as", "b1-07")).Code);
        Assert.Equal(ExitCode.Done, (await Json("act", At("o"), At("leave.json"), "--as", "b1-08")).Code);
        var forked = await Json("join", At("o"), At("away"));
        Assert.Equal((ExitCode.DoesNotHold, true, false), (forked.Code, forked.Data["forked"]!.GetValue<bool>(), forked.Data["acts"]![0]!["lawful"]!.GetValue<bool>()));
        Assert.NotEmpty(forked.Data["acts"]![0]!["refusal"]!.GetValue<string>());
        Assert.Contains("Keep both records", forked.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, (await Json("verify", At("o"))).Code);
    }

    [Fact]
    public async Task An_export_whose_entries_are_not_those_that_were_signed_is_not_asked()
    {
        await Found();
        await Json("export", At("o"), At("export"));
        var bundle = Directory.GetFiles(Path.Combine(At("export"), "tile", "entries"), "*", SearchOption.AllDirectories)[0];
        var bytes = await File.ReadAllTextAsync(bundle, System.Text.Encoding.Latin1, TestContext.Current.CancellationToken);
        Assert.Contains("b1-07", bytes, StringComparison.Ordinal);
        await File.WriteAllTextAsync(bundle, bytes.Replace("b1-07", "b1-97", StringComparison.Ordinal), System.Text.Encoding.Latin1, TestContext.Current.CancellationToken);
        var (code, _, error) = await Json("ask", At("export"), "offices");
        Assert.Equal(ExitCode.CannotRun, code);
        Assert.Contains("mandate verify", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_act_exits_with_1_and_the_refusal_and_a_malformed_one_with_2_and_its_place()
    {
        await Found();
        var refused = await Act("b1-07", """{"type":"roll.record-status","person":"b1-07","status":"in-arrears","evidence":"x"}""");
        Assert.Equal(ExitCode.DoesNotHold, refused.Code);
        Assert.Equal("refused", refused.Data["outcome"]!.GetValue<string>());
        Assert.NotEmpty(refused.Data["refusal"]!["clause"]!.GetValue<string>());
        var malformed = await Act("b1-07", """{"type":"roll.transfer","person":"b1-07"}""");
        Assert.Equal(ExitCode.BadInput, malformed.Code);
        Assert.Contains("to: is missing", malformed.Error, StringComparison.Ordinal);
        var nobody = await Act(null, """{"type":"roll.leave"}""");
        Assert.Equal(ExitCode.BadInput, nobody.Code);
    }

    [Fact]
    public async Task May_says_what_is_open_and_why_the_rest_is_not()
    {
        await Json("new", At("o"), "--constitution", Constitution, "--founder", "b1-01", "--founder", "b2-01");
        var (code, data, _) = await Json("may", At("o"), "--as", "b1-01");
        Assert.Equal(ExitCode.Done, code);
        var acts = data["acts"]!.AsArray();
        Assert.Contains(acts, a => a!["act"]!.GetValue<string>() == "founding.approve" && a["open"]!.GetValue<bool>());
        var close = Assert.Single(acts, a => a!["act"]!.GetValue<string>() == "founding.close")!;
        Assert.False(close["open"]!.GetValue<bool>());
        Assert.NotEmpty(close["refusal"]!["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task Ask_answers_as_of_a_day()
    {
        await Found();
        var (code, data, _) = await Json("ask", At("o"), "body", "--id", "council");
        Assert.Equal((ExitCode.Done, "known"), (code, data["status"]!.GetValue<string>()));
        Assert.Equal("b1-01", Assert.Single(data["answers"]!.AsArray())!["value"]!.GetValue<string>());
        Assert.Equal("not-known", (await Json("ask", At("o"), "body", "--id", "council", "--at", "1990-01-01")).Data["status"]!.GetValue<string>());
        Assert.Equal(ExitCode.BadInput, (await Json("ask", At("o"), "nonsense")).Code);
        Assert.Equal(ExitCode.BadInput, (await Json("ask", At("o"), "offices", "--at", "tomorrow")).Code);
    }

    [Fact]
    public async Task A_roll_is_previewed_and_then_written()
    {
        await Json("new", At("o"), "--constitution", Constitution, "--founder", "b1-01");
        await File.WriteAllTextAsync(At("roll.csv"), "No;Name;Branch\n1;Ann;North\n;Bo;North\n", TestContext.Current.CancellationToken);
        var preview = await Json("import-roll", At("o"), At("roll.csv"), "--save-mapping", At("mapping.json"));
        Assert.Equal((1, 1), (preview.Data["counts"]!["new"]!.GetValue<int>(), preview.Data["counts"]!["refused"]!.GetValue<int>()));
        Assert.Null(preview.Data["result"]);
        var done = await Json("import-roll", At("o"), At("roll.csv"), "--mapping", At("mapping.json"), "--commit");
        Assert.Equal((ExitCode.Done, 1), (done.Code, done.Data["result"]!["members"]!.GetValue<int>()));
        await File.WriteAllTextAsync(At("bad.csv"), "What;Ever\n1;2\n", TestContext.Current.CancellationToken);
        Assert.Equal(ExitCode.BadInput, (await Json("import-roll", At("o"), At("bad.csv"))).Code);
    }

    [Fact]
    public async Task A_constitution_that_cannot_be_read_founds_nothing()
    {
        await File.WriteAllTextAsync(At("bad.yaml"), "mandate: \"0.1\"\nid: x\nbodys: {}\n", TestContext.Current.CancellationToken);
        var (code, _, error) = await Json("new", At("o"), "--constitution", At("bad.yaml"), "--founder", "a");
        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("bad.yaml", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(At("o")));
    }

    [Fact]
    public async Task Diff_lists_the_clauses_that_differ()
    {
        await File.WriteAllTextAsync(At("new.yaml"), (await File.ReadAllTextAsync(Constitution, TestContext.Current.CancellationToken)).Replace("notice: 30 days, on_demand_of", "notice: 10 days, on_demand_of", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var (code, data, _) = await Json("diff", Constitution, At("new.yaml"));
        Assert.Equal(ExitCode.Done, code);
        var change = Assert.Single(data["changes"]!.AsArray())!;
        Assert.Equal(("bodies.congress.convene.notice", "30 days", "10 days"), (change["path"]!.GetValue<string>(), change["before"]!.GetValue<string>(), change["after"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Check_fails_from_the_severity_that_was_asked_for()
    {
        var (code, data, _) = await Json("check", Constitution, "--fail-on", "none");
        Assert.Equal(ExitCode.Done, code);
        Assert.NotNull(data["capture"]!["executive"]);
        var worst = data["findings"]!.AsArray().Where(f => f!["waived"] is null).Select(f => f!["severity"]!.GetValue<string>()).ToHashSet(StringComparer.Ordinal);
        foreach (var severity in worst) Assert.Equal(ExitCode.DoesNotHold, (await Json("check", Constitution, "--fail-on", severity)).Code);
        Assert.Equal(ExitCode.BadInput, (await Json("check", Constitution, "--fail-on", "rather")).Code);
        Assert.Equal(ExitCode.BadInput, (await Json("check", At("nowhere.yaml"))).Code);
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("export", "out")]
    [InlineData("may")]
    [InlineData("ask", "offices")]
    [InlineData("backup", "out")]
    public async Task A_folder_that_is_not_there_is_bad_input(string command, params string[] rest) =>
        Assert.Equal(ExitCode.BadInput, (await Json([command, At("nowhere"), .. rest])).Code);

    public void Dispose() => Directory.Delete(root, recursive: true);

    private string At(string name) => Path.Combine(root, name);

    private async Task Found()
    {
        await Ok("new", At("o"), "--constitution", Constitution, "--founder", "b1-01", "--rehearsal", "--start", "2026-01-01");
        await OkAct("""{"type":"founding.enter-units","units":[{"id":"b1","kind":"branch","name":"North","from":"2020-01-01"}]}""");
        var members = string.Join(',', Enumerable.Range(1, 12).Select(i => $$"""{"id":"b1-{{i:00}}","unit":"b1","since":"2021-01-01","language":"en","status":"active","personal":"c"}"""));
        await OkAct($$"""{"type":"founding.enter-members","members":[{{members}}]}""");
        await OkAct("""{"type":"founding.name-officer","tenure":"t1","person":"b1-01","seat":{"of":"council"},"until":"2027-01-01"}""");
        await OkAct("""{"type":"founding.approve"}""");
        await OkAct("""{"type":"founding.close"}""");
    }

    private async Task OkAct(string json)
    {
        var (code, _, error) = await Act("b1-01", json);
        Assert.True(code == ExitCode.Done, error);
    }

    private async Task Ok(params string[] arguments)
    {
        var (code, _, error) = await ContractTests.Run(arguments);
        Assert.True(code == ExitCode.Done, error);
    }

    private async Task<(int Code, JsonNode Data, string Error)> Act(string? by, string json)
    {
        await File.WriteAllTextAsync(At("act.json"), json, TestContext.Current.CancellationToken);
        return await Json(by is null ? ["act", At("o"), At("act.json")] : ["act", At("o"), At("act.json"), "--as", by]);
    }

    private static async Task<(int Code, JsonNode Data, string Error)> Json(params string[] arguments)
    {
        var (code, output, error) = await ContractTests.Run([.. arguments, "--json"]);
        return (code, JsonNode.Parse(output.Length == 0 ? "{}" : output)!, error);
    }
}
