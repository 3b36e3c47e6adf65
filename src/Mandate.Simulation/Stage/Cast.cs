using System.Collections.Immutable;
using System.Globalization;
using Mandate.Constitutions;
using Mandate.Organisation.Founding;
using Mandate.Organisation.Roll;
using Unit = Mandate.Organisation.Roll.Unit;

namespace Mandate.Simulation.Stage;

/// <summary>
/// Units and members of the rehearsal. Who stands for the apparatus is a fact about a person; how members vote is a number of a cohort,
/// tied to no person.
/// </summary>
public sealed class Cast
{
    /// <summary>Members entered in each unit in which no other lies: they stand for its cohorts.</summary>
    public const int MembersPerUnit = 24;

    public const string Founder = "founder";

    private readonly HashSet<string> loyal = new(StringComparer.Ordinal);
    private int next;

    private Cast(ImmutableArray<Unit> units, ImmutableArray<Member> members)
    {
        Units = units;
        Members = members;
        foreach (var (member, i) in members.Select((m, i) => (m, i)))
            if (i % 2 == 1) loyal.Add(member.Id);
    }

    public ImmutableArray<Unit> Units { get; }

    public ImmutableArray<Member> Members { get; }

    public bool IsLoyal(string person) => loyal.Contains(person);

    /// <summary>Begins the founding of an organisation at that size: constitution, units, members.</summary>
    public static Cast Found(Floor floor, RehearsalSize size)
    {
        var constitution = size.Constitution;
        var units = UnitsOf(constitution);
        var since = DateOnly.FromDateTime(floor.Now.UtcDateTime).AddYears(-10);
        var leaves = units.Where(u => !units.Any(x => x.Within == u.Id)).Select(u => u.Id).ToList();
        var language = constitution.Languages.Official[0];
        if (leaves.Count == 0)
        {
            // The rules enter members in units; without any kind of unit the roll is one list.
            leaves.Add("");
        }
        var members = leaves.SelectMany(unit => Enumerable.Range(0, leaves.Count == 1 ? MembersPerUnit * 3 : MembersPerUnit).Select(i => new Member(Name(unit, i), unit, since, language, MemberStatus.Active, "cohort"))).Prepend(new Member(Founder, leaves[0], since, language, MemberStatus.Active, "cohort")).ToImmutableArray();
        var text = floor.Put(size.Yaml);
        floor.Do(Founder, new OpenFounding(text, ImmutableSortedDictionary<string, string>.Empty, [Founder], Rehearsal: false));
        if (units.Length > 0) floor.Do(Founder, new EnterUnits([.. units.Select(u => u with { From = since })]));
        if (!floor.Do(Founder, new EnterMembers(members))) floor.Happened(Founder, new MembersEntered(members));
        return new(units, members);
    }

    /// <summary>Ends the founding, after the first officers have been named.</summary>
    public static void Close(Floor floor)
    {
        floor.Do(Founder, new ApproveFounding());
        floor.Do(Founder, new CloseFounding());
    }

    /// <summary>Somebody in a unit (or anywhere) who is or is not of the apparatus and holds nothing; another each time.</summary>
    public IEnumerable<string> People(Floor floor, string? unit, bool ofApparatus)
    {
        var members = Members.Where(m => m.Id != Founder && IsLoyal(m.Id) == ofApparatus && (unit is null || floor.State.Roll.LiesIn(m.Unit, unit))).ToList();
        if (members.Count == 0) yield break;
        var from = next++;
        var free = Enumerable.Range(0, members.Count).Select(i => members[(from + i) % members.Count].Id).ToList();
        foreach (var person in free.Where(p => !floor.State.Offices.HeldBy(p, floor.Now).Any())) yield return person;
        foreach (var person in free.Where(p => floor.State.Offices.HeldBy(p, floor.Now).Any())) yield return person;
    }

    /// <summary>Somebody who is no member, for a seat that is filled from outside.</summary>
    public string Outsider(Floor floor, bool ofApparatus)
    {
        var person = floor.Name("outside-");
        if (ofApparatus) loyal.Add(person);
        return person;
    }

    /// <summary>
    /// While lots are drawn, members who hold nothing lean as their cohort does; afterwards half of those who still hold nothing stand ready
    /// on either side, as before.
    /// </summary>
    public bool Leaning(Floor floor, double share, Draws draws, Func<bool> act)
    {
        var before = loyal.ToHashSet(StringComparer.Ordinal);
        foreach (var member in Members.Where(m => !floor.State.Offices.HeldBy(m.Id, floor.Now).Any()))
        {
            if (draws.Chance(share)) loyal.Add(member.Id);
            else loyal.Remove(member.Id);
        }
        var done = act();
        foreach (var member in Members.Where(m => !floor.State.Offices.HeldBy(m.Id, floor.Now).Any()))
        {
            if (before.Contains(member.Id)) loyal.Add(member.Id);
            else loyal.Remove(member.Id);
        }
        return done;
    }

    private static string Name(string unit, int i) => string.Create(CultureInfo.InvariantCulture, $"{(unit.Length == 0 ? "m" : unit)}-{i:00}");

    private static ImmutableArray<Unit> UnitsOf(Constitution constitution)
    {
        var units = ImmutableArray.CreateBuilder<Unit>();
        var open = new Queue<string?>([null]);
        var day = new DateOnly(2000, 1, 1);
        while (open.TryDequeue(out var outer))
        {
            foreach (var kind in constitution.Units.Values.Where(k => k.Within?.Id == outer))
            {
                var outers = outer is null ? [null] : units.Where(u => u.Kind == outer).Select(u => (string?)u.Id).ToList();
                var all = RehearsalSize.CountOf(constitution, kind.Id);
                for (var i = 0; i < all; i++) units.Add(new(string.Create(CultureInfo.InvariantCulture, $"{kind.Id}{i + 1}"), kind.Id, kind.Id, outers[i % outers.Count], day));
                open.Enqueue(kind.Id);
            }
        }
        return units.ToImmutable();
    }
}
