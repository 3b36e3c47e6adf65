using System.Security.Cryptography;
using System.Text;
using Mandate.Node.Boxes;
using Mandate.SecretBallot.Archives;
using Mandate.SecretBallot.Formats;
using Mandate.SecretBallot.Groups;
using Mandate.SecretBallot.Making;
using Mandate.SecretBallot.Verification;

namespace Mandate.Benchmarks;

/// <summary>
/// Sealed ballots: one question of five answers, as in the measurements of others; a box that takes ballots all at once; a whole archive
/// verified; rankings shuffled. <c>--members</c> says how many ballots the archive has, at most 100,000; <c>--beside</c> names
/// <c>belenios-tool</c>, which then does the same on the same files.
/// </summary>
internal static class SealedBenchmark
{
    private const string Uuid = "BenchmarkE1ection";
    private const int Some = 200, Rankings = 300;
    private static readonly Randomness Random = new(RandomNumberGenerator.Fill);

    public static async Task RunAsync(Settings settings)
    {
        var voters = Math.Min(settings.Members, 100_000);
        var trustee = TrusteeSecret.Generate(Random);
        var election = Election(trustee, new ChoiceQuestion(["A", "B", "C", "D", "E"], Blank: false, 1, 1, "?"));
        Credential[] credentials = [.. ParallelEnumerable.Range(0, Math.Max(voters, Rankings)).Select(_ => Credential.Generate(Uuid, Random))];
        var listed = PublicCredentials.Of(CurveGroup.Instance, credentials.Select(c => new PublicCredential(c.Public)));
        Table.Time("seal a ballot of five answers, one core", "ballots", settings.Runs, () => { for (var i = 0; i < Some; i++) Seal(election, credentials, i % voters); return Some; });
        var texts = Enumerable.Range(0, Some).Select(i => Seal(election, credentials, i % voters).ToString()).ToList();
        Table.Time("read and check it, one core", "ballots", settings.Runs, () =>
        {
            foreach (var text in texts) Checked(text, election, listed);
            return Some;
        });
        await ArchiveAsync(settings, voters, trustee, election, credentials, listed);
        Shuffles(settings, trustee, credentials);
        if (settings.Beside is { } tool) OtherTool.Run(tool, election, trustee, credentials[..Math.Min(voters, Some)], settings.Runs, () =>
        {
            foreach (var text in texts) Checked(text, election, listed);
        });
    }

    private static async Task ArchiveAsync(Settings settings, int voters, TrusteeSecret trustee, Election election, Credential[] credentials, PublicCredentials listed)
    {
        var ballots = new Ballot[voters];
        Parallel.For(0, voters, i => ballots[i] = Seal(election, credentials, i));
        using var place = new Workplace();
        using var board = BallotBoard.Open(place.New("one.bel"), Setup(election, trustee, listed));
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(ballots, async (ballot, _) =>
        {
            if ((await board.TakeAsync(Encoding.UTF8.GetBytes(ballot.ToString()))).Fault is { } fault) throw new InvalidOperationException(fault);
        });
        Table.Times($"take {voters} ballots that come at once, all cores, until each is durable", [System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalSeconds]);
        await board.CloseAsync();
        var box = BallotBox.Of(ArchiveReader.Read(new MemoryStream(board.Bytes())));
        await board.DecryptAsync(Encoding.UTF8.GetBytes(trustee.Decrypt(election, box.Tally!, Random).ToString()));
        var archive = board.Bytes();
        Table.Time("verify the whole archive, all cores", "ballots", Math.Min(settings.Runs, 3), () =>
            ArchiveVerifier.Verify(new MemoryStream(archive), new() { ForEach = (n, one) => Parallel.For(0, n, one) }).IsComplete ? voters : throw new InvalidOperationException("It does not verify."), warm: false);
    }

    private static void Shuffles(Settings settings, TrusteeSecret trustee, Credential[] credentials)
    {
        var election = Election(trustee, new RankingQuestion(["A", "B", "C", "D", "E"], "?"));
        var some = credentials[..Rankings];
        var listed = PublicCredentials.Of(CurveGroup.Instance, some.Select(c => new PublicCredential(c.Public)));
        using var stream = new MemoryStream();
        stream.Write(Setup(election, trustee, listed));
        stream.Position = 0;
        var writer = ArchiveWriter.Continue(stream, ArchiveReader.Read(stream));
        var ballots = some.AsParallel().AsOrdered().Select(c => BallotMaker.Make(election, c, [new RankingVote(1, 2, 3, 4, 5)], Random)).ToList();
        foreach (var ballot in ballots) writer.Ballot(ballot);
        writer.EndBallots();
        var (tally, count, weight) = Tallying.Encrypted(election, listed, ballots);
        writer.EncryptedTally(tally, count, weight);
        var rankings = Tallying.Rankings(election, tally);
        var without = stream.ToArray();
        Shuffle shuffle = null!;
        Table.Time("shuffle rankings with proof, one core", "rankings", settings.Runs, () => { shuffle = Shuffler.Shuffle(election, rankings, Random); return Rankings; });
        writer.Shuffle(1, shuffle);
        var with = stream.ToArray();
        long Verified(byte[] archive) => ArchiveVerifier.Verify(new MemoryStream(archive)).FirstFault is { } fault ? throw new InvalidOperationException(fault.Text) : Rankings;
        Table.Time("check an archive of rankings before a shuffle, one core", "rankings", settings.Runs, () => Verified(without));
        Table.Time("check the same with one shuffle, one core", "rankings", settings.Runs, () => Verified(with));
    }

    internal static Election Election(TrusteeSecret trustee, Question question) => new Election(Uuid, "Benchmark", "", CurveGroup.Instance, trustee.PublicKey, [question]).Sealed();

    private static Ballot Seal(Election election, Credential[] credentials, int voter) => BallotMaker.Make(election, credentials[voter], [new ChoiceVote(voter % 5)], Random);

    private static void Checked(string text, Election election, PublicCredentials listed)
    {
        if (BallotChecks.Check(Ballot.Read("ballot", Encoding.UTF8.GetBytes(text), election), election, listed) is { } fault) throw new InvalidOperationException(fault);
    }

    internal static byte[] Setup(Election election, TrusteeSecret trustee, PublicCredentials listed)
    {
        using var stream = new MemoryStream();
        new ArchiveWriter(stream, 1_700_000_000).Setup(election, [new SingleTrustee(trustee.ToKey(Random))], listed);
        return stream.ToArray();
    }
}
