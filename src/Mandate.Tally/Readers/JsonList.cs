using System.Text.Json;

namespace Mandate.Tally.Readers;

/// <summary>
/// A JSON document with one long list among the members of its object. The list is walked element by element and never held, so that a file may be larger
/// than memory; all else is small and read whole. The document is walked twice, because the list may stand before what explains it.
/// </summary>
internal sealed class JsonList
{
    private const int MostDepth = 32;
    private const int MostElementBytes = 16 << 20;
    private const int MostOtherBytes = 512 << 20;
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = MostDepth, AllowDuplicateProperties = false };

    private readonly Stream stream;
    private readonly string name;
    private byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private bool ended;
    private bool inList;
    private bool isNamed;
    private int line = 1;
    private int column = 1;
    private JsonReaderState state = new(new() { MaxDepth = MostDepth });

    private JsonList(Stream stream, string name) => (this.stream, this.name) = (stream, name);

    /// <summary>The document with the list emptied; or why there is none.</summary>
    /// <param name="stream">The document; it must be able to seek, and is read from its beginning.</param>
    /// <param name="name">The list is the member of the outermost object that has this name.</param>
    public static (JsonDocument? Document, InputFault? Fault) Outline(Stream stream, string name)
    {
        stream.Position = 0;
        using var rest = new MemoryStream();
        try
        {
            if (new JsonList(stream, name).Walk(rest, null) is { } fault) return (null, fault);
            return (JsonDocument.Parse(rest.GetBuffer().AsMemory(0, (int)rest.Length), Strict), null);
        }
        catch (JsonException wrong)
        {
            return (null, Fault(wrong));
        }
    }

    /// <summary>Gives each element of the list, with its number from 0, until there is a fault, which is placed where the element begins.</summary>
    public static InputFault? Each(Stream stream, string name, Func<JsonElement, int, InputFault?> take)
    {
        stream.Position = 0;
        var list = new JsonList(stream, name);
        try
        {
            return list.Walk(null, take);
        }
        catch (JsonException wrong)
        {
            return Fault(wrong) is { Line: > 0 } placed ? placed : Fault(wrong) with { Line = list.line, Column = list.column };
        }
    }

    public static InputFault Fault(JsonException wrong) =>
        new((int)(wrong.LineNumber ?? -1) + 1, (int)(wrong.BytePositionInLine ?? -1) + 1, "this is no JSON: " + wrong.Message.Split(". LineNumber")[0]);

    private InputFault? Walk(MemoryStream? rest, Func<JsonElement, int, InputFault?>? take)
    {
        Fill();
        if (buffer.AsSpan(0, end) is [0xEF, 0xBB, 0xBF, ..]) at = 3;
        var number = 0;
        while (true)
        {
            var reader = new Utf8JsonReader(buffer.AsSpan(at, end - at), ended, state);
            var done = 0;
            while (reader.Read())
            {
                if (inList && reader.CurrentDepth == 2)
                {
                    var start = (int)reader.TokenStartIndex;
                    if (!reader.TrySkip()) break;
                    Pass(done, start);
                    if (take is not null)
                    {
                        using var element = JsonDocument.Parse(buffer.AsMemory(at + start, (int)reader.BytesConsumed - start), Strict);
                        if (take(element.RootElement, number) is { } fault) return fault.Line == 0 ? fault with { Line = line, Column = column } : fault;
                    }
                    number++;
                    Pass(start, (int)reader.BytesConsumed);
                }
                else
                {
                    if (reader.CurrentDepth == 1) Member(ref reader);
                    rest?.Write(buffer.AsSpan(at + done, (int)reader.BytesConsumed - done));
                    if (rest?.Length > MostOtherBytes) return new(line, column, FormattableString.Invariant($"more than {MostOtherBytes >> 20} MiB of JSON outside the list of papers; papers in such numbers are read as BLT or CSV"));
                    Pass(done, (int)reader.BytesConsumed);
                }
                (done, state) = ((int)reader.BytesConsumed, reader.CurrentState);
            }
            at += done;
            if (ended) return null;
            if (at == 0 && end == buffer.Length)
            {
                if (end >= MostElementBytes) return new(line, column, FormattableString.Invariant($"one paper, or one word, of more than {MostElementBytes >> 20} MiB"));
                Array.Resize(ref buffer, 2 * end);
            }
            Fill();
        }

        void Pass(int from, int to)
        {
            var passed = buffer.AsSpan(at + from, to - from);
            line += passed.Count((byte)'\n');
            column = passed.LastIndexOf((byte)'\n') is var last and >= 0 ? passed.Length - last : column + passed.Length;
        }
    }

    /// <summary>Whether the walk enters the list, or leaves it.</summary>
    private void Member(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.PropertyName) isNamed = reader.ValueTextEquals(name);
        else inList = isNamed && reader.TokenType == JsonTokenType.StartArray;
    }

    /// <summary>Moves what is not yet read to the front and reads more behind it.</summary>
    private void Fill()
    {
        buffer.AsSpan(at, end - at).CopyTo(buffer);
        (at, end) = (0, end - at);
        var more = stream.ReadAtLeast(buffer.AsSpan(end), 1, throwOnEndOfStream: false);
        end += more;
        ended = more == 0;
    }
}
