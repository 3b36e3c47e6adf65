using System.Security.Cryptography;
using Mandate.Server.Delivery;

namespace Mandate.Server.Votes.Sealed;

/// <summary>The program that seals ballots in the voter's browser. Its hash stands in the record before the first ballot, and the page says whether it is that one.</summary>
internal static class BoothProgram
{
    public const string Name = "booth.js";

    /// <summary>SHA-256 in lower hex.</summary>
    public static string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(AssetFiles.Ours.Read(Name)));

    /// <summary>The same as browsers check it.</summary>
    public static string Integrity { get; } = $"sha256-{Convert.ToBase64String(Convert.FromHexString(Hash))}";
}
