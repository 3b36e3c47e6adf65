using Mandate.Tally.Ties;

namespace Mandate.Tally.Ranked;

/// <summary>
/// What the rules differ in that transfer a surplus from the last parcel received only (exclusive Gregory).
/// </summary>
internal sealed record LastParcelRule(string Name)
{
    /// <summary>
    /// The Electoral Reform Society's rules, 3rd edition 1997 (ERS97), sections 5.1 to 5.6: quota rounded up to 0.01 and lowered while nobody has
    /// been elected; election also at the share of the active vote that makes a candidate safe.
    /// </summary>
    public static LastParcelRule Ers97 { get; } = new("ers97") { QuotaOfHundredths = true, ActiveVote = true, LosersMayEqual = true };

    /// <summary>Northern Ireland: Local Elections (Northern Ireland) Order 1985, schedule 5, rules 47 to 52.</summary>
    public static LastParcelRule NorthernIreland { get; } = new("ni-stv") { FirstPreferencesApart = true, OneVacancyWaits = true, LastVacancyByMajority = true };

    /// <summary>
    /// Seanad Eireann: Seanad Electoral (Panel Members) Act 1947, second schedule: every paper is worth 1000, the quota is floor + 1 of such units, and the papers of the
    /// excluded move in the order in which they came. Ties go by rule 2's order of preferences.
    /// </summary>
    public static LastParcelRule Seanad { get; } = new("senate-ie") { Decimals = 3, QuotaOfUnits = true, InOrderOfReceipt = true, LastVacancyByMajority = true, OrderOfPreferences = true };

    public int Decimals { get; private init; } = 2;

    /// <summary>The quota is floor + 1 in units of the last decimal.</summary>
    public bool QuotaOfUnits { get; private init; }

    /// <summary>On an exclusion, papers move in the order of their receipt and not of their value.</summary>
    public bool InOrderOfReceipt { get; private init; }

    /// <summary>The quota has two decimals, rounded up, and falls while nobody has been elected; else whole votes, floor + 1.</summary>
    public bool QuotaOfHundredths { get; private init; }

    /// <summary>ERS97 5.1.7(b): the active vote divided by one more than the open seats also elects.</summary>
    public bool ActiveVote { get; private init; }

    /// <summary>Losers are safe to exclude together when their votes and the surpluses do not exceed, or are less than, the vote next above.</summary>
    public bool LosersMayEqual { get; private init; }

    /// <summary>On an exclusion, first-preference papers move before other papers of the same value (rule 51(2) to (6)).</summary>
    public bool FirstPreferencesApart { get; private init; }

    /// <summary>With one seat nobody is elected before the first exclusion (rule 48(3)) and no surplus moves (rule 49(11)).</summary>
    public bool OneVacancyWaits { get; private init; }

    /// <summary>Rule 52(2): the last seat goes to a candidate who has as much as all others and the surpluses together.</summary>
    public bool LastVacancyByMajority { get; private init; }

    /// <summary>
    /// Ties go by the numbers of first preferences on all papers, then of second, and so on; only those equal in all of them by lot (Seanad, rule 2).
    /// Other rules look back at the rounds of the count.
    /// </summary>
    public bool OrderOfPreferences { get; private init; }

    /// <summary>Ties go to the earliest point of the count at which votes differed (ERS97 5.2.3, 5.2.5; Northern Ireland rules 50(1) and 51(13)).</summary>
    public const LookBack Back = LookBack.Earliest;
}
