using System.Collections.Immutable;
using System.Net;
using Mandate.Organisation.Motions;
using Mandate.Server.Motions;
using Mandate.Server.Tests.Sessions;

namespace Mandate.Server.Tests.Motions;

/// <summary>The merge desk, the amendment's own page, the list and the notes, without script.</summary>
public sealed class MergeDeskTests
{
    private const string Origin = "The fee is ten.\n\nMeetings are monthly.\n\nThe chair serves a year.\n";

    [Fact]
    public async Task The_desk_proposes_at_a_paragraph_the_mover_accepts_other_words_and_the_list_becomes_the_text()
    {
        await using var dockside = await Filed();
        using var desk = await dockside.AsAsync("b1-07");
        await desk.GoAsync("/o/dockside/motions/m1/desk");
        await desk.SendAsync("/o/dockside/motions/m1/desk", ("as-a1", "AdoptModified"), ("words-a1", "The fee is eleven."));
        await desk.GoAsync("/o/dockside/motions/m1/desk");
        Assert.Contains("The fee is", desk.Page.QuerySelector(".draft")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Draft, not decided", desk.Page.QuerySelector(".draft")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 waits for the mover", desk.Text, StringComparison.Ordinal);

        using var mover = await dockside.AsAsync("b1-08");
        await mover.GoAsync("/o/dockside/motions/m1/amendments/a1");
        Assert.Contains("eleven", mover.Text, StringComparison.Ordinal);
        await mover.SendAsync("/o/dockside/act/motions.answer-proposal");
        Assert.Equal(ProposedProcedure.Adopt, Amendment(dockside, "a1").Uncontested);

        await desk.GoAsync("/o/dockside/motions/m1/desk");
        await desk.SendAsync("/o/dockside/act/motions.form-bloc");
        Assert.Equal(["a1"], Assert.Single(dockside.Kept.State.Motions.Find("m1")!.Blocs).Items.Select(i => i.Amendment));
        using var delegates = await dockside.AsAsync("b2-05");
        await delegates.GoAsync("/o/dockside/motions/m1/desk");
        await delegates.SendAsync("/o/dockside/act/motions.demand-separate");
        Assert.Equal("b2-05", Amendment(dockside, "a1").Separate);
        Assert.Contains("Something was taken out of the list", delegates.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_does_not_prepare_the_session_sees_the_proposals_and_no_form()
    {
        await using var dockside = await Filed();
        dockside.Kept.Do("b1-07", new ProposeProcedure("a1", ProposedProcedure.Reject, ImmutableSortedDictionary<string, string>.Empty, Reason: "Too dear."));
        using var member = await dockside.AsAsync("b1-09");
        await member.GoAsync("/o/dockside/motions/m1/desk");
        Assert.Contains("Too dear.", member.Text, StringComparison.Ordinal);
        Assert.Empty(member.Page.QuerySelectorAll("form[action$='/motions/m1/desk']"));
    }

    [Fact]
    public async Task What_the_text_has_moved_on_under_is_carried_over_with_one_press()
    {
        await using var dockside = await Filed();
        var kept = dockside.Kept;
        kept.Do("b1-07", new ProposeProcedure("a2", ProposedProcedure.Adopt, ImmutableSortedDictionary<string, string>.Empty));
        using var chair = await dockside.AsAsync("b1-07");
        await chair.GoAsync("/o/dockside/motions/m1/desk");
        await chair.SendAsync("/o/dockside/act/motions.form-bloc");
        kept.Do("b1-07", new Organisation.Votes.PutQuestion("v1", Organisation.Votes.VoteKind.RollCall, "c1", null, kept.State.Motions.Find("m1")!.Blocs[0].Id, 1, "All?"));
        kept.Do("b1-07", new Organisation.Votes.OpenVote("v1"));
        await chair.GoAsync("/o/dockside/sessions/c1/screen");
        Assert.Contains("Adopt: 2", chair.Text, StringComparison.Ordinal);
        foreach (var person in new[] { "b1-07", "b1-08", "b2-05" }) kept.Do(person, new Organisation.Votes.CastVote("v1", Organisation.Votes.Choice.Yes));
        kept.Do("b1-07", new Organisation.Votes.CloseVote("v1"));
        kept.Do("b1-07", new Organisation.Votes.DeclareResult("v1"));
        await chair.GoAsync("/o/dockside/motions/m1/desk");
        await chair.SendAsync("/o/dockside/motions/m1/desk/carry-over");
        var motion = kept.State.Motions.Find("m1")!;
        Assert.All(motion.Amendments.Where(a => a.IsOpen), a => Assert.Equal(2, a.To));
        await chair.GoAsync("/o/dockside/motions/m1/lines");
        Assert.Contains("Meetings are weekly.", chair.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_floor_sees_the_draft_change_while_the_desk_works()
    {
        await using var dockside = await Filed();
        var stop = TestContext.Current.CancellationToken;
        var answer = await dockside.Client.GetAsync(new Uri("/o/dockside/live?region=dockside/motions/m1/draft&lang=en", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, stop);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(stop));
        dockside.Kept.Do("b1-07", new ProposeProcedure("a2", ProposedProcedure.Adopt, ImmutableSortedDictionary<string, string>.Empty));
        var seen = "";
        while (!seen.Contains("weekly", StringComparison.Ordinal) && await reader.ReadLineAsync(stop) is { } line) seen += line;
        Assert.Contains("Draft, not decided", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("twelve", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_contested_list_gives_the_effect_why_and_keeps_a_note_for_its_writer_alone()
    {
        await using var dockside = await Filed();
        dockside.Kept.Do("b1-07", new ProposeProcedure("a2", ProposedProcedure.Adopt, ImmutableSortedDictionary<string, string>.Empty));
        using var delegates = await dockside.AsAsync("b2-05");
        await delegates.GoAsync("/o/dockside/sessions/c1/contested");
        Assert.Contains("“The fee is ten.” becomes “The fee is twelve.”", delegates.Text, StringComparison.Ordinal);
        Assert.Contains("Collides with 3", delegates.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("weekly", delegates.Text, StringComparison.Ordinal);
        await delegates.SendAsync("/o/dockside/sessions/c1/contested", ("note", "Ask the branch."));
        await delegates.GoAsync("/o/dockside/sessions/c1/contested");
        Assert.Contains("Ask the branch.", delegates.Page.QuerySelector("#note-a1")!.TextContent, StringComparison.Ordinal);
        using var other = await dockside.AsAsync("b1-08");
        await other.GoAsync("/o/dockside/sessions/c1/contested");
        Assert.DoesNotContain("Ask the branch.", other.Text, StringComparison.Ordinal);
        await delegates.SendAsync("/o/dockside/sessions/c1/contested", ("note", new string('x', 5000)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, delegates.Status);
        Assert.Equal("Ask the branch.", dockside.Kept.NotesOf("b2-05")!["a1"]);
    }

    [Fact]
    public async Task Who_edits_a_text_sees_what_that_changes_before_filing_it()
    {
        await using var dockside = await Filed();
        using var mover = await dockside.AsAsync("b2-05");
        await mover.GoAsync("/o/dockside/act/motions.amend?motion=m1");
        Assert.Empty(mover.Page.QuerySelectorAll(".preview"));
        await mover.SendAsync("/o/dockside/act/motions.amend", ("text-en", Origin.Replace("a year", "two years", StringComparison.Ordinal)), ("preview", "yes"));
        Assert.Equal(["two", "years."], mover.Page.QuerySelectorAll(".preview ins").Select(i => i.TextContent.Trim()));
        Assert.Equal(3, dockside.Kept.State.Motions.Find("m1")!.Amendments.Length);
        await mover.SendAsync("/o/dockside/act/motions.amend");
        Assert.Equal("b2-05", dockside.Kept.State.Motions.Find("m1")!.Amendments[3].Mover);
        await mover.GoAsync("/o/dockside/act/motions.amend?motion=m1&of=a1");
        Assert.Contains("twelve", mover.Page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_motions_become_one_on_two_pages()
    {
        await using var dockside = await Filed();
        using var mover = await dockside.AsAsync("b1-07");
        await mover.GoAsync("/o/dockside/sessions/c1/composite?of=m1");
        Assert.Equal(["m1", "m2"], mover.Page.QuerySelectorAll("input[name=of]").Select(i => i.GetAttribute("value")!));
        await mover.GoAsync("/o/dockside/act/motions.propose-composite?of=m1&of=m2");
        Assert.Contains("Meetings are monthly.", mover.Page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        await mover.SendAsync("/o/dockside/act/motions.propose-composite", ("title", "Both"), ("text-nl", ""));
        var composite = Assert.Single(dockside.Kept.State.Motions.All.Values, m => !m.CompositeOf.IsEmpty);
        using var other = await dockside.AsAsync("b1-08");
        await other.GoAsync($"/o/dockside/motions/{composite.Id}");
        await other.SendAsync("/o/dockside/act/motions.agree-composite");
        Assert.Equal(MotionStage.Composited, dockside.Kept.State.Motions.Find("m2")!.Stage);
        await other.GoAsync("/o/dockside/motions/m2");
        Assert.Contains("has gone into", other.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_erased_amendment_wanted_to_change_is_shown_no_more()
    {
        await using var dockside = await Filed();
        var erased = Amendment(dockside, "a1").Text.Texts["en"];
        using var reader = await dockside.AsAsync("b1-09");
        await reader.GoAsync("/o/dockside/motions/m1");
        Assert.Contains("twelve", reader.Text, StringComparison.Ordinal);
        dockside.Kept.Do("b1-07", new WithdrawMotion("m1"));
        dockside.Kept.Do("b1-08", new EraseText("m1", erased, "it tells of a member's private life"));
        await reader.GoAsync("/o/dockside/motions/m1");
        Assert.DoesNotContain("twelve", reader.Text, StringComparison.Ordinal);
        Assert.Contains("nine", reader.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_touches_the_lines_that_read_otherwise()
    {
        var words = string.Join(' ', Enumerable.Range(0, 40).Select(i => $"word{i:00}"));
        string[] paragraphs = ["# Heading", "1. " + words, "Last."];
        var lines = NumberedLines.LinesOf(paragraphs[1]);
        Assert.Equal(NumberedLines.Of(paragraphs, under: 0)[1].Last - 1, lines.Length);
        Assert.Equal(words, string.Join(' ', lines.Select(l => l.Text)));
        var starts = TextLines.Starts(paragraphs);
        Assert.Equal([1, 2, 2 + lines.Length, 3 + lines.Length], starts);
        var at = lines.ToList().FindIndex(l => l.Text.Contains("word30", StringComparison.Ordinal));
        Assert.Equal((2 + at, 2 + at), TextLines.Of(paragraphs, starts, new TextChange(1, 1, [paragraphs[1].Replace("word30", "other", StringComparison.Ordinal)])));
        Assert.Equal((1, 1), TextLines.Of(paragraphs, starts, new TextChange(1, 0, ["Put in."])));
        Assert.Equal((starts[2], starts[2]), TextLines.Of(paragraphs, starts, new TextChange(2, 1, [])));
    }

    private static Amendment Amendment(Dockside dockside, string id) => dockside.Kept.State.Motions.FindAmendment(id)!.Value.Amendment;

    /// <summary>Motions m1 and m2 before the open congress; amendments a1 and a3 to the first paragraph of m1, a2 to the second.</summary>
    private static async Task<Dockside> Filed()
    {
        var dockside = await Dockside.OpenAsync();
        var kept = dockside.Kept;
        var session = dockside.Convene();
        foreach (var (id, mover, text) in new[] { ("m1", "b1-07", Origin), ("m2", "b1-08", "Dues are paid by month.\n") })
            kept.Do(mover, new FileMotion(id, session.Id, "ordinary", "Motion " + id, Text(text), [], null, null, null, false));
        dockside.Meet(session);
        kept.Do("b1-08", new AmendMotion("a1", "m1", Text(Origin.Replace("ten", "twelve", StringComparison.Ordinal))));
        kept.Do("b1-08", new AmendMotion("a2", "m1", Text(Origin.Replace("monthly", "weekly", StringComparison.Ordinal))));
        kept.Do("b2-05", new AmendMotion("a3", "m1", Text(Origin.Replace("ten", "nine", StringComparison.Ordinal))));
        return dockside;

        ImmutableSortedDictionary<string, string> Text(string text) => ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("en", kept.Put(text));
    }
}
