using System.Text;

namespace Mandate.Tally.Readers;

/// <summary>The records of a CSV file (RFC 4180; commas, or semicolons or tabs where the headings have those), with the place of each field.</summary>
internal sealed class CsvRecords(ByteSource source)
{
    private const int MostFieldBytes = 1 << 16;
    private const int MostFields = Ballots.MostCandidates + 64;
    private readonly List<byte> bytes = [];
    private readonly List<string> fields = [];
    private readonly List<(int Line, int Column)> places = [];

    public InputFault? Fault { get; private set; }

    public char Separator { get; private set; } = ',';

    public IReadOnlyList<string> Fields => fields;

    public (int Line, int Column) Place(int field) => places[field];

    /// <summary>Takes the separator that stands most often in the line at hand, outside quotes; a comma where none does.</summary>
    public void FindSeparator()
    {
        ReadOnlySpan<char> known = [',', ';', '\t'];
        Span<int> found = stackalloc int[known.Length];
        var quoted = false;
        foreach (var b in source.Window)
        {
            if (b == '"') quoted = !quoted;
            if (quoted) continue;
            if (b is (byte)'\r' or (byte)'\n') break;
            if (known.IndexOf((char)b) is var at and >= 0) found[at]++;
        }
        var most = 0;
        for (var i = 1; i < found.Length; i++)
            if (found[i] > found[most]) most = i;
        Separator = known[most];
    }

    /// <summary>Reads the next record into <see cref="Fields"/>; false at the end of the file or after a fault.</summary>
    public bool Next()
    {
        fields.Clear();
        places.Clear();
        if (source.Peek() < 0) return false;
        while (true)
        {
            if (fields.Count == MostFields)
            {
                Fault = new(source.Line, source.Column, FormattableString.Invariant($"a record of more than {MostFields} fields"));
                return false;
            }
            places.Add((source.Line, source.Column));
            if (!Field()) return false;
            fields.Add(TextBytes.Decode(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(bytes)));
            var b = source.Next();
            if (b == Separator) continue;
            if (b == '\r' && source.Peek() == '\n') source.Next();
            return true;
        }
    }

    private bool Field()
    {
        bytes.Clear();
        if (source.Peek() != '"')
        {
            while (source.Peek() is var b && b >= 0 && b != Separator && b is not ('\r' or '\n'))
                if (!Take()) return false;
            return true;
        }
        var (line, column) = (source.Line, source.Column);
        source.Next();
        while (true)
        {
            if (source.Peek() < 0)
            {
                Fault = new(line, column, "a field is opened with a quote and not closed");
                return false;
            }
            if (source.Peek() == '"')
            {
                source.Next();
                if (source.Peek() != '"') break;
            }
            if (!Take()) return false;
        }
        if (source.Peek() is var after && (after < 0 || after == Separator || after is '\r' or '\n')) return true;
        Fault = new(source.Line, source.Column, "after a closing quote a separator or the end of the line is expected");
        return false;
    }

    private bool Take()
    {
        if (bytes.Count == MostFieldBytes)
        {
            Fault = new(source.Line, source.Column, FormattableString.Invariant($"a field of more than {MostFieldBytes} bytes"));
            return false;
        }
        bytes.Add((byte)source.Next());
        return true;
    }
}
