using System.Collections.Immutable;

namespace Mandate.Ledger;

/// <summary>
/// What a policy withstands: the fewest witnesses who, by cosigning two views of a log, let both reach the quorum, and the fewest
/// who, by staying away, block it. To be shown to those who choose a policy.
/// </summary>
/// <param name="ToFork">Witnesses of one smallest forking coalition; with fewer, no two conflicting checkpoints both reach the quorum. Empty where a fork needs nobody.</param>
/// <param name="ToBlock">Witnesses of one smallest blocking coalition; empty for <c>quorum none</c>.</param>
public sealed record PolicyStrength(ImmutableArray<PolicyWitness> ToFork, ImmutableArray<PolicyWitness> ToBlock)
{
    /// <summary>
    /// The threshold k of n witnesses that no two conflicting checkpoints both reach while at most f sign both: 2k &gt; n + f.
    /// Above n where no threshold does.
    /// </summary>
    public static int SafeThreshold(int n, int f) => (n + f) / 2 + 1;

    public static PolicyStrength Of(TlogPolicy policy) => policy.Quorum is null ? new([], []) : new(Overlap(policy.Quorum), Block(policy.Quorum));

    /// <summary>
    /// Two sets of k of n members share at least 2k - n; each shared member must itself be won twice. Members share no witness
    /// (each name is a member once), so the cheapest ones add up.
    /// </summary>
    private static ImmutableArray<PolicyWitness> Overlap(PolicyMember member) => member switch
    {
        PolicyWitness witness => [witness],
        PolicyGroup group => Cheapest(group.Members.Select(Overlap), 2 * group.Threshold - group.Members.Length),
        _ => [],
    };

    /// <summary>A group of k of n is blocked by blocking n - k + 1 of its members.</summary>
    private static ImmutableArray<PolicyWitness> Block(PolicyMember member) => member switch
    {
        PolicyWitness witness => [witness],
        PolicyGroup group => Cheapest(group.Members.Select(Block), group.Members.Length - group.Threshold + 1),
        _ => [],
    };

    private static ImmutableArray<PolicyWitness> Cheapest(IEnumerable<ImmutableArray<PolicyWitness>> coalitions, int count) =>
        [.. coalitions.OrderBy(c => c.Length).Take(Math.Max(0, count)).SelectMany(c => c)];
}
