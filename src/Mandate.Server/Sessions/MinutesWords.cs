using Mandate.Organisation.Sessions;
using Mandate.Server.Home;
using Mandate.Server.Keeping;

namespace Mandate.Server.Sessions;

/// <summary>A sentence of the minutes in the reader's language; persons by name where the reader may know them, places by their names.</summary>
public static class MinutesWords
{
    public static string Say(Visit visit, MinutesSentence sentence)
    {
        // What a sentence does not say in one case (a unit, a reason) has a place in its text all the same.
        var values = sentence.Args.Select(a => (a.Key, Known(visit, sentence.Code, a.Key, a.Value))).ToList();
        foreach (var place in visit.Words.PlacesOf("minutes." + sentence.Code).Where(p => !sentence.Args.ContainsKey(p))) values.Add((place, ""));
        return visit.Words.Say("minutes." + sentence.Code, [.. values]);
    }

    private static object? Known(Visit visit, string code, string name, object value) => (name, value) switch
    {
        ("motion", string kind) when code.StartsWith("procedure-", StringComparison.Ordinal) => Procedures.Named(visit, kind) ?? kind,
        ("reason", string reason) when code == "vote-stopped" && visit.Words.Has("vote.stop." + reason) => visit.Words["vote.stop." + reason],
        ("side", string side) => visit.Words["side." + side],
        ("elected", string persons) => string.Join(", ", persons.Split(", ").Select(visit.NameOrId)),
        ("replaces", string tenure) when visit.State.Offices.Tenures.TryGetValue(tenure, out var held) => visit.NameOrId(held.Person),
        ("place", string place) when code == "elected" && place.Contains('/', StringComparison.Ordinal) => Describe.Seat(visit, new(place.Split('/')[0], place.Split('/')[1])),
        ("unit", string unit) => visit.UnitName(unit),
        (_, string id) when visit.State.Roll.Member(id) is not null => visit.NameOrId(id),
        (_, string id) when visit.Version.Rules.Bodies.ContainsKey(id) || visit.Version.Rules.Offices.ContainsKey(id) => visit.Words.Place(id),
        _ => value,
    };
}
