using System.Collections.Immutable;
using Mandate.Constitutions.Rules;

namespace Mandate.Constitutions.Checks;

/// <summary>One step of control: who inspects, elects or can remove, and the clause that says so.</summary>
public sealed record ControlStep(string By, string Clause);

/// <summary>Who controls a place, who controls those, up to the members.</summary>
/// <param name="Steps">The shortest chain; empty where none ends with the members.</param>
public sealed record ControlChain(string Place, ImmutableArray<ControlStep> Steps)
{
    public bool EndsWithMembers => !Steps.IsEmpty;
}

/// <summary>
/// Nobody is a guarantor whom nobody controls (S428): for every body and office the chain of control, which has to end with the members. Control is to
/// inspect, to elect or to be able to remove; one that leads back to the place itself is none.
/// </summary>
public static class ControlChains
{
    public static ImmutableArray<ControlChain> Of(Constitution constitution)
    {
        var analysis = new Analysis(constitution);
        return [.. constitution.Bodies.Keys.Concat(constitution.Offices.Keys).Where(p => !analysis.IsBase(p)).Order(StringComparer.Ordinal).Select(p => new ControlChain(p, Shortest(analysis, p)))];
    }

    private static ImmutableArray<ControlStep> Shortest(Analysis a, string place)
    {
        var before = new Dictionary<string, (string From, ControlStep Step)>(StringComparer.Ordinal);
        var waiting = new Queue<string>([place]);
        while (waiting.TryDequeue(out var at))
            foreach (var step in Controllers(a.Constitution, at))
            {
                if (step.By == place || !before.TryAdd(step.By, (at, step))) continue;
                if (!a.IsBase(step.By) && !a.Constitution.Electorates.ContainsKey(step.By))
                {
                    waiting.Enqueue(step.By);
                    continue;
                }
                var chain = new List<ControlStep>();
                for (var by = step.By; by != place; by = before[by].From) chain.Add(before[by].Step);
                chain.Reverse();
                return [.. chain];
            }
        return [];
    }

    private static IEnumerable<ControlStep> Controllers(Constitution c, string place)
    {
        foreach (var (power, holder) in Holdings.Of(c, Verb.Inspect).Where(h => Holdings.IsOver(c, h.Power, place))) yield return new(holder, power.Clause.Path);
        var (removals, seats) = c.Offices.TryGetValue(place, out var office) ? (office.Remove, [office.By]) : (c.Bodies[place].Remove, c.Bodies[place].Seats.Values.Select(s => s.By).ToArray());
        foreach (var removal in removals)
            foreach (var by in removal is RemovalBy one ? [one.By.Id] : removal is RemovalByPetition petition ? Holdings.Alone(petition.Then) : Enumerable.Empty<string>()) yield return new(by, removal.Clause.Path);
        foreach (var select in seats)
            foreach (var by in select switch
            {
                Elect { Electorate: { } electorate } => [electorate.Id],
                Elect { Body: { } body } => [body.Id],
                Lot lot => c.Electorates.ContainsKey(lot.Pool.Id) ? [lot.Pool.Id] : [],
                _ => Enumerable.Empty<string>(),
            })
                yield return new(by, select.Clause.Path);
    }
}
