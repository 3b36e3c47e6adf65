using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Mandate.Organisation.Acts;

namespace Mandate.Node.Encodings;

/// <summary>The bytes of an entry, whose hash is a leaf of the log. Written once, never rewritten.</summary>
public static class EntryText
{
    /// <summary>The longest entry in bytes: what an entry bundle can hold (c2sp.org/tlog-tiles).</summary>
    public const int MaximumLength = 65_535;

    private static readonly Shape Text = Shapes.Wire.For(typeof(string));
    private static readonly Shape Moment = Shapes.Wire.For(typeof(DateTimeOffset));
    private static readonly Shape Texts = Shapes.Wire.For(typeof(ImmutableArray<string>));
    private static readonly Shape Happenings = Shapes.Wire.For(typeof(ImmutableArray<Event>));

    /// <exception cref="ArgumentException">A value has no form in the log; the message names the field.</exception>
    public static byte[] Encode(Entry entry)
    {
        var writer = new CanonicalWriter();
        Encode(entry, writer);
        return writer.ToArray();
    }

    /// <inheritdoc cref="Encode(Entry)"/>
    public static void Encode(Entry entry, CanonicalWriter writer)
    {
        try
        {
            var wire = Shapes.Wire.NameOf(entry.Command.GetType());
            writer.BeginObject();
            Field(writer, "at", Moment, entry.At);
            if (entry.Blobs.Length > 0) Field(writer, "blobs", Texts, entry.Blobs);
            Field(writer, "by", Text, entry.By);
            Field(writer, "clause", Text, entry.Clause);
            Field(writer, "command", Shapes.Wire.CommandFields(entry.Command.GetType()), entry.Command);
            Field(writer, "engine", Text, entry.Engine);
            Field(writer, "events", Happenings, entry.Events);
            Field(writer, "id", Text, entry.Id);
            if (entry.Seen is not null) Field(writer, "seen", Text, entry.Seen);
            if (entry.Sig is not null) Field(writer, "sig", Text, entry.Sig);
            Field(writer, "type", Text, wire.Name);
            writer.Name("v");
            writer.Number(wire.Version);
            writer.EndObject();
        }
        catch (WireFault e)
        {
            throw new ArgumentException(e.Error.ToString(), nameof(entry), e);
        }
    }

    /// <summary>Reads a whole entry, every field of it.</summary>
    public static bool TryDecode(ReadOnlyMemory<byte> bytes, [NotNullWhen(true)] out Entry? entry, [NotNullWhen(false)] out WireError? error)
    {
        error = Decode(bytes, out entry, out _);
        return error is null;
    }

    /// <summary>Reads a whole entry, and says where its events stand in the text.</summary>
    internal static WireError? Decode(ReadOnlyMemory<byte> bytes, out Entry? entry, out ReadOnlyMemory<byte> events)
    {
        Raw? raw = null;
        var error = WireText.Guarded(bytes.Span, WireText.StrictOptions, (ref Utf8JsonReader reader) => Whole(raw = Raw.Read(ref reader, withCommand: true), bytes), out entry);
        events = error is null ? bytes[raw!.EventsStart..raw.EventsEnd] : default;
        return error;
    }

    /// <summary>The text of events as it stands in an entry.</summary>
    internal static void EncodeEvents(ImmutableArray<Event> events, CanonicalWriter writer) => Happenings.Write(writer, events);

    /// <summary>Reads what folding needs: who, when and the events. The command is passed over.</summary>
    public static bool TryDecodeEvents(
        ReadOnlyMemory<byte> bytes, out DateTimeOffset at, [NotNullWhen(true)] out string? by, out ImmutableArray<Event> events, [NotNullWhen(false)] out WireError? error)
    {
        error = WireText.Guarded(bytes.Span, WireText.StrictOptions, (ref Utf8JsonReader reader) => Raw.Read(ref reader, withCommand: false), out Raw? raw);
        at = raw?.At ?? default;
        by = raw?.By;
        events = raw?.Events ?? [];
        return error is null && by is not null;
    }

    private static void Field(CanonicalWriter writer, string name, Shape shape, object value)
    {
        writer.Name(name);
        try
        {
            shape.Write(writer, value);
        }
        catch (WireFault e)
        {
            throw e.In(name);
        }
    }

    private static Entry Whole(Raw raw, ReadOnlyMemory<byte> bytes)
    {
        var tag = TaggedShape.Tag(raw.Type ?? throw Missing("type"), raw.V ?? throw Missing("v"));
        var shape = Shapes.Wire.CommandFields(tag) ?? throw new WireFault($"'{raw.Type}' version {raw.V} is no command that this program knows").In("type");
        if (raw.CommandEnd == 0) throw Missing("command");
        var inner = new Utf8JsonReader(bytes.Span[raw.CommandStart..raw.CommandEnd], WireText.StrictOptions);
        inner.Read();
        Command command;
        try
        {
            command = (Command)shape.Read(ref inner);
        }
        catch (WireFault e)
        {
            throw e.In("command");
        }
        return new(
            raw.Id ?? throw Missing("id"), raw.At ?? throw Missing("at"), raw.By ?? throw Missing("by"), command,
            raw.Clause ?? throw Missing("clause"), raw.Events ?? throw Missing("events"), raw.Engine ?? throw Missing("engine"))
        {
            Blobs = raw.Blobs ?? [],
            Seen = raw.Seen,
            Sig = raw.Sig,
        };
    }

    private static WireFault Missing(string field) => new WireFault("is missing").In(field);

    /// <summary>The envelope, read in one pass; the command as a stretch of bytes, because its name stands after it.</summary>
    private sealed class Raw
    {
        public DateTimeOffset? At;
        public ImmutableArray<string>? Blobs;
        public string? By, Clause, Engine, Id, Seen, Sig, Type;
        public int CommandStart, CommandEnd, EventsStart, EventsEnd;
        public ImmutableArray<Event>? Events;
        public long? V;

        public static Raw Read(ref Utf8JsonReader reader, bool withCommand)
        {
            var raw = new Raw();
            if (reader.TokenType != JsonTokenType.StartObject) throw new WireFault("needs an object");
            var next = 0;
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                // An entry's fields stand in order, each once: anything else was not written by us.
                while (next < Fields.Length && !reader.ValueTextEquals(Fields[next].Utf8)) next++;
                if (next == Fields.Length) throw Unexpected(Shape.FieldName(ref reader));
                var name = Fields[next++].Name;
                reader.Read();
                try
                {
                    raw.Read(name, ref reader);
                }
                catch (WireFault e)
                {
                    throw e.In(name);
                }
                if (!withCommand && raw.Events is not null) Rest(ref reader);
            }
            return raw;
        }

        private static readonly Field[] Fields = [.. ((string[])["at", "blobs", "by", "clause", "command", "engine", "events", "id", "seen", "sig", "type", "v"]).Select(n => new Field(n))];

        private static WireFault Unexpected(string name) =>
            new WireFault(Fields.Any(f => f.Name == name) ? "stands twice or out of order" : "no such field in an entry").In(name);

        private static void Rest(ref Utf8JsonReader reader)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                reader.Read();
                reader.Skip();
            }
        }

        private void Read(string name, ref Utf8JsonReader reader)
        {
            switch (name)
            {
                case "at": At = (DateTimeOffset)Moment.Read(ref reader); break;
                case "blobs": Blobs = (ImmutableArray<string>)Texts.Read(ref reader); break;
                case "by": By = (string)Text.Read(ref reader); break;
                case "clause": Clause = (string)Text.Read(ref reader); break;
                case "command":
                    CommandStart = (int)reader.TokenStartIndex;
                    reader.Skip();
                    CommandEnd = (int)reader.BytesConsumed;
                    break;
                case "engine": Engine = (string)Text.Read(ref reader); break;
                case "events":
                    EventsStart = (int)reader.TokenStartIndex;
                    Events = (ImmutableArray<Event>)Happenings.Read(ref reader);
                    EventsEnd = (int)reader.BytesConsumed;
                    break;
                case "id": Id = (string)Text.Read(ref reader); break;
                case "seen": Seen = (string)Text.Read(ref reader); break;
                case "sig": Sig = (string)Text.Read(ref reader); break;
                case "type": Type = (string)Text.Read(ref reader); break;
                case "v": V = (long)Shapes.Wire.For(typeof(long)).Read(ref reader); break;
                default: throw new InvalidOperationException(name);
            }
        }
    }
}
