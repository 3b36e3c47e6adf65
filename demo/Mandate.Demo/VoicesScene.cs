using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Mandate.Organisation.Accounts;
using Mandate.Organisation.Documents;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Federation;
using Mandate.Organisation.Press;
using Mandate.Organisation.Works;

namespace Mandate.Demo;

/// <summary>
/// What members say, keep and make for themselves in the days before the congress: the discussion that opened by itself, a claim of space that waits for its panel,
/// directions with a trustee, a choir and its songs, grants by lot, a helper between two branches.
/// </summary>
internal sealed class VoicesScene(IFloor floor, Cast cast, ImmutableArray<Person> people)
{
    public void Play(string congress)
    {
        var ordinary = people.Where(p => !floor.State.Offices.HeldBy(p.Id, floor.Now).Any()).Select(p => p.Id).Skip(310).ToArray();
        var day = DateOnly.FromDateTime(floor.Now.UtcDateTime);
        floor.Do(ordinary[0], new SubmitPiece("what-nights-cost", "What the nights cost", floor.Put("Seven nights in a row, then two days in which nobody sleeps. Ask your delegate whether the council has ever worked one.\n"), Signed: true, "discussion-" + congress, null, []));
        floor.Do(floor.State.Tendencies.All["members-first"].Speaker, new ClaimSpace("space-for-rotation", "rotation", "members-first", "The text of the council stood in the first issue; ours waited for its day.", "the winning numbers of the national draw of the coming Wednesday"));
        floor.Do(ordinary[1], new LeaveDirections("name-on-no-hall", DirectionMatter.Name, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("Name no hall after me.\n"))), ordinary[2]));
        floor.Do(ordinary[2], new AcceptTrust("name-on-no-hall"));
        floor.Do(ordinary[3], new FoundAssociation("night-choir", "The night choir", "Sing in the halls after the late shift."));
        floor.Do(ordinary[4], new JoinAssociation("night-choir"));
        floor.Do(ordinary[3], new BeginWork("dock-songs", "Songs of the docks", Culture.Art, Association: "night-choir"));
        floor.Do(cast.GeneralSecretary, new OpenRound("stage-grants", "A grant of 500 euro for a play or a concert", 3, "general_secretary", day.AddDays(10), "the winning numbers of the national draw of the second Wednesday"));
        foreach (var member in ordinary.Skip(3).Take(5)) floor.Do(member, new AskInRound("stage-grants"));
        var (branch, secretary) = cast.BranchSecretaries.ElementAt(7);
        floor.Do(secretary, new InviteHelper("books-of-the-branch", branch, ordinary.First(p => people.First(x => x.Id == p).Branch != branch), "Show how the new books are kept.", day.AddDays(20)));
    }
}
