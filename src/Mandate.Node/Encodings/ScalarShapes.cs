using System.Collections.Frozen;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using Mandate.Tally;

namespace Mandate.Node.Encodings;

internal sealed class StringShape : Shape
{
    public override void Write(CanonicalWriter writer, object value) => writer.String((string)value);

    public override object Read(ref Utf8JsonReader reader) => Text(ref reader, "text");

    public override string Describe() => "text";
}

internal sealed class BoolShape : Shape
{
    private static readonly object True = true, False = false;

    public override void Write(CanonicalWriter writer, object value) => writer.Bool((bool)value);

    public override object Read(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.True => True,
        JsonTokenType.False => False,
        _ => throw Needs("true or false", reader),
    };

    public override string Describe() => "bool";
}

/// <summary>Whole numbers: <c>int</c> and <c>long</c>.</summary>
internal sealed class WholeShape(bool isLong) : Shape
{
    public override void Write(CanonicalWriter writer, object value) => writer.Number(isLong ? (long)value : (int)value);

    public override object Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.Number) throw Needs("a whole number", reader);
        if (!reader.TryGetInt64(out var value) || value is > CanonicalWriter.MaximumNumber or < -CanonicalWriter.MaximumNumber)
            throw new WireFault("needs a whole number within 2^53 - 1");
        if (isLong) return value;
        return value is >= int.MinValue and <= int.MaxValue ? (int)value : throw new WireFault("needs a whole number within 2^31 - 1");
    }

    public override string Describe() => isLong ? "whole-64" : "whole-32";
}

/// <summary>A moment: RFC 3339 in UTC to the second, <c>2026-11-21T20:15:03Z</c>. The one text of each moment.</summary>
internal sealed class MomentShape : Shape
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public static string Of(DateTimeOffset value) => value.ToUniversalTime().ToString(Format, CultureInfo.InvariantCulture);

    public static bool TryParse(string text, out DateTimeOffset value) => DateTimeOffset.TryParseExact(
        text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out value);

    public override void Write(CanonicalWriter writer, object value)
    {
        var moment = (DateTimeOffset)value;
        if (moment.Ticks % TimeSpan.TicksPerSecond != 0) throw new WireFault("moments are whole seconds");
        Span<byte> text = stackalloc byte[19];
        moment.UtcDateTime.TryFormat(text, out _, "s", CultureInfo.InvariantCulture);
        writer.Raw("\""u8);
        writer.Raw(text);
        writer.Raw("Z\""u8);
    }

    public override object Read(ref Utf8JsonReader reader) =>
        Known(in reader, out var value) || TryParse(Text(ref reader, "a moment"), out value) ? value : throw new WireFault("needs a moment in UTC, as 2026-11-21T20:15:03Z");

    /// <summary>The usual case, without making a text of it: every entry of a log has a moment.</summary>
    private static bool Known(in Utf8JsonReader reader, out DateTimeOffset value)
    {
        value = default;
        if (reader.TokenType != JsonTokenType.String || reader.HasValueSequence || reader.ValueSpan is not { Length: 20 } text) return false;
        for (var i = 0; i < text.Length; i++)
            if ("0000-00-00T00:00:00Z"u8[i] is var wanted && (wanted == '0' ? !char.IsAsciiDigit((char)text[i]) : text[i] != wanted)) return false;
        var (year, month, day) = (Two(text) * 100 + Two(text[2..]), Two(text[5..]), Two(text[8..]));
        var (hour, minute, second) = (Two(text[11..]), Two(text[14..]), Two(text[17..]));
        if (year == 0 || month is 0 or > 12 || day == 0 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59) return false;
        value = new(year, month, day, hour, minute, second, TimeSpan.Zero);
        return true;
    }

    private static int Two(ReadOnlySpan<byte> digits) => (digits[0] - '0') * 10 + digits[1] - '0';

    public override string Describe() => "moment";
}

internal sealed class DayShape : Shape
{
    private const string Format = "yyyy-MM-dd";

    public override void Write(CanonicalWriter writer, object value) => writer.String(((DateOnly)value).ToString(Format, CultureInfo.InvariantCulture));

    public override object Read(ref Utf8JsonReader reader) =>
        DateOnly.TryParseExact(Text(ref reader, "a day"), Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new WireFault("needs a day, as 2026-11-21");

    public override string Describe() => "day";
}

/// <summary>An exact fraction in lowest terms: <c>2/3</c>, a whole number as <c>5/1</c>.</summary>
internal sealed class FractionShape : Shape
{
    public static string Of(Fraction value) => string.Create(CultureInfo.InvariantCulture, $"{value.Numerator}/{value.Denominator}");

    public override void Write(CanonicalWriter writer, object value) => writer.String(Of((Fraction)value));

    public override object Read(ref Utf8JsonReader reader)
    {
        var text = Text(ref reader, "a fraction");
        var slash = text.IndexOf('/');
        if (slash > 0
            && BigInteger.TryParse(text.AsSpan(0, slash), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var numerator)
            && BigInteger.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var denominator)
            && !denominator.IsZero
            && new Fraction(numerator, denominator) is var value
            && Of(value) == text)
            return value;
        throw new WireFault("needs a fraction in lowest terms, as 2/3");
    }

    public override string Describe() => "fraction";
}

/// <summary>A name of an enumeration, in kebab case: <c>in-arrears</c>.</summary>
internal sealed class EnumShape : Shape
{
    private readonly Type type;
    private readonly FrozenDictionary<string, object> values;
    private readonly FrozenDictionary<object, byte[]> names;

    public EnumShape(Type type)
    {
        this.type = type;
        values = Enum.GetValues(type).Cast<object>().ToFrozenDictionary(v => Kebab.Of(v.ToString()!), StringComparer.Ordinal);
        names = values.ToFrozenDictionary(p => p.Value, p => Encoding.ASCII.GetBytes($"\"{p.Key}\""));
    }

    public override void Write(CanonicalWriter writer, object value) =>
        writer.Raw(names.TryGetValue(value, out var name) ? name : throw new WireFault($"{value} is no {type.Name}"));

    public override object Read(ref Utf8JsonReader reader)
    {
        var text = Text(ref reader, "a name");
        return values.TryGetValue(text, out var value) ? value : throw new WireFault($"'{text}' is none of {Names}");
    }

    public override string Describe() => Names;

    private string Names => string.Join('|', Enum.GetValues(type).Cast<object>().Select(v => Kebab.Of(v.ToString()!)));
}

internal static class Kebab
{
    /// <summary><c>InArrears</c> becomes <c>in-arrears</c>.</summary>
    public static string Of(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsAsciiLetterUpper(name[i]) && i > 0) text.Append('-');
            text.Append(char.ToLowerInvariant(name[i]));
        }
        return text.ToString();
    }
}
