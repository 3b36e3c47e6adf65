using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;

namespace Mandate.Organisation.Federation;

/// <summary>
/// Disputes about disadvantage by language or region are settled by members without office who are drawn by lot, most of them from the unit that
/// complains (requirement S243). How the seed is made is fixed when the dispute is filed, before anybody can know it.
/// </summary>
public static class Panels
{
    /// <summary>Members of a panel, those of them from the unit, and the days after which the figures of the seed can be known.</summary>
    public const int Size = 5, OfUnit = 3, SeedDays = 3;

    public static DateTimeOffset SeedDue(Dispute dispute) => dispute.At.AddDays(SeedDays);

    /// <summary>Anybody may: pool, procedure and day are fixed, and the draw follows from the seed.</summary>
    internal static Decision Draw(State state, Act act, DrawDisputePanel c)
    {
        if (Open(state, act, c.Dispute, out var dispute, out var clause) is { } refusal) return refusal;
        if (state.Roll.Member(act.By) is not { InGoodStanding: true }) return ProtocolRefusals.NotYours(clause, "member", act.By);
        if (dispute.SeedProcedure is null) return ProtocolRefusals.NotYours(clause, dispute.Judge, act.By);
        if (!dispute.Panel.IsEmpty) return ProtocolRefusals.Taken("panel", dispute.Id);
        if (act.At < SeedDue(dispute)) return FederationRefusals.PanelFirst(dispute.Id, SeedDue(dispute));
        if (c.Seed.Length == 0) return ProtocolRefusals.Malformed("seed", "the public figures, written as the procedure says", "");
        var (own, others) = Pools(state, dispute, act.At);
        // Fewer than three of the unit cannot have the majority of five: then of as many as leave it to them.
        var ofUnit = Math.Min(OfUnit, own.Length);
        if (ofUnit == 0) return OfficesRefusals.PoolTooSmall(clause, OfUnit, 0);
        var panel = Lots.Draw(own, c.Seed, ofUnit).AddRange(Lots.Draw(others, c.Seed, Math.Min(ofUnit - 1, others.Length)));
        return Decision.Accept(clause, new DisputePanelDrawn(dispute.Id, c.Seed, panel));
    }

    internal static Decision Find(State state, Act act, FindOnDispute c)
    {
        if (Open(state, act, c.Dispute, out var dispute, out var clause) is { } refusal) return refusal;
        if (dispute.SeedProcedure is not null && dispute.Panel.IsEmpty) return FederationRefusals.PanelFirst(dispute.Id, SeedDue(dispute));
        if (!dispute.Panel.Contains(act.By, StringComparer.Ordinal)) return FederationRefusals.NotOnPanel(dispute.Id, act.By);
        if (c.Reasons.Trim().Length is 0 or > 2000) return ProtocolRefusals.Malformed("reasons", "the reasons, in at most 2000 characters", c.Reasons.Length);
        if (dispute.Findings.ContainsKey(act.By)) return ProtocolRefusals.Taken("finding", act.By);
        var found = new DisputeFound(dispute.Id, c.ForUnit, c.Reasons.Trim());
        var agreeing = dispute.Findings.Values.Count(f => f == c.ForUnit) + 1;
        return agreeing * 2 > dispute.Panel.Length ? Decision.Accept(clause, found, new DisputeSettled(dispute.Id, c.ForUnit, found.Reasons)) : Decision.Accept(clause, found);
    }

    /// <summary>Members in good standing without office, of the unit and of all others.</summary>
    private static (ImmutableArray<string> Own, ImmutableArray<string> Others) Pools(State state, Dispute dispute, DateTimeOffset at)
    {
        var busy = state.Offices.Tenures.Values.Where(t => t.HeldAt(at)).Select(t => t.Person).ToHashSet(StringComparer.Ordinal);
        var pool = state.Roll.Members.Values.Where(m => m.InGoodStanding && !busy.Contains(m.Id)).OrderBy(m => m.Id, StringComparer.Ordinal).ToLookup(m => state.Roll.LiesIn(m.Unit, dispute.Unit), m => m.Id);
        return ([.. pool[true]], [.. pool[false]]);
    }

    private static Refusal? Open(State state, Act act, string id, out Dispute dispute, out string clause)
    {
        clause = "";
        if (!state.Federation.Disputes.TryGetValue(id, out dispute!)) return ProtocolRefusals.Unknown("dispute", id);
        clause = Disputes.ClauseOf(state.Statutes.At(act.At), dispute.Judge);
        return dispute.SettledAt is null ? null : ProtocolRefusals.WrongStage("dispute", id, "open", "decided");
    }
}
