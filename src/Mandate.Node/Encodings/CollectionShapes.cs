using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Mandate.Node.Encodings;

/// <summary>A list: <c>ImmutableArray</c>.</summary>
internal sealed class ArrayShape<T>(Shape item) : Shape
    where T : notnull
{
    public override void Write(CanonicalWriter writer, object value)
    {
        writer.BeginArray();
        var array = (ImmutableArray<T>)value;
        for (var i = 0; i < (array.IsDefault ? 0 : array.Length); i++)
        {
            writer.Element();
            try
            {
                item.Write(writer, array[i] ?? throw new WireFault("is missing"));
            }
            catch (WireFault e)
            {
                throw e.In(Index(i));
            }
        }
        writer.EndArray();
    }

    public override object Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw Needs("a list", reader);
        var found = ImmutableArray.CreateBuilder<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            try
            {
                found.Add((T)item.Read(ref reader));
            }
            catch (WireFault e)
            {
                throw e.In(Index(found.Count));
            }
        }
        return found.DrainToImmutable();
    }

    public override IEnumerable<Shape> Inner => [item];

    public override string Describe() => $"[{item.Describe()}]";

    internal static string Index(int i) => $"[{i.ToString(CultureInfo.InvariantCulture)}]";
}

/// <summary>A set, written as a list in the order of its elements' text.</summary>
internal sealed class SetShape<T>(Shape item, Func<IEnumerable<T>, object>? make) : Shape
    where T : notnull
{
    public override void Write(CanonicalWriter writer, object value)
    {
        var all = new CanonicalWriter();
        var texts = new List<Range>();
        foreach (var element in (IEnumerable<T>)value)
        {
            var start = all.Length;
            item.Write(all, element);
            texts.Add(start..all.Length);
        }
        texts.Sort((a, b) => all.Written[a].SequenceCompareTo(all.Written[b]));
        writer.BeginArray();
        foreach (var text in texts)
        {
            writer.Element();
            writer.Raw(all.Written[text]);
        }
        writer.EndArray();
    }

    public override object Read(ref Utf8JsonReader reader)
    {
        if (make is null) throw new WireFault("is not read back");
        return make((ImmutableArray<T>)new ArrayShape<T>(item).Read(ref reader));
    }

    public override IEnumerable<Shape> Inner => [item];

    public override string Describe() => $"set [{item.Describe()}]";
}

/// <summary>Named values: <c>ImmutableSortedDictionary</c> of text, an object whose names are data.</summary>
internal sealed class MapShape<T>(Shape item, Func<IEnumerable<KeyValuePair<string, T>>, object>? make) : Shape
    where T : notnull
{
    public override void Write(CanonicalWriter writer, object value)
    {
        writer.BeginObject();
        foreach (var (name, element) in Sorted((IEnumerable<KeyValuePair<string, T>>)value))
        {
            writer.Name(name);
            try
            {
                item.Write(writer, element);
            }
            catch (WireFault e)
            {
                throw e.In(name);
            }
        }
        writer.EndObject();
    }

    private static IEnumerable<KeyValuePair<string, T>> Sorted(IEnumerable<KeyValuePair<string, T>> pairs)
    {
        // Names sort by UTF-16 code units (RFC 8785, 3.2.3), which is what ordinal comparison of strings does.
        var array = pairs.ToArray();
        Array.Sort(array, (a, b) => string.CompareOrdinal(a.Key, b.Key));
        return array;
    }

    public override object Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw Needs("an object", reader);
        if (make is null) throw new WireFault("is not read back");
        var found = new Dictionary<string, T>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = FieldName(ref reader);
            reader.Read();
            try
            {
                if (!found.TryAdd(name, (T)item.Read(ref reader))) throw new WireFault("stands twice");
            }
            catch (WireFault e)
            {
                throw e.In(name);
            }
        }
        return make(found);
    }

    public override IEnumerable<Shape> Inner => [item];

    public override string Describe() => $"{{text: {item.Describe()}}}";
}

/// <summary>Whatever else can be enumerated, for the digest of the state only: a list, in its own order.</summary>
internal sealed class SequenceShape(Shape item) : Shape
{
    public override void Write(CanonicalWriter writer, object value)
    {
        writer.BeginArray();
        foreach (var element in (IEnumerable)value)
        {
            writer.Element();
            item.Write(writer, element);
        }
        writer.EndArray();
    }

    public override object Read(ref Utf8JsonReader reader) => throw new WireFault("is not read back");

    public override IEnumerable<Shape> Inner => [item];

    public override string Describe() => $"[{item.Describe()}]";
}

/// <summary>A dictionary whose keys are not text, for the digest of the state only: a list of pairs in the order of their text.</summary>
internal sealed class PairsShape(Shape key, Shape item) : Shape
{
    public override void Write(CanonicalWriter writer, object value)
    {
        var texts = new List<byte[]>();
        foreach (DictionaryEntry pair in (IDictionary)value)
        {
            var one = new CanonicalWriter();
            one.BeginArray();
            key.Write(one, pair.Key);
            one.Element();
            item.Write(one, pair.Value!);
            one.EndArray();
            texts.Add(one.ToArray());
        }
        texts.Sort((a, b) => a.AsSpan().SequenceCompareTo(b));
        writer.BeginArray();
        foreach (var text in texts)
        {
            writer.Element();
            writer.Raw(text);
        }
        writer.EndArray();
    }

    public override object Read(ref Utf8JsonReader reader) => throw new WireFault("is not read back");

    public override IEnumerable<Shape> Inner => [key, item];

    public override string Describe() => $"[[{key.Describe()}, {item.Describe()}]]";
}
