using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Undertakings;

public static class UndertakingsEvolve
{
    public static UndertakingsState Evolve(this UndertakingsState state, UndertakingsEvent happened, Occasion occasion) => happened switch
    {
        UndertakingTaken e => state with { All = state.All.SetItem(e.Id, new(e.Id, e.Duty, e.What, occasion.By, e.Due, e.Motion, occasion.At, []) { Measure = e.Measure, Session = e.Session, Item = e.Item }) },
        NewDateSet e => state.Change(e.Undertaking, u => u with { Missed = u.Missed.Add(new(u.Due, e.Reason, occasion.At)), Due = e.Due }),
        UndertakingReported e => state.Change(e.Undertaking, u => u with { Reports = u.Reports.Add(new(e.Done, e.Account, occasion.By, occasion.At)) }),
        UndertakingTakenOver e => state.Change(e.Undertaking, u => u with { Owner = occasion.By }),
        NeedPosted e => state with { Needs = state.Needs.SetItem(e.Id, new(e.Id, e.Unit, e.What, e.Number, e.Until, e.Person, occasion.By, occasion.At)) },
        HelpOffered e => state.Of(e.Need, n => n with { Offers = n.Offers.SetItem(occasion.By, new(occasion.By, e.What, occasion.At)) }),
        HelpWithdrawn e => state.Of(e.Need, n => n with { Offers = n.Offers.Remove(occasion.By) }),
        HelpAccepted e => state.Of(e.Need, n => n with { Offers = n.Offers.SetItem(e.Person, n.Offers[e.Person] with { Accepted = occasion.At }) }),
        RequestRefused e => state.Of(e.Need, n => n with { Refusals = n.Refusals.Add(new(e.For, e.Reason, occasion.By, occasion.At)) }),
        CalledToReport e => state with { Summonses = state.Summonses.SetItem(e.Id, new(e.Id, e.Tenure, e.CalledBy, e.Asks, e.Due, e.Clause, occasion.At)) },
        SummonsReplied e => state.Change(e.Summons, s => s with { Reply = new(e.Comes, e.Text, occasion.At) }),
        ReportRecorded e => state.Change(e.Summons, s => s with { Outcome = new(e.Reported, e.Account, e.Session, occasion.At) }),
        _ => throw new InvalidOperationException($"No fold for {happened.GetType().Name}."),
    };

    private static UndertakingsState Change(this UndertakingsState state, string id, Func<Undertaking, Undertaking> change) => state with { All = state.All.SetItem(id, change(state.All[id])) };

    private static UndertakingsState Of(this UndertakingsState state, string id, Func<Need, Need> change) => state with { Needs = state.Needs.SetItem(id, change(state.Needs[id])) };

    private static UndertakingsState Change(this UndertakingsState state, string id, Func<Summons, Summons> change) => state with { Summonses = state.Summonses.SetItem(id, change(state.Summonses[id])) };
}
