using System.Collections.Concurrent;
using Mandate.Node.Rehearsals;
using Mandate.Node.Stores;
using Mandate.Server.Keeping;
using Mandate.Server.SignIn;

namespace Mandate.Server.Rehearsal;

/// <summary>Practice copies of the organisations kept here: made behind the pages, thrown away by whoever made them.</summary>
internal sealed class Practices(IKeeper keeper, CardStores cards, TimeProvider clock)
{
    /// <summary>Copies of one organisation at a time: a disk is not filled by practising.</summary>
    public const int Most = 3;

    /// <summary>After so long a copy is nobody's own any more.</summary>
    private static readonly TimeSpan Own = TimeSpan.FromDays(1);

    /// <summary>How long whoever asks for one waits for it before a page says that it is being made.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, Task<string>> making = new(StringComparer.Ordinal);

    public IReadOnlyList<(string Slug, Practice Practice)> Of(string slug) =>
        [.. keeper.All.Where(k => k.Practice?.Of == slug).Select(k => (k.Slug, k.Practice!)).OrderBy(p => p.Item2.At).ThenBy(p => p.Slug, StringComparer.Ordinal)];

    public bool IsMaking(string slug) => making.TryGetValue(slug, out var task) && !task.IsCompleted;

    /// <summary>Why the last copy could not be made; null where it could, or none was asked for.</summary>
    public string? Fault(string slug) => making.TryGetValue(slug, out var task) && task.IsFaulted ? task.Exception!.GetBaseException().Message : null;

    /// <summary>Whether one more may be made now.</summary>
    public bool HasRoom(string slug) => keeper.Installation is not null && !IsMaking(slug) && Of(slug).Count < Most;

    /// <summary>Makes a copy; its slug, or null where it takes longer than a page should.</summary>
    /// <exception cref="StoreFaultException">It cannot be made.</exception>
    public async Task<string?> MakeAsync(string slug, string maker)
    {
        var task = making.AddOrUpdate(slug, Begin, (of, running) => running.IsCompleted ? Begin(of) : running);
        return await Task.WhenAny(task, Task.Delay(Patience, clock)) == task ? await task : null;

        Task<string> Begin(string of) => Task.Run(() => keeper.Installation!.Rehearse(of, maker).Folder!.Name);
    }

    /// <summary>Whether that person may throw it away: whoever made it, and after a day everybody who may make one.</summary>
    public bool MayThrowAway(Practice practice, string person) => practice.Maker == person || clock.GetUtcNow() - practice.At > Own;

    public async Task<bool> ThrowAwayAsync(string slug)
    {
        if (keeper.Find(slug) is not { Practice: not null } kept) return false;
        cards.Forget(kept);
        return await keeper.Installation!.ThrowAwayAsync(slug);
    }
}
