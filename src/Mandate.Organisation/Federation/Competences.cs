using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Organisation.Sessions;

namespace Mandate.Organisation.Federation;

/// <summary>What the units of a kind have in a matter: they do it alone, with others, or have no part in it.</summary>
internal enum Competence { None, Shared, Alone }

/// <summary>What a change would make of a matter for the units of a kind.</summary>
public enum Impact { Keeps, Gains, Shares, Loses }

/// <param name="What">The matter: verb and object of a power (<c>decide daily_business</c>), or <c>elect</c>, <c>dissolve</c>, <c>amend</c> with what it is about.</param>
/// <param name="Clause">The clause that says so after the change, or said so before it.</param>
public sealed record CompetenceImpact(string What, string Clause, Impact Impact);

/// <summary>
/// Before a vote on a treaty or an amendment each unit sees what it keeps, shares and loses (requirement S248): computed from the rules, not from what is
/// said about them.
/// </summary>
public static class Competences
{
    /// <summary>The matters in which units of a kind have a part, by what they are.</summary>
    internal static ImmutableSortedDictionary<string, (Competence Part, string Clause)> Of(Constitution rules, string kind)
    {
        var own = FederationTest.OwnOf(rules, kind);
        var found = ImmutableSortedDictionary.CreateBuilder<string, (Competence, string)>(StringComparer.Ordinal);
        foreach (var power in rules.Powers)
            foreach (var subject in power.Object)
            {
                var what = $"{power.Verb.ToString().ToLowerInvariant()} {subject.Id}";
                var part = power.Holder switch { NamedHolder h => own.Contains(h.Name.Id) ? Competence.Alone : Competence.None, RuleHolder r => Asks(rules, r.Rule, own, kind) ? Competence.Shared : Competence.None, _ => Competence.None };
                // Two powers over one matter, of which others hold one: it is shared.
                found[what] = found.TryGetValue(what, out var known) && known.Item1 != part ? (Competence.Shared, known.Item2) : (part, power.Clause.Path);
            }
        foreach (var body in rules.Bodies.Values.Where(b => own.Contains(b.Id) && !b.Seats.IsEmpty))
            found["elect " + body.Id] = (body.Seats.Values.All(s => s.By is Elect elect && elect.Within?.Id == kind) ? Competence.Alone : body.Seats.Values.Any(s => s.By is Elect elect && elect.Within?.Id == kind) ? Competence.Shared : Competence.None, body.Clause.Path);
        foreach (var office in rules.Offices.Values.Where(o => own.Contains(o.Id)))
            found["elect " + office.Id] = (office.By is Elect elect && elect.Within?.Id == kind ? Competence.Alone : Competence.None, office.Clause.Path);
        if (rules.Units.TryGetValue(kind, out var unit))
            found["dissolve " + kind] = (unit.DissolvedBy.By is NamedHolder by && own.Contains(by.Name.Id) ? Competence.Alone : unit.DissolvedBy.ConsentOf.Any(c => own.Contains(c.Id)) ? Competence.Shared : Competence.None, unit.DissolvedBy.Clause.Path);
        found["amend constitution"] = (Asks(rules, rules.Amend.Ordinary.Rule, own, kind) ? Competence.Shared : Competence.None, rules.Amend.Clause.Path);
        return found.ToImmutable();
    }

    /// <summary>What changes for the units of a kind from one constitution to another; matters in which they have a part in neither are left out.</summary>
    public static IEnumerable<CompetenceImpact> Between(Constitution before, Constitution after, string kind)
    {
        var (was, will) = (Of(before, kind), Of(after, kind));
        return was.Keys.Union(will.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(what => (what, Was: was.GetValueOrDefault(what, (Competence.None, "")), Will: will.GetValueOrDefault(what, (Competence.None, ""))))
            .Where(m => m.Was.Item1 != Competence.None || m.Will.Item1 != Competence.None)
            .Select(m => new CompetenceImpact(m.what, m.Will.Item2.Length > 0 ? m.Will.Item2 : m.Was.Item2, m.Will.Item1 switch
            {
                Competence.None => Impact.Loses,
                Competence.Alone => m.Was.Item1 == Competence.Alone ? Impact.Keeps : Impact.Gains,
                _ => m.Was.Item1 == Competence.None ? Impact.Gains : m.Was.Item1 == Competence.Alone ? Impact.Shares : Impact.Keeps,
            }));
    }

    /// <summary>What a treaty makes of the matters in which units of a kind have a part: what it hands over is lost, what it shares is shared.</summary>
    public static IEnumerable<CompetenceImpact> Under(Constitution rules, Treaty treaty, string kind)
    {
        Impact Of(string clause) => treaty.Delegated.Contains(IdOf(clause), StringComparer.Ordinal) ? Impact.Loses : treaty.Shared.Contains(IdOf(clause), StringComparer.Ordinal) ? Impact.Shares : Impact.Keeps;
        string IdOf(string clause) => rules.Powers.FirstOrDefault(p => p.Clause.Path == clause)?.Id ?? "";
        return Competences.Of(rules, kind).Where(m => m.Value.Part != Competence.None).Select(m => new CompetenceImpact(m.Key, m.Value.Clause, Of(m.Value.Clause)));
    }

    private static bool Asks(Constitution rules, Rule rule, HashSet<string> own, string kind) => rule switch
    {
        AllOf all => all.Rules.Any(r => Asks(rules, r, own, kind)),
        AnyOf any => any.Rules.Any(r => Asks(rules, r, own, kind)),
        BodyRule body => own.Contains(body.Body.Id) || rules.Bodies.GetValueOrDefault(body.Body.Id)?.Seats.Values.Any(s => s.Apportion?.Per.Id == kind) == true,
        UnitsRule units => Bases.KindOf(rules, units.Units) == kind,
        _ => false,
    };
}
