using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Documents;

/// <summary>The acts of this register that a page can offer to one person, each put to the rules.</summary>
public static class DocumentsOffers
{
    public static IEnumerable<Offer> For(State state, string person, DateTimeOffset at)
    {
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        yield return Offer.Of(state, person, at, "new", new DepositDocument("offer", "-", new string('0', 64), [], day));
        foreach (var document in state.Documents.All.Values.Where(d => d.Text is null).OrderBy(d => d.Release).ThenBy(d => d.Id, StringComparer.Ordinal))
        {
            if (document.AddresseesOn(day).Any(to => state.Offices.Holds(person, to, at))) yield return Offer.Of(state, person, at, document.Id, new ReceiveDocument(document.Id));
            foreach (var act in OfTerms(state, document, person, at)) yield return Offer.Of(state, person, at, document.Id, act);
            if (document.Seal is null) yield return Offer.Of(state, person, at, document.Id, new ReleaseDocument(document.Id, document.Commitment, [.. document.Parts.Select(p => p.Commitment)]));
            else if (document.Seal is { Opens.Silence: not null } && document.Depositor == person) yield return Offer.Of(state, person, at, document.Id, new GiveSignOfLife(document.Id));
            if (document.Seal is { Opens.Decision: { } body } && state.Offices.Holds(person, body, at)) yield return Offer.Of(state, person, at, document.Id, new OrderOpening(document.Id));
        }
        foreach (var session in state.Sessions.All.Values.Where(s => s.Stage == Sessions.SessionStage.Open && s.Credentials.ContainsKey(person)).OrderBy(s => s.Id, StringComparer.Ordinal))
            foreach (var document in state.Documents.All.Values.Where(d => d.Text is null && d.AddresseesOn(day).Contains(session.Body, StringComparer.Ordinal)).OrderBy(d => d.Id, StringComparer.Ordinal))
                yield return Offer.Of(state, person, at, document.Id, new DemandPublication(document.Id, session.Id));
        foreach (var directions in state.Documents.Directions.Values.Where(d => d.Trustee == person).OrderBy(d => d.Id, StringComparer.Ordinal))
        {
            if (directions.AcceptedAt is null) yield return Offer.Of(state, person, at, directions.Id, new AcceptTrust(directions.Id));
            foreach (var deviation in directions.Deviations.Where(d => d.Agreed is null)) yield return Offer.Of(state, person, at, deviation.Id, new AnswerDeviation(deviation.Id, true, ""));
        }
        foreach (var key in state.Documents.Keys.Values.Where(k => k.Holders.Any(h => h.Person == person) && !k.Confirmed.Contains(person)).OrderBy(k => k.Id, StringComparer.Ordinal))
            yield return Offer.Of(state, person, at, key.Id, new ConfirmKey(key.Id));
    }

    private static IEnumerable<DocumentsCommand> OfTerms(State state, Document document, string person, DateTimeOffset at)
    {
        var (day, digest) = (DateOnly.FromDateTime(at.UtcDateTime), new string('0', 64));
        if (document.Depositor == person)
        {
            yield return new SetTerms(document.Id, TextState.Approved, DocumentUse.Read);
            if (document.Seal is null) yield return new AddPart(document.Id, "-", digest);
        }
        var received = document.Receipts.FirstOrDefault(r => r.Person == person);
        if (document.Depositor == person || received is not null) yield return new QuotePassage(document.Id, digest);
        if (received is not null && document.TermsSeen(received) < document.Terms.Length) yield return new AcknowledgeTerms(document.Id);
        if (received is not null && document.Discharges.All(d => d.Person != person)) yield return new DischargeHolder(document.Id, state.Statutes.At(at).Bodies.Keys.First());
        if (document.Discharges.Any(d => d.AcceptedAt is null && at < d.Since && state.Offices.Holds(person, d.To, at))) yield return new AcceptCustody(document.Id);
        if (document.Terms.LastOrDefault() is { Task: not null } && document.AddresseesOn(day).Any(to => state.Offices.Holds(person, to, at))) yield return new AnswerTask(document.Id, TaskAnswer.Accepts, "");
        if (received is null && document.Depositor != person && state.Offices.HeldBy(person, at).Any(t => t.Session is null)) yield return new TellKnowledge(document.Id, KnowledgeLevel.Exists, day);
    }
}
