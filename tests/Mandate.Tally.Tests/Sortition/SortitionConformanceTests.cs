using System.Text.Json;
using Mandate.Tally.Readers;
using Mandate.Tally.Sortition;

namespace Mandate.Tally.Tests.Sortition;

/// <summary>Every case of <c>control/sortition/*.json</c>, by the field names of those files.</summary>
[Trait("Category", "Conformance")]
public sealed class SortitionConformanceTests
{
    private const double Printed = 1e-9;

    public static TheoryData<string, string> Cases()
    {
        var data = new TheoryData<string, string>();
        if (ConformanceData.Root is { } root && Directory.Exists(Path.Combine(root, "control", "sortition")))
            foreach (var file in Directory.GetFiles(Path.Combine(root, "control", "sortition"), "*.json").Order(StringComparer.Ordinal))
            {
                using var json = JsonDocument.Parse(File.ReadAllBytes(file));
                if (json.RootElement.TryGetProperty("cases", out var cases))
                    foreach (var each in cases.EnumerateArray()) data.Add(Path.GetFileName(file), each.GetProperty("id").GetString()!);
            }
        if (!data.Any()) data.Add("", "");
        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_chances_are_the_published_ones(string file, string id)
    {
        var folder = Path.Combine(ConformanceData.Folder("control"), "sortition");
        Assert.SkipUnless(file.Length > 0, "no cases of lots");
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, file)));
        var each = json.RootElement.GetProperty("cases").EnumerateArray().First(c => c.GetProperty("id").GetString() == id);
        var expected = each.GetProperty("expected");
        var read = Pool(each, folder);
        Assert.True(read.Value is not null, read.Fault?.ToString());
        var answer = LotterySolver.Solve(read.Value!);
        if (expected.TryGetProperty("infeasible", out var infeasible) && infeasible.GetBoolean())
        {
            Assert.Null(answer.Lottery);
            Assert.NotEmpty(answer.Remedies);
            return;
        }
        var lottery = answer.Lottery!;
        Assert.NotEqual(Fairness.Found, lottery.Proved);
        var chances = lottery.Chances.ToDictionary(c => c.Person, c => Number(c.Chance));
        foreach (var kind in expected.EnumerateObject())
        {
            switch (kind.Name)
            {
                case "maximin":
                    Assert.Equal(kind.Value.GetDouble(), Number(lottery.Least), Printed);
                    break;
                case "marginals":
                    foreach (var person in kind.Value.EnumerateObject()) Assert.Equal(person.Value.GetDouble(), chances[person.Name], Printed);
                    break;
                case "marginals_at_least":
                    foreach (var person in kind.Value.EnumerateObject()) Assert.True(chances[person.Name] >= person.Value.GetDouble() - Printed, person.Name);
                    break;
                case "nash_marginals":
                    var nash = NashLottery.Of(lottery).ChanceOfClass;
                    foreach (var person in kind.Value.EnumerateObject())
                        Assert.Equal(person.Value.GetDouble(), Number(nash[lottery.Pool.Classes.ToList().FindIndex(c => c.People.Contains(person.Name))]), 1e-6);
                    break;
                case "must_report":
                    // The sentence names those who are on no panel.
                    var named = kind.Value.GetString()!.Split(' ', ',');
                    Assert.NotEmpty(lottery.Never);
                    Assert.All(lottery.Never, n => Assert.Contains(n, named));
                    break;
            }
        }
    }

    private static Read<SortitionPool> Pool(JsonElement each, string folder)
    {
        if (!each.TryGetProperty("files", out var files)) return SortitionReader.Read(each);
        var names = files.EnumerateArray().Select(f => f.GetString()!).ToList();
        using var people = File.OpenRead(Path.Combine(folder, names.First(n => n.Contains("people", StringComparison.Ordinal))));
        using var quotas = File.OpenRead(Path.Combine(folder, names.First(n => n.Contains("features", StringComparison.Ordinal))));
        return SortitionReader.Read(people, quotas, each.GetProperty("seats").GetInt32());
    }

    private static double Number(Fraction value) => Math.Exp(System.Numerics.BigInteger.Log(value.Numerator) - System.Numerics.BigInteger.Log(value.Denominator)) is var v && value.Sign == 0 ? 0 : v;
}
