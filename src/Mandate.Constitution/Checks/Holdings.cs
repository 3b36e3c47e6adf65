using Mandate.Constitutions.Rules;

namespace Mandate.Constitutions.Checks;

/// <summary>Who can use a power without anybody else, and which places a power is over.</summary>
internal static class Holdings
{
    /// <summary>Bodies, offices and electorates each of which alone can use what the holder holds: a name, the bodies of a rule, each alternative.</summary>
    public static IEnumerable<string> Alone(Constitution c, Holder holder) => holder switch
    {
        NamedHolder { Name: { Kind: not (RefKind.Self or RefKind.Petitioners) } name } => Places(c, name),
        RuleHolder rule => Alone(rule.Rule),
        _ => [],
    };

    public static IEnumerable<string> Alone(Rule rule) => rule switch
    {
        BodyRule body => [body.Body.Id],
        ReferendumRule referendum => [referendum.Electorate.Id],
        AllOf { Rules: [var one] } => Alone(one),
        AnyOf any => any.Rules.SelectMany(Alone),
        _ => [],
    };

    /// <summary>Powers with one of the verbs, each with those who alone can use it.</summary>
    public static IEnumerable<(Power Power, string Holder)> Of(Constitution c, params IReadOnlyList<Verb> verbs) =>
        c.Powers.Where(p => verbs.Contains(p.Verb)).SelectMany(p => Alone(c, p.Holder).Distinct(StringComparer.Ordinal).Select(h => (p, h)));

    /// <summary>The places that a name stands for: those with a tag, the body of seats, or the name itself.</summary>
    public static IEnumerable<string> Places(Constitution c, Ref name) => name.Kind switch
    {
        RefKind.Tag => c.Bodies.Values.Where(b => b.Tags.Any(t => t.Id == name.Id)).Select(b => b.Id).Concat(c.Offices.Values.Where(o => o.Tags.Any(t => t.Id == name.Id)).Select(o => o.Id)),
        RefKind.Seats => Qualities.BodyOf(c, name.Id) is { } body ? [body.Id] : [],
        _ => [name.Id],
    };

    public static IEnumerable<string> Places(Constitution c, IEnumerable<Ref> names) => names.SelectMany(n => Places(c, n)).Distinct(StringComparer.Ordinal);

    /// <summary>Whether a power is over that place, by its name, its seats or a tag it has.</summary>
    public static bool IsOver(Constitution c, Power power, string place) => power.Object.Any(o => Places(c, o).Contains(place, StringComparer.Ordinal));

    /// <summary>Whether a power is over a matter whose name has one of the words in it. The format leaves such names open: these are the usual ones.</summary>
    public static bool Concerns(Power power, params IReadOnlyList<string> words) =>
        power.Object.Any(o => o.Kind == RefKind.Class && words.Any(w => o.Id.Contains(w, StringComparison.Ordinal)));
}
