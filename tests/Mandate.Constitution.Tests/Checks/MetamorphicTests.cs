using Mandate.Constitutions.Checks;
using Mandate.Constitutions.Checks.Capture;
using Mandate.Constitutions.Tests.Rules;

namespace Mandate.Constitutions.Tests.Checks;

/// <summary>What a change of the rules must do to the findings, whatever the constitution.</summary>
public sealed class MetamorphicTests
{
    public static TheoryData<string> Folders => [.. Directory.GetDirectories(Path.Combine(Repository.Root, "constitutions")).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_way_for_members_to_remove_never_makes_a_circle_or_a_removal_graver(string folder)
    {
        var before = Read(folder);
        var was = Checker.Check(before);
        foreach (var place in before.Bodies.Values.Where(b => b.Seats.Count > 0).Select(b => (b.Id, b.Clause.Path, b.Remove.Length)).Concat(before.Offices.Values.Select(o => (o.Id, o.Clause.Path, o.Remove.Length))))
        {
            var petition = $"{{petition: 10% of members, then: {{referendum: {before.Electorates.Keys.First()}, rule: majority of votes cast}}}}";
            var after = Apply(before, place.Length > 0 ? new($"{place.Path}.remove[{place.Length}]", petition) : new(place.Path + ".remove", $"[{petition}]"));
            if (after is null) continue;
            var now = Checker.Check(after);
            Assert.True(Worst(now, "A1") <= Worst(was, "A1"), $"{place.Id}: A1 {Worst(was, "A1")} to {Worst(now, "A1")}");
            Assert.True(Worst(now, "B1", place.Path) <= Worst(was, "B1", place.Path), $"{place.Id}: B1 {Worst(was, "B1", place.Path)} to {Worst(now, "B1", place.Path)}");
        }
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_higher_quorum_never_lets_fewer_decide(string folder)
    {
        var before = Read(folder);
        foreach (var body in before.Bodies.Values.Where(b => b.Seats.Count > 0))
        {
            var (low, high) = (Apply(before, new(body.Clause.Path + ".quorum", "1/4 of seats")), Apply(before, new(body.Clause.Path + ".quorum", "3/4 of seats")));
            if (low is null || high is null) continue;
            Assert.True(Worst(Checker.Check(high), "D2") <= Worst(Checker.Check(low), "D2"), body.Id);
        }
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Other_names_and_another_order_change_no_severity_and_no_capture_number(string folder)
    {
        var before = Read(folder);
        var result = Checker.Check(before);
        var reordered = Parse.Read(Canonical.Json(before));
        Assert.Equal(result.Findings.Select(f => (f.Check, f.Severity, f.At)).Order(), Checker.Check(reordered).Findings.Select(f => (f.Check, f.Severity, f.At)).Order());
        var now = Checker.Check(reordered);
        foreach (var target in Enum.GetValues<Target>())
            foreach (var strength in Enum.GetValues<Strength>()) Assert.Equal(result.Capture[target][strength].Number, now.Capture[target][strength].Number);
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_stronger_control_never_needs_more_persons(string folder)
    {
        var result = Checker.Check(Read(folder));
        foreach (var numbers in result.Capture.Values)
        {
            Assert.True((numbers[Strength.Gate].Number ?? long.MaxValue) <= (numbers[Strength.Decisive].Number ?? long.MaxValue));
            Assert.True((numbers[Strength.Steer].Number ?? long.MaxValue) <= (numbers[Strength.Gate].Number ?? long.MaxValue));
        }
    }

    /// <summary>Remedies are tried: each is a valid amendment after which the finding is gone or milder, or capture is harder.</summary>
    [Theory]
    [InlineData("rkp-1922")]
    [InlineData("wikimedia-foundation")]
    [InlineData("apache-foundation")]
    public void A_remedy_is_an_amendment_that_helps(string folder)
    {
        var constitution = Read(folder);
        var result = Checker.Check(constitution);
        foreach (var finding in result.Findings.Where(f => f.Severity >= Severity.High).Take(8))
        {
            foreach (var remedy in Checker.Remedies(constitution, result, finding).Take(2))
            {
                var after = Checker.Check(Amendment.Apply(Canonical.Json(constitution), remedy.Edits).Reading.Constitution!);
                Assert.Equal(remedy.After, after.Capture[remedy.Target][remedy.Strength].Number);
                if (remedy.Mends) Assert.DoesNotContain(after.Findings, f => f.Check == finding.Check && f.At == finding.At && f.Witness == finding.Witness);
                else Assert.True((remedy.After ?? long.MaxValue) > (remedy.Before ?? long.MaxValue) || Worst(after, finding.Check, finding.At) <= finding.Severity);
            }
        }
    }

    [Fact]
    public void Most_grave_findings_have_a_remedy()
    {
        var grave = new List<(string Folder, string Check, bool Mended)>();
        foreach (var folder in new[] { "debian", "kubernetes-steering", "nodejs-tsc", "pep-13", "rail-union", "rsfsr-1918", "worker-coop" })
            grave.AddRange(Checker.Check(Read(folder), remedies: true).Findings.Where(f => f.Severity >= Severity.High).Select(f => (folder, f.Check, f.Remedies.Length > 0)));
        Assert.NotEmpty(grave);
        Assert.True(grave.Count(g => g.Mended) * 10 >= grave.Count * 8, string.Join(", ", grave.Where(g => !g.Mended).Select(g => $"{g.Folder} {g.Check}")));
    }

    private static Severity? Worst(CheckResult result, string check, string? at = null) =>
        result.Findings.Where(f => f.Check == check && (at is null || Clauses.Covers(at, f.At))).Select(f => (Severity?)f.Severity).DefaultIfEmpty(Severity.Info).Max();

    private static Constitution? Apply(Constitution before, ClauseEdit edit) => Amendment.Apply(Canonical.Json(before), [edit]).Reading.Constitution;

    private static Constitution Read(string folder) => Parse.Read(File.ReadAllText(Path.Combine(Repository.Root, "constitutions", folder, "constitution.yaml")));
}
