using Mandate.Node.Rolls;
using Mandate.Server.Look;
using Mandate.Server.Wording;

namespace Mandate.Server.Roll;

/// <summary>The fate of a row, said in the reader's language, with the cell that it is about.</summary>
public static class ImportWords
{
    public static Meaning Meaning(RowFate fate) => fate switch
    {
        RowFate.New => Look.Meaning.InForce,
        RowFate.Changed => Look.Meaning.Pending,
        RowFate.Refused => Look.Meaning.Refused,
        _ => Look.Meaning.Past,
    };

    public static string Why(RollPlan plan, RowPlan row, RollLine? line, Words words)
    {
        // What becomes of a new row differs: founders enter it, later it is an application.
        if (row.Code == "new") return words[plan.Founding ? "import.code.new" : "import.code.new-application"];
        var key = "import.code." + row.Code;
        return words.Has(key) ? words.Say(key, ("value", Cell(plan, line, row.Code))) : row.Text;
    }

    /// <summary>The name in a row, for whoever looks for it in the file.</summary>
    public static string Name(RollPlan plan, RollLine? line) => string.Join(' ', plan.Mapping.Name.Select(c => Cell(plan, line, c, 0)).Where(c => c.Length > 0));

    private static string Cell(RollPlan plan, RollLine? line, string code) => code switch
    {
        "bad-status" => Cell(plan, line, plan.Mapping.Status, 0),
        "bad-date" or "future-date" => Cell(plan, line, plan.Mapping.Since, 0),
        "bad-language" => Cell(plan, line, plan.Mapping.Language, 0),
        "unknown-unit" or "transfer" => string.Join(", ", plan.Mapping.Units.Select(u => Cell(plan, line, u.Column, 0))),
        _ => "",
    };

    private static string Cell(RollPlan plan, RollLine? line, string? column, int from)
    {
        if (column is null || line is null) return "";
        for (var i = from; i < plan.File.Headings.Length; i++)
            if (string.Equals(plan.File.Headings[i], column, StringComparison.OrdinalIgnoreCase)) return i < line.Cells.Length ? line.Cells[i] : "";
        return "";
    }
}
