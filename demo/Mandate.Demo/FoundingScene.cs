using System.Collections.Immutable;
using Mandate.Organisation.Founding;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Roll;

namespace Mandate.Demo;

/// <summary>Constitution, units, roll, provisional officers, approvals, closing.</summary>
internal sealed class FoundingScene(IFloor floor, Cast cast, ImmutableArray<DemoBranch> branches, ImmutableArray<Person> people, DateOnly today)
{
    /// <summary>Members per entry: command and event both hold them, and an entry has at most 65,535 bytes.</summary>
    private const int MembersPerEntry = 120;

    private int tenures;

    public void Play(string constitution, ImmutableSortedDictionary<string, string> texts)
    {
        var founders = ImmutableArray.Create(cast.GeneralSecretary, cast.Council[0], cast.Control[0]);
        var by = founders[0];
        var from = today.AddDays(-UnionFederation.FoundedDaysAgo);
        floor.Do(by, new OpenFounding(floor.Put(constitution), texts.ToImmutableSortedDictionary(t => t.Key, t => floor.Put(t.Value), StringComparer.Ordinal), founders, Rehearsal: true));
        floor.Do(by, new EnterUnits([.. Branches.Regions.Select(r => new Unit(r.Id, "region", r.Name, null, from))]));
        foreach (var some in branches.Chunk(60)) floor.Do(by, new EnterUnits([.. some.Select(b => new Unit(b.Id, "branch", b.Name, b.Region, from))]));
        var commitments = floor.Keep(people.Select(p => KeyValuePair.Create(p.Id, p.Personal)));
        foreach (var some in people.Chunk(MembersPerEntry))
            floor.Do(by, new EnterMembers([.. some.Select(p => new Member(p.Id, p.Branch, p.Since, p.Language, MemberStatus.Active, commitments[p.Id]))]));
        NameOfficers(by);
        floor.Do(by, new RecordPost("post-1", cast.GeneralSecretary, "paid", "General secretary, full time", from));
        foreach (var founder in founders) floor.Do(founder, new ApproveFounding());
        floor.Do(by, new CloseFounding());
    }

    /// <summary>Provisional officers serve until a month after the congress that elects their successors.</summary>
    private void NameOfficers(string by)
    {
        Name(by, "general_secretary", null, null, cast.GeneralSecretary);
        Name(by, "treasurer", null, null, cast.Treasurer);
        foreach (var person in cast.Council[..9]) Name(by, "council", "congress_elected", null, person);
        foreach (var (person, region) in cast.Council[9..].Zip(Branches.Regions)) Name(by, "council", "region_elected", region.Id, person);
        foreach (var person in cast.Control) Name(by, "control", null, null, person);
        foreach (var person in cast.Electoral) Name(by, "electoral", null, null, person);
        foreach (var person in cast.Editors) Name(by, "editors", null, null, person);
        foreach (var (region, persons) in cast.Chamber) foreach (var person in persons) Name(by, "regions_chamber", null, region, person);
        foreach (var (region, persons) in cast.RegionCouncils) foreach (var person in persons) Name(by, "region.council", null, region, person);
        foreach (var (branch, person) in cast.BranchSecretaries) Name(by, "branch.secretary", null, branch, person);
    }

    private void Name(string by, string of, string? group, string? unit, string person) =>
        floor.Do(by, new NameOfficer($"t-{++tenures:0000}", person, new Seat(of, group, unit), today.AddDays(UnionFederation.CongressInDays + 30)));
}
