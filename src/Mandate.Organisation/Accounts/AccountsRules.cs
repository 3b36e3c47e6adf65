using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Federation;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;

namespace Mandate.Organisation.Accounts;

/// <summary>
/// Funds of the members: nothing is paid without a decision, a voucher that everybody can read, two persons and a booking whose sides come to
/// nothing. The guards <c>no-open-account</c> and <c>self-serving-allocation</c> are asked in <c>Lawful</c>.
/// </summary>
public static class AccountsRules
{
    public static Decision Decide(State state, Act act, AccountsCommand command) => command switch
    {
        OpenFund c => Open(state, act, c),
        GrantFunds c => Grants(state, act, c),
        ReceiveFunds c => Receive(state, act, c),
        ProposePayment c => Pay(state, act, c),
        CountersignPayment c => Countersign(state, act, c),
        StateBalance c => Balance(state, act, c),
        AskAboutEntry c => Questions.Ask(state, act, c),
        AnswerOnEntry c => Questions.Answer(state, act, c),
        OpenRound c => Rounds.Open(state, act, c),
        AskInRound c => Rounds.Ask(state, act, c),
        Allot c => Rounds.Give(state, act, c),
        DrawRound c => Rounds.Draw(state, act, c),
        SetLevy c => BookRules.Levy(state, act, c),
        SetLimit c => BookRules.Limit(state, act, c),
        SetPool c => BookRules.Pool(state, act, c),
        SetShares c => BookRules.Shares(state, act, c),
        OpenCollection c => BookRules.Collect(state, act, c),
        EndCollection c => Pledges.End(state, act, c),
        Reckon c => Reckonings.Decide(state, act, c),
        EnterContract c => Contracts.Enter(state, act, c),
        MakePledge c => Pledges.Make(state, act, c),
        WithdrawPledge c => Pledges.Withdraw(state, act, c),
        LeaveGift c => Pledges.Leave(state, act, c),
        OfferGoods c => Exchange.Offer(state, act, c),
        TakeGoods c => Exchange.Take(state, act, c),
        Settle c => Exchange.Settle(state, act, c),
        EnterRate c => Exchange.Rate(state, act, c),
        EnterProperty c => CommonProperty.Enter(state, act, c),
        AskForUse c => CommonProperty.Ask(state, act, c),
        GiveInUse c => CommonProperty.Give(state, act, c),
        GiveBack c => CommonProperty.Return(state, act, c),
        OpenAudit c => Audits.Open(state, act, c),
        DrawAuditors c => Audits.Draw(state, act, c),
        ReportAudit c => Audits.Report(state, act, c),
        ApproveAccounts c => Audits.Approve(state, act, c),
        _ => throw new InvalidOperationException($"No rules for {command.GetType().Name}."),
    };

    /// <summary>The body or office of that name; null where the constitution has none.</summary>
    internal static Ref? PlaceOf(Constitution rules, string id) =>
        rules.Bodies.TryGetValue(id, out var body) ? new Ref(id, RefKind.Body) { Clause = body.Clause }
        : rules.Offices.TryGetValue(id, out var office) ? new Ref(id, RefKind.Office) { Clause = office.Clause }
        : null;

    private static Decision Open(State state, Act act, OpenFund c)
    {
        var rules = state.Statutes.At(act.At);
        if (New(state, c.Id) is { } taken) return taken;
        if (OwnFunds.DecidesOn(state, act, c.Unit, c.Keeper, out var clause, out var by) is { } notYours) return notYours;
        if (c.Title.Length is 0 or > 200) return ProtocolRefusals.Malformed("title", "a title of at most 200 characters", c.Title.Length);
        if (!IsCurrency(c.Currency) && !(c.Currency.Length is > 0 and <= 12 && c.Currency.All(char.IsAsciiLetterLower)))
            return ProtocolRefusals.Malformed("currency", "three capital letters, such as EUR, or a measure in small letters, such as hours", c.Currency);
        return PlaceOf(rules, c.Keeper) is null && !state.Federation.Committees.ContainsKey(c.Keeper) ? ProtocolRefusals.Unknown("body", c.Keeper) : Decision.Accept(clause, new FundOpened(c.Id, c.Title, c.Currency, c.Keeper, by, c.Unit));
    }

    private static Decision Grants(State state, Act act, GrantFunds c)
    {
        var rules = state.Statutes.At(act.At);
        if (New(state, c.Id) is { } taken) return taken;
        if (!state.Accounts.Funds.TryGetValue(c.Fund, out var fund)) return ProtocolRefusals.Unknown("fund", c.Fund);
        if (c.Amount <= 0) return ProtocolRefusals.Malformed("amount", "more than nothing", c.Amount);
        if (c.Purpose.Length is 0 or > 300) return ProtocolRefusals.Malformed("purpose", "what it is for, in at most 300 characters", c.Purpose.Length);
        if (c.Until < act.Day) return ProtocolRefusals.Malformed("until", "today or later", c.Until);
        if (c.Conflict is { } conflict && Conflicts.MayDraw(state, conflict) is { } over) return over;
        if (Pledges.OfGrant(state, ClauseOf(rules), fund, c.Motion) is { } failed) return failed;
        if (c.Place is { } uses && PlaceOf(rules, uses) is null) return ProtocolRefusals.Unknown("place", uses);
        if (c.Motion is not { } id)
        {
            if (OwnFunds.DecidesOn(state, act, fund.Unit, fund.Keeper, out var clause, out var by) is { } notYours) return fund.Unit is null ? notYours : notYours with { Way = "levy-or-pledge" };
            return ResourceShares.Above(state, act, fund, c, c.Place ?? ResourceShares.User(fund, null, by)) is { } above ? above : Decision.Accept(clause, new FundsGranted(c.Id, c.Fund, c.Amount, c.Purpose, c.Until, by, null, c.Conflict, c.Education, c.Place));
        }
        // What a motion has decided, whoever keeps the fund writes down.
        if (Keeps(state, act, rules, fund) is { } notKeeper) return notKeeper;
        if (state.Motions.Find(id) is not { } motion) return ProtocolRefusals.Unknown("motion", id);
        if (motion.Stage != MotionStage.Adopted) return ProtocolRefusals.WrongStage("motion", id, MotionStage.Adopted, motion.Stage);
        return ResourceShares.Above(state, act, fund, c, c.Place ?? ResourceShares.User(fund, id, id)) is { } beyond
            ? beyond
            : Decision.Accept(ClauseOf(rules), new FundsGranted(c.Id, c.Fund, c.Amount, c.Purpose, c.Until, motion.Id, id, c.Conflict, c.Education, c.Place));
    }

    private static Decision Receive(State state, Act act, ReceiveFunds c)
    {
        var rules = state.Statutes.At(act.At);
        if (New(state, c.Id) is { } taken) return taken;
        if (!state.Accounts.Funds.TryGetValue(c.Fund, out var fund)) return ProtocolRefusals.Unknown("fund", c.Fund);
        if (Keeps(state, act, rules, fund) is { } notYours) return notYours;
        if (c.Amount <= 0) return ProtocolRefusals.Malformed("amount", "more than nothing", c.Amount);
        if (c.From.Length is 0 or > 200) return ProtocolRefusals.Malformed("from", "from whom, in at most 200 characters", c.From.Length);
        if (c.Member is { } member && state.Roll.Member(member) is null) return ProtocolRefusals.Unknown("member", member);
        if (c.For is { } due)
        {
            if (!state.Accounts.Commitments.TryGetValue(due, out var owed) || owed.To != Party.Fund(fund.Id) || owed.Kind is not (CommitmentKind.Pledge or CommitmentKind.Levy)) return ProtocolRefusals.Unknown("commitment", due);
            if (c.Amount > state.Accounts.OpenOf(owed)) return AccountsRefusals.MoreThanOwed(ClauseOf(rules), state.Accounts.OpenOf(owed), c.Amount);
        }
        return c.Voucher.Length > 0 && act.Blobs.Text(c.Voucher) is null ? ProtocolRefusals.BlobMissing(c.Voucher) : Decision.Accept(ClauseOf(rules), new FundsReceived(c.Id, c.Fund, c.Amount, c.From, c.Voucher, c.Member, c.For));
    }

    private static Decision Pay(State state, Act act, ProposePayment c)
    {
        var rules = state.Statutes.At(act.At);
        if (New(state, c.Id) is { } taken) return taken;
        if (!state.Accounts.Grants.TryGetValue(c.Grant, out var grant)) return ProtocolRefusals.Unknown("grant", c.Grant);
        var fund = state.Accounts.Funds[grant.Fund];
        if (Keeps(state, act, rules, fund) is { } notYours) return notYours;
        if (c.Amount <= 0) return ProtocolRefusals.Malformed("amount", "more than nothing", c.Amount);
        if (c.To.Length is 0 or > 200) return ProtocolRefusals.Malformed("to", "to whom, in at most 200 characters", c.To.Length);
        if (c.Payee is { } payee && state.Roll.Member(payee) is null) return ProtocolRefusals.Unknown("member", payee);
        if (c.Payee == act.By) return AccountsRefusals.SecondPerson(ClauseOf(rules), act.By);
        if (act.Day > grant.Until) return AccountsRefusals.GrantOver(ClauseOf(rules), grant.Until);
        var left = Math.Min(state.Accounts.LeftOf(grant), state.Accounts.BalanceOfFund(fund.Id) - state.Accounts.WaitingOf(fund.Id));
        if (c.Amount > left) return AccountsRefusals.MoreThanLeft(ClauseOf(rules), left, c.Amount);
        if (Contracts.OfPayment(state, act, fund, c) is { } beyond) return beyond;
        if (Payroll.Above(state, act, fund, c) is { } tooMuch) return tooMuch;
        return c.Voucher.Length > 0 && act.Blobs.Text(c.Voucher) is null
            ? ProtocolRefusals.BlobMissing(c.Voucher)
            : Decision.Accept(ClauseOf(rules), new PaymentProposed(c.Id, grant.Id, fund.Id, c.Amount, c.To, c.Voucher, c.Payee, c.For ?? (state.Accounts.Commitments.ContainsKey(grant.Id) ? grant.Id : null), c.Costs));
    }

    /// <summary>The second person: of those who keep the fund, or of those who decided, or of the unit whose fund it is; never who proposed or receives it.</summary>
    private static Decision Countersign(State state, Act act, CountersignPayment c)
    {
        var rules = state.Statutes.At(act.At);
        if (!state.Accounts.Waiting.TryGetValue(c.Payment, out var payment)) return ProtocolRefusals.Unknown("payment", c.Payment);
        var (fund, grant) = (state.Accounts.Funds[payment.Fund], payment.Grant is { } id ? state.Accounts.Grants.GetValueOrDefault(id) : null);
        if (!OwnFunds.MayCountersign(state, act, fund, grant))
            return ProtocolRefusals.NotYours(ClauseOf(rules), fund.Keeper, act.By);
        return act.By == payment.By || act.By == payment.Payee ? AccountsRefusals.SecondPerson(ClauseOf(rules), act.By) : Decision.Accept(ClauseOf(rules), new PaymentMade(c.Payment));
    }

    /// <summary>Whoever keeps the fund, and whoever inspects, says what is there. What does not agree with the books is not refused: it stays on record as a finding.</summary>
    private static Decision Balance(State state, Act act, StateBalance c)
    {
        var rules = state.Statutes.At(act.At);
        if (New(state, c.Id) is { } taken) return taken;
        if (!state.Accounts.Funds.TryGetValue(c.Fund, out var fund)) return ProtocolRefusals.Unknown("fund", c.Fund);
        if (!Inspects(state, act, rules) && Keeps(state, act, rules, fund) is { } notYours) return notYours;
        return act.Blobs.Text(c.Voucher) is null
            ? ProtocolRefusals.BlobMissing(c.Voucher)
            : Decision.Accept(ClauseOf(rules), new BalanceStated(c.Id, c.Fund, c.Amount, state.Accounts.BalanceOfFund(c.Fund), c.Voucher));
    }

    /// <summary>Whether whoever acts holds a place that inspects.</summary>
    internal static bool Inspects(State state, Act act, Constitution rules) =>
        rules.Powers.Where(p => p.Verb == Verb.Inspect).Select(p => p.Holder).OfType<NamedHolder>().Any(h => state.Offices.Holds(act.By, h.Name.Id, act.At));

    internal static Refusal? New(State state, string id) =>
        id.Length == 0 ? ProtocolRefusals.Malformed("id", "an id", id) : state.Accounts.Has(id) ? ProtocolRefusals.Taken("booking", id) : null;

    /// <summary>Three capital letters (ISO 4217); what is no currency is a measure in kind (S320).</summary>
    internal static bool IsCurrency(string unit) => unit.Length == 3 && unit.All(char.IsAsciiLetterUpper);

    internal static Refusal? Keeps(State state, Act act, Constitution rules, Fund fund) =>
        PlaceOf(rules, fund.Keeper) is { } keeper ? Authority.Serves(state, act, keeper, ClauseOf(rules), fund.Unit)
        : OwnFunds.SitsOn(state, act, fund.Keeper) ? null : ProtocolRefusals.NotYours(ClauseOf(rules), fund.Keeper, act.By);

    /// <summary>The power to decide over money, else over anything.</summary>
    private static IEnumerable<Power> Deciding(Constitution rules) =>
        rules.Powers.Where(p => p.Verb == Verb.Decide && p.Holder is NamedHolder).OrderByDescending(p => p.Object.Any(o => o.Id == "budget"));

    internal static string ClauseOf(Constitution rules) => Deciding(rules).FirstOrDefault()?.Clause.Path ?? rules.Procedure.Default.Clause.Path;
}
