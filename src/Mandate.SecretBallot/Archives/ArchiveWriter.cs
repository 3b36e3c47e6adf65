using System.Text;
using Mandate.SecretBallot.Formats;

namespace Mandate.SecretBallot.Archives;

/// <summary>Writes an archive, event by event; the bytes are those that <see cref="ArchiveReader"/> accepts. Append-only.</summary>
public sealed class ArchiveWriter
{
    private readonly Stream stream;
    private readonly long timestamp;
    private int height;
    private string? parent;

    /// <summary>Begins an archive.</summary>
    /// <param name="timestamp">Seconds since 1970; it stands in every member.</param>
    public ArchiveWriter(Stream stream, long timestamp)
    {
        this.stream = stream;
        this.timestamp = timestamp;
        Member("BELENIOS", Encoding.UTF8.GetBytes($"{{\"version\":1,\"timestamp\":\"{Digests.Decimal(timestamp)}\"}}"));
    }

    private ArchiveWriter(Stream stream, Archive archive)
    {
        this.stream = stream;
        timestamp = archive.Timestamp;
        height = archive.Events.Count;
        parent = archive.Head;
    }

    /// <summary>Goes on with an archive that has been read, the stream standing at its end.</summary>
    public static ArchiveWriter Continue(Stream stream, Archive archive) => new(stream, archive);

    /// <summary>SHA-256 of the last event.</summary>
    public string? Head => parent;

    public void Setup(Election election, IEnumerable<TrusteeItem> trustees, PublicCredentials credentials)
    {
        var parts = new[] { election.ToString(), TrusteeItem.WriteAll(trustees), credentials.ToString() }.Select(DataRecord.Of).ToArray();
        Append(EventKind.Setup, [.. parts, DataRecord.Of(new SetupData(parts[0].Hash, parts[1].Hash, parts[2].Hash).ToString())]);
    }

    public void Ballot(string ballot) => Append(EventKind.Ballot, [DataRecord.Of(ballot)]);

    public void Ballot(Ballot ballot) => Ballot(ballot.ToString());

    public void EndBallots() => Append(EventKind.EndBallots, []);

    public void EncryptedTally(EncryptedTally tally, long ballots, long totalWeight)
    {
        var record = DataRecord.Of(tally.ToString());
        Append(EventKind.EncryptedTally, [record, DataRecord.Of(new SizedTally(ballots, totalWeight, record.Hash).ToString())]);
    }

    public void Shuffle(int owner, Shuffle shuffle) => Owned(EventKind.Shuffle, owner, shuffle.ToString());

    public void EndShuffles() => Append(EventKind.EndShuffles, []);

    public void PartialDecryption(int owner, PartialDecryption decryption) => Owned(EventKind.PartialDecryption, owner, decryption.ToString());

    public void Result(ElectionResult result) => Append(EventKind.Result, [DataRecord.Of(result.ToString())]);

    /// <summary>Appends an event with its records as they are; nothing is checked here.</summary>
    /// <param name="version">The version of the protocol in whose form the event is written.</param>
    public void Append(EventKind kind, IReadOnlyList<DataRecord> records, int version = 1)
    {
        foreach (var r in records) Member(r.Hash + ".data.json", r.Bytes);
        var bytes = Encoding.UTF8.GetBytes(new ArchiveEvent(parent, height, kind, records.Count == 0 ? null : records[^1].Hash, records, version).ToString());
        parent = Digests.Hex(bytes);
        height++;
        Member(parent + ".event.json", bytes);
    }

    private void Owned(EventKind kind, int owner, string text)
    {
        var record = DataRecord.Of(text);
        Append(kind, [record, DataRecord.Of(new Owned(owner, record.Hash).ToString())]);
    }

    private void Member(string name, byte[] bytes)
    {
        stream.Write(TarHeader.Make(name, bytes.Length, timestamp));
        stream.Write(bytes);
        stream.Write(new byte[TarHeader.Padding(bytes.Length)]);
    }
}
