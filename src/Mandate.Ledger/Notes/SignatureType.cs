namespace Mandate.Ledger;

/// <summary>The algorithm byte of a note key (c2sp.org/signed-note@v1.0.0, signature types).</summary>
public enum SignatureType
{
    None = 0,

    /// <summary>Ed25519 over the text of the note.</summary>
    Ed25519 = 0x01,

    /// <summary>Ed25519 cosignature/v1: timestamped, over a checkpoint.</summary>
    Ed25519Cosignature = 0x04,

    /// <summary>ML-DSA-44 (sub)tree cosignature: timestamped, over a checkpoint.</summary>
    MLDsa44Cosignature = 0x06,
}

/// <summary>What checking one signature came to.</summary>
public enum SignatureCheck
{
    Fails,
    Holds,

    /// <summary>This platform lacks the algorithm: nothing is known about the signature, and it counts for nothing.</summary>
    NotChecked,
}
