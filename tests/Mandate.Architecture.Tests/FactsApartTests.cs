using System.Text.RegularExpressions;

namespace Mandate.Architecture.Tests;

/// <summary>Facts de facto give no right: no rule that permits an act reads them (docs/decisions/0160).</summary>
public sealed partial class FactsApartTests
{
    private static readonly string Room = Path.Combine(Repository.Root, "src", "Mandate.Organisation");

    /// <summary>The word of the facts itself, the guards that look, and the two files that hold the state together.</summary>
    private static readonly string[] Readers = ["Facts", "Guards"];

    [Fact]
    public void No_word_but_facts_and_guards_reads_the_facts()
    {
        var others = Directory.GetFiles(Room, "*.cs", SearchOption.AllDirectories)
            .Where(file => Path.GetRelativePath(Room, file).Split(Path.DirectorySeparatorChar) is [var word, _, ..] && !Readers.Contains(word, StringComparer.Ordinal))
            .Where(file => ReadsFacts().IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetRelativePath(Room, file));
        Assert.Empty(others);
    }

    [Fact]
    public void No_guard_or_predicate_reads_the_state_behind_the_facts_it_is_given()
    {
        // Guards called by rules must not reach the recorded facts: they see the view they are handed, nothing else.
        var reach = Directory.GetFiles(Path.Combine(Room, "Guards"), "*Guards.cs").Where(file => File.ReadAllText(file).Contains("State ", StringComparison.Ordinal));
        Assert.Empty(reach.Select(Path.GetFileName));
    }

    [Fact]
    public void No_code_names_a_guard_or_an_event_in_order_to_make_it_fire()
    {
        var named = Directory.GetFiles(Room, "*.cs", SearchOption.AllDirectories).Where(file => EventId().IsMatch(File.ReadAllText(file)));
        Assert.Empty(named.Select(Path.GetFileName));
    }

    [GeneratedRegex(@"\.Facts\b(?!;)|FactsState\b")]
    private static partial Regex ReadsFacts();

    [GeneratedRegex("\"E\\d{3}\"")]
    private static partial Regex EventId();
}
