using System.CommandLine;
using Mandate.Constitutions.Checks;

namespace Mandate.Cli.Statutes;

/// <summary>The language of sentences: <c>--lang</c>, else that of the environment, else English.</summary>
internal static class SpokenLanguage
{
    public static Option<string?> Option { get; } = new("--lang") { Description = "Language of the sentences: en, sv, nl or fr; by default that of the environment (LANG)." };

    public static string Of(ParseResult parsed)
    {
        if (parsed.GetValue(Option) is not { } asked) return Wording.Known(Environment.GetEnvironmentVariable("LANG") ?? "en");
        return Wording.Languages.Contains(asked, StringComparer.Ordinal) ? asked : throw Contract.CommandException.BadInput($"--lang: '{asked}' is none of {string.Join(", ", Wording.Languages)}");
    }
}
