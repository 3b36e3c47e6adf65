using System.Text.Json.Nodes;
using Mandate.Cli.Contract;

namespace Mandate.Cli.Tests;

/// <summary>What <c>check</c>, <c>diff</c> and <c>simulate</c> promise to other programs.</summary>
public sealed class StatutesTests
{
    private static string Constitution(string folder) => Path.Combine(Repository.Root, "constitutions", folder, "constitution.yaml");

    [Fact]
    public async Task Check_gives_findings_with_remedies_and_capture_numbers_with_a_coalition_or_a_reason()
    {
        var (code, output, _) = await ContractTests.Run("check", Constitution("nodejs-tsc"), "--json");
        Assert.Equal(ExitCode.DoesNotHold, code);
        var data = JsonNode.Parse(output)!;
        var circle = data["findings"]!.AsArray().First(f => f!["check"]!.GetValue<string>() == "A1")!;
        foreach (var key in new[] { "check", "severity", "at", "clauses", "witness", "remedies", "waived", "says" }) Assert.True(circle.AsObject().ContainsKey(key), key);
        Assert.NotEmpty(circle["remedies"]!.AsArray());
        Assert.All(circle["remedies"]!.AsArray(), r => Assert.True(r!.AsObject().ContainsKey("before") && r.AsObject().ContainsKey("after")));
        foreach (var target in new[] { "executive", "amendment", "inspection", "press" })
            foreach (var strength in new[] { "L1", "L2", "L3" })
            {
                var number = data["capture"]![target]![strength]!;
                Assert.Equal(number["number"] is null, number["reason"] is not null);
                Assert.Equal(number["number"] is null, number["coalition"]!.AsArray().Count == 0);
            }
    }

    [Fact]
    public async Task Check_says_of_every_place_who_controls_it_up_to_the_members()
    {
        var (code, output, _) = await ContractTests.Run("check", Constitution("union-federation"), "--json");
        Assert.Equal(ExitCode.Done, code);
        var control = JsonNode.Parse(output)!["control"]!.AsArray();
        Assert.NotEmpty(control);
        Assert.All(control, c => Assert.True(c!["endsWithMembers"]!.GetValue<bool>(), c["place"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("sv", "ingen paragraf")]
    [InlineData("fr", "aucune clause")]
    public async Task Findings_come_in_the_language_asked_for(string language, string words)
    {
        var (_, output, _) = await ContractTests.Run("check", Constitution("nodejs-tsc"), "--lang", language);
        Assert.Contains(words, output, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(ExitCode.BadInput, (await ContractTests.Run("check", Constitution("nodejs-tsc"), "--lang", "xx")).Code);
    }

    [Fact]
    public async Task A_stress_test_compares_two_constitutions_and_says_its_limits()
    {
        string[] arguments = ["simulate", Constitution("rkp-1922"), "--vs", Constitution("rkp-1919"), "--runs", "1", "--seed", "4", "--scenario", "minority", "--json"];
        var (code, output, _) = await ContractTests.Run(arguments);
        Assert.Equal(ExitCode.Done, code);
        var data = JsonNode.Parse(output)!;
        Assert.Equal(["rkp-1922", "rkp-1919"], data["results"]!.AsArray().Select(r => r!["constitution"]!.GetValue<string>()));
        Assert.NotEmpty(data["limits"]!.AsArray());
        Assert.StartsWith("<svg", data["plot"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(output, (await ContractTests.Run(arguments)).Out);
    }

    [Theory]
    [InlineData("--scenario", "nowhere")]
    [InlineData("--runs", "0")]
    public async Task A_stress_test_that_is_asked_wrongly_says_what_would_be_right(string option, string value)
    {
        var (code, output, error) = await ContractTests.Run("simulate", Constitution("pairs"), option, value);
        Assert.Equal(ExitCode.BadInput, code);
        Assert.Empty(output);
        Assert.Contains(option, error, StringComparison.Ordinal);
    }
}
