using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mandate.Node;
using Mandate.Node.Sequencing;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Founding;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Roll;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Votes;
using Mandate.Server;
using Mandate.Server.Keeping;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Mandate.Benchmarks;

/// <summary>
/// A congress that drowns in amendments, through the server and its log: thousands are filed to one long text, something is proposed for nine in
/// ten, the list is drawn up at the desk, voted on, and what is left is carried over and printed. Pages are asked for over HTTP.
/// </summary>
internal static class DeskBenchmark
{
    private const string Slug = "dockside", Motion = "m1", Convenor = "b1-01", Chair = "b1-07";

    private static readonly string[] Delegates = ["b1-07", "b1-08", "b2-05"];

    private static int acts;

    public static async Task RunAsync(Settings settings)
    {
        using var place = new Workplace();
        var data = place.New("data");
        var text = new LongText(settings.Characters);
        await using (var installation = Installation.Open(data))
        {
            var node = installation.Create(Slug);
            await FoundAsync(node, text.ToString());
            await FileAsync(node, text, settings.Amendments);
        }
        await ServeAsync(data, settings);
    }

    private static async Task FileAsync(OrganisationNode node, LongText text, int amendments)
    {
        var seconds = new List<double>();
        var start = Stopwatch.GetTimestamp();
        foreach (var (own, i) in text.Amended(amendments).Select((a, i) => (a, i)))
        {
            var filing = Stopwatch.GetTimestamp();
            await Do(node, Delegates[i % 3], new AmendMotion(Id(i), Motion, One(own)), own);
            seconds.Add(Stopwatch.GetElapsedTime(filing).TotalSeconds);
        }
        var all = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Table.Times(string.Create(CultureInfo.InvariantCulture, $"file one of {amendments:#,0} amendments, durable with its text"), seconds, string.Create(CultureInfo.InvariantCulture, $"all {all:0.0} s"));
        start = Stopwatch.GetTimestamp();
        // Nobody proposes to adopt both of two that exclude each other: the tenth that the floor shall decide between are drawn by their place.
        var proposed = Enumerable.Range(0, amendments).Where(i => i % 10 != 0).ToList();
        foreach (var some in proposed.Chunk(200)) await Task.WhenAll(some.Select(i => Do(node, Convenor, new ProposeProcedure(Id(i), ProposedProcedure.Adopt, None))));
        Table.Times(string.Create(CultureInfo.InvariantCulture, $"propose adoption of {proposed.Count:#,0}"), [Stopwatch.GetElapsedTime(start).TotalSeconds]);
    }

    private static async Task ServeAsync(string data, Settings settings)
    {
        await using var installation = Installation.Open(data);
        var keeper = new NodeKeeper(installation, (_, _) => null);
        await using var app = WebHost.Build(new WebHostOptions { Urls = ["http://127.0.0.1:0"], Keeper = keeper });
        await app.StartAsync();
        var node = installation.Find(Slug)!;
        using var visitor = new Visitor(new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()));
        await visitor.GetAsync($"/o/{Slug}/as/{Convenor}");
        string[] pages = [$"/o/{Slug}/motions/{Motion}", $"/o/{Slug}/motions/{Motion}/desk", $"/o/{Slug}/motions/{Motion}/draft", $"/o/{Slug}/sessions/c1/contested", $"/o/{Slug}/motions/{Motion}/lines"];
        foreach (var page in pages) await TimeAsync(visitor, page, settings.Runs, "after the start");

        var desk = (await visitor.GetAsync(pages[1])).Html;
        var start = Stopwatch.GetTimestamp();
        var listing = visitor.SendAsync(pages[1], desk, "/act/motions.form-bloc");
        await Task.Delay(5);
        var waiting = Stopwatch.GetTimestamp();
        await Do(node, Delegates[0], new WithdrawAmendment(Id(0)));
        var waited = Stopwatch.GetElapsedTime(waiting).TotalSeconds;
        await listing;
        var bloc = node.State.Motions.Find(Motion)!.Blocs[^1];
        Table.Times(string.Create(CultureInfo.InvariantCulture, $"draw up the list of {bloc.Items.Length:#,0} at the desk, until its page"), [Stopwatch.GetElapsedTime(start).TotalSeconds], $"another act meanwhile {Table.Text(waited)}");

        await OpenAsync(node);
        await TimeAsync(visitor, $"/o/{Slug}/sessions/c1/chair", settings.Runs, "in the hall");
        await TimeAsync(visitor, $"/o/{Slug}/sessions/c1", settings.Runs, "in the hall");
        await Do(node, Chair, new PutQuestion("v1", VoteKind.RollCall, "c1", null, bloc.Id, bloc.Version, "Shall the list be adopted?"));
        await Do(node, Chair, new OpenVote("v1"));
        foreach (var person in Delegates) await Do(node, person, new CastVote("v1", Choice.Yes));
        await Do(node, Chair, new CloseVote("v1"));
        start = Stopwatch.GetTimestamp();
        await Do(node, Chair, new DeclareResult("v1"));
        Table.Times("declare its result: the text made anew", [Stopwatch.GetElapsedTime(start).TotalSeconds]);
        if (node.State.Motions.Find(Motion)!.Current.Number != 2) throw new InvalidOperationException("The list did not change the text.");
        foreach (var page in pages) await TimeAsync(visitor, page, settings.Runs, "with the new text");

        start = Stopwatch.GetTimestamp();
        await visitor.GetAsync($"/o/{Slug}/as/{Chair}");
        desk = (await visitor.GetAsync(pages[1])).Html;
        start = Stopwatch.GetTimestamp();
        var before = Outdated(node);
        await visitor.SendAsync(pages[1], desk, "/carry-over");
        Table.Times(string.Create(CultureInfo.InvariantCulture, $"carry over what is left: {before - Outdated(node):#,0} of {before:#,0}, each an entry with its text"), [Stopwatch.GetElapsedTime(start).TotalSeconds]);
        start = Stopwatch.GetTimestamp();
        var pdf = await visitor.BytesAsync($"/o/{Slug}/sessions/c1/papers/motions?as=pdf");
        Table.Row("the book of motions with line numbers as PDF", 1, pdf is null ? "no browser" : Table.Text(Stopwatch.GetElapsedTime(start).TotalSeconds), "", pdf is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{pdf.Length / 1024:#,0} KiB"));
        Table.Row("memory of the server", 1, string.Create(CultureInfo.InvariantCulture, $"{Process.GetCurrentProcess().WorkingSet64 >> 20} MiB"), "", "");
        await app.StopAsync();
    }

    private static int Outdated(OrganisationNode node) => node.State.Motions.Find(Motion) is { } motion ? motion.Amendments.Count(a => a.IsOpen && motion.IsOutdated(a)) : 0;

    private static async Task TimeAsync(Visitor visitor, string page, int runs, string when)
    {
        var seconds = new List<double>();
        var (first, length) = (0.0, 0L);
        for (var run = -1; run < runs; run++)
        {
            var start = Stopwatch.GetTimestamp();
            var (status, html) = await visitor.GetAsync(page);
            var took = Stopwatch.GetElapsedTime(start).TotalSeconds;
            if ((int)status != 200) throw new InvalidOperationException($"{page}: {(int)status}");
            length = html.Length;
            if (run < 0) first = took;
            else seconds.Add(took);
        }
        Table.Times($"`{page[(Slug.Length + 3)..]}` {when}", seconds, string.Create(CultureInfo.InvariantCulture, $"first {Table.Text(first)}, {length / 1024:#,0} KiB"));
    }

    /// <summary>The small co-operative of the ready-made constitutions as a rehearsal, its congress convened, one long motion before it.</summary>
    private static async Task FoundAsync(OrganisationNode node, string text)
    {
        var yaml = await File.ReadAllTextAsync(Path.Combine(Root(), "constitutions", "small-cooperative", "constitution.yaml"));
        const string legal = "The rules, in words.";
        var official = Mandate.Constitutions.Reader.ConstitutionReader.Read(yaml).Constitution!.Languages.Official;
        await Do(node, Convenor, new OpenFounding(Name(yaml), official.ToImmutableSortedDictionary(l => l, _ => Name(legal), StringComparer.Ordinal), [Convenor, "b2-01"], true), yaml, legal);
        await Do(node, Convenor, new EnterUnits([new("b1", "branch", "North Quay", null, new(2020, 1, 1)), new("b2", "branch", "South Quay", null, new(2020, 1, 1))]));
        await Do(node, Convenor, new EnterMembers([.. Members("b1", 12), .. Members("b2", 8)]));
        var until = DateOnly.FromDateTime(node.Now.UtcDateTime).AddDays(300);
        foreach (var (of, person) in new[] { ("council", Convenor), ("council", "b1-02"), ("council", "b2-01"), ("electoral", "b1-04") }) await Do(node, Convenor, new NameOfficer("t-" + person, person, new Seat(of), until));
        foreach (var person in Delegates) await Do(node, Convenor, new NameOfficer("t-" + person, person, new Seat("congress", "delegates", person[..2]), until));
        foreach (var founder in new[] { Convenor, "b2-01" }) await Do(node, founder, new ApproveFounding());
        await Do(node, Convenor, new CloseFounding());
        var day = DateOnly.FromDateTime(node.Now.UtcDateTime).AddDays(60);
        await Do(node, Convenor, new ProposeAct("w1", "council", null, new ConveneSession("c1", "congress", null, "Dockers' Hall", new(day, new TimeOnly(10, 0), TimeSpan.Zero), day.AddDays(2), null)));
        await Do(node, "b1-02", new SignAct("w1", []));
        await Do(node, Convenor, new RecordService("c1", [.. node.State.Roll.Members.Keys.Order(StringComparer.Ordinal)], ServiceOutcome.Posted, "post", DateOnly.FromDateTime(node.Now.UtcDateTime), official[0]));
        await Do(node, Chair, new FileMotion(Motion, "c1", "ordinary", "Our programme", One(text), [], null, null, null, false), text);
    }

    private static async Task OpenAsync(OrganisationNode node)
    {
        await Do(node, Convenor, new AdvanceClock(node.State.Sessions.Find("c1")!.Opens));
        foreach (var person in Delegates)
        {
            await Do(node, "b1-04", new Accredit("c1", person, "t-" + person, null));
            await Do(node, person, new Arrive("c1", person));
        }
        await Do(node, Convenor, new OpenSession("c1"));
        await Do(node, Convenor, new AnnounceChair("c1", Chair, null));
        await Do(node, Chair, new TakeUp("c1", node.State.Sessions.Find("c1")!.Agenda.Single(i => i.Reference == Motion).Id));
    }

    private static IEnumerable<Organisation.Roll.Member> Members(string unit, int count) =>
        Enumerable.Range(1, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"{unit}-{i:00}")).Select(id => new Organisation.Roll.Member(id, unit, new(2020, 1, 1), "en", MemberStatus.Active, Name(id)));

    private static async Task Do(OrganisationNode node, string by, Command command, params string[] texts)
    {
        var answer = await node.SubmitAsync(by, command, string.Create(CultureInfo.InvariantCulture, $"a-{Interlocked.Increment(ref acts)}"), [.. texts.Select(t => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(t))]);
        if (answer is not Answer.Accepted) throw new InvalidOperationException($"{command.GetType().Name} by {by}: {answer}");
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Mandate.slnx"))) return folder.FullName;
        throw new InvalidOperationException("This is run from within the repository.");
    }

    private static string Id(int i) => string.Create(CultureInfo.InvariantCulture, $"a{i}");

    private static ImmutableSortedDictionary<string, string> One(string text) => None.Add("en", Name(text));

    private static ImmutableSortedDictionary<string, string> None => ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    private static string Name(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
