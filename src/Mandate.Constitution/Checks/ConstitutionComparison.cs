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
    public JsonObject Json(string language = "en")
    {
        var before = CheckJson.Of(Before, language);
        var after = CheckJson.Of(After, language);
        return new()
        {
            ["changes"] = new JsonArray([.. Clauses.Select(c => new JsonObject
            {
                ["kind"] = CheckJson.Word(c.Kind), ["path"] = c.Path, ["oldPath"] = c.OldPath, ["before"] = c.Before is null ? null : c.OldText, ["after"] = c.After is null ? null : c.NewText,
            })]),
            ["findings"] = new JsonObject { ["new"] = new JsonArray([.. Gained.Select(f => CheckJson.Finding(f, language))]), ["gone"] = new JsonArray([.. Lost.Select(f => CheckJson.Finding(f, language))]) },
            ["capture"] = new JsonObject { ["before"] = before["capture"]!.DeepClone(), ["after"] = after["capture"]!.DeepClone() },
            ["accountability"] = new JsonObject { ["before"] = before["accountability"]!.DeepClone(), ["after"] = after["accountability"]!.DeepClone() },
        };
    }

    private static bool Same(Finding one, Finding other) => one.Check == other.Check && one.Severity == other.Severity && one.Witness == other.Witness && (one.Waived is null) == (other.Waived is null);
}
