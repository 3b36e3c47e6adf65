using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Mandate.Ledger;

/// <summary>
/// SHA-256 (FIPS 180-4) of eight messages at once, one in each lane of a vector: a tree has many independent hashes, and one call of the
/// platform for each costs several times the hashing itself (docs/benchmarks/ledger.md). Words of lane i stand in element i.
/// </summary>
internal static class Sha256Lanes
{
    public const int Lanes = 8;

    /// <summary>Whether the lanes are worth their while here.</summary>
    public static bool IsSupported => Avx2.IsSupported && BitConverter.IsLittleEndian;

    private static ReadOnlySpan<uint> K =>
    [
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
    ];

    /// <summary>The eight state words of eight lanes.</summary>
    [InlineArray(8)]
    internal struct State
    {
        private Vector256<uint> word;
    }

    /// <summary>The sixteen message words of eight lanes.</summary>
    [InlineArray(16)]
    internal struct Block
    {
        private Vector256<uint> word;
    }

    public static void Initialise(ref State h)
    {
        h[0] = Vector256.Create(0x6a09e667U);
        h[1] = Vector256.Create(0xbb67ae85U);
        h[2] = Vector256.Create(0x3c6ef372U);
        h[3] = Vector256.Create(0xa54ff53aU);
        h[4] = Vector256.Create(0x510e527fU);
        h[5] = Vector256.Create(0x9b05688cU);
        h[6] = Vector256.Create(0x1f83d9abU);
        h[7] = Vector256.Create(0x5be0cd19U);
    }

    public static void Compress(ref State h, ref Block m)
    {
        Vector256<uint> a = h[0], b = h[1], c = h[2], d = h[3], e = h[4], f = h[5], g = h[6], i = h[7];
        for (var t = 0; ; t += 16)
        {
            var k = K.Slice(t, 16);
            Round(a, b, c, ref d, e, f, g, ref i, m[0], k[0]);
            Round(i, a, b, ref c, d, e, f, ref g, m[1], k[1]);
            Round(g, i, a, ref b, c, d, e, ref f, m[2], k[2]);
            Round(f, g, i, ref a, b, c, d, ref e, m[3], k[3]);
            Round(e, f, g, ref i, a, b, c, ref d, m[4], k[4]);
            Round(d, e, f, ref g, i, a, b, ref c, m[5], k[5]);
            Round(c, d, e, ref f, g, i, a, ref b, m[6], k[6]);
            Round(b, c, d, ref e, f, g, i, ref a, m[7], k[7]);
            Round(a, b, c, ref d, e, f, g, ref i, m[8], k[8]);
            Round(i, a, b, ref c, d, e, f, ref g, m[9], k[9]);
            Round(g, i, a, ref b, c, d, e, ref f, m[10], k[10]);
            Round(f, g, i, ref a, b, c, d, ref e, m[11], k[11]);
            Round(e, f, g, ref i, a, b, c, ref d, m[12], k[12]);
            Round(d, e, f, ref g, i, a, b, ref c, m[13], k[13]);
            Round(c, d, e, ref f, g, i, a, ref b, m[14], k[14]);
            Round(b, c, d, ref e, f, g, i, ref a, m[15], k[15]);
            if (t == 48) break;
            m[0] += Sigma0(m[1]) + m[9] + Sigma1(m[14]);
            m[1] += Sigma0(m[2]) + m[10] + Sigma1(m[15]);
            m[2] += Sigma0(m[3]) + m[11] + Sigma1(m[0]);
            m[3] += Sigma0(m[4]) + m[12] + Sigma1(m[1]);
            m[4] += Sigma0(m[5]) + m[13] + Sigma1(m[2]);
            m[5] += Sigma0(m[6]) + m[14] + Sigma1(m[3]);
            m[6] += Sigma0(m[7]) + m[15] + Sigma1(m[4]);
            m[7] += Sigma0(m[8]) + m[0] + Sigma1(m[5]);
            m[8] += Sigma0(m[9]) + m[1] + Sigma1(m[6]);
            m[9] += Sigma0(m[10]) + m[2] + Sigma1(m[7]);
            m[10] += Sigma0(m[11]) + m[3] + Sigma1(m[8]);
            m[11] += Sigma0(m[12]) + m[4] + Sigma1(m[9]);
            m[12] += Sigma0(m[13]) + m[5] + Sigma1(m[10]);
            m[13] += Sigma0(m[14]) + m[6] + Sigma1(m[11]);
            m[14] += Sigma0(m[15]) + m[7] + Sigma1(m[12]);
            m[15] += Sigma0(m[0]) + m[8] + Sigma1(m[13]);
        }
        h[0] += a;
        h[1] += b;
        h[2] += c;
        h[3] += d;
        h[4] += e;
        h[5] += f;
        h[6] += g;
        h[7] += i;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round(
        Vector256<uint> a, Vector256<uint> b, Vector256<uint> c, ref Vector256<uint> d,
        Vector256<uint> e, Vector256<uint> f, Vector256<uint> g, ref Vector256<uint> h, Vector256<uint> w, uint k)
    {
        var choice = Vector256.ConditionalSelect(e, f, g);
        var majority = Vector256.ConditionalSelect(a ^ b, c, b);
        var first = h + (RotateRight(e, 6) ^ RotateRight(e, 11) ^ RotateRight(e, 25)) + choice + Vector256.Create(k) + w;
        d += first;
        h = first + (RotateRight(a, 2) ^ RotateRight(a, 13) ^ RotateRight(a, 22)) + majority;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Sigma0(Vector256<uint> x) => RotateRight(x, 7) ^ RotateRight(x, 18) ^ (x >>> 3);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Sigma1(Vector256<uint> x) => RotateRight(x, 17) ^ RotateRight(x, 19) ^ (x >>> 10);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> RotateRight(Vector256<uint> x, [ConstantExpected] byte n) =>
        Avx512F.VL.IsSupported ? Avx512F.VL.RotateRight(x, n) : (x >>> n) | (x << (32 - n));

    /// <summary>Turns eight rows of eight words into eight columns, or back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Transpose(ref Vector256<uint> first)
    {
        ref var r1 = ref Unsafe.Add(ref first, 1);
        ref var r2 = ref Unsafe.Add(ref first, 2);
        ref var r3 = ref Unsafe.Add(ref first, 3);
        ref var r4 = ref Unsafe.Add(ref first, 4);
        ref var r5 = ref Unsafe.Add(ref first, 5);
        ref var r6 = ref Unsafe.Add(ref first, 6);
        ref var r7 = ref Unsafe.Add(ref first, 7);
        var a0 = Avx2.UnpackLow(first, r1).AsUInt64();
        var a1 = Avx2.UnpackHigh(first, r1).AsUInt64();
        var a2 = Avx2.UnpackLow(r2, r3).AsUInt64();
        var a3 = Avx2.UnpackHigh(r2, r3).AsUInt64();
        var a4 = Avx2.UnpackLow(r4, r5).AsUInt64();
        var a5 = Avx2.UnpackHigh(r4, r5).AsUInt64();
        var a6 = Avx2.UnpackLow(r6, r7).AsUInt64();
        var a7 = Avx2.UnpackHigh(r6, r7).AsUInt64();
        var b0 = Avx2.UnpackLow(a0, a2);
        var b1 = Avx2.UnpackHigh(a0, a2);
        var b2 = Avx2.UnpackLow(a1, a3);
        var b3 = Avx2.UnpackHigh(a1, a3);
        var b4 = Avx2.UnpackLow(a4, a6);
        var b5 = Avx2.UnpackHigh(a4, a6);
        var b6 = Avx2.UnpackLow(a5, a7);
        var b7 = Avx2.UnpackHigh(a5, a7);
        first = Avx2.Permute2x128(b0, b4, 0x20).AsUInt32();
        r1 = Avx2.Permute2x128(b1, b5, 0x20).AsUInt32();
        r2 = Avx2.Permute2x128(b2, b6, 0x20).AsUInt32();
        r3 = Avx2.Permute2x128(b3, b7, 0x20).AsUInt32();
        r4 = Avx2.Permute2x128(b0, b4, 0x31).AsUInt32();
        r5 = Avx2.Permute2x128(b1, b5, 0x31).AsUInt32();
        r6 = Avx2.Permute2x128(b2, b6, 0x31).AsUInt32();
        r7 = Avx2.Permute2x128(b3, b7, 0x31).AsUInt32();
    }

    /// <summary>Hashes of a lane as they lie in memory: two 32-bit words swapped in each 64-bit number.</summary>
    public static void StoreHashes(ref State h, Span<Hash> hashes)
    {
        // Columns in the order in which a Hash lies in memory, then back to one row a lane.
        State rows = default;
        for (var i = 0; i < 8; i++) rows[i] = h[i ^ 1];
        Transpose(ref rows[0]);
        MemoryMarshal.Cast<Vector256<uint>, Hash>(rows).CopyTo(hashes);
    }
}
