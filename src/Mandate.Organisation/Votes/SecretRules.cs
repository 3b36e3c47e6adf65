using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Sessions;

namespace Mandate.Organisation.Votes;

/// <summary>A vote by sealed ballots to the confirmed box. Nobody can do two of its parts alone.</summary>
internal static class SecretRules
{
    /// <summary>Longest name of a camp, in characters.</summary>
    private const int LongestCamp = 100;

    public static Decision Prepare(State state, Act act, PrepareBox c)
    {
        if (VotesRules.Find(state, c.Vote, out var vote, VoteStage.ReadBack, VoteStage.Standing) is { } stage) return stage;
        if (vote.Kind is not (VoteKind.Paper or VoteKind.Secret)) return SecretRefusals.NotOnPaper(vote.Kind);
        if (Conduct.Of(state, act, vote) is { } conduct) return conduct;
        if (Carrying.In(state, vote, act.At) is { } shares && shares.Units.Any(u => u.Votes != u.Delegates.Length)) return SecretRefusals.VotesCarried(state.Statutes.At(act.At).Bodies[state.Sessions.Find(vote.Session!)!.Body].Votes!.Clause.Path);
        var entitled = Entitled(state, vote, act.At);
        if (entitled < SecretBox.LeastVoters) return SecretRefusals.GroupTooSmall(vote.Question.Clause, entitled);
        if (vote.CandidateOrder.Length > 30) return SecretRefusals.TooManyCandidates(vote.CandidateOrder.Length);
        if (act.Blobs.Box(c.Box) is not { } box) return ProtocolRefusals.BlobMissing(c.Box);
        if (box.Fault is { } fault) return SecretRefusals.DoesNotHold(fault);
        if (box.Heads.Length != 1) return SecretRefusals.Stage("Setup");
        if (state.Votes.All.Values.FirstOrDefault(v => v.Id != vote.Id && v.Box?.Uuid == box.Uuid) is { } other) return SecretRefusals.UuidUsed(other.Id);
        if (c.Booth is not null && !SecretResults.IsHash(c.Booth)) return ProtocolRefusals.Malformed("booth", "64 lower-case hex digits", c.Booth);
        if (Questions(vote, box) is { } question) return question;
        if (box.Credentials != entitled) return SecretRefusals.Disagrees("credentials", entitled, box.Credentials);
        // No clause gives a voter more votes than one, so no credential may.
        if (box.OtherWeight != 1) return SecretRefusals.Disagrees("weights", 1, box.OtherWeight);
        if (Parts(state, act, vote, c, box) is { } parts) return parts;
        return Decision.Accept(vote.Question.Clause, new BoxPrepared(c.Vote, c.Box, box.Uuid, box.Fingerprint, box.Heads[0], box.Credentials, box.Threshold, c.Authority, c.Trustees, c.Booth));
    }

    public static Decision Confirm(State state, Act act, ConfirmBox c)
    {
        if (VotesRules.Find(state, c.Vote, out var vote, VoteStage.ReadBack, VoteStage.Standing) is { } stage) return stage;
        if (vote.Box is not { } box) return SecretRefusals.NotByBox(c.Vote);
        if (!box.Serves(act.By)) return ProtocolRefusals.NotYours(vote.Question.Clause, string.Join(", ", box.Unconfirmed), act.By);
        if (box.Confirmed.Contains(act.By)) return ProtocolRefusals.Taken("confirmation", act.By);
        return c.Fingerprint == box.Fingerprint ? Decision.Accept(vote.Question.Clause, new BoxConfirmed(c.Vote, act.By)) : SecretRefusals.Disagrees("fingerprint", box.Fingerprint, c.Fingerprint);
    }

    /// <summary>Null when the box of a vote that is to open is confirmed by all who have a part in it.</summary>
    public static Refusal? NotReady(State state, Vote vote, DateTimeOffset at)
    {
        if (vote.Box is not { } box) return null;
        if (box.Unconfirmed.Any()) return SecretRefusals.NotConfirmed(string.Join(", ", box.Unconfirmed));
        // Whoever was admitted to an election since has no credential, and whoever left still has one: then the box is prepared anew.
        var entitled = Entitled(state, vote, at);
        return box.Credentials == entitled ? null : SecretRefusals.Disagrees("credentials", entitled, box.Credentials);
    }

    /// <summary>
    /// Who gets a credential: those on the register that a question of members opened with; in an election of members those who would be on
    /// it now; else all who are accredited in the session with a vote, here or not yet.
    /// </summary>
    public static int Entitled(State state, Vote vote, DateTimeOffset at)
    {
        if (!vote.IsElection && vote.Register is { } register) return register.Count;
        return vote.Session is { } id && !Electors.ByRegister(state, vote, at) && state.Sessions.Find(id) is { } session
            ? Entitlement.Voters(state, session, at).Count()
            : Electors.Count(state, vote with { Register = null }, at);
    }

    /// <summary>The box asks exactly what is put: the question with its three answers, or the candidates in the order of the paper.</summary>
    private static Refusal? Questions(Vote vote, BoxContents box)
    {
        if (box.Questions.Length != 1) return SecretRefusals.Disagrees("questions", 1, box.Questions.Length);
        var (asked, answers) = (box.Questions[0], vote.IsElection ? vote.CandidateOrder : SecretBox.Answers);
        var kind = vote.IsElection ? BoxQuestionKind.Ranking : BoxQuestionKind.Choice;
        if (asked.Kind != kind) return SecretRefusals.Disagrees("kind", kind.ToString(), asked.Kind.ToString());
        if (!asked.Answers.SequenceEqual(answers, StringComparer.Ordinal)) return SecretRefusals.Disagrees("answers", string.Join(", ", answers), string.Join(", ", asked.Answers));
        if (vote.IsElection) return null;
        if (asked.Text != vote.Question.Text) return SecretRefusals.Disagrees("question", vote.Question.Text, asked.Text);
        return asked is { Blank: false, Min: 1, Max: 1 } ? null : SecretRefusals.Disagrees("choices", 1, asked.Max);
    }

    private static Refusal? Parts(State state, Act act, Vote vote, PrepareBox c, BoxContents box)
    {
        if (c.Trustees.IsDefault || c.Trustees.Length != box.Trustees) return SecretRefusals.Disagrees("trustees", box.Trustees, c.Trustees.IsDefault ? 0 : c.Trustees.Length);
        if (box.Threshold < 2 || box.Threshold > box.Trustees) return SecretRefusals.Disagrees("threshold", 2, box.Threshold);
        ImmutableArray<string> persons = [c.Authority, .. c.Trustees.Select(t => t.Person)];
        if (persons.FirstOrDefault(p => state.Roll.Member(p) is null) is { } stranger) return ProtocolRefusals.Unknown("person", stranger);
        if (persons.FirstOrDefault(p => vote.Candidates.GetValueOrDefault(p) is { Withdrawn: false }) is { } candidate) return SecretRefusals.TwoParts(candidate);
        if (c.Authority == act.By) return SecretRefusals.TwoParts(act.By);
        if (persons.GroupBy(p => p, StringComparer.Ordinal).FirstOrDefault(g => g.Skip(1).Any()) is { } twice) return SecretRefusals.TwoParts(twice.Key);
        if (c.Trustees.FirstOrDefault(t => string.IsNullOrWhiteSpace(t.Camp) || t.Camp.Length > LongestCamp) is { } nameless) return ProtocolRefusals.Malformed("camp", $"1 to {LongestCamp} characters", nameless.Camp);
        foreach (var camp in c.Trustees.GroupBy(t => t.Camp, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            if (camp.Count() >= box.Threshold) return SecretRefusals.CampOpens(camp.Key, box.Threshold, camp.Count());
            if (camp.Count() > box.Trustees - box.Threshold) return SecretRefusals.CampBlocks(camp.Key, box.Trustees - box.Threshold, camp.Count());
        }
        return null;
    }
}
