using System.Collections.Immutable;

namespace Mandate.Organisation.Acts;

/// <summary>What the record of a sealing key says.</summary>
/// <param name="Fault">The first thing that is wrong; null where all its proofs hold.</param>
/// <param name="Holders">How many hold a share.</param>
/// <param name="Threshold">How many of them open together.</param>
public sealed record KeyContents(string? Fault, int Holders, int Threshold);

/// <summary>When a sealed document opens: on its day at the latest, earlier where one of the other things happens first.</summary>
/// <param name="Session">A body: when a session of it opens.</param>
/// <param name="Decision">A body: when it decides so.</param>
/// <param name="Silence">After so many days without a sign of life of who sealed it, or when they have died.</param>
public sealed record OpeningTerms(DateOnly On, string? Session = null, string? Decision = null, int? Silence = null);

/// <summary>What everybody can read of a sealed document.</summary>
/// <param name="Fault">The first thing that is wrong; null where its seal holds.</param>
/// <param name="Key">SHA-256 of the record of the key that it is sealed to.</param>
public sealed record SealedContents(string? Fault, string Organisation, string Id, string Title, ImmutableArray<string> To, OpeningTerms Opens, string Key)
{
    public static SealedContents Faulty(string fault) => new(fault, "", "", "", [], new(default), "");
}

/// <summary>What a holder brings: a share of an opening, or a sign that their share of the key is still there.</summary>
/// <param name="Fault">The first thing that is wrong; null where its proof holds.</param>
/// <param name="Holder">The holder's number, from one.</param>
/// <param name="On">The day that a sign says; for a share none.</param>
public sealed record HolderContents(string? Fault, int Holder, DateOnly? On = null);

/// <summary>
/// Checks what belongs to sealed documents. Functions of bytes alone, so that every verifier finds the same; the node computes them, for the
/// rules know no cryptography.
/// </summary>
public interface ISealReader
{
    KeyContents Key(ReadOnlyMemory<byte> record);

    SealedContents Document(ReadOnlyMemory<byte> document);

    HolderContents Share(ReadOnlyMemory<byte> document, ReadOnlyMemory<byte> share);

    HolderContents Sign(ReadOnlyMemory<byte> record, ReadOnlyMemory<byte> sign);

    /// <summary>SHA-256 of the bytes that come out of the seal with these shares, and the name of the file; or what is in the way.</summary>
    (string? Fault, string Content, string Name) Open(ReadOnlyMemory<byte> document, IReadOnlyList<ReadOnlyMemory<byte>> shares);
}
