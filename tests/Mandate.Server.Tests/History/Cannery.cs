using Mandate.Constitutions.Reader;
using Mandate.Node;
using Mandate.Node.Chronologies;
using Mandate.Server.Founding;
using Mandate.Server.Keeping;

namespace Mandate.Server.Tests.History;

/// <summary>A small chronology of our own, on a node of its own, and a server that shows it.</summary>
public sealed class Cannery : IAsyncLifetime
{
    private const string Yaml = """
        meta:
          title: {en: The quarrel at the cannery, sv: Grälet på konservfabriken, nl: De twist in de conservenfabriek, fr: La querelle de la conserverie}
          about: {en: A branch loses its hall., sv: En avdelning förlorar sin lokal., nl: Een afdeling verliest haar zaal., fr: Une section perd sa salle.}
          works:
            - {id: minutes, author: The secretary, title: Minutes of the branch}
            - {id: diary, author: A member, title: A diary}
        people: [{id: ada, names: {en: Ada}}, {id: bo, names: {en: Bo}}]
        bodies: [{id: branch, names: {en: The branch meeting}}, {id: board, names: {en: The board}}]
        offices:
          - {person: bo, office: treasurer, body: board, since_window: [2025-01-01, 2025-01-31], how: chosen by the board, source: 'minutes:1'}
        restrictions:
          - {id: no-groups, title: Nobody may form a group, by: board, since_window: [2026-03-03, 2026-03-03], end_stated_in_text: false, source: 'minutes:20'}
        documents:
          - id: offer
            title: The offer for the hall
            author: ada
            source: 'diary:3'
            custody: [{to: board, window: [2026-02-01, 2026-02-02], source: 'minutes:2'}, {to: branch, what: not handed over, window: [2026-03-01, 2026-03-02], source: 'diary:5'}]
        events:
          - {id: vote-at-night, title: A vote at night, text: 'After most had left, the sale was put to the vote.', date: [2026-03-02, 2026-03-02], actors: [bo], bodies: [branch], documents: [offer], source: {work: minutes, lines: 14-20, quote: carried late}}
          - {id: a-quiet-day, title: A quiet day, date: [2026-03-01, 2026-03-01], source: 'diary:4'}
          - {id: groups-forbidden, title: Groups are forbidden, date: [2026-03-03, 2026-03-03], source: 'minutes:20'}
        contradictions:
          - {id: hour, subject: The hour, version_a: 'minutes: nine', version_b: 'diary: midnight', events: [vote-at-night], source: ['minutes:14', 'diary:6']}
        votes:
          - {id: v1, event: vote-at-night, title: The sale, counts: {for: 9, against: 3}, fact: {position: sellers}}
        facts:
          - {events: [], when: [2025-01-01, 2025-12-31], source: 'minutes:1', states: [{kind: related, organ: branch, how: elects, other: board}]}
          - {event: vote-at-night, states: [{kind: put-to-vote, matter: sale, body: branch, session: march, binding: true, noticeDays: 0}, {kind: strength, body: board, position: sellers, seats: {exact: 3}, of: {exact: 3}}]}
          - {event: groups-forbidden, states: [{kind: restricted, restriction: no-groups, rights: [organise], by: board, endStated: false, reviewNamed: false}]}
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("mandate-cannery-").FullName;
    private Installation? installation;
    private Serving? serving;

    public HttpClient Client => serving!.Client;

    public OrganisationNode Node => installation!.Find("cannery")!;

    public async ValueTask InitializeAsync()
    {
        installation = Installation.Open(Path.Combine(folder, "data"));
        var reading = ChronologyReader.Read([new("cannery.yml", Yaml)]);
        Assert.True(reading.Chronology is not null, string.Join('\n', reading.Faults));
        await ChronologyFounding.PlayAsync(installation.Create("cannery", new NodeOptions { RehearsalStart = ChronologyFounding.Start(reading.Chronology) }), reading.Chronology, cancel: TestContext.Current.CancellationToken);
        serving = await Serving.StartAsync(new NodeKeeper(installation, (node, person) => node.Vault?.Read(person)?.GetValueOrDefault("name")), with: o => o with { Compared = [ConstitutionReader.Read(Template.Find("party")!.Yaml).Constitution!] });
    }

    public Task<HttpResponseMessage> AnswerAsync(string path) => Client.GetAsync(new Uri("/o/cannery" + path, UriKind.Relative), TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (serving is not null) await serving.DisposeAsync();
        if (installation is not null) await installation.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
