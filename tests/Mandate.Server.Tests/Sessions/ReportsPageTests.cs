using Mandate.Organisation.Petitions;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Votes;

namespace Mandate.Server.Tests.Sessions;

public sealed class ReportsPageTests
{
    private const string Page = "/o/dockside/sessions/c1/reports";

    [Fact]
    public async Task The_page_says_whose_report_it_is_and_has_the_annex()
    {
        await using var dockside = await Dockside.OpenAsync();
        dockside.Sit();
        using var council = await dockside.AsAsync("b1-01");
        await council.GoAsync(Page);
        await council.GoAsync("/o/dockside/act/sessions.file-report?session=c1&item=report:council&return=" + Page);
        await council.SendAsync("/o/dockside/act/sessions.file-report", ("title", "Two years of the council"), ("text-en", "We mended the cranes."), ("report-of-body", "no"));
        await council.GoAsync(Page);
        Assert.Contains("Two years of the council", council.Text, StringComparison.Ordinal);
        Assert.Contains("We mended the cranes.", council.Text, StringComparison.Ordinal);
        Assert.Contains("Personal report of", council.Text, StringComparison.Ordinal);
        Assert.Contains("There is no such statement", council.Text, StringComparison.Ordinal);
        dockside.Kept.Do("b1-12", new RaiseConcern("h", "b1", "Whoever asks gets no shifts.", Hindered: true));
        await council.GoAsync(Page);
        Assert.DoesNotContain("There is no such statement", council.Text, StringComparison.Ordinal);
        Assert.Contains("How the meeting was prepared", council.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_of_the_body_nominates_and_the_nominated_finds_it_on_the_first_page_and_answers()
    {
        await using var dockside = await Dockside.OpenAsync();
        dockside.Sit();
        using var council = await dockside.AsAsync("b1-01");
        await council.GoAsync("/o/dockside/act/sessions.nominate-rapporteur?session=c1&item=report:council&return=" + Page);
        await council.SendAsync("/o/dockside/act/sessions.nominate-rapporteur", ("person", "b1-02"));
        using var nominated = await dockside.AsAsync("b1-02");
        await nominated.GoAsync("/o/dockside");
        Assert.Contains("Say whether you report", nominated.Text, StringComparison.Ordinal);
        await nominated.GoAsync("/o/dockside/act/sessions.answer-rapporteur?session=c1&item=report:council&return=" + Page);
        await nominated.SendAsync("/o/dockside/act/sessions.answer-rapporteur", ("accepts", "yes"));
        Assert.True(Assert.Single(dockside.Kept.State.Sessions.Find("c1")!.Nominations).Accepts);
    }

    [Fact]
    public async Task The_page_of_the_meeting_lists_what_was_decided_with_figures()
    {
        await using var dockside = await Dockside.OpenAsync();
        dockside.Sit();
        dockside.Kept.Do("b1-07", new PutItem("c1", "matter", ItemKind.Other, "The cranes", null));
        dockside.Kept.Do("b1-07", new TakeUp("c1", "matter"));
        dockside.Kept.Do("b1-07", new PutQuestion("v", VoteKind.RollCall, "c1", null, "matter", null, "Shall the cranes be mended?"));
        dockside.Kept.Do("b1-07", new OpenVote("v"));
        foreach (var (person, choice) in new[] { ("b1-07", Choice.Yes), ("b1-08", Choice.Yes), ("b2-05", Choice.No) }) dockside.Kept.Do(person, new CastVote("v", choice));
        dockside.Kept.Do("b1-07", new CloseVote("v"));
        dockside.Kept.Do("b1-07", new DeclareResult("v"));
        dockside.Kept.Do("b2-05", new StateOnVote("s", "v", StatementKind.Dissent, "It is the quay that is broken."));
        using var member = await dockside.AsAsync("b1-12");
        await member.GoAsync("/o/dockside/sessions/c1");
        Assert.Contains("Decided here", member.Text, StringComparison.Ordinal);
        // Dissent is on the first page of everybody, as it was written.
        await member.GoAsync("/o/dockside");
        Assert.Contains("It is the quay that is broken.", member.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_accused_finds_it_on_the_first_page_and_the_answer_stands_beside_it()
    {
        await using var dockside = await Dockside.OpenAsync();
        dockside.Sit();
        using var speaker = await dockside.AsAsync("b1-08");
        await speaker.GoAsync("/o/dockside/act/sessions.record-accusation?session=c1&return=/o/dockside/sessions/c1");
        await speaker.SendAsync("/o/dockside/act/sessions.record-accusation", ("person", "b2-07"), ("agenda-item", "opening"), ("accusation", "He took the money."));
        using var accused = await dockside.AsAsync("b2-07");
        await accused.GoAsync("/o/dockside");
        Assert.Contains("Answer what was said against you", accused.Text, StringComparison.Ordinal);
        var accusation = Assert.Single(dockside.Kept.State.Sessions.Find("c1")!.Accusations);
        await accused.GoAsync($"/o/dockside/act/sessions.answer-accusation?session=c1&accused={accusation.Id}&return=/o/dockside/sessions/c1");
        await accused.SendAsync("/o/dockside/act/sessions.answer-accusation", ("answer-text", "I did not."));
        await accused.GoAsync("/o/dockside/sessions/c1");
        Assert.Contains("He took the money.", accused.Text, StringComparison.Ordinal);
        Assert.Contains("I did not.", accused.Text, StringComparison.Ordinal);
    }
}
