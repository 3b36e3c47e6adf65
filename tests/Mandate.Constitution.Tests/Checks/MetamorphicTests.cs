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

    /// <summary>Two copies of an organisation side by side, with names of their own: each keeps its circles, and capture of one needs as many as before.</summary>
    [Theory]
    [InlineData("rkp-1922")]
    [InlineData("rkp-1919")]
    [InlineData("wikimedia-foundation")]
    [InlineData("pairs")]
    public void Twice_the_same_constitution_keeps_each_circle(string folder)
    {
        var before = Read(folder);
        var twice = Twice(before);
        var (was, now) = (new Analysis(before), new Analysis(twice));
        foreach (var strength in Enum.GetValues<Strength>())
        {
            var parts = was.KernelParts(strength).Select(p => p.Length).Order().ToList();
            Assert.Equal(parts.Concat(parts).Order(), now.KernelParts(strength).Select(p => p.Length).Order());
            Assert.Equal(was.Capture(Target.Executive, strength).Number, now.Capture(Target.Executive, strength).Number);
        }
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_body_parted_into_two_groups_chosen_alike_is_the_same_body(string folder)
    {
        var before = Read(folder);
        var was = Checker.Check(before);
        foreach (var body in before.Bodies.Values.Where(b => b.Seats.Values.ToList() is [{ Name: "", Count: > 1, Apportion: null, Per: null, By: Elect { Electorate: not null, Method: not ElectionMethod.Stv } }]))
        {
            var group = body.Seats.Values.First();
            var text = Clauses.Text(Clauses.At(before, body.Clause.Path + ".seats")!);
            string Half(int count) => text.Replace($"count: {group.Count}", FormattableString.Invariant($"count: {count}"), StringComparison.Ordinal);
            if (Apply(before, new(body.Clause.Path + ".seats", $"{{one: {Half(group.Count!.Value / 2)}, other: {Half(group.Count.Value - (group.Count.Value / 2))}}}")) is not { } after) continue;
            var now = Checker.Check(after);
            foreach (var target in Enum.GetValues<Target>())
                foreach (var strength in Enum.GetValues<Strength>())
                    Assert.True(was.Capture[target][strength].Number == now.Capture[target][strength].Number, $"{body.Id}: {target} {strength} {was.Capture[target][strength].Number} to {now.Capture[target][strength].Number}");
        }
    }

    /// <summary>A restriction that ends, a way of recall and a further elector make nothing worse, whatever the constitution: capture takes as many persons or more, and as long or longer.</summary>
    [Theory]
    [MemberData(nameof(Folders))]
    public void A_sunset_a_recall_path_or_a_further_elector_never_makes_capture_easier_or_earlier(string folder)
    {
        var before = Read(folder);
        var electorate = before.Electorates.Keys.First();
        var recall = $"{{petition: 10% of members, then: {{referendum: {electorate}, rule: majority of votes cast}}}}";
        var edits = before.Bodies.Values.Where(b => b.Seats.Count > 0).Select(b => new ClauseEdit(b.Remove.IsEmpty ? b.Clause.Path + ".remove" : $"{b.Clause.Path}.remove[{b.Remove.Length}]", b.Remove.IsEmpty ? $"[{recall}]" : recall)).ToList();
        // Whoever appoints needs the members' consent too.
        edits.AddRange(before.Bodies.Values.SelectMany(b => b.Seats.Values).Select(s => s.By).Concat(before.Offices.Values.Select(o => o.By)).OfType<Appoint>().Where(a => a.ConsentOf.IsEmpty && before.Bodies.Values.Any(b => b.Of is not null && b.Per is null))
            .Select(a => new ClauseEdit(a.Clause.Path + ".consent_of", before.Bodies.Values.First(b => b.Of is not null && b.Per is null).Id)));
        List<ClauseEdit> sunsets = [new("procedure.by_object.restrict_right.sunset", "required"), .. before.Restrictions.Select((r, i) => new ClauseEdit($"restrictions[{i}].expires", $"\"{r.AdoptedOn.AddMonths(6):yyyy-MM-dd}\""))];
        var was = new Analysis(before);
        var endless = Checker.Check(before);
        foreach (var edit in edits.Concat(sunsets))
        {
            if (Apply(before, edit) is not { } after) continue;
            var now = new Analysis(after);
            if (sunsets.Contains(edit))
                foreach (var check in new[] { "E1", "E3" }) Assert.True(Worst(Checker.Check(after), check) <= Worst(endless, check), $"{edit.Path}: {check}");
            foreach (var strength in Enum.GetValues<Strength>())
            {
                var (one, other) = (was.Capture(Target.Executive, strength), now.Capture(Target.Executive, strength));
                Assert.True((other.Number ?? long.MaxValue) >= (one.Number ?? long.MaxValue), $"{edit.Path}: {strength} {one.Number} to {other.Number}");
                // The cheapest coalition of before reaches the executive no sooner.
                Assert.True((Time(now, one, strength) ?? int.MaxValue) >= (Time(was, one, strength) ?? int.MaxValue), edit.Path);
            }
        }
    }

    private static int? Time(Analysis a, CaptureNumber capture, Strength strength)
    {
        var seed = new int[a.System.Groups.Length];
        foreach (var seats in capture.Coalition) seed[a.System.IndexOf(seats.Clause)] = seats.Seats;
        return CaptureTime.Of(a.Model, strength, seed, a.ConditionOf(Target.Executive))?.Days;
    }

    /// <summary>The constitution with everything declared a second time under other names; powers, procedure and amendment stay those of the first.</summary>
    private static Constitution Twice(Constitution constitution)
    {
        var names = constitution.Units.Keys.Concat(constitution.Electorates.Keys).Concat(constitution.Bodies.Keys).Concat(constitution.Offices.Keys).ToHashSet(StringComparer.Ordinal);
        var source = constitution.Source;
        var entries = source.Entries.Select(e => e.Key is "units" or "electorates" or "bodies" or "offices" && e.Value is Datum.Map map
            ? e with { Value = map with { Entries = [.. map.Entries, .. map.Entries.Select(m => m with { Key = Second(m.Key), Value = Renamed(m.Value) })] } }
            : e.Key == "powers" && e.Value is Datum.List powers ? e with { Value = powers with { Items = [.. powers.Items, .. powers.Items.OfType<Datum.Map>().Select(p => Renamed(p with { Entries = [.. p.Entries.Select(x => x.Key == "id" ? x with { Value = ((Datum.Text)x.Value) with { Value = ((Datum.Text)x.Value).Value + "_too" } } : x)] }))] } }
            : e);
        return Parse.Read(Canonical.Json(source with { Entries = [.. entries] }));

        string Second(string name) => "second_" + name;

        Datum Renamed(Datum datum) => datum switch
        {
            Datum.Map map => map with { Entries = [.. map.Entries.Select(e => e.Key == "kind" ? e : e with { Value = Renamed(e.Value) })] },
            Datum.List list => list with { Items = [.. list.Items.Select(Renamed)] },
            Datum.Text text => text with { Value = names.Contains(text.Value) ? Second(text.Value) : Words(text.Value) },
            _ => datum,
        };

        // "1/3 of branches", "1/2 of members": the plural of a unit stands for the unit.
        string Words(string value) => string.Join(' ', value.Split(' ').Select(w => constitution.Units.Keys.Any(u => w == u + "s" || w == u + "es") ? Second(w) : w));
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
