using System.Collections.Immutable;

namespace Mandate.Constitutions.Checks;

/// <summary>What a self-governing organisation needs at the same time: where one is missing, the others are bent.</summary>
public enum Link { Councils, Press, Tendencies, OpenLists, Control, Defence, OpenAccounts, Language, DueProcess, Sunset, Archive }

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
    ];

    /// <summary>Rights that take several members, a place or a role, in order of name. A right that says nobody is everybody's.</summary>
    public static ImmutableArray<NarrowRight> Narrow(Constitution c) =>
        [.. c.Rights.Values.Where(r => r.Who is not (null or AnyPerson("member"))).Select(r => new NarrowRight(r.Id, [.. Said(r.Who!)], r.Who!.Clause.Path))];

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
