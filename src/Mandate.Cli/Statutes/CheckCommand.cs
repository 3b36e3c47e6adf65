using System.CommandLine;
using System.Globalization;
using Mandate.Cli.Contract;
using Mandate.Constitutions.Checks;
using Mandate.Constitutions.Reader;

namespace Mandate.Cli.Statutes;

/// <summary><c>mandate check</c>: what a constitution makes possible, how few can capture it, and what would mend it.</summary>
internal static class CheckCommand
{
    private static readonly Argument<FileInfo> FileArgument = new("FILE") { Description = "The constitution, in YAML." };
    private static readonly Option<string> FailOption = new("--fail-on") { Description = "Exit with 1 where a finding is this severe or more: info, low, medium, high, critical or none.", DefaultValueFactory = _ => "high" };

    /// <summary>Remedies of a hundred committees take about a second; what takes much longer is cut short, and said.</summary>
    private static readonly TimeSpan LongestForRemedies = TimeSpan.FromSeconds(20);

    public static Command Create() => new Command("check", "Findings and capture numbers of a constitution.") { FileArgument, FailOption, SpokenLanguage.Option }.Running(Run);

    private static int Run(ParseResult parsed, Terminal terminal)
    {
        var text = parsed.GetValue(FailOption)!;
        var known = Enum.TryParse<Severity>(text, ignoreCase: true, out var threshold) && char.IsAsciiLetter(text.FirstOrDefault());
        if (!known && text != "none") throw CommandException.BadInput($"--fail-on: '{text}' is none of info, low, medium, high, critical, none");
        var language = SpokenLanguage.Of(parsed);
        var constitution = ConstitutionFiles.Read(parsed.GetValue(FileArgument)!);
        var begun = TimeProvider.System.GetTimestamp();
        var result = Checker.Check(constitution, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime), remedies: true, enough: () => TimeProvider.System.GetElapsedTime(begun) > LongestForRemedies);
        result = result with { Control = ControlChains.Of(constitution) };
        terminal.Data(CheckJson.Of(result, language), Lines(result, language));
        if (Unexecuted.In(constitution) is { IsEmpty: false } kept)
            terminal.Message($"note: {kept.Length} clauses are kept and shown, and the software does not act on them: {string.Join(", ", kept.Select(n => n.Clause.Path))}");
        if (result.RemediesLeft > 0) terminal.Message($"note: remedies were not tried for the last {result.RemediesLeft} findings, because there are so many");
        var severe = known ? result.AtLeast(threshold).Count() : 0;
        if (severe == 0) return ExitCode.Done;
        terminal.Message($"{severe} findings at or above {text}.");
        return ExitCode.DoesNotHold;
    }

    private static IEnumerable<string> Lines(CheckResult result, string language)
    {
        foreach (var finding in result.Findings)
        {
            yield return $"{finding.Check} {CheckJson.Word(finding.Severity)} at {finding.At}: {finding.Says.In(language)}";
            if (finding.Waived is { } waiver) yield return string.Create(CultureInfo.InvariantCulture, $"    waived by {waiver.AdoptedBy.Id} until {waiver.Expires:yyyy-MM-dd}: {waiver.Reason}");
            foreach (var remedy in finding.Remedies.Take(3))
                yield return $"    remedy{(remedy.Mends ? "" : " (in part)")}: {remedy.Says.In(language)}" + (remedy.Before == remedy.After ? "" : $" (capture of {CheckJson.Word(remedy.Target)} at L{(int)remedy.Strength}: {Number(remedy.Before)} before, {Number(remedy.After)} after)");
        }
        foreach (var (target, strengths) in result.Capture)
            yield return $"capture of {CheckJson.Word(target)}: {string.Join(", ", strengths.Select(s => $"L{(int)s.Key} {Number(s.Value)}"))}";
        yield return $"members who can remove the executive: {Number(result.Accountability.Forced)}, at the least attendance {Number(result.Accountability.Ambush)}";
        foreach (var chain in result.Control.Where(c => !c.EndsWithMembers)) yield return $"control of {chain.Place} does not end with the members";
        yield return "assumed where nothing is declared: a secret ballot and a neutral chair; caucuses outside the rules are not seen";
    }

    private static string Number(CaptureNumber number) => number.Number is not { } few ? number.Reason == "members" ? "members only" : "nobody"
        : number.Exact ? Number(few) : string.Create(CultureInfo.InvariantCulture, $"{number.AtLeast} to {few}");

    private static string Number(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "members only";
}
