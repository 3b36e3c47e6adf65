using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Facts;

namespace Mandate.Node.Encodings;

/// <summary>Commands and events as canonical JSON: <c>{"type": ..., "v": ..., fields}</c> in the profile of docs/formats/entry.md.</summary>
public static class WireText
{
    private static readonly JsonReaderOptions Strict = new() { MaxDepth = 32 };

    private static readonly JsonReaderOptions Lenient = new() { MaxDepth = 32, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <exception cref="ArgumentException">A value has no form in the log (a fraction of a second, half a surrogate pair).</exception>
    public static byte[] Encode(Command command) => Encode(Shapes.Wire.Commands, command);

    /// <inheritdoc cref="Encode(Command)"/>
    public static byte[] Encode(Event happened) => Encode(Shapes.Wire.Events, happened);

    /// <inheritdoc cref="Encode(Command)"/>
    public static byte[] Encode(Fact fact) => Encode((TaggedShape)Shapes.Wire.For(typeof(Fact)), fact);

    /// <summary>
    /// Reads a command as people and other programs write it: any order and white space, comments, trailing commas; but no
    /// unknown, missing or repeated field.
    /// </summary>
    public static bool TryDecode(ReadOnlySpan<byte> json, [NotNullWhen(true)] out Command? command, [NotNullWhen(false)] out WireError? error) =>
        TryRead(Shapes.Wire.Commands, json, Lenient, out command, out error);

    /// <inheritdoc cref="TryDecode(ReadOnlySpan{byte}, out Command?, out WireError?)"/>
    public static bool TryDecode(ReadOnlySpan<byte> json, [NotNullWhen(true)] out Event? happened, [NotNullWhen(false)] out WireError? error) =>
        TryRead(Shapes.Wire.Events, json, Lenient, out happened, out error);

    /// <summary>Reads a fact de facto by its <c>kind</c>.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> json, [NotNullWhen(true)] out Fact? fact, [NotNullWhen(false)] out WireError? error) =>
        TryRead((TaggedShape)Shapes.Wire.For(typeof(Fact)), json, Lenient, out fact, out error);

    /// <summary>The wire names and versions of all commands, with their fields, in order: the vocabulary of the API.</summary>
    public static IEnumerable<string> CommandShapes => Describe("command", Shapes.Wire.Commands);

    /// <inheritdoc cref="CommandShapes"/>
    public static IEnumerable<string> EventShapes => Describe("event", Shapes.Wire.Events);

    /// <summary>The records that stand within commands and events, with their fields, in order.</summary>
    public static IEnumerable<string> RecordShapes => Shapes.Wire.RecordsWithin().OrderBy(r => r.Type.Name, StringComparer.Ordinal).ThenBy(r => r.Type.FullName, StringComparer.Ordinal)
        .Select(r => $"record {r.Type.Name} {{ {r.DescribeFields()} }}");

    private static IEnumerable<string> Describe(string what, TaggedShape family) =>
        family.Members.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => $"{what} {m.Key} {{ {m.Value.DescribeFields()} }}");

    private static byte[] Encode(TaggedShape shape, object value)
    {
        var writer = new CanonicalWriter();
        try
        {
            shape.Write(writer, value);
        }
        catch (WireFault e)
        {
            throw new ArgumentException(e.Error.ToString(), nameof(value), e);
        }
        return writer.ToArray();
    }

    private static bool TryRead<T>(TaggedShape shape, ReadOnlySpan<byte> json, JsonReaderOptions options, [NotNullWhen(true)] out T? value, [NotNullWhen(false)] out WireError? error)
        where T : class
    {
        value = null;
        error = Guarded(json, options, (ref Utf8JsonReader reader) => (T)shape.Read(ref reader), out value);
        return error is null;
    }

    internal delegate T Reading<T>(ref Utf8JsonReader reader);

    /// <summary>Runs a reading over the whole of the text and turns every fault into an error.</summary>
    internal static WireError? Guarded<T>(ReadOnlySpan<byte> json, JsonReaderOptions options, Reading<T> read, out T? value)
    {
        value = default;
        try
        {
            var reader = new Utf8JsonReader(json.StartsWith("\uFEFF"u8) ? json[3..] : json, options);
            if (json.IsEmpty || !reader.Read()) return new("", "is empty; needs an object");
            var found = read(ref reader);
            if (reader.Read()) return new("", "something follows the end");
            value = found;
            return null;
        }
        catch (WireFault e)
        {
            return e.Error;
        }
        catch (JsonException e)
        {
            return new(e.Path ?? "", $"line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}: not JSON");
        }
    }

    internal static JsonReaderOptions StrictOptions => Strict;
}
