using System.CommandLine;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Mandate.Cli.Contract;
using Mandate.SecretBallot.Archives;
using Mandate.SecretBallot.Formats;
using Mandate.SecretBallot.Making;

namespace Mandate.Cli.Ballots;

/// <summary>A voter's steps: seal a ballot, find it in the box.</summary>
internal static class VoterSteps
{
    private static readonly Option<string> CredentialOption = new("--credential") { Description = "File with the voter's credential, or - for standard input: never on the command line, which other programs can read.", Required = true };
    private static readonly Option<string[]> VoteOption = new("--vote") { Description = "One for each question, in order: '1,3' or 'blank' or 'none' (choice), '2>1=3' (ranking), '2:1,3' (list 2, its candidates 1 and 3).", Required = true };
    private static readonly Option<string> OutOption = new("--out") { Description = "New file for the sealed ballot.", Required = true };
    private static readonly Argument<string> TrackerArgument = new("TRACKER") { Description = "The ballot's number." };

    public static Command Vote() => new Command("vote", "Voter: seals a ballot. Nobody can open it alone.") { BoxSteps.BoxArgument, CredentialOption, VoteOption, OutOption }.Running((parsed, terminal) =>
    {
        var file = parsed.GetValue(BoxSteps.BoxArgument)!;
        var box = BallotFiles.BoxUnverified(file);
        var source = parsed.GetValue(CredentialOption)!;
        var text = (source == "-" ? Console.In.ReadLine() ?? "" : Encoding.UTF8.GetString(BallotFiles.Read(source))).Trim();
        var credential = Credential.Parse(text, box.Election.Uuid, out var reason) ?? throw CommandException.BadInput($"the credential: {reason}");
        if (box.Credentials.Find(credential.Public) is null) throw CommandException.BadInput("the credential is not one of this election; compare it with the letter, sign by sign");
        var given = parsed.GetValue(VoteOption)!;
        if (given.Length != box.Election.Questions.Count) throw CommandException.BadInput($"--vote: {box.Election.Questions.Count} are needed, one for each question, not {given.Length}");
        var votes = box.Election.Questions.Select((q, i) => Read(q, given[i], i + 1)).ToList();
        var ballot = BallotMaker.Make(box.Election, credential, votes, BallotFiles.Random);
        BallotFiles.WriteNew(parsed.GetValue(OutOption)!, ballot.ToString());
        terminal.Data(new JsonObject { ["tracker"] = ballot.Tracker }, "Your vote is sealed. Nobody can open it alone.", $"Your ballot number is {ballot.Tracker}", "You can vote again until the vote closes; the last ballot counts.");
        return ExitCode.Done;
    });

    public static Command Find() => new Command("find", "Voter: is my ballot in the box, and does it count?") { BoxSteps.BoxArgument, TrackerArgument }.Running((parsed, terminal) =>
    {
        var box = BallotFiles.Box(parsed.GetValue(BoxSteps.BoxArgument)!);
        var tracker = parsed.GetValue(TrackerArgument)!;
        var index = box.Ballots.ToList().FindIndex(b => b.Tracker == tracker);
        var counts = index >= 0 && !box.Ballots.Skip(index + 1).Any(b => b.Credential.Equals(box.Ballots[index].Credential));
        terminal.Data(new JsonObject { ["tracker"] = tracker, ["found"] = index >= 0, ["counts"] = counts, ["position"] = index < 0 ? null : index + 1, ["of"] = box.Ballots.Count, ["head"] = box.Archive.Head },
            index < 0 ? "No: this ballot is not in the box. Tell the commission and those who observe for you, with the number and the time." : counts
                ? $"Yes: ballot {index + 1} of {box.Ballots.Count}, and it is the last of its credential." : $"It is ballot {index + 1} of {box.Ballots.Count}, but a later one of the same credential counts instead.");
        return index >= 0 ? ExitCode.Done : ExitCode.DoesNotHold;
    });

    /// <summary>A vote as it is typed, with numbers from one.</summary>
    private static Vote Read(Question question, string text, int number)
    {
        var vote = question switch
        {
            ChoiceQuestion when text == "blank" => new BlankVote(),
            ChoiceQuestion q => new ChoiceVote(text == "none" ? [] : Numbers(text, q.Answers.Count)),
            RankingQuestion q => Ranking(text, q.Answers.Count),
            ListsQuestion q when text.Split(':') is [var list, var chosen] => (Vote)Lists(q, Numbers(list, q.Lists.Count), chosen),
            _ => throw Fault("a list and its candidates are expected, as 2:1,3"),
        };
        return SecretBallot.Making.Vote.Check(question, vote) is { } wrong ? throw Fault(wrong) : vote;

        ImmutableArray<int> Numbers(string part, int most) =>
            [.. part.Split(',').Select(n => int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var read) && read >= 1 && read <= most ? read - 1 : throw Fault($"'{n}' is no number from 1 to {most}"))];

        ListsVote Lists(ListsQuestion q, ImmutableArray<int> list, string chosen) =>
            list.Length == 1 ? new(list[0], Numbers(chosen, q.Lists[list[0]].Count - 1)) : throw Fault("one list is chosen");

        RankingVote Ranking(string part, int answers)
        {
            var ranks = new int[answers];
            foreach (var (rank, equal) in part.Split('>').Index())
            {
                foreach (var answer in Numbers(equal.Replace('=', ','), answers))
                    ranks[answer] = ranks[answer] == 0 ? rank + 1 : throw Fault($"answer {answer + 1} is ranked twice");
            }
            return new([.. ranks]);
        }

        CommandException Fault(string message) => CommandException.BadInput($"--vote {text}, question {number}: {message}");
    }
}
