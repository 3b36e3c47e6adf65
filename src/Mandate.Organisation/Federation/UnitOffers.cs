using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Federation;

/// <summary>The acts on what units have of their own that a page can offer to one person: pages, conflicts, panels.</summary>
internal static class UnitOffers
{
    public static IEnumerable<Offer> For(State state, string person, DateTimeOffset at)
    {
        if (state.Roll.Member(person) is not { InGoodStanding: true } member) yield break;
        var (none, language) = (new string('0', 64), state.Statutes.At(at).Languages.Official[0]);
        var own = state.Offices.ServedBy(person, at).Where(t => t.Session is null).Select(t => t.Seat.Unit).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        foreach (var unit in own)
        {
            yield return Offer.Of(state, person, at, unit, new NameEditors(unit, [person]));
            yield return Offer.Of(state, person, at, "new", new OpenConflict("offer", unit, "-", "-", DateOnly.FromDateTime(at.UtcDateTime)));
        }
        foreach (var unit in own.Append(member.Unit).Concat(state.Federation.Pages.Where(p => p.Value.Editors.Contains(person, StringComparer.Ordinal)).Select(p => p.Key)).Distinct(StringComparer.Ordinal).Where(u => UnitPages.Edits(state, person, u, at)))
            yield return Offer.Of(state, person, at, unit, new WriteUnitPage(unit, language, "-", none));
        foreach (var conflict in state.Federation.Conflicts.Values.Where(c => c.EndedAt is null && own.Contains(c.Unit)).OrderBy(c => c.Id, StringComparer.Ordinal))
        {
            yield return Offer.Of(state, person, at, conflict.Id, new NoteConflict(conflict.Id, ConflictEntry.Fact, "-"));
            yield return Offer.Of(state, person, at, conflict.Id, new EndConflict(conflict.Id, ConflictEnd.Agreed, "-"));
        }
        foreach (var dispute in state.Federation.Disputes.Values.Where(d => d is { SettledAt: null, SeedProcedure: not null }).OrderBy(d => d.Id, StringComparer.Ordinal))
            if (dispute.Panel.IsEmpty) yield return Offer.Of(state, person, at, dispute.Id, new DrawDisputePanel(dispute.Id, "-"));
            else if (dispute.Panel.Contains(person, StringComparer.Ordinal)) yield return Offer.Of(state, person, at, dispute.Id, new FindOnDispute(dispute.Id, true, "-"));
    }
}
