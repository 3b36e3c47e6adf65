using System.Collections.Immutable;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Votes;

namespace Mandate.Demo;

/// <summary>
/// An amendment of the constitution needs the chamber of regions beside the congress. The chamber has met and agreed by roll call;
/// the congress has still to decide.
/// </summary>
internal sealed class ChamberScene(IFloor floor, Cast cast)
{
    /// <summary>How the fourteen who come vote: eighteen seats, so ten are needed.</summary>
    private static readonly Choice[] Votes =
    [
        Choice.Yes, Choice.Yes, Choice.No, Choice.Yes, Choice.Yes, Choice.Yes, Choice.Abstain,
        Choice.Yes, Choice.Yes, Choice.No, Choice.Yes, Choice.Yes, Choice.Yes, Choice.Yes,
    ];

    /// <summary>Convenes the chamber with the sixty days that an amendment needs there too, and puts the motion before it.</summary>
    public void Convene(string chamber, string motion, DateTimeOffset opens)
    {
        InWriting("w-chamber", new ConveneSession(chamber, "regions_chamber", null, "Brussel – Bruxelles", opens, DateOnly.FromDateTime(opens.UtcDateTime).AddDays(1), null));
        InWriting("w-chamber-motion", new PutBefore(motion, chamber));
        InWriting("w-hall-stalls", new FileMotion(
            MotionTexts.Stalls.Id, chamber, "restrict_right", MotionTexts.Stalls.Title, MotionTexts.Stalls.Texts.ToImmutableSortedDictionary(t => t.Key, t => floor.Put(t.Value), StringComparer.Ordinal),
            [], null, null, StallsUntil(opens), false));
        var day = DateOnly.FromDateTime(floor.Now.UtcDateTime);
        foreach (var language in floor.State.Sessions.Find(chamber)!.Entitled.GroupBy(p => floor.State.Roll.Member(p)!.Language, StringComparer.Ordinal))
            floor.Do(cast.Council[0], new RecordService(chamber, [.. language], ServiceOutcome.Sent, "email", day, language.Key));
    }

    public void Meet(string chamber, string motion)
    {
        var present = cast.Chamber.Values.SelectMany(c => c).Take(Votes.Length).ToImmutableArray();
        var chair = present[0];
        foreach (var person in present) floor.Do(person, new Arrive(chamber, person));
        floor.Do(cast.Council[0], new OpenSession(chamber));
        floor.Do(cast.Council[0], new AnnounceChair(chamber, chair, null));
        Decide(chamber, chair, motion, MotionTexts.Notice.Title, present);
        Decide(chamber, chair, MotionTexts.Stalls.Id, MotionTexts.Stalls.Title, present);
        floor.Do(chair, new CloseSession(chamber));
    }

    /// <summary>The last day of the restriction on sales: three months after the sitting.</summary>
    public static DateOnly StallsUntil(DateTimeOffset sitting) => DateOnly.FromDateTime(sitting.UtcDateTime).AddMonths(3);

    private void Decide(string chamber, string chair, string motion, string title, ImmutableArray<string> present)
    {
        floor.Do(chair, new TakeUp(chamber, "motion:" + motion));
        var vote = $"v-{chamber}-{motion}";
        floor.Do(chair, new PutQuestion(vote, VoteKind.RollCall, chamber, null, motion, 1, title));
        floor.Do(chair, new OpenVote(vote));
        foreach (var (person, choice) in present.Zip(Votes)) floor.Do(person, new CastVote(vote, choice));
        floor.Do(chair, new CloseVote(vote));
        floor.Do(chair, new DeclareResult(vote));
        floor.Do(chair, new FinishItem(chamber, "motion:" + motion));
    }

    private void InWriting(string id, Organisation.Acts.Command act)
    {
        floor.Do(cast.Council[0], new ProposeAct(id, "council", null, act));
        foreach (var member in cast.Council.Skip(1).Take(7)) floor.Do(member, new SignAct(id, [.. act.Reads()]));
    }
}
