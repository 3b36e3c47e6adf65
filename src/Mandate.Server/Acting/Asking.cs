using Mandate.Organisation.Acts;
using Mandate.Server.Keeping;
using Mandate.Server.Look;

namespace Mandate.Server.Acting;

/// <summary>Asks the rules before anybody clicks.</summary>
public static class Asking
{
    /// <summary>
    /// The rules' answer to an act of which only what is given is known yet. A refusal that may come from what is still to be
    /// filled in says nothing, and the act counts as open.
    /// </summary>
    public static Refusal? Before(Visit visit, ActDefinition act, IReadOnlyDictionary<string, string> given)
    {
        if (visit.Person is not { } person) return null;
        var filling = new Filling(visit, given, lenient: true);
        var command = act.Make(filling);
        if (visit.Kept.Ask(person, command, filling.Blobs) is not Decision.Refused { Refusal: var refusal }) return null;
        return act.IsOneClick || IsAboutTheActor(refusal) ? refusal : null;
    }

    /// <summary>The act as a line for "what you may do now".</summary>
    public static ActLine Line(Visit visit, string name, params (string Name, string Value)[] given)
    {
        var act = Acts.Find(name) ?? throw new ArgumentException($"no act {name}", nameof(name));
        var values = given.ToDictionary(g => g.Name, g => g.Value, StringComparer.Ordinal);
        var title = visit.Words["offer." + name];
        var address = Address(visit, name, given);
        if (Before(visit, act, values) is not { } refusal) return new(title, address, Opening.Now);
        var words = visit.Say(refusal);
        var later = refusal.Earliest is { } earliest && earliest > visit.Now;
        return new(title, null, later ? Opening.Later : Opening.Refused) { Why = words.Sentence, Clause = words.Clause, Way = words.Way, When = later ? refusal.Earliest : null };
    }

    public static string Address(Visit visit, string name, params (string Name, string Value)[] given) =>
        Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString($"{visit.Address}/act/{name}",
            given.Select(g => KeyValuePair.Create(g.Name, (string?)g.Value)).Append(KeyValuePair.Create("return", (string?)visit.Here.PathOnly)));

    private static bool IsAboutTheActor(Refusal refusal) => refusal.Code is "protocol.not-yours" or "protocol.wrong-stage" or "protocol.not-founded" or "founding.not-a-founder" or "founding.closed";
}
