using System.Numerics;
using Mandate.SecretBallot.Archives;
using Mandate.SecretBallot.Formats;
using Mandate.SecretBallot.Groups;
using Mandate.SecretBallot.Proofs;

namespace Mandate.SecretBallot.Verification;

/// <summary>Stage 7: the partial decryptions.</summary>
internal static class DecryptionStage
{
    private const VerificationStage Stage = VerificationStage.Decryption;

    /// <summary>
    /// The partial decryptions whose proofs hold, by owner. One of a threshold group whose proof does not hold is left out where the
    /// others suffice: no trustee can spoil a result that was published by bringing something else than a share.
    /// </summary>
    public static IReadOnlyDictionary<int, PartialDecryption> Check(IReadOnlyList<ArchiveEvent> events, bool result, CheckedSetup setup, EncryptedTally tally, Checklist list)
    {
        var byOwner = new Dictionary<int, PartialDecryption>();
        var owners = new HashSet<int>();
        string? unused = null;
        for (var i = 0; i < events.Count; i++)
        {
            var what = $"partial decryption {Digests.Decimal(i + 1)}";
            var owner = StageFault.Guard(Stage, () => RecordReader.Of(what, events[i].Records[1].Bytes).Whole(Owned.Read)).Owner;
            if (owner > setup.Keys.Count) throw new StageFault(Stage, $"{what}: there is no trustee {Digests.Decimal(owner)}");
            var decryption = StageFault.Guard(Stage, () => PartialDecryption.Read(what, events[i].Records[0].Bytes, tally, setup.Election));
            if (!owners.Add(owner)) throw new StageFault(Stage, $"{what}: trustee {Digests.Decimal(owner)} has decrypted already");
            if (CheckOne(setup.Election, setup.Keys[owner - 1], tally, decryption) is not { } fault) byOwner.Add(owner, decryption);
            else unused ??= $"{what}, of trustee {Digests.Decimal(owner)}: {fault}";
        }
        var missing = Missing(setup.Trustees, byOwner.ContainsKey);
        // Before there is a result, whoever keeps the box can still refuse it.
        if (unused is not null && (missing is not null || !result)) throw new StageFault(Stage, unused);
        if (missing is null) list.Hold(Stage, byOwner.Count, unused is null ? null : $"; not used: {unused}");
        else if (result) throw new StageFault(Stage, missing);
        return byOwner;
    }

    /// <summary>What is wrong with a partial decryption; null where its proofs hold.</summary>
    internal static string? CheckOne(Election election, TrusteeKey key, EncryptedTally tally, PartialDecryption decryption)
    {
        if (!election.Profile.IsSigned(EventKind.PartialDecryption, election.Group, key, decryption.Signed)) return "its signature does not hold";
        var prepared = election.Group.Prepare(key.PublicKey);
        for (var q = 0; q < tally.Questions.Count; q++)
        {
            var ciphertexts = tally.Questions[q].Flat.ToList();
            var factors = decryption.Factors[q].Flat.ToList();
            var proofs = decryption.Proofs[q].Flat.ToList();
            if (factors.Count != ciphertexts.Count || proofs.Count != ciphertexts.Count) return $"question {Digests.Decimal(q + 1)}: not as many factors and proofs as ciphertexts";
            for (var i = 0; i < ciphertexts.Count; i++)
            {
                if (!ProofChecks.Decryption(election, prepared, ciphertexts[i].Alpha, factors[i], proofs[i]))
                    return $"the proof of factor {Digests.Decimal(i + 1)} of question {Digests.Decimal(q + 1)} does not hold";
            }
        }
        return null;
    }

    /// <summary>Who is missing for a decryption; null where there are enough.</summary>
    internal static string? Missing(IReadOnlyList<TrusteeItem> trustees, Func<int, bool> has)
    {
        var first = 1;
        foreach (var item in trustees)
        {
            var present = Enumerable.Range(first, item.Keys.Count).Count(has);
            if (present < item.Needed)
                return $"{Digests.Decimal(present)} of the trustees {Digests.Decimal(first)} to {Digests.Decimal(first + item.Keys.Count - 1)} have decrypted, {Digests.Decimal(item.Needed)} are needed";
            first += item.Keys.Count;
        }
        return null;
    }

    /// <summary>The messages as group elements: beta over the combined factor (specification 4.21).</summary>
    internal static IReadOnlyList<Rows<Element>> Combine(Group group, IReadOnlyList<TrusteeItem> trustees, IReadOnlyDictionary<int, PartialDecryption> byOwner, EncryptedTally tally)
    {
        var weights = FactorWeights(group, trustees, byOwner);
        var questions = new List<Rows<Element>>();
        for (var q = 0; q < tally.Questions.Count; q++)
        {
            var factors = weights.Select(w => byOwner[w.Owner].Factors[q].Flat.ToArray()).ToArray();
            var exponents = weights.Select(w => w.Weight).ToArray();
            var next = 0;
            questions.Add(tally.Questions[q].Select(c =>
            {
                var i = next++;
                return group.Divide(c.Beta, group.PowerProduct([.. factors.Select(f => f[i])], exponents));
            }));
        }
        return questions;
    }

    private static List<(int Owner, BigInteger Weight)> FactorWeights(Group group, IReadOnlyList<TrusteeItem> trustees, IReadOnlyDictionary<int, PartialDecryption> byOwner)
    {
        var weights = new List<(int, BigInteger)>();
        var first = 1;
        foreach (var item in trustees)
        {
            var offset = first - 1;
            var members = Enumerable.Range(1, item.Keys.Count).Where(i => byOwner.ContainsKey(offset + i)).Take(item.Needed).ToList();
            weights.AddRange(members.Select(i => (offset + i, item.IsThreshold ? Lagrange(group, members, i) : BigInteger.One)));
            first += item.Keys.Count;
        }
        return weights;
    }

    /// <summary>The coefficient at zero of member <paramref name="j"/> among <paramref name="members"/>: the product of k / (k - j).</summary>
    internal static BigInteger Lagrange(Group group, IReadOnlyList<int> members, int j)
    {
        var (numerator, denominator) = (BigInteger.One, BigInteger.One);
        foreach (var k in members.Where(k => k != j))
        {
            numerator = group.Modulo(numerator * k);
            denominator = group.Modulo(denominator * (k - j));
        }
        return group.Modulo(numerator * BigInteger.ModPow(denominator, group.Order - 2, group.Order));
    }
}
