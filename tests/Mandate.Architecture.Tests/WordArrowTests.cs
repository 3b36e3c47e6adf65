using System.Text.RegularExpressions;

namespace Mandate.Architecture.Tests;

/// <summary>
/// The arrows between the domain words, read from the <c>using</c> lines of <c>src/Mandate.Organisation</c>. The list in
/// <c>arrows.txt</c> is a ratchet: an arrow that is gone must leave it, a new one needs a decision record.
/// </summary>
public sealed partial class WordArrowTests
{
    private static readonly string Room = Path.Combine(Repository.Root, "src", "Mandate.Organisation");

    [Fact]
    public void The_arrows_between_words_are_those_on_the_list_and_no_others()
    {
        var listed = Listed().Select(l => $"{l.From} -> {l.To}");
        Assert.Equal(listed.Order(StringComparer.Ordinal), Actual().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_arrow_on_the_list_names_a_decision_record_that_exists()
    {
        var records = Directory.GetFiles(Path.Combine(Repository.Root, "docs", "decisions")).Select(f => Path.GetFileName(f)[..4]).ToHashSet(StringComparer.Ordinal);
        Assert.All(Listed(), l => Assert.Contains(l.Decision, records));
    }

    private static IEnumerable<string> Actual() => Directory.GetDirectories(Room)
        .SelectMany(folder => Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Using().Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value))
            .Where(to => to != Path.GetFileName(folder))
            .Select(to => $"{Path.GetFileName(folder)} -> {to}"))
        .Distinct(StringComparer.Ordinal);

    private static IEnumerable<(string From, string To, string Decision)> Listed() => File.ReadAllLines(Path.Combine(Room, "arrows.txt"))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => Line().Match(line))
        .Select(m => m.Success ? (m.Groups[1].Value, m.Groups[2].Value, m.Groups[3].Value) : throw new InvalidOperationException("A line of arrows.txt is FROM -> TO (NNNN)."));

    [GeneratedRegex(@"^using (?:\w+ = )?Mandate\.Organisation\.([A-Z]\w+)(?:;|\.)", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex(@"^(\w+) -> (\w+) \((\d{4})\)$")]
    private static partial Regex Line();
}
