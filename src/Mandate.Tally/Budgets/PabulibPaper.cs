using System.Globalization;

namespace Mandate.Tally.Budgets;

/// <summary>One line of VOTES: the projects of the column vote and their points.</summary>
internal sealed class PabulibPaper(Dictionary<string, int> numbers)
{
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> byText = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
    private readonly int[] stamps = new int[numbers.Count];
    private readonly int[] projects = new int[numbers.Count];
    private readonly int[] points = new int[numbers.Count];
    private int count;
    private int stamp;

    public ReadOnlySpan<int> Projects => projects.AsSpan(0, count);

    public ReadOnlySpan<int> Points => points.AsSpan(0, count);

    /// <param name="record">The line.</param>
    /// <param name="vote">The column of the projects.</param>
    /// <param name="pointsColumn">The column of the points, or -1 where papers have none.</param>
    /// <param name="fault">What is wrong.</param>
    public bool Read(PabulibRecord record, int vote, int pointsColumn, out InputFault? fault)
    {
        fault = null;
        count = 0;
        stamp++;
        if (vote < record.Count && !record[vote].IsEmpty)
        {
            var text = record.Text(vote).AsSpan();
            foreach (var range in text.Split(','))
            {
                var id = text[range].Trim();
                if (!byText.TryGetValue(id, out var project)) return Fail(record.Fault(vote, $"'{id}' is no project of this file"), out fault);
                if (stamps[project] == stamp) return Fail(record.Fault(vote, $"the project {id} stands twice on one paper"), out fault);
                stamps[project] = stamp;
                points[count] = 1;
                projects[count++] = project;
            }
        }
        return pointsColumn < 0 || ReadPoints(record, pointsColumn, out fault);
    }

    private bool ReadPoints(PabulibRecord record, int column, out InputFault? fault)
    {
        fault = null;
        var read = 0;
        var text = column < record.Count ? record.Text(column).AsSpan() : default;
        if (!text.IsEmpty)
            foreach (var range in text.Split(','))
            {
                if (read == count) return Fail(record.Fault(column, $"there are more points than the {count} projects"), out fault);
                if (!int.TryParse(text[range].Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var given)
                    || given is > BudgetPapersBuilder.MostPoints or < -BudgetPapersBuilder.MostPoints)
                    return Fail(record.Fault(column, $"'{text[range]}' is no whole number of points up to {BudgetPapersBuilder.MostPoints}"), out fault);
                points[read++] = given;
            }
        return read == count || Fail(record.Fault(column, $"{count} projects, but points for {read}"), out fault);
    }

    private static bool Fail(InputFault found, out InputFault? fault)
    {
        fault = found;
        return false;
    }
}
