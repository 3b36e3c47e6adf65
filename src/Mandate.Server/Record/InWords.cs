using System.Collections;
using System.Reflection;
using Mandate.Node.Encodings;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Roll;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Votes;
using Mandate.Server.Home;
using Mandate.Server.Keeping;
using Mandate.Server.Wording;

namespace Mandate.Server.Record;

/// <summary>Entries of the record as a person would say them. The sentence of an event is <c>event.NAME</c>, its places the fields of the event.</summary>
public static class InWords
{
    public static string Title(Visit visit, Entry entry) => Describe.Act(visit, entry.Command);

    /// <summary>What happened: the particulars of an act of office, and of an ordinary member's act only which it was.</summary>
    public static string Told(Visit visit, Entry entry) => entry.Events.IsEmpty ? Title(visit, entry)
        : IsOpen(visit, entry.By) ? Event(visit, entry.Events[0])
        : visit.Words.Say("record.act-of-member", ("act", Title(visit, entry) is [var first, .. var rest] ? char.ToLowerInvariant(first) + rest : ""));

    public static string Event(Visit visit, Event happened)
    {
        var key = "event." + Named.Wire(happened.GetType());
        if (!visit.Words.Has(key)) return Named.Wire(happened.GetType());
        var values = Catalogue.Ours.Find(key, visit.Words.Language)!.Other.Places.Select(place => (place, (object?)Field(visit, happened, place))).ToArray();
        return Sentence(visit.Words.Say(key, values));
    }

    /// <summary>
    /// Who acted, by name only in an office or mandate: what ordinary members do is nobody's reading but their own.
    /// </summary>
    public static string By(Visit visit, Entry entry) => Person(visit, entry.By);

    /// <summary>Whether the particulars of an act are everybody's: those of an office are; those of an ordinary member are the member's own.</summary>
    public static bool IsOpen(Visit visit, string person) => person == visit.Person || visit.State.Offices.Career(person).Any();

    /// <summary>The facts of an act, field by field, as they stand in the record.</summary>
    public static IEnumerable<(string Name, string Value)> Facts(Visit visit, object fact)
    {
        foreach (var property in Fields(fact.GetType()))
            if (property.GetValue(fact) is { } value && Written(visit, property.Name, value, fact) is { Length: > 0 } written) yield return (Split(property.Name), written);
    }

    /// <summary>The fields of an event or command, as the wire names them.</summary>
    public static IEnumerable<PropertyInfo> Fields(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0 && p.Name != "EqualityContract");

    private static string Person(Visit visit, string person) => IsOpen(visit, person) ? visit.NameOrId(person) : visit.Words["record.a-member"];

    private static string Field(Visit visit, Event happened, string place)
    {
        var property = Fields(happened.GetType()).FirstOrDefault(p => p.Name.Equals(place, StringComparison.OrdinalIgnoreCase));
        return property?.GetValue(happened) is { } value ? Written(visit, property.Name, value, happened) ?? "" : "";
    }

    private static string? Written(Visit visit, string field, object value, object fact) => value switch
    {
        string text => Text(visit, field, text, fact),
        bool truth => visit.Words[truth ? "form.yes" : "form.no"],
        Seat seat => Describe.Seat(visit, seat),
        AgendaItem item => Describe.Item(visit, item),
        Question question => question.Text,
        Outcome outcome => visit.Words[outcome.Carried ? "form.yes" : "form.no"],
        Command command => Describe.Act(visit, command),
        Enum or DateOnly or DateTimeOffset or int or long => visit.Words.Value(value),
        IDictionary map => visit.Words.Say("record.several", ("count", (long)map.Count)),
        IEnumerable<string> persons when field is "Persons" or "Tellers" => string.Join(", ", persons.Select(p => Person(visit, p))),
        ICollection list => visit.Words.Say("record.several", ("count", (long)list.Count)),
        _ => null,
    };

    private static string Text(Visit visit, string field, string text, object fact)
    {
        if (visit.State.Roll.Member(text) is not null) return Person(visit, text);
        return field switch
        {
            "Item" or "Speech" when Session(visit, fact) is { } session => field == "Item"
                ? session.Item(text) is { } item ? Describe.Item(visit, item) : text
                : session.Speeches.FirstOrDefault(s => s.Id == text) is { } speech ? Person(visit, speech.Person) : text,
            "Body" or "As" => Named.Place(visit, text) ?? text,
            "Reason" or "Channel" => Phrases.Say(text, visit.Words, t => t) ?? text,
            "Motion" when fact is ProcedureMoved or MoveProcedure => Sessions.Procedures.Named(visit, text) ?? text,
            "Procedure" when Session(visit, fact) is { } held => held.Procedures.FirstOrDefault(p => p.Id == text) is { } procedure ? Sessions.Procedures.Name(visit, held, procedure) : text,
            "Side" => visit.Words.Has("side." + text) ? visit.Words["side." + text] : text,
            "Id" when fact is TenureEnded or TenureRestored => Mandate(visit, text),
            "Tenure" => Mandate(visit, text),
            _ => Named.Of(visit, text) ?? visit.Words.Value(text),
        };
    }

    private static string Mandate(Visit visit, string tenure) =>
        visit.State.Offices.Tenures.GetValueOrDefault(tenure) is { } held ? visit.Words.Say("person.holds-in", ("place", Person(visit, held.Person)), ("unit", Describe.Seat(visit, held.Seat))) : tenure;

    private static Session? Session(Visit visit, object fact) =>
        fact.GetType().GetProperty("Session")?.GetValue(fact) is string session ? visit.State.Sessions.Find(session) : null;

    private static string Sentence(string text) => text.Length > 0 ? char.ToUpperInvariant(text[0]) + text[1..] : text;

    /// <summary><c>LastDay</c> becomes <c>last day</c>: the names of fields are those of the format, in English in every language.</summary>
    private static string Split(string name) => string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? " " + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));
}
