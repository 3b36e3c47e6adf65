using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Sessions;

/// <summary>The congress of the small co-operative, brought by real acts to the point where a test begins.</summary>
internal static class Congresses
{
    public static readonly string[] Delegates = ["b1-07", "b1-08", "b2-05"];

    public static readonly string[] Everybody = [.. Enumerable.Range(1, 12).Select(i => $"b1-{i:00}"), .. Enumerable.Range(1, 8).Select(i => $"b2-{i:00}")];

    /// <summary>Congress <c>c1</c>, convened by the council for that many days ahead; it lasts three days.</summary>
    public static Founded Convened(int ahead = 60, string? yaml = null)
    {
        var o = Founded.Small(yaml);
        o.Do("b1-01", Convening(o, ahead), "council");
        return o;
    }

    public static ConveneSession Convening(Founded o, int ahead, string? demand = null)
    {
        var opens = new DateTimeOffset(DateOnly.FromDateTime(o.Now.UtcDateTime).AddDays(ahead).ToDateTime(new TimeOnly(10, 0)), TimeSpan.Zero);
        return new ConveneSession("c1", "congress", null, "Dockers' Hall", opens, DateOnly.FromDateTime(opens.UtcDateTime).AddDays(2), demand);
    }

    /// <summary>Every notice posted on the day.</summary>
    public static void Serve(this Founded o, params string[] persons) =>
        o.Do("b1-01", new RecordService("c1", [.. persons.Length == 0 ? Everybody : persons], ServiceOutcome.Posted, "post", DateOnly.FromDateTime(o.Now.UtcDateTime), "en"));

    /// <summary>Two delegates of b1 and one of b2 hold mandates; substitutes of b1 in order are b1-09 and b1-10.</summary>
    public static void Elect(this Founded o)
    {
        o.Happened("b1-06", [.. Delegates.Select(p => new TenureBegan("t-" + p, p, new Seat("congress", "delegates", p[..2]), o.Now, null, new Basis(BasisKind.Election, "e1"), "c1"))]);
        o.Happened("b1-06", new SubstitutesListed(
        [
            new Substitute("b1-09", new Seat("congress", "delegates", "b1"), "c1", "e1", 1),
            new Substitute("b1-10", new Seat("congress", "delegates", "b1"), "c1", "e1", 2),
        ]));
    }

    public static void Seat(this Founded o, params string[] delegates)
    {
        foreach (var person in delegates)
        {
            o.Do("b1-04", new Accredit("c1", person, "t-" + person, null));
            o.Do(person, new Arrive("c1", person));
        }
    }

    /// <summary>Convened, served, elected; today is the first day, ten o'clock.</summary>
    public static Founded AtTheDoor(int ahead = 60, string? yaml = null)
    {
        var o = Convened(ahead, yaml);
        o.Serve();
        o.Elect();
        o.Now = o.Session().Opens;
        return o;
    }

    /// <summary>Open, all three delegates present, b1-07 presides.</summary>
    public static Founded Opened(Action<Founded>? before = null, int ahead = 60, string? yaml = null)
    {
        var o = Convened(ahead, yaml);
        o.Serve();
        o.Elect();
        before?.Invoke(o);
        o.Now = o.Session().Opens;
        o.Seat(Delegates);
        o.Do("b1-01", new OpenSession("c1"));
        o.Do("b1-01", new AnnounceChair("c1", "b1-07", null));
        return o;
    }

    public static Session Session(this Founded o) => o.State.Sessions.Find("c1")!;

    /// <summary>The three delegates vote by roll call on a subject; gives the events of the result.</summary>
    public static ImmutableArray<Event> Decide(this Founded o, string vote, string subject, int? version, Choice[] choices, string? replaces = null)
    {
        o.Do("b1-07", new PutQuestion(vote, VoteKind.RollCall, "c1", null, subject, version, "Shall it be adopted?", replaces));
        o.Do("b1-07", new OpenVote(vote));
        foreach (var (person, choice) in Delegates.Zip(choices)) o.Do(person, new CastVote(vote, choice));
        o.Do("b1-07", new CloseVote(vote));
        return o.Do("b1-07", new DeclareResult(vote));
    }
}
