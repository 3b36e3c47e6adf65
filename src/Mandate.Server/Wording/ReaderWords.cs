using System.Text.RegularExpressions;
using Mandate.Constitutions.Reader;

namespace Mandate.Server.Wording;

/// <summary>What is wrong with a constitution, in the reader's language. Keys and words of the format stay as they are written in the file.</summary>
public static partial class ReaderWords
{
    /// <summary>The fault without its place.</summary>
    public static string Message(Fault fault, Words words) => Message(fault.Message, words);

    /// <summary>The fault with line, column, clause path and what was probably meant.</summary>
    public static string Of(Fault fault, Words words) => Of(fault.ToString(), words);

    /// <summary>A fault as <see cref="Fault.ToString"/> writes it, which is how a refusal carries it.</summary>
    public static string Of(string written, Words words)
    {
        if (Written().Match(written) is not { Success: true } match) return Message(written, words);
        var path = match.Groups["path"].Value;
        var message = Message(match.Groups["message"].Value, words);
        var said = words.Say(path.Length > 0 ? "reader.at" : "reader.at-top", ("line", match.Groups["line"].Value), ("column", match.Groups["column"].Value), ("path", path), ("message", message));
        return match.Groups["near"] is { Success: true, Value: var near } ? said + " " + words.Say("reader.suggestion", ("suggestion", near)) : said;
    }

    private static string Message(string message, Words words) =>
        Phrases.Say(message, words, inner => Phrases.Say(inner, words, i => i) ?? inner) ?? message;

    [GeneratedRegex(@"^(?<line>\d+):(?<column>\d+): (?:(?<path>[a-z][\w.\[\]-]*): )?(?<message>.+?)(?:; did you mean '(?<near>.+)'\?)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Written();
}
