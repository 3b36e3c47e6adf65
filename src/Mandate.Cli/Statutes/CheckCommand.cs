using System.CommandLine;
using Mandate.Cli.Contract;
using Mandate.Constitutions.Checks;
using Mandate.Constitutions.Reader;

namespace Mandate.Cli.Statutes;

/// <summary><c>mandate check</c>: what a constitution makes possible, and how few can capture it.</summary>
internal static class CheckCommand
{
    private static readonly Argument<FileInfo> FileArgument = new("FILE") { Description = "The constitution, in YAML." };
    private static readonly Option<string> FailOption = new("--fail-on") { Description = "Exit with 1 where a finding is this severe or more: info, low, medium, high, critical or none.", DefaultValueFactory = _ => "high" };

    public static Command Create() => new Command("check", "Findings and capture numbers of a constitution.") { FileArgument, FailOption }.Running(Run);

    private static int Run(ParseResult parsed, Terminal terminal)
    {
        var text = parsed.GetValue(FailOption)!;
        var known = Enum.TryParse<Severity>(text, ignoreCase: true, out var threshold) && char.IsAsciiLetter(text[0]);
        if (!known && text != "none") throw CommandException.BadInput($"--fail-on: '{text}' is none of info, low, medium, high, critical, none");
        var constitution = ConstitutionFiles.Read(parsed.GetValue(FileArgument)!);
        var result = Checker.Check(constitution, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
        terminal.Data(CheckJson.Of(result), Lines(result));
        foreach (var note in Unexecuted.In(constitution)) terminal.Message($"note {note}");
        var severe = known ? result.AtLeast(threshold).Count() : 0;
        if (severe == 0) return ExitCode.Done;
        terminal.Message($"{severe} findings at or above {text}.");
        return ExitCode.DoesNotHold;
    }

    internal static IEnumerable<string> Lines(CheckResult result)
    {
        foreach (var finding in result.Findings)
        {
            yield return $"{finding.Check} {CheckJson.Word(finding.Severity)}{(finding.Waived is null ? "" : " (waived)")} at {finding.At}: {finding.Witness}";
            foreach (var remedy in finding.Remedies) yield return $"    remedy: {remedy.Text}";
        }
        foreach (var (target, strengths) in result.Capture)
            yield return $"capture of {CheckJson.Word(target)}: {string.Join(", ", strengths.Select(s => $"L{(int)s.Key} {s.Value.Number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? (s.Value.MembersCan ? "members only" : "nobody")}"))}";
    }
}
