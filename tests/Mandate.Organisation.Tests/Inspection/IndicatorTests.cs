using FsCheck;
using FsCheck.Fluent;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Documents;
using Mandate.Organisation.Inspection;
using Mandate.Organisation.Inspection.Measures;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Tests.Support;
using Mandate.Tally;

namespace Mandate.Organisation.Tests.Inspection;

public sealed class IndicatorTests
{
    private static Indicator Of(Founded o, string name, int days = 0) => Indicators.Of(o.State, DateOnly.FromDateTime(o.Now.UtcDateTime).AddDays(days), o.Reader).Single(i => i.Name == name);

    [Fact]
    public void What_the_record_does_not_hold_is_not_given_and_never_zero()
    {
        var o = Founded.Small();
        foreach (var name in new[] { "participation", "speakers", "speaking-time", "contestation", "closeness", "incumbents-defeated", "turnover", "tendencies", "position-distortion", "appointers", "pay-ratio", "complaints-overdue", "publication" })
        {
            var one = Of(o, name);
            Assert.Equal(Known.NotGiven, one.Known);
            Assert.Null(one.Value);
            Assert.Contains(one.Inputs, i => i.Value is null);
        }
    }

    [Fact]
    public void Every_indicator_has_inputs_and_a_name_of_its_own()
    {
        var all = Indicators.Of(Founded.Small().State, Founded.Day(2026), Blobs.None);
        Assert.Equal(all.Length, all.Select(i => i.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.All(all, i => Assert.NotEmpty(i.Inputs));
    }

    [Fact]
    public void An_appointment_raises_the_share_of_appointed_and_its_end_lowers_it_and_the_past_is_remembered()
    {
        var o = Founded.Small();
        Assert.Equal(Fraction.Zero, Of(o, "appointed").Value);
        o.Advance(100);
        o.Happened("b1-05", new TenureBegan("t-new", "b1-09", new Seat("council"), o.Now, null, new Basis(BasisKind.Appointment, "a", "secretary"), null));
        var raised = Of(o, "appointed");
        Assert.Equal(new Fraction(1, 11), raised.Value);
        Assert.Equal(Fraction.One, Of(o, "appointers").Value);
        Assert.Equal(new Fraction(1, 4), raised.Parts.Single(p => p.Of == "council").Value);
        var history = Indicators.WithHistory(o.State, DateOnly.FromDateTime(o.Now.UtcDateTime), o.Reader).Single(r => r.Now.Name == "appointed").History;
        Assert.Equal([Fraction.Zero], history.Select(h => h.Then.Value!.Value));
    }

    [Fact]
    public void Few_complaints_are_counted_for_nobody_to_see_and_five_are()
    {
        var o = Founded.Small();
        for (var i = 1; i <= 5; i++)
        {
            o.Do($"b1-{i + 5:00}", new Complain($"c{i}", ["t-secretary-0"], "Claims", new string('0', 64), "the draw"));
            Assert.Equal(i < 5 ? Known.TooFew : Known.Given, Of(o, "complaints").Known);
            Assert.Equal(i < 5 ? null : (Fraction?)5, Of(o, "complaints").Value);
        }
    }

    [Fact]
    public void A_document_opened_on_its_day_is_in_time_and_one_that_is_not_is_not()
    {
        var o = Founded.Small();
        var text = o.Blob("a letter");
        o.Do("b1-07", new DepositDocument("d1", "Letter", text, [], Founded.Day(2026, 1, 5)));
        o.Do("b1-08", new DepositDocument("d2", "Other letter", new string('0', 64), [], Founded.Day(2026, 1, 5)));
        o.Advance(4);
        o.Do("b1-09", new ReleaseDocument("d1", text));
        o.Advance(5);
        Assert.Equal(new Fraction(1, 2), Of(o, "publication").Value);
        Assert.Equal(Known.NotGiven, Of(o, "publication", -5).Known);
    }

    [Fact]
    public void An_inspector_whom_the_inspected_appointed_is_a_tie()
    {
        var o = Founded.Small();
        Assert.Equal(Fraction.Zero, Of(o, "inspection-ties").Value);
        o.Happened("b1-05", new TenureBegan("t-new", "b1-09", new Seat("control"), o.Now, null, new Basis(BasisKind.Appointment, "a", "secretary"), null));
        Assert.Equal((Fraction)1, Of(o, "inspection-ties").Value);
    }

    [Fact]
    public void The_root_of_a_square_is_its_number_and_of_others_the_nearest_decimal() =>
        Prop.ForAll(ArbMap.Default.ArbFor<uint>(), ArbMap.Default.ArbFor<PositiveInt>(), (n, d) =>
        {
            var root = new Fraction(n, d.Get);
            var near = Roots.Of(new Fraction(n, d.Get), 6);
            var half = new Fraction(1, 2_000_000);
            var low = near - half;
            return Roots.Of(root * root, 6) - root <= half && root - Roots.Of(root * root, 6) <= half
                && (low.Sign <= 0 || low * low <= root) && (near + half) * (near + half) >= root;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_spread_lies_between_equal_and_all_with_one() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), amounts =>
        {
            var all = amounts.Select(a => (Fraction)(int)a).ToList();
            if (all.Sum(a => (long)a.Numerator) == 0) return Distribution.Gini(all) is null && Distribution.EffectiveNumber(all) is null;
            var (gini, number) = (Distribution.Gini(all)!.Value, Distribution.EffectiveNumber(all)!.Value);
            return gini.Sign >= 0 && gini <= new Fraction(all.Count - 1, all.Count) && number >= 1 && number <= all.Count;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_chances_of_a_draw_add_up_to_one_and_one_stratum_is_the_plain_test() =>
        Prop.ForAll(ArbMap.Default.ArbFor<(byte, byte, byte, byte)>(), t =>
        {
            var table = new Table(t.Item1 % 12, t.Item2 % 12, t.Item3 % 12, t.Item4 % 12);
            if (table.All == 0) return true;
            var plain = Hypergeometric.AtLeast(table.All, table.A + table.B, table.A + table.C, table.A);
            var here = Hypergeometric.Exactly(table.All, table.A + table.B, table.A + table.C, table.A);
            return FisherExact.Greater(table) == plain && FisherExact.Greater(table) + FisherExact.Less(table) == Fraction.One + here
                && FisherExact.TwoSided(table) <= Fraction.One && FisherExact.AtWorst(table) <= FisherExact.Greater(table);
        }).QuickCheckThrowOnFailure();
}
