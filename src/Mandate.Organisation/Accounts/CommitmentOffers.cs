using Mandate.Constitutions.Rules;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Accounts;

/// <summary>The acts on rules over money, what is owed, common property and audits that a page can offer to one person, each put to the rules.</summary>
internal static class CommitmentOffers
{
    /// <summary>What is offered of each kind; any other is reached through its page.</summary>
    private const int Most = 50;

    private static readonly string NoText = new('0', 64);

    public static IEnumerable<Offer> For(State state, string person, DateTimeOffset at, IReadOnlyList<string> places)
    {
        var (books, day, rules) = (state.Accounts, DateOnly.FromDateTime(at.UtcDateTime), state.Statutes.At(at));
        Offer Put(string subject, AccountsCommand command) => Offer.Of(state, person, at, subject, command);
        var fund = books.Funds.Values.Where(f => f.Unit is null).Select(f => f.Id).Order(StringComparer.Ordinal).FirstOrDefault();
        if (places.Count > 0)
        {
            yield return Put("rules", new SetLimit("offer", BookRuleKind.ContractsFrom, null, 1));
            yield return Put("new", new EnterProperty("offer", "-", "-", places[0], 1));
            yield return Put("rates", new EnterRate("EUR", "USD", day, 1, 1, "-"));
            if (fund is not null && rules.Units.Keys.FirstOrDefault() is { } kind)
                yield return Put("rules", new SetLevy("offer", "-", fund, kind, 1, 0, 0, Notices.Earliest(day, rules.Procedure.Default.Notice, rules.Procedure.ClearDays), 12, null, 1));
            if (fund is not null) yield return Put("rules", new SetShares("offer", "-", fund, 12));
            if (fund is not null && books.Funds.Keys.FirstOrDefault(f => f != fund) is { } goods) yield return Put("rules", new SetPool("offer", "-", fund, goods, 0));
            if (books.Funds.Keys.Order(StringComparer.Ordinal).FirstOrDefault(f => books.BalanceOfFund(f) == 0) is { } empty) yield return Put("rules", new OpenCollection("offer", "-", empty, 1, day.AddDays(1)));
            if (fund is not null) yield return Put("new", new OpenAudit("offer", fund, day.AddDays(-1), day.AddDays(-1), 1, "-", day.AddDays(1)));
        }
        foreach (var own in books.Funds.Keys.Order(StringComparer.Ordinal).Take(Most)) yield return Put(own, new MakePledge("offer", own, 1, day));
        foreach (var standing in books.Rules.Values.Where(r => r.EndedAt is null).Take(Most))
        {
            if (standing.Rule.Kind is BookRuleKind.Levy or BookRuleKind.Pool or BookRuleKind.Shares) yield return Put(standing.Rule.Id, new Reckon(standing.Rule.Id, standing.Rule.Kind == BookRuleKind.Levy ? Reckonings.Next(standing.Rule, books) : day.AddDays(-1)));
            if (standing.Rule.Kind == BookRuleKind.Collection && (places.Count > 0 || standing.Rule.Until < day)) yield return Put(standing.Rule.Id, new EndCollection(standing.Rule.Id, true, "-"));
        }
        foreach (var owed in books.Commitments.Values.Where(c => c.Open > 0 && (c.By == person || c.To == Party.Member(person))).Take(Most))
            yield return owed.Kind == CommitmentKind.Return ? Put(owed.Id, new LeaveGift(owed.Id, fund ?? "-")) : Put(owed.Id, new WithdrawPledge(owed.Id));
        foreach (var left in books.Commitments.Values.Where(c => c.Open > 0 && places.Count > 0 && Party.Of(c.From, "fund") is { } f && books.Funds[f].Unit is null && Party.Of(c.To, "fund") is not null).Take(Most))
            yield return Put(left.Id, new Settle("offer", left.Id, left.From["fund:".Length..], 1, NoText));
        foreach (var own in books.Funds.Values.Where(f => f.Unit is { } unit && state.Offices.SpeaksFor(person, unit, at)).OrderBy(f => f.Id, StringComparer.Ordinal))
        {
            yield return Put(own.Id, new OfferGoods("offer", own.Id, "-", 1, 1, day));
            foreach (var offer in books.Goods.Values.Where(g => g.Left > 0 && day <= g.Until && g.Unit != own.Unit).Take(Most)) yield return Put(offer.Id, new TakeGoods("offer", offer.Id, own.Id, 1));
            foreach (var owed in books.Commitments.Values.Where(c => c.Open > 0 && (c.From == Party.Unit(own.Unit!) || c.From == Party.Fund(own.Id)) && Party.Of(c.To, "fund") is not null).Take(Most))
                yield return Put(owed.Id, new Settle("offer", owed.Id, own.Id, 1, NoText));
        }
        foreach (var grant in books.Grants.Values.Where(g => day <= g.Until && places.Count > 0 && !books.Commitments.ContainsKey(g.Id)).OrderBy(g => g.Id, StringComparer.Ordinal).Take(Most))
            yield return Put(grant.Id, new EnterContract("offer", grant.Id, "-", "-", 1, day, 0, NoText));
        foreach (var property in books.Properties.Values.Take(Most))
        {
            yield return Put(property.Id, new AskForUse(property.Id));
            yield return Put(property.Id, new GiveBack(property.Id));
            if (places.Contains(property.Place, StringComparer.Ordinal)) yield return Put(property.Id, new GiveInUse(property.Id));
        }
        foreach (var audit in books.Audits.Values.Where(a => a.Motion is null).Take(Most))
        {
            if (audit.Auditors.IsEmpty) yield return Put(audit.Id, new DrawAuditors(audit.Id, "-"));
            else if (audit.Auditors.Contains(person, StringComparer.Ordinal)) yield return Put(audit.Id, new ReportAudit(audit.Id, true, NoText));
            else if (places.Count > 0 && state.Motions.All.Values.FirstOrDefault(m => m.Stage == Motions.MotionStage.Adopted) is { } motion) yield return Put(audit.Id, new ApproveAccounts(audit.Id, motion.Id));
        }
    }
}
