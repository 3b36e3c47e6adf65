using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Tendencies;

/// <summary>The acts of this register that a page can offer to one person, each put to the rules.</summary>
public static class TendenciesOffers
{
    /// <summary>Counts that are offered to be watched at once.</summary>
    private const int FewVotes = 5;

    public static IEnumerable<Offer> For(State state, string person, DateTimeOffset at, Naming? names = null)
    {
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        yield return Offer.Of(state, person, at, "new", new FormTendency("offer", "-", "", day, Subject: "-"), names);
        foreach (var tendency in state.Tendencies.All.Values.Where(t => day <= t.Until).OrderBy(t => t.Name, StringComparer.Ordinal))
            yield return Offer.Of(state, person, at, tendency.Id, IsIn(tendency) ? new LeaveTendency(tendency.Id) : new JoinTendency(tendency.Id), names);
        foreach (var tendency in state.Tendencies.All.Values.Where(t => t.StandsOn(day)).OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            foreach (var vote in state.Votes.All.Values.Where(v => v is { Outcome: null, Kind: Votes.VoteKind.Paper or Votes.VoteKind.Secret } && tendency.ScrutineersAt(v.Id).IsEmpty).OrderBy(v => v.Id, StringComparer.Ordinal).Take(FewVotes))
            {
                if (tendency.Speaker == person) yield return Offer.Of(state, person, at, tendency.Id, new NameScrutineer(tendency.Id, vote.Id, tendency.OfferedFor(vote.Id).FirstOrDefault(person)));
                else if (!tendency.OfferedFor(vote.Id).Contains(person)) yield return Offer.Of(state, person, at, tendency.Id, new OfferService(tendency.Id, vote.Id));
            }
            if (tendency.Speaker == person)
                foreach (var session in state.Sessions.All.Values.Where(s => s.Stage is Sessions.SessionStage.Convened or Sessions.SessionStage.Open or Sessions.SessionStage.Adjourned && CoReports.In(state.Statutes.At(at), s.Body) is not null).OrderBy(s => s.Opens).ThenBy(s => s.Id, StringComparer.Ordinal))
                    foreach (var item in session.Agenda.Where(i => i is { Kind: Sessions.ItemKind.Report, Done: false } && !tendency.CoReporters.ContainsKey(CoReports.Key(session.Id, i.Id))))
                        yield return Offer.Of(state, person, at, tendency.Id, new NameCoReporter(tendency.Id, session.Id, item.Id, person));
            if (tendency.Speaker == person) yield return Offer.Of(state, person, at, tendency.Id, new AccountForMoney(tendency.Id, day, "EUR", 0, 0, ""));
            if (tendency.Speaker == person || tendency.Editors.Contains(person)) yield return Offer.Of(state, person, at, tendency.Id, new PublishPaper("offer", tendency.Id, "-", ""));
            if (tendency.Speaker == person && tendency.OfferedFor(Papers.Paper).Add(person).Except(tendency.Editors).FirstOrDefault() is { } editor) yield return Offer.Of(state, person, at, tendency.Id, new NameEditor(tendency.Id, editor));
            if (tendency.Speaker == person && tendency.HearingAsked is null) yield return Offer.Of(state, person, at, tendency.Id, new AskHearing(tendency.Id));
            if (tendency.HearingAsked is not null)
                foreach (var unit in state.Offices.HeldBy(person, at).Where(t => t.Session is null).Select(t => t.Seat.Unit).OfType<string>().Distinct(StringComparer.Ordinal).Where(u => !tendency.Hearings.ContainsKey(u)))
                    yield return Offer.Of(state, person, at, tendency.Id, new GiveHearing(tendency.Id, unit, HearingGiven.Offered));
            foreach (var vote in tendency.Scrutineers.Where(s => s.Value.Contains(person)).Select(s => s.Key).Order(StringComparer.Ordinal))
                yield return Offer.Of(state, person, at, tendency.Id, new ObserveCount(tendency.Id, vote, true, "-"));
        }
        yield return Offer.Of(state, person, at, "new", new NoteJoint("offer", new string('0', 64)), names);
        foreach (var motion in state.Motions.All.Values.Where(m => MinorityReports.MaySpeakOn(state, person, m.Id, at)).OrderBy(m => m.Id, StringComparer.Ordinal))
            yield return Offer.Of(state, person, at, motion.Id, new FileMinorityReport("offer", motion.Id, ""));
        foreach (var report in state.Tendencies.Reports.Values.Where(r => !r.Stands && MinorityReports.MaySpeakOn(state, person, r.Motion, at)).OrderBy(r => r.Id, StringComparer.Ordinal))
            yield return Offer.Of(state, person, at, report.Id, new SignMinorityReport(report.Id));


        bool IsIn(Tendency tendency) => tendency.Members.Contains(person) || (names?.Invoke(person, Pseudonyms.Tendency(tendency.Id, tendency.Opening)) is { } own && tendency.Members.Contains(own));
    }
}
