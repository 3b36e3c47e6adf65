using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Accounts;

/// <summary>The acts of the accounts that a page can offer to one person, each put to the rules.</summary>
public static class AccountsOffers
{
    /// <summary>Entries on which a page offers to ask; any other is asked about through the API.</summary>
    private const int Asked = 200;

    public static IEnumerable<Offer> For(State state, string person, DateTimeOffset at)
    {
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        var places = state.Offices.HeldBy(person, at).Where(t => t.Session is null).Select(t => t.Seat.Of).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (places.Count > 0)
        {
            yield return Offer.Of(state, person, at, "new", new OpenFund("offer", "-", "EUR", places[0]));
            yield return Offer.Of(state, person, at, "new", new OpenRound("offer", "-", 1, places[0], day));
        }
        foreach (var fund in state.Accounts.Funds.Values.OrderBy(f => f.Id, StringComparer.Ordinal).Where(f => places.Count > 0))
        {
            yield return Offer.Of(state, person, at, fund.Id, new GrantFunds("offer", fund.Id, 1, "-", day));
            yield return Offer.Of(state, person, at, fund.Id, new ReceiveFunds("offer", fund.Id, 1, "-", new string('0', 64)));
            yield return Offer.Of(state, person, at, fund.Id, new StateBalance("offer", fund.Id, 0, new string('0', 64)));
        }
        foreach (var grant in state.Accounts.Grants.Values.Where(g => day <= g.Until && places.Count > 0).OrderBy(g => g.Id, StringComparer.Ordinal))
            yield return Offer.Of(state, person, at, grant.Id, new ProposePayment("offer", grant.Id, 1, "-", new string('0', 64)));
        foreach (var payment in state.Accounts.Waiting.Values.Where(_ => places.Count > 0).OrderBy(p => p.Id, StringComparer.Ordinal))
            yield return Offer.Of(state, person, at, payment.Id, new CountersignPayment(payment.Id));
        foreach (var entry in state.Accounts.Funds.Keys.Concat(state.Accounts.Waiting.Keys).Concat(state.Accounts.Bookings.Select(b => b.Id)).Take(Asked).Order(StringComparer.Ordinal))
            yield return Offer.Of(state, person, at, entry, new AskAboutEntry("offer", entry, "-"));
        foreach (var question in state.Accounts.Questions.Values.Where(q => q.AnsweredAt is null && places.Count > 0).OrderBy(q => q.Due).ThenBy(q => q.Id, StringComparer.Ordinal))
            yield return Offer.Of(state, person, at, question.Id, new AnswerOnEntry(question.Id, "-"));
        foreach (var offer in CommitmentOffers.For(state, person, at, places)) yield return offer;
        foreach (var round in state.Accounts.Rounds.Values.Where(r => r.AllottedAt is null).OrderBy(r => r.Id, StringComparer.Ordinal))
        {
            yield return Offer.Of(state, person, at, round.Id, new AskInRound(round.Id));
            if (places.Contains(round.Place)) yield return Offer.Of(state, person, at, round.Id, new Allot(round.Id, [.. round.Asked.Take(round.Number)]));
        }
    }
}
