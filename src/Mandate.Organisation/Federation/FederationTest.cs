using System.Collections.Immutable;
using Mandate.Constitutions;

namespace Mandate.Organisation.Federation;

/// <summary>What makes units self-governing.</summary>
public enum SelfRule { ElectsOwnOrgans, KeepsOwnFunds, MayLeave, HasVeto, AppealsOutside }

/// <param name="Clause">The clause that gives it; null where none does.</param>
public sealed record SelfRuleAnswer(SelfRule What, string? Clause);

/// <summary>
/// Is it a federation, or a centre with branches? Five questions, each answered from a clause or with "no clause says so" (requirement S242). With
/// fewer than <see cref="Least"/> answers it is called centralised.
/// </summary>
public sealed record FederationTest(string Kind, ImmutableArray<SelfRuleAnswer> Answers)
{
    public const int Least = 4;

    public int Given => Answers.Count(a => a.Clause is not null);

    public bool Federal => Given >= Least;

    /// <summary>One test for each kind of unit of the constitution.</summary>
    public static IEnumerable<FederationTest> Of(Constitution rules) => rules.Units.Values.Select(kind => Of(rules, kind));

    /// <summary>The bodies and offices that each unit of a kind has for itself.</summary>
    internal static HashSet<string> OwnOf(Constitution rules, string kind) => rules.Bodies.Values.Where(b => b.Per?.Id == kind || b.Seats.Values.Any(s => s.Per?.Id == kind)).Select(b => b.Id).Concat(rules.Offices.Values.Where(o => o.Per?.Id == kind).Select(o => o.Id)).ToHashSet(StringComparer.Ordinal);

    private static FederationTest Of(Constitution rules, Unit kind)
    {
        var own = OwnOf(rules, kind.Id);
        bool Holds(Holder? holder) => holder is NamedHolder named && own.Contains(named.Name.Id);
        string? Power(params string[] objects) => rules.Powers.FirstOrDefault(p => p.Verb == Verb.Decide && Holds(p.Holder) && p.Object.Any(o => objects.Contains(o.Id, StringComparer.Ordinal)))?.Clause.Path;
        var elects = rules.Bodies.Values.Where(b => own.Contains(b.Id)).SelectMany(b => b.Seats.Values).FirstOrDefault(s => s.By is Elect elect && elect.Within?.Id == kind.Id)?.Clause.Path
            ?? rules.Offices.Values.FirstOrDefault(o => own.Contains(o.Id) && o.By is Elect { Within: { } within } && within.Id == kind.Id)?.Clause.Path;
        var consent = kind.DissolvedBy.ConsentOf.Any(c => own.Contains(c.Id)) || Holds(kind.DissolvedBy.By) ? kind.DissolvedBy.Clause.Path : null;
        var chamber = rules.Bodies.Values.FirstOrDefault(b => b.Seats.Values.Any(s => s.Apportion is { Equal: not null } a && a.Per?.Id == kind.Id) && Needs(rules.Amend.Ordinary.Rule, b.Id));
        var appeal = rules.Rights.GetValueOrDefault("appeal") is { } right && right.To.Any(to => !Executive(rules, to.Id)) ? right.Clause.Path : null;
        return new(kind.Id,
        [
            new(SelfRule.ElectsOwnOrgans, elects),
            new(SelfRule.KeepsOwnFunds, Power("budget", "funds", "dues", "unit_budget")),
            new(SelfRule.MayLeave, Power("leave", "secession", "separation")),
            new(SelfRule.HasVeto, consent ?? chamber?.Clause.Path),
            new(SelfRule.AppealsOutside, appeal),
        ]);
    }

    private static bool Needs(Rule rule, string body) => rule switch
    {
        AllOf all => all.Rules.Any(r => Needs(r, body)),
        BodyRule one => one.Body.Id == body,
        _ => false,
    };

    private static bool Executive(Constitution rules, string id) =>
        rules.Bodies.GetValueOrDefault(id)?.Tags.Any(t => t.Id == "executive") == true || rules.Offices.GetValueOrDefault(id)?.Tags.Any(t => t.Id == "executive") == true;
}

/// <summary>
/// Can the largest group outvote all others together (requirement S241)? By the members on the roll of a day; <see cref="Protected"/> says whether
/// an amendment also needs a chamber in which units of that kind have equal seats.
/// </summary>
/// <param name="By">The kind of unit, or <c>language</c>.</param>
/// <param name="Members">Members of the largest group.</param>
/// <param name="Of">All members.</param>
public sealed record Dominance(string By, string Largest, int Members, int Of, bool Protected)
{
    public bool OutvotesAll => Members * 2 > Of;

    public static IEnumerable<Dominance> On(State state, Constitution rules, DateOnly day)
    {
        var members = state.Roll.Members.Values.Where(m => m.Counts).ToList();
        if (members.Count == 0) yield break;
        // Members once, then units within units: a page must not cost members times units.
        var byUnit = members.CountBy(m => m.Unit, StringComparer.Ordinal).ToList();
        foreach (var kind in rules.Units.Values.Where(k => rules.Units.Values.All(inner => inner.Within?.Id != k.Id) || k.Within is null))
        {
            var units = state.Roll.UnitsOf(kind.Id, day).ToList();
            if (units.Count < 2) continue;
            var counts = units.Select(u => (u.Id, Count: byUnit.Where(b => state.Roll.LiesIn(b.Key, u.Id)).Sum(b => b.Value))).OrderByDescending(u => u.Count).ThenBy(u => u.Id, StringComparer.Ordinal).First();
            var equal = FederationTest.Of(rules).First(t => t.Kind == kind.Id).Answers.Any(a => a is { What: SelfRule.HasVeto, Clause: { } clause } && clause.StartsWith("bodies.", StringComparison.Ordinal));
            yield return new(kind.Id, counts.Id, counts.Count, members.Count, equal);
        }
        if (rules.Languages.Official.Length < 2) yield break;
        var most = members.GroupBy(m => m.Language, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).First();
        yield return new("language", most.Key, most.Count(), members.Count, false);
    }
}
