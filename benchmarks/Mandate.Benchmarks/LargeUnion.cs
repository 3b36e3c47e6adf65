using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mandate.Demo;
using Mandate.Node;
using Mandate.Node.Sequencing;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Founding;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Roll;
using Mandate.Organisation.Sessions;

namespace Mandate.Benchmarks;

/// <summary>
/// A union of any size under the demo's constitution, real and not a rehearsal, with a congress convened and motions before it that
/// every member may sign: as many acts as members times motions, each decided by the rules.
/// </summary>
internal sealed class LargeUnion(OrganisationNode node, int members)
{
    private const int MembersPerEntry = 120;
    private const string Congress = "congress-1";
    private readonly List<Task<Answer>> pending = [];
    private readonly DateOnly today = DateOnly.FromDateTime(node.Now.UtcDateTime);
    private int acts;

    /// <summary>The members and what each signs: all members the first motion, then all the second.</summary>
    public IEnumerable<(string By, Command Command)> Signatures(int motions) =>
        from motion in Enumerable.Range(0, motions) from member in Enumerable.Range(1, members - 1) select (Member(member), (Command)new SupportMotion(Motion(motion)));

    /// <summary>Founds it, convenes the congress and files the motions.</summary>
    public async Task FoundAsync(int motions)
    {
        var (yaml, texts) = DemoInstallation.Constitution;
        var founder = Member(0);
        await DoAsync(founder, new OpenFounding(Name(yaml), texts.ToImmutableSortedDictionary(t => t.Key, t => Name(t.Value), StringComparer.Ordinal), [founder], false), [yaml, .. texts.Values]);
        await EnterAsync(founder);
        foreach (var (seat, i) in Seats().Select((s, i) => (s, i))) await DoAsync(founder, new NameOfficer($"t-{i}", Member(i), seat, today.AddDays(400)));
        await DoAsync(founder, new ApproveFounding());
        await DoAsync(founder, new CloseFounding());
        var opens = new DateTimeOffset(today.AddDays(150), new TimeOnly(9, 0), TimeSpan.Zero);
        await DoAsync(Member(0), new ProposeAct("w-1", "council", null, new ConveneSession(Congress, "congress", null, "Antwerpen", opens, today.AddDays(152), null)));
        foreach (var i in Enumerable.Range(1, 7)) await DoAsync(Member(i), new SignAct("w-1", []));
        foreach (var motion in Enumerable.Range(0, motions))
        {
            var text = $"Motion {motion}";
            await DoAsync(Member(0), new FileMotion(Motion(motion), Congress, "ordinary", text, ImmutableSortedDictionary<string, string>.Empty.Add("nl", Name(text)).Add("fr", Name(text)), [], null, null, null, false), [text]);
        }
        await SettleAsync();
    }

    private async Task EnterAsync(string founder)
    {
        var branches = Math.Max(120, members / 2_000);
        var from = today.AddDays(-1);
        await DoAsync(founder, new EnterUnits([.. Enumerable.Range(0, 6).Select(r => new Unit($"r-{r}", "region", $"Region {r}", null, from))]));
        foreach (var some in Enumerable.Range(0, branches).Chunk(100)) await DoAsync(founder, new EnterUnits([.. some.Select(b => new Unit(Branch(b), "branch", $"Branch {b}", $"r-{b % 6}", from))]));
        foreach (var some in Enumerable.Range(0, members).Chunk(MembersPerEntry))
            await DoAsync(founder, new EnterMembers([.. some.Select(i => new Organisation.Roll.Member(Member(i), Branch((int)((long)i * branches / members)), today.AddDays(-400 - i % 3000), i % 2 == 0 ? "nl" : "fr", MemberStatus.Active, Name(Member(i))))]));
    }

    private static IEnumerable<Seat> Seats() =>
        [.. Enumerable.Range(0, 9).Select(_ => new Seat("council", "congress_elected", null)), .. Enumerable.Range(0, 6).Select(r => new Seat("council", "region_elected", $"r-{r}"))];

    private async Task DoAsync(string by, Command command, params IEnumerable<string> texts)
    {
        pending.Add(node.SubmitAsync(by, command, $"f-{acts++}", [.. texts.Select(t => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(t))]));
        if (acts == 1 || pending.Count >= 500) await SettleAsync();
    }

    private async Task SettleAsync()
    {
        foreach (var answer in await Task.WhenAll(pending))
            if (answer is not Answer.Accepted) throw new InvalidOperationException($"The large union cannot be founded: {answer}");
        pending.Clear();
    }

    /// <summary>An id as real ones are: no order in it, the same for the same number.</summary>
    private static string Member(int i) => "m-" + ((uint)i * 2_654_435_769u).ToString("x8", CultureInfo.InvariantCulture);

    private static string Branch(int i) => string.Create(CultureInfo.InvariantCulture, $"b-{i:0000}");

    private static string Motion(int i) => string.Create(CultureInfo.InvariantCulture, $"motion-{i}");

    private static string Name(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
