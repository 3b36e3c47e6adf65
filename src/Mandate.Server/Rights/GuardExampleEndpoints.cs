using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mandate.Node.Encodings;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Guards;
using Mandate.Server.Delivery;
using Mandate.Server.Keeping;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Mandate.Server.Rights;

/// <summary>
/// In a rehearsal a visitor puts the example of a guard, or its lawful neighbour, on the record as an event with its facts, and sees what the
/// findings make of it. Real organisations record what happened, not examples.
/// </summary>
public static class GuardExampleEndpoints
{
    public static void Map(RouteGroupBuilder group) => group.MapAct("/rights/guards/{name}/record", async Task<IResult> (string name, HttpContext http, Visit visit) =>
    {
        if (GuardCatalogue.Find(name) is not { } guard || !visit.State.Founding.Rehearsal) return Results.NotFound();
        if (visit.Person is not { } person) return Results.Redirect($"{visit.Address}/sign-in?return={Uri.EscapeDataString($"{visit.Address}/rights/guards/{name}")}");
        var kind = (await http.Request.ReadFormAsync())["case"].ToString() == "lawful" ? "lawful" : "fires";
        var example = GuardExamples.Find(name)!;
        foreach (var command in Told(visit, guard, kind, kind == "lawful" ? example.Lawful : example.Fires, Guid.CreateVersion7().ToString("N")[^8..]))
            if (await visit.Kept.PutAsync(person, command, Guid.CreateVersion7().ToString("N")) is Put.Refused refused)
                return new Page<GuardPage>(new { Guard = guard, Refused = refused.Refusal }) { Status = StatusCodes.Status409Conflict };
        return Results.Redirect($"{visit.Address}/rights/guards/{name}?recorded={kind}#record");
    });

    /// <summary>One event in the visitor's words, and its facts, moved to the days before today and with ids of their own.</summary>
    private static IEnumerable<Command> Told(Visit visit, Guard guard, string kind, ImmutableArray<DatedFact> facts, string suffix)
    {
        var shift = visit.Today.DayNumber - GuardExamples.Today.DayNumber;
        var happening = $"tried-{guard.Name}-{suffix}";
        var said = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add(visit.Words.Language.Code, visit.Words[$"guard-example.{guard.Name}.{kind}"]);
        ImmutableArray<Source> sources = [new(visit.Words["guards-try.source"])];
        Window On(DateOnly day) => new(day.AddDays(shift), day.AddDays(shift));
        yield return new Tell(happening, On(facts.Max(f => f.Day)), said, said, [], [], [], Mode.Stated, sources);
        foreach (var (one, i) in facts.Select((f, i) => (f, i)))
            yield return new RecordFact($"{happening}-{i.ToString(CultureInfo.InvariantCulture)}", Renewed(one.Fact, "-" + suffix, shift), On(one.Day), Mode.Stated, sources, [happening]);
    }

    /// <summary>The same fact about other things, so many days later.</summary>
    public static Fact Renewed(Fact fact, string suffix, int days)
    {
        var json = JsonNode.Parse(WireText.Encode(fact))!.AsObject();
        foreach (var property in fact.GetType().GetProperties())
        {
            var key = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            if (json[key] is not { } value) continue;
            if (property.PropertyType == typeof(string)) json[key] = value.GetValue<string>() + suffix;
            else if (property.PropertyType == typeof(ImmutableArray<string>)) json[key] = new JsonArray([.. value.AsArray().Select(v => (JsonNode?)(v!.GetValue<string>() + suffix))]);
            else if (property.PropertyType == typeof(DateOnly) || property.PropertyType == typeof(DateOnly?))
                json[key] = DateOnly.ParseExact(value.GetValue<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }
        return WireText.TryDecode(Encoding.UTF8.GetBytes(json.ToJsonString()), out Fact? renewed, out var error) ? renewed : throw new InvalidOperationException($"An example is no fact any more: {error}");
    }
}
