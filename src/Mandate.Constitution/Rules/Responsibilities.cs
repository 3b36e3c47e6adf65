using System.Collections.Immutable;

namespace Mandate.Constitutions.Rules;

/// <summary>A place with the clause that makes it responsible.</summary>
public sealed record Responsible(string Place, string Clause);

/// <summary>Who decides on a matter, who prepares it and who controls it. More than one who decides, or none who controls, is for the reader to see.</summary>
/// <param name="Name">A body, an office or a class of matters (<c>budget</c>).</param>
public sealed record MatterOf(string Name, ImmutableArray<Responsible> Decides, ImmutableArray<Responsible> Prepares, ImmutableArray<Responsible> Controls);

/// <summary>
/// The catalogue of matters that a constitution names (S160, S161, S309): for each who decides, who prepares and who controls, by which clause.
/// </summary>
public static class Responsibilities
{
    private static readonly Verb[] Deciding = [Verb.Decide, Verb.Appoint, Verb.Publish, Verb.Amend, Verb.Admit, Verb.Expel, Verb.Remove];

    private static readonly Verb[] Preparing = [Verb.Propose, Verb.SetAgenda, Verb.Nominate, Verb.Convene];

    private static readonly Verb[] Controlling = [Verb.Inspect, Verb.Veto, Verb.Confirm];

    public static ImmutableArray<MatterOf> Of(Constitution rules)
    {
        var powers = rules.Powers.Where(p => p.Verb is not (Verb.Inspect or Verb.Propose or Verb.SetAgenda)).SelectMany(p => p.Object.Select(o => o.Id));
        return [.. powers.Distinct(StringComparer.Ordinal).Select(matter => For(rules, matter))];
    }

    private static MatterOf For(Constitution rules, string matter)
    {
        ImmutableArray<Responsible> By(IEnumerable<Verb> verbs) =>
            [.. rules.Powers.Where(p => verbs.Contains(p.Verb) && p.Object.Any(o => o.Id == matter)).SelectMany(p => Holders(p.Holder).Select(h => new Responsible(h, p.Clause.Path)))];

        var decides = By(Deciding);
        var prepares = By(Preparing).AddRange(rules.Powers.Where(p => p.Object.Any(o => o.Id == matter)).SelectMany(p => p.OnProposalOf.Select(r => new Responsible(r.Id, p.Clause.Path))));
        // Whoever inspects those who decide inspects what they decide.
        var over = decides.Select(d => d.Place).ToHashSet(StringComparer.Ordinal);
        var controls = By(Controlling)
            .AddRange(rules.Powers.Where(p => p.Verb == Verb.Inspect && p.Object.Any(o => over.Contains(o.Id))).SelectMany(p => Holders(p.Holder).Select(h => new Responsible(h, p.Clause.Path))))
            .AddRange(rules.Powers.Where(p => p.Object.Any(o => o.Id == matter) && p.Review?.By is not null).Select(p => new Responsible(p.Review!.By!.Id, p.Clause.Path + ".review")));
        return new(matter, decides, [.. prepares.Distinct()], [.. controls.Distinct()]);
    }

    private static IEnumerable<string> Holders(Holder holder) => holder switch
    {
        NamedHolder named => [named.Name.Id],
        RuleHolder { Rule: var rule } => Named(rule),
        _ => [],
    };

    /// <summary>The bodies and electorates whose decision a rule asks for.</summary>
    private static IEnumerable<string> Named(Rule rule) => rule switch
    {
        BodyRule body => [body.Body.Id],
        ReferendumRule referendum => [referendum.Electorate.Id],
        AllOf all => all.Rules.SelectMany(Named),
        AnyOf any => any.Rules.SelectMany(Named),
        _ => [],
    };
}
