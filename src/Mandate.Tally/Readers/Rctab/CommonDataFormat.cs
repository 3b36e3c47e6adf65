using System.Text.Json;

namespace Mandate.Tally.Readers;

/// <summary>Walks a NIST SP 1500-103 cast vote record report.</summary>
internal sealed class CommonDataFormat(RctabSource source, RctabMarks marks, JsonElement root)
{
    /// <summary>The list that is not held in memory.</summary>
    public const string RecordList = "CVR";

    public InputFault? Read(Stream stream)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        JsonElement? contest = null;
        foreach (var election in root.GetProperty("Election").EnumerateArray())
        {
            foreach (var candidate in election.GetProperty("Candidate").EnumerateArray()) names[Text(candidate, "@id")] = Text(candidate, "Name");
            foreach (var found in election.GetProperty("Contest").EnumerateArray())
                if (Text(found, "Name") == source.Contest) contest ??= found;
        }
        if (contest is not { } counted) return new(0, 0, $"the report has no contest '{source.Contest}'");
        var id = Text(counted, "@id");
        var selections = counted.GetProperty("ContestSelection").EnumerateArray().ToDictionary(s => Text(s, "@id"), s => Name(s, names), StringComparer.Ordinal);
        root.GetProperty(RecordList).EnumerateArray();
        return JsonList.Each(stream, RecordList, (record, i) => Paper(record, id, selections) is { } wrong ? wrong with { Message = FormattableString.Invariant($"record {i + 1}: {wrong.Message}") } : null);
    }

    private InputFault? Paper(JsonElement record, string id, Dictionary<string, string?> selections)
    {
        if (Contest(record, id) is not { } voted) return new(0, 0, "it does not have the contest");
        marks.Clear();
        foreach (var selection in voted.GetProperty("CVRContestSelection").EnumerateArray())
        {
            if (!selections.TryGetValue(Text(selection, "ContestSelectionId"), out var name)) return new(0, 0, "it selects what the contest does not have");
            if (Mark(selection, name) is { } fault) return fault;
        }
        marks.End(1);
        return null;
    }

    /// <summary>The candidate's name; null for a write-in.</summary>
    private static string? Name(JsonElement selection, Dictionary<string, string> names)
    {
        if (selection.TryGetProperty("IsWriteIn", out var writeIn) && (writeIn.ValueKind == JsonValueKind.True || (writeIn.ValueKind == JsonValueKind.String && writeIn.GetString() is "true" or "1" or "yes"))) return null;
        return names[selection.GetProperty("CandidateIds")[0].GetString()!];
    }

    private static JsonElement? Contest(JsonElement record, string id)
    {
        var current = Text(record, "CurrentSnapshotId");
        foreach (var snapshot in record.GetProperty("CVRSnapshot").EnumerateArray())
        {
            if (Text(snapshot, "@id") != current) continue;
            foreach (var contest in snapshot.GetProperty("CVRContest").EnumerateArray())
                if (Text(contest, "ContestId") == id) return contest;
        }
        return null;
    }

    private InputFault? Mark(JsonElement selection, string? name)
    {
        if (selection.TryGetProperty("Rank", out var rank)) return Add(rank, name);
        foreach (var position in selection.GetProperty("SelectionPosition").EnumerateArray())
        {
            if (Text(position, "HasIndication") == "no" || Text(position, "IsAllocable") == "no") continue;
            if (Add(position.GetProperty("Rank"), position.TryGetProperty("CVRWriteIn", out _) ? null : name) is { } fault) return fault;
        }
        return null;
    }

    private InputFault? Add(JsonElement rank, string? name)
    {
        var at = rank.GetInt32();
        if (at is < 1 or > 10_000) return new(0, 0, $"'{rank}' is no rank");
        if (name is null) marks.AddUndeclared(at);
        else if (!marks.Add(at, name)) return new(0, 0, $"'{name}' is no candidate of the configuration");
        return null;
    }

    private static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
