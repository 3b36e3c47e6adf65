using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mandate.Tally.Readers;

/// <summary>
/// The fast way through the papers of a BLT file: whole lines of plain numbers, <c>weight preference ... 0</c>, straight from the bytes in memory.
/// Anything else (a fault, an option, a line cut by the end of the buffer) is left where it is for <see cref="BltReader"/>.
/// </summary>
internal static class BltLines
{
    private const int MostMarks = 512;
    private const uint MostNumber = 1_000_000_000;

    /// <summary>Reads lines from the start of <paramref name="window"/> and gives how many bytes and lines were taken.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (int Bytes, int Lines) Read(ReadOnlySpan<byte> window, int candidates, int[] seen, ref int stamp, BallotsBuilder papers)
    {
        // Every scan below stops at a line end at the latest, and the last byte looked at is one: no index can pass it.
        var whole = window.LastIndexOf((byte)'\n') + 1;
        if (whole == 0) return (0, 0);
        ref var bytes = ref MemoryMarshal.GetReference(window);
        var (taken, lines) = (0, 0);
        while (taken < whole)
        {
            var at = taken;
            var weight = Number(ref bytes, ref at);
            if (weight is 0 or >= MostNumber || papers.Papers + weight > BltReader.MostPapers) break;
            stamp++;
            var marks = papers.Room(MostMarks);
            var count = 0;
            while (true)
            {
                if (Unsafe.Add(ref bytes, at) != (byte)' ') return (taken, lines);
                at++;
                var from = at;
                var number = Number(ref bytes, ref at);
                if (number == 0)
                {
                    if (at != from + 1) return (taken, lines);
                    break;
                }
                if (number > (uint)candidates || count == MostMarks) return (taken, lines);
                ref var last = ref seen[number - 1];
                if (last == stamp) return (taken, lines);
                last = stamp;
                marks[count++] = (ushort)(number - 1);
            }
            if (Unsafe.Add(ref bytes, at) == (byte)'\r') at++;
            if (Unsafe.Add(ref bytes, at) != (byte)'\n') break;
            papers.Commit(weight, count);
            taken = at + 1;
            lines++;
        }
        return (taken, lines);
    }

    /// <summary>
    /// A number of digits; 0 where there is none, and something too large where it has too many. One digit or two is a matter of chance that no
    /// processor foresees, so both are read without a branch.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Number(ref byte bytes, ref int at)
    {
        var number = (uint)(Unsafe.Add(ref bytes, at) - '0');
        if (number > 9) return 0;
        var second = (uint)(Unsafe.Add(ref bytes, at + 1) - '0');
        var two = second <= 9 ? 1u : 0u;
        number += two * (9 * number + second);
        at += 1 + (int)two;
        while (true)
        {
            var digit = (uint)(Unsafe.Add(ref bytes, at) - '0');
            if (digit > 9) return number;
            at++;
            number = number >= MostNumber / 10 ? MostNumber : number * 10 + digit;
        }
    }
}
