using System.Collections.Immutable;
using System.Globalization;
using Mandate.Organisation.Inspection.Measures;
using Mandate.Tests;

namespace Mandate.Organisation.Tests.Inspection;

/// <summary>
/// Every <c>NAME.votes.csv</c> of <c>control/rollcall</c> against the files beside it: coordinates of a published scaling
/// (<c>NAME.wnominate.csv</c>) and loyalty (<c>NAME.legislators.csv</c>).
/// </summary>
[Trait("Category", "Conformance")]
public sealed class RollCallConformanceTests
{
    private const string Votes = ".votes.csv";

    public static TheoryData<string> Names() => ConformanceData.Root is { } root && Directory.Exists(Path.Combine(root, "control", "rollcall"))
        ? [.. Directory.GetFiles(Path.Combine(root, "control", "rollcall"), "*" + Votes).Select(f => Path.GetFileName(f)[..^Votes.Length]).Order(StringComparer.Ordinal)]
        : [""];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_first_axis_agrees_with_the_published_one(string name)
    {
        var file = Beside(name, ".wnominate.csv");
        Assert.SkipUnless(File.Exists(file), "no published coordinates");
        var (ids, calls) = Read(name);
        var axis = calls.FirstAxis();
        var published = Rows(file).ToDictionary(r => r["legislator_id"], r => r["coord1D"], StringComparer.Ordinal);
        var pairs = ids.Select((id, i) => (Ours: axis[i], Theirs: published.GetValueOrDefault(id))).Where(p => double.TryParse(p.Theirs, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            .Select(p => (p.Ours, Theirs: double.Parse(p.Theirs!, CultureInfo.InvariantCulture))).ToList();
        Assert.True(Math.Abs(Correlation(pairs)) >= 0.99, $"{Correlation(pairs)}");
        Assert.True(Math.Abs(Correlation([.. Ranks(pairs.Select(p => p.Ours)).Zip(Ranks(pairs.Select(p => p.Theirs)))])) >= 0.95);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Loyalty_is_the_published_one_with_absence_counted_in_and_is_told_with_absence_apart(string name)
    {
        var file = Beside(name, ".legislators.csv");
        Assert.SkipUnless(File.Exists(file), "no published loyalty");
        var (ids, calls) = Read(name);
        var rows = Rows(file).ToDictionary(r => r["legislator"], StringComparer.Ordinal);
        for (var i = 0; i < ids.Length; i++)
        {
            if (!double.TryParse(rows[ids[i]]["party_loyalty"], NumberStyles.Float, CultureInfo.InvariantCulture, out var published)) continue;
            var group = Enumerable.Range(0, ids.Length).Where(j => rows[ids[j]]["party"] == rows[ids[i]]["party"]).ToList();
            var loyal = calls.Loyal(i, group);
            Assert.Equal(calls.Votes, loyal.With + loyal.Against + loyal.Absent);
            // A vote of somebody not in the chamber yet or any more is left out of the published share.
            Assert.Contains(new[] { calls.Votes, InChamber(name, i) }, all => Math.Abs(100.0 * loyal.With / all - published) < 1e-9);
        }
    }

    private static int InChamber(string name, int row) => Cells(File.ReadLines(Beside(name, Votes)).ElementAt(row + 1)).Skip(1).Count(c => c != "0");

    private static string Beside(string name, string ending)
    {
        var folder = Path.Combine(ConformanceData.Folder("control"), "rollcall");
        Assert.SkipWhen(name.Length == 0, "no roll calls");
        return Path.Combine(folder, name + ending);
    }

    /// <summary>1 is yes; no is 6 where a file knows it, and 0 where it does not. All else is no vote.</summary>
    private static (ImmutableArray<string> Ids, RollCalls Calls) Read(string name)
    {
        var rows = File.ReadLines(Beside(name, Votes)).Skip(1).Select(Cells).Where(r => r.Length > 1).ToList();
        var cells = rows.Select(r => r.Skip(1).Select(c => (int)double.Parse(c, CultureInfo.InvariantCulture)).ToArray()).ToList();
        var no = cells.Any(r => r.Contains(6)) ? 6 : 0;
        return ([.. rows.Select(r => r[0])], new([.. cells.Select(r => r.Select(c => c == 1 ? Stand.Yes : c == no ? Stand.No : Stand.None).ToImmutableArray())]));
    }

    private static IEnumerable<Dictionary<string, string>> Rows(string file)
    {
        var lines = File.ReadAllLines(file);
        var head = Cells(lines[0]);
        return lines.Skip(1).Where(l => l.Length > 0).Select(l => head.Zip(Cells(l)).ToDictionary(c => c.First, c => c.Second, StringComparer.Ordinal));
    }

    private static string[] Cells(string line)
    {
        var (cells, quoted, from) = (new List<string>(), false, 0);
        for (var i = 0; i <= line.Length; i++)
        {
            if (i < line.Length && line[i] == '"') quoted = !quoted;
            if (i < line.Length && (line[i] != ',' || quoted)) continue;
            cells.Add(line[from..i].Trim('"'));
            from = i + 1;
        }
        return [.. cells];
    }

    private static double Correlation(IReadOnlyList<(double X, double Y)> pairs)
    {
        var (x, y) = (pairs.Average(p => p.X), pairs.Average(p => p.Y));
        return pairs.Sum(p => (p.X - x) * (p.Y - y)) / Math.Sqrt(pairs.Sum(p => (p.X - x) * (p.X - x)) * pairs.Sum(p => (p.Y - y) * (p.Y - y)));
    }

    private static IEnumerable<double> Ranks(IEnumerable<double> values)
    {
        var all = values.ToList();
        return all.Select(v => (double)all.Count(o => o < v));
    }
}
