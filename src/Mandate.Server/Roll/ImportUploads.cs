using System.Collections.Concurrent;
using System.Security.Cryptography;
using Mandate.Node.Rolls;
using Mandate.Organisation;
using Mandate.Server.Keeping;

namespace Mandate.Server.Roll;

/// <summary>A roll that somebody has sent and not yet written.</summary>
public sealed class ImportUpload(string id, string slug, string person, string name, RollFile file, DateTimeOffset at)
{
    private readonly Lock gate = new();
    private RollPlan? plan;
    private State? planned;
    private int taken;

    public string Id => id;

    public string Slug => slug;

    public string Person => person;

    /// <summary>The file's name, as it was sent.</summary>
    public string Name => name;

    public RollFile File => file;

    public DateTimeOffset At => at;

    /// <summary>Null until one is found or chosen.</summary>
    public RollMapping? Mapping { get; private set; }

    /// <summary>What came of writing it; null before.</summary>
    public RollResult? Result { get; set; }

    public void Map(RollMapping mapping)
    {
        lock (gate)
        {
            Mapping = mapping;
            plan = null;
        }
    }

    /// <summary>The fate of every row in the organisation as it stands.</summary>
    /// <exception cref="FormatException">The file cannot be used with its mapping.</exception>
    public RollPlan Plan(IKept kept)
    {
        lock (gate)
        {
            var state = kept.State;
            if (plan is null || !ReferenceEquals(planned, state)) (plan, planned) = (RollPlanner.Plan(state, kept.Node!.Vault!, file, Mapping, kept.Now), state);
            return plan;
        }
    }

    /// <summary>Whether nobody has begun to write it: the first who asks may.</summary>
    public bool Take() => Interlocked.Exchange(ref taken, 1) == 0;

    public void GiveBack() => Interlocked.Exchange(ref taken, 0);
}

/// <summary>
/// Rolls between their sending and their writing. They are kept in memory only: a roll that nobody confirms leaves nothing on the disk.
/// </summary>
public sealed class ImportUploads(TimeProvider clock)
{
    private const int Most = 16;

    private static readonly TimeSpan Kept = TimeSpan.FromHours(2);

    private readonly ConcurrentDictionary<string, ImportUpload> uploads = new(StringComparer.Ordinal);

    public ImportUpload Add(string slug, string person, string name, RollFile file)
    {
        var now = clock.GetUtcNow();
        foreach (var old in uploads.Values.Where(u => u.At + Kept < now)) uploads.TryRemove(old.Id, out _);
        foreach (var old in uploads.Values.OrderByDescending(u => u.At).Skip(Most - 1)) uploads.TryRemove(old.Id, out _);
        var upload = new ImportUpload(RandomNumberGenerator.GetHexString(24, lowercase: true), slug, person, name, file, now);
        uploads[upload.Id] = upload;
        return upload;
    }

    /// <summary>Only for whoever sent it.</summary>
    public ImportUpload? Find(string id, string slug, string? person) =>
        uploads.TryGetValue(id, out var upload) && upload.Slug == slug && upload.Person == person ? upload : null;

    public void Remove(string id) => uploads.TryRemove(id, out _);
}
