using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Motions;
using Mandate.Server.History;
using Mandate.Server.Keeping;
using Mandate.Server.Roll;

namespace Mandate.Server.Motions.Importing;

/// <summary>What becomes of a motion that is brought from elsewhere.</summary>
public enum MotionFate
{
    /// <summary>Filed at once: whoever brings it moves it; in a rehearsal everybody's.</summary>
    Filed,

    /// <summary>Kept for its mover, who files it with one press.</summary>
    Waits,

    /// <summary>It is here already.</summary>
    Known,

    /// <summary>Not taken.</summary>
    Refused,
}

/// <param name="Why">Why, as a stable name: <c>no-mover</c>, <c>amendment</c>, <c>rules</c>.</param>
/// <param name="Mover">Who may file it; null where nobody was found.</param>
/// <param name="Refusal">What the rules answer to the mover, where they refuse.</param>
public sealed record MotionPlan(MotionRow Row, MotionFate Fate, string Why, string? Mover, Refusal? Refusal, FileMotion? Act);

/// <summary>A file that somebody has sent and not yet confirmed: in memory only.</summary>
public sealed record MotionUpload(string Id, string Slug, string Person, string Name, string Session, string Language, MotionFile File, MotionColumns? Columns, DateTimeOffset At);

/// <summary>Brings motions from other systems: the fate of every row is known before anything is written, and nobody files for anybody else.</summary>
public sealed class MotionImport(TimeProvider clock, MotionDrafts drafts)
{
    private const string Saved = "motion-columns.json";

    private const int Most = 16;

    private static readonly TimeSpan Kept = TimeSpan.FromHours(2);

    private readonly ConcurrentDictionary<string, MotionUpload> uploads = new(StringComparer.Ordinal);

    public MotionUpload Add(Visit visit, string name, string session, string language, MotionFile file)
    {
        var now = clock.GetUtcNow();
        foreach (var old in uploads.Values.Where(u => u.At + Kept < now)) uploads.TryRemove(old.Id, out _);
        foreach (var old in uploads.Values.OrderByDescending(u => u.At).Skip(Most - 1)) uploads.TryRemove(old.Id, out _);
        var columns = file.Csv is null ? null : SavedColumns(visit.Kept) is { } saved && saved.Fits(file.Csv.Headings) ? saved : MotionColumns.Suggest(file.Csv.Headings);
        return Put(new(RandomNumberGenerator.GetHexString(24, lowercase: true), visit.Kept.Slug, visit.Person!, name, session, language, file, columns, now));
    }

    public MotionUpload Put(MotionUpload upload) => uploads[upload.Id] = upload;

    /// <summary>Only for whoever sent it.</summary>
    public MotionUpload? Find(string id, Visit visit) => uploads.TryGetValue(id, out var upload) && upload.Slug == visit.Kept.Slug && upload.Person == visit.Person ? upload : null;

    public void Remove(MotionUpload upload) => uploads.TryRemove(upload.Id, out _);

    public ImmutableArray<MotionPlan> Plan(Visit visit, MotionUpload upload)
    {
        var waiting = drafts.Of(visit.Kept).Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        var byName = Movers(visit);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. upload.File.Rows(upload.Columns).Select(row => Plan(visit, upload, row, byName, waiting, seen))];
    }

    /// <summary>Does what the plan says. Filed, and kept for their movers.</summary>
    public async Task<(int Filed, int Waiting)> WriteAsync(Visit visit, MotionUpload upload)
    {
        var plan = Plan(visit, upload);
        var filed = 0;
        foreach (var one in plan.Where(p => p.Fate == MotionFate.Filed))
            if (await visit.Kept.PutAsync(one.Mover!, one.Act!, "import-" + one.Act!.Motion, Encoding.UTF8.GetBytes(one.Row.Text)) is Put.Done) filed++;
        var kept = plan.Where(p => p.Fate == MotionFate.Waits).Select(p => new MotionDraft(p.Act!.Motion, upload.Session, p.Mover!, p.Row.Number, p.Act.Title, upload.Language, p.Row.Text, visit.Person!, clock.GetUtcNow())).ToList();
        if (kept.Count > 0) drafts.Add(visit.Kept, kept);
        if (upload.Columns is { } columns && visit.Kept.Node?.Folder is { } folder) File.WriteAllText(Path.Combine(folder.Path, Saved), JsonSerializer.Serialize(columns) + "\n");
        Remove(upload);
        return (filed, kept.Count);
    }

    /// <summary>The act that files a draft, by its mover.</summary>
    public static FileMotion Act(string id, string session, string title, string language, string text) =>
        new(id, session, ClassRule.Ordinary, title.Length > 200 ? title[..200] : title, ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add(language, Name(text)), [], null, null, null, false);

    private static MotionPlan Plan(Visit visit, MotionUpload upload, MotionRow row, IReadOnlyDictionary<string, string?> byName, HashSet<string> waiting, HashSet<string> seen)
    {
        if (row.Fault is { } fault) return new(row, MotionFate.Refused, fault, null, null, null);
        // The same motion has the same id, so that a file sent twice brings nothing twice.
        var id = "i-" + Name($"{upload.Session}\n{row.Title}\n{row.Text}")[..16];
        if (visit.State.Motions.Find(id) is not null) return new(row, MotionFate.Known, "filed-already", null, null, null);
        if (waiting.Contains(id)) return new(row, MotionFate.Known, "waits-already", null, null, null);
        if (!seen.Add(id)) return new(row, MotionFate.Known, "twice", null, null, null);
        var mover = row.Submitters.Select(n => byName.GetValueOrDefault(Folded(n))).FirstOrDefault(p => p is not null);
        if (mover is null) return new(row, MotionFate.Refused, "no-mover", null, null, null);
        var act = Act(id, upload.Session, row.Title, upload.Language, row.Text);
        if (visit.Kept.Ask(mover, act, Encoding.UTF8.GetBytes(row.Text)) is Decision.Refused { Refusal: var refusal }) return new(row, MotionFate.Refused, "rules", mover, refusal, null);
        return mover == visit.Person || Chronicle.IsPlayable(visit.State) ? new(row, MotionFate.Filed, "filed", mover, null, act) : new(row, MotionFate.Waits, "waits", mover, null, act);
    }

    /// <summary>
    /// Persons by their name; null where two have it. Whoever keeps the register may look all members up; others only those whom the
    /// pages name to them anyway.
    /// </summary>
    private static Dictionary<string, string?> Movers(Visit visit)
    {
        var byName = new Dictionary<string, string?>(StringComparer.Ordinal);
        var all = ImportRight.Has(visit);
        foreach (var person in visit.State.Roll.Members.Values.Where(m => m.Counts).Select(m => m.Id))
        {
            if (!all && person != visit.Person && !visit.State.Offices.Career(person).Any()) continue;
            if (visit.Kept.NameOf(person) is { } name) byName[Folded(name)] = byName.ContainsKey(Folded(name)) ? null : person;
        }
        return byName;
    }

    private static MotionColumns? SavedColumns(IKept kept)
    {
        if (kept.Node?.Folder is not { } folder || !File.Exists(Path.Combine(folder.Path, Saved))) return null;
        try
        {
            return JsonSerializer.Deserialize<MotionColumns>(File.ReadAllText(Path.Combine(folder.Path, Saved)));
        }
        catch (JsonException)
        {
            // One that cannot be read is replaced by the next that is saved.
            return null;
        }
    }

    private static string Folded(string name) => string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Normalize().ToUpperInvariant();

    private static string Name(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
