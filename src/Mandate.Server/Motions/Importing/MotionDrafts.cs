using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using Mandate.Server.Keeping;

namespace Mandate.Server.Motions.Importing;

/// <summary>A motion that was brought from another system and waits for its mover to file it.</summary>
/// <param name="Number">Its number there.</param>
public sealed record MotionDraft(string Id, string Session, string Mover, string Number, string Title, string Language, string Text, string BroughtBy, DateTimeOffset At);

/// <summary>
/// Motions that wait for their movers, beside the record: nobody files for anybody else. Each is seen by its mover and by whoever brought
/// it, until it is filed or put aside.
/// </summary>
public sealed class MotionDrafts
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private readonly ConcurrentDictionary<string, Lock> gates = new(StringComparer.Ordinal);

    public ImmutableArray<MotionDraft> Of(IKept kept)
    {
        if (File(kept) is not { } file || !System.IO.File.Exists(file)) return [];
        return [.. System.IO.File.ReadLines(file).Where(l => l.Length > 0).Select(l => JsonSerializer.Deserialize<MotionDraft>(l, Options)!)];
    }

    /// <summary>Keeps them; one that waits already is not kept twice.</summary>
    public void Add(IKept kept, IReadOnlyCollection<MotionDraft> drafts) => Change(kept, now => [.. now, .. drafts.Where(d => now.All(n => n.Id != d.Id))]);

    public void Remove(IKept kept, string id) => Change(kept, now => [.. now.Where(d => d.Id != id)]);

    private void Change(IKept kept, Func<ImmutableArray<MotionDraft>, ImmutableArray<MotionDraft>> change)
    {
        var file = File(kept) ?? throw new InvalidOperationException("The organisation has no folder.");
        lock (gates.GetOrAdd(file, _ => new Lock()))
        {
            System.IO.File.WriteAllLines(file + ".new", change(Of(kept)).Select(d => JsonSerializer.Serialize(d, Options)));
            System.IO.File.Move(file + ".new", file, overwrite: true);
        }
    }

    private static string? File(IKept kept) => kept.Node?.Folder is { } folder ? Path.Combine(folder.Path, "motion-drafts.jsonl") : null;
}
