using System.Text.Json;
using Mandate.Tally.Readers;

namespace Mandate.Tally.Tests.Ranked;

/// <summary><c>stv-concrete</c>: contrived elections with the results of the Australian rules; ours is the statute since 2021, which is how 2016 was counted (ConcreteSTV, ElectionRules.md).</summary>
[Trait("Category", "Conformance")]
public sealed class ConcreteConformanceTests
{
    private const string Absent = "(no data)";

    public static TheoryData<string, string> Cases
    {
        get
        {
            var data = new TheoryData<string, string>();
            var path = ConformanceData.Root is null ? "" : Path.Combine(ConformanceData.Root, "stv-concrete", "expected.json");
            if (File.Exists(path))
            {
                using var json = JsonDocument.Parse(File.ReadAllText(path));
                foreach (var test in json.RootElement.EnumerateArray()) data.Add(test.GetProperty("file").GetString()!, test.GetProperty("rules").GetString()!);
            }
            if (!data.Any()) data.Add(Absent, "");
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_same_candidates_are_elected(string file, string rules)
    {
        Assert.SkipWhen(file == Absent, "no conformance data: set MANDATE_CONFORMANCE or put it in ../shared/conformance");
        Assert.SkipUnless(rules is "AEC2016" or "FederalPost2021", "method not offered");
        var folder = ConformanceData.Folder("stv-concrete");
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "expected.json")));
        var expected = json.RootElement.EnumerateArray().Single(t => t.GetProperty("file").GetString() == file && t.GetProperty("rules").GetString() == rules);
        using var stream = File.OpenRead(Path.Combine(folder, file));
        var read = PapersReader.Read(file, stream, NamedFiles.None);
        Assert.True(read.Value is not null, $"{read.Fault}");
        var answer = Methods.Find(expected.GetProperty("method").GetString()!)!.Count(read.Value, new() { Seats = expected.GetProperty("seats").GetInt32(), Ties = TieRule.Order });
        Assert.Equal(expected.GetProperty("elected").EnumerateArray().Select(e => e.GetString()), answer.Count!.ElectedNames);
    }
}
