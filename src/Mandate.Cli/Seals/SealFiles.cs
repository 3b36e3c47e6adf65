using System.Globalization;
using Mandate.Cli.Ballots;
using Mandate.Cli.Contract;
using Mandate.SecretBallot.Sealing;

namespace Mandate.Cli.Seals;

/// <summary>Files of sealed documents, read with faults told.</summary>
internal static class SealFiles
{
    public static SealedDocument Document(string file) => BallotFiles.Read(file, (_, bytes) => SealedDocument.Read(bytes));

    public static SealingKey Key(string file) => BallotFiles.Read(file, (_, bytes) => SealingKey.Read(bytes.AsSpan().TrimEnd("\r\n"u8)));

    public static DateOnly Day(string option, string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day : throw CommandException.BadInput($"{option} {text}: a day as 2027-03-01 is expected");

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>When it opens, in sentences.</summary>
    public static IEnumerable<string> Opens(Opening opens)
    {
        yield return $"on {Day(opens.On)}";
        if (opens.Session is { } session) yield return $"or when a session of {session} opens";
        if (opens.Decision is { } decision) yield return $"or when {decision} decides so";
        if (opens.Silence is { } days) yield return $"or after {days} days without a sign of life of who sealed it";
    }
}
