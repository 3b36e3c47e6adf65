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
