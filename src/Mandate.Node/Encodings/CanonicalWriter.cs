using System.Buffers.Text;
using System.Text;

namespace Mandate.Node.Encodings;

/// <summary>
/// Writes canonical JSON (RFC 8785) in the narrow profile of the log: no floating point, whole numbers within 2^53 - 1, no
/// white space. Names must come in order of their UTF-16 code units; the callers see to that.
/// </summary>
public sealed class CanonicalWriter
{
    /// <summary>The largest whole number that every JSON reader keeps exactly (RFC 8785, 3.2.2.3; RFC 7493, 2.2).</summary>
    public const long MaximumNumber = (1L << 53) - 1;

    private byte[] buffer = new byte[512];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => buffer.AsSpan(0, Length);

    public byte[] ToArray() => Written.ToArray();

    public void Clear() => Length = 0;

    public void BeginObject() => Byte((byte)'{');

    public void EndObject() => Byte((byte)'}');

    public void BeginArray() => Byte((byte)'[');

    public void EndArray() => Byte((byte)']');

    /// <summary>Before each element of an array: the comma, where one is due.</summary>
    public void Element()
    {
        if (buffer[Length - 1] is not ((byte)'[' or (byte)'{')) Byte((byte)',');
    }

    /// <summary>A field's name, given as it stands in the text with quotes and colon.</summary>
    internal void Name(byte[] quoted)
    {
        Element();
        Raw(quoted);
    }

    public void Name(string name)
    {
        Element();
        String(name);
        Byte((byte)':');
    }

    public void Bool(bool value) => Raw(value ? "true"u8 : "false"u8);

    public void Number(long value)
    {
        if (value is > MaximumNumber or < -MaximumNumber) throw new WireFault($"whole numbers lie within 2^53 - 1, and {value} does not");
        Utf8Formatter.TryFormat(value, Room(20), out var written);
        Length += written;
    }

    public void String(string value)
    {
        Byte((byte)'"');
        var start = 0;
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (c >= 0x20 && c is not ('"' or '\\') && !char.IsSurrogate(c)) continue;
            if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
            {
                i++;
                continue;
            }
            Text(value.AsSpan(start, i - start));
            Escape(c);
            start = i + 1;
        }
        Text(value.AsSpan(start));
        Byte((byte)'"');
    }

    /// <summary>Bytes that are canonical JSON already.</summary>
    public void Raw(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        Length += bytes.Length;
    }

    private void Escape(char c)
    {
        switch (c)
        {
            case '"': Raw("\\\""u8); break;
            case '\\': Raw("\\\\"u8); break;
            case '\b': Raw("\\b"u8); break;
            case '\t': Raw("\\t"u8); break;
            case '\n': Raw("\\n"u8); break;
            case '\f': Raw("\\f"u8); break;
            case '\r': Raw("\\r"u8); break;
            case < ' ': Raw(Encoding.ASCII.GetBytes($"\\u{(int)c:x4}")); break;
            default: throw new WireFault($"text holds half of a surrogate pair (U+{(int)c:X4})");
        }
    }

    private void Text(ReadOnlySpan<char> text) => Length += Encoding.UTF8.GetBytes(text, Room(text.Length * 3));

    private void Byte(byte value)
    {
        Room(1)[0] = value;
        Length++;
    }

    private Span<byte> Room(int count)
    {
        if (buffer.Length - Length < count) Array.Resize(ref buffer, Math.Max(buffer.Length * 2, Length + count));
        return buffer.AsSpan(Length);
    }
}
