using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Mandate.Ledger;

/// <summary>A log that a policy accepts. Its key's name is the origin.</summary>
public sealed record PolicyLog(VerifierKey Key, string? Url);

/// <summary>Somebody who can witness a checkpoint: a witness or a group.</summary>
public abstract record PolicyMember(string Name);

public sealed record PolicyWitness(string Name, VerifierKey Key, string? Url) : PolicyMember(Name);

/// <summary>At least <paramref name="Threshold"/> of the members.</summary>
public sealed record PolicyGroup(string Name, int Threshold, ImmutableArray<PolicyMember> Members) : PolicyMember(Name);

/// <summary>
/// Which logs to believe and which witnesses must have seen a checkpoint (c2sp.org/tlog-policy, 2026-07).
/// <see cref="Quorum"/> is null for <c>quorum none</c>.
/// </summary>
public sealed record TlogPolicy(ImmutableArray<PolicyLog> Logs, ImmutableArray<PolicyWitness> Witnesses, PolicyMember? Quorum)
{
    public const string Specification = "c2sp.org/tlog-policy, 2026-07";

    /// <summary>Longest policy read, in bytes; the format asks for at least 32 logs, witnesses and groups.</summary>
    public const int MaximumLength = 1 << 20;

    /// <inheritdoc cref="TlogPolicyReader.TryParse"/>
    public static bool TryParse(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out TlogPolicy? policy, [NotNullWhen(false)] out string? fault) =>
        TlogPolicyReader.TryParse(bytes, out policy, out fault);

    /// <summary>
    /// Whether a checkpoint is signed by one of the logs, under that log's origin, and cosigned as the quorum demands. Fails closed:
    /// a failing signature of any listed key, an unlisted log, or one witness too few is a refusal.
    /// </summary>
    public bool TryAccept(SignedNote note, [NotNullWhen(true)] out SignedCheckpoint? signed, [NotNullWhen(false)] out string? fault)
    {
        signed = null;
        if (!note.TryOpen(Logs.Select(l => l.Key).Concat(Witnesses.Select(w => w.Key)), out var opened, out fault)
            || !Checkpoint.TryParse(opened.Text, out var checkpoint, out fault)) return false;
        if (!Logs.Any(l => l.Key.Name == checkpoint.Origin && opened.IsSignedBy(l.Key)))
        {
            fault = $"no log of the policy has signed a checkpoint of '{checkpoint.Origin}'";
            return false;
        }
        if (Quorum is not null && !IsWitnessed(Quorum, opened))
        {
            fault = $"the quorum is not reached: {Missing(Quorum, opened)}";
            return false;
        }
        signed = new(checkpoint, opened);
        return true;
    }

    private static bool IsWitnessed(PolicyMember member, OpenedNote opened) => member switch
    {
        PolicyWitness witness => opened.IsSignedBy(witness.Key),
        PolicyGroup group => group.Members.Count(m => IsWitnessed(m, opened)) >= group.Threshold,
        _ => false,
    };

    private static string Missing(PolicyMember member, OpenedNote opened) => member switch
    {
        PolicyGroup group => $"{group.Name} has {group.Members.Count(m => IsWitnessed(m, opened))} of the {group.Threshold} it needs ("
            + string.Join("; ", group.Members.Where(m => !IsWitnessed(m, opened)).Select(m => Missing(m, opened))) + ")",
        PolicyWitness witness when opened.NotChecked.Contains(witness.Key) => $"{witness.Name}: not checked, this platform lacks ML-DSA-44",
        _ => $"{member.Name} has not cosigned",
    };

    public override string ToString() => TlogPolicyWriter.Format(this);
}
