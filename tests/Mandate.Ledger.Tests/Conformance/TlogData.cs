using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Mandate.Ledger.Tests.Conformance;

/// <summary>Reads the tlog conformance files by the layout of their INDEX.md.</summary>
internal static class TlogData
{
    public static string Folder => ConformanceData.Folder("tlog");

    public static JsonElement Json(string file)
    {
        var path = System.IO.Path.Combine(Folder, file);
        Assert.SkipUnless(File.Exists(path), $"no conformance file {file}");
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return document.RootElement.Clone();
    }

    public static IEnumerable<JsonElement> Lines(string file)
    {
        var path = System.IO.Path.Combine(Folder, file);
        Assert.SkipUnless(File.Exists(path), $"no conformance file {file}");
        foreach (var line in File.ReadLines(path))
        {
            using var document = JsonDocument.Parse(line);
            yield return document.RootElement.Clone();
        }
    }

    public static byte[] Bytes(string file) => File.ReadAllBytes(System.IO.Path.Combine(Folder, file));

    public static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString()!;

    public static string? Optional(this JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;

    /// <summary>A number that may be written as a decimal string.</summary>
    public static ulong Number(this JsonElement element, string name)
    {
        var value = element.GetProperty(name);
        return value.ValueKind == JsonValueKind.String ? ulong.Parse(value.GetString()!, CultureInfo.InvariantCulture) : value.GetUInt64();
    }

    public static Hash Hash(this JsonElement element, string name) => Read(element.GetProperty(name));

    public static ImmutableArray<Hash> Hashes(this JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray().Select(Read)];

    private static Hash Read(JsonElement element) =>
        Ledger.Hash.TryParse(element.GetString(), out var hash) ? hash : throw new InvalidDataException($"no hash: {element}");

    /// <summary>Whether the numbers are unsigned 64-bit ones and all hashes have 32 bytes: what else stands there cannot even be put to a verifier.</summary>
    public static bool IsReadable(JsonElement one, params string[] numbers)
    {
        var sizes = numbers.All(n => one.GetProperty(n) is var value
            && (value.ValueKind == JsonValueKind.String ? DecimalText.TryParse(value.GetString(), out _) : value.TryGetUInt64(out _)));
        var hashes = one.EnumerateObject().Where(p => p.Name.EndsWith("root", StringComparison.Ordinal) || p.Name is "leaf_hash").Select(p => p.Value)
            .Concat(one.GetProperty("proof").EnumerateArray());
        return sizes && hashes.All(h => Ledger.Hash.TryParse(h.GetString(), out _));
    }

    public static string Id(this JsonElement element) => element.Optional("id") ?? element.Optional("why") ?? element.GetRawText();

    /// <summary>Runs every case and fails with the list of those that came out wrong; no case at all is a failure too.</summary>
    public static void All(IEnumerable<JsonElement> cases, Func<JsonElement, string?> wrong)
    {
        var count = 0;
        var failures = new List<string>();
        foreach (var one in cases)
        {
            count++;
            if (wrong(one) is { } why) failures.Add($"{one.Id()}: {why}");
        }
        Assert.NotEqual(0, count);
        Assert.True(failures.Count == 0, $"{failures.Count} of {count} differ:\n{string.Join('\n', failures.Take(20))}");
    }

    /// <summary>Compares with <c>expect</c>; <c>either</c> asserts nothing.</summary>
    public static string? Verdict(JsonElement one, bool accepted, string? fault) => one.Text("expect") switch
    {
        "accept" when !accepted => $"must be accepted, and was not: {fault}",
        "reject" when accepted => "must be rejected, and was accepted",
        "reject" when string.IsNullOrWhiteSpace(fault) => "was rejected without a reason",
        _ => null,
    };
}
