using System.Text;
using System.Text.Json;
using Mandate.Server.Keeping;

namespace Mandate.Server.Record;

/// <summary>Somebody took much at once.</summary>
/// <param name="Person">Null for a visitor.</param>
/// <param name="What">Wording key <c>record.read.WHAT</c>.</param>
public sealed record BulkRead(DateTimeOffset At, string? Person, string What);

/// <summary>
/// Who read much at once: <c>bulk-reads.jsonl</c> in the organisation's folder, a line each, added to only. Inspection sees them all,
/// everybody their own.
/// </summary>
public sealed class BulkReads(TimeProvider clock)
{
    private const int Shown = 200;

    private readonly Lock gate = new();

    public void Note(Visit visit, string what)
    {
        if (File(visit) is not { } file) return;
        var line = JsonSerializer.Serialize(new BulkRead(clock.GetUtcNow(), visit.Person, what)) + "\n";
        lock (gate) System.IO.File.AppendAllText(file, line, new UTF8Encoding(false));
    }

    /// <summary>The newest first, as far as this reader may see them.</summary>
    public IReadOnlyList<BulkRead> For(Visit visit)
    {
        if (File(visit) is not { } file || !System.IO.File.Exists(file) || visit.Person is null) return [];
        string[] lines;
        lock (gate) lines = System.IO.File.ReadAllLines(file);
        var all = Inspects(visit);
        return [.. lines.Reverse().Select(l => JsonSerializer.Deserialize<BulkRead>(l)!).Where(r => all || r.Person == visit.Person).Take(Shown)];
    }

    /// <summary>Whether the reader sits on a body that inspects.</summary>
    public static bool Inspects(Visit visit) => visit.Person is { } person && visit.State.Offices.HeldBy(person, visit.Now)
        .Any(t => visit.Version.Rules.Bodies.GetValueOrDefault(t.Seat.Of)?.Tags.Any(tag => tag.Id == "inspector") == true);

    private static string? File(Visit visit) => visit.Kept.Node?.Folder?.BulkReadsFile;
}
