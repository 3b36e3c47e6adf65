using System.CommandLine;
using System.Text.Json.Nodes;
using Mandate.Cli.Contract;
using Mandate.SecretBallot.Archives;
using Mandate.SecretBallot.Formats;
using Mandate.SecretBallot.Groups;
using Mandate.SecretBallot.Making;
using Mandate.SecretBallot.Verification;
using Mandate.Tally.Writers;

namespace Mandate.Cli.Ballots;

/// <summary>The commission's steps on the box: open, take ballots, close, end the shuffles, the result, papers for a count.</summary>
internal static class BoxSteps
{
    public static readonly Argument<string> BoxArgument = new("BOX.bel") { Description = "The box: the public archive of the vote." };
    private static readonly Argument<string> DraftArgument = new("DRAFT.json") { Description = "Name and questions." };
    private static readonly Option<string> CredentialsOption = new("--credentials") { Description = "The authority's public.json.", Required = true };
    private static readonly Option<string[]> TrusteesOption = new("--trustees") { Description = "Each trustee's trustee.json, or the record of a ceremony.", Required = true, AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string[]> CampOption = new("--camp") { Description = "Trustees of one camp, as NAME=1,2: refused if it could open ballots alone or stop the count.", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string> NewBoxOption = new("--out") { Description = "The new box.", Required = true };
    private static readonly Argument<string[]> BallotsArgument = new("BALLOT.json") { Description = "Ballots in the order in which they came.", Arity = ArgumentArity.OneOrMore };
    private static readonly Argument<string[]> PartsArgument = new("PARTIAL.json") { Description = "The trustees' partial decryptions.", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<int> QuestionOption = new("--question") { Description = "The ranking's number among the questions, from 1.", DefaultValueFactory = _ => 1 };
    private static readonly Option<int> SeatsOption = new("--seats") { Description = "Seats to fill.", Required = true };
    private static readonly Option<string> PapersOption = new("--out") { Description = "New BLT file.", Required = true };

    public static Command Open() => new Command("open", "Commission: opens the box with questions, trustees and credentials.") { DraftArgument, CredentialSteps.UuidOption, CredentialsOption, TrusteesOption, CampOption, NewBoxOption }.Running((parsed, terminal) =>
    {
        var (draft, uuid, group) = (Draft.Read(parsed.GetValue(DraftArgument)!), parsed.GetValue(CredentialSteps.UuidOption)!, CurveGroup.Instance);
        if (!Election.IsUuid(uuid)) throw CommandException.BadInput("--uuid: at least 14 characters of Base58; 'mandate ballot uuid' makes one");
        var trustees = parsed.GetValue(TrusteesOption)!.SelectMany(file => Trustees(file, group)).ToList();
        foreach (var camp in parsed.GetValue(CampOption) ?? []) Camps.Check(camp, trustees);
        var credentials = BallotFiles.Read(parsed.GetValue(CredentialsOption)!, (_, bytes) => PublicCredentials.Read(bytes, group));
        var election = new Election(uuid, draft.Name, draft.Description, group, TrusteeItem.JointKey(group, trustees), draft.Questions, draft.Administrator, draft.CredentialAuthority, draft.Language).Sealed();
        using var stream = new MemoryStream();
        new ArchiveWriter(stream, DateTimeOffset.UtcNow.ToUnixTimeSeconds()).Setup(election, trustees, credentials);
        var report = ArchiveVerifier.Verify(new MemoryStream(stream.ToArray()));
        if (report.FirstFault is { } fault) throw CommandException.BadInput($"the setup does not verify: {fault.Text}");
        var box = parsed.GetValue(NewBoxOption)!;
        if (File.Exists(box)) throw CommandException.BadInput($"{box}: is there already; it is not written over");
        WholeFile.Write(box, stream.ToArray());
        terminal.Data(new JsonObject { ["uuid"] = uuid, ["fingerprint"] = election.Fingerprint, ["head"] = report.Head, ["voters"] = credentials.List.Count, ["weight"] = credentials.TotalWeight },
            $"Fingerprint {election.Fingerprint}", $"Head {report.Head}", $"{credentials.List.Count} credentials{(credentials.TotalWeight == credentials.List.Count ? "" : $" of {credentials.TotalWeight} votes")}, {trustees.Sum(t => t.Keys.Count)} trustees. Publish fingerprint and head before the first ballot.");
        return ExitCode.Done;
    });

    public static Command Take() => new Command("take", "Host: checks ballots and puts them into the box; all of them or none.") { BoxArgument, BallotsArgument }.Running((parsed, terminal) =>
    {
        var file = parsed.GetValue(BoxArgument)!;
        var box = BallotFiles.BoxUnverified(file);
        Need(file, box, EventKind.Setup, EventKind.Ballot);
        var known = box.Ballots.Select(b => b.Tracker).ToHashSet(StringComparer.Ordinal);
        var taken = parsed.GetValue(BallotsArgument)!.Select(name =>
        {
            var ballot = BallotFiles.Read(name, (what, bytes) => Ballot.Read(what, bytes, box.Election));
            if (BallotChecks.Check(ballot, box.Election, box.Credentials) is { } fault) throw new CommandException(ExitCode.DoesNotHold, $"{name}: not taken: {fault}");
            return known.Add(ballot.Tracker) ? ballot : throw new CommandException(ExitCode.DoesNotHold, $"{name}: not taken: the ballot {ballot.Tracker} is in the box already");
        }).ToList();
        return Done(terminal, BallotFiles.Append(file, box, w => taken.ForEach(w.Ballot), verify: false), [.. taken.Select(b => $"Taken: {b.Tracker}")]);
    });

    public static Command Close() => new Command("close", "Commission: closes the box and adds the ballots up, still encrypted.") { BoxArgument }.Running((parsed, terminal) =>
    {
        var file = parsed.GetValue(BoxArgument)!;
        var box = BallotFiles.Box(file);
        Need(file, box, EventKind.Setup, EventKind.Ballot);
        var (tally, ballots, weight) = Tallying.Encrypted(box.Election, box.Credentials, box.Ballots);
        return Done(terminal, BallotFiles.Append(file, box, w =>
        {
            w.EndBallots();
            w.EncryptedTally(tally, ballots, weight);
        }), $"Closed with {box.Ballots.Count} ballots of {ballots} voters{(weight == ballots ? "" : $", who have {weight} votes")}." + (box.Election.HasRankings ? " Now trustees shuffle the rankings." : " Now trustees decrypt."));
    });

    public static Command EndShuffles() => new Command("end-shuffles", "Commission: no more shuffles; trustees may decrypt.") { BoxArgument }.Running((parsed, terminal) =>
    {
        var file = parsed.GetValue(BoxArgument)!;
        var box = BallotFiles.Box(file);
        Need(file, box, EventKind.Shuffle);
        return Done(terminal, BallotFiles.Append(file, box, w => w.EndShuffles()), $"{box.Shufflers.Count} shuffles. Now trustees decrypt.");
    });

    public static Command Result() => new Command("result", "Commission: puts the partial decryptions and the result into the box.") { BoxArgument, PartsArgument }.Running((parsed, terminal) =>
    {
        var file = parsed.GetValue(BoxArgument)!;
        var box = BallotFiles.Box(file);
        Need(file, box, EventKind.EncryptedTally, EventKind.EndShuffles, EventKind.PartialDecryption);
        if (box.Tally is null) throw CommandException.BadInput($"{file}: the box is not closed");
        var parts = box.Decryptions.ToDictionary();
        var added = new Dictionary<int, PartialDecryption>();
        foreach (var name in parsed.GetValue(PartsArgument)!)
        {
            var part = BallotFiles.Read(name, (what, bytes) => box.ReadDecryption(what, bytes));
            var owner = Tallying.OwnerOf(box.Election, box.Trustees, box.Tally, part) ?? throw new CommandException(ExitCode.DoesNotHold, $"{name}: its proofs hold for no trustee of this election and this tally");
            if (!parts.TryAdd(owner, part)) throw CommandException.BadInput($"{name}: trustee {owner} has decrypted already");
            added[owner] = part;
        }
        var result = BallotFiles.Guard(file, () => Tallying.Result(box.Election, box.Trustees, parts, box.Tally, box.Counted.Weight));
        BallotFiles.Append(file, box, w =>
        {
            foreach (var (owner, part) in added.OrderBy(p => p.Key)) w.PartialDecryption(owner, part);
            w.Result(result);
        });
        terminal.Data(ResultText.Json(box, result), ResultText.Lines(box, result));
        return ExitCode.Done;
    });

    public static Command Papers() => new Command("papers", "Anybody: the rankings of a result as a BLT file, for 'mandate count'.") { BoxArgument, QuestionOption, SeatsOption, PapersOption }.Running((parsed, terminal) =>
    {
        var (file, number) = (parsed.GetValue(BoxArgument)!, parsed.GetValue(QuestionOption));
        var box = BallotFiles.Box(file);
        if (box.Result is not { } result) throw CommandException.BadInput($"{file}: there is no result yet");
        if (number < 1 || number > box.Election.Questions.Count || box.Election.Questions[number - 1] is not RankingQuestion question) throw CommandException.BadInput($"--question {number}: is no ranking of this election");
        if (parsed.GetValue(SeatsOption) < 1) throw CommandException.BadInput("--seats: at least 1");
        using var papers = new StringWriter();
        if (PapersWriter.Write("blt", ResultText.Papers(question, result.Questions[number - 1], parsed.GetValue(SeatsOption)), papers) is { } refusal) throw CommandException.BadInput(refusal);
        BallotFiles.WriteNew(parsed.GetValue(PapersOption)!, papers.ToString());
        terminal.Data(new JsonObject { ["papers"] = result.Questions[number - 1].Items.Count }, $"{result.Questions[number - 1].Items.Count} papers. Count them: mandate count {parsed.GetValue(PapersOption)} --method scottish-stv");
        return ExitCode.Done;
    });

    public static void Need(string file, BallotBox box, params EventKind[] stages)
    {
        if (!stages.Contains(box.Stage)) throw CommandException.BadInput($"{file}: the box stands at {box.Stage}; this step follows {string.Join(" or ", stages)}");
    }

    public static int Done(Terminal terminal, Archive archive, params string[] lines)
    {
        terminal.Data(new JsonObject { ["head"] = archive.Head, ["events"] = archive.Events.Count }, [.. lines, $"Head {archive.Head}"]);
        return ExitCode.Done;
    }

    private static IReadOnlyList<TrusteeItem> Trustees(string file, Group group)
    {
        var items = BallotFiles.Read(file, (_, bytes) => TrusteeItem.ReadAll(bytes, group));
        foreach (var item in items)
            if (item.Check(group) is { } fault) throw CommandException.BadInput($"{file}: {fault}");
        return items;
    }
}
