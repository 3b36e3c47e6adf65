using System.Text.Json;
using Mandate.Tally.Apportionment;
using Mandate.Tally.Budgets;
using Mandate.Tally.Committees;

namespace Mandate.Tally.Readers;

/// <summary>Reads a file of votes in any format we know, recognised by the end of its name and, where that does not say, by how it begins.</summary>
public static class PapersReader
{
    /// <param name="name">The file's name; only its end matters.</param>
    /// <param name="stream">The file, from its beginning; it must be able to seek.</param>
    /// <param name="files">The files that this one names.</param>
    public static Read<LoadedPapers> Read(string name, Stream stream, NamedFiles files)
    {
        if (stream.CanSeek && Unreadable(stream) is { } unreadable) return unreadable;
        switch (Extension(name))
        {
            case "blt" or "hil":
                return Ranked("BLT", BltReader.Read(stream));
            case "soc" or "soi" or "toc" or "toi" or "cat":
                return Ranked("PrefLib", PrefLibReader.Read(stream));
            case "pb":
                return Projects(PabulibReader.Read(stream));
            case "csv" when stream.CanSeek && VoteKitReader.Recognises(Start(stream)):
                return Ranked("a VoteKit profile", VoteKitReader.Read(stream));
            case "csv":
                return stream.CanSeek && ListVotesReader.Recognises(Start(stream)) ? Lists("CSV of lists", ListVotesReader.Read(stream)) : Ranked("CSV", CsvReader.Read(stream));
            case "yaml":
                return Other("YAML of a committee election", AbcYamlReader.Read(stream));
            case "json":
                return Json(stream, files);
        }
        var start = Start(stream);
        if (start.StartsWith('{')) return Json(stream, files);
        if (start.StartsWith("META", StringComparison.Ordinal)) return Projects(PabulibReader.Read(stream));
        if (start.StartsWith("# FILE NAME", StringComparison.Ordinal)) return Ranked("PrefLib", PrefLibReader.Read(stream));
        if (start.Contains("\nV: ", StringComparison.Ordinal) || start.Contains("Option 1", StringComparison.Ordinal)) return Ranked("a Debian tally sheet", DebianTallyReader.Read(stream));
        return Ranked("BLT", BltReader.Read(stream));
    }

    /// <summary>What no reader of lines can read.</summary>
    private static InputFault? Unreadable(Stream stream)
    {
        var bytes = new byte[4096];
        var start = bytes.AsSpan(0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
        stream.Position = 0;
        if (start is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) return new(1, 1, "this is UTF-16; save the file as UTF-8");
        var end = start.IndexOf((byte)'\r');
        return end >= 0 && end < start.Length - 1 && !start.Contains((byte)'\n') ? new(1, end + 1, "lines end with CR alone, as on old Macs; save the file with LF or CR LF") : null;
    }

    private static string Extension(string name)
    {
        var dot = name.LastIndexOf('.');
        return dot < 0 ? "" : name[(dot + 1)..].ToUpperInvariant() switch
        {
            "BLT" => "blt",
            "HIL" => "hil",
            "SOC" => "soc",
            "SOI" => "soi",
            "TOC" => "toc",
            "TOI" => "toi",
            "CAT" => "cat",
            "PB" => "pb",
            "CSV" => "csv",
            "JSON" => "json",
            "YAML" or "YML" => "yaml",
            _ => "",
        };
    }

    private static Read<LoadedPapers> Ranked(string format, Read<Ballots> read) =>
        read.Value is { } ballots ? new LoadedPapers { Format = format, Ranked = ballots, Warnings = read.Warnings } : read.Fault!;

    private static Read<LoadedPapers> Projects(Read<BudgetPapers> read) => read.Value is not { } papers ? read.Fault! : new LoadedPapers
    {
        Format = "Pabulib",
        Other = papers,
        Prescribed = BudgetMethods.Stated(papers.Head.Rule),
        Published = [.. papers.Projects.Where(p => p.Published == 1).Select(p => p.Id)],
    };

    private static Read<LoadedPapers> Lists(string format, Read<ListVotes> read) => read.Value is not { } lists ? read.Fault! : new LoadedPapers
    {
        Format = format,
        Other = lists,
        Published = [.. lists.Published.SelectMany((seats, list) => Enumerable.Repeat(lists.Names[list], seats))],
    };

    private static Read<LoadedPapers> Other<T>(string format, Read<T> read) where T : class =>
        read.Value is { } papers ? new LoadedPapers { Format = format, Other = papers } : read.Fault!;

    private static Read<LoadedPapers> Json(Stream stream, NamedFiles files)
    {
        var (json, fault) = JsonList.Outline(stream, JsonReader.BallotList);
        if (json is null) return fault!;
        try
        {
            if (ConcreteStvReader.Recognises(json.RootElement)) return Ranked("ConcreteSTV", ConcreteStvReader.Read(json.RootElement));
            if (ListVotesReader.Recognises(json.RootElement)) return Warned(Lists("JSON of lists", ListVotesReader.Read(json.RootElement)), json.RootElement, ListVotesReader.Members);
            return RctabConfigReader.Recognises(json.RootElement) ? RctabConfigReader.Read(json.RootElement, files)
                : Warned(Ranked("JSON", JsonReader.Read(json.RootElement, stream)), json.RootElement, JsonReader.Members);
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return new InputFault(0, 0, "the JSON has text that is not UTF-8, or not the shape that is expected: " + wrong.Message);
        }
        finally
        {
            json.Dispose();
        }
    }

    /// <summary>Says which members had no part in the count: one that is misspelt, or a rule in prose, must not be passed over in silence.</summary>
    private static Read<LoadedPapers> Warned(Read<LoadedPapers> read, JsonElement root, string[] known)
    {
        if (read.Value is not { } papers) return read;
        var others = root.EnumerateObject().Select(m => m.Name).Except(known, StringComparer.Ordinal).Select(n => $"'{n}'").ToList();
        return others.Count == 0 ? read : papers with { Warnings = papers.Warnings.Add($"not read from the file: {string.Join(", ", others)}; known are {string.Join(", ", known)}") };
    }

    private static string Start(Stream stream)
    {
        var bytes = new byte[4096];
        var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        return TextBytes.Decode(bytes.AsSpan(0, length)).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
    }
}
