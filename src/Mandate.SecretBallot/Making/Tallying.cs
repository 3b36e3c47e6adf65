using Mandate.SecretBallot.Archives;
using Mandate.SecretBallot.Formats;
using Mandate.SecretBallot.Groups;
using Mandate.SecretBallot.Proofs;
using Mandate.SecretBallot.Verification;

namespace Mandate.SecretBallot.Making;

/// <summary>Counting: the encrypted tally of an archive's ballots, and the result from partial decryptions.</summary>
public static class Tallying
{
    /// <summary>The encrypted tally of the last ballot of each credential; the ballots must have been checked.</summary>
    public static (EncryptedTally Tally, long Ballots, long Weight) Encrypted(Election election, PublicCredentials credentials, IEnumerable<Ballot> ballots)
    {
        var last = TallyStage.LastOf([.. ballots.Select(b => BallotStage.Counted(b, credentials))]);
        return (TallyStage.Compute(election, last), last.Count, last.Sum(b => b.Weight));
    }

    /// <summary>The rankings of a tally, which the shufflers take.</summary>
    public static IReadOnlyList<IReadOnlyList<Ciphertext>> Rankings(Election election, EncryptedTally tally) => tally.Rankings(election);

    /// <summary>The tally with the rankings as a shuffle left them, which the trustees decrypt.</summary>
    public static EncryptedTally Shuffled(Election election, EncryptedTally tally, Shuffle last) => tally.WithRankings(election, last.Ciphertexts);

    /// <summary>The trustee, from one, for whose key the proofs of a partial decryption hold; null where they hold for none.</summary>
    public static int? OwnerOf(Election election, IReadOnlyList<TrusteeItem> trustees, EncryptedTally tally, PartialDecryption decryption)
    {
        var index = trustees.SelectMany(t => t.Keys).ToList().FindIndex(k => DecryptionStage.CheckOne(election, k, tally, decryption) is null);
        return index < 0 ? null : index + 1;
    }

    /// <summary>The result from the partial decryptions, whose proofs are checked here.</summary>
    /// <param name="decryptions">By owner, numbered from one through the list of trustees.</param>
    /// <exception cref="ArgumentException">A proof does not hold, or there are not enough of them; the message says whose and how many.</exception>
    public static ElectionResult Result(Election election, IReadOnlyList<TrusteeItem> trustees, IReadOnlyDictionary<int, PartialDecryption> decryptions, EncryptedTally tally, long totalWeight)
    {
        TrusteeKey[] keys = [.. trustees.SelectMany(t => t.Keys)];
        foreach (var (owner, decryption) in decryptions)
        {
            if (owner < 1 || owner > keys.Length) throw new ArgumentException($"There is no trustee {Digests.Decimal(owner)}.", nameof(decryptions));
            if (DecryptionStage.CheckOne(election, keys[owner - 1], tally, decryption) is { } fault) throw new ArgumentException($"Trustee {Digests.Decimal(owner)}: {fault}.", nameof(decryptions));
        }
        if (DecryptionStage.Missing(trustees, decryptions.ContainsKey) is { } missing) throw new ArgumentException(missing, nameof(decryptions));
        var messages = DecryptionStage.Combine(election.Group, trustees, decryptions, tally);
        var counts = new DiscreteLogarithm(election.Group, totalWeight);
        return new([.. messages.Select((m, q) => election.Questions[q] is RankingQuestion ranking
            ? new Rows<long>([.. m.Flat.Select(e => election.Group.Extract(e, ranking.Answers.Count).Select(v => (long)v).ToArray())], Nested: true)
            : m.Select(counts.Find))]);
    }
}

/// <summary>Small logarithms, by baby steps and giant steps (Shanks).</summary>
internal sealed class DiscreteLogarithm
{
    private readonly Group group;
    private readonly Dictionary<string, long> baby = new(StringComparer.Ordinal);
    private readonly long bound;

    public DiscreteLogarithm(Group group, long bound)
    {
        (this.group, this.bound) = (group, bound);
        var steps = Math.Clamp((int)Math.Min(1 << 20, Math.Sqrt(bound) + 1), 16, 1 << 20);
        var elements = new Element[steps];
        for (var i = 0; i < steps; i++) elements[i] = i == 0 ? group.Identity : group.Multiply(elements[i - 1], group.Generator);
        group.FillTexts(elements);
        for (var i = 0; i < steps; i++) baby[elements[i].Text] = i;
    }

    /// <exception cref="ArgumentException">The element is no power of the generator up to the bound.</exception>
    public long Find(Element element)
    {
        var back = group.Power(group.Generator, -baby.Count);
        for (long giant = 0; giant <= bound; giant += baby.Count, element = group.Multiply(element, back))
            if (baby.TryGetValue(element.Text, out var rest)) return giant + rest;
        throw new ArgumentException($"The tally does not decrypt to a count of at most {Digests.Decimal(bound)}.", nameof(element));
    }
}
