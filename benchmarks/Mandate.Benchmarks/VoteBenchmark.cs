using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Mandate.Demo;
using Mandate.Node;
using Mandate.Node.Sequencing;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Founding;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Votes;

namespace Mandate.Benchmarks;

/// <summary>One roll call in the demo's congress: all delegates vote at the same moment, the chair closes and declares.</summary>
internal static class VoteBenchmark
{
    public static async Task RunAsync(Settings settings)
    {
        using var place = new Workplace();
        var (data, _) = place.Demo();
        var toResult = new List<double>();
        var latencies = new ConcurrentBag<double>();
        var voters = 0;
        for (var run = -1; run < settings.Runs; run++)
        {
            var copy = place.Copy(data);
            await using var node = OrganisationNode.Open(Path.Combine(copy, DemoInstallation.Name), new() { Keys = Path.Combine(OrganisationFolder.DefaultKeys(copy), DemoInstallation.Name) });
            var hall = await OpenCongressAsync(node);
            var vote = $"v-{run + 1}";
            await Do(node, hall.Chair, new PutQuestion(vote, VoteKind.RollCall, hall.Session, null, hall.Motion, 1, "Shall it be adopted?"));
            await Do(node, hall.Chair, new OpenVote(vote));
            var start = Stopwatch.GetTimestamp();
            await Task.WhenAll(hall.Voters.Select((person, i) => Task.Run(async () =>
            {
                var cast = Stopwatch.GetTimestamp();
                await Do(node, person, new CastVote(vote, i % 3 == 0 ? Choice.No : Choice.Yes));
                if (run >= 0) latencies.Add(Stopwatch.GetElapsedTime(cast).TotalSeconds);
            })));
            await Do(node, hall.Chair, new CloseVote(vote));
            await Do(node, hall.Chair, new DeclareResult(vote));
            if (node.State.Votes.Find(vote)?.Outcome is null) throw new InvalidOperationException("The vote has no result.");
            voters = hall.Voters.Count;
            if (run >= 0) toResult.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
        Table.Times($"roll call of {voters} delegates at once, until the result is declared and durable", toResult);
        var sorted = latencies.Order().ToArray();
        Table.Row("one of these votes, until its receipt", sorted.Length, Table.Text(Table.At(sorted, 50)), $"{Table.Text(sorted[0])} – {Table.Text(sorted[^1])}", string.Create(CultureInfo.InvariantCulture, $"99th {Table.Text(Table.At(sorted, 99))}"));
    }

    internal sealed record Hall(string Session, string Chair, string Motion, IReadOnlyList<string> Voters);

    /// <summary>The delegates are accredited and in the hall, the congress is open, a motion is taken up.</summary>
    internal static async Task<Hall> OpenCongressAsync(OrganisationNode node)
    {
        var congress = node.State.Sessions.All.Values.Single(s => s.Body == "congress");
        var offices = node.State.Offices;
        await Do(node, node.State.Founding.Founders[0], new AdvanceClock(congress.Opens));
        var delegates = offices.Holders("congress", node.Now).OrderBy(t => t.Id, StringComparer.Ordinal).ToList();
        var desk = offices.Holders("electoral", node.Now).Select(t => t.Person).Order(StringComparer.Ordinal).First();
        var convenor = offices.Holders("council", node.Now).OrderBy(t => t.Id, StringComparer.Ordinal).First().Person;
        foreach (var tenure in delegates)
        {
            await Do(node, desk, new Accredit(congress.Id, tenure.Person, tenure.Id, null));
            await Do(node, desk, new Arrive(congress.Id, tenure.Person));
        }
        await Do(node, convenor, new OpenSession(congress.Id));
        var chair = delegates[0].Person;
        await Do(node, convenor, new AnnounceChair(congress.Id, chair, null));
        var motion = node.State.Motions.All.Values.Where(m => m.Class == "ordinary" && m.Amendments.IsEmpty).OrderBy(m => m.Id, StringComparer.Ordinal).First();
        await Do(node, chair, new TakeUp(congress.Id, node.State.Sessions.Find(congress.Id)!.Agenda.Single(i => i.Reference == motion.Id).Id));
        return new(congress.Id, chair, motion.Id, [.. delegates.Select(t => t.Person).Distinct(StringComparer.Ordinal)]);
    }

    internal static async Task Do(OrganisationNode node, string by, Command command)
    {
        var answer = await node.SubmitAsync(by, command, Guid.NewGuid().ToString("N"));
        if (answer is not Answer.Accepted) throw new InvalidOperationException($"{command} by {by}: {answer}");
    }
}
