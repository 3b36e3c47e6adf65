using Mandate.Organisation.Acts;
using Mandate.Organisation.Motions;

namespace Mandate.Organisation.Federation;

/// <summary>The acts on treaties that a page can offer to whoever holds a place.</summary>
internal static class TreatyOffers
{
    public static IEnumerable<Offer> For(State state, string person, DateTimeOffset at)
    {
        if (!state.Offices.ServedBy(person, at).Any(t => t.Session is null)) yield break;
        if (state.Statutes.At(at).Powers.FirstOrDefault() is { } power) yield return Offer.Of(state, person, at, "new", new ProposeTreaty("offer", "-", new string('0', 64), [new("-", "a+12345678+123456789012345678901")], [power.Id], [], 0));
        var adopted = state.Motions.All.Values.Where(m => m.Stage == MotionStage.Adopted).OrderBy(m => m.Id, StringComparer.Ordinal).Select(m => m.Id).FirstOrDefault();
        foreach (var treaty in state.Federation.Treaties.Values.OrderBy(t => t.Id, StringComparer.Ordinal))
        {
            if (treaty.Partners.FirstOrDefault(p => !treaty.Joined.ContainsKey(p.Name)) is { } partner) yield return Offer.Of(state, person, at, treaty.Id, new NotePartner(treaty.Id, partner.Name, 0));
            if (adopted is not null) yield return treaty.JoinedAt is null ? Open(Offer.Of(state, person, at, treaty.Id, new JoinTreaty(treaty.Id, adopted))) : Open(Offer.Of(state, person, at, treaty.Id, new LeaveTreaty(treaty.Id, adopted)));
        }
    }

    /// <summary>Which motion it is, the person chooses: that the first one is about something else refuses nothing.</summary>
    private static Offer Open(Offer offer) => offer.WhyNot is { Code: "federation.other-text" } ? offer with { WhyNot = null } : offer;
}
