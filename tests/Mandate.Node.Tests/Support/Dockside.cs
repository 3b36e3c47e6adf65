using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Mandate.Node.Sequencing;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Founding;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Roll;

namespace Mandate.Node.Tests.Support;

/// <summary>Founds the small co-operative that the tests of the rules live in, through a node.</summary>
internal static class Dockside
{
    public static byte[] Yaml { get; } = File.ReadAllBytes(Path.Combine(Repository.Root, "tests/Mandate.Organisation.Tests/Support/small.yaml"));

    public static byte[] Text { get; } = Encoding.UTF8.GetBytes("The rules, in words.");

    public static string Name(byte[] blob) => Convert.ToHexStringLower(SHA256.HashData(blob));

    /// <summary>Branch <c>b1</c> with 12 members <c>b1-01</c>.., <c>b2</c> with 8, first officers; the founding is closed.</summary>
    public static async Task FoundAsync(OrganisationNode node, bool rehearsal = false, Command? alsoFirst = null, Command? alsoLast = null)
    {
        await Open(node, rehearsal);
        if (alsoFirst is not null) await Do(node, "b1-01", alsoFirst);
        await Do(node, "b1-01", new EnterUnits([new("b1", "branch", "North Quay", null, Day(2020)), new("b2", "branch", "South Quay", null, Day(2020))]));
        await Do(node, "b1-01", new EnterMembers([.. Members("b1", 12), .. Members("b2", 8)]));
        var officers = new (string Of, string Person, string? Unit)[]
        {
            ("council", "b1-01", null), ("council", "b1-02", null), ("council", "b2-01", null), ("control", "b1-03", null), ("control", "b2-02", null),
            ("electoral", "b1-04", null), ("electoral", "b2-03", null), ("secretary", "b1-05", null), ("branch.secretary", "b1-06", "b1"), ("branch.secretary", "b2-04", "b2"),
        };
        foreach (var (of, person, unit) in officers) await Do(node, "b1-01", new NameOfficer($"t-{person}", person, new Seat(of, null, unit), Day(2027)));
        if (alsoLast is not null) await Do(node, "b1-01", alsoLast);
        await Do(node, "b1-01", new ApproveFounding());
        await Do(node, "b2-01", new ApproveFounding());
        await Do(node, "b1-01", new CloseFounding());
    }

    public static Task<Receipt> Open(OrganisationNode node, bool rehearsal = false) => Do(
        node, "b1-01", new OpenFounding(Name(Yaml), ImmutableSortedDictionary<string, string>.Empty.Add("en", Name(Text)), ["b1-01", "b2-01"], rehearsal), Yaml, Text);

    public static async Task<Receipt> Do(OrganisationNode node, string by, Command command, params byte[][] blobs)
    {
        var answer = await node.SubmitAsync(by, command, $"act-{Guid.NewGuid():n}", [.. blobs.Select(b => (ReadOnlyMemory<byte>)b)]);
        if (answer is Answer.Refused { Refusal: var r }) Assert.Fail($"{command} by {by} was refused: {r.Code} at {r.Clause}, needs {r.Needs}, given {r.Given} ({string.Join(", ", r.Args)})");
        return Assert.IsType<Answer.Accepted>(answer).Receipt;
    }

    public static EnterUnits Unit(string id) => new([new(id, "branch", id, null, Day(2020))]);

    public static DateOnly Day(int year) => new(year, 1, 1);

    public static IEnumerable<Member> Members(string unit, int count) => Enumerable.Range(1, count)
        .Select(i => new Member($"{unit}-{i:00}", unit, Day(2021), "en", MemberStatus.Active, "commitment"));
}
