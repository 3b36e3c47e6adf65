using System.Collections.Immutable;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Press;
using Mandate.Organisation.Tests.Sessions;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Undertakings;

namespace Mandate.Organisation.Tests.Undertakings;

public sealed class DecisionGapsTests
{
    [Fact]
    public void What_of_a_decision_is_not_on_record_is_named_until_it_is()
    {
        var o = Congresses.Convened();
        var motion = new Motion("m", "1", "c1", ClassRule.Ordinary, "Rotation", "b1-07", o.Now, [new(1, ImmutableSortedDictionary<string, string>.Empty.Add("en", o.Blob("Rotate.")), o.Now, "b1-07")], [], null, null, false, [], [], MotionStage.Adopted, null);
        Assert.Equal([DecisionPart.Votes, DecisionPart.Reasons, DecisionPart.Execution, DecisionPart.Review], DecisionGaps.Of(o.State, motion));
        Assert.Equal([DecisionPart.Votes, DecisionPart.Reasons, DecisionPart.Execution], DecisionGaps.Of(o.State, motion with { Expires = new(2027, 1, 1) }));
        o.Set(o.State with { Motions = o.State.Motions with { All = o.State.Motions.All.SetItem("m", motion) } });
        o.Do("b1-05", new TakeUndertaking("u", Duty.Task, "Write the list.", new(2026, 2, 1), "m"));
        o.Do("b1-09", new ExplainDecision("e", "m", "Why", o.Blob("Because."), "en"));
        Assert.Equal([DecisionPart.Votes, DecisionPart.Review], DecisionGaps.Of(o.State, motion));
        o.Set(o.State with { Motions = o.State.Motions with { Erased = o.State.Motions.Erased.Add(o.Blob("Rotate.")) } });
        Assert.Equal(DecisionPart.Text, DecisionGaps.Of(o.State, motion)[0]);
    }

    [Fact]
    public void A_meeting_without_approved_minutes_is_told_a_month_after_it()
    {
        var o = Congresses.Convened();
        var last = o.Session().LastDay;
        Assert.Empty(DecisionGaps.WithoutRecord(o.State, last.AddDays(30)));
        Assert.Equal(["c1"], DecisionGaps.WithoutRecord(o.State, last.AddDays(31)).Select(s => s.Id));
        o.Set(o.State with { Sessions = o.State.Sessions with { All = o.State.Sessions.All.SetItem("c1", o.Session() with { Minutes = Organisation.Sessions.MinutesStage.Approved }) } });
        Assert.Empty(DecisionGaps.WithoutRecord(o.State, last.AddDays(31)));
    }

    [Fact]
    public void Testimony_stands_below_what_was_written_down_and_what_is_concluded_below_all()
    {
        Source seen = new("A witness"), book = new("A work", "lines 3-4"), minutes = new("Minutes of 3 May", Class: EvidenceClass.Record);
        Assert.Equal(EvidenceClass.Testimony, Source.Of(Mode.Stated, [seen]));
        Assert.Equal(EvidenceClass.Document, Source.Of(Mode.Stated, [seen, book]));
        Assert.Equal(EvidenceClass.Record, Source.Of(Mode.Stated, [seen, book, minutes]));
        Assert.Equal(EvidenceClass.Inference, Source.Of(Mode.Inferred, [minutes]));
        Assert.Equal(EvidenceClass.Testimony, (book with { Class = EvidenceClass.Testimony }).Kind());
    }
}
