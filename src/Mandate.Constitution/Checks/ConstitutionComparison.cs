using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Mandate.Constitutions.Checks;

/// <summary>What an amendment changes: clauses in words, findings gained and lost, and how few can capture before and after.</summary>
public sealed record ConstitutionComparison(ImmutableArray<ClauseChange> Clauses, ImmutableArray<Finding> Gained, ImmutableArray<Finding> Lost, CheckResult Before, CheckResult After)
{
    public static ConstitutionComparison Of(Constitution before, Constitution after, DateOnly? today = null)
    {
        var old = Checker.Check(before, today);
        var now = Checker.Check(after, today);
        // A clause that only moved in its list keeps its findings: what is said of it is compared, not where it stands.
        return new(
            ConstitutionDiff.Between(before, after),
            [.. now.Findings.Where(f => !old.Findings.Any(o => Same(o, f)))],
            [.. old.Findings.Where(f => !now.Findings.Any(o => Same(o, f)))],
            old, now);
    }

    /// <summary>The JSON of <c>mandate diff --json</c>.</summary>
    public JsonObject Json()
    {
        var before = CheckJson.Of(Before);
        var after = CheckJson.Of(After);
        return new()
        {
            ["clauses"] = new JsonArray([.. Clauses.Select(c => new JsonObject { ["change"] = CheckJson.Word(c.Kind), ["clause"] = c.Path, ["was"] = c.OldPath, ["old"] = c.OldText, ["new"] = c.NewText })]),
            ["gained"] = new JsonArray([.. Gained.Select(CheckJson.Finding)]),
            ["lost"] = new JsonArray([.. Lost.Select(CheckJson.Finding)]),
            ["capture"] = new JsonObject { ["before"] = before["capture"]!.DeepClone(), ["after"] = after["capture"]!.DeepClone() },
            ["accountability"] = new JsonObject { ["before"] = before["accountability"]!.DeepClone(), ["after"] = after["accountability"]!.DeepClone() },
        };
    }

    private static bool Same(Finding one, Finding other) => one.Check == other.Check && one.Severity == other.Severity && one.Witness == other.Witness && (one.Waived is null) == (other.Waived is null);
}
