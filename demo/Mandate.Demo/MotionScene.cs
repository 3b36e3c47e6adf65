using System.Collections.Immutable;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;

namespace Mandate.Demo;

/// <summary>Who moves what, and when: by the council, by members with signatures, by delegates.</summary>
internal sealed class MotionScene(IFloor floor, Cast cast, ImmutableArray<Person> people)
{
    /// <summary>An amendment of the constitution needs sixty days.</summary>
    public void PlayAmendment(string congress, DateTimeOffset opens, string constitution, ImmutableSortedDictionary<string, string> texts)
    {
        floor.MoveTo(opens.AddDays(-75));
        var amended = ProposedChange.LongerNotice(constitution, texts);
        var proposed = new ProposedConstitution(floor.Put(amended.Yaml), amended.Texts.ToImmutableSortedDictionary(t => t.Key, t => floor.Put(t.Value), StringComparer.Ordinal));
        InWriting("w-notice", new FileMotion("notice", congress, "amendment", MotionTexts.Notice.Title, Put(MotionTexts.Notice), ["procedure.default.notice"], proposed, null, null, false));
    }

    public void PlayBeforeElections(string congress, DateTimeOffset opens)
    {
        floor.MoveTo(opens.AddDays(-70));
        ByPetition(congress, MotionTexts.NightWork);
        floor.MoveTo(opens.AddDays(-50));
        InWriting("w-mailings", new FileMotion("mailings", congress, "restrict_right", MotionTexts.Mailings.Title, Put(MotionTexts.Mailings), [], null, null, DateOnly.FromDateTime(opens.UtcDateTime).AddMonths(6), false));
    }

    public void PlayByDelegates(string congress, DateTimeOffset opens)
    {
        floor.MoveTo(opens.AddDays(-25));
        var delegates = floor.State.Offices.Holders("congress", floor.Now).OrderBy(t => t.Id, StringComparer.Ordinal).Select(t => t.Person).ToArray();
        foreach (var (motion, i) in MotionTexts.OfDelegates.Select((m, i) => (m, i)))
        {
            floor.Do(delegates[i * 31 % delegates.Length], new FileMotion(motion.Id, congress, "ordinary", motion.Title, Put(motion), [], null, null, null, false));
            foreach (var supporter in Enumerable.Range(1, 3 + 5 * i)) floor.Do(delegates[(i * 31 + supporter) % delegates.Length], new SupportMotion(motion.Id));
        }
        var amended = MotionTexts.OfDelegates[0];
        floor.Do(delegates[^1], new AmendMotion($"{amended.Id}-a1", amended.Id, Put(MotionTexts.AmendmentOfFirst)));
    }

    /// <summary>What delegates want otherwise in the motion on night work: two that collide, one that nobody minds, one that the council advises against, and an amendment to an amendment.</summary>
    public void PlayAmendments(string congress)
    {
        var night = MotionTexts.NightWork;
        var delegates = floor.State.Offices.Holders("congress", floor.Now).OrderBy(t => t.Id, StringComparer.Ordinal).Select(t => t.Person).ToArray();
        var amendments = new[] { MotionTexts.FortyPercent, MotionTexts.ThirtyPercent, MotionTexts.FromFifty, MotionTexts.EveryQuarter };
        foreach (var (amendment, i) in amendments.Select((a, i) => (a, i))) floor.Do(delegates[7 + 17 * i], new AmendMotion(amendment.Id, night.Id, Put(amendment)));
        floor.Do(delegates[80], new AmendMotion(MotionTexts.FromFiftyTwo.Id, night.Id, Put(MotionTexts.FromFiftyTwo), MotionTexts.FromFifty.Id));
    }

    /// <summary>Two motions that ask much the same: the mover of the first proposes one in place of both, and the other has not yet agreed.</summary>
    public void PlayComposite(string congress)
    {
        var (books, accounts) = (floor.State.Motions.Find(MotionTexts.OfDelegates[0].Id)!, MotionTexts.OpenAccounts);
        var delegates = floor.State.Offices.Holders("congress", floor.Now).OrderBy(t => t.Id, StringComparer.Ordinal).Select(t => t.Person).ToArray();
        floor.Do(delegates[50], new FileMotion(accounts.Id, congress, "ordinary", accounts.Title, Put(accounts), [], null, null, null, false));
        var texts = accounts.Texts.ToImmutableSortedDictionary(t => t.Key, t => floor.Put($"{MotionTexts.OfDelegates[0].Texts[t.Key].TrimEnd()}\n\n{string.Join("\n\n", TextMerge.Paragraphs(t.Value).Skip(1))}\n"), StringComparer.Ordinal);
        floor.Do(books.Mover, new ProposeComposite("open-books-and-accounts", books.Title, [books.Id, accounts.Id], texts, [.. books.Current.Texts.Values, .. floor.State.Motions.Find(accounts.Id)!.Current.Texts.Values]));
    }

    /// <summary>The council says how it would deal with them, and two movers answer; a region asks its delegates to vote.</summary>
    public void PlayProposals()
    {
        var council = cast.Council[0];
        floor.Do(council, new ProposeProcedure(MotionTexts.FortyPercent.Id, ProposedProcedure.AdoptModified, Put(MotionTexts.ThirtySevenPercent), Reason: "37 %"));
        floor.Do(council, new ProposeProcedure(MotionTexts.ThirtyPercent.Id, ProposedProcedure.Reject, NoTexts));
        floor.Do(council, new ProposeProcedure(MotionTexts.FromFifty.Id, ProposedProcedure.Vote, NoTexts));
        floor.Do(council, new ProposeProcedure(MotionTexts.EveryQuarter.Id, ProposedProcedure.Adopt, NoTexts));
        var open = MotionTexts.OfDelegates[0].Id + "-a1";
        floor.Do(council, new ProposeProcedure(open, ProposedProcedure.Adopt, NoTexts));
        Answer(MotionTexts.EveryQuarter.Id, accepted: true, null);
        Answer(MotionTexts.ThirtyPercent.Id, accepted: false, "Onze kleine bedrijven halen 35 procent niet. – Nos petites entreprises n’atteignent pas 35 pour cent.");
        var (region, members) = cast.RegionCouncils.First();
        floor.Do(members[0], new ProposeAct("w-night", "region.council", region, new InstructDelegates(MotionTexts.ThirtyPercent.Id, region, Position.Against, null, null)));
        foreach (var member in members.Skip(1).Take(4)) floor.Do(member, new SignAct("w-night", []));

        void Answer(string amendment, bool accepted, string? reason) =>
            floor.Do(floor.State.Motions.FindAmendment(amendment)!.Value.Amendment.Mover, new AnswerProposal(amendment, 1, accepted, reason));
    }

    private static readonly ImmutableSortedDictionary<string, string> NoTexts = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Decided by the council in writing: eight of fifteen seats sign.</summary>
    private void InWriting(string id, FileMotion motion)
    {
        floor.Do(cast.Council[0], new ProposeAct(id, "council", null, motion));
        foreach (var member in cast.Council.Skip(1).Take(7)) floor.Do(member, new SignAct(id, [.. motion.Reads()]));
    }

    /// <summary>One member files, and one in a hundred members sign: then it must be on the agenda.</summary>
    private void ByPetition(string congress, MotionText motion)
    {
        var signers = people.Where((_, i) => i % 97 == 3).Select(p => p.Id).Take(Branches.TotalMembers / 100 + 5).ToArray();
        floor.Do(signers[0], new FileMotion(motion.Id, congress, "ordinary", motion.Title, Put(motion), [], null, null, null, false));
        foreach (var signer in signers.Skip(1)) floor.Do(signer, new SupportMotion(motion.Id));
    }

    private ImmutableSortedDictionary<string, string> Put(MotionText motion) =>
        motion.Texts.ToImmutableSortedDictionary(t => t.Key, t => floor.Put(t.Value), StringComparer.Ordinal);
}
