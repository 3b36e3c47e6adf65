using FsCheck;
using FsCheck.Fluent;
using Mandate.Constitutions.Reader;

namespace Mandate.Constitutions.Tests.Text;

public sealed class AmendmentTests
{
    private static readonly Constitution Union = ConstitutionReader.Read(Examples.UnionFederation).Constitution!;

    [Fact]
    public void Every_clause_is_found_by_its_path()
    {
        foreach (var clause in Clauses.All(Union)) Assert.Same(clause, Clauses.At(Union, clause.Clause.Path));
        Assert.Null(Clauses.At(Union, "bodies.council.remove[2]"));
        Assert.Null(Clauses.At(Union, "bodies.nobody"));
    }

    [Theory]
    [InlineData("bodies.control", "bodies.control.remove[0]", true)]
    [InlineData("bodies.control", "bodies.control", true)]
    [InlineData("bodies.control", "bodies.controllers", false)]
    [InlineData("powers", "powers[3]", true)]
    [InlineData("", "powers[3]", true)]
    public void A_clause_covers_what_lies_below_it(string clause, string path, bool covers) => Assert.Equal(covers, Clauses.Covers(clause, path));

    [Fact]
    public void An_amendment_changes_one_clause_and_leaves_the_rest_of_the_file_alone()
    {
        var amended = Amendment.Apply(Examples.UnionFederation, [new("procedure.default.notice", "28 days")]);
        var after = Assert.IsType<Constitution>(amended.Reading.Constitution);
        var change = Assert.Single(ConstitutionDiff.Between(Union, after));
        Assert.Equal(("procedure.default.notice", "21 days", "28 days"), (change.Path, change.OldText, change.NewText));
        Assert.Equal(1, Differing(Examples.UnionFederation, amended.Yaml));
    }

    [Fact]
    public void Several_edits_use_the_paths_of_the_text_before_the_amendment()
    {
        var amended = Amendment.Apply(Examples.UnionFederation,
        [
            new("powers[0]", null),
            new("powers[2].rule", "2/3 of votes cast"),
            new("powers[10]", "{id: archive, verb: publish, object: archive, holder: control}"),
            new("bodies.council.quorum", "2/3 of seats"),
            new("bodies.editors.tags", "[electoral]"),
            new("bodies.library", "{seats: {count: 2, by: {elect: {body: congress, method: stv}}}, term: {length: 1 year, consecutive: 2}}"),
            new("caps", "[]"),
            new("rights.appeal.then", null),
        ]);
        Assert.Empty(amended.Reading.Faults);
        var changes = ConstitutionDiff.Between(Union, amended.Reading.Constitution!);
        Assert.Equal(
            ["Added bodies.editors.tags", "Added bodies.library", "Added powers[9]", "Changed bodies.council.quorum", "Changed powers[1].rule", "Removed caps[0]", "Removed powers[0]", "Removed rights.appeal.then"],
            changes.Select(c => $"{c.Kind} {c.Path}").Order(StringComparer.Ordinal));
        Assert.Contains("# nobody is moved to another branch against their will", amended.Yaml, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_clause_can_be_struck_out_or_replaced_and_nothing_else_changes()
    {
        var clauses = Clauses.All(Union).Where(c => c.Clause.Path.Length > 0).ToArray();
        Prop.ForAll(Gen.Elements(clauses).ToArbitrary(), Gen.Elements("null", "7", "a word", "{a: [1, {b: c}]}", "[x]").ToArbitrary(), (clause, words) =>
        {
            var path = clause.Clause.Path;
            var same = Amendment.Apply(Examples.UnionFederation, [new(path, Clauses.Text(clause))]);
            Assert.Equal(Canonical.Hash(Union), Canonical.Hash(same.Reading.Constitution!));
            Assert.StartsWith("# A federation of unions", same.Yaml, StringComparison.Ordinal);
            // These break the constitution, so only the text can be looked at: it still is well-formed and says what it should.
            foreach (var edit in new ClauseEdit[] { new(path, words), new(path, null) })
            {
                var broken = Amendment.Apply(Examples.UnionFederation, [edit]);
                Assert.DoesNotContain(broken.Reading.Faults, f => f.Kind is FaultKind.Syntax or FaultKind.DuplicateKey);
                // A clause that says 7 and is to say 7 stays as it is.
                var least = edit.Yaml == Clauses.Text(clause) ? 0 : 1;
                Assert.InRange(Differing(Examples.UnionFederation, broken.Yaml), least, Examples.UnionFederation.Split('\n').Length / 2);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    [Theory]
    [InlineData("bodies.nobody", null, "no such clause")]
    [InlineData("rights.nothing.who", "3 seats", "no such clause")]
    [InlineData("procedure.nothing.quorum", "3 seats", "no such clause")]
    [InlineData("powers[99]", "{id: x, verb: decide, object: x, holder: council}", "no such clause")]
    [InlineData("procedure.default.notice", "[", "in the new words")]
    [InlineData("", "{}", "an amendment names clauses")]
    public void What_cannot_be_applied_is_refused_with_its_clause(string path, string? yaml, string reason)
    {
        var amended = Amendment.Apply(Examples.UnionFederation, [new(path, yaml)]);
        Assert.Equal(Examples.UnionFederation, amended.Yaml);
        Assert.Contains(amended.Reading.Faults, f => f.Clause.Path == path && f.Message.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void An_amendment_of_a_clause_and_of_one_inside_it_is_refused() =>
        Assert.False(Amendment.Apply(Examples.UnionFederation, [new("bodies.council", "{}"), new("bodies.council.quorum", "3 seats")]).Reading.Succeeded);

    [Fact]
    public void An_amendment_whose_result_is_no_constitution_has_the_faults_of_the_result()
    {
        var amended = Amendment.Apply(Examples.UnionFederation, [new("bodies.electoral", null)]);
        Assert.Contains(amended.Reading.Faults, f => f.Kind == FaultKind.UnknownName && f.Clause.Path == "electorates.members.register.kept_by");
    }

    private static int Differing(string a, string b)
    {
        var (x, y) = (a.Split('\n'), b.Split('\n'));
        var start = x.Zip(y).TakeWhile(p => p.First == p.Second).Count();
        var end = x.Reverse().Zip(y.Reverse()).TakeWhile(p => p.First == p.Second).Count();
        return Math.Max(x.Length, y.Length) - Math.Min(start + end, Math.Max(x.Length, y.Length));
    }
}
