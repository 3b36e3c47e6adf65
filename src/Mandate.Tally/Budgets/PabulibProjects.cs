using System.Collections.Immutable;
using System.Globalization;

namespace Mandate.Tally.Budgets;

/// <summary>The section PROJECTS.</summary>
internal sealed class PabulibProjects
{
    private const int MostProjects = 100_000;
    private readonly List<(Project Project, PabulibAmount Cost, InputFault At)> list = [];

    public Dictionary<string, int> Numbers { get; } = new(StringComparer.Ordinal);

    public int Decimals => list.Select(p => p.Cost.Decimals).DefaultIfEmpty(0).Max();

    /// <summary>Reads the header and the projects, to the title of the next section.</summary>
    public bool Read(PabulibRecord record, string next, out InputFault? fault)
    {
        if (!record.Next(out fault)) return fault is null && Fail(new(record.Line, 0, "the file ends after PROJECTS; expected a header line"), out fault);
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < record.Count; i++)
            if (!columns.TryAdd(record.Text(i), i)) return Fail(record.Fault(i, $"the column {record.Text(i)} stands twice"), out fault);
        foreach (var needed in new[] { "project_id", "cost" })
            if (!columns.ContainsKey(needed)) return Fail(record.Fault(0, $"the header of PROJECTS has no column {needed}"), out fault);
        var title = System.Text.Encoding.ASCII.GetBytes(next);
        while (record.Next(out fault))
        {
            if (record.Count == 1 && record[0].SequenceEqual(title)) return true;
            if (!Add(record, columns, out fault)) return false;
        }
        return fault is null && Fail(new(record.Line, 0, $"the file ends in PROJECTS; the section {next} is missing"), out fault);
    }

    public ImmutableArray<Project>? Build(int decimals, out InputFault? fault)
    {
        fault = null;
        var projects = ImmutableArray.CreateBuilder<Project>(list.Count);
        foreach (var (project, cost, at) in list)
        {
            if (!cost.TryScale(decimals, out var scaled))
            {
                fault = at;
                return null;
            }
            projects.Add(project with { Cost = scaled });
        }
        return projects.ToImmutable();
    }

    private bool Add(PabulibRecord record, Dictionary<string, int> columns, out InputFault? fault)
    {
        fault = null;
        if (record.Count > columns.Count) return Fail(record.Fault(columns.Count, $"{record.Count} fields, but PROJECTS has {columns.Count} columns"), out fault);
        string Field(string column) => columns.TryGetValue(column, out var i) && i < record.Count ? record.Text(i) : "";
        InputFault At(string column, string message) => record.Fault(columns[column], message);
        var id = Field("project_id");
        if (id.Length == 0 || id.Contains(',', StringComparison.Ordinal)) return Fail(At("project_id", $"'{id}' is no project id; it must not be empty or hold a comma"), out fault);
        if (!Numbers.TryAdd(id, list.Count)) return Fail(At("project_id", $"the project {id} stands twice"), out fault);
        if (list.Count == MostProjects) return Fail(At("project_id", $"more than {MostProjects} projects"), out fault);
        if (!PabulibAmount.TryParse(Field("cost"), out var cost)) return Fail(At("cost", $"the cost '{Field("cost")}' is no amount; expected digits, and at most four decimals"), out fault);
        int? published = Field("selected") switch { "0" => 0, "1" => 1, "" => null, var other => int.TryParse(other, NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : -1 };
        if (published < 0) return Fail(At("selected", $"selected is '{Field("selected")}'; expected 0, 1 or another whole number"), out fault);
        list.Add((
            new(id, Field("name"), 0)
            {
                Categories = [.. Field("category").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
                Published = published,
                PublishedVotes = Whole(Field("votes")),
                PublishedScore = Whole(Field("score")),
            },
            cost,
            At("cost", $"the cost is above {BudgetPapersBuilder.Most} in the smallest unit used")));
        return true;
    }

    private static long? Whole(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool Fail(InputFault found, out InputFault? fault)
    {
        fault = found;
        return false;
    }
}
