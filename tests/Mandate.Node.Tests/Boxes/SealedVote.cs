using System.Security.Cryptography;
using System.Text;
using Mandate.Node.Boxes;
using Mandate.Node.Sequencing;
using Mandate.Node.Tests.Support;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Votes;
using Mandate.SecretBallot.Archives;
using Mandate.SecretBallot.Formats;
using Mandate.SecretBallot.Groups;
using Mandate.SecretBallot.Making;
using Mandate.SecretBallot.Verification;

using Answer = Mandate.Node.Sequencing.Answer;
using Credential = Mandate.SecretBallot.Making.Credential;

namespace Mandate.Node.Tests.Boxes;

/// <summary>A co-operative whose branch b1 votes by sealed ballots: twelve credentials, a key of three trustees of whom two suffice.</summary>
internal sealed class SealedVote : IAsyncDisposable
{
    public const string Conductor = "b1-06";
    public static readonly BoxTrustee[] Trustees = [new("b1-01", "left"), new("b1-02", "right"), new("b1-05", "centre")];
    private static readonly string[] Candidates = ["b1-07", "b1-08", "b1-09"];

    private readonly TemporaryFolder folder = new();
    private readonly SetTime time = new();

    public Installation Installation { get; private set; } = null!;

    public OrganisationNode Node => Installation.Find("dockside")!;

    public string Vote { get; private set; } = "";

    public Credential[] Voters { get; private set; } = [];

    public TrusteeSecret[] Keys { get; private set; } = [];

    public static Randomness Random { get; } = new(RandomNumberGenerator.Fill);

    public BallotBoard Board => Node.Board(Vote)!;

    public string DataFolder => folder.At("data");

    public string Path => folder.At("data", "dockside");

    /// <summary>An election of two delegates of b1; the vote is open.</summary>
    public static async Task<SealedVote> ElectionAsync()
    {
        var o = await FoundAsync();
        await o.PrepareElectionAsync();
        await o.OpenAsync();
        return o;
    }

    /// <summary>The question of a recall, put on paper: nothing is prepared yet.</summary>
    public static async Task<SealedVote> PutAsync()
    {
        // A rehearsal, whose visitors say themselves who they are.
        var o = await FoundAsync(rehearsal: true);
        await o.PutQuestionAsync();
        o.Vote = "q1";
        return o;
    }

    /// <summary>The files that the authority and the trustees bring: credentials made for this box, and the record of the key.</summary>
    public (byte[] Credentials, byte[] Trustees) Files(string uuid)
    {
        Voters = [.. Enumerable.Range(0, 12).Select(_ => Credential.Generate(uuid, Random))];
        return (Encoding.UTF8.GetBytes(PublicCredentials.Of(CurveGroup.Instance, Voters.Select(v => new PublicCredential(v.Public))).ToString()), Encoding.UTF8.GetBytes(TrusteeItem.WriteAll([Ceremony()])));
    }

    /// <summary>A delegate of b1 is to be recalled; the vote on it is open.</summary>
    public static async Task<SealedVote> QuestionAsync()
    {
        var o = await FoundAsync();
        await o.PutQuestionAsync();
        await o.PrepareAsync("q1");
        await o.OpenAsync();
        return o;
    }

    /// <summary>The same in a rehearsal, whose clock is its own: another process may go on with it.</summary>
    public static async Task<SealedVote> RehearsedQuestionAsync()
    {
        var o = await PutAsync();
        await o.PrepareAsync("q1");
        await o.OpenAsync();
        return o;
    }

    public Ballot Seal(int voter, params Mandate.SecretBallot.Making.Vote[] votes) => BallotMaker.Make(Board.Election, Voters[voter], votes, Random);

    public Task<BoxAnswer> CastAsync(int voter, params Mandate.SecretBallot.Making.Vote[] votes) => TakeAsync(Seal(voter, votes).ToString());

    public Task<BoxAnswer> TakeAsync(string ballot) => Node.TakeBallotAsync(Vote, Encoding.UTF8.GetBytes(ballot));

    public async Task CloseAsync() => Accepted(await Node.CloseBoxAsync(Conductor, Vote, "close"));

    /// <summary>The box as a trustee's own program sees it.</summary>
    public BallotBox Read() => BallotBox.Of(ArchiveReader.Read(new MemoryStream(Board.Bytes())));

    public byte[] Extended(Action<ArchiveWriter, BallotBox> step)
    {
        using var stream = new MemoryStream();
        stream.Write(Board.Bytes());
        var box = Read();
        step(ArchiveWriter.Continue(stream, box.Archive), box);
        return stream.ToArray();
    }

    public byte[] Shuffled(int owner) => Extended((w, box) => w.Shuffle(owner, Shuffler.Shuffle(box.Election, Tallying.Rankings(box.Election, box.Tally!), Random)));

    public Task<BoxAnswer> DecryptAsync(int owner) => Board.DecryptAsync(Share(owner));

    public byte[] Share(int owner)
    {
        var box = Read();
        return Encoding.UTF8.GetBytes(Keys[owner - 1].Decrypt(box.Election, box.Tally!, Random).ToString());
    }

    public async Task PublishAsync() => Accepted(await Node.PublishBoxAsync(Conductor, Vote, "publish"));

    /// <summary>The machine stops, with whatever is on the disk, and the node is started again.</summary>
    public Task RestartAsync(Action? between = null) => RestartAsync(() =>
    {
        between?.Invoke();
        return Task.CompletedTask;
    });

    public async Task RestartAsync(Func<Task> between)
    {
        await Installation.DisposeAsync();
        await between();
        Installation = Open();
    }

    public string BoxFile => Directory.EnumerateFiles(System.IO.Path.Combine(Path, "boxes"), "*.bel").Single();

    public void Advance(TimeSpan by) => time.Now += by;

    public static void Accepted(Answer answer)
    {
        if (answer is Answer.Refused { Refusal: var r }) Assert.Fail($"refused: {r.Code}, needs {r.Needs}, given {r.Given} ({string.Join(", ", r.Args)})");
        Assert.IsType<Answer.Accepted>(answer);
    }

    public async ValueTask DisposeAsync()
    {
        await Installation.DisposeAsync();
        folder.Dispose();
    }

    private Installation Open() => Installation.Open(folder.At("data"), options: new() { Time = time });

    private static async Task<SealedVote> FoundAsync(bool rehearsal = false)
    {
        var o = new SealedVote();
        o.Installation = o.Open();
        o.Installation.Create("dockside", new() { RehearsalStart = rehearsal ? o.time.Now : null });
        await Dockside.FoundAsync(o.Node, rehearsal, alsoLast: new Mandate.Organisation.Founding.NameOfficer("t-delegate", Candidates[0], new Seat("congress", "delegates", "b1"), Dockside.Day(2027)));
        return o;
    }

    private async Task PutQuestionAsync()
    {
        await Dockside.Do(Node, Candidates[0], new StartRecall("r1", "t-delegate"));
        foreach (var signer in new[] { "b1-08", "b1-09", "b1-10" }) await Dockside.Do(Node, signer, new SignRecall("r1"));
        await Dockside.Do(Node, Conductor, new PutQuestion("q1", VoteKind.Paper, null, "b1", "r1", null, "Shall the delegate be recalled?"));
    }

    private async Task PrepareElectionAsync()
    {
        await Dockside.Do(Node, "b1-01", new ProposeAct("w1", "council", null, new ConveneSession("c1", "congress", null, "Hall", time.Now.AddDays(60), DateOnly.FromDateTime(time.Now.AddDays(62).DateTime), null)));
        await Dockside.Do(Node, "b1-02", new SignAct("w1", []));
        await Dockside.Do(Node, Conductor, new OpenNominations("e1", null, new Seat("congress", "delegates", "b1"), "c1"));
        foreach (var person in Candidates) await Dockside.Do(Node, person, new Nominate("e1", person));
        await Dockside.Do(Node, Conductor, new CloseNominations("e1"));
        await PrepareAsync("e1");
    }

    private async Task PrepareAsync(string vote)
    {
        Vote = vote;
        var uuid = BoxSetup.Uuid("dockside", vote);
        var (credentials, trustees) = Files(uuid);
        var (archive, fault) = BoxSetup.Make(Node.State.Votes.Find(vote)!, uuid, "Dockside", "en", credentials, trustees, time.Now);
        Assert.Null(fault);
        await Dockside.Do(Node, Conductor, new PrepareBox(vote, Dockside.Name(archive!), "b1-03", [.. Trustees]), archive!);
        foreach (var person in Trustees.Select(t => t.Person).Append("b1-03")) await Dockside.Do(Node, person, new ConfirmBox(vote, Node.State.Votes.Find(vote)!.Box!.Fingerprint));
    }

    private async Task OpenAsync() => await Dockside.Do(Node, Conductor, new OpenVote(Vote));

    private ThresholdTrustees Ceremony()
    {
        CeremonyMember[] members = [.. Enumerable.Range(1, 3).Select(i => new CeremonyMember(i, 3, 2, Random))];
        var certificates = Array.ConvertAll(members, m => m.Certificate);
        var contributions = Array.ConvertAll(members, m => m.Contribute(certificates));
        var finished = Array.ConvertAll(members, m => m.Finish(contributions, [.. members.Select(s => s.ShareFor(m.Index))]));
        Keys = Array.ConvertAll(finished, f => f.Secret);
        return CeremonyMember.Assemble(2, certificates, contributions, Array.ConvertAll(finished, f => f.Key));
    }
}
