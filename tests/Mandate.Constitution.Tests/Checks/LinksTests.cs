using Mandate.Constitutions.Checks;
using Mandate.Constitutions.Tests.Rules;

namespace Mandate.Constitutions.Tests.Checks;

public sealed class LinksTests
{
    [Fact]
    public void Every_link_of_the_federation_names_a_clause_that_it_has()
    {
        var federation = Parse.Read(Examples.UnionFederation);
        var clauses = Clauses(federation);
        Assert.All(Links.Of(federation), a => Assert.Contains(a.Clause ?? "", clauses));
        Assert.Equal(Enum.GetValues<Link>(), Links.Of(federation).Select(a => a.Link));
    }

    [Theory]
    [InlineData("rights.platform.may_not_require", null, Link.Tendencies)]
    [InlineData("procedure.by_object.restrict_right.sunset", null, Link.Sunset)]
    [InlineData("rights.appeal.to", "council", Link.Defence)]
    [InlineData("bodies.editors.tags", "[executive]", Link.Press)]
    [InlineData("electorates.members.expel.appeal_to", null, Link.DueProcess)]
    [InlineData("electorates.members.expel.by", "editors", Link.Channels)]
    [InlineData("bodies.congress.convene.by", "region.council", Link.OwnOrgans)]
    public void A_clause_that_is_struck_out_or_given_to_the_leadership_breaks_its_link_and_no_other(string at, string? value, Link broken)
    {
        var after = Amendment.Apply(Examples.UnionFederation, [new(at, value)]).Reading.Constitution!;
        Assert.Equal([broken], Links.Of(after).Where(a => a.Clause is null).Select(a => a.Link));
    }

    [Fact]
    public void A_right_that_takes_several_members_is_told_and_one_of_every_member_is_not()
    {
        var narrow = Links.Narrow(Parse.Read(Examples.UnionFederation));
        Assert.Equal(["50 members", "1% of members"], narrow.Single(r => r.Right == "platform").Who);
        Assert.DoesNotContain(narrow, r => r.Right == "addressed_documents");
        Assert.All(narrow, r => Assert.StartsWith("rights.", r.Clause, StringComparison.Ordinal));
    }

    private static HashSet<string> Clauses(Constitution constitution)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        void Walk(Datum datum)
        {
            found.Add(datum.Clause.Path);
            if (datum is Datum.Map map) foreach (var entry in map.Entries) Walk(entry.Value);
            if (datum is Datum.List list) foreach (var item in list.Items) Walk(item);
        }
        Walk(constitution.Source);
        return found;
    }
}
