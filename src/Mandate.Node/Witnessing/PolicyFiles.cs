using System.Collections.Immutable;
using Mandate.Ledger;
using Mandate.Organisation.Trust;

namespace Mandate.Node.Witnessing;

/// <summary>The witnesses that a log names, as the policy file that every client reads (c2sp.org/tlog-policy).</summary>
public static class PolicyFiles
{
    /// <summary>Null where no client could ever be satisfied, because a key in it is none: then nothing counts as witnessed.</summary>
    public static TlogPolicy? Of(VerifierKey log, WitnessPolicy policy) => Of(log, policy.Needed, policy.Groups);

    /// <inheritdoc cref="Of(VerifierKey, WitnessPolicy)"/>
    public static TlogPolicy? Of(VerifierKey log, int needed, ImmutableArray<WitnessGroup> groups)
    {
        var all = ImmutableArray.CreateBuilder<PolicyWitness>();
        var made = ImmutableArray.CreateBuilder<PolicyMember>();
        foreach (var group in groups)
        {
            var members = ImmutableArray.CreateBuilder<PolicyMember>();
            foreach (var witness in group.Witnesses)
            {
                if (!VerifierKey.TryParse(witness.Key, out var key, out _)) return null;
                members.Add(new PolicyWitness(witness.Name, key, witness.Url));
            }
            all.AddRange(members.Cast<PolicyWitness>());
            made.Add(new PolicyGroup(group.Name, group.Needed, members.ToImmutable()));
        }
        return new([new(log, null)], all.ToImmutable(), made.Count == 0 ? null : new PolicyGroup("quorum", needed, made.ToImmutable()));
    }

    /// <summary>Whether two policies ask for the same: addresses do not matter, names, keys, groups and numbers do.</summary>
    public static bool AreSame(TlogPolicy a, TlogPolicy b) => Plain(a) == Plain(b);

    private static string Plain(TlogPolicy policy) => (policy with
    {
        Logs = [.. policy.Logs.Select(l => l with { Url = null })],
        Witnesses = [.. policy.Witnesses.Select(w => w with { Url = null })],
    }).ToString();
}
