using System.Text.RegularExpressions;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Roll;

namespace Mandate.Organisation.Documents;

/// <summary>Directions of members stand: what they say is set aside only by whom they trusted with them, and that is on record.</summary>
internal static partial class DirectionsRules
{
    private const int MostCharacters = 1000;

    public static Decision Leave(State state, Act act, LeaveDirections c)
    {
        var clause = DocumentsRules.Clause(state, act);
        if (c.Id.Length == 0) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (state.Documents.Directions.ContainsKey(c.Id)) return ProtocolRefusals.Taken("directions", c.Id);
        if (state.Roll.Member(act.By) is not { InGoodStanding: true }) return ProtocolRefusals.NotYours(clause, "member", act.By);
        if (c.Commitment.Length != 64) return ProtocolRefusals.Malformed("commitment", "64 hexadecimal digits", c.Commitment);
        if (state.Roll.Member(c.Trustee) is not { InGoodStanding: true }) return ProtocolRefusals.Unknown("member", c.Trustee);
        return c.Trustee == act.By ? ProtocolRefusals.Malformed("trustee", "somebody else", c.Trustee) : Decision.Accept(clause, new DirectionsLeft(c.Id, c.Matter, c.Commitment, c.Trustee));
    }

    public static Decision Accept(State state, Act act, AcceptTrust c) =>
        Trustee(state, act, c.Directions, out var directions) is { } refusal ? refusal
        : directions.AcceptedAt is not null ? ProtocolRefusals.WrongStage("directions", c.Directions, "not taken on", "taken on")
        : Decision.Accept(DocumentsRules.Clause(state, act), new TrustAccepted(c.Directions));

    public static Decision Withdraw(State state, Act act, WithdrawDirections c) =>
        !state.Documents.Directions.TryGetValue(c.Directions, out var directions) ? ProtocolRefusals.Unknown("directions", c.Directions)
        : directions.Member != act.By ? ProtocolRefusals.NotYours(DocumentsRules.Clause(state, act), directions.Member, act.By)
        : Decision.Accept(DocumentsRules.Clause(state, act), new DirectionsWithdrawn(c.Directions));

    public static Decision Open(State state, Act act, OpenDirections c)
    {
        var clause = DocumentsRules.Clause(state, act);
        if (Trustee(state, act, c.Directions, out var directions) is { } refusal) return refusal;
        if (state.Roll.Member(directions.Member)?.Status != MemberStatus.Deceased) return DocumentsRefusals.StillLives(clause, directions.Id);
        if (directions.Text is not null) return ProtocolRefusals.WrongStage("directions", directions.Id, "closed", "open");
        if (c.Text != directions.Commitment) return DocumentsRefusals.OtherText(clause, directions.Commitment, c.Text);
        return act.Blobs.Read(c.Text) is null ? ProtocolRefusals.BlobMissing(c.Text) : Decision.Accept(clause, new DirectionsOpened(directions.Id, c.Text));
    }

    public static Decision Ask(State state, Act act, AskDeviation c)
    {
        var clause = DocumentsRules.Clause(state, act);
        if (c.Id.Length == 0) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (Find(state, c.Id) is not null) return ProtocolRefusals.Taken("deviation", c.Id);
        if (!state.Documents.Directions.TryGetValue(c.Directions, out var directions)) return ProtocolRefusals.Unknown("directions", c.Directions);
        if (!state.Offices.ServedBy(act.By, act.At).Any()) return ProtocolRefusals.NotYours(clause, "office", act.By);
        if (directions.AcceptedAt is null) return ProtocolRefusals.WrongStage("directions", directions.Id, "taken on", "not taken on");
        if (c.What.Length is 0 or > MostCharacters) return ProtocolRefusals.Malformed("what", "what it says, in at most 1000 characters", c.What.Length);
        return c.Reason.Length is 0 or > MostCharacters ? ProtocolRefusals.Malformed("reason", "why, in at most 1000 characters", c.Reason.Length) : Decision.Accept(clause, new DeviationAsked(c.Id, c.Directions, c.What, c.Reason));
    }

    public static Decision Answer(State state, Act act, AnswerDeviation c)
    {
        if (Find(state, c.Deviation) is not { } of) return ProtocolRefusals.Unknown("deviation", c.Deviation);
        if (Trustee(state, act, of.Id, out var directions) is { } refusal) return refusal;
        if (directions.Deviations.First(d => d.Id == c.Deviation).Agreed is not null) return ProtocolRefusals.WrongStage("deviation", c.Deviation, "unanswered", "answered");
        return c.Remark.Length > MostCharacters ? ProtocolRefusals.Malformed("remark", "what it says, in at most 1000 characters", c.Remark.Length) : Decision.Accept(DocumentsRules.Clause(state, act), new DeviationAnswered(c.Deviation, c.Agreed, c.Remark));
    }

    /// <summary>
    /// A text that sets directions aside names them as <c>directions:ID</c>. It is not filed unless their trustee has agreed to a deviation: what somebody wanted for
    /// their own person is not for others to decide.
    /// </summary>
    public static Refusal? SetAside(State state, Act act)
    {
        var texts = act.Command switch
        {
            FileMotion c => c.Texts.Values,
            ReviseMotion c => c.Texts.Values,
            AmendMotion c => c.Texts.Values,
            _ => [],
        };
        foreach (var text in texts.Select(act.Blobs.Text).OfType<string>())
            foreach (Match named in Named().Matches(text))
                if (state.Documents.Directions.GetValueOrDefault(named.Groups["id"].Value) is { } directions && directions.Deviations.All(d => d.Agreed != true))
                    return DocumentsRefusals.WillStands(DocumentsRules.Clause(state, act), directions.Id);
        return null;
    }

    private static Directions? Find(State state, string deviation) => state.Documents.Directions.Values.FirstOrDefault(d => d.Deviations.Any(v => v.Id == deviation));

    private static Refusal? Trustee(State state, Act act, string id, out Directions directions) =>
        !state.Documents.Directions.TryGetValue(id, out directions!) ? ProtocolRefusals.Unknown("directions", id)
        : directions.Trustee != act.By ? ProtocolRefusals.NotYours(DocumentsRules.Clause(state, act), directions.Trustee, act.By) : null;

    [GeneratedRegex(@"\bdirections:(?<id>[A-Za-z0-9][A-Za-z0-9_-]*)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named();
}
