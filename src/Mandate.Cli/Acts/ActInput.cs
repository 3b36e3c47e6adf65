using System.Text.Json;
using System.Text.Json.Nodes;
using Mandate.Cli.Contract;
using Mandate.Node.Encodings;
using Mandate.Organisation.Acts;

namespace Mandate.Cli.Acts;

/// <summary>
/// An act as it is written in a file: the command itself (<c>{"type": ...}</c>), or <c>{"by", "id", "command"}</c>.
/// </summary>
internal sealed record ActInput(Command Command, string? By, string? Id)
{
    public static ActInput Read(string name, byte[] json)
    {
        var envelope = Envelope(json);
        var inner = envelope?["command"] is { } command ? System.Text.Encoding.UTF8.GetBytes(command.ToJsonString()) : json;
        if (!WireText.TryDecode(inner, out Command? read, out var error)) throw CommandException.BadInput($"{name}: {(envelope is null || error.Path.Length == 0 ? "" : "command.")}{error}");
        if (envelope?.FirstOrDefault(p => p.Key is not ("by" or "id" or "command")) is { Key: not null } stray) throw CommandException.BadInput($"{name}: {stray.Key}: no such field here; the fields are by, id, command");
        return new(read, Text(name, envelope, "by"), Text(name, envelope, "id"));
    }

    private static JsonObject? Envelope(byte[] json)
    {
        try
        {
            return JsonNode.Parse(json, documentOptions: new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }) is JsonObject o && o["command"] is JsonObject && o["type"] is null ? o : null;
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            // The reader of commands says what is wrong with it.
            return null;
        }
    }

    private static string? Text(string name, JsonObject? envelope, string field)
    {
        if (envelope?[field] is not { } value) return null;
        return value is JsonValue v && v.TryGetValue(out string? text) ? text : throw CommandException.BadInput($"{name}: {field}: needs text");
    }
}
