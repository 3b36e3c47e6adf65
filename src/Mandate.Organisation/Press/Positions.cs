using System.Collections.Immutable;

namespace Mandate.Organisation.Press;

/// <summary>What somebody in an office said in the bulletin, or how they voted by name.</summary>
/// <param name="Title">Of the text, or the question that was put.</param>
/// <param name="Piece">The text; null for a vote.</param>
/// <param name="Vote">The vote; null for a text.</param>
/// <param name="Matter">The debate or motion that it is on; null for none.</param>
/// <param name="InName">Whether the text was the body's own decision.</param>
public sealed record Position(DateTimeOffset At, string Title, string? Piece, string? Vote, Organisation.Votes.Choice? Choice, bool InName, string? Matter = null)
{
    /// <summary>What it is called where it is set beside another one: <c>piece:ID</c> or <c>vote:ID</c>.</summary>
    public string Key => Piece is not null ? "piece:" + Piece : "vote:" + Vote;
}

/// <summary>
/// The public record of an office-holder: their texts in the bulletin while they held a place, and their votes by roll call (requirement S141). Acts of office only:
/// of ordinary members there is no such list (DESIGN section 6).
/// </summary>
public static class Positions
{
    public static ImmutableArray<Position> Of(State state, string person, DateOnly day)
    {
        var places = state.Offices.Career(person).ToList();
        bool InOffice(DateTimeOffset at) => places.Exists(t => t.HeldAt(at));
        return
        [
            .. state.Press.Pieces.Values.Where(p => p.Author == person && p.Signed && p.PublicOn(day) && InOffice(p.At)).Select(p => new Position(p.At, p.Title, p.Id, null, null, p.InName, p.Debate is { } debate ? state.Press.Debates.GetValueOrDefault(debate)?.Motion ?? debate : p.About))
                .Concat(state.Votes.All.Values.Where(v => v is { Outcome: not null, ClosedAt: not null } && v.Casts.ContainsKey(person) && InOffice(v.ClosedAt.Value))
                    .Select(v => new Position(v.ClosedAt!.Value, v.Question.Text, null, v.Id, v.Casts[person], false, v.Question.Subject)))
                .OrderByDescending(p => p.At).ThenBy(p => p.Title, StringComparer.Ordinal),
        ];
    }
}
