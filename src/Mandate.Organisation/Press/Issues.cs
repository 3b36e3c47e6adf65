using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Facts;

namespace Mandate.Organisation.Press;

/// <summary>An issue is the editors' work in all but two things: what is due is in it, and a reply stands no further back than its cause.</summary>
internal static class Issues
{
    public static Decision BringOut(State state, Act act, BringOutIssue c)
    {
        if (PressRules.NotAnEditor(state, act) is { } refusal) return refusal;
        var clause = PressRules.Organ(state, act.At)!.Clause.Path;
        if (c.Id.Length == 0) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (state.Press.Issues.Any(i => i.Id == c.Id)) return ProtocolRefusals.Taken("issue", c.Id);
        var pieces = c.Pieces.Each();
        if (pieces.IsEmpty) return ProtocolRefusals.Malformed("pieces", "at least one text", "[]");
        if (pieces.Distinct(StringComparer.Ordinal).Count() < pieces.Length) return ProtocolRefusals.Malformed("pieces", "each text once", string.Join(", ", pieces));
        foreach (var id in pieces)
        {
            if (!state.Press.Pieces.TryGetValue(id, out var piece)) return ProtocolRefusals.Unknown("piece", id);
            if (piece.Issue is { } printed) return ProtocolRefusals.WrongStage("piece", id, "unprinted", printed);
        }
        var left = Due(state, act).Where(p => !pieces.Contains(p.Id, StringComparer.Ordinal)).Select(p => p.Id).ToList();
        if (left.Count > 0) return PressRefusals.DueLeftOut(clause, string.Join(", ", left));
        for (var i = 0; i < pieces.Length; i++)
            if (state.Press.Pieces[pieces[i]] is { Kind: PieceKind.Reply or PieceKind.Rectification, To: { } to } && Before(state, pieces, i, to) is { } place)
                return PressRefusals.FurtherBack(clause, place, i + 1, pieces[i]);
        foreach (var piece in pieces.Select(id => state.Press.Pieces[id]).Where(p => p is { Kind: PieceKind.Article, Debate: null }))
            if (Besieged(state, pieces, piece) is { } beside) return PressRefusals.BesideWithoutReply(clause, beside, piece.Id);
        return Decision.Accept(clause, new IssueBroughtOut(c.Id, pieces));
    }

    /// <summary>
    /// A text of a side that stands in the same issue as one against that side, which it could not answer there: texts are not placed around another (requirement
    /// S123). Within a debate both have the same space.
    /// </summary>
    private static string? Besieged(State state, ImmutableArray<string> pieces, Piece against) => pieces.FirstOrDefault(id =>
        state.Press.Pieces[id].Side is { } side && against.Against.Contains(side, StringComparer.Ordinal)
        && !pieces.Any(r => state.Press.Pieces[r] is { Kind: PieceKind.Reply } reply && reply.To == against.Id && reply.Side == side));

    /// <summary>Texts with a day of their own that has come, and that no issue has printed.</summary>
    internal static IEnumerable<Piece> Due(State state, Act act) =>
        state.Press.Pieces.Values.Where(p => p.Issue is null && p.Due <= act.Day).OrderBy(p => p.Due).ThenBy(p => p.Id, StringComparer.Ordinal);

    /// <summary>Where the text that it replies to stood, when that is further in front; other replies in front do not count.</summary>
    private static int? Before(State state, ImmutableArray<string> pieces, int at, string to)
    {
        if (state.Press.Pieces[to].Place is not { } stood) return null;
        var claims = pieces.Take(at).Count(id => state.Press.Pieces[id].Kind is PieceKind.Reply or PieceKind.Rectification);
        return at - claims + 1 > stood ? stood : null;
    }
}
