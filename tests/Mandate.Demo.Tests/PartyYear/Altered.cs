using System.Collections.Immutable;
using System.Reflection;
using Mandate.Organisation.Facts;
using Mandate.Tally;

namespace Mandate.Demo.Tests.PartyYear;

/// <summary>A fact with one of its fields changed, and facts moved in time.</summary>
internal static class Altered
{
    /// <summary>Every way of changing one field of what a fact says to something else: the other truth value, left out, another number, another word.</summary>
    public static IEnumerable<RecordedFact> EachField(RecordedFact fact)
    {
        foreach (var field in Fields(fact.What))
            foreach (var value in Others(field.PropertyType, field.GetValue(fact.What)))
                yield return fact with { What = (Fact)With(fact.What, field, value) };
    }

    /// <summary>The same facts, so many days later.</summary>
    public static RecordedFact Later(RecordedFact fact, int days) => fact with { When = new(fact.When.From?.AddDays(days), fact.When.To?.AddDays(days)), What = Later(fact.What, days) };

    private static Fact Later(Fact what, int days)
    {
        foreach (var field in Fields(what).Where(p => p.PropertyType == typeof(DateOnly?)))
            if (field.GetValue(what) is DateOnly day) what = (Fact)With(what, field, day.AddDays(days));
        return what;
    }

    private static IEnumerable<PropertyInfo> Fields(object of) => of.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite);

    private static object With(object record, PropertyInfo field, object? value)
    {
        var copy = record.GetType().GetMethod("<Clone>$")!.Invoke(record, null)!;
        field.SetValue(copy, value);
        return copy;
    }

    private static IEnumerable<object?> Others(Type type, object? value)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        if (value is bool truth) yield return !truth;
        else if (value is string) yield return "somebody-or-something-else";
        else if (value is int number) yield return number + 1000;
        else if (value is DateOnly day) yield return day.AddYears(50);
        else if (bare.IsEnum && value is not null)
            foreach (var other in Enum.GetValues(bare)) { if (!other.Equals(value)) yield return other; }
        else if (value is Figure { Exact: { } exact } figure) { yield return figure with { Exact = 0 }; yield return figure with { Exact = exact * 1000 }; }
        else if (value is Figure) yield return new Figure(1);
        else if (value is Fraction) { yield return new Fraction(0, 1); yield return new Fraction(1, 1); }
        else if (value is ImmutableArray<string> { IsDefaultOrEmpty: false }) { yield return ImmutableArray.Create("somebody-or-something-else"); yield return ImmutableArray<string>.Empty; }
        else if (type.GetProperty("IsDefaultOrEmpty")?.GetValue(value) is false) yield return type.GetField("Empty")!.GetValue(null);
        if (value is not null && (Nullable.GetUnderlyingType(type) is not null || !type.IsValueType && value is not string)) yield return null;
        if (bare == typeof(bool) && value is null) { yield return true; yield return false; }
    }
}
