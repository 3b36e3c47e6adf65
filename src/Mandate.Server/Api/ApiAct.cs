using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mandate.Node.Encodings;
using Mandate.Organisation.Acts;

namespace Mandate.Server.Api;

/// <summary>An act as it is sent: the command itself, or <c>{"command", "by", "id", "texts"}</c> where texts and ballot files go with it.</summary>
internal sealed record ApiAct(Command Command, string? By, string? Id, ImmutableArray<ReadOnlyMemory<byte>> Blobs)
{
    private static readonly string[] Fields = ["command", "by", "id", "texts", "files"];

    /// <param name="fault">Which field and what would be right; empty where it could be read.</param>
    public static ApiAct? Read(byte[] json, out string fault)
    {
        fault = "";
        var envelope = Envelope(json);
        var inner = envelope is null ? json : Encoding.UTF8.GetBytes(envelope["command"]!.ToJsonString());
        if (!WireText.TryDecode(inner, out Command? command, out var error))
        {
            fault = $"{(envelope is null ? "" : "command.")}{error}";
            return null;
        }
        var wrong = envelope?.Select(p => p.Key).FirstOrDefault(k => !Fields.Contains(k, StringComparer.Ordinal)) is { } stray ? $"{stray}: no such field here; the fields are {string.Join(", ", Fields)}" : null;
        var blobs = ImmutableArray.CreateBuilder<ReadOnlyMemory<byte>>();
        wrong ??= Files(envelope, "texts", blobs, Encoding.UTF8.GetBytes) ?? Files(envelope, "files", blobs, Convert.FromBase64String);
        if (wrong is null && Text(envelope, "by") is { } by && Text(envelope, "id") is { } id) return new(command, by.Length > 0 ? by : null, id.Length > 0 ? id : null, blobs.ToImmutable());
        fault = wrong ?? "by and id are texts";
        return null;
    }

    private static string? Files(JsonObject? envelope, string field, ImmutableArray<ReadOnlyMemory<byte>>.Builder blobs, Func<string, byte[]> read)
    {
        if (envelope?[field] is not { } given) return null;
        if (given is not JsonArray list) return $"{field}: needs a list of texts";
        foreach (var item in list)
        {
            if (item is not JsonValue value || !value.TryGetValue(out string? text)) return $"{field}: needs a list of texts";
            try
            {
                blobs.Add(read(text));
            }
            catch (FormatException)
            {
                return $"{field}[{blobs.Count}]: is not base64";
            }
        }
        return null;
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

    /// <summary>Empty where the field is missing; null where it is no text.</summary>
    private static string? Text(JsonObject? envelope, string field) =>
        envelope?[field] is not { } value ? "" : value is JsonValue v && v.TryGetValue(out string? text) ? text : null;
}
