using System.Collections.Immutable;
using System.Globalization;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Votes;

/// <summary>Votes by sealed ballots, with boxes in which the verifier is made to find what a test says.</summary>
internal static class SealedBoxes
{
    public const string Question = "Shall we strike?";
    public const string Authority = "b1-03";

    public static readonly ImmutableArray<BoxTrustee> Trustees = [new("b1-01", "left"), new("b1-02", "right"), new("b1-05", "centre")];

    /// <summary>The setup of a box for this vote: 2 of 3 trustees, a credential for each entitled member.</summary>
    public static BoxContents Setup(Vote vote, int credentials = 12, string uuid = "uuid-of-the-box") => new()
    {
        Uuid = uuid,
        Fingerprint = "fingerprint " + uuid,
        Questions = vote.IsElection ? [new(BoxQuestionKind.Ranking, "Delegates", vote.CandidateOrder)] : [new(BoxQuestionKind.Choice, vote.Question.Text, SecretBox.Answers)],
        Credentials = credentials,
        Trustees = 3,
        Threshold = 2,
        Heads = [Head(0)],
    };

    /// <summary>The finished box: so many ballots of as many voters, opened.</summary>
    public static BoxContents Finished(Vote vote, int ballots, params long[][] rows) => Setup(vote) with
    {
        Heads = [.. Enumerable.Range(0, ballots + 4).Select(Head)],
        Ballots = ballots,
        Voters = ballots,
        Shuffles = vote.IsElection ? 2 : 0,
        Complete = true,
        Result = [[.. rows.Select(r => r.ToImmutableArray())]],
    };

    public static string Head(int height) => height.ToString("x64", CultureInfo.InvariantCulture);

    /// <summary>Meeting m1 of b1 with twelve members present, question q1 put on paper by b1-06.</summary>
    public static Founded WithQuestion(string? yaml = null)
    {
        var o = Halls.InBranchMeeting(yaml, [.. Enumerable.Range(1, 12).Select(i => $"b1-{i:00}")]);
        o.Item("m1", "i1");
        o.Do("b1-06", new PutQuestion("q1", VoteKind.Paper, "m1", null, "i1", null, Question));
        return o;
    }

    public static PrepareBox Prepare(this Founded o, string vote, Func<BoxContents, BoxContents>? change = null, ImmutableArray<BoxTrustee>? trustees = null, string authority = Authority) =>
        new(vote, o.Box((change ?? (b => b))(Setup(o.State.Votes.Find(vote)!))), authority, trustees ?? Trustees);

    /// <summary>Prepared, confirmed by all and opened.</summary>
    public static void OpenBox(this Founded o, string vote)
    {
        o.Do("b1-06", o.Prepare(vote));
        var print = o.State.Votes.Find(vote)!.Box!.Fingerprint;
        foreach (var person in Trustees.Select(t => t.Person).Append(Authority)) o.Do(person, new ConfirmBox(vote, print));
        o.Do("b1-06", new OpenVote(vote));
    }

    /// <summary>Closed with so many ballots.</summary>
    public static void CloseBox(this Founded o, string vote, int ballots) => o.Do("b1-06", new CloseBox(vote, ballots, ballots, Head(ballots + 1)));
}
