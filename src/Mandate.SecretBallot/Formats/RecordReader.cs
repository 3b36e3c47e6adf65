using System.Numerics;
using System.Text;
using Mandate.SecretBallot.Groups;
using Mandate.SecretBallot.Proofs;

namespace Mandate.SecretBallot.Formats;

/// <summary>
/// Reads a record of the archive in its one canonical form: compact JSON, fields in the order of the specification, nothing else. What
/// it accepts would be written again with the same bytes.
/// </summary>
public sealed class RecordReader
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly string what, text;
    private int at;

    /// <param name="what">What the record is, for messages: <c>ballot 3f…</c>.</param>
    public RecordReader(string what, string text)
    {
        this.what = what;
        this.text = text;
    }

    public static RecordReader Of(string what, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return new(what, Strict.GetString(bytes));
        }
        catch (DecoderFallbackException e)
        {
            throw new RecordException($"{what}: byte {Digests.Decimal(e.Index)} is not UTF-8");
        }
    }

    public RecordException Fault(string message, int? position = null) => new($"{what}, character {Digests.Decimal((position ?? at) + 1)}: {message}");

    public bool Follows(string literal) => text.AsSpan(at).StartsWith(literal, StringComparison.Ordinal);

    public bool Take(string literal)
    {
        if (!Follows(literal)) return false;
        at += literal.Length;
        return true;
    }

    public void Expect(string literal)
    {
        if (!Take(literal)) throw Fault($"expected {literal} but found {Found()}");
    }

    public void End()
    {
        if (at != text.Length) throw Fault($"expected the end but found {Found()}");
    }

    public T Whole<T>(Func<RecordReader, T> read)
    {
        var value = read(this);
        End();
        return value;
    }

    public List<T> List<T>(Func<RecordReader, T> read)
    {
        var list = new List<T>();
        Expect("[");
        if (Take("]")) return list;
        do list.Add(read(this)); while (Take(","));
        Expect("]");
        return list;
    }

    /// <summary>A list of a known length.</summary>
    public T[] Exactly<T>(int count, string of, Func<RecordReader, int, T> read)
    {
        var start = at;
        var list = new T[count];
        Expect("[");
        for (var i = 0; i < count; i++)
        {
            if (i > 0 && !Take(",")) throw Fault($"{Digests.Decimal(count)} {of} expected, the list that begins at character {Digests.Decimal(start + 1)} has fewer");
            list[i] = read(this, i);
        }
        if (Follows(",")) throw Fault($"{Digests.Decimal(count)} {of} expected, the list that begins at character {Digests.Decimal(start + 1)} has more");
        Expect("]");
        return list;
    }

    /// <summary>A string without escapes, up to its closing quote.</summary>
    public string Plain()
    {
        Expect("\"");
        var length = text.AsSpan(at).IndexOf('"');
        if (length < 0) throw Fault("a string that does not end");
        var value = text.Substring(at, length);
        if (value.Contains('\\', StringComparison.Ordinal)) throw Fault("a plain string without escapes is expected");
        at += length + 1;
        return value;
    }

    /// <summary>A string of free text, with the escapes of RFC 8259.</summary>
    public string Text()
    {
        var start = at;
        Expect("\"");
        var value = new StringBuilder();
        while (at < text.Length && text[at] != '"')
        {
            var c = text[at++];
            if (c < ' ') throw Fault("a control character stands in a string; it is written \\u00..", at - 1);
            value.Append(c == '\\' ? Escaped() : c);
        }
        if (at >= text.Length) throw Fault("a string that does not end", start);
        at++;
        return value.ToString();
    }

    /// <summary>Free text in the one form in which it is written here.</summary>
    public string CanonicalText()
    {
        var start = at;
        var value = Text();
        return text.AsSpan(start, at - start).SequenceEqual(new RecordWriter().Text(value).ToString()) ? value : throw Fault("the text is not in its one canonical form", start);
    }

    /// <summary>What is read, with the text that it was read from.</summary>
    public (T Value, string Text) WithText<T>(Func<RecordReader, T> read)
    {
        var start = at;
        var value = read(this);
        return (value, text[start..at]);
    }

    /// <summary>A whole number as a JSON number, or, above 2^30-1, as a string of digits.</summary>
    public long Number()
    {
        var start = at;
        var quoted = Take("\"");
        var value = PlainNumber();
        if (quoted) Expect("\"");
        if (value > long.MaxValue / 2) throw Fault("the number is too large", start);
        if (quoted != value > RecordWriter.LargestPlainNumber) throw Fault("numbers up to 1073741823 are written without quotes, larger ones with", start);
        return (long)value;
    }

    /// <summary>Decimal digits without quotes, of any size.</summary>
    internal BigInteger PlainNumber()
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        return Digests.ParseDecimal(text.AsSpan(start, at - start)) ?? throw Fault($"a whole number is expected, not {Found()}", start);
    }

    public int Int32(int least, int most)
    {
        var start = at;
        var value = Number();
        if (value < least || value > most) throw Fault($"a number from {Digests.Decimal(least)} to {Digests.Decimal(most)} is expected", start);
        return (int)value;
    }

    /// <summary>A SHA-256 in 64 lower-case hex digits.</summary>
    public string Hash()
    {
        var start = at;
        var value = Plain();
        return IsHash(value) ? value : throw Fault("64 lower-case hex digits are expected", start);
    }

    public static bool IsHash(string value) => value.Length == 64 && !value.AsSpan().ContainsAnyExcept(Characters.LowerHex);

    public Element Element(Group group)
    {
        var start = at;
        return group.Parse(Plain(), out var reason) ?? throw Fault(reason, start);
    }

    /// <summary>A number modulo the group's order, as decimal digits in a string.</summary>
    public BigInteger Exponent(Group group)
    {
        var start = at;
        var digits = Plain();
        if (digits.Length > 620 || Digests.ParseDecimal(digits) is not { } value) throw Fault("decimal digits without leading zeros are expected", start);
        return value < group.Order ? value : throw Fault("the number is not below the order of the group", start);
    }

    public Proof Proof(Group group)
    {
        Expect("{\"challenge\":");
        var challenge = Exponent(group);
        Expect(",\"response\":");
        var response = Exponent(group);
        Expect("}");
        return new(challenge, response);
    }

    public Ciphertext Ciphertext(Group group)
    {
        Expect("{\"alpha\":");
        var alpha = Element(group);
        Expect(",\"beta\":");
        var beta = Element(group);
        Expect("}");
        return new(alpha, beta);
    }

    /// <summary>Any JSON value, compact; its text.</summary>
    public string Raw(int depth = 0)
    {
        if (depth > 20) throw Fault("the value is nested too deeply");
        var start = at;
        if (Take("{"))
        {
            if (Take("}")) return "{}";
            do
            {
                Text();
                Expect(":");
                Raw(depth + 1);
            }
            while (Take(","));
            Expect("}");
        }
        else if (Follows("["))
        {
            List(r => r.Raw(depth + 1));
        }
        else if (Follows("\""))
        {
            Text();
        }
        else if (!Take("true") && !Take("false") && !Take("null"))
        {
            AnyNumber();
        }
        return text[start..at];
    }

    /// <summary>A number in the form of RFC 8259, with fraction and exponent.</summary>
    private void AnyNumber()
    {
        var start = at;
        Take("-");
        if (!Take("0")) SomeDigits();
        if (Take(".")) SomeDigits();
        if (Take("e") || Take("E"))
        {
            if (!Take("+")) Take("-");
            SomeDigits();
        }

        void SomeDigits()
        {
            var begin = at;
            while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
            if (at == begin) throw Fault($"a JSON value is expected, not {Found()}", start);
        }
    }

    private char Escaped()
    {
        if (at >= text.Length) throw Fault("a string that does not end");
        var c = text[at++];
        switch (c)
        {
            case '"' or '\\' or '/': return c;
            case 'b': return '\b';
            case 'f': return '\f';
            case 'n': return '\n';
            case 'r': return '\r';
            case 't': return '\t';
            case 'u' when at + 4 <= text.Length && !text.AsSpan(at, 4).ContainsAnyExcept(Characters.Hex):
                at += 4;
                return (char)Convert.ToUInt16(text.Substring(at - 4, 4), 16);
            default: throw Fault("no escape of JSON", at - 2);
        }
    }

    private string Found() => at >= text.Length ? "the end" : text.Substring(at, Math.Min(24, text.Length - at));
}
