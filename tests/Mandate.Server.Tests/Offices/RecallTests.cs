using System.Globalization;
using Mandate.Organisation.Votes;
using Mandate.Server.Tests.Founding;

namespace Mandate.Server.Tests.Offices;

/// <summary>A branch recalls a delegate, through the pages alone: petition, signatures, a vote on paper, the empty seat.</summary>
public sealed class RecallTests
{
    [Fact]
    public async Task A_branch_recalls_its_delegate_and_the_mandate_ends_with_the_result()
    {
        var (kept, cast) = Federation.Play();
        await using var serving = await Serving.StartAsync(kept);
        using var visitor = new Visitor(serving.Client.BaseAddress!);
        var tenure = kept.State.Offices.Holders("congress", kept.Now).OrderBy(t => t.Id, StringComparer.Ordinal).First(t => t.Seat.Unit is not null);
        var branch = tenure.Seat.Unit!;
        var members = kept.State.Roll.In(branch).Where(p => p != tenure.Person && kept.State.Roll.Member(p)!.InGoodStanding && !kept.State.Offices.HeldBy(p, kept.Now).Any()).ToList();
        var page = "/o/federation/offices/" + tenure.Id;

        // Before the click: whoever does not elect there reads why they cannot sign.
        var stranger = kept.State.Roll.Members.Values.First(m => m.InGoodStanding && m.Unit != branch && !kept.State.Offices.HeldBy(m.Id, kept.Now).Any()).Id;
        await visitor.GoAsync("/o/federation/as/" + members[0]);
        await visitor.GoAsync(page);
        await visitor.SendAsync("/o/federation/act/offices.start-recall");
        var recall = kept.State.Offices.Recalls.Values.Single(r => r.Tenure == tenure.Id);
        await visitor.GoAsync(page);
        Assert.Contains($"{recall.Signed.Count} of {recall.Needed} signatures", visitor.Text, StringComparison.Ordinal);
        await visitor.GoAsync("/o/federation/as/" + stranger);
        await visitor.GoAsync(page);
        Assert.Null(visitor.Page.QuerySelector("form[action='/o/federation/act/offices.sign-recall']"));

        foreach (var member in members.Skip(1).Take(recall.Needed - recall.Signed.Count))
        {
            await visitor.GoAsync("/o/federation/as/" + member);
            await visitor.GoAsync(page);
            await visitor.SendAsync("/o/federation/act/offices.sign-recall");
        }
        Assert.True(kept.State.Offices.Recalls[recall.Id].Enough);
        Assert.DoesNotContain(members[1], kept.State.Offices.Recalls[recall.Id].Signed);
        // Nobody's signature is on the page.
        Assert.DoesNotContain(members[1], visitor.Page.QuerySelector(".recall")!.OuterHtml, StringComparison.Ordinal);

        var conductor = cast.BranchSecretaries[branch];
        await visitor.GoAsync("/o/federation/as/" + conductor);
        await visitor.GoAsync(page);
        await visitor.GoAsync(visitor.Page.QuerySelector("a[href^='/o/federation/act/votes.put']")!.GetAttribute("href")!);
        await visitor.SendAsync("/o/federation/act/votes.put", ("question", "Shall the mandate end?"), ("kind-of-vote", nameof(VoteKind.Paper)));
        var vote = kept.State.Votes.All.Values.Single(v => v.Question.Subject == recall.Id);
        var tellers = members.Skip(60).Take(2).ToList();
        var voters = members.Take(30).ToList();
        await ActAsync(visitor, "votes.name-tellers", vote.Id, ("tellers", string.Join('\n', tellers)));
        await ActAsync(visitor, "votes.open", vote.Id);
        await ActAsync(visitor, "votes.issue-papers", vote.Id, ("persons", string.Join('\n', voters)));
        await ActAsync(visitor, "votes.close", vote.Id);
        foreach (var teller in tellers)
        {
            await visitor.GoAsync("/o/federation/as/" + teller);
            await ActAsync(visitor, "votes.enter-figures", vote.Id, ("yes", "20"), ("no", "9"), ("abstain", "0"), ("issued", "30"), ("counted", "29"), ("blank", "1"), ("spoiled", "0"), ("unused", "0"));
        }
        await visitor.GoAsync("/o/federation/as/" + conductor);
        await ActAsync(visitor, "votes.declare", vote.Id);

        Assert.False(kept.State.Offices.Tenures[tenure.Id].HeldAt(kept.Now.AddSeconds(1)));
        await visitor.GoAsync(page);
        Assert.Contains("The mandate has ended.", visitor.Text, StringComparison.Ordinal);
        Assert.Equal("recalled", kept.State.Offices.Tenures[tenure.Id].EndReason);
    }

    private static async Task ActAsync(Visitor visitor, string act, string vote, params (string Name, string Value)[] typed)
    {
        await visitor.GoAsync(string.Create(CultureInfo.InvariantCulture, $"/o/federation/act/{act}?vote={vote}"));
        await visitor.SendAsync($"/o/federation/act/{act}", typed);
        Assert.True(visitor.Path.Contains("done=", StringComparison.Ordinal), $"{act} was not done:\n{visitor.Text}");
    }
}
