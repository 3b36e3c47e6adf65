using System.Text;
using Mandate.Node.Rolls;
using Mandate.Node.Tests.Support;

namespace Mandate.Node.Tests.Rolls;

/// <summary>Rolls as other systems export them, read without a mapping by hand.</summary>
public sealed class PeerRollTests
{
    private const string Participants =
        "\"Title\",\"Given name\",\"Surname\",\"Email\",\"Membership number\",\"Structure levels\",\"Groups\",\"Participant number\",\"Vote weight\",\"Gender\",\"Pronoun\",\"Username\",\"Initial password\",\"Active\",\"Natural person\",\"Is present\",\"Comment\"\r\n"
        + "\"Dr.\",\"Max\",\"Mustermann\",\"max@example.org\",\"4711\",\"North Quay\",\"Delegates\",\"17\",\"1.000000\",\"male\",\"\",\"mmustermann\",\"\",\"1\",\"1\",\"0\",\"\"\r\n";

    private const string Contacts =
        "\"Contact ID\",\"External Identifier\",\"First Name\",\"Last Name\",\"Street Address\",\"City\",\"Postal Code\",\"Email\",\"Preferred Language\",\"Branch\",\"Membership Type\",\"Membership Status\",\"Member Since\"\n"
        + "\"12\",\"A-12\",\"Ada\",\"Berg\",\"Quay 1\",\"Harbour\",\"2000\",\"ada@example.org\",\"en_US\",\"North Quay\",\"Ordinary\",\"Current\",\"2019-05-01\"\n"
        + "\"13\",\"A-13\",\"Bo\",\"Lind\",\"Quay 2\",\"Harbour\",\"2000\",\"\",\"English (United Kingdom)\",\"North Quay\",\"Ordinary\",\"Grace\",\"2020-01-15\"\n"
        + "\"14\",\"A-14\",\"Cy\",\"Gone\",\"\",\"\",\"\",\"\",\"en_US\",\"North Quay\",\"Ordinary\",\"Expired\",\"2010-01-15\"\n"
        + "\"15\",\"A-15\",\"Di\",\"Late\",\"\",\"\",\"\",\"\",\"en_US\",\"North Quay\",\"Ordinary\",\"Pending\",\"2026-01-01\"\n";

    [Fact]
    public async Task Participants_of_OpenSlides_are_read_by_their_own_headings()
    {
        var plan = await PlanAsync(Participants);
        Assert.Equal(("Membership number", "Structure levels"), (plan.Mapping.Number, Assert.Single(plan.Mapping.Units).Column));
        Assert.Equal(["Given name", "Surname"], plan.Mapping.Name);
        var row = Assert.Single(plan.Rows);
        Assert.Equal((RowFate.New, "4711"), (row.Fate, row.Number));
    }

    [Fact]
    public async Task Members_of_CiviCRM_are_read_with_its_words_for_status_and_language()
    {
        var plan = await PlanAsync(Contacts);
        Assert.Equal("External Identifier", plan.Mapping.Number);
        Assert.Equal(["new", "in-arrears", "left", "bad-status"], plan.Rows.Select(r => r.Code));
        Assert.Equal("Member Since", plan.Mapping.Since);
        Assert.Equal(3, plan.Mapping.Address.Length);
    }

    private static async Task<RollPlan> PlanAsync(string csv)
    {
        using var folder = new TemporaryFolder();
        await using var node = OrganisationNode.Create(folder.At("dockside"));
        await Dockside.Open(node);
        return RollPlanner.Plan(node.State, node.Vault!, RollFile.Read(Encoding.UTF8.GetBytes(csv)), null, node.Now);
    }
}
