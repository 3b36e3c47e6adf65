using System.Collections.Immutable;
using Mandate.Organisation.Facts;

namespace Mandate.Organisation.Works;

/// <summary>A work whose content and form belong to those who make it.</summary>
/// <param name="Maker">Who entered it.</param>
/// <param name="Unit">The unit for which whoever holds a place in it speaks; null where the maker does.</param>
/// <param name="Texts">The versions published, oldest first.</param>
public sealed record Work(string Id, string Title, Culture Field, string Maker, string? Unit, DateTimeOffset At, ImmutableArray<string> Texts, DateTimeOffset? EndedAt = null)
{
    /// <summary>The association whose members make it; null where none does.</summary>
    public string? Association { get; init; }
}

/// <summary>What somebody in a place asked of the makers, and their answer.</summary>
public sealed record Request(string Id, string Work, Aspect Aspect, bool Binding, string What, string By, DateTimeOffset At, bool? Agreed = null, string? Answer = null);

public sealed record WorksState(ImmutableDictionary<string, Work> All, ImmutableDictionary<string, Request> Requests)
{
    public static WorksState Empty { get; } = new(ImmutableDictionary.Create<string, Work>(StringComparer.Ordinal), ImmutableDictionary.Create<string, Request>(StringComparer.Ordinal));

    /// <summary>Associations that members formed.</summary>
    public ImmutableDictionary<string, Association> Associations { get; init; } = ImmutableDictionary.Create<string, Association>(StringComparer.Ordinal);

    /// <summary>Whether somebody makes a work: who entered it for themselves, a member of its association; who speaks for a unit is asked beside this.</summary>
    public bool Makes(Work work, string person) => work.Association is { } association ? Associations[association].Members.Contains(person) : work.Maker == person;

    /// <summary>Works of a unit that are still on the register.</summary>
    public IEnumerable<Work> Of(string unit) => All.Values.Where(w => w.Unit == unit && w.EndedAt is null).OrderBy(w => w.Id, StringComparer.Ordinal);
}
