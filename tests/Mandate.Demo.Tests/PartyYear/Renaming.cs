using System.Collections.Immutable;
using System.Reflection;
using Mandate.Organisation.Facts;

namespace Mandate.Demo.Tests.PartyYear;

/// <summary>Gives every id that facts use another name, the same one everywhere.</summary>
internal static class Renaming
{
    /// <summary>Fields that are words, not ids.</summary>
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal) { nameof(Numbered.Words), nameof(Numbered.Unit) };

    public static RecordedFact Of(RecordedFact fact, Func<string, string> name) =>
        fact with { Id = name(fact.Id), Events = [.. fact.Events.Select(name)], What = (Fact)Of(fact.What, name) };

    private static object Of(object record, Func<string, string> name)
    {
        var copy = record.GetType().GetMethod("<Clone>$")!.Invoke(record, null)!;
        foreach (var field in record.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite && !Words.Contains(p.Name)))
            field.SetValue(copy, Value(field.GetValue(record), name));
        return copy;
    }

    private static object? Value(object? value, Func<string, string> name) => value switch
    {
        string id => name(id),
        ImmutableArray<string> { IsDefault: false } ids => ids.Select(name).ToImmutableArray(),
        ImmutableArray<TextReference> { IsDefault: false } references => references.Select(r => (TextReference)Of(r, name)).ToImmutableArray(),
        _ => value,
    };
}
