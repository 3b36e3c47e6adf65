using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Votes;

/// <summary>Meetings and elections of the small co-operative, brought to the point where a test begins.</summary>
internal static class Halls
{
    public static readonly Seat DelegatesOfB1 = new("congress", "delegates", "b1");

    /// <summary>Congress <c>c1</c> is convened: two delegates of b1, one of b2.</summary>
    public static Founded WithCongress(string? yaml = null)
    {
        var o = Founded.Small(yaml);
        Convene(o, "c1", "congress", null, ImmutableSortedDictionary<string, int>.Empty.Add("b1", 2).Add("b2", 1));
        return o;
    }

    /// <summary>Congress <c>c1</c> is open with the delegates b1-07, b1-08 and b2-05 present; b1-07 presides.</summary>
    public static Founded InCongress(string? yaml = null)
    {
        var o = WithCongress(yaml);
        foreach (var (person, unit) in new[] { ("b1-07", "b1"), ("b1-08", "b1"), ("b2-05", "b2") })
        {
            var tenure = $"d-{person}";
            o.Happened("b1-04",
                new TenureBegan(tenure, person, new Seat("congress", "delegates", unit), o.Now, null, new Basis(BasisKind.Election, "e0"), "c1"),
                new Accredited("c1", person, tenure, unit, null, null),
                new Arrived("c1", person));
        }
        o.Happened("b1-01", new SessionOpened("c1", "b1-07", new QuorumFigures(2, 3, 3, "bodies.congress.quorum", "2/3 of seats"), new ServiceSummary(20, 20, 0, 0, 0, 0, 0)));
        return o;
    }

    /// <summary>The congress elects: nominations, papers of the three delegates, the count; gives the papers' name.</summary>
    public static string Elects(this Founded o, string election, Seat place, string[] candidates, params string[][] papers)
    {
        o.Do("b1-07", new OpenNominations(election, "c1", place, null));
        foreach (var person in candidates) o.Do(person, new Nominate(election, person));
        o.Do("b1-07", new CloseNominations(election));
        o.Do("b1-07", new NameTellers(election, ["b1-11", "b1-12"]));
        return o.Ballot(election, papers);
    }

    /// <summary>One ballot of an election whose candidates stand.</summary>
    public static string Ballot(this Founded o, string election, params string[][] papers)
    {
        o.Do("b1-07", new OpenVote(election));
        o.Do("b1-11", new IssuePapers(election, ["b1-07", "b1-08", "b2-05"]));
        o.Do("b1-07", new CloseVote(election));
        var ballots = o.Blt(election, papers);
        foreach (var teller in new[] { "b1-11", "b1-12" }) o.Do(teller, new EnterPapers(election, ballots, new(3, papers.Length, 3 - papers.Length, 0, 0)));
        o.Do("b1-07", new PublishElection(election, ballots));
        return ballots;
    }

    /// <summary>Meeting <c>m1</c> of branch b1 is open; b1-06 presides; these members are present.</summary>
    public static Founded InBranchMeeting(params string[] present) => InBranchMeeting(yaml: null, present);

    /// <inheritdoc cref="InBranchMeeting(string[])"/>
    public static Founded InBranchMeeting(string? yaml, string[] present)
    {
        var o = Founded.Small(yaml);
        Convene(o, "m1", "branch.meeting", "b1", ImmutableSortedDictionary<string, int>.Empty);
        o.Happened("b1-06", [.. present.Select(p => (Event)new Arrived("m1", p)), new SessionOpened("m1", "b1-06", new QuorumFigures(3, present.Length, 12, "", ""), new ServiceSummary(12, 12, 0, 0, 0, 0, 0))]);
        return o;
    }

    /// <summary>Congress <c>c1</c> is convened with so many delegates of one branch.</summary>
    public static void ConveneFor(Founded o, string unit, int seats) =>
        Convene(o, "c1", "congress", null, ImmutableSortedDictionary<string, int>.Empty.Add(unit, seats));

    public static void Item(this Founded o, string session, string id) => o.Happened("b1-01", new ItemPut(session, new AgendaItem(id, ItemKind.Other, id, null)));

    /// <summary>Election <c>e1</c> of the delegates of b1 stands: candidates b1-07, b1-08, b1-09; tellers b1-10, b1-11.</summary>
    public static Founded WithCandidates(params string[] candidates)
    {
        var o = WithCongress();
        o.Do("b1-06", new OpenNominations("e1", null, DelegatesOfB1, "c1"));
        foreach (var person in candidates.Length > 0 ? candidates : ["b1-07", "b1-08", "b1-09"]) o.Do(person, new Nominate("e1", person));
        o.Do("b1-06", new CloseNominations("e1"));
        o.Do("b1-06", new NameTellers("e1", ["b1-10", "b1-11"]));
        return o;
    }

    /// <summary>As <see cref="WithCandidates"/>, papers given to the first <paramref name="voters"/> members of b1 and the box closed.</summary>
    public static Founded WithBox(int voters)
    {
        var o = WithCandidates();
        o.Do("b1-06", new OpenVote("e1"));
        o.Do("b1-10", new IssuePapers("e1", [.. Enumerable.Range(1, voters).Select(i => $"b1-{i:00}")]));
        o.Do("b1-06", new CloseVote("e1"));
        return o;
    }

    /// <summary>A BLT file of these rankings, each best first.</summary>
    public static string Blt(this Founded o, string election, params string[][] papers)
    {
        var vote = o.State.Votes.Find(election)!;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{vote.CandidateOrder.Length} {vote.Seats}\n");
        foreach (var paper in papers) text.Append(CultureInfo.InvariantCulture, $"1 {string.Join(' ', paper.Select(p => vote.CandidateOrder.IndexOf(p) + 1))} 0\n");
        text.Append("0\n");
        foreach (var candidate in vote.CandidateOrder) text.Append(CultureInfo.InvariantCulture, $"\"{candidate}\"\n");
        return o.Blob(text.Append("\"Delegates\"\n").ToString());
    }

    public static void Convene(Founded o, string id, string body, string? unit, ImmutableSortedDictionary<string, int> delegates)
    {
        var entitled = Entitlement.ToNotice(o.State, body, unit, o.Now);
        o.Happened("b1-01", new SessionConvened(id, body, unit, "Hall", "council", o.Now, DateOnly.FromDateTime(o.Now.UtcDateTime).AddDays(2), DateOnly.FromDateTime(o.Now.UtcDateTime),
            delegates, entitled.Length, Entitlement.Digest(entitled), [], null));
    }
}
