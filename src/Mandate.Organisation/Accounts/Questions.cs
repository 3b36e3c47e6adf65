using Mandate.Constitutions;
using Mandate.Constitutions.Rules;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Accounts;

/// <summary>What a member asks about an entry of the books, and the answer.</summary>
/// <param name="Entry">A fund, a grant, a payment or a booking.</param>
/// <param name="Due">The last day to answer.</param>
public sealed record EntryQuestion(string Id, string Entry, string Fund, string Text, string By, DateOnly Due, DateTimeOffset At, string? Answer = null, string? AnsweredBy = null, DateTimeOffset? AnsweredAt = null)
{
    public bool OverdueOn(DateOnly day) => AnsweredAt is null && Due < day;
}

/// <summary>Any member asks about any entry, and whoever keeps the fund answers within the time of <c>rights.open_books</c>.</summary>
internal static class Questions
{
    private const int AnswerDays = 30, Longest = 500;

    public static Decision Ask(State state, Act act, AskAboutEntry c)
    {
        var (clause, within) = Right(state, act);
        if (AccountsRules.New(state, c.Id) is { } taken) return taken;
        if (FundOf(state.Accounts, c.Entry) is not { } fund) return ProtocolRefusals.Unknown("booking", c.Entry);
        if (state.Roll.Member(act.By) is not { InGoodStanding: true }) return ProtocolRefusals.NotYours(clause, "member", act.By);
        if (c.Question.Length is 0 or > Longest) return ProtocolRefusals.Malformed("question", $"the question, in at most {Longest} characters", c.Question.Length);
        return Decision.Accept(clause, new EntryQuestioned(c.Id, c.Entry, fund, c.Question, within is { } period ? Periods.After(act.Day, period) : act.Day.AddDays(AnswerDays)));
    }

    public static Decision Answer(State state, Act act, AnswerOnEntry c)
    {
        var (clause, _) = Right(state, act);
        if (!state.Accounts.Questions.TryGetValue(c.Question, out var question)) return ProtocolRefusals.Unknown("question", c.Question);
        if (AccountsRules.Keeps(state, act, state.Statutes.At(act.At), state.Accounts.Funds[question.Fund]) is { } notYours) return notYours;
        if (question.AnsweredAt is not null) return ProtocolRefusals.WrongStage("question", c.Question, "open", "answered");
        return c.Answer.Length is 0 or > 2000 ? ProtocolRefusals.Malformed("answer", "the answer, in at most 2000 characters", c.Answer.Length) : Decision.Accept(clause, new EntryAnswered(c.Question, c.Answer));
    }

    private static (string Clause, Period? Within) Right(State state, Act act)
    {
        var rules = state.Statutes.At(act.At);
        return rules.Rights.GetValueOrDefault("open_books") is { } right ? (right.Clause.Path, right.Within) : (AccountsRules.ClauseOf(rules), null);
    }

    /// <summary>The fund that an entry belongs to; null where there is no such entry.</summary>
    private static string? FundOf(AccountsState books, string entry) =>
        books.Funds.ContainsKey(entry) ? entry
        : books.Commitments.TryGetValue(entry, out var owed) ? Party.Of(owed.From, "fund") ?? Party.Of(owed.To, "fund")
        : books.Grants.TryGetValue(entry, out var grant) ? grant.Fund
        : books.Waiting.TryGetValue(entry, out var waiting) ? waiting.Fund
        : books.Bookings.FirstOrDefault(b => b.Id == entry)?.Legs.FirstOrDefault(l => l.Account.StartsWith("fund:", StringComparison.Ordinal))?.Account["fund:".Length..];
}
