using System.Text.Json.Nodes;
using Mandate.Node.Encodings;
using Mandate.Server.Wording;

namespace Mandate.Server.Api;

/// <summary>
/// The OpenAPI 3.1 description of the API, made from the shapes of the real command records (<see cref="WireText.CommandShapes"/>): it
/// cannot say anything that the reader of commands does not.
/// </summary>
public static class OpenApi
{
    private static readonly Words English = new(Language.English);

    public static JsonObject Document => new()
    {
        ["openapi"] = "3.1.0",
        ["info"] = new JsonObject { ["title"] = "Mandate", ["version"] = "1", ["description"] = "Every act and every question of an organisation, under the same rules and with the same refusals as its pages." },
        ["components"] = new JsonObject
        {
            ["securitySchemes"] = new JsonObject { ["card"] = new JsonObject { ["type"] = "apiKey", ["in"] = "header", ["name"] = "Authorization", ["description"] = "Card CODE: the code of a printed card." } },
            ["schemas"] = Schemas(),
        },
        ["paths"] = new JsonObject
        {
            ["/api/o"] = Get("The organisations kept here.", "array"),
            ["/api/o/{organisation}"] = Get("What the organisation is, how far its record is, and who asks.", "object"),
            ["/api/o/{organisation}/may"] = Get("The acts that the caller could do now, and why the others are not open: the rules' own answers.", "object"),
            ["/api/o/{organisation}/acts"] = Acts(),
            ["/api/o/{organisation}/ask"] = Get("What the record says, as of a day.", "object",
                Parameter("question", "query", true, new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. Answers.Questions.Select(q => (JsonNode)q)]) }),
                Parameter("id", "query", false, Text()), Parameter("at", "query", false, Text())),
            ["/api/o/{organisation}/checkpoint"] = Get("The newest signed checkpoint (c2sp.org/tlog-checkpoint).", null),
            ["/api/o/{organisation}/entries/{index}"] = Get("An entry as it stands in the log.", "object", Parameter("index", "path", true, new JsonObject { ["type"] = "integer", ["minimum"] = 0 })),
            ["/api/o/{organisation}/entries/{index}/proof"] = Get("The proof that the entry is in the log (c2sp.org/tlog-proof).", null, Parameter("index", "path", true, new JsonObject { ["type"] = "integer", ["minimum"] = 0 })),
        },
    };

    private static JsonObject Schemas()
    {
        var schemas = new JsonObject();
        var commands = new JsonArray();
        foreach (var line in WireText.CommandShapes)
        {
            // command motions.file@1 { class: text, expires?: day }
            var (head, fields) = ShapeText.Split(line);
            var (name, version) = (head.Split('@')[0], int.Parse(head.Split('@')[1], System.Globalization.CultureInfo.InvariantCulture));
            var schema = ShapeText.Object(fields, ("type", new JsonObject { ["const"] = name }), ("v", new JsonObject { ["const"] = version }));
            schema["title"] = English.Has("offer." + name) ? English["offer." + name] : name;
            schemas[head] = schema;
            commands.Add(new JsonObject { ["$ref"] = "#/components/schemas/" + head });
        }
        foreach (var line in WireText.RecordShapes)
        {
            var (head, fields) = ShapeText.Split(line);
            if (!schemas.ContainsKey(head)) schemas[head] = ShapeText.Object(fields);
        }
        schemas["Command"] = new JsonObject { ["oneOf"] = commands };
        // A family of records: its field "kind" says which of them it is.
        foreach (var name in References(schemas).Where(n => !schemas.ContainsKey(n)).Distinct(StringComparer.Ordinal).ToList())
            schemas[name] = new JsonObject { ["type"] = "object", ["required"] = new JsonArray("kind"), ["properties"] = new JsonObject { ["kind"] = Text() } };
        schemas["Act"] = new JsonObject
        {
            ["type"] = "object",
            ["required"] = new JsonArray("command"),
            ["properties"] = new JsonObject
            {
                ["command"] = new JsonObject { ["$ref"] = "#/components/schemas/Command" },
                ["by"] = Text(),
                ["id"] = new JsonObject { ["type"] = "string", ["description"] = "Idempotency key; the header Idempotency-Key goes before it." },
                ["texts"] = List("Texts that the command names by their SHA-256."),
                ["files"] = List("Files that the command names by their SHA-256, in base64."),
            },
        };
        schemas["Refusal"] = new JsonObject
        {
            ["type"] = "object",
            ["description"] = "Problem details (RFC 9457): the clause that refuses, what it needs, what was given, the earliest lawful way.",
            ["required"] = new JsonArray("type", "title", "status"),
            ["properties"] = new JsonObject { ["type"] = Text(), ["title"] = Text(), ["status"] = new JsonObject { ["type"] = "integer" }, ["clause"] = Maybe(), ["needs"] = Maybe(), ["given"] = Maybe(), ["earliest"] = Maybe(), ["way"] = Maybe(), ["refusal"] = new JsonObject { ["type"] = "object" } },
        };
        return schemas;
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(References),
        JsonObject map => map.SelectMany(p => p.Key == "$ref" ? [p.Value!.GetValue<string>().Split('/')[^1]] : References(p.Value)),
        _ => [],
    };

    private static JsonObject Acts() => new()
    {
        ["parameters"] = new JsonArray(Organisation()),
        ["post"] = new JsonObject
        {
            ["summary"] = "Does an act, or is refused by a clause. Acknowledged means durable.",
            ["security"] = Card(),
            ["parameters"] = new JsonArray(Parameter("Idempotency-Key", "header", false, Text())),
            ["requestBody"] = new JsonObject
            {
                ["required"] = true,
                ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = new JsonObject { ["oneOf"] = new JsonArray(new JsonObject { ["$ref"] = "#/components/schemas/Command" }, new JsonObject { ["$ref"] = "#/components/schemas/Act" }) } } },
            },
            ["responses"] = new JsonObject { ["200"] = Answer("Done: the entry's index, clause, events and a signed checkpoint that it is in.", "application/json"), ["400"] = Fault("The act cannot be read: which field, and what would be right."), ["401"] = Fault("Nobody is known to act."), ["409"] = Fault("Refused by the rules."), ["503"] = Fault("Not known: put it again with the same key.") },
        },
    };

    private static JsonObject Get(string summary, string? type, params JsonObject[] parameters) => new()
    {
        ["parameters"] = summary.StartsWith("The organisations", StringComparison.Ordinal) ? new JsonArray() : new JsonArray([Organisation(), .. parameters]),
        ["get"] = new JsonObject { ["summary"] = summary, ["security"] = Card(), ["responses"] = new JsonObject { ["200"] = Answer("The answer.", type is null ? "text/plain" : "application/json"), ["404"] = Fault("There is no such thing here.") } },
    };

    private static JsonArray Card() => [new JsonObject(), new JsonObject { ["card"] = new JsonArray() }];

    private static JsonObject Organisation() => Parameter("organisation", "path", true, Text());

    private static JsonObject Parameter(string name, string where, bool required, JsonObject schema) => new() { ["name"] = name, ["in"] = where, ["required"] = required, ["schema"] = schema };

    private static JsonObject Answer(string description, string media) => new() { ["description"] = description, ["content"] = new JsonObject { [media] = new JsonObject { ["schema"] = new JsonObject() } } };

    private static JsonObject Fault(string description) => new() { ["description"] = description, ["content"] = new JsonObject { ["application/problem+json"] = new JsonObject { ["schema"] = new JsonObject { ["$ref"] = "#/components/schemas/Refusal" } } } };

    private static JsonObject Text() => new() { ["type"] = "string" };

    private static JsonObject Maybe() => new() { ["type"] = new JsonArray("string", "null") };

    private static JsonObject List(string description) => new() { ["type"] = "array", ["description"] = description, ["items"] = Text() };
}
