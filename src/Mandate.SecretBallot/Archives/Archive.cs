using Mandate.SecretBallot.Formats;

namespace Mandate.SecretBallot.Archives;

/// <summary>An archive whose bytes, names, hashes and chain have been checked; what the records say has not.</summary>
/// <param name="Timestamp">Seconds since 1970 that every member carries.</param>
public sealed record Archive(long Timestamp, IReadOnlyList<ArchiveEvent> Events)
{
    /// <summary>SHA-256 of the last event's text: it stands for the whole archive.</summary>
    public string Head => Digests.Hex(Events[^1].ToString());
}

/// <summary>Reads archives (<c>.bel</c>, specification 3.1, section 4.4) strictly: what it accepts would be written again with the same bytes.</summary>
public static class ArchiveReader
{
    /// <summary>No record of a real election comes near it.</summary>
    private const long LargestRecord = 512L << 20;

    /// <exception cref="RecordException">What is wrong, with the record's number and the byte at which it begins.</exception>
    public static Archive Read(Stream stream)
    {
        long position = 0;
        var number = 0;
        var events = new List<ArchiveEvent>();
        var pending = new List<DataRecord>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string? parent = null;
        long time = -1;
        while (NextMember(stream, ref position, number, ref time) is { } member)
        {
            number++;
            if (number == 1) continue;
            var what = $"member {Digests.Decimal(number)} ({member.Name})";
            var isEvent = member.Name.EndsWith(".event.json", StringComparison.Ordinal);
            var hash = Digests.Hex(member.Bytes);
            if (member.Name != hash + (isEvent ? ".event.json" : ".data.json"))
                throw new RecordException($"{what}: the SHA-256 of its content is {hash}, which with .data.json or .event.json must be its name");
            if (!isEvent)
            {
                pending.Add(new(hash, member.Bytes));
                if (pending.Count > 5) throw new RecordException($"{what}: no event takes so many records");
                continue;
            }
            var e = RecordReader.Of(what, member.Bytes).Whole(r => ArchiveEvent.Read(r, [.. pending]));
            CheckLinks(what, e, events.Count, parent);
            if (events.Count > 0 && e.Version != events[0].Version) throw new RecordException($"{what}: the event is written as in another version of the protocol than those before it");
            foreach (var record in pending)
                if (!seen.Add(record.Hash) && e.Kind is not (EventKind.Ballot or EventKind.PartialDecryption)) throw new RecordException($"{what}: the record {record.Hash} is in the archive already");
            pending.Clear();
            parent = hash;
            events.Add(e);
        }
        if (number == 0) throw new RecordException("the archive is empty; the first member is BELENIOS");
        if (pending.Count > 0) throw new RecordException($"the archive ends with a record that no event takes: {pending[^1].Hash}");
        if (events.Count == 0) throw new RecordException("the archive has no event; the first is Setup");
        return new(time, events);
    }

    /// <summary>
    /// How many bytes of an archive hold whole events: what follows them was being written when a machine stopped. Only sizes are read;
    /// <see cref="Read"/> checks the rest.
    /// </summary>
    public static long LengthOfWholeEvents(Stream stream)
    {
        long whole = 0, position = 0;
        var header = new byte[TarHeader.BlockSize];
        while (true)
        {
            stream.Position = position;
            if (stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length || TarHeader.TryRead(header) is not var (name, size)) return whole;
            position += TarHeader.BlockSize + size + TarHeader.Padding(size);
            if (size < 0 || position > stream.Length) return whole;
            if (name.EndsWith(".event.json", StringComparison.Ordinal)) whole = position;
        }
    }

    private static (string Name, byte[] Bytes)? NextMember(Stream stream, ref long position, int number, ref long time)
    {
        var header = new byte[TarHeader.BlockSize];
        var got = stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        if (got == 0) return null;
        var where = $"member {Digests.Decimal(number + 1)} at byte {Digests.Decimal(position)}";
        if (got < header.Length) throw new RecordException($"{where}: the archive is cut off within a header");
        if (TarHeader.TryRead(header) is not var (name, size)) throw new RecordException($"{where}: this is no header of a member; nothing but members may stand in the archive");
        if (size > LargestRecord) throw new RecordException($"{where}: the size {Digests.Decimal(size)} is beyond any record");
        var bytes = ReadBytes(stream, size, where);
        if (number == 0) time = ReadTimestamp(name, bytes);
        var expected = TarHeader.Make(name, size, time);
        var difference = header.AsSpan().CommonPrefixLength(expected);
        if (difference < header.Length) throw new RecordException($"{where}: byte {Digests.Decimal(difference)} of the header of {name} is not what the format has there");
        var padding = ReadBytes(stream, TarHeader.Padding(size), where);
        if (padding.AsSpan().ContainsAnyExcept((byte)0)) throw new RecordException($"{where}: the padding after the content is not zero");
        position += TarHeader.BlockSize + size + padding.Length;
        return (name, bytes);
    }

    /// <summary>Reads in pieces, so that a wrong size in a short file costs no memory.</summary>
    private static byte[] ReadBytes(Stream stream, long size, string where)
    {
        var bytes = new byte[Math.Min(size, 1 << 20)];
        var filled = 0;
        while (true)
        {
            filled += stream.ReadAtLeast(bytes.AsSpan(filled), bytes.Length - filled, throwOnEndOfStream: false);
            if (filled < bytes.Length) throw new RecordException($"{where}: the archive is cut off; {Digests.Decimal(size)} bytes were announced");
            if (filled == size) return bytes;
            Array.Resize(ref bytes, (int)Math.Min(size, 4L * bytes.Length));
        }
    }

    private static long ReadTimestamp(string name, byte[] bytes)
    {
        if (name != "BELENIOS") throw new RecordException($"the first member is {name}; it must be BELENIOS");
        return RecordReader.Of("BELENIOS", bytes).Whole(r =>
        {
            r.Expect("{\"version\":1,\"timestamp\":");
            // Version 2 writes a number, version 1 a text.
            var time = r.Follows("\"") ? Digests.ParseDecimal(r.Plain()) : r.PlainNumber();
            r.Expect("}");
            return time is { } t && t <= TarHeader.LargestNumber ? (long)t : throw r.Fault("the timestamp is not a number of seconds");
        });
    }

    private static void CheckLinks(string what, ArchiveEvent e, int height, string? parent)
    {
        if (e.Height != height) throw new RecordException($"{what}: the height is {Digests.Decimal(e.Height)}, {Digests.Decimal(height)} follows here");
        if (e.Parent != parent) throw new RecordException($"{what}: the parent is {e.Parent ?? "absent"}, the event before has the hash {parent ?? "of none"}");
        var records = e.Records;
        if (records.Count != ArchiveEvent.RecordsOf(e.Kind) && !(e.Kind == EventKind.Setup && records.Count == 5))
            throw new RecordException($"{what}: {Digests.Decimal(records.Count)} records precede the {e.Kind} event, which takes {Digests.Decimal(ArchiveEvent.RecordsOf(e.Kind))}");
        if (e.Payload != (records.Count == 0 ? null : records[^1].Hash)) throw new RecordException($"{what}: the payload is not the record before the event");
        switch (e.Kind)
        {
            case EventKind.Setup when Read(records[^1], SetupData.Read) is { } setup:
                if (setup != new SetupData(records[0].Hash, records[1].Hash, records[2].Hash, records.Count == 5 ? records[3].Hash : null))
                    throw new RecordException($"{what}: the records of the setup are not election, trustees, credentials (and certificate) in this order");
                break;
            case EventKind.EncryptedTally when Read(records[1], SizedTally.Read) is { } tally:
                Refers(what, tally.TallyHash, records[0]);
                break;
            case EventKind.Shuffle or EventKind.PartialDecryption when Read(records[1], Owned.Read) is { } owned:
                Refers(what, owned.Payload, records[0]);
                break;
        }
    }

    /// <summary>A record that names another; null where it is not in its one form, which whoever reads the event says with its place.</summary>
    private static T? Read<T>(DataRecord record, Func<RecordReader, T> read) where T : class
    {
        try
        {
            return RecordReader.Of("record", record.Bytes).Whole(read);
        }
        catch (RecordException)
        {
            return null;
        }
    }

    private static void Refers(string what, string hash, DataRecord record)
    {
        if (hash != record.Hash) throw new RecordException($"{what}: it refers to {hash}, the record before it is {record.Hash}");
    }
}
