using System.Text.Json;
using Mandate.Cli.Contract;

namespace Mandate.Cli.Tests;

public sealed class CountCommandTests : IDisposable
{
    private const string Small = "3 2\n4 1 2 0\n3 2 0\n2 3 0\n0\n\"Ann\"\n\"Bo\"\n\"Cy\"\n\"Board\"\n";
    private readonly string folder = Directory.CreateTempSubdirectory("mandate-count").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string File(string name, string text)
    {
        var path = Path.Combine(folder, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    [Fact]
    public async Task A_count_as_JSON_has_what_other_programs_rely_on()
    {
        var (code, output, error) = await ContractTests.Run("count", File("a.blt", Small), "--method", "scottish-stv", "--json");
        Assert.Equal((ExitCode.Done, ""), (code, error));
        var json = JsonDocument.Parse(output).RootElement;
        Assert.Equal("scottish-stv", json.GetProperty("method").GetString());
        Assert.Equal(2, json.GetProperty("seats").GetInt32());
        Assert.Equal("4.00000", json.GetProperty("quota").GetString());
        Assert.Equal(["Ann", "Bo"], json.GetProperty("elected").EnumerateArray().Select(e => e.GetString()));
        foreach (var name in new[] { "rounds", "ties", "warnings" }) Assert.Equal(JsonValueKind.Array, json.GetProperty(name).ValueKind);
    }

    [Fact]
    public async Task Methods_are_listed_without_a_file()
    {
        var (code, output, _) = await ContractTests.Run("count", "--methods", "--json");
        Assert.Equal(ExitCode.Done, code);
        var names = JsonDocument.Parse(output).RootElement.EnumerateArray().Select(m => m.GetProperty("name").GetString()).ToHashSet(StringComparer.Ordinal);
        foreach (var name in ("plurality runoff approval borda score irv schulze schulze-debian ranked-pairs minimax copeland scottish-stv ers97 meek meek-prf meek-nz wigm-prf ni-stv warren senate-ie senate-au"
            + " dhondt sainte-lague huntington-hill adams hare droop pav seqpav phragmen mes cc greedy greedy-noskip mes-cost mes-card mes-cost-add1 mes-cost-add1e mes-cost-add1u").Split(' '))
            Assert.Contains(name, names);
    }

    [Theory]
    [InlineData("3 2\n4 1 9 0\n0\n", "line 2, column 5")]
    [InlineData("3 2\n4 1", "line 2")]
    public async Task A_damaged_file_is_refused_with_its_place_and_no_sheet(string text, string place)
    {
        var sheet = Path.Combine(folder, "sheet.html");
        var (code, output, error) = await ContractTests.Run("count", File("a.blt", text), "--method", "irv", "--sheet", sheet);
        Assert.Equal((ExitCode.BadInput, ""), (code, output));
        Assert.Contains(place, error, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(sheet));
    }

    [Theory]
    [InlineData("--method", "scotish-stv")]
    [InlineData("--method", "irv", "--seats", "2")]
    [InlineData("--method", "irv", "--ties", "guess")]
    [InlineData("--method", "score")]
    [InlineData("--method", "dhondt")]
    [InlineData]
    public async Task Bad_usage_ends_with_2_and_a_sentence(params string[] arguments)
    {
        var (code, output, error) = await ContractTests.Run(["count", File("a.blt", Small), .. arguments]);
        Assert.Equal((ExitCode.BadInput, ""), (code, output));
        Assert.NotEmpty(error);
    }

    [Fact]
    public async Task A_threshold_named_beside_the_file_takes_the_place_of_the_file_s()
    {
        var file = File("lists.csv", "list,votes\nLarge,700\nMiddle,260\nSmall,40\n");
        var (_, all, _) = await ContractTests.Run("count", file, "--method", "sainte-lague", "--seats", "20", "--json");
        var (code, above, error) = await ContractTests.Run("count", file, "--method", "sainte-lague", "--seats", "20", "--threshold", "5%", "--json");
        Assert.Equal((ExitCode.Done, ""), (code, error));
        Assert.Contains("Small", Elected(all));
        Assert.DoesNotContain("Small", Elected(above));
        foreach (var wrong in (string[])["110%", "-1/20", "five"])
            Assert.Equal(ExitCode.BadInput, (await ContractTests.Run("count", file, "--method", "sainte-lague", "--seats", "20", "--threshold", wrong)).Code);
        Assert.Equal(ExitCode.BadInput, (await ContractTests.Run("count", File("a.blt", Small), "--method", "irv", "--threshold", "5%")).Code);

        static IEnumerable<string?> Elected(string json) => JsonDocument.Parse(json).RootElement.GetProperty("elected").EnumerateArray().Select(e => e.GetString());
    }

    [Fact]
    public async Task A_tie_left_open_ends_with_1_and_a_stated_rule_decides_it()
    {
        var file = File("tie.blt", "2 1\n1 1 0\n1 2 0\n0\n\"Ann\"\n\"Bo\"\n");
        Assert.Equal(ExitCode.DoesNotHold, (await ContractTests.Run("count", file, "--method", "irv")).Code);
        Assert.Equal(ExitCode.Done, (await ContractTests.Run("count", file, "--method", "irv", "--ties", "seed:spring")).Code);
        Assert.Equal(ExitCode.Done, (await ContractTests.Run("count", file, "--method", "irv", "--ties", "chair:" + File("order.txt", "Bo\nAnn\n"))).Code);
    }

    [Fact]
    public async Task An_audit_holds_or_names_the_nearest_rule()
    {
        var file = File("a.blt", "3 1\n5 1 2 3 0\n4 2 3 1 0\n3 3 2 1 0\n0\n\"Ann\"\n\"Bo\"\n\"Cy\"\n");
        Assert.Equal(ExitCode.Done, (await ContractTests.Run("count", file, "--method", "plurality", "--audit", "--published", "Ann")).Code);
        var (code, output, _) = await ContractTests.Run("count", file, "--method", "plurality", "--audit", "--published", "Bo");
        Assert.Equal(ExitCode.DoesNotHold, code);
        Assert.Contains("It would follow if", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sheet_is_written_whole()
    {
        var sheet = Path.Combine(folder, "sheet.html");
        await ContractTests.Run("count", File("a.blt", Small), "--method", "scottish-stv", "--sheet", sheet);
        Assert.EndsWith("</html>\n", await System.IO.File.ReadAllTextAsync(sheet, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetFiles(folder).Length);
    }
}
