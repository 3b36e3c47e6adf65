namespace Mandate.Tally.Readers;

/// <summary>The lines of a text file, none longer than a limit, so that a hostile file costs no memory.</summary>
internal sealed class LineSource(ByteSource source)
{
    public const int MostBytes = 1 << 20;
    private readonly List<byte> bytes = [];

    /// <summary>The number of the line last read, from 1.</summary>
    public int Number { get; private set; }

    public InputFault? Fault { get; private set; }

    /// <summary>The next line without its end, or null at the end of the file or after a fault.</summary>
    public string? Next()
    {
        if (source.Peek() < 0) return null;
        Number = source.Line;
        bytes.Clear();
        for (int b; (b = source.Next()) is >= 0 and not '\n';)
        {
            if (bytes.Count == MostBytes)
            {
                Fault = new(Number, 0, FormattableString.Invariant($"a line of more than {MostBytes} bytes"));
                return null;
            }
            bytes.Add((byte)b);
        }
        var text = TextBytes.Decode(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(bytes)).TrimEnd('\r');
        return Number == 1 ? text.TrimStart('\uFEFF') : text;
    }
}
