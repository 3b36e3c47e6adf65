using Mandate.Organisation.Acts;
using Mandate.Organisation.Documents;

namespace Mandate.Organisation.Press;

/// <summary>Why somebody may reply to a text.</summary>
public enum ReplyGround { Against, Rejoinder, Quoted, Remark }

/// <param name="Side">The tendency, body or office for which they reply; null where they reply for themselves.</param>
public sealed record ReplyRight(ReplyGround Ground, string? Side);

/// <summary>
/// Who replies to a text that has appeared: whoever it is against; on a reply, once, whoever wrote what it replies to, so that both sides have the same on each
/// other's page (requirement S123); whoever it quotes with a source (requirement S130), and after their death the trustee of their papers with a remark (S407).
/// </summary>
public static class Replies
{
    /// <summary>The least length of a reply, in words.</summary>
    private const int FewestWords = 150;

    /// <summary>The right of a person to reply to a text, whether or not it was used; null where they have none.</summary>
    public static ReplyRight? RightOf(State state, Piece piece, string person, DateTimeOffset at)
    {
        if (piece.Against.FirstOrDefault(a => PressRules.Belongs(state, person, a, at)) is { } side) return new(ReplyGround.Against, side);
        if (piece is { Kind: PieceKind.Reply, To: { } to } && state.Press.Pieces[to] is { Kind: not PieceKind.Reply } cause && (cause.Author == person || cause.Side is { } of && PressRules.Belongs(state, person, of, at)))
            return new(ReplyGround.Rejoinder, cause.Side);
        if (piece.Author == person) return null;
        foreach (var author in piece.Sources.Select(s => AuthorOf(state, s)).OfType<string>().Distinct(StringComparer.Ordinal))
            if (author == person) return new(ReplyGround.Quoted, null);
            else if (Directions.Speaks(state, person, author)) return new(ReplyGround.Remark, null);
        return null;
    }

    /// <summary>Whether a right was used.</summary>
    public static bool Used(State state, Piece piece, string person, ReplyRight right) =>
        state.Press.Pieces.Values.Any(p => p.Kind == PieceKind.Reply && p.To == piece.Id && (right.Side is { } side ? p.Side == side : p.Author == person));

    /// <summary>Whose words a source is: who wrote the text, deposited the document, moved the motion.</summary>
    internal static string? AuthorOf(State state, string source) => source.Split(':', 2) switch
    {
        ["document", var id] => state.Documents.All.GetValueOrDefault(id)?.Depositor,
        ["piece", var id] => state.Press.Pieces.GetValueOrDefault(id)?.Author,
        ["motion", var id] => state.Motions.Find(id) is { MovedFor: null } motion ? motion.Mover : null,
        _ => null,
    };

    internal static Decision Reply(State state, Act act, ReplyToPiece c)
    {
        var clause = PressRules.ReplyClause(state, act);
        if (!state.Press.Pieces.TryGetValue(c.To, out var piece)) return ProtocolRefusals.Unknown("piece", c.To);
        if (!piece.PublicOn(act.Day)) return PressRefusals.NotPublic(clause, c.To);
        if (RightOf(state, piece, act.By, act.At) is not { } right) return PressRefusals.NotAgainstYou(clause, c.To);
        if (Used(state, piece, act.By, right)) return PressRefusals.RepliedAlready(clause, c.To);
        if (PressRules.Text(state, act, clause, c.Id, c.Title, c.Text, out var words) is { } refusal) return refusal;
        var most = Math.Max(piece.Words, FewestWords);
        return words > most
            ? PressRefusals.ReplyTooLong(clause, most, words)
            : Decision.Accept(clause, new PieceSubmitted(c.Id, PieceKind.Reply, c.Title, c.Text, words, true, null, right.Side, [], null, c.To, PressRules.Due(state, act), Sources: PressRules.SourcesOf(state, act, c.Text)));
    }
}
