using Mandate.SecretBallot.Archives;
using Mandate.SecretBallot.Formats;
using Mandate.SecretBallot.Groups;
using Mandate.SecretBallot.Making;
using Mandate.SecretBallot.Verification;

namespace Mandate.SecretBallot.Tests;

/// <summary>An election made by the library: a trustee alone and two of three, all kinds of questions the caller wants.</summary>
internal sealed class SmallElection
{
    public const string Uuid = "TestE1ection123";
    private readonly List<TrusteeSecret> secrets = [];

    public SmallElection(int seed, int voters, params Question[] questions)
    {
        var source = new Random(seed);
        Random = new(bytes => source.NextBytes(bytes));
        var alone = TrusteeSecret.Generate(Random);
        secrets.Add(alone);
        var group = MakeThreshold(2, 3, out var shares);
        secrets.AddRange(shares);
        Trustees = [new SingleTrustee(alone.ToKey(Random, "Ana")), group];
        var key = TrusteeItem.JointKey(CurveGroup.Instance, Trustees);
        Election = new Election(Uuid, "Congress", "A \"test\"\n\u007f – 投票", CurveGroup.Instance, key, questions).Sealed();
        Voters = [.. Enumerable.Range(0, voters).Select(_ => Credential.Generate(Uuid, Random))];
        Credentials = PublicCredentials.Of(CurveGroup.Instance, Voters.Select(v => new PublicCredential(v.Public)));
    }

    public Randomness Random { get; }

    public Election Election { get; }

    public TrusteeItem[] Trustees { get; }

    public Credential[] Voters { get; }

    public PublicCredentials Credentials { get; }

    /// <summary>The owners who decrypt, numbered from one.</summary>
    public int[] Decrypters { get; set; } = [1, 2, 4];

    public int[] Shufflers { get; set; } = [1, 3];

    public Ballot Cast(int voter, params Vote[] votes) => BallotMaker.Make(Election, Voters[voter], votes, Random);

    public PartialDecryption Decrypt(int owner, EncryptedTally tally) => secrets[owner - 1].Decrypt(Election, tally, Random);

    public ThresholdTrustees MakeThreshold(int threshold, int size, out TrusteeSecret[] shares)
    {
        CeremonyMember[] members = [.. Enumerable.Range(1, size).Select(i => new CeremonyMember(i, size, threshold, Random))];
        var certificates = Array.ConvertAll(members, m => m.Certificate);
        var contributions = Array.ConvertAll(members, m => m.Contribute(certificates));
        var finished = Array.ConvertAll(members, m => m.Finish(contributions, [.. members.Select(s => s.ShareFor(m.Index))]));
        shares = Array.ConvertAll(finished, f => f.Secret);
        return CeremonyMember.Assemble(threshold, certificates, contributions, Array.ConvertAll(finished, f => f.Key));
    }

    /// <summary>The whole archive; the counted ballots may differ from those in the box, for attacks.</summary>
    public byte[] Archive(IReadOnlyList<Ballot> ballots, IReadOnlyList<Ballot>? counted = null, Func<Shuffle, Shuffle>? bendShuffle = null, Func<int, PartialDecryption, PartialDecryption>? bendDecryption = null)
    {
        using var stream = new MemoryStream();
        var writer = new ArchiveWriter(stream, 1_700_000_000);
        writer.Setup(Election, Trustees, Credentials);
        foreach (var b in ballots) writer.Ballot(b);
        writer.EndBallots();
        var (tally, number, weight) = Tallying.Encrypted(Election, Credentials, counted ?? ballots);
        writer.EncryptedTally(tally, number, weight);
        if (Election.HasRankings)
        {
            foreach (var owner in Shufflers)
            {
                var shuffle = Shuffler.Shuffle(Election, Tallying.Rankings(Election, tally), Random);
                if (bendShuffle is not null) shuffle = bendShuffle(shuffle);
                writer.Shuffle(owner, shuffle);
                tally = Tallying.Shuffled(Election, tally, shuffle);
            }
            writer.EndShuffles();
        }
        var honest = Decrypters.ToDictionary(o => o, o => Decrypt(o, tally));
        foreach (var (owner, decryption) in honest) writer.PartialDecryption(owner, bendDecryption?.Invoke(owner, decryption) ?? decryption);
        var all = Enumerable.Range(1, secrets.Count).ToDictionary(o => o, o => Decrypt(o, tally));
        writer.Result(Tallying.Result(Election, Trustees, all, tally, weight));
        return stream.ToArray();
    }

    public static ArchiveReport Verify(byte[] archive, VerificationOptions? options = null) => ArchiveVerifier.Verify(new MemoryStream(archive), options);
}
