using System.Xml.Linq;

namespace Mandate.Architecture.Tests;

/// <summary>The arrows between projects: one way, as <c>docs/decisions/0001-rooms-and-arrows.md</c> draws them.</summary>
public sealed class ReferenceTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Mandate.Ed25519"] = [],
        ["Mandate.Tally"] = [],
        ["Mandate.Ledger"] = ["Mandate.Ed25519"],
        ["Mandate.SecretBallot"] = ["Mandate.Ed25519"],
        ["Mandate.Constitution"] = ["Mandate.Tally"],
        ["Mandate.Organisation"] = ["Mandate.Constitution"],
        ["Mandate.Simulation"] = ["Mandate.Organisation"],
        ["Mandate.Node"] = ["Mandate.Organisation", "Mandate.Ledger", "Mandate.SecretBallot"],
        ["Mandate.Server"] = ["Mandate.Node"],
        ["Mandate.Cli"] = ["Mandate.Server", "Mandate.Simulation", "Mandate.Demo"],
        ["Mandate.Count"] = ["Mandate.Tally"],
    };

    public static TheoryData<string> Projects => [.. Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(d => Path.GetFileName(d)!)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_what_its_room_allows(string project)
    {
        Assert.True(Allowed.TryGetValue(project, out var allowed), $"{project} has no place in the map of rooms");
        var file = XDocument.Load(Path.Combine(Repository.Root, "src", project, project + ".csproj"));
        var actual = file.Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value));
        Assert.Empty(actual.Except(allowed!, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Mandate.Ed25519"), InlineData("Mandate.Tally"), InlineData("Mandate.Ledger"), InlineData("Mandate.SecretBallot")]
    public void The_libraries_use_the_base_class_library_only(string project)
    {
        var file = XDocument.Load(Path.Combine(Repository.Root, "src", project, project + ".csproj"));
        Assert.Empty(file.Descendants("PackageReference"));
    }

    [Theory]
    [InlineData("Mandate.Ed25519"), InlineData("Mandate.Tally"), InlineData("Mandate.Ledger"), InlineData("Mandate.SecretBallot")]
    [InlineData("Mandate.Constitution"), InlineData("Mandate.Organisation")]
    public void The_pure_projects_are_checked_for_banned_symbols(string project)
    {
        var file = XDocument.Load(Path.Combine(Repository.Root, "src", project, project + ".csproj"));
        Assert.Contains(file.Descendants("MandatePure"), e => e.Value == "true");
    }

    [Fact]
    public void No_folder_is_named_for_a_thing_without_a_word()
    {
        string[] banned = ["Core", "Common", "Utils", "Helpers", "Services", "Manager", "Managers"];
        var found = Directory.GetDirectories(Path.Combine(Repository.Root, "src"), "*", SearchOption.AllDirectories)
            .Where(d => banned.Contains(Path.GetFileName(d), StringComparer.OrdinalIgnoreCase));
        Assert.Empty(found);
    }
}
