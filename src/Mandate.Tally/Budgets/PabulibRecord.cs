using Mandate.Tally.Readers;

namespace Mandate.Tally.Budgets;

/// <summary>One line of a <c>.pb</c> file: fields between semicolons, those with quotes as in CSV, where a quoted field may go on over lines.</summary>
internal sealed class PabulibRecord(ByteSource source)
{
    /// <summary>Longer lines are no <c>.pb</c> file: the longest real ones are some ten thousand bytes.</summary>
    public const int MostBytes = 1 << 20;

    /// <summary>More fields in a line are no <c>.pb</c> file.</summary>
    public const int MostFields = 256;

    private byte[] bytes = new byte[4096];
    private readonly List<(int Start, int Length, int Column, bool Quoted)> fields = [];
    private int length;

    public int Line { get; private set; }

    public int Count => fields.Count;

    public ReadOnlySpan<byte> this[int field] => Trim(bytes.AsSpan(fields[field].Start, fields[field].Length));

    public string Text(int field) => TextBytes.Decode(this[field]);

    public InputFault Fault(int field, string message) => new(Line, field < fields.Count ? fields[field].Column : 0, message);

    /// <summary>Reads the next line that is not empty; false at the end of the file or after a fault.</summary>
    public bool Next(out InputFault? fault)
    {
        fault = null;
        do
        {
            fields.Clear();
            length = 0;
            Line = source.Line;
            if (source.Peek() < 0) return false;
            if (!ReadFields(out fault)) return false;
        }
        while (fields.Count == 1 && this[0].IsEmpty);
        return true;
    }

    private bool ReadFields(out InputFault? fault)
    {
        fault = null;
        while (true)
        {
            var (start, column, line) = (length, source.Column, source.Line);
            var quoted = source.Peek() == '"';
            if (quoted) source.Next();
            while (true)
            {
                if (!quoted && TakePlain(out fault)) continue;
                if (fault is not null) return false;
                var next = source.Peek();
                if (next < 0)
                {
                    if (quoted) return Fail(line, column, "a quotation mark is opened here and not closed", out fault);
                    fields.Add((start, length - start, column, quoted));
                    return true;
                }
                source.Next();
                if (quoted && next == '"')
                {
                    if (source.Peek() == '"') source.Next();
                    else
                    {
                        quoted = false;
                        continue;
                    }
                }
                else if (!quoted && next is ';' or '\n') 
                {
                    if (fields.Count == MostFields) return Fail(line, column, $"more than {MostFields} fields in a line; this is no .pb file or it is damaged", out fault);
                    fields.Add((start, length - start, column, quoted));
                    if (next == '\n') return true;
                    break;
                }
                if (!Append((byte)next, out fault)) return false;
            }
        }
    }

    /// <summary>Takes a run of bytes without meaning at once.</summary>
    private bool TakePlain(out InputFault? fault)
    {
        fault = null;
        var window = source.Window;
        var run = window.IndexOfAny((byte)';', (byte)'\n');
        if (run < 0) run = window.Length;
        if (run == 0) return false;
        if (!Room(run, out fault)) return false;
        window[..run].CopyTo(bytes.AsSpan(length));
        length += run;
        source.Take(run);
        return true;
    }

    private bool Append(byte value, out InputFault? fault)
    {
        if (!Room(1, out fault)) return false;
        bytes[length++] = value;
        return true;
    }

    private bool Room(int more, out InputFault? fault)
    {
        fault = null;
        if (length + more > MostBytes) return Fail(Line, 0, $"a line of more than {MostBytes} bytes; this is no .pb file or it is damaged", out fault);
        if (length + more > bytes.Length) Array.Resize(ref bytes, Math.Max(2 * bytes.Length, length + more));
        return true;
    }

    private static bool Fail(int line, int column, string message, out InputFault? fault)
    {
        fault = new(line, column, message);
        return false;
    }

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> field) => field.Trim(" \t\r"u8);
}
