namespace Mandate.Tally.Committees;

/// <summary>
/// Rules that elect a committee from approvals (Lackner and Skowron, <i>Multi-Winner Voting with Approval Preferences</i>).
/// </summary>
public enum CommitteeRule
{
    /// <summary>Most approvals.</summary>
    Approval,

    /// <summary>A ballot's one vote is split among those it approves.</summary>
    SatisfactionApproval,

    /// <summary>Proportional approval voting: a ballot with j elected counts 1 + 1/2 + ... + 1/j; the best committee.</summary>
    ProportionalApproval,

    /// <summary>The same with 1 + 1/3 + 1/5 + ...</summary>
    SainteLagueApproval,

    /// <summary>Chamberlin-Courant: ballots with at least one elected; the best committee.</summary>
    ChamberlinCourant,

    /// <summary>PAV, one seat after another.</summary>
    SequentialProportionalApproval,

    /// <summary>PAV, from all candidates, dropping one after another.</summary>
    ReverseSequentialProportionalApproval,

    /// <summary>Sainte-Lague approval, one seat after another.</summary>
    SequentialSainteLagueApproval,

    /// <summary>Chamberlin-Courant, one seat after another.</summary>
    SequentialChamberlinCourant,

    /// <summary>Sequential Phragmen: voters earn money evenly; who can be bought first is elected.</summary>
    Phragmen,

    /// <summary>Method of Equal Shares, each voter with seats/voters; seats left over by sequential Phragmen from the money left.</summary>
    EqualShares,

    /// <summary>Method of Equal Shares; seats left over by most approvals.</summary>
    EqualSharesThenApproval,
}
