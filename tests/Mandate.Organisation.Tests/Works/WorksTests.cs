using Mandate.Organisation.Facts;
using Mandate.Organisation.Federation;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Works;

namespace Mandate.Organisation.Tests.Works;

public sealed class WorksTests
{
    [Fact]
    public void Nobody_binds_the_makers_of_a_work_on_its_content_or_form()
    {
        var o = Founded.Small();
        o.Do("b1-08", new BeginWork("play", "The night shift", Culture.Art));
        foreach (var aspect in new[] { Aspect.Content, Aspect.Form })
        {
            var refusal = o.Refused("b1-01", new AskOfWork("q", "play", aspect, true, "No scene in the office."));
            Assert.Equal(("guards.command-of-culture", "ask-makers"), (refusal.Code, refusal.Way));
        }
        Assert.Equal("protocol.not-yours", o.Refused("b1-09", new AskOfWork("q", "play", Aspect.Time, false, "Before May?")).Code);
        o.Do("b1-01", new AskOfWork("wish", "play", Aspect.Content, false, "A scene in the office?"));
        o.Do("b1-01", new AskOfWork("hall", "play", Aspect.Time, true, "The hall is free until ten."));
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", new AnswerOnWork("wish", true, "Yes.")).Code);
        o.Do("b1-08", new AnswerOnWork("wish", false, "It plays on the quay."));
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-08", new AnswerOnWork("wish", true, "After all.")).Code);
        Assert.False(o.State.Works.Requests["wish"].Agreed);
    }

    [Fact]
    public void Only_the_makers_publish_or_end_a_work()
    {
        var o = Founded.Small();
        o.Do("b1-06", new BeginWork("course", "Reading a wage slip", Culture.Education, "b1"));
        Assert.Equal("protocol.not-yours", o.Refused("b1-08", new BeginWork("x", "X", Culture.Science, "b1")).Code);
        var text = o.Blob("Lesson one.");
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", new PublishWork("course", text)).Code);
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", new EndWork("course")).Code);
        o.Do("b1-06", new PublishWork("course", text));
        o.Do("b1-06", new EndWork("course"));
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-01", new AskOfWork("q", "course", Aspect.Time, false, "When?")).Code);
    }

    [Fact]
    public void An_order_to_a_unit_that_makes_works_says_what_it_settles_and_never_content_or_form()
    {
        var o = Founded.Small();
        o.Do("b1-01", new GiveOrder("o0", "Close the hall at ten.", ["b1"]), "council");
        o.Do("b1-06", new BeginWork("play", "The night shift", Culture.Art, "b1"));
        Assert.Equal("federation.says-not-what", o.Refused("b1-01", new GiveOrder("o1", "Close the hall at ten.", ["b1"]), "council").Code);
        Assert.Equal("guards.command-of-culture", o.Refused("b1-01", new GiveOrder("o1", "Leave out the second act.", ["b1"], Concerns: [Aspect.Content]), "council").Code);
        o.Do("b1-01", new GiveOrder("o1", "Close the hall at ten.", ["b1"], Concerns: [Aspect.Time]), "council");
        o.Do("b1-01", new GiveOrder("o2", "Close the hall at ten.", ["b2"]), "council");
    }
}
