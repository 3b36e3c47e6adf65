using System.Text.Json;
using Mandate.Tally.Readers;

namespace Mandate.Tally.Tests;

/// <summary>Enumerates and reads the cases that lie in the conformance data, whatever they are.</summary>
internal static class ConformanceCases
{
    private const string Absent = "(no data)";

    /// <summary>The value of a property of every line; one placeholder that skips where the data is absent.</summary>
    public static TheoryData<string> JsonLines(string folder, string file, string property)
    {
        var data = new TheoryData<string>();
        if (PathOf(folder, file) is { } path)
        {
            foreach (var line in File.ReadLines(path).Where(l => l.Length > 0))
            {
                using var json = JsonDocument.Parse(line);
                data.Add(json.RootElement.GetProperty(property).GetString()!);
            }
        }
        if (!data.Any()) data.Add(Absent);
        return data;
    }

    public static JsonDocument JsonLine(string folder, string file, string property, string value)
    {
        Assert.SkipWhen(value == Absent, "no conformance data: set MANDATE_CONFORMANCE or put it in ../shared/conformance");
        foreach (var line in File.ReadLines(Path.Combine(ConformanceData.Folder(folder), file)).Where(l => l.Contains(value, StringComparison.Ordinal)))
        {
            var json = JsonDocument.Parse(line);
            if (json.RootElement.GetProperty(property).GetString() == value) return json;
            json.Dispose();
        }
        throw new InvalidDataException($"{file} has no line with {property} {value}");
    }

    /// <summary>Paths below a folder, relative to it; one placeholder that skips where there are none.</summary>
    public static TheoryData<string> Files(string folder, string pattern, Func<string, bool>? wanted = null)
    {
        var data = new TheoryData<string>();
        if (PathOf(folder, "") is { } root)
        {
            foreach (var path in Directory.EnumerateFiles(root, pattern, SearchOption.AllDirectories).Select(p => Path.GetRelativePath(root, p)).Order(StringComparer.Ordinal))
                if (wanted is null || wanted(path)) data.Add(path);
        }
        if (!data.Any()) data.Add(Absent);
        return data;
    }

    public static string PathTo(string folder, string relative)
    {
        Assert.SkipWhen(relative == Absent, "no conformance data: set MANDATE_CONFORMANCE or put it in ../shared/conformance");
        return Path.Combine(ConformanceData.Folder(folder), relative);
    }

    public static Ballots Blt(string path)
    {
        using var stream = File.OpenRead(path);
        var read = BltReader.Read(stream);
        Assert.True(read.Value is not null, $"{path}: {read.Fault}");
        return read.Value;
    }

    /// <summary>One line per stage: all totals and the papers that no longer count for anyone.</summary>
    public static string Totals(Count count, Round round) => string.Join(' ', round.Votes.Select(count.Text)) + " | " + count.Text(round.Exhausted);

    /// <summary>A stage equal to the one before it is no stage.</summary>
    public static IEnumerable<string> WithoutNullStages(IReadOnlyList<string> stages) => stages.Where((s, i) => i == 0 || s != stages[i - 1]);

    private static string? PathOf(string folder, string file)
    {
        if (ConformanceData.Root is null) return null;
        var path = Path.Combine(ConformanceData.Root, folder, file);
        return File.Exists(path) || Directory.Exists(path) ? path : null;
    }
}
