using System.Globalization;
using System.Numerics;
using Mandate.Constitutions.Rules;
using Mandate.Tally;

namespace Mandate.Constitutions.Checks.Capture;

/// <summary>
/// The sizes that the analysis works with: those of the constitution, else those it assumes (<c>assume</c>), else defaults that are
/// stated in the result.
/// </summary>
public sealed class Numbers
{
    private const long MembersIfNotSaid = 1000;
    private const int UnitsIfNotSaid = 20;

    private readonly Constitution constitution;

    public Numbers(Constitution constitution)
    {
        this.constitution = constitution;
        Members = Assumed("members") ?? MembersIfNotSaid;
        Sizes = new() { Members = Members, Units = constitution.Units.Keys.Aggregate(new Sizes().Units, (all, id) => all.SetItem(id, Units(id))), SmallestUnit = Quantities.SmallestUnit(constitution) };
    }

    public long Members { get; }

    /// <summary>Members and units; seats come in per body.</summary>
    public Sizes Sizes { get; }

    public int Units(string id) => constitution.Units.GetValueOrDefault(id)?.Count is { } count and > 0 ? count
        : (int?)(Assumed(id) ?? Assumed(id + "s") ?? Assumed(id + "es")) ?? UnitsIfNotSaid;

    /// <summary>Seats of a group; in a family of bodies, those of one of them.</summary>
    public int Seats(SeatGroup group)
    {
        if (group.Apportion is not { } apportion) return group.Count ?? 1;
        var units = Units(apportion.Per.Id);
        if (apportion.Equal is { } equal) return equal * units;
        if (apportion.OnePer is not { } onePer) return group.Count ?? units;
        var each = Members / units / Math.Max(1, Quantities.Needed(onePer, Sizes));
        return (int)Math.Min(int.MaxValue / 2, units * Math.Clamp(each, apportion.Min ?? 0, apportion.Max ?? long.MaxValue));
    }

    public int Seats(Body body) => Math.Max(1, body.Seats.Values.Sum(Seats));

    /// <summary>
    /// Votes that force a decision when so many of <paramref name="all"/> take part: shares of those who vote shrink with them, shares of seats,
    /// members and units do not.
    /// </summary>
    public static long Need(Majority? majority, long all, long present) => majority switch
    {
        ShareMajority share => Share(share.Share, share.StrictlyMore, share.Basis is Basis.VotesCast or Basis.Present ? present : all),
        AllOfBasis => all,
        Unanimous => Math.Max(1, present),
        SeatsMajority seats => (long)seats.Needed.Ceiling(),
        _ => (present / 2) + 1,
    };

    private static long Share(Fraction share, bool more, long of)
    {
        var exact = share * (BigInteger)of;
        return Math.Max(1, (long)(more ? exact.Floor() + 1 : exact.Ceiling()));
    }

    /// <summary>A number of <c>assume</c>, also written as a percentage or fraction.</summary>
    private long? Assumed(string key) =>
        constitution.Assume?[key] is Datum.Number number && long.TryParse(number.Canonical, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value is > 0 and < int.MaxValue ? value : null;
}
