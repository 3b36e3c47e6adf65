using System.Collections.Immutable;
using Mandate.Constitutions.Rules;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;

namespace Mandate.Organisation.Accounts;

/// <param name="Text">SHA-256 of the findings, which every member reads at once.</param>
public sealed record AuditReport(string By, bool Sound, string Text, DateTimeOffset At);

/// <summary>
/// An audit of a period that is over, by members drawn by lot from the base, before its accounts are voted on (S298). Entries of the period cannot be
/// changed: every booking has the time of its own entry.
/// </summary>
/// <param name="SeedDue">The day after which the figures of the seed are known.</param>
public sealed record Audit(string Id, string Fund, DateOnly From, DateOnly To, int Number, string SeedProcedure, DateOnly SeedDue, DateTimeOffset At)
{
    public ImmutableArray<string> Auditors { get; init; } = [];

    public string? Seed { get; init; }

    public ImmutableArray<AuditReport> Reports { get; init; } = [];

    /// <summary>The motion by which the accounts were approved.</summary>
    public string? Motion { get; init; }

    /// <summary>Reports that are needed: of more than half of the auditors.</summary>
    public int Needed => Auditors.Length / 2 + 1;

    /// <summary>When the findings were complete enough to be read; null before.</summary>
    public DateTimeOffset? Published => Auditors.IsEmpty || Reports.Length < Needed ? null : Reports[Needed - 1].At;
}

/// <summary>Have the books of a fund for a period that is over audited by members drawn from the base.</summary>
/// <param name="SeedProcedure">Which public figures, not known yet, make the seed.</param>
[WireName("accounts.open-audit")]
public sealed record OpenAudit(string Id, string Fund, DateOnly From, DateOnly To, int Number, string SeedProcedure, DateOnly SeedDue) : AccountsCommand;

/// <summary>Draw the auditors with the seed, as every draw here is made; anybody can draw again.</summary>
[WireName("accounts.draw-auditors")]
public sealed record DrawAuditors(string Audit, string Seed) : AccountsCommand;

/// <summary>Report what was found, as one of the auditors.</summary>
[WireName("accounts.report-audit")]
public sealed record ReportAudit(string Audit, bool Sound, string Text) : AccountsCommand
{
    public override IEnumerable<string> Reads() => [Text];
}

/// <summary>Write down that the accounts of the period were approved by a motion; it was voted on when the findings could be read.</summary>
[WireName("accounts.approve-accounts")]
public sealed record ApproveAccounts(string Audit, string Motion) : AccountsCommand;

[WireName("accounts.audit-opened")]
public sealed record AuditOpened(string Id, string Fund, DateOnly From, DateOnly To, int Number, string SeedProcedure, DateOnly SeedDue) : AccountsEvent;

[WireName("accounts.auditors-drawn")]
public sealed record AuditorsDrawn(string Audit, string Seed, ImmutableArray<string> Auditors) : AccountsEvent;

[WireName("accounts.audit-reported")]
public sealed record AuditReported(string Audit, bool Sound, string Text) : AccountsEvent
{
    public override IEnumerable<string> Reads() => [Text];
}

[WireName("accounts.accounts-approved")]
public sealed record AccountsApproved(string Audit, string Motion) : AccountsEvent;

/// <summary>The rules of audits.</summary>
public static class Audits
{
    /// <summary>The base: members in good standing when it was opened who hold no place, held none in the period, are paid by nobody here, and received nothing from the fund in it.</summary>
    public static ImmutableArray<string> Pool(State state, Audit audit)
    {
        var opened = DateOnly.FromDateTime(audit.At.UtcDateTime);
        var concerned = state.Offices.Tenures.Values.Where(t => t.Session is null && (t.Until is null || t.Until >= audit.From)).Select(t => t.Person)
            .Concat(state.Offices.Employments.Values.Where(e => e.Until is null || e.Until >= audit.From).Select(e => e.Person))
            .Concat(state.Accounts.Bookings.Where(b => b.Party is not null && b.Legs.Any(l => l.Account == Party.Fund(audit.Fund))).Select(b => b.Party!)).ToHashSet(StringComparer.Ordinal);
        return [.. state.Roll.Members.Values.Where(m => m.InGoodStanding && m.Since <= opened && !concerned.Contains(m.Id)).Select(m => m.Id).Order(StringComparer.Ordinal)];
    }

    /// <summary>By whoever keeps the fund, decides over money or inspects.</summary>
    internal static Decision Open(State state, Act act, OpenAudit c)
    {
        var rules = state.Statutes.At(act.At);
        var clause = AccountsRules.ClauseOf(rules);
        if (AccountsRules.New(state, c.Id) is { } taken) return taken;
        if (!state.Accounts.Funds.TryGetValue(c.Fund, out var fund)) return ProtocolRefusals.Unknown("fund", c.Fund);
        if (!AccountsRules.Inspects(state, act, rules) && AccountsRules.Keeps(state, act, rules, fund) is { } notYours && Authority.DecidesUnderAny(state, act, out _, out _) is not null) return notYours;
        if (c.To < c.From) return ProtocolRefusals.Malformed("last-day", "the first day or later", c.To);
        if (c.To >= act.Day) return AccountsRefusals.DayNotOver(clause, c.To);
        if (c.Number is < 1 or > 15) return ProtocolRefusals.Malformed("auditors", "from 1 to 15", c.Number);
        if (string.IsNullOrWhiteSpace(c.SeedProcedure)) return ProtocolRefusals.Malformed("audit-seed", "which public figures make the seed", c.SeedProcedure);
        return c.SeedDue <= act.Day ? ProtocolRefusals.Malformed("seed-day", "a day after today", c.SeedDue) : Decision.Accept(clause, new AuditOpened(c.Id, c.Fund, c.From, c.To, c.Number, c.SeedProcedure, c.SeedDue));
    }

    internal static Decision Draw(State state, Act act, DrawAuditors c)
    {
        var clause = AccountsRules.ClauseOf(state.Statutes.At(act.At));
        if (!state.Accounts.Audits.TryGetValue(c.Audit, out var audit)) return ProtocolRefusals.Unknown("audit", c.Audit);
        if (state.Roll.Member(act.By) is not { InGoodStanding: true }) return ProtocolRefusals.NotYours(clause, "member", act.By);
        if (!audit.Auditors.IsEmpty) return ProtocolRefusals.WrongStage("audit", audit.Id, "not drawn", "drawn");
        if (act.Day <= audit.SeedDue) return AccountsRefusals.SeedEarly(clause, audit.SeedDue);
        if (c.Seed.Length == 0) return ProtocolRefusals.Malformed("seed", "the public figures, written as the procedure says", "");
        var pool = Pool(state, audit);
        return pool.Length < audit.Number ? OfficesRefusals.PoolTooSmall(clause, audit.Number, pool.Length) : Decision.Accept(clause, new AuditorsDrawn(audit.Id, c.Seed, Lots.Draw(pool, c.Seed, audit.Number)));
    }

    internal static Decision Report(State state, Act act, ReportAudit c)
    {
        var clause = AccountsRules.ClauseOf(state.Statutes.At(act.At));
        if (!state.Accounts.Audits.TryGetValue(c.Audit, out var audit)) return ProtocolRefusals.Unknown("audit", c.Audit);
        if (!audit.Auditors.Contains(act.By, StringComparer.Ordinal)) return ProtocolRefusals.NotYours(clause, "one of the auditors", act.By);
        if (audit.Reports.Any(r => r.By == act.By)) return ProtocolRefusals.WrongStage("audit", audit.Id, "not reported", "reported");
        return act.Blobs.Text(c.Text) is null ? ProtocolRefusals.BlobMissing(c.Text) : Decision.Accept(clause, new AuditReported(audit.Id, c.Sound, c.Text));
    }

    internal static Decision Approve(State state, Act act, ApproveAccounts c)
    {
        var rules = state.Statutes.At(act.At);
        var clause = AccountsRules.ClauseOf(rules);
        if (!state.Accounts.Audits.TryGetValue(c.Audit, out var audit)) return ProtocolRefusals.Unknown("audit", c.Audit);
        if (AccountsRules.Keeps(state, act, rules, state.Accounts.Funds[audit.Fund]) is { } notYours) return notYours;
        if (audit.Motion is not null) return ProtocolRefusals.WrongStage("audit", audit.Id, "open", "approved");
        if (state.Motions.Find(c.Motion) is not { } motion) return ProtocolRefusals.Unknown("motion", c.Motion);
        if (motion.Stage != MotionStage.Adopted) return ProtocolRefusals.WrongStage("motion", c.Motion, MotionStage.Adopted, motion.Stage);
        if (audit.Published is not { } published) return AccountsRefusals.FindingsFirst(clause, Math.Max(1, audit.Needed), audit.Reports.Length);
        var notice = rules.Procedure.Default.Notice;
        var earliest = Notices.Earliest(DateOnly.FromDateTime(published.UtcDateTime), notice, rules.Procedure.ClearDays);
        return DateOnly.FromDateTime((state.Votes.Find(motion.Vote ?? "")?.PutAt ?? DateTimeOffset.MinValue).UtcDateTime) < earliest
            ? AccountsRefusals.VotedBefore(notice?.Clause.Path ?? clause, earliest, motion.Id)
            : Decision.Accept(clause, new AccountsApproved(audit.Id, motion.Id));
    }

    /// <summary>The fold of audits and common property; null where it is none of these.</summary>
    internal static AccountsState? EvolveCommons(this AccountsState state, AccountsEvent happened, Occasion occasion) => happened switch
    {
        AuditOpened e => state with { Audits = state.Audits.SetItem(e.Id, new(e.Id, e.Fund, e.From, e.To, e.Number, e.SeedProcedure, e.SeedDue, occasion.At)) },
        AuditorsDrawn e => state with { Audits = state.Audits.SetItem(e.Audit, state.Audits[e.Audit] with { Auditors = e.Auditors, Seed = e.Seed }) },
        AuditReported e => state with { Audits = state.Audits.SetItem(e.Audit, state.Audits[e.Audit] with { Reports = state.Audits[e.Audit].Reports.Add(new(occasion.By, e.Sound, e.Text, occasion.At)) }) },
        AccountsApproved e => state with { Audits = state.Audits.SetItem(e.Audit, state.Audits[e.Audit] with { Motion = e.Motion }) },
        _ => state.EvolveProperty(happened, occasion),
    };
}
