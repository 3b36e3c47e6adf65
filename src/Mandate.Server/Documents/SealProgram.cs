using System.Security.Cryptography;
using Mandate.Server.Delivery;

namespace Mandate.Server.Documents;

/// <summary>The program that seals documents in their author's browser.</summary>
internal static class SealProgram
{
    public const string Name = "seal.js";

    public static string Integrity { get; } = $"sha256-{Convert.ToBase64String(SHA256.HashData(AssetFiles.Ours.Read(Name)))}";
}
