using System.Net;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Votes;
using Mandate.Server.Wording;

namespace Mandate.Server.Tests.Sessions;

public sealed class MinutesPageTests
{
    public static TheoryData<string> Codes => [.. Minutes.Codes];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_sentence_that_the_record_writes_has_words_in_every_language(string code) =>
        Assert.All(Language.All, language => Assert.NotNull(Catalogue.Ours.Find("minutes." + code, language)));

    [Fact]
    public async Task Minutes_are_objected_to_answered_and_approved_in_the_browser()
    {
        await using var dockside = await Dockside.OpenAsync();
        dockside.Sit();
        dockside.Kept.Do("b1-07", new CloseSession("c1"));
        using var chair = await dockside.AsAsync("b1-07");
        await chair.GoAsync("/o/dockside/sessions/c1/minutes");
        await chair.SendAsync("/o/dockside/act/sessions.publish-minutes");
        Assert.DoesNotContain(chair.Page.QuerySelectorAll(".minutes span"), s => s.TextContent.Contains("opened:", StringComparison.Ordinal));
        Assert.Contains("The meeting was opened with", chair.Text, StringComparison.Ordinal);
        Assert.All(chair.Page.QuerySelectorAll(".minutes span"), s => Assert.NotNull(s.QuerySelector("a")));

        using var member = await dockside.AsAsync("b2-08");
        await member.GoAsync("/o/dockside/act/sessions.object-to-minutes?session=c1&return=/o/dockside/sessions/c1/minutes");
        await member.SendAsync("/o/dockside/act/sessions.object-to-minutes", ("text", "The hour is wrong."));
        Assert.Contains("The hour is wrong.", member.Text, StringComparison.Ordinal);

        var objection = Assert.Single(dockside.Kept.State.Sessions.Find("c1")!.Objections);
        var answer = $"/o/dockside/act/sessions.answer-objection?session=c1&objection={objection.Id}&return=/o/dockside/sessions/c1/minutes";
        await chair.GoAsync(answer);
        await chair.SendAsync("/o/dockside/act/sessions.answer-objection", ("answer-text", "The clock of the log stands."), ("upheld", "no"));
        Assert.Contains("The clock of the log stands.", chair.Text, StringComparison.Ordinal);
        Assert.Contains("Not upheld", chair.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_chairs_desk_offers_steps_that_are_done_with_one_press()
    {
        await using var dockside = await Dockside.OpenAsync();
        dockside.Sit();
        using var chair = await dockside.AsAsync("b1-07");
        await chair.GoAsync("/o/dockside/sessions/c1/chair");
        Assert.NotEmpty(chair.Page.QuerySelectorAll(".chair-steps li"));
        await chair.SendAsync("/o/dockside/act/sessions.take-up");
        Assert.Equal(HttpStatusCode.OK, chair.Status);
        Assert.NotNull(dockside.Kept.State.Sessions.Find("c1")!.RunningItem);
        using var other = await dockside.AsAsync("b1-12");
        await other.GoAsync("/o/dockside/sessions/c1/chair");
        Assert.Empty(other.Page.QuerySelectorAll(".chair-steps li"));
    }

    [Fact]
    public async Task Tellers_are_named_by_name_and_a_kind_of_vote_that_the_rules_exclude_says_why()
    {
        await using var dockside = await Dockside.OpenAsync();
        dockside.Sit();
        dockside.Kept.Do("b1-07", new PutItem("c1", "x", ItemKind.Other, "The lease", null));
        dockside.Kept.Do("b1-07", new TakeUp("c1", "x"));
        dockside.Kept.Do("b1-07", new PutQuestion("v1", VoteKind.Hands, "c1", null, "x", null, "Shall it be signed?"));
        using var chair = await dockside.AsAsync("b1-07");
        await chair.GoAsync("/o/dockside/act/votes.name-tellers?vote=v1");
        await chair.SendAsync("/o/dockside/act/votes.name-tellers", ("tellers", "Name b1-11"));
        Assert.Equal(["b1-11"], dockside.Kept.State.Votes.Find("v1")!.Tellers);
        await chair.GoAsync("/o/dockside/act/votes.put?session=c1&subject=chair:c1:b1-08");
        Assert.NotEmpty(chair.Page.QuerySelectorAll("input[name='kind-of-vote'][disabled]"));
    }
}
