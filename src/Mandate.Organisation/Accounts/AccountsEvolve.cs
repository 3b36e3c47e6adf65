using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Accounts;

public static class AccountsEvolve
{
    public static AccountsState Evolve(this AccountsState state, AccountsEvent happened, Occasion occasion) => happened switch
    {
        FundOpened e => state with { Funds = state.Funds.SetItem(e.Id, new(e.Id, e.Title, e.Currency, e.Keeper, e.For, occasion.At)) },
        FundsGranted e => state with { Grants = state.Grants.SetItem(e.Id, new(e.Id, e.Fund, e.Amount, e.Purpose, e.Until, e.For, e.Motion, occasion.At)) },
        FundsReceived e => state with { Bookings = state.Bookings.Add(new(e.Id, [new($"fund:{e.Fund}", e.Amount), new($"received:{e.Id}", -e.Amount)], e.From, e.Voucher, occasion.By, null, occasion.At)) },
        PaymentProposed e => state with { Waiting = state.Waiting.SetItem(e.Id, new(e.Id, e.Grant, e.Fund, e.Amount, e.To, e.Voucher, e.Payee, occasion.By, occasion.At)) },
        PaymentMade e => Pay(state, state.Waiting[e.Payment], occasion),
        BalanceStated e => state with { Statements = state.Statements.Add(new(e.Id, e.Fund, e.Amount, e.Booked, e.Voucher, occasion.By, occasion.At)) },
        EntryQuestioned e => state with { Questions = state.Questions.SetItem(e.Id, new(e.Id, e.Entry, e.Fund, e.Question, occasion.By, e.Due, occasion.At)) },
        EntryAnswered e => state with { Questions = state.Questions.SetItem(e.Question, state.Questions[e.Question] with { Answer = e.Answer, AnsweredBy = occasion.By, AnsweredAt = occasion.At }) },
        RoundOpened e => state with { Rounds = state.Rounds.SetItem(e.Id, new(e.Id, e.Goods, e.Number, e.Place, e.Closes, [])) },
        AskedInRound e => state with { Rounds = state.Rounds.SetItem(e.Round, state.Rounds[e.Round] with { Asked = state.Rounds[e.Round].Asked.Add(occasion.By) }) },
        Allotted e => state with { Rounds = state.Rounds.SetItem(e.Round, state.Rounds[e.Round] with { Given = e.To, Distributors = e.Distributors, AllottedAt = occasion.At }) },
        _ => throw new InvalidOperationException($"No fold for {happened.GetType().Name}."),
    };

    private static AccountsState Pay(AccountsState state, Payment p, Occasion occasion) => state with
    {
        Waiting = state.Waiting.Remove(p.Id),
        Bookings = state.Bookings.Add(new(p.Id, [new($"fund:{p.Fund}", -p.Amount), new($"grant:{p.Grant}", p.Amount)], p.To, p.Voucher, p.By, occasion.By, occasion.At)),
    };
}
