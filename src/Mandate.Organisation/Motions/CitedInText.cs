using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Mandate.Organisation.Motions;

/// <summary>What a text names in the record, by which two decisions are seen to be about the same: <c>motion:ID</c>, <c>document:ID</c>, <c>restriction:ID</c>.</summary>
public static partial class CitedInText
{
    /// <summary>In the order of the text, each once.</summary>
    public static ImmutableArray<string> In(string text) => [.. Named().Matches(text).Select(m => m.Value).Distinct(StringComparer.Ordinal)];

    [GeneratedRegex(@"\b(?:motion|document|restriction):[A-Za-z0-9][A-Za-z0-9_-]*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named();
}
