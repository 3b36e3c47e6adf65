using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Mandate.Node.Encodings;
using Mandate.Node.Sequencing;
using Mandate.Organisation.Acts;

namespace Mandate.Server.Api;

/// <summary>Acts, answers and refusals as the JSON that the API and the command line share.</summary>
public static class ActJson
{
    public static JsonNode Refusal(Refusal refusal) => JsonNode.Parse(RefusalText.Encode(refusal))!;

    public static JsonNode Command(Command command) => JsonNode.Parse(WireText.Encode(command))!;

    public static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static JsonObject Answer(Answer answer) => answer switch
    {
        Node.Sequencing.Answer.Accepted { Receipt: var r } => new()
        {
            ["outcome"] = "accepted",
            ["index"] = r.Index,
            ["id"] = r.Id,
            ["at"] = Moment(r.At),
            ["clause"] = r.Clause,
            ["repeated"] = r.Repeated,
            ["events"] = new JsonArray([.. r.Events.Select(e => JsonNode.Parse(WireText.Encode(e)))]),
            ["checkpoint"] = Encoding.UTF8.GetString(r.Checkpoint),
        },
        Node.Sequencing.Answer.Refused { Refusal: var refusal } => new() { ["outcome"] = "refused", ["refusal"] = Refusal(refusal) },
        Node.Sequencing.Answer.Unknown { Reason: var reason } => new() { ["outcome"] = "unknown", ["reason"] = reason },
        _ => throw new InvalidOperationException($"No such answer: {answer}"),
    };

    /// <summary>An act that somebody may do, or the refusal that says why not.</summary>
    public static JsonObject Offer(string person, Offer offer) => new()
    {
        ["by"] = person,
        ["act"] = offer.Act,
        ["subject"] = offer.Subject,
        ["open"] = offer.WhyNot is null,
        ["clause"] = offer.Clause,
        ["command"] = Prototype(offer.Prototype),
        ["refusal"] = offer.WhyNot is { } why ? Refusal(why) : null,
    };

    private static JsonNode? Prototype(Command command)
    {
        try
        {
            return Command(command);
        }
        catch (ArgumentException)
        {
            // A prototype may leave open what the person chooses.
            return null;
        }
    }
}
