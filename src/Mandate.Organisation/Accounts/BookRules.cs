using Mandate.Constitutions;
using Mandate.Constitutions.Rules;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;

namespace Mandate.Organisation.Accounts;

/// <summary>What a rule over money says.</summary>
public enum BookRuleKind
{
    /// <summary>What every unit of a kind owes a fund at the end of each period (S318).</summary>
    Levy,

    /// <summary>Whoever outside is paid more than this in twelve months is paid under a contract in the register (S299).</summary>
    ContractsFrom,

    /// <summary>The most that one party outside receives in twelve months, in hundredths of a percent of what was decided in them (S314).</summary>
    OneParty,

    /// <summary>The most posts that outsiders fill under contracts, in hundredths (S314).</summary>
    OutsideStaff,

    /// <summary>The largest part of the year's resources that one body or office uses without a vote of others in that year, in hundredths of a percent (S335).</summary>
    BodyShare,

    /// <summary>Units may exchange goods, and each take so much in twelve months (S326). Without such a rule they do not.</summary>
    Exchange,

    /// <summary>What is sold together is paid out by what each delivered (S322).</summary>
    Pool,

    /// <summary>What whoever leaves is paid of the shares they paid in (S321).</summary>
    Shares,

    /// <summary>Money is collected for one purpose (S328).</summary>
    Collection,
}

/// <summary>
/// A rule over money, decided beforehand. What is owed follows from it by a formula that anybody reckons again; see <see cref="Reckonings"/>.
/// </summary>
/// <param name="Fund">The fund it is about; null for a limit of all funds.</param>
/// <param name="From">First day; of a levy the last day of its first period.</param>
/// <param name="Amount">In hundredths: of a levy for each unit, of a collection its goal, of a limit the limit.</param>
/// <param name="PerMember">Of a levy: for each member of the unit on the last day of the period.</param>
/// <param name="Percent">Of a levy: of what came into the unit's own funds in the period; of a pool: what stays in the fund.</param>
/// <param name="Months">Of a levy: its period; of shares: within how many months they are paid.</param>
/// <param name="Of">Of a levy: the kind of unit; of a pool: the fund in kind in which deliveries are booked.</param>
/// <param name="Expected">Of a levy: what it is expected to bring in a period.</param>
public sealed record BookRule(
    string Id, BookRuleKind Kind, string Title, string? Fund, DateOnly From, DateOnly? Until = null, long Amount = 0, long PerMember = 0, int Percent = 0, int Months = 0, string? Of = null, long Expected = 0, string? Motion = null);

/// <summary>A rule, who decided it and when; of a collection also how it ended.</summary>
public sealed record StandingRule(BookRule Rule, string For, DateTimeOffset At, bool? Failed = null, string? Reason = null, DateTimeOffset? EndedAt = null)
{
    public bool InForceOn(DateOnly day) => Rule.From <= day && (Rule.Until is null || day <= Rule.Until) && EndedAt is null;
}

/// <summary>Rules over money are decided by the place that decides on it, or by an adopted motion, and before they bind.</summary>
internal static class BookRules
{
    /// <summary>Days after the end of a period within which what was reckoned for it is paid (default).</summary>
    public const int DueDays = 30;

    public static Decision Levy(State state, Act act, SetLevy c)
    {
        var rules = state.Statutes.At(act.At);
        if (Fund(state, c.Id, c.Title, c.Fund, out var fund) is { } wrong) return wrong;
        if (Decides(state, act, rules, fund, "levy", c.Motion, out var clause, out var by) is { } notYours) return notYours;
        if (!rules.Units.ContainsKey(c.Units)) return ProtocolRefusals.Unknown("unit-kind", c.Units);
        if (c.Amount < 0 || c.PerMember < 0 || c.Percent is < 0 or > 100 || c.Amount + c.PerMember + c.Percent == 0) return ProtocolRefusals.Malformed("levy-amount", "an amount, an amount for each member or a percentage, none below nothing", c.Percent);
        if (c.Months is < 1 or > 60) return ProtocolRefusals.Malformed("months", "from 1 to 60", c.Months);
        if (c.Expected <= 0) return ProtocolRefusals.Malformed("expected", "what it is expected to bring in a period", c.Expected);
        if (c.Until < c.First) return ProtocolRefusals.Malformed("until", "the first day or later", c.Until.Value);
        var notice = rules.Procedure.Default.Notice;
        var earliest = Notices.Earliest(act.Day, notice, rules.Procedure.ClearDays);
        if (c.First < earliest) return AccountsRefusals.NotBeforehand(notice?.Clause.Path ?? clause, earliest, c.First);
        return Decision.Accept(clause, new RuleSet(new(c.Id, BookRuleKind.Levy, c.Title, c.Fund, c.First, c.Until, c.Amount, c.PerMember, c.Percent, c.Months, c.Units, c.Expected, c.Motion), by));
    }

    public static Decision Limit(State state, Act act, SetLimit c)
    {
        if (AccountsRules.New(state, c.Id) is { } taken) return taken;
        if (c.Fund is { } id && !state.Accounts.Funds.ContainsKey(id)) return ProtocolRefusals.Unknown("fund", id);
        if (Authority.DecidesUnderAny(state, act, out var clause, out var by) is { } notYours) return notYours;
        if (c.Kind is not (BookRuleKind.ContractsFrom or BookRuleKind.OneParty or BookRuleKind.OutsideStaff or BookRuleKind.BodyShare or BookRuleKind.Exchange)) return ProtocolRefusals.Malformed("limit-kind", "a limit", c.Kind.ToString());
        if (c.Amount < 0 || c is { Kind: BookRuleKind.OneParty or BookRuleKind.BodyShare, Amount: > 100_00 }) return ProtocolRefusals.Malformed("limit-amount", "nothing or more; of a share at most 100", c.Amount);
        return Decision.Accept(clause, new RuleSet(new(c.Id, c.Kind, "", c.Fund, act.Day, Amount: c.Amount), by));
    }

    public static Decision Pool(State state, Act act, SetPool c)
    {
        if (Fund(state, c.Id, c.Title, c.Fund, out var fund) is { } wrong) return wrong;
        if (!state.Accounts.Funds.TryGetValue(c.Goods, out var goods)) return ProtocolRefusals.Unknown("fund", c.Goods);
        if (goods.Id == fund.Id) return ProtocolRefusals.Malformed("goods-fund", "another fund", goods.Id);
        if (Decides(state, act, state.Statutes.At(act.At), fund, "pool", null, out var clause, out var by) is { } notYours) return notYours;
        return c.Percent is < 0 or > 99 ? ProtocolRefusals.Malformed("retained", "from 0 to 99", c.Percent) : Decision.Accept(clause, new RuleSet(new(c.Id, BookRuleKind.Pool, c.Title, c.Fund, act.Day, Percent: c.Percent, Of: c.Goods), by));
    }

    public static Decision Shares(State state, Act act, SetShares c)
    {
        if (Fund(state, c.Id, c.Title, c.Fund, out var fund) is { } wrong) return wrong;
        if (Decides(state, act, state.Statutes.At(act.At), fund, "shares", null, out var clause, out var by) is { } notYours) return notYours;
        return c.Months is < 1 or > 60 ? ProtocolRefusals.Malformed("within-months", "from 1 to 60", c.Months) : Decision.Accept(clause, new RuleSet(new(c.Id, BookRuleKind.Shares, c.Title, c.Fund, act.Day, Months: c.Months), by));
    }

    /// <summary>A collection has a fund of its own, with nothing in it from elsewhere.</summary>
    public static Decision Collect(State state, Act act, OpenCollection c)
    {
        var rules = state.Statutes.At(act.At);
        if (Fund(state, c.Id, c.Title, c.Fund, out var fund) is { } wrong) return wrong;
        if (AccountsRules.Keeps(state, act, rules, fund) is not null && Decides(state, act, rules, fund, "collection", null, out _, out _) is { } notYours) return notYours;
        if (c.Goal <= 0) return ProtocolRefusals.Malformed("amount", "more than nothing", c.Goal);
        if (c.Until <= act.Day) return ProtocolRefusals.Malformed("until", "a day after today", c.Until);
        if (state.Accounts.BalanceOfFund(fund.Id) != 0 || state.Accounts.Rules.Values.Any(r => r.Rule.Fund == fund.Id)) return ProtocolRefusals.WrongStage("fund", fund.Id, "empty", "in use");
        return Decision.Accept(AccountsRules.ClauseOf(rules), new RuleSet(new(c.Id, BookRuleKind.Collection, c.Title, c.Fund, act.Day, c.Until, c.Goal), fund.For));
    }

    /// <summary>The rule of that kind in force for the fund: its own, else one of all funds; of several the last decided.</summary>
    public static BookRule? For(AccountsState books, BookRuleKind kind, string? fund, DateOnly day) => books.Rules.Values
        .Where(r => r.Rule.Kind == kind && r.InForceOn(day) && (r.Rule.Fund is null || r.Rule.Fund == fund))
        .OrderByDescending(r => r.Rule.Fund is not null).ThenByDescending(r => r.At).ThenByDescending(r => r.Rule.Id, StringComparer.Ordinal).FirstOrDefault()?.Rule;

    private static Refusal? Fund(State state, string id, string title, string named, out Fund fund)
    {
        fund = state.Accounts.Funds.GetValueOrDefault(named)!;
        if (AccountsRules.New(state, id) is { } taken) return taken;
        if (fund is null) return ProtocolRefusals.Unknown("fund", named);
        return title.Length is 0 or > 200 ? ProtocolRefusals.Malformed("title", "a title of at most 200 characters", title.Length) : null;
    }

    /// <summary>Null where whoever acts may decide on that matter of the fund: a unit over its own; else the holder of the power over it, or whoever keeps the fund on an adopted motion.</summary>
    private static Refusal? Decides(State state, Act act, Constitution rules, Fund fund, string matter, string? motion, out string clause, out string by)
    {
        (clause, by) = (AccountsRules.ClauseOf(rules), motion ?? fund.Keeper);
        if (fund.Unit is not null) return OwnFunds.DecidesOn(state, act, fund.Unit, fund.Keeper, out clause, out by);
        var power = rules.Powers.FirstOrDefault(p => p.Verb == Verb.Decide && p.Object.Any(o => o.Id == matter));
        if (motion is not null)
        {
            if (AccountsRules.Keeps(state, act, rules, fund) is { } notKeeper) return notKeeper;
            if (state.Motions.Find(motion) is not { } found) return ProtocolRefusals.Unknown("motion", motion);
            return found.Stage == MotionStage.Adopted ? null : ProtocolRefusals.WrongStage("motion", motion, MotionStage.Adopted, found.Stage);
        }
        if (power is null) return Authority.DecidesUnderAny(state, act, out clause, out by);
        clause = power.Clause.Path;
        if (power.Holder is not NamedHolder { Name: { Kind: not RefKind.Electorate } holder }) return ProtocolRefusals.NotYours(clause, "an adopted motion", act.By) with { Way = "adopt-motion" };
        by = holder.Id;
        return Authority.Decides(state, act, holder, clause);
    }
}
