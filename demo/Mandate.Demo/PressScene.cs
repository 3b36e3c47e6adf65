using System.Collections.Immutable;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Press;

namespace Mandate.Demo;

/// <summary>
/// The bulletin before the congress: a debate with the same words for each side, a text against a tendency and its reply, a demand for a
/// correction that waits for its day, a mailing; and something done outside the rules that a member has put on record.
/// </summary>
internal sealed class PressScene(IFloor floor, Cast cast, ImmutableArray<Person> people)
{
    public void Play(DateTimeOffset opens)
    {
        floor.MoveTo(opens.AddDays(-10));
        var (editor, council) = (cast.Editors[0], cast.Council[0]);
        var ordinary = people.Where(p => !floor.State.Offices.HeldBy(p.Id, floor.Now).Any()).Select(p => p.Id).ToArray();
        var speaker = floor.State.Tendencies.All["members-first"].Speaker;
        floor.Do(editor, new OpenDebate("rotation", "Should every office rotate after six years?", "congress", DateOnly.FromDateTime(opens.UtcDateTime), 400));
        Piece(speaker, "for-rotation", "Six years are enough", "Whoever has sat for six years knows the building better than the docks. Let them come back to us, and let others learn. Nothing is lost that is written down.", "rotation", "members-first", []);
        Piece(council, "against-rotation", "Experience is a common good", "A bargaining round lasts four years. Whoever must leave in the middle of one takes the memory of it along. Let congress judge each of us every two years instead.", "rotation", "council", []);
        Piece(cast.GeneralSecretary, "on-members-first", "What Members first does not say", "Members first speaks of openness and has never published its own accounts. Forty members came to its last evening.", null, null, ["members-first"]);
        floor.Do(editor, new BringOutIssue("bulletin-1", ["on-members-first", "against-rotation"]));
        floor.Do(speaker, new ReplyToPiece("reply-members-first", "on-members-first", "What we do say", floor.Put("Our accounts hang in every hall since January. Come and read them; bring the forty along.\n")));
        floor.Do(ordinary[150], new DemandRectification("forty", "on-members-first", floor.Put("Not forty but one hundred and twelve came. The list is with the hall keeper of the third port.\n")));
        floor.Do(ordinary[151], new WriteLetter("letter-words-of-the-council", "What the council did and did not write", floor.Put("The secretary writes “Forty members came to its last evening” (piece:on-members-first); the council itself wrote “A bargaining round lasts two years” (piece:against-rotation), or so I was told.\n\nRead it yourselves before you vote.\n")));
        floor.Do(speaker, new SendMailing("mailing-1", "members-first", "To all members: rotate the offices", floor.Put("Lees beide teksten in het bulletin en vraag het dan aan uw afgevaardigde.\n"), "nl"));
        floor.Do(cast.GeneralSecretary, new TranslateMailing("mailing-1", "fr", floor.Put("Lisez les deux textes dans le bulletin, puis interrogez votre délégué.\n")));
        Outside(ordinary[7], DateOnly.FromDateTime(opens.UtcDateTime).AddDays(-24));
    }

    private void Piece(string by, string id, string title, string text, string? debate, string? side, ImmutableArray<string> against) =>
        floor.Do(by, new SubmitPiece(id, title, floor.Put(text + "\n"), Signed: true, debate, side, against));

    /// <summary>A vote without a count at a branch evening: no result in the rules, but on record and under findings.</summary>
    private void Outside(string member, DateOnly day)
    {
        ImmutableSortedDictionary<string, string> Said(string text) => ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("en", text);
        var source = ImmutableArray.Create(new Source("Photographed minutes of the branch evening", "page 2"));
        floor.Do(member, new Tell("late-vote", new(day, day), Said("A vote late in the evening"), Said("The chair asked for a vote on the hall rent after most had left. Nobody counted."), [], [], [], Mode.Stated, source));
        floor.Do(member, new RecordFact("late-vote-put", new PutToVote("hall-rent", "branch.meeting", "branch-evening"), new(day, day), Mode.Stated, source, ["late-vote"]));
        floor.Do(member, new RecordFact("late-vote-present", new Present("branch-evening", "hall-rent", Counted: false), new(day, day), Mode.Stated, source, ["late-vote"]));
        floor.Do(member, new ReportCase("late-vote-caught", "vanished-quorum", Misjudged.Missed, "late-vote", "Most had left, and the vote was taken all the same."));
        floor.Do(member, new ReportCase("late-vote-missed", "surprise-motion", Misjudged.Missed, "late-vote", "The hall rent stood on no agenda. That nobody had notice is not told yet."));
    }
}
