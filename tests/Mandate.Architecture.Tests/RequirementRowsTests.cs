using System.Text.RegularExpressions;

namespace Mandate.Architecture.Tests;

/// <summary>
/// The tables of docs/requirements say of every row of the requirements how far it is met and which test shows it. Each table has the same
/// form, and each test it names exists.
/// </summary>
public sealed partial class RequirementRowsTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "docs", "requirements");

    private static readonly string[] Verdicts = ["**holds**", "**in part**", "**no**", "**context**", "**section 6**"];

    /// <summary>Verdicts for which there is nothing to show by a test.</summary>
    private static readonly string[] Unproved = ["**no**", "**context**"];

    /// <summary>A line of a table: where it stands, and its cells.</summary>
    private sealed record Row(string Where, string[] Cells)
    {
        public string Id => Cells[0];

        public string Verdict => Verdicts.FirstOrDefault(v => Cells.ElementAtOrDefault(2)?.StartsWith(v, StringComparison.Ordinal) == true) ?? "";
    }

    private static List<Row> Rows() => !Directory.Exists(Folder) ? [] :
    [
        .. Directory.GetFiles(Folder, "*.md").Order(StringComparer.Ordinal).SelectMany(file => File.ReadAllLines(file)
            .Select((line, i) => (Line: line.Trim(), Where: $"{Path.GetFileName(file)}:{i + 1}"))
            .Where(l => l.Line.StartsWith('|') && !Rule().IsMatch(l.Line) && !l.Line.StartsWith("| row ", StringComparison.OrdinalIgnoreCase) && !l.Line.StartsWith("| id ", StringComparison.OrdinalIgnoreCase))
            .Select(l => new Row(l.Where, [.. Bar().Split(l.Line.Trim('|')).Select(c => c.Trim())]))),
    ];

    [Fact]
    public void Every_line_of_a_table_has_a_row_what_is_asked_a_known_verdict_and_a_proof()
    {
        var wrong = Rows().Where(r => r.Cells is not [var id, { Length: > 0 }, var verdict, { Length: > 0 }] || !Id().IsMatch(id) || r.Verdict.Length == 0 || verdict.Length > r.Verdict.Length && verdict[r.Verdict.Length] != ':');
        None(wrong.Select(r => $"{r.Where}: | S001 | asked | **verdict**: where | `Class.Method` | expected, {string.Join(" | ", r.Cells)} given"));
    }

    [Fact]
    public void Every_row_that_holds_in_any_way_names_its_proof()
    {
        var bare = Rows().Where(r => !Unproved.Contains(r.Verdict) && !Named().IsMatch(r.Cells[^1]));
        None(bare.Select(r => $"{r.Where}: {r.Id} is {r.Verdict} and names no `Class.Method`"));
    }

    [Fact]
    public void Every_test_that_is_named_as_a_proof_exists()
    {
        var tests = Tests();
        var unknown = Rows().SelectMany(r => Named().Matches(r.Cells[^1]).Select(m => (r.Where, r.Id, Name: m.Groups["name"].Value))).Where(p => !tests.Contains(p.Name));
        None(unknown.Select(p => $"{p.Where}: {p.Id} names {p.Name}, which is no test under tests/"));
    }

    [Fact]
    public void No_row_stands_twice() =>
        None(Rows().GroupBy(r => r.Id, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => $"{g.Key}: {string.Join(", ", g.Select(r => r.Where))}"));

    [Fact]
    public void Every_row_of_the_requirements_stands_in_the_table_of_its_group()
    {
        var source = Path.Combine(Repository.Root, "..", "shared", "requirements.md");
        Assert.SkipUnless(File.Exists(source), "no ../shared/requirements.md");
        var told = Rows().ToLookup(r => r.Where.Split('.')[0], r => r.Id, StringComparer.Ordinal);
        var missing = Asked(source).Where(a => !told[a.Group].Contains(a.Id)).ToLookup(a => a.Group, StringComparer.Ordinal);
        None(missing.Select(g => $"{g.Key}.md: {string.Join(' ', g.Select(a => a.Id))} missing"));
    }

    /// <summary>Fails with every line, whole.</summary>
    private static void None(IEnumerable<string> wrong)
    {
        var lines = wrong.ToList();
        if (lines.Count > 0) Assert.Fail(string.Join(Environment.NewLine, lines));
    }

    /// <summary>Every row of the requirements with the letter of its group: <c>## A. Councils ...</c>, then <c>| S001 | ...</c>.</summary>
    private static List<(string Group, string Id)> Asked(string source)
    {
        var (group, rows) = ("", new List<(string, string)>());
        foreach (var line in File.ReadLines(source))
            if (Group().Match(line) is { Success: true } heading) group = heading.Groups["letter"].Value.ToLowerInvariant();
            else if (line.StartsWith("## ", StringComparison.Ordinal)) group = "";
            else if (group.Length > 0 && Asking().Match(line) is { Success: true } row) rows.Add((group, row.Groups["id"].Value));
        return rows;
    }

    /// <summary>Every public method that returns nothing or a task, with the class in which it stands, of every file under tests/.</summary>
    private static HashSet<string> Tests()
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories))
        {
            var inside = "";
            foreach (Match declared in Declared().Matches(File.ReadAllText(file)))
                if (declared.Groups["class"] is { Success: true } type) inside = type.Value;
                else found.Add($"{inside}.{declared.Groups["method"].Value}");
        }
        return found;
    }

    [GeneratedRegex(@"^\|[\s:|-]+\|$")]
    private static partial Regex Rule();

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Bar();

    [GeneratedRegex(@"^S\d{3}$")]
    private static partial Regex Id();

    [GeneratedRegex(@"`(?<name>\w+\.\w+)`")]
    private static partial Regex Named();

    [GeneratedRegex(@"^## (?<letter>[A-Z])\. ")]
    private static partial Regex Group();

    [GeneratedRegex(@"^\| (?<id>S\d{3}) \|")]
    private static partial Regex Asking();

    [GeneratedRegex(@"^(?:(?:public|internal|private|file|sealed|static|abstract|partial) )*class (?<class>\w+)|\bpublic (?:static )?(?:async )?(?:void|Task|ValueTask) (?<method>\w+)\(", RegexOptions.Multiline)]
    private static partial Regex Declared();
}
