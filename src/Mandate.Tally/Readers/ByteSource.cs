namespace Mandate.Tally.Readers;

/// <summary>The bytes of a stream one after the other, with the position for messages.</summary>
internal sealed class ByteSource(Stream stream)
{
    private readonly byte[] buffer = new byte[1 << 18];
    private int at;
    private int end;
    private long before;
    private long lineStart;

    public int Line { get; private set; } = 1;

    public int Column => (int)Math.Min(int.MaxValue, before + at - lineStart + 1);

    /// <summary>The byte at hand, or -1 at the end.</summary>
    public int Peek() => at < end || Fill() ? buffer[at] : -1;

    /// <summary>Takes the byte at hand, or gives -1 at the end.</summary>
    public int Next()
    {
        if (at >= end && !Fill()) return -1;
        var value = buffer[at++];
        if (value == (byte)'\n')
        {
            Line++;
            lineStart = before + at;
        }
        return value;
    }

    /// <summary>The bytes at hand that are already in memory.</summary>
    public ReadOnlySpan<byte> Window => at < end || Fill() ? buffer.AsSpan(at, end - at) : default;

    /// <summary>Takes bytes of <see cref="Window"/>, none of them a line end.</summary>
    public void Take(int count) => at += count;

    /// <summary>Takes whole lines from the start of <see cref="Window"/>.</summary>
    public void TakeLines(int bytes, int lines)
    {
        if (lines == 0) return;
        at += bytes;
        Line += lines;
        lineStart = before + at;
    }

    private bool Fill()
    {
        before += end;
        at = end = 0;
        end = stream.Read(buffer);
        return end > 0;
    }
}
