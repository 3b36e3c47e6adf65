using System.Collections.Immutable;

namespace Mandate.Constitutions.Reader;

/// <summary>Bodies and their seats.</summary>
internal static class BodyReader
{
    private static readonly string[] GroupKeys = ["count", "by", "apportion", "eligible", "per", "recall", "substitutes"];

    /// <summary>One unnamed group, or several by name: a group's own keys cannot be names of groups.</summary>
    public static bool IsOneGroup(Datum.Map seats) => seats.Entries.Any(e => GroupKeys.Contains(e.Key, StringComparer.Ordinal));

    public static Body? Read(Scope scope, string id, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        fields.Later("chair", "presence", "proxies", "votes", "debate");
        var body = new Body(id)
        {
            Clause = datum.Clause,
            Kind = fields.Word<BodyKind>("kind", ("assembly", BodyKind.Assembly), ("council", BodyKind.Council), ("committee", BodyKind.Committee), ("chamber", BodyKind.Chamber)),
            Of = fields.Opt("of", Scope.ElectorateName),
            Per = fields.Opt("per", Scope.UnitName),
            Tags = fields.List("tags", Scope.TagName),
            Meets = fields.Opt("meets", PeriodGrammar.Interval),
            Convene = fields.Opt("convene", MeetingReader.Convene),
            Quorum = fields.Opt("quorum", MeetingReader.Quorum),
            Seats = fields.Raw("seats") is { } seats ? Seats(scope, seats) : ImmutableSortedDictionary.Create<string, SeatGroup>(StringComparer.Ordinal),
            Advisory = fields.OneOrMany("advisory", Scope.BodyOrOffice),
            Credentials = fields.Opt("credentials", RuleReader.Decider),
            Term = fields.Opt("term", TenureReader.Term),
            Vacancy = fields.Opt("vacancy", TenureReader.Vacancy),
            Remove = fields.List("remove", TenureReader.Removal, least: 1),
            Chair = fields.Opt("chair", Scope.BodyOrOffice),
            Presence = fields.Opt("presence", MeetingReader.Presence),
            Proxies = fields.Opt("proxies", MeetingReader.Proxies),
            Votes = fields.Opt("votes", Votes),
            Debate = fields.Opt("debate", DebateReader.Read),
        };
        if (!fields.Has("seats") && !fields.Has("of")) scope.Fault(FaultKind.MissingKey, datum.Clause, "a body has 'seats', or is the assembly 'of' an electorate");
        if (body is { Of: not null, Votes: not null }) fields.Contradiction("every member of an assembly has one vote: 'votes' is for delegates");
        fields.Done();
        return body;
    }

    private static CarriedVotes? Votes(Scope scope, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        var cast = fields.Word<CastAs>("cast", ("whole", CastAs.Whole), ("split", CastAs.Split), ("block", CastAs.Block)) ?? CastAs.Whole;
        var key = fields.Opt("key", Apportion);
        fields.Done();
        if (key is { OnePer: null, Equal: null }) scope.Fault(FaultKind.MissingKey, key.Clause, "how many votes each unit has: 'one_per' or 'equal' must say it");
        if (key is { CountedBefore: { } before }) scope.Fault(FaultKind.WrongValue, before.Clause, "members are counted on the day that the delegate key names: leave 'counted_before' out here");
        return new(cast) { Clause = datum.Clause, Key = key };
    }

    private static ImmutableSortedDictionary<string, SeatGroup> Seats(Scope scope, Datum datum)
    {
        if (datum is Datum.Map map && IsOneGroup(map))
        {
            var none = ImmutableSortedDictionary.Create<string, SeatGroup>(StringComparer.Ordinal);
            return Group(scope, "", datum) is { } group ? none.Add("", group) : none;
        }
        if (datum is Datum.Map { Entries.IsEmpty: true }) scope.Fault(FaultKind.MissingKey, datum.Clause, "seats are empty: say how they are filled");
        return Fields.MapOf(scope, datum, Group);
    }

    private static SeatGroup? Group(Scope scope, string name, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        fields.Later("substitutes");
        var count = fields.Whole("count", least: 1);
        var per = fields.Opt("per", Scope.UnitName);
        var apportion = fields.Opt("apportion", Apportion);
        var by = fields.Need("by", SelectReader.Read);
        var eligible = fields.Opt("eligible", SelectReader.Eligible);
        var recall = fields.Opt("recall", TenureReader.Recall);
        var substitutes = fields.Opt("substitutes", Substitutes);
        fields.Done();
        return by is null ? null : new(name)
        {
            Clause = datum.Clause, Count = count, Per = per, Apportion = apportion, By = by, Eligible = eligible, Recall = recall, Substitutes = substitutes,
        };
    }

    private static Apportion? Apportion(Scope scope, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        fields.Later("part_counts", "counted_before");
        var per = fields.Need("per", Scope.UnitName);
        var onePer = fields.Opt("one_per", QuantityGrammar.Read);
        var min = fields.Whole("min");
        var max = fields.Whole("max");
        var equal = fields.Whole("equal");
        var part = fields.Truth("part_counts") ?? false;
        var before = fields.Opt("counted_before", PeriodGrammar.Read);
        fields.Done();
        if (min > max) fields.Contradiction("'min' is more than 'max'");
        if (equal is not null && onePer is not null) fields.Contradiction("either 'equal' or 'one_per', not both");
        if (onePer is CountOf { Count.Sign: 0 }) fields.Contradiction("one seat for each 0 members has no meaning");
        return per is null ? null : new(per) { Clause = datum.Clause, OnePer = onePer, Min = min, Max = max, Equal = equal, PartCounts = part, CountedBefore = before };
    }

    private static Substitutes? Substitutes(Scope scope, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        var from = fields.Need("from", (s, d) =>
            s.Word<SubstitutesFrom>(d, ("count", SubstitutesFrom.Count), ("elected", SubstitutesFrom.Elected), ("none", SubstitutesFrom.None)) is { } w ? new SelectReader.Box<SubstitutesFrom>(w) : null);
        var desk = fields.Truth("at_credentials") ?? true;
        var max = fields.Whole("max", least: 1);
        fields.Done();
        return from is null ? null : new(from.Value) { Clause = datum.Clause, AtCredentials = desk, Max = max };
    }
}
