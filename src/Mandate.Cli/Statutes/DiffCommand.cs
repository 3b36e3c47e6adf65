using System.CommandLine;
using Mandate.Cli.Contract;
using Mandate.Constitutions;
using Mandate.Constitutions.Checks;

namespace Mandate.Cli.Statutes;

/// <summary><c>mandate diff</c>: what an amendment changes, clause by clause.</summary>
internal static class DiffCommand
{
    private static readonly Argument<FileInfo> OldArgument = new("OLD") { Description = "The constitution as it is." };
    private static readonly Argument<FileInfo> NewArgument = new("NEW") { Description = "The constitution as it would be." };

    public static Command Create() => new Command("diff", "What an amendment changes.") { OldArgument, NewArgument, SpokenLanguage.Option }.Running(Run);

    private static int Run(ParseResult parsed, Terminal terminal)
    {
        var language = SpokenLanguage.Of(parsed);
        var comparison = ConstitutionComparison.Of(ConstitutionFiles.Read(parsed.GetValue(OldArgument)!), ConstitutionFiles.Read(parsed.GetValue(NewArgument)!));
        terminal.Data(comparison.Json(language),
        [
            .. comparison.Clauses.SelectMany(Lines),
            .. comparison.Gained.Select(f => $"new finding: {f.Check} {CheckJson.Word(f.Severity)} at {f.At}: {f.Says.In(language)}"),
            .. comparison.Lost.Select(f => $"finding gone: {f.Check} {CheckJson.Word(f.Severity)} at {f.At}: {f.Says.In(language)}"),
            .. Capture(comparison.Before, comparison.After),
        ]);
        terminal.Message(comparison.Clauses.IsEmpty ? "No clause differs." : $"{comparison.Clauses.Length} clauses differ.");
        return ExitCode.Done;
    }

    private static IEnumerable<string> Lines(ClauseChange change)
    {
        yield return change.Path;
        if (change.Before is not null) yield return "  - " + change.OldText.ReplaceLineEndings("\n    ");
        if (change.After is not null) yield return "  + " + change.NewText.ReplaceLineEndings("\n    ");
    }

    private static IEnumerable<string> Capture(CheckResult before, CheckResult after)
    {
        foreach (var (target, strengths) in after.Capture)
            foreach (var (strength, number) in strengths)
                if (before.Capture[target][strength].Number is var old && old != number.Number)
                    yield return $"capture of {CheckJson.Word(target)}, L{(int)strength}: {Text(old)} before, {Text(number.Number)} after";

        static string Text(long? number) => number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "members only";
    }
}
