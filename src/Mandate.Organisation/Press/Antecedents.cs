using System.Collections.Immutable;

namespace Mandate.Organisation.Press;

public enum AntecedentKind { Petition, Motion, Document, Letter }

/// <summary>Something that was filed on a matter before a day.</summary>
/// <param name="Title">What it says it is about; null for a document that is still closed.</param>
public sealed record Antecedent(AntecedentKind Kind, string Id, string? Title, DateTimeOffset At);

/// <summary>
/// What was filed with a body before it took something up, in order of receipt: petitions with enough signatures, motions, documents addressed to it (those still
/// closed only as such), letters about it (requirements S125, S126).
/// </summary>
public static class Antecedents
{
    /// <summary>Days looked back.</summary>
    public const int Days = 90;

    public static ImmutableArray<Antecedent> Of(State state, string body, DateTimeOffset before)
    {
        var since = before.AddDays(-Days);
        bool Within(DateTimeOffset at) => at >= since && at < before;
        var day = DateOnly.FromDateTime(before.UtcDateTime);
        return
        [
            .. ((IEnumerable<Antecedent>)
            [
                .. Due(state, body, before).Select(p => new Antecedent(AntecedentKind.Petition, p.Id, p.Asks, p.At)),
                .. state.Motions.All.Values.Where(m => Within(m.FiledAt) && state.Sessions.Find(m.Session)?.Body == body).Select(m => new Antecedent(AntecedentKind.Motion, m.Id, m.Title, m.FiledAt)),
                .. state.Documents.All.Values.Where(d => Within(d.At) && d.To.Contains(body, StringComparer.Ordinal)).Select(d => new Antecedent(AntecedentKind.Document, d.Id, d.Text is null ? null : d.Title, d.At)),
                .. state.Press.Pieces.Values.Where(p => p.Kind == PieceKind.Letter && Within(p.At) && p.PublicOn(day) && p.About is { } about && state.Sessions.Find(state.Motions.Find(about)?.Session ?? "")?.Body == body)
                    .Select(p => new Antecedent(AntecedentKind.Letter, p.Id, p.Title, p.At)),
            ]).OrderBy(a => a.At).ThenBy(a => a.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>Petitions to the body that have their signatures: what a debate that is opened after them must speak of, be it to say that it answers none of them.</summary>
    internal static IEnumerable<Petitioned> Due(State state, string body, DateTimeOffset before)
    {
        var since = before.AddDays(-Days);
        return state.Petitions.All.Values.Where(p => p.To == body && p.Due is not null && p.At >= since && p.At < before).OrderBy(p => p.At).ThenBy(p => p.Id, StringComparer.Ordinal).Select(p => new Petitioned(p.Id, p.Asks, p.At));
    }

    internal sealed record Petitioned(string Id, string Asks, DateTimeOffset At);
}
