using Mandate.Constitutions;
using Mandate.Organisation.Facts;

namespace Mandate.Organisation.Guards;

/// <summary>How the organs of a constitution stand to each other.</summary>
public static class OrgansOf
{
    /// <summary>Who elects whom and who inspects, and so checks, whom, as the constitution says.</summary>
    public static IEnumerable<Related> Relations(Constitution rules)
    {
        foreach (var (place, select) in rules.Offices.Values.Select(o => (o.Id, o.By)).Concat(rules.Bodies.Values.SelectMany(b => b.Seats.Values.Select(g => (b.Id, g.By)))))
            if (select is Elect { Body: { } electing }) yield return new(electing.Id, Relation.Elects, place);
        foreach (var power in rules.Powers.Where(p => p.Verb == Verb.Inspect))
            if (power.Holder is NamedHolder holder)
                foreach (var inspected in power.Object) yield return new(holder.Name.Id, Relation.Checks, inspected.Id);
    }
}
