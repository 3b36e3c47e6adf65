using System.Globalization;

namespace Mandate.Tally.Readers;

/// <summary>Reads one file of cast vote records as its provider writes it.</summary>
internal static class RctabSources
{
    public static Read<BallotsBuilder> Read(RctabSource source, IReadOnlyDictionary<string, int> candidates, int undeclared, int? mostRanks, NamedFiles files)
    {
        var open = files.Open;
        var marks = new RctabMarks(source, candidates, undeclared);
        var fault = source.Provider switch
        {
            "genericCsv" => With(source.Path, open, stream => Generic(source, marks, mostRanks, stream)),
            "ess" => Sheet(source, marks, mostRanks, open),
            "clearBallot" => With(source.Path, open, stream => ClearBallot(source, marks, mostRanks, stream)),
            "cdf" when !source.Path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) => With(source.Path, open, stream => CommonDataFormat(source, marks, stream)),
            "cdf" => With(source.Path, open, stream => CommonDataFormatXml.Load(stream, out var root) ?? new CommonDataFormatXml(source, marks, root!).Read()),
            "dominion" => Folder(source, files, documents => new DominionRecords(source, marks, mostRanks).Read(documents, open)),
            "hart" => Folder(source, files, documents => HartRecords.Read(source, marks, documents, mostRanks, open)),
            _ => new InputFault(0, 0, $"$.cvrFileSources: records of provider '{source.Provider}' ({source.Path}) are not read; convert them to generic CSV"),
        };
        return fault is null ? marks.Papers : fault with { Message = $"{source.Path}: {fault.Message}" };
    }

    private static InputFault? Folder(RctabSource source, NamedFiles files, Func<IReadOnlyCollection<string>, InputFault?> read) =>
        files.Within(source.Path) is { Count: > 0 } documents ? read(documents) : new(0, 0, "there is no such folder beside the configuration, or it is empty");

    private static InputFault? With(string path, Func<string, Stream?> open, Func<Stream, InputFault?> read)
    {
        using var stream = open(path);
        return stream is null ? new(0, 0, "there is no such file beside the configuration") : read(stream);
    }

    /// <summary>Candidates as columns, rank numbers in the cells.</summary>
    private static InputFault? Generic(RctabSource source, RctabMarks marks, int? mostRanks, Stream stream)
    {
        var records = new CsvRecords(Open(stream));
        if (!records.Next()) return records.Fault ?? new(0, 0, "the file is empty");
        string[] names = [.. records.Fields.Skip(source.FirstVoteColumn)];
        var row = 1;
        while (records.Next())
        {
            if (row++ < source.FirstVoteRow) continue;
            marks.Clear();
            for (var i = source.FirstVoteColumn; i < records.Fields.Count; i++)
            {
                var cell = records.Fields[i].Trim();
                if (cell.Length == 0) continue;
                var (line, column) = records.Place(i);
                if (!int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var rank) || rank is < 1 or > 10_000) return new(line, column, $"'{cell}' is no rank");
                if (mostRanks is { } most && rank > most) return new(line, column, FormattableString.Invariant($"rank {rank} where {most} are allowed"));
                if (i - source.FirstVoteColumn >= names.Length || !marks.Add(rank, names[i - source.FirstVoteColumn])) return new(line, column, "the column names no candidate of the configuration");
            }
            marks.End(1);
        }
        return records.Fault;
    }

    /// <summary>Ranks as columns, names in the cells: an ES&amp;S sheet saved as CSV; or the same with a first column that counts equal records.</summary>
    private static InputFault? Sheet(RctabSource source, RctabMarks marks, int? mostRanks, Func<string, Stream?> open)
    {
        var stem = source.Path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) ? source.Path[..^5] : source.Path;
        using var stream = open(stem + ".csv") ?? open(stem + ".aggregated.csv") ?? (stem == source.Path ? open(stem) : null);
        if (stream is null) return new(0, 0, $"Excel sheets are not read; save it as '{stem}.csv' beside the configuration");
        var records = new CsvRecords(Open(stream));
        if (!records.Next()) return records.Fault ?? new(0, 0, "the file is empty");
        var counted = string.Equals(records.Fields[0].Trim(), "count", StringComparison.OrdinalIgnoreCase);
        var first = counted ? 1 : source.FirstVoteColumn;
        for (var row = 1; records.Next(); row++)
        {
            if (!counted && row < source.FirstVoteRow) continue;
            if (records.Fields.Count == 1 && records.Fields[0].Length == 0) continue;
            long weight = 1;
            if (counted && !long.TryParse(records.Fields[0], NumberStyles.None, CultureInfo.InvariantCulture, out weight)) return new(records.Place(0).Line, 1, $"'{records.Fields[0]}' is no number of records");
            marks.Clear();
            var ranks = mostRanks ?? records.Fields.Count - first;
            for (var rank = 1; rank <= ranks; rank++)
            {
                var i = first + rank - 1;
                var cell = i < records.Fields.Count ? records.Fields[i].Trim() : "";
                if (cell.Length == 0)
                {
                    // Only a column below the stated limit is known to have been on the paper.
                    if (source.BlankIsUndeclared && (mostRanks is not null || HasMarkAfter(records, i))) marks.AddUndeclared(rank);
                    continue;
                }
                foreach (var name in source.OvervoteDelimiter.Length > 0 ? cell.Split(source.OvervoteDelimiter, StringSplitOptions.TrimEntries) : [cell])
                    if (name != source.SkippedLabel && !marks.Add(rank, name)) return new(records.Place(i).Line, records.Place(i).Column, $"'{name}' is no candidate of the configuration");
            }
            marks.End(weight);
        }
        return records.Fault;
    }

    private static bool HasMarkAfter(CsvRecords records, int from)
    {
        for (var i = from + 1; i < records.Fields.Count; i++)
            if (records.Fields[i].Trim().Length > 0) return true;
        return false;
    }

    /// <summary>Clear Ballot: a column per candidate and rank, "Choice_1_1:CONTEST:RANK:Vote For 1:NAME:PARTY", 1 where marked.</summary>
    private static InputFault? ClearBallot(RctabSource source, RctabMarks marks, int? mostRanks, Stream stream)
    {
        const int choices = 10;
        var records = new CsvRecords(Open(stream));
        if (!records.Next()) return records.Fault ?? new(0, 0, "the file is empty");
        var columns = new List<(int Column, int Rank, string Name)>();
        for (var i = choices; i < records.Fields.Count; i++)
        {
            var parts = records.Fields[i].Split(':');
            if (parts.Length != 6 || !int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var rank)) return new(1, records.Place(i).Column, "a heading 'Choice:CONTEST:RANK:RULE:NAME:PARTY' is expected");
            if (parts[1] == source.Contest && (mostRanks is not { } most || rank <= most)) columns.Add((i, rank, parts[4]));
        }
        while (records.Next())
        {
            if (records.Fields.Count == 1 && records.Fields[0].Length == 0) continue;
            marks.Clear();
            foreach (var (column, rank, name) in columns)
            {
                if (column >= records.Fields.Count) return new(records.Place(0).Line, 0, "the record is shorter than the headings");
                if (records.Fields[column].Trim() == "1" && !marks.Add(rank, name)) return new(records.Place(column).Line, records.Place(column).Column, $"'{name}' is no candidate of the configuration");
            }
            marks.End(1);
        }
        return records.Fault;
    }

    /// <summary>NIST SP 1500-103 in JSON: the snapshot that each record calls its current one.</summary>
    private static InputFault? CommonDataFormat(RctabSource source, RctabMarks marks, Stream stream)
    {
        var (json, fault) = JsonList.Outline(stream, Readers.CommonDataFormat.RecordList);
        if (json is null) return fault;
        using (json)
        {
            try
            {
                return new CommonDataFormat(source, marks, json.RootElement).Read(stream);
            }
            catch (Exception missing) when (missing is KeyNotFoundException or InvalidOperationException)
            {
                return new(0, 0, "this is no cast vote record report of NIST SP 1500-103: " + missing.Message);
            }
        }
    }

    private static ByteSource Open(Stream stream)
    {
        var source = new ByteSource(stream);
        if (source.Window is [0xEF, 0xBB, 0xBF, ..]) source.Take(3);
        return source;
    }
}
