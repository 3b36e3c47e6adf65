using System.Collections.Immutable;
using System.Globalization;
using Mandate.Tally.Readers;

namespace Mandate.Tally.Budgets;

/// <summary>
/// Reads Pabulib's <c>.pb</c> (Faliszewski et al. 2023, <i>Participatory Budgeting: Data, Tools and Analysis</i>; pabulib.org/format):
/// sections META, PROJECTS and VOTES, each with its header line, columns in any order. Projects and voters are counted anew; stated
/// numbers that do not agree are warnings. An unknown project, one named twice on a paper, or a value that is no number are faults.
/// </summary>
public sealed class PabulibReader
{
    private readonly PabulibRecord record;
    private readonly Dictionary<string, string> meta = new(StringComparer.Ordinal);
    private readonly List<string> warnings = [];
    private readonly PabulibProjects projects = new();
    private InputFault? fault;
    private BudgetPapersBuilder? papers;
    private long rows;

    private PabulibReader(Stream stream)
    {
        var source = new ByteSource(stream);
        if (source.Window is [0xEF, 0xBB, 0xBF, ..]) source.Take(3);
        record = new(source);
    }

    public static Read<BudgetPapers> Read(Stream stream)
    {
        var reader = new PabulibReader(stream);
        return reader.All() is { } papers ? papers : reader.fault!;
    }

    private BudgetPapers? All()
    {
        if (!Title("META") || !Meta() || !Kind()) return null;
        if (!projects.Read(record, "VOTES", out fault)) return null;
        if (!Votes()) return null;
        if (!meta.TryGetValue("budget", out var stated)) return Fail(new(0, 0, "META: the budget is missing"));
        if (!PabulibAmount.TryParse(stated, out var budget)) return Fail(new(0, 0, $"META: the budget '{Short(stated)}' is no amount"));
        var decimals = Math.Max(projects.Decimals, budget.Decimals);
        if (!budget.TryScale(decimals, out var money)) return Fail(new(0, 0, $"META: the budget is above {BudgetPapersBuilder.Most} in the smallest unit used"));
        if (projects.Build(decimals, out fault) is not { } list) return null;
        Compare("num_projects", list.Length, "projects");
        Compare("num_votes", rows, "papers");
        return papers!.Build(list, money, decimals, warnings).With(Head);
    }

    private BudgetHead Head => new(
        meta.GetValueOrDefault("description", ""),
        meta.GetValueOrDefault("rule", ""),
        Number("min_project_score_threshold"),
        Number("max_length") is { } most and > 0 and <= int.MaxValue ? (int)most : null,
        meta.ToImmutableDictionary(StringComparer.Ordinal));

    private bool Title(string section)
    {
        if (!record.Next(out fault)) return fault is null && Failed(new(record.Line, 0, $"the file ends where {section} is expected"));
        if (record.Count == 1 && record[0].SequenceEqual(System.Text.Encoding.ASCII.GetBytes(section))) return true;
        return Failed(record.Fault(0, $"'{Short(record.Text(0))}' stands where {section} is expected; a .pb file has the sections META, PROJECTS, VOTES"));
    }

    private bool Meta()
    {
        if (!record.Next(out fault)) return fault is null && Failed(new(record.Line, 0, "the file ends after META; expected key;value"));
        if (record.Count != 2) return Failed(record.Fault(0, "expected the header key;value"));
        while (record.Next(out fault))
        {
            if (record.Count == 1 && record[0].SequenceEqual("PROJECTS"u8)) return true;
            if (record.Count == 1) return Failed(record.Fault(0, $"'{Short(record.Text(0))}' is no entry key;value and not PROJECTS"));
            if (record[0].IsEmpty) return Failed(record.Fault(0, "an entry of META has no key"));
            // Some descriptions hold semicolons without quotes.
            var value = string.Join("; ", Enumerable.Range(1, record.Count - 1).Select(record.Text));
            if (!meta.TryAdd(record.Text(0), value)) return Failed(record.Fault(0, $"{record.Text(0)} stands twice in META"));
            if (meta.Count > PabulibRecord.MostFields) return Failed(record.Fault(0, "META has too many entries"));
        }
        return fault is null && Failed(new(record.Line, 0, "the file ends in META; the section PROJECTS is missing"));
    }

    private bool Kind()
    {
        var type = meta.GetValueOrDefault("vote_type", "");
        BudgetPaperKind? kind = type switch
        {
            "approval" or "choose-1" => BudgetPaperKind.Approval,
            "cumulative" or "scoring" => BudgetPaperKind.Points,
            "ordinal" => BudgetPaperKind.Ranking,
            _ => null,
        };
        if (kind is null) return Failed(new(0, 0, $"META: vote_type '{Short(type)}' is unknown; expected approval, choose-1, cumulative, scoring or ordinal"));
        papers = new(kind.Value);
        return true;
    }

    private bool Votes()
    {
        if (!record.Next(out fault)) return fault is null && Failed(new(record.Line, 0, "the file ends after VOTES; expected a header line"));
        var columns = Enumerable.Range(0, record.Count).Select(record.Text).ToList();
        var (vote, points) = (columns.IndexOf("vote"), columns.IndexOf("points"));
        if (vote < 0) return Failed(record.Fault(0, "the header of VOTES has no column vote"));
        if (points < 0 && papers!.Kind == BudgetPaperKind.Points) return Failed(record.Fault(0, "the header of VOTES has no column points, which papers of this vote_type need"));
        var paper = new PabulibPaper(projects.Numbers);
        for (; record.Next(out fault); rows++)
        {
            if (record.Count > columns.Count) return Failed(record.Fault(columns.Count, $"{record.Count} fields, but VOTES has {columns.Count} columns"));
            // Empty fields at the end of a line may be left out; an empty vote is a paper without any project.
            if (!paper.Read(record, vote, papers!.Kind == BudgetPaperKind.Points ? points : -1, out fault)) return false;
            if (rows == int.MaxValue) return Failed(record.Fault(0, "too many papers"));
            papers.Add(1, paper.Projects, paper.Points);
        }
        return fault is null;
    }

    private long? Number(string key) =>
        meta.TryGetValue(key, out var text) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private void Compare(string key, long counted, string what)
    {
        if (meta.TryGetValue(key, out var stated) && Number(key) != counted)
            warnings.Add(string.Create(CultureInfo.InvariantCulture, $"META states {Short(stated)} {what}, but there are {counted}"));
    }

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "...";

    private BudgetPapers? Fail(InputFault found)
    {
        fault = found;
        return null;
    }

    private bool Failed(InputFault found)
    {
        fault = found;
        return false;
    }
}
