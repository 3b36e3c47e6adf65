using System.Collections.Immutable;
using Mandate.Server.Keeping;

namespace Mandate.Server.Acting;

/// <summary>Those who hold parts of a key, one on each line: a person, and after <c>=</c> the camp that they are of.</summary>
internal static class CampLines
{
    public static ImmutableArray<(string Person, string Camp)> Read(Visit visit, Filling filling, string field) =>
    [
        .. filling.Text(field).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => line.Split('=', 2, StringSplitOptions.TrimEntries))
            .Select(parts => (PersonSearch.Find(visit, parts[0]) is [var one] ? one : filling.Fail(field, "founding.nobody-called", ("text", parts[0])), parts.Length == 2 ? parts[1] : "")),
    ];
}
