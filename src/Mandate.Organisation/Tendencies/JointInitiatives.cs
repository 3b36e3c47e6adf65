using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Tendencies;

/// <summary>
/// A consultation that its parties, and nobody else, can prove (S112). Each stands under a pseudonym of this matter; the text stays with them until
/// one of them shows it, and then each shows their own part only. No contact between members is ever logged.
/// </summary>
/// <param name="Commitment">SHA-256 of the text.</param>
public sealed record JointInitiative(string Id, string Commitment)
{
    public ImmutableHashSet<string> Register { get; init; } = Pseudonyms.None;

    /// <summary>When each noted or confirmed it, by pseudonym.</summary>
    public ImmutableSortedDictionary<string, DateTimeOffset> Parties { get; init; } = No;

    /// <summary>SHA-256 of the text, once a party has shown it.</summary>
    public string? Text { get; init; }

    /// <summary>Those who have shown that they were a party: the person by the pseudonym.</summary>
    public ImmutableSortedDictionary<string, string> Shown { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    internal static ImmutableSortedDictionary<string, DateTimeOffset> No { get; } = ImmutableSortedDictionary.Create<string, DateTimeOffset>(StringComparer.Ordinal);
}

internal static class JointInitiatives
{
    public static Decision Note(State state, Act act, NoteJoint c)
    {
        var clause = Clause(state, act);
        if (c.Id.Length == 0) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (state.Tendencies.Joints.ContainsKey(c.Id)) return ProtocolRefusals.Taken("joint", c.Id);
        if (c.Commitment.Length != 64) return ProtocolRefusals.Malformed("commitment", "64 hexadecimal digits", c.Commitment);
        if (!Pseudonyms.IsOne(act.By) && state.Roll.Member(act.By) is not { InGoodStanding: true }) return ProtocolRefusals.NotYours(clause, "member", act.By);
        if (Pseudonyms.Read(act.Blobs, c.Register, c.Register is null ? 0 : state.Roll.InGoodStanding(null).Count, clause, out var register) is { } bad) return bad;
        return register.Contains(act.By) ? Decision.Accept(clause, new JointNoted(c.Id, c.Commitment, c.Register!)) : ProtocolRefusals.NotYours(clause, "member", act.By);
    }

    public static Decision Confirm(State state, Act act, ConfirmJoint c)
    {
        var clause = Clause(state, act);
        if (!state.Tendencies.Joints.TryGetValue(c.Joint, out var joint)) return ProtocolRefusals.Unknown("joint", c.Joint);
        if (!joint.Register.Contains(act.By)) return ProtocolRefusals.NotYours(clause, "member", act.By);
        if (joint.Text is not null) return ProtocolRefusals.WrongStage("joint", joint.Id, "closed", "shown");
        return joint.Parties.ContainsKey(act.By) ? ProtocolRefusals.Taken("party", c.Joint) : Decision.Accept(clause, new JointConfirmed(joint.Id));
    }

    public static Decision Open(State state, Act act, OpenJoint c)
    {
        var clause = Clause(state, act);
        if (!state.Tendencies.Joints.TryGetValue(c.Joint, out var joint)) return ProtocolRefusals.Unknown("joint", c.Joint);
        if (c.SignedAs is not { } own || !joint.Parties.ContainsKey(own)) return TendenciesRefusals.NotAParty(clause);
        if (joint.Shown.ContainsKey(own)) return ProtocolRefusals.Taken("party", c.Joint);
        if (c.Text != joint.Commitment) return TendenciesRefusals.NotThatText(clause);
        return act.Blobs.Text(c.Text) is null ? ProtocolRefusals.BlobMissing(c.Text) : Decision.Accept(clause, new JointOpened(joint.Id, c.Text, own));
    }

    private static string Clause(State state, Act act) => state.Statutes.At(act.At).Rights.GetValueOrDefault("platform")?.Clause.Path ?? state.Statutes.At(act.At).Procedure.Default.Clause.Path;
}
