using System.Collections.Immutable;
using Mandate.Organisation;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Founding;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Roll;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Votes;

namespace Mandate.Tests;

/// <summary>
/// The small co-operative as a rehearsal, its congress <c>c1</c> convened sixty days ahead. Branches b1 and b2; council b1-01, b1-02,
/// b2-01; control b1-03, b2-02; electoral b1-04; delegates b1-07, b1-08, b2-05.
/// </summary>
internal static class Cooperative
{
    public static readonly string[] Delegates = ["b1-07", "b1-08", "b2-05"];

    public const string LegalText = "# Dockside\n\n## Article 1. Notice {#procedure.default}\n\nMotions are noticed 14 days before.\n\n## Article 2. Congress {#bodies.congress}\n\nThe congress meets every two years.\n";

    public static string Rules => File.ReadAllText(Path.Combine(Repository.Root, "tests", "Mandate.Organisation.Tests", "Support", "small.yaml"));

    public static MemoryKept Play(string? rules = null)
    {
        var kept = new MemoryKept("dockside", new DateTimeOffset(2026, 1, 1, 9, 0, 0, TimeSpan.Zero));
        kept.Do("b1-01", new OpenFounding(kept.Put(rules ?? Rules), ImmutableSortedDictionary<string, string>.Empty.Add("en", kept.Put(LegalText)), ["b1-01", "b2-01"], true));
        kept.Do("b1-01", new EnterUnits([new("b1", "branch", "North Quay", null, Day(2020)), new("b2", "branch", "South Quay", null, Day(2020))]));
        kept.Do("b1-01", new EnterMembers([.. Members("b1", 12), .. Members("b2", 8)]));
        foreach (var (of, persons) in new[] { ("council", new[] { "b1-01", "b1-02", "b2-01" }), ("control", ["b1-03", "b2-02"]), ("electoral", ["b1-04"]) })
            foreach (var person in persons) kept.Do("b1-01", new NameOfficer($"t-{person}", person, new Seat(of), Day(2027)));
        foreach (var person in Delegates) kept.Do("b1-01", new NameOfficer($"t-{person}", person, new Seat("congress", "delegates", person[..2]), Day(2027)));
        foreach (var founder in new[] { "b1-01", "b2-01" }) kept.Do(founder, new ApproveFounding());
        kept.Do("b1-01", new CloseFounding());
        var opens = new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);
        kept.Do("b1-01", new ProposeAct("w1", "council", null, new ConveneSession("c1", "congress", null, "Dockers' Hall", opens, Day(2026, 3, 4), null)));
        kept.Do("b1-02", new SignAct("w1", []));
        kept.Do("b1-01", new RecordService("c1", [.. kept.State.Roll.Members.Keys.Order(StringComparer.Ordinal)], ServiceOutcome.Posted, "post", DateOnly.FromDateTime(kept.Now.UtcDateTime), "en"));
        return kept;
    }

    /// <summary>The congress meets, all three delegates are there, and they vote on that motion.</summary>
    public static void Decide(MemoryKept kept, string motion, params Choice[] choices)
    {
        kept.MoveTo(kept.State.Sessions.Find("c1")!.Opens);
        foreach (var person in Delegates)
        {
            kept.Do("b1-04", new Accredit("c1", person, "t-" + person, null));
            kept.Do(person, new Arrive("c1", person));
        }
        kept.Do("b1-01", new OpenSession("c1"));
        kept.Do("b1-01", new AnnounceChair("c1", "b1-07", null));
        kept.Do("b1-07", new TakeUp("c1", "motion:" + motion));
        kept.Do("b1-07", new PutQuestion("v1", VoteKind.RollCall, "c1", null, motion, 1, "Shall it be adopted?"));
        kept.Do("b1-07", new OpenVote("v1"));
        foreach (var (person, choice) in Delegates.Zip(choices)) kept.Do(person, new CastVote("v1", choice));
        kept.Do("b1-07", new CloseVote("v1"));
        kept.Do("b1-07", new DeclareResult("v1"));
    }

    private static DateOnly Day(int year, int month = 1, int day = 1) => new(year, month, day);

    private static IEnumerable<Member> Members(string unit, int count) => Enumerable.Range(1, count)
        .Select(i => new Member($"{unit}-{i:00}", unit, Day(2021), "en", MemberStatus.Active, "commitment"));
}
