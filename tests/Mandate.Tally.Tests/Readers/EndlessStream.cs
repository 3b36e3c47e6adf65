using System.Text;

namespace Mandate.Tally.Tests.Readers;

/// <summary>A start and then the same bytes again and again, up to a length; nothing is held in memory.</summary>
internal sealed class EndlessStream(string start, string again, long length, bool canSeek = false) : Stream
{
    private readonly byte[] first = Encoding.UTF8.GetBytes(start);
    private readonly byte[] rest = Encoding.UTF8.GetBytes(again);

    public long Given { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => canSeek;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get => Given; set => Given = canSeek ? value : throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var i = 0;
        for (; i < buffer.Length && Given < length; i++, Given++) buffer[i] = Given < first.Length ? first[Given] : rest[(Given - first.Length) % rest.Length];
        return i;
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
