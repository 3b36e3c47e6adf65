using Mandate.Organisation.Sessions;
using Mandate.Organisation.Votes;
using Microsoft.Playwright;

namespace Mandate.EndToEnd;

/// <summary>
/// A congress by keyboard alone, found through the accessibility tree: coming in, presiding, amending, asking to speak,
/// demanding a roll call, voting, declaring.
/// On the way every page is read for labels that say what they belong to.
/// </summary>
public sealed class KeyboardCongressTests(Chromium chromium, DemoFolder demo)
{
    [Fact]
    public async Task A_congress_is_opened_amended_spoken_at_and_voted_in_without_a_mouse()
    {
        await using var site = await DemoSite.StartAsync(demo);
        await using var context = await chromium.OpenAsync(site.Address, Look.Light);
        var page = await context.NewPageAsync();
        var keys = await Keyboard.OnAsync(page);
        var congress = site.State.Sessions.All.Values.Single(s => s.Body == "congress").Id;
        var meeting = "Congress,";

        // Somebody comes in, by the front page, and amends a motion while the congress is still to come.
        await page.GotoAsync("/");
        await keys.LabelsAsync();
        await keys.FollowAsync("link", "Delegate");
        await keys.FollowAsync("link", "Motions");
        await keys.FollowAsync("link", "Motion 2");
        var before = site.State.Motions.All.Values.Sum(m => m.Amendments.Length);
        await keys.FollowAsync("link", "Propose an amendment");
        await keys.ReachAsync("textbox", "Text (Nederlands)");
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.TypeAsync(" Dit geldt ook op feestdagen.");
        await keys.ReachAsync("textbox", "Text (Français)");
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.TypeAsync(" Ceci vaut aussi les jours fériés.");
        await keys.FollowAsync("button", "Propose an amendment");
        Assert.Equal(before + 1, site.State.Motions.All.Values.Sum(m => m.Amendments.Length));

        // The hall: the clock of the rehearsal, the delegates, the opening, the chair.
        await BeAsync(page, keys, site.State.Offices.Holders("council", site.Node.Now).OrderBy(t => t.Id, StringComparer.Ordinal).First().Person);
        await keys.FollowAsync("link", "Play the others");
        await keys.FollowAsync("button", "Move the rehearsal");
        Assert.Equal(site.State.Sessions.Find(congress)!.Opens, site.Node.Now);
        await keys.FollowAsync("button", "Let everybody come in");
        await keys.FollowAsync("link", "Meetings");
        await keys.FollowAsync("link", meeting);
        await keys.FollowAsync("link", "Chair");
        await keys.FollowAsync("button", "Open the meeting");
        Assert.Equal(SessionStage.Open, site.State.Sessions.Find(congress)!.Stage);
        await keys.FollowAsync("link", "Announce");
        var chair = Delegate(site, 0);
        await keys.TypeAsync("Person", chair);
        await keys.FollowAsync("button", "Announce");
        Assert.Equal(chair, site.State.Sessions.Find(congress)!.ChairPerson);

        // The chair's desk offers the next steps.
        await BeAsync(page, keys, chair);
        await keys.FollowAsync("link", "Meetings");
        await keys.FollowAsync("link", meeting);
        await keys.FollowAsync("link", "Chair");
        await keys.FollowAsync("button", "Take up");
        Assert.NotNull(site.State.Sessions.Find(congress)!.RunningItem);

        // A delegate asks to speak, the chair gives the floor.
        var speaker = Delegate(site, 5);
        await BeAsync(page, keys, speaker);
        await keys.FollowAsync("link", "Meetings");
        await keys.FollowAsync("link", meeting);
        await keys.FollowAsync("button", "Speak for");
        Assert.Contains(site.State.Sessions.Find(congress)!.Speeches, s => s.Person == speaker);
        await BeAsync(page, keys, chair);
        await keys.FollowAsync("link", "Meetings");
        await keys.FollowAsync("link", meeting);
        await keys.FollowAsync("link", "Chair");
        await keys.FollowAsync("button", "Give the floor");
        await keys.FollowAsync("button", "End");

        // The chair puts the question; while it is read back a delegate demands a roll call, and everybody sees how many have.
        for (var item = 0; site.State.Sessions.Find(congress)!.RunningItem?.StartsWith("motion:", StringComparison.Ordinal) != true; item++)
        {
            Assert.InRange(item, 0, 12);
            await keys.FollowAsync("button", "Finish the item");
            await keys.FollowAsync("button", "Take up");
        }
        foreach (var side in new[] { "For", "Against" }) await keys.FollowAsync("button", "State that nobody asks to speak: " + side);
        await keys.FollowAsync("link", "Put a question");
        await keys.FollowAsync("button", "Put a question");
        await BeAsync(page, keys, speaker);
        await keys.FollowAsync("link", "Meetings");
        await keys.FollowAsync("link", meeting);
        await keys.FollowAsync("button", "Demand a roll call");
        var vote = site.State.Votes.All.Values.Single(v => v.Session == congress && v.Stage == VoteStage.ReadBack);
        Assert.Contains(speaker, vote.RollCallDemandedBy);
        await BeAsync(page, keys, chair);
        await keys.FollowAsync("link", "Meetings");
        await keys.FollowAsync("link", meeting);
        await keys.FollowAsync("link", "Chair");
        await keys.FollowAsync("button", "Open the vote");

        // Voting, and changing one's mind, by keyboard alone.
        await BeAsync(page, keys, speaker);
        await keys.FollowAsync("link", "Meetings");
        await keys.FollowAsync("link", meeting);
        await keys.FollowAsync("button", "For");
        await keys.FollowAsync("button", "Against");
        Assert.Equal(Choice.No, site.State.Votes.Find(vote.Id)!.Casts[speaker]);
        await Accessible.CheckAsync(page);
        await BeAsync(page, keys, chair);
        await keys.FollowAsync("link", "Meetings");
        await keys.FollowAsync("link", meeting);
        await keys.FollowAsync("button", "For");
        await keys.FollowAsync("link", "Chair");
        await keys.FollowAsync("button", "Close the vote");
        await keys.FollowAsync("button", "Declare");
        Assert.NotNull(site.State.Votes.Find(vote.Id)!.Outcome);
        await keys.FollowAsync("link", "Papers");
        await Accessible.CheckAsync(page);
    }

    /// <summary>Somebody else sits down at the keyboard.</summary>
    private static async Task BeAsync(IPage page, Keyboard keys, string person)
    {
        await keys.FollowAsync("link", "Change");
        await keys.TypeAsync("Name or number", person);
        await keys.EnterAsync();
        var button = await page.Locator($"button[name=person][value='{person}']").InnerTextAsync();
        await keys.FollowAsync("button", button.Split('\n')[0]);
    }

    private static string Delegate(DemoSite site, int n) =>
        site.State.Offices.Holders("congress", site.Node.Now).OrderBy(t => t.Id, StringComparer.Ordinal).Select(t => t.Person).ElementAt(n);
}
