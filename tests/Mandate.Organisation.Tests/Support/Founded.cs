using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Founding;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Roll;

namespace Mandate.Organisation.Tests.Support;

/// <summary>
/// An organisation under test: acts go through the real rules, time is what the test says. <see cref="Do"/> expects acceptance,
/// <see cref="Refused"/> a refusal; both give it back.
/// </summary>
internal sealed class Founded
{
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 9, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<string, byte[]> blobs = new(StringComparer.Ordinal);
    private int acts;

    public State State { get; private set; } = State.Empty;

    public DateTimeOffset Now { get; set; } = Start;

    /// <summary>The constitution of <c>small.yaml</c> with passages replaced; a passage that is not there fails the test.</summary>
    public static string Yaml(params (string Old, string New)[] changes)
    {
        var yaml = File.ReadAllText(Path.Combine(Repository.Root, "tests/Mandate.Organisation.Tests/Support/small.yaml")).Replace("mandate: \"0.1\"", "mandate: \"0.2\"", StringComparison.Ordinal);
        foreach (var (old, changed) in changes)
        {
            Assert.Contains(old, yaml, StringComparison.Ordinal);
            yaml = yaml.Replace(old, changed, StringComparison.Ordinal);
        }
        return yaml;
    }

    /// <summary>Every event so far, for properties over the whole record.</summary>
    public List<Event> Events { get; } = [];

    /// <summary>
    /// The co-operative of <c>small.yaml</c>: branches <c>b1</c> (12 members <c>b1-01</c>..) and <c>b2</c> (8), council b1-01, b1-02, b2-01;
    /// control b1-03, b2-02; electoral b1-04, b2-03; secretary b1-05; branch secretaries b1-06, b2-04.
    /// </summary>
    /// <param name="within">The region of each branch, where the constitution has regions: <c>r1</c> for <c>b1</c>, <c>r2</c> for <c>b2</c>.</param>
    public static Founded Small(string? yaml = null, bool within = false)
    {
        var o = new Founded();
        var constitution = o.Blob(yaml ?? File.ReadAllText(Path.Combine(Repository.Root, "tests/Mandate.Organisation.Tests/Support/small.yaml")));
        o.Do("b1-01", new OpenFounding(constitution, ImmutableSortedDictionary<string, string>.Empty.Add("en", o.Blob("The rules, in words.")), ["b1-01", "b2-01"], false));
        if (within) o.Do("b1-01", new EnterUnits([new("r1", "region", "North", null, Day(2020)), new("r2", "region", "South", null, Day(2020))]));
        o.Do("b1-01", new EnterUnits([new("b1", "branch", "North Quay", within ? "r1" : null, Day(2020)), new("b2", "branch", "South Quay", within ? "r2" : null, Day(2020))]));
        o.Do("b1-01", new EnterMembers([.. Members("b1", 12), .. Members("b2", 8)]));
        o.Officer("council", "b1-01", "b1-02", "b2-01");
        o.Officer("control", "b1-03", "b2-02");
        o.Officer("electoral", "b1-04", "b2-03");
        o.Officer("secretary", "b1-05");
        o.Do("b1-01", new NameOfficer("t-bs-1", "b1-06", new Seat("branch.secretary", null, "b1"), Day(2027)));
        o.Do("b1-01", new NameOfficer("t-bs-2", "b2-04", new Seat("branch.secretary", null, "b2"), Day(2027)));
        o.Do("b1-01", new ApproveFounding());
        o.Do("b2-01", new ApproveFounding());
        o.Do("b1-01", new CloseFounding());
        return o;
    }

    public static DateOnly Day(int year, int month = 1, int day = 1) => new(year, month, day);

    public string Blob(string text) => Blob(Encoding.UTF8.GetBytes(text));

    /// <summary>Puts bytes beside the log and gives their name.</summary>
    public string Blob(byte[] bytes)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(bytes));
        blobs[name] = bytes;
        return name;
    }

    /// <summary>The keys of members, as a vault would keep them.</summary>
    public static Naming Names { get; } = (person, matter) => Pseudonyms.Of(Pseudonyms.RegisterKey(Encoding.UTF8.GetBytes("key of " + person)), matter);

    public Decision Try(string by, Command command, string? inNameOf = null) => Put(Act(by, command, inNameOf)).Decision;

    private (Decision Decision, Act Act) Put(Act act)
    {
        var veiled = Veil.Over(State, act, Names);
        if (veiled.Register is { } register) Blob(register);
        return (veiled.Refusal is { } hidden ? hidden : Decider.Decide(State, veiled.Act), veiled.Act);
    }


    public ImmutableArray<Event> Do(string by, Command command, string? inNameOf = null)
    {
        var (decision, act) = Put(Act(by, command, inNameOf));
        if (decision is Decision.Refused { Refusal: var r })
            Assert.Fail($"{command.GetType().Name} by {by} was refused: {r.Code} at {r.Clause}, needs {r.Needs}, given {r.Given} ({string.Join(", ", r.Args)})");
        var events = ((Decision.Accepted)decision).Events;
        State = Decider.Evolve(State, events, new Occasion(State.Size, act.At, act.By, act.Blobs));
        Events.AddRange(events);
        return events;
    }

    public Refusal Refused(string by, Command command, string? inNameOf = null)
    {
        var decision = Try(by, command, inNameOf);
        return Assert.IsType<Decision.Refused>(decision).Refusal;
    }

    /// <summary>Folds events that some other rule has let happen, so that a test can begin in the middle.</summary>
    public void Happened(string by, params Event[] events)
    {
        State = Decider.Evolve(State, [.. events], new Occasion(State.Size, Now, by, Reader));
        Events.AddRange(events);
    }

    /// <summary>Puts a state that some other rule has led to in place, so that a test can begin in the middle.</summary>
    public void Set(State state) => State = state;

    /// <summary>As if a motion had been filed then and those concerned had been heard.</summary>
    public void EarlierMotion(string id, DateTimeOffset at)
    {
        var motion = State.Motions.All[id];
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        motion = motion with { FiledAt = at, NoticedOn = day, Hearings = [new Organisation.Motions.Hearing("", Organisation.Motions.HearingOutcome.Heard, at, "")] };
        State = State with { Motions = State.Motions with { All = State.Motions.All.SetItem(id, motion) } };
    }

    public void Advance(int days) => Now = Now.AddDays(days);

    private readonly List<BoxContents> boxes = [];

    /// <summary>An archive in which the verifier would find that.</summary>
    public string Box(BoxContents found)
    {
        boxes.Add(found);
        return Blob($"box {boxes.Count - 1}");
    }

    /// <summary>The blobs beside the log.</summary>
    public Blobs Reader => new(name => blobs.TryGetValue(name, out var bytes) ? (ReadOnlyMemory<byte>?)bytes : null,
        bytes => boxes[int.Parse(Encoding.UTF8.GetString(bytes.Span)[4..], System.Globalization.CultureInfo.InvariantCulture)], Seals);

    /// <summary>What is found in sealed documents, as the test says.</summary>
    public PretendedSeals Seals { get; } = new();

    public Act Act(string by, Command command, string? inNameOf = null) => new($"act-{acts++}", Now, by, command)
    {
        InNameOf = inNameOf,
        Blobs = Reader,
    };

    private static IEnumerable<Member> Members(string unit, int count) => Enumerable.Range(1, count)
        .Select(i => new Member($"{unit}-{i:00}", unit, Day(2021), "en", MemberStatus.Active, "commitment"));

    private void Officer(string of, params string[] persons)
    {
        foreach (var (person, i) in persons.Select((p, i) => (p, i)))
            Do("b1-01", new NameOfficer($"t-{of}-{i}", person, new Seat(of), Day(2027)));
    }
}
