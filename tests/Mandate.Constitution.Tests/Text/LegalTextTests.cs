using Mandate.Constitutions.Reader;

namespace Mandate.Constitutions.Tests.Text;

public sealed class LegalTextTests
{
    private static readonly Constitution Union = ConstitutionReader.Read(Examples.UnionFederation).Constitution!;

    /// <summary>Every ready-made constitution that has legal text has it complete.</summary>
    public static TheoryData<string> Folders =>
        [.. Directory.GetDirectories(Path.Combine(Repository.Root, "constitutions")).Where(d => Directory.EnumerateFiles(d, "text.*.md").Any()).Select(d => Path.GetFileName(d)!)];

    [Theory]
    [MemberData(nameof(Folders))]
    public void The_legal_text_is_complete_in_every_language(string folder)
    {
        var path = Path.Combine(Repository.Root, "constitutions", folder);
        var constitution = ConstitutionReader.Read(File.ReadAllText(Path.Combine(path, "constitution.yaml"))).Constitution!;
        Assert.Empty(LegalTexts.Check(constitution, Texts(path)));
    }

    [Fact]
    public void A_clause_is_worded_by_its_own_section_or_by_that_around_it()
    {
        var text = Texts(Path.Combine(Repository.Root, "constitutions", "union-federation")).Single(t => t.Language == "nl");
        Assert.Equal("bodies.congress", text.For("bodies.congress.quorum.each_vote")!.Path);
        Assert.Equal("powers", text.For("powers[3].rule")!.Path);
        Assert.Equal("procedure.default", text.For("procedure.default")!.Path);
        Assert.Null(text.For("glossary.congress"));
    }

    [Fact]
    public void Missing_unknown_and_doubled_sections_are_named()
    {
        const string Markdown = "# Statuts\n\n## 1. Nom {#title}\n\nNom.\n\n## 2. {#bodies.counsil}\n\nx\n\n## 3. {#title}\n\ny\n\n## 4. {#caps}\n";
        var faults = LegalTexts.Check(Union, [LegalText.Read("fr", Markdown)]);
        Assert.Contains(faults, f => f.Language == "nl" && f.Fault.Kind == FaultKind.MissingKey);
        Assert.Contains(faults, f => f.Fault is { Kind: FaultKind.UnknownName, Suggestion: "bodies.council", Clause.Line: 7 });
        Assert.Contains(faults, f => f.Fault is { Kind: FaultKind.DuplicateKey, Clause: { Path: "title", Line: 11 } });
        Assert.Contains(faults, f => f.Fault.Clause.Path == "caps" && f.Fault.Clause.Line == 15);
        Assert.Contains(faults, f => f.Fault.Clause.Path == "amend");
        Assert.DoesNotContain(faults, f => f.Fault.Clause.Path == "amend.ordinary");
    }

    [Fact]
    public void The_constitution_says_which_text_prevails()
    {
        Assert.Equal(["nl", "fr"], LegalTexts.Prevailing(Union));
        Assert.Equal(["en"], LegalTexts.Prevailing(ConstitutionReader.Read(Examples.Association).Constitution!));
        var one = Examples.UnionFederation.Replace("equally_authentic: true", "prevails: fr", StringComparison.Ordinal);
        Assert.Equal(["fr"], LegalTexts.Prevailing(ConstitutionReader.Read(one).Constitution!));
    }

    private static IEnumerable<LegalText> Texts(string folder) =>
        Directory.EnumerateFiles(folder, "text.*.md").Select(f => LegalText.Read(Path.GetFileName(f).Split('.')[1], File.ReadAllText(f)));
}
