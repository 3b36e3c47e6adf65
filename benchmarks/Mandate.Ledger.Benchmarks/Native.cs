using System.Runtime.InteropServices;

namespace Mandate.Ledger.Benchmarks;

/// <summary>What the managed code is measured beside: OpenSSL's libcrypto and libsodium, by P/Invoke.</summary>
internal static unsafe partial class Native
{
    private const int Ed25519Type = 1087;

    public static bool HasCrypto { get; } = NativeLibrary.TryLoad("libcrypto.so.3", out _);

    public static bool HasSodium { get; } = NativeLibrary.TryLoad("libsodium.so.23", out _);

    public static nint PublicKey(byte[] key) => EVP_PKEY_new_raw_public_key(Ed25519Type, 0, key, (nuint)key.Length);

    public static nint PrivateKey(byte[] seed) => EVP_PKEY_new_raw_private_key(Ed25519Type, 0, seed, (nuint)seed.Length);

    public static bool Verify(nint key, byte[] message, byte[] signature)
    {
        var context = EVP_MD_CTX_new();
        _ = EVP_DigestVerifyInit(context, 0, 0, 0, key);
        var result = EVP_DigestVerify(context, signature, (nuint)signature.Length, message, (nuint)message.Length);
        EVP_MD_CTX_free(context);
        return result == 1;
    }

    public static byte[] Sign(nint key, byte[] message)
    {
        var signature = new byte[64];
        nuint length = 64;
        var context = EVP_MD_CTX_new();
        _ = EVP_DigestSignInit(context, 0, 0, 0, key);
        _ = EVP_DigestSign(context, signature, ref length, message, (nuint)message.Length);
        EVP_MD_CTX_free(context);
        return signature;
    }

    [LibraryImport("libcrypto.so.3")]
    private static partial nint EVP_PKEY_new_raw_public_key(int type, nint engine, byte[] key, nuint length);

    [LibraryImport("libcrypto.so.3")]
    private static partial nint EVP_PKEY_new_raw_private_key(int type, nint engine, byte[] key, nuint length);

    [LibraryImport("libcrypto.so.3")]
    private static partial nint EVP_MD_CTX_new();

    [LibraryImport("libcrypto.so.3")]
    private static partial void EVP_MD_CTX_free(nint context);

    [LibraryImport("libcrypto.so.3")]
    private static partial int EVP_DigestVerifyInit(nint context, nint pctx, nint type, nint engine, nint key);

    [LibraryImport("libcrypto.so.3")]
    private static partial int EVP_DigestVerify(nint context, byte[] signature, nuint signatureLength, byte[] message, nuint messageLength);

    [LibraryImport("libcrypto.so.3")]
    private static partial int EVP_DigestSignInit(nint context, nint pctx, nint type, nint engine, nint key);

    [LibraryImport("libcrypto.so.3")]
    private static partial int EVP_DigestSign(nint context, byte[] signature, ref nuint signatureLength, byte[] message, nuint messageLength);

    [LibraryImport("libcrypto.so.3")]
    public static partial byte* SHA256(byte* data, nuint length, byte* digest);

    [LibraryImport("libcrypto.so.3")]
    public static partial int SHA256_Init(byte* context);

    [LibraryImport("libcrypto.so.3")]
    public static partial int SHA256_Update(byte* context, byte* data, nuint length);

    [LibraryImport("libcrypto.so.3")]
    public static partial int SHA256_Final(byte* digest, byte* context);

    [LibraryImport("libsodium.so.23")]
    public static partial int crypto_sign_verify_detached(byte[] signature, byte[] message, ulong length, byte[] key);

    [LibraryImport("libsodium.so.23")]
    public static partial int crypto_scalarmult_ed25519_noclamp(byte[] result, byte[] scalar, byte[] point);

    [LibraryImport("libsodium.so.23")]
    public static partial int crypto_core_ed25519_is_valid_point(byte[] point);
}
