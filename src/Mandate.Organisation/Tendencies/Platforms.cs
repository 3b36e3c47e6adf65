using System.Collections.Immutable;

namespace Mandate.Organisation.Tendencies;

/// <summary>The points of a platform: paragraphs, parted by empty lines, numbered from 1 (S102).</summary>
public static class Platforms
{
    public static ImmutableArray<string> Points(string text) =>
        [.. text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
