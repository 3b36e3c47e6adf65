using FsCheck;
using FsCheck.Fluent;
using Mandate.Organisation.Inspection;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Tests.Sessions;
using Mandate.Organisation.Tests.Support;

namespace Mandate.Organisation.Tests.Inspection;

public sealed class ReadersTests
{
    private static readonly string Digest = new('a', 64);

    private static Complain Against(params string[] tenures) => new("c", [.. tenures], "Travel claims", Digest, "winning numbers of the national draw of the next Saturday");

    private static string[] Everyone(Founded o) => [.. o.State.Offices.Tenures.Keys.Order(StringComparer.Ordinal)];

    [Fact]
    public void Whoever_is_complained_of_no_reader_is_accused_appointee_or_fellow_member_and_somebody_always_reads() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int[]>(), picks =>
        {
            var o = Founded.Small();
            var all = Everyone(o);
            var tenures = picks.Select(p => all[(int)((uint)p % all.Length)]).Append(all[0]).Distinct(StringComparer.Ordinal).ToArray();
            o.Do("b1-07", Against(tenures));
            var complaint = o.State.Inspection.All["c"];
            if (Readers.Of(o.State, complaint, o.Now).IsEmpty)
            {
                o.Advance(3);
                o.Do("b2-05", new DrawJury("c", "7 19 23 31 40 44"));
                complaint = o.State.Inspection.All["c"];
            }
            var readers = Readers.Of(o.State, complaint, o.Now);
            var organs = complaint.Accused.SelectMany(a => o.State.Offices.HeldBy(a, o.Now)).Select(t => (t.Seat.Of, t.Seat.Unit)).ToHashSet();
            return readers.Length > 0
                && readers.All(r => !complaint.Accused.Contains(r) && r != complaint.By
                    && !o.State.Offices.HeldBy(r, o.Now).Any(t => organs.Contains((t.Seat.Of, t.Seat.Unit)))
                    && !o.State.Offices.Career(r).Any(t => t.Basis.By is { } by && (complaint.Accused.Contains(by) || organs.Any(g => g.Of == by))));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_inspection_reads_a_complaint_against_the_highest_and_a_drawn_jury_one_against_itself()
    {
        var o = Founded.Small();
        o.Do("b1-07", Against("t-secretary-0"));
        Assert.Equal(["b1-03", "b2-02"], Readers.Of(o.State, o.State.Inspection.All["c"], o.Now));
        Assert.Equal("inspection.jury-not-needed", o.Refused("b1-08", new DrawJury("c", "1 2 3")).Code);
        o.Do("b1-07", Against("t-control-0") with { Id = "d" });
        Assert.Equal("inspection.barred", o.Refused("b2-02", new StepAside("d", "tired")).Code);
        Assert.Equal("inspection.seed-too-early", o.Refused("b1-08", new DrawJury("d", "1 2 3")).Code);
        o.Advance(3);
        o.Do("b1-08", new DrawJury("d", "1 2 3"));
        Assert.Equal(Readers.JurySize, o.State.Inspection.All["d"].Jury.Length);
        Assert.DoesNotContain(o.State.Inspection.All["d"].Jury, p => o.State.Offices.HeldBy(p, o.Now).Any());
    }

    [Fact]
    public void Delegates_of_a_congress_that_inspects_the_inspection_read_no_files()
    {
        var o = Congresses.Opened(yaml: Founded.Yaml(("powers:\n", "powers:\n  - {id: inspect_control, verb: inspect, object: control, holder: congress}\n")));
        Assert.NotEmpty(o.State.Offices.Holders("congress", o.Now));
        o.Do("b1-10", Against("t-secretary-0"));
        Assert.Equal(["b1-03", "b2-02"], Readers.Of(o.State, o.State.Inspection.All["c"], o.Now));
        o.Do("b1-10", Against("t-control-0") with { Id = "d" });
        Assert.Empty(Readers.Of(o.State, o.State.Inspection.All["d"], o.Now));
        o.Advance(3);
        o.Do("b1-11", new DrawJury("d", "1 2 3"));
        Assert.Equal(Readers.JurySize, o.State.Inspection.All["d"].Jury.Length);
    }

    [Fact]
    public void Nobody_finds_before_the_accused_were_heard_and_more_than_half_decide()
    {
        var o = Founded.Small();
        o.Do("b1-07", Against("t-secretary-0"));
        var find = new FindOnComplaint("c", true, "The claims have no receipts.");
        Assert.Equal("inspection.not-heard", o.Refused("b1-03", find).Code);
        Assert.Equal("inspection.barred", o.Refused("b1-05", find).Code);
        Assert.Equal("inspection.not-a-reader", o.Refused("b1-08", find).Code);
        o.Do("b1-05", new ReplyToComplaint("c", Digest));
        o.Do("b1-03", find);
        Assert.Equal("inspection.found-already", o.Refused("b1-03", find).Code);
        Assert.Null(o.State.Inspection.All["c"].DecidedAt);
        o.Do("b2-02", find);
        Assert.True(o.State.Inspection.All["c"].Upheld);
    }

    [Fact]
    public void Silence_of_the_accused_stops_nothing_after_their_days()
    {
        var o = Founded.Small();
        o.Do("b1-07", Against("t-secretary-0"));
        o.Advance(14);
        Assert.Equal("inspection.not-heard", o.Refused("b1-03", new FindOnComplaint("c", true, "No receipts.")).Code);
        o.Advance(1);
        o.Do("b1-03", new FindOnComplaint("c", true, "No receipts."));
    }

    [Fact]
    public void A_measure_is_stayed_once_for_thirty_days_at_most()
    {
        var o = Founded.Small();
        o.Do("b1-07", Against("t-secretary-0"));
        Assert.Equal("inspection.stay-too-long", o.Refused("b1-03", new StayMeasure("c", "transfer-7", new(2026, 2, 1))).Code);
        o.Do("b1-03", new StayMeasure("c", "transfer-7", new(2026, 1, 31)));
        Assert.Equal("inspection.stayed-already", o.Refused("b2-02", new StayMeasure("c", "transfer-7", new(2026, 1, 31))).Code);
    }

    [Fact]
    public void Who_leaves_an_organ_of_the_accused_after_the_complaint_stays_barred()
    {
        var o = Founded.Small();
        o.Do("b1-07", Against("t-council-0"));
        o.Advance(1);
        o.Do("b1-02", new Resign("t-council-1"));
        Assert.Equal(Bar.FellowMember, Readers.BarOf(o.State, o.State.Inspection.All["c"], "b1-02", o.Now));
    }
}
