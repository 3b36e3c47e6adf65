using System.Collections.Immutable;

namespace Mandate.Organisation.Accounts.Books;

/// <summary>
/// Reads SIE type 4 (exports <c>.se</c> and imports <c>.si</c>; "SIE filformat", edition 4B). Labels it does not know are passed over, as the
/// format asks. Added and struck-out rows (<c>#BTRANS</c>, <c>#RTRANS</c>) are a program's notes on its own edits and move nothing.
/// </summary>
public static class SieReader
{
    public static SieRead Read(ReadOnlySpan<byte> file)
    {
        var reading = new Reading();
        var lines = Cp437.Decode(file).ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
            if (reading.Take(lines[i].Trim(), i + 1) is { } problem) return new(null, new(i + 1, problem));
        return reading.Finish() is { } fault ? new(null, fault) : new(reading.Book, null);
    }

    private sealed class Reading
    {
        private readonly Dictionary<string, string> accounts = new(StringComparer.Ordinal);
        private readonly Dictionary<string, long> opening = new(StringComparer.Ordinal), closing = new(StringComparer.Ordinal), results = new(StringComparer.Ordinal);
        private readonly List<SieVoucher> vouchers = [];
        private readonly List<SieRow> rows = [];
        private SieVoucher? current;
        private bool inside, seen;
        private string program = "", company = "", type = "";

        public SieBook Book => new(
            program, company, type, accounts.ToImmutableSortedDictionary(StringComparer.Ordinal), opening.ToImmutableSortedDictionary(StringComparer.Ordinal),
            closing.ToImmutableSortedDictionary(StringComparer.Ordinal), results.ToImmutableSortedDictionary(StringComparer.Ordinal), [.. vouchers]);

        /// <summary>What is wrong with the line; null where nothing is.</summary>
        public string? Take(string line, int number)
        {
            if (line.Length == 0) return null;
            if (line[0] == '{') return Enter();
            if (line[0] == '}') return Leave();
            if (line[0] != '#') return seen ? null : "a line that begins with # is expected; this is no SIE file";
            if (Fields(line) is not { } fields) return "a brace is not closed";
            seen = true;
            return fields[0].ToUpperInvariant() switch
            {
                "#PROGRAM" => Set(ref program, fields),
                "#FNAMN" => Set(ref company, fields),
                "#SIETYP" => Set(ref type, fields) ?? (type == "4" ? null : $"type {type} holds no vouchers; an export of type 4 is expected"),
                "#KONTO" => Need(fields, 3) ?? Name(fields),
                "#IB" => Balance(fields, opening),
                "#UB" => Balance(fields, closing),
                "#RES" => Balance(fields, results),
                "#VER" => Begin(fields, number),
                "#TRANS" => Row(fields),
                _ => null,
            };
        }

        public BookFault? Finish() => !seen ? new(1, "a line that begins with # is expected; this is no SIE file")
            : current is { } open ? new(open.Line, $"the voucher {open.Series} {open.Number} is not closed by a brace") : null;

        private string? Enter()
        {
            if (current is null || inside) return "a brace is opened where no voucher begins";
            inside = true;
            return null;
        }

        private string? Leave()
        {
            if (current is null || !inside) return "a brace is closed that was not opened";
            vouchers.Add(current with { Rows = [.. rows] });
            (current, inside) = (null, false);
            rows.Clear();
            return null;
        }

        private string? Begin(List<string> fields, int line)
        {
            if (current is not null) return $"the voucher {current.Series} {current.Number} is not closed by a brace";
            if (Need(fields, 4) is { } missing) return missing;
            current = new(fields[1], fields[2], fields[3], fields.ElementAtOrDefault(4) ?? "", line, []);
            return null;
        }

        private string? Row(List<string> fields)
        {
            if (!inside) return "#TRANS stands outside a voucher";
            if (Need(fields, 4) is { } missing) return missing;
            if (Amount(fields[3]) is not { } amount) return $"the amount \"{fields[3]}\" is no number with at most two decimals";
            rows.Add(new(fields[1], amount, fields.ElementAtOrDefault(5) ?? ""));
            return null;
        }

        private static string? Balance(List<string> fields, Dictionary<string, long> to)
        {
            if (Need(fields, 4) is { } missing) return missing;
            if (fields[1] != "0") return null;
            if (Amount(fields[3]) is not { } amount) return $"the amount \"{fields[3]}\" is no number with at most two decimals";
            return to.TryAdd(fields[2], amount) ? null : $"the account {fields[2]} has two balances of this kind";
        }

        private string? Name(List<string> fields)
        {
            accounts[fields[1]] = fields[2];
            return null;
        }

        private static string? Need(List<string> fields, int count) => fields.Count >= count ? null : $"{fields[0]} has {fields.Count - 1} fields, and needs {count - 1}";

        private static string? Set(ref string value, List<string> fields)
        {
            if (Need(fields, 2) is { } missing) return missing;
            value = fields[1];
            return null;
        }
    }

    /// <summary>Hundredths; null where it is no amount.</summary>
    private static long? Amount(string text)
    {
        var minus = text.StartsWith('-');
        var parts = (minus ? text[1..] : text).Split('.', ',');
        if (parts.Length is 0 or > 2 || parts[0].Length is 0 or > 15 || !parts[0].All(char.IsAsciiDigit)) return null;
        var cents = parts.Length == 2 ? parts[1].TrimEnd('0') : "";
        if (cents.Length > 2 || !cents.All(char.IsAsciiDigit)) return null;
        var amount = Whole(parts[0]) * 100 + Whole(cents.PadRight(2, '0'));
        return minus ? -amount : amount;
    }

    private static long Whole(string digits) => digits.Aggregate(0L, (sum, d) => sum * 10 + (d - '0'));

    /// <summary>Fields of a line: bare words, texts in quotation marks, lists in braces as one; null where a brace is not closed.</summary>
    private static List<string>? Fields(string line)
    {
        var fields = new List<string>();
        for (var i = 0; i < line.Length;)
        {
            if (line[i] is ' ' or '\t') { i++; continue; }
            if (line[i] is '{' or '"')
            {
                if ((line[i] == '"' ? Quoted(line, ref i) : Braced(line, ref i)) is not { } text) return null;
                fields.Add(text);
                continue;
            }
            var from = i;
            while (i < line.Length && line[i] is not (' ' or '\t')) i++;
            fields.Add(line[from..i]);
        }
        return fields;
    }

    private static string Quoted(string line, ref int i)
    {
        var text = new System.Text.StringBuilder();
        for (i++; i < line.Length; i++)
        {
            if (line[i] == '"') { i++; return text.ToString(); }
            if (line[i] == '\\' && i + 1 < line.Length && line[i + 1] == '"') i++;
            text.Append(line[i]);
        }
        // Programs write line ends into texts: such a text ends here, and what follows begins with no label.
        return text.ToString();
    }

    private static string? Braced(string line, ref int i)
    {
        var (from, quoted) = (i, false);
        for (i++; i < line.Length; i++)
        {
            if (line[i] == '"') quoted = !quoted;
            if (line[i] == '}' && !quoted) return line[from..++i];
        }
        return null;
    }
}
