using System.Collections.Immutable;

namespace Mandate.Constitutions.Checks;

/// <summary>What a self-governing organisation needs at the same time: where one is missing, the others are bent.</summary>
public enum Link { Councils, Press, Tendencies, OpenLists, Control, Defence, OpenAccounts, Language, DueProcess, Sunset, Archive, Channels, OwnOrgans }

/// <param name="Clause">The clause that makes it; null where none does.</param>
public sealed record LinkAnswer(Link Link, string? Clause);

/// <summary>A right that fewer than all members have each for themselves, and how many it takes.</summary>
/// <param name="Who">In the short forms of the format: <c>50 members</c>, <c>10% of seats</c>, <c>any speaker</c>.</param>
public sealed record NarrowRight(string Right, ImmutableArray<string> Who, string Clause);

/// <summary>
/// Whether all links are there (requirement S403), and which rights are not every member's (requirement S405). Each answer rests on a clause; what no
/// clause says is missing, whatever is customary.
/// </summary>
public static class Links
{
    public static ImmutableArray<LinkAnswer> Of(Constitution c) =>
    [
        new(Link.Councils, Elected(c).FirstOrDefault(e => e.Elect.Electorate is not null).Clause),
        new(Link.Press, c.Powers.FirstOrDefault(p => p.Verb == Verb.Publish && p.Holder is NamedHolder holder && !Executive(c, holder.Name.Id))?.Clause.Path),
        new(Link.Tendencies, c.Rights.GetValueOrDefault("platform") is { MayNotRequire: "consent" } platform ? platform.Clause.Path : null),
        // Lists are open where those in office neither confirm nor nominate those who stand.
        new(Link.OpenLists, Elected(c).Any() && Elected(c).All(e => e.Elect.Confirm is null) && c.Offices.Values.All(o => o.Nominate is not BodyRule) ? Elected(c).First().Clause : null),
        new(Link.Control, Inspecting(c, p => p.Object.Any(o => Executive(c, o.Id)))),
        new(Link.Defence, c.Rights.GetValueOrDefault("appeal") is { } appeal && appeal.To.Any(to => !Executive(c, to.Id)) ? appeal.Clause.Path : null),
        new(Link.OpenAccounts, Inspecting(c, p => p.Access is not null)),
        new(Link.Language, c.Languages.Official.Length == 1 || Needed.All(n => c.Languages.RequiredFor.Contains(n, StringComparer.Ordinal)) ? c.Languages.Clause.Path : null),
        new(Link.DueProcess, c.Electorates.Values.All(e => e.Expel.AppealTo is not null) && c.Procedure.ByObject.GetValueOrDefault("remove_officer") is { HearingRequired: true } removal ? removal.Clause.Path : null),
        new(Link.Sunset, c.Procedure.ByObject.GetValueOrDefault("restrict_right") is { SunsetRequired: true } restriction ? restriction.Clause.Path : null),
        // An archive that its officers may close for good is none.
        new(Link.Archive, c.Publication.Confidential is null || c.Publication.Confidential.CannotCover.Contains("rule", StringComparer.Ordinal) ? c.Publication.Clause.Path : null),
        // Whoever punishes has neither the register nor the press in hand, and nobody may hold both places (S340).
        new(Link.Channels, Punishing(c).Any(p => Channels(c).Any(k => p == k || TenureChecks.MayHoldBoth(c, p, k))) ? null : c.Electorates.Values.Select(e => e.Register.Clause.Path).FirstOrDefault()),
        // No organ of one member organisation has a power over what belongs to all (S352).
        new(Link.OwnOrgans, c.Powers.Any(p => p.Verb is not (Verb.Propose or Verb.Inspect) && p.Holder is NamedHolder holder && OfUnit(c, holder.Name.Id) && p.Object.Any(o => OfWhole(c, o))) || Named(c).Any(id => OfUnit(c, id)) ? null : "powers"),
    ];

    /// <summary>Rights that take several members, a place or a role, in order of name. A right that says nobody is everybody's.</summary>
    public static ImmutableArray<NarrowRight> Narrow(Constitution c) =>
        [.. c.Rights.Values.Where(r => r.Who is not (null or AnyPerson("member"))).Select(r => new NarrowRight(r.Id, [.. Said(r.Who!)], r.Who!.Clause.Path))];

    /// <summary>Places that expel, suspend or punish; an assembly of members holds no channel.</summary>
    private static IEnumerable<string> Punishing(Constitution c) => c.Electorates.Values.Select(e => (e.Expel.By as NamedHolder)?.Name.Id).OfType<string>()
        .Concat(c.Powers.Where(p => p.Verb == Verb.Expel).Select(p => (p.Holder as NamedHolder)?.Name.Id).OfType<string>()).Where(p => c.Bodies.GetValueOrDefault(p)?.Of is null && (c.Bodies.ContainsKey(p) || c.Offices.ContainsKey(p))).Distinct(StringComparer.Ordinal);

    /// <summary>Places that keep the register or the press.</summary>
    private static IEnumerable<string> Channels(Constitution c) => c.Electorates.Values.Select(e => e.Register.KeptBy.Id)
        .Concat(c.Powers.Where(p => p.Verb == Verb.Publish).Select(p => (p.Holder as NamedHolder)?.Name.Id).OfType<string>()).Distinct(StringComparer.Ordinal);

    private static bool OfUnit(Constitution c, string id) => (c.Offices.TryGetValue(id, out var office) ? office.Per : c.Bodies.GetValueOrDefault(id)?.Per) is not null || c.Units.Keys.Any(kind => id.StartsWith(kind + ".", StringComparison.Ordinal));

    private static bool OfWhole(Constitution c, Ref about) => (c.Bodies.ContainsKey(about.Id) || c.Offices.ContainsKey(about.Id)) && !OfUnit(c, about.Id);

    /// <summary>Who appoints to, and convenes, what belongs to all.</summary>
    private static IEnumerable<string> Named(Constitution c) =>
        c.Offices.Values.Where(o => !OfUnit(c, o.Id)).Select(o => o.By).Concat(c.Bodies.Values.Where(b => !OfUnit(c, b.Id)).SelectMany(b => b.Seats.Values).Select(s => s.By)).OfType<Appoint>().SelectMany(a => a.By).Select(r => r.Id)
            .Concat(c.Bodies.Values.Where(b => !OfUnit(c, b.Id)).Select(b => b.Convene?.By.Id).OfType<string>());

    private static readonly string[] Needed = ["notice", "ballot"];

    private static IEnumerable<string> Said(Who who) => who switch
    {
        AnyPerson any => [$"any {any.Role}"],
        Together together => [together.Number.ToString()],
        NamedWho named => [named.Name.Id],
        AnyOfWho any => any.Alternatives.SelectMany(Said),
        _ => [],
    };

    private static IEnumerable<(string Clause, Elect Elect)> Elected(Constitution c) =>
        c.Bodies.Values.SelectMany(b => b.Seats.Values).Where(s => s.By is Elect).Select(s => (s.Clause.Path, (Elect)s.By))
            .Concat(c.Offices.Values.Where(o => o.By is Elect).Select(o => (o.Clause.Path, (Elect)o.By)));

    private static string? Inspecting(Constitution c, Func<Power, bool> which) =>
        c.Powers.FirstOrDefault(p => p.Verb == Verb.Inspect && p.Holder is NamedHolder holder && !Executive(c, holder.Name.Id) && which(p))?.Clause.Path;

    private static bool Executive(Constitution c, string id) =>
        c.Bodies.GetValueOrDefault(id)?.Tags.Any(t => t.Id == "executive") == true || c.Offices.GetValueOrDefault(id)?.Tags.Any(t => t.Id == "executive") == true;
}
