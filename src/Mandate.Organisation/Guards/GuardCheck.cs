using Mandate.Organisation.Acts;
using Mandate.Organisation.Facts;

namespace Mandate.Organisation.Guards;

/// <summary>The rules' way to ask a guard: would this act make a fact that the guard is there against?</summary>
public static class GuardCheck
{
    /// <summary>The same, under the clause of the constitution in force that writes the safeguard.</summary>
    public static Refusal? Refuses(State state, Act act, string name, params IReadOnlyList<Fact> about) => Refuses(state, act, name, null, about);

    /// <summary>The same, with other measures than those in force.</summary>
    public static Refusal? Refuses(State state, Act act, string name, GuardLimits? limits, IReadOnlyList<Fact> about) =>
        Holds(Named(name), act.Day, limits ?? GuardLimits.Of(state.Statutes.At(act.At), act.Day), about) ? new Refusal($"guards.{name}", GuardClauses.Of(Named(name), state.Statutes.At(act.At), about).Path) : null;

    /// <summary>The refusal where a guard whose effect is to refuse would hold; null where it would not.</summary>
    /// <param name="about">The facts that the act would make, and those from the registers beside them. Never facts de facto.</param>
    public static Refusal? Refuses(string name, string clause, DateOnly day, params IEnumerable<Fact> about) =>
        Holds(Named(name), day, null, about) ? new Refusal($"guards.{name}", clause) : null;

    private static bool Holds(Guard guard, DateOnly day, GuardLimits? limits, IEnumerable<Fact> about)
    {
        if (guard.Effect != Effect.Refuse) throw new ArgumentException($"{guard.Name} refuses nothing", nameof(guard));
        var view = new FactView(about.Select((fact, i) => new RecordedFact(FormattableString.Invariant($"{i}"), fact, new Window(day, day), Mode.Stated, [], [], "", default)), day, limits);
        return guard.Look(view).Any();
    }

    private static Guard Named(string name) => GuardCatalogue.Find(name) ?? throw new ArgumentException($"no guard {name}", nameof(name));
}
