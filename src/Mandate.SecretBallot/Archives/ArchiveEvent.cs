using Mandate.SecretBallot.Formats;

namespace Mandate.SecretBallot.Archives;

/// <summary>The kinds of events, in the order in which they may first occur.</summary>
public enum EventKind { Setup, Ballot, EndBallots, EncryptedTally, Shuffle, EndShuffles, PartialDecryption, Result }

/// <summary>A record of the archive and the SHA-256 of its bytes, which is its name.</summary>
public sealed record DataRecord(string Hash, byte[] Bytes)
{
    public static DataRecord Of(string text)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        return new(Digests.Hex(bytes), bytes);
    }
}

/// <summary>An event: the record that it brings, and the event before it (specification 3.1, section 4.4).</summary>
/// <param name="Records">The data records that precede it, in order; the last is the payload.</param>
/// <param name="Version">The version of the protocol in whose form it is written.</param>
public sealed record ArchiveEvent(string? Parent, int Height, EventKind Kind, string? Payload, IReadOnlyList<DataRecord> Records, int Version = 1)
{
    /// <summary>How many data records precede an event of that kind; a setup may have one more, the authority's certificate.</summary>
    public static int RecordsOf(EventKind kind) => kind switch
    {
        EventKind.Setup => 4,
        EventKind.EncryptedTally or EventKind.Shuffle or EventKind.PartialDecryption => 2,
        EventKind.EndBallots or EventKind.EndShuffles => 0,
        _ => 1,
    };

    public override string ToString()
    {
        var w = new RecordWriter().Raw("{");
        if (Parent is not null) w.Raw("\"parent\":").Quoted(Parent).Raw(",");
        w.Raw("\"height\":").Number(Height).Raw(Version == 1 ? ",\"type\":" : ",\"type\":[").Quoted(Kind.ToString()).Raw(Version == 1 ? "" : "]");
        if (Payload is not null) w.Raw(",\"payload\":").Quoted(Payload);
        return w.Raw("}").ToString();
    }

    internal static ArchiveEvent Read(RecordReader r, IReadOnlyList<DataRecord> records)
    {
        r.Expect("{");
        string? parent = null;
        if (r.Take("\"parent\":"))
        {
            parent = r.Hash();
            r.Expect(",");
        }
        r.Expect("\"height\":");
        var height = r.Int32(0, int.MaxValue);
        r.Expect(",\"type\":");
        var version = r.Take("[") ? 2 : 1;
        var name = r.Plain();
        if (version == 2) r.Expect("]");
        var index = Array.IndexOf(Enum.GetNames<EventKind>(), name);
        if (index < 0) throw r.Fault($"there is no event of the type {name}");
        var payload = r.Take(",\"payload\":") ? r.Hash() : null;
        r.Expect("}");
        return new(parent, height, (EventKind)index, payload, records, version);
    }
}

/// <summary>The setup's hashes of its three parts, and of the credential authority's certificate where there is one.</summary>
internal sealed record SetupData(string Election, string Trustees, string Credentials, string? Certificate = null)
{
    public static SetupData Read(RecordReader r)
    {
        r.Expect("{\"election\":");
        var election = r.Hash();
        r.Expect(",\"trustees\":");
        var trustees = r.Hash();
        r.Expect(",\"credentials\":");
        var credentials = r.Hash();
        var certificate = r.Take(",\"credentials_certificate\":") ? r.Hash() : null;
        r.Expect("}");
        return new(election, trustees, credentials, certificate);
    }

    public override string ToString()
    {
        var w = new RecordWriter().Raw("{\"election\":").Quoted(Election).Raw(",\"trustees\":").Quoted(Trustees).Raw(",\"credentials\":").Quoted(Credentials);
        if (Certificate is not null) w.Raw(",\"credentials_certificate\":").Quoted(Certificate);
        return w.Raw("}").ToString();
    }
}
