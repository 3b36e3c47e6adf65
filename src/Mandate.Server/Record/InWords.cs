using System.Collections;
using System.Reflection;
using Mandate.Node.Encodings;
using Mandate.Organisation;
using Mandate.Organisation.Acts;
using Mandate.Server.Keeping;

namespace Mandate.Server.Record;

/// <summary>Entries of the record as a person would say them.</summary>
public static class InWords
{
    public static string Title(Visit visit, Entry entry) => Say(visit, NameOf(entry.Command.GetType()), "offer.");

    public static string Event(Visit visit, Event happened) => Say(visit, NameOf(happened.GetType()), "event.");

    /// <summary>
    /// Who acted, by name only in an office or mandate: what ordinary members do is nobody's reading but their own.
    /// </summary>
    public static string By(Visit visit, Entry entry) =>
        visit.State.Offices.Career(entry.By).Any() ? visit.NameOrId(entry.By)
        : entry.By == visit.Person ? visit.NameOrId(entry.By)
        : visit.Words["record.a-member"];

    /// <summary>The facts of an act, field by field, as they stand in the record.</summary>
    public static IEnumerable<(string Name, string Value)> Facts(Visit visit, object fact)
    {
        foreach (var property in fact.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0 && p.Name != "EqualityContract"))
        {
            var value = property.GetValue(fact);
            if (value is null || Written(visit, value) is not { Length: > 0 } written) continue;
            yield return (Split(property.Name), written);
        }
    }

    private static string? Written(Visit visit, object value) => value switch
    {
        string id when visit.State.Roll.Unit(id) is { } unit => unit.Name,
        string text => visit.Words.Value(text),
        Enum or DateOnly or DateTimeOffset or int or long => visit.Words.Value(value),
        bool truth => visit.Words[truth ? "form.yes" : "form.no"],
        IDictionary map => visit.Words.Say("record.several", ("count", (long)map.Count)),
        ICollection list => visit.Words.Say("record.several", ("count", (long)list.Count)),
        _ => null,
    };

    /// <summary><c>LastDay</c> becomes <c>last day</c>: the names of fields are those of the format, in English in every language.</summary>
    private static string Split(string name) => string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? " " + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));

    private static string Say(Visit visit, string name, string family) => visit.Words.Has(family + name) ? visit.Words[family + name] : name;

    public static string NameOf(Type type) => type.GetCustomAttribute<WireNameAttribute>()?.Name ?? type.Name;
}
