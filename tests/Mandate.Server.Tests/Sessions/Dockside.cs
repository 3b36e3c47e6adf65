using System.Collections.Immutable;
using System.Globalization;
using Mandate.Organisation.Founding;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Roll;
using Mandate.Organisation.Sessions;
using Mandate.Server.Tests.Founding;
using Mandate.Tests;

namespace Mandate.Server.Tests.Sessions;

/// <summary>
/// A small co-operative as a rehearsal, served: branches <c>b1</c> (12 members <c>b1-01</c>..) and <c>b2</c> (8); council b1-01, b1-02,
/// b2-01; electoral b1-04, b2-03; branch secretaries b1-06, b2-04. Odd members speak Dutch, and member 12 of a branch has no e-mail.
/// </summary>
internal sealed class Dockside : IAsyncDisposable
{
    private static readonly DateTimeOffset Start = new(2027, 1, 4, 9, 0, 0, TimeSpan.Zero);

    private readonly Serving serving;

    private Dockside(MemoryKept kept, Serving serving) => (Kept, this.serving) = (kept, serving);

    public MemoryKept Kept { get; }

    public static async Task<Dockside> OpenAsync(Func<string, string>? rules = null, Func<WebHostOptions, WebHostOptions>? with = null, bool rehearsal = true)
    {
        var kept = Found(rules ?? (y => y), rehearsal);
        return new(kept, await Serving.StartAsync(kept, with: with));
    }

    /// <summary>Somebody at the server, as that member.</summary>
    public async Task<Visitor> AsAsync(string person)
    {
        var visitor = new Visitor(serving.Client.BaseAddress!);
        return await visitor.GoAsync($"/o/dockside/as/{person}");
    }

    public HttpClient Client => serving.Client;

    /// <summary>A congress <c>c1</c> that far ahead, convened by the council; nobody is served.</summary>
    public Session Convene(int ahead = 40)
    {
        var opens = new DateTimeOffset(DateOnly.FromDateTime(Kept.Now.UtcDateTime).AddDays(ahead).ToDateTime(new TimeOnly(10, 0)), TimeSpan.Zero);
        Kept.Do("b1-01", new ProposeAct("w1", "council", null, new ConveneSession("c1", "congress", null, "Dockers' Hall", opens, DateOnly.FromDateTime(opens.UtcDateTime).AddDays(1), null)));
        Kept.Do("b1-02", new SignAct("w1", []));
        return Kept.State.Sessions.Find("c1")!;
    }

    /// <summary>The congress open, all three delegates in the hall, b1-07 presiding.</summary>
    public void Sit() => Meet(Convene());

    /// <summary>The convened congress open, all three delegates in the hall, b1-07 presiding.</summary>
    public void Meet(Session session)
    {
        foreach (var language in new[] { "en", "nl" })
            Kept.Do("b1-01", new RecordService("c1", [.. session.Entitled.Where(p => Kept.State.Roll.Member(p)!.Language == language)], ServiceOutcome.Posted, "letter", DateOnly.FromDateTime(Kept.Now.UtcDateTime), language));
        Kept.MoveTo(session.Opens);
        foreach (var person in new[] { "b1-07", "b1-08", "b2-05" })
        {
            Kept.Do("b1-04", new Accredit("c1", person, "t-" + person, null));
            Kept.Do(person, new Arrive("c1", person));
        }
        Kept.Do("b1-01", new OpenSession("c1"));
        Kept.Do("b1-01", new AnnounceChair("c1", "b1-07", null));
    }

    public async ValueTask DisposeAsync() => await serving.DisposeAsync();

    private static MemoryKept Found(Func<string, string> rules, bool rehearsal)
    {
        var yaml = File.ReadAllText(Path.Combine(Repository.Root, "tests/Mandate.Organisation.Tests/Support/small.yaml"))
            .Replace("mandate: \"0.1\"", "mandate: \"0.2\"", StringComparison.Ordinal)
            .Replace("title: {en: Dockside Co-operative}", "title: {en: Dockside Co-operative, nl: Coöperatie Dokzijde}", StringComparison.Ordinal)
            .Replace("official: [en]", "official: [en, nl]", StringComparison.Ordinal)
            .Replace("urgent_motion:", "served_by: {email: {counts: sent, plus: 1 day}, letter: {counts: posted, plus: 3 days}, by_hand: {counts: delivered}}\n  urgent_motion:", StringComparison.Ordinal);
        var kept = new MemoryKept("dockside", Start);
        var texts = ImmutableSortedDictionary<string, string>.Empty.Add("en", kept.Put("The rules.")).Add("nl", kept.Put("De regels."));
        kept.Do("b1-01", new OpenFounding(kept.Put(rules(yaml)), texts, ["b1-01", "b2-01"], rehearsal));
        kept.Do("b1-01", new EnterUnits([new("b1", "branch", "North Quay", null, new(2020, 1, 1)), new("b2", "branch", "South Quay", null, new(2020, 1, 1))]));
        var members = Members("b1", 12).Concat(Members("b2", 8)).ToList();
        var commitments = kept.Keep(members.Select(m => KeyValuePair.Create(m.Id, m.Personal)));
        kept.Do("b1-01", new EnterMembers([.. members.Select(m => new Member(m.Id, m.Id[..2], new(2021, 1, 1), m.Language, MemberStatus.Active, commitments[m.Id]))]));
        foreach (var (of, persons) in new (string, string[])[] { ("council", ["b1-01", "b1-02", "b2-01"]), ("control", ["b1-03", "b2-02"]), ("electoral", ["b1-04", "b2-03"]), ("secretary", ["b1-05"]) })
            foreach (var (person, i) in persons.Select((p, i) => (p, i)))
                kept.Do("b1-01", new NameOfficer($"t-{of}-{i}", person, new Seat(of), new(2028, 1, 1)));
        kept.Do("b1-01", new NameOfficer("t-bs-1", "b1-06", new Seat("branch.secretary", null, "b1"), new(2028, 1, 1)));
        kept.Do("b1-01", new NameOfficer("t-bs-2", "b2-04", new Seat("branch.secretary", null, "b2"), new(2028, 1, 1)));
        foreach (var person in new[] { "b1-07", "b1-08", "b2-05" }) kept.Do("b1-01", new NameOfficer("t-" + person, person, new Seat("congress", "delegates", person[..2]), new(2028, 1, 1)));
        kept.Do("b1-01", new ApproveFounding());
        kept.Do("b2-01", new ApproveFounding());
        kept.Do("b1-01", new CloseFounding());
        return kept;
    }

    private static IEnumerable<(string Id, string Language, ImmutableSortedDictionary<string, string> Personal)> Members(string unit, int count) => Enumerable.Range(1, count).Select(i =>
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{unit}-{i:00}");
        var personal = ImmutableSortedDictionary<string, string>.Empty.Add("name", $"Name {id}").Add("address", $"Quay {i}, 2000 Harbour").Add("number", id.Replace("b", "1", StringComparison.Ordinal));
        return (id, i % 2 == 1 ? "nl" : "en", i == 12 ? personal : personal.Add("email", $"{id}@members.example"));
    });
}
