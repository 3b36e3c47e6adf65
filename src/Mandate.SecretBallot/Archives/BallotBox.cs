using Mandate.SecretBallot.Formats;
using Mandate.SecretBallot.Verification;
using Mandate.SecretBallot.Versions;

namespace Mandate.SecretBallot.Archives;

/// <summary>
/// What an archive says so far, for whoever takes its next step. Nothing is verified here: <see cref="ArchiveVerifier"/> does that, and
/// a step on an archive that does not verify is worth nothing.
/// </summary>
public sealed class BallotBox
{
    private readonly Dictionary<int, PartialDecryption> decryptions = [];
    private readonly List<Ballot> ballots = [];
    private readonly List<int> shufflers = [];

    private BallotBox(Archive archive)
    {
        Archive = archive;
        var setup = archive.Events[0].Records;
        RecordReader.Of("setup", setup[^1].Bytes).Whole(SetupData.Read);
        Election = Election.Read(setup[0].Bytes);
        if (Election.Profile != Profile.First) throw new RecordException($"the box is of version {Digests.Decimal(Election.Profile.Version)} of the protocol, which is verified here; steps are taken in boxes of version 1");
        Trustees = TrusteeItem.ReadAll(setup[1].Bytes, Election.Group);
        Credentials = PublicCredentials.Read(setup[2].Bytes, Election.Group);
        foreach (var e in archive.Events.Skip(1)) Take(e);
    }

    public Archive Archive { get; }

    public Election Election { get; }

    public IReadOnlyList<TrusteeItem> Trustees { get; }

    public PublicCredentials Credentials { get; }

    /// <summary>All ballots in the order in which they came; of each credential the last counts.</summary>
    public IReadOnlyList<Ballot> Ballots => ballots;

    /// <summary>The last kind of event: what may follow it is said by the specification, section 4.4.</summary>
    public EventKind Stage => Archive.Events[^1].Kind;

    /// <summary>The encrypted tally, rankings as the last shuffle left them; null before the box was closed.</summary>
    public EncryptedTally? Tally { get; private set; }

    /// <summary>How many ballots and how much weight the tally holds; zero before the box was closed.</summary>
    public (long Ballots, long Weight) Counted { get; private set; }

    /// <summary>The trustees who have shuffled, in order.</summary>
    public IReadOnlyList<int> Shufflers => shufflers;

    /// <summary>Partial decryptions by owner, numbered from one.</summary>
    public IReadOnlyDictionary<int, PartialDecryption> Decryptions => decryptions;

    public ElectionResult? Result { get; private set; }

    /// <exception cref="RecordException">A record is not in its one form; the message says which and where.</exception>
    public static BallotBox Of(Archive archive) => new(archive);

    /// <summary>The number of the trustee with that public key, from one; null where there is none.</summary>
    public int? OwnerOf(Groups.Element publicKey)
    {
        var index = Trustees.SelectMany(t => t.Keys).Select(k => k.PublicKey).ToList().FindIndex(k => k.Equals(publicKey));
        return index < 0 ? null : index + 1;
    }

    /// <summary>A partial decryption read from its own file, of this box's tally.</summary>
    public PartialDecryption ReadDecryption(string what, ReadOnlySpan<byte> bytes) => PartialDecryption.Read(what, bytes, Tally!, Election);

    /// <summary>A shuffle read from its own file, of this box's rankings.</summary>
    public Shuffle ReadShuffle(string what, ReadOnlySpan<byte> bytes) => Shuffle.Read(what, bytes, Tally!.Rankings(Election), Election);

    private void Take(ArchiveEvent e)
    {
        var what = $"event {Digests.Decimal(e.Height)}";
        switch (e.Kind)
        {
            case EventKind.Ballot:
                ballots.Add(Ballot.Read(what, e.Records[0].Bytes, Election));
                break;
            case EventKind.EncryptedTally:
                var last = TallyStage.LastOf([.. ballots.Select(b => BallotStage.Counted(b, Credentials))]);
                Tally = TallyStage.Compute(Election, last);
                Counted = (last.Count, last.Sum(b => b.Weight));
                break;
            case EventKind.Shuffle:
                Tally = Tally!.WithRankings(Election, ReadShuffle(what, e.Records[0].Bytes).Ciphertexts);
                shufflers.Add(RecordReader.Of(what, e.Records[1].Bytes).Whole(Owned.Read).Owner);
                break;
            case EventKind.PartialDecryption:
                decryptions[RecordReader.Of(what, e.Records[1].Bytes).Whole(Owned.Read).Owner] = ReadDecryption(what, e.Records[0].Bytes);
                break;
            case EventKind.Result:
                Result = ElectionResult.Read(e.Records[0].Bytes, Election, Tally!);
                break;
        }
    }
}
