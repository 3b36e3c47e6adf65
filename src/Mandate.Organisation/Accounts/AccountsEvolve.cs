using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Accounts;

public static class AccountsEvolve
{
    public static AccountsState Evolve(this AccountsState state, AccountsEvent happened, Occasion occasion) => happened switch
    {
        FundOpened e => state with { Funds = state.Funds.SetItem(e.Id, new(e.Id, e.Title, e.Currency, e.Keeper, e.For, occasion.At) { Unit = e.Unit }) },
        FundsGranted e => state with { Grants = state.Grants.SetItem(e.Id, new(e.Id, e.Fund, e.Amount, e.Purpose, e.Until, e.For, e.Motion, occasion.At) { Conflict = e.Conflict, Education = e.Education, Place = e.Place }) },
        FundsReceived e => state.Book(new(e.Id, [new($"fund:{e.Fund}", e.Amount), new($"received:{e.Id}", -e.Amount)], e.From, e.Voucher, occasion.By, null, occasion.At) { Party = e.Member, For = e.For }),
        PaymentProposed e => state with { Waiting = state.Waiting.SetItem(e.Id, new(e.Id, e.Grant, e.Fund, e.Amount, e.To, e.Voucher, e.Payee, occasion.By, occasion.At) { For = e.For, Costs = e.Costs }) },
        PaymentMade e => Pay(state, state.Waiting[e.Payment], occasion),
        BalanceStated e => state with { Statements = state.Statements.Add(new(e.Id, e.Fund, e.Amount, e.Booked, e.Voucher, occasion.By, occasion.At)) },
        EntryQuestioned e => state with { Questions = state.Questions.SetItem(e.Id, new(e.Id, e.Entry, e.Fund, e.Question, occasion.By, e.Due, occasion.At)) },
        EntryAnswered e => state with { Questions = state.Questions.SetItem(e.Question, state.Questions[e.Question] with { Answer = e.Answer, AnsweredBy = occasion.By, AnsweredAt = occasion.At }) },
        RoundOpened e => state with { Rounds = state.Rounds.SetItem(e.Id, new(e.Id, e.Goods, e.Number, e.Place, e.Closes, []) { SeedProcedure = e.SeedProcedure }) },
        AskedInRound e => state with { Rounds = state.Rounds.SetItem(e.Round, state.Rounds[e.Round] with { Asked = state.Rounds[e.Round].Asked.Add(occasion.By) }) },
        Allotted e => state with { Rounds = state.Rounds.SetItem(e.Round, state.Rounds[e.Round] with { Given = e.To, Distributors = e.Distributors, AllottedAt = occasion.At }) },
        FundsDivided e => Divide(state, e, occasion),
        RoundDrawn e => state with { Rounds = state.Rounds.SetItem(e.Round, state.Rounds[e.Round] with { Given = e.To, Distributors = [], Seed = e.Seed, AllottedAt = occasion.At }) },
        _ => state.EvolveCommitments(happened, occasion) ?? state.EvolveCommons(happened, occasion) ?? throw new InvalidOperationException($"No fold for {happened.GetType().Name}."),
    };

    private static AccountsState Pay(AccountsState state, Payment p, Occasion occasion) => (state with { Waiting = state.Waiting.Remove(p.Id) }).Book(
        new(p.Id, [new($"fund:{p.Fund}", -p.Amount), new(p.Into is { } into ? $"fund:{into}" : $"grant:{p.Grant}", p.Amount)], p.To, p.Voucher, p.By, occasion.By, occasion.At) { Party = p.Payee, For = p.For, Costs = p.Costs });

    /// <summary>The unit's own money goes with it; the part of the others is owed, and paid as every debt is.</summary>
    private static AccountsState Divide(AccountsState state, FundsDivided e, Occasion occasion)
    {
        foreach (var line in e.Funds)
        {
            var (id, fund) = ($"{e.Separation}-{line.Fund}", state.Funds[line.Fund]);
            if (line.Own) state = state.Book(new(id, [new($"fund:{fund.Id}", -line.Amount), new($"left:{e.Separation}", line.Amount)], e.To, e.Text, occasion.By, null, occasion.At));
            else state = state with
            {
                Commitments = state.Commitments.SetItem(id, new(id, CommitmentKind.Separation, e.To, Party.Fund(fund.Id), Party.Outside(e.To), line.Amount, fund.Currency, e.Due, e.Separation, occasion.At) { Text = e.Text }),
                Grants = state.Grants.SetItem(id, new(id, fund.Id, line.Amount, e.To, e.Due.AddYears(1), fund.For, null, occasion.At)),
            };
        }
        return state;
    }

    /// <summary>Books a movement, and what it settles.</summary>
    private static AccountsState Book(this AccountsState state, Booking booking) => state with
    {
        Bookings = state.Bookings.Add(booking),
        Commitments = booking.For is { } id && state.Commitments.TryGetValue(id, out var owed) ? state.Commitments.SetItem(id, owed with { Settled = owed.Settled + Math.Abs(booking.Legs[0].Amount) }) : state.Commitments,
    };
}
