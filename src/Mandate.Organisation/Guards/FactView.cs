using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Mandate.Organisation.Facts;

namespace Mandate.Organisation.Guards;

/// <summary>A fact seen with its record.</summary>
public readonly record struct Seen<T>(T Fact, RecordedFact Record)
    where T : Fact
{
    public Window When => Record.When;
}

/// <summary>The facts that a guard looks at: those of the past of a day, whether recorded de facto, shown by the registers, or about to happen.</summary>
public sealed class FactView
{
    private readonly ILookup<Type, RecordedFact> byType;
    private readonly ImmutableDictionary<string, ImmutableHashSet<string>> groups;
    private readonly Dictionary<(Type Kind, string Field), object> indexes = [];

    public FactView(IEnumerable<RecordedFact> facts, DateOnly day, GuardLimits? limits = null)
    {
        Day = day;
        Limits = limits ?? GuardLimits.Default;
        byType = facts.Where(f => f.CorrectedBy is null && f.When.By(day)).ToLookup(f => f.What.GetType());
        groups = Of<BelongsTo>().SelectMany(b => b.Fact.Who.Each().Select(who => (who, b.Fact.Group)))
            .Concat(Of<Caucused>().SelectMany(c => c.Fact.Members.Each().Select(who => (who, c.Fact.Group))))
            .Concat(Of<Held>().Where(h => h.Fact.Body is not null).Select(h => (who: h.Fact.Person, Group: h.Fact.Body!)))
            .GroupBy(p => p.who, StringComparer.Ordinal)
            .ToImmutableDictionary(g => g.Key, g => g.Select(p => p.Group).ToImmutableHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    /// <summary>The day as of which it is looked.</summary>
    public DateOnly Day { get; }

    public GuardLimits Limits { get; }

    /// <summary>The facts of one kind, in the order in which they were recorded.</summary>
    public IEnumerable<Seen<T>> Of<T>()
        where T : Fact => byType[typeof(T)].Select(r => new Seen<T>((T)r.What, r));

    /// <summary>Those of one kind that name something by that field: looked up, so that many facts are not each held against all.</summary>
    /// <param name="field">Written in place: its words are the name of its index.</param>
    public IEnumerable<Seen<T>> Of<T>(Func<T, string?> field, string? named, [CallerArgumentExpression(nameof(field))] string index = "")
        where T : Fact
    {
        if (named is null) return [];
        if (!indexes.TryGetValue((typeof(T), index), out var known)) indexes[(typeof(T), index)] = known = Of<T>().Where(f => field(f.Fact) is not null).ToLookup(f => field(f.Fact)!, StringComparer.Ordinal);
        return ((ILookup<string, Seen<T>>)known)[named];
    }

    /// <summary>Whether they are the same, or one belongs to the other: a signatory to the group of signatories, a holder to the body.</summary>
    public bool SameOrWithin(string who, string of) =>
        who == of || groups.GetValueOrDefault(who)?.Contains(of) == true;

    /// <summary>Whether it is a group of which more than one member is known.</summary>
    public bool HasMembers(string group) => groups.Count(g => g.Value.Contains(group)) > 1;

    /// <summary>Whether two lists of persons and groups meet.</summary>
    public bool Meet(ImmutableArray<string> some, ImmutableArray<string> others) =>
        some.Each().Any(a => others.Each().Any(b => SameOrWithin(a, b) || SameOrWithin(b, a)));

    /// <summary>Whether more days have passed since the last day it can have been.</summary>
    public bool Passed(Window since, int days) => (since.To ?? since.From) is { } last && last.DayNumber + days < Day.DayNumber;
}
