using Mandate.Constitutions;

namespace Mandate.Organisation.Sessions;

/// <summary>
/// The order in which speakers come. Whoever was accused answers before everybody, then come points of order, then those who speak on the procedural motion that is open,
/// then who reports, then questions, then speeches: from each list in turn, where the rules of debate have lists; whoever has not spoken before whoever
/// has, where they say so; for and against in turn; then by when they asked. The chair may give the floor to another, but openly:
/// the record says who was passed over.
/// </summary>
public static class SpeakersQueue
{
    /// <summary>Those who wait, next first.</summary>
    public static IReadOnlyList<SpeechRequest> Of(State state, Session session, DateTimeOffset at) =>
        Of(session, at, Debates.ClauseOf(state, session, at), Debates.Pending(state, session, at));

    /// <summary>The same under these rules of debate.</summary>
    /// <param name="pending">The procedural motion before the body; null where there is none.</param>
    public static IReadOnlyList<SpeechRequest> Of(Session session, DateTimeOffset at, Debate? rules = null, ProceduralMotion? pending = null)
    {
        var item = session.RunningItem;
        var waiting = session.Speeches.Where(r => r is { From: null, Withdrawn: false }).ToList();
        var queue = new List<SpeechRequest>(waiting.Count);
        queue.AddRange(AsAsked(waiting.Where(r => r.Side == SpeechSides.Answer)));
        queue.AddRange(AsAsked(waiting.Where(r => r.Item == item && r.Side == SpeechSides.Order)));
        if (pending is not null) queue.AddRange(Turns(session, null, pending.Id, waiting));
        if (item is null) return queue;
        // A tendency whose time is used waits no more; closing the debate leaves those who have time of their own.
        waiting.RemoveAll(r => r is { Platform: { } tendency } && PlatformTime.Left(session, rules, r.Item, tendency, at) == TimeSpan.Zero);
        if (Debates.Closed(session, item, DebateEffect.CloseDebate) is not null)
        {
            queue.AddRange(Turns(session, rules, item, [.. waiting.Where(r => r.Platform is not null)]));
            return queue;
        }
        // Whoever the body chose reports first, then those put beside them.
        queue.AddRange(AsAsked(waiting.Where(r => r.Item == item && r.Side == SpeechSides.Report)).OrderBy(r => session.Nominations.Any(n => n.Item == item && n.Person == r.Person && n.ChosenAt is not null) ? 0 : 1));
        queue.AddRange(AsAsked(waiting.Where(r => r.Item == item && r.Side == SpeechSides.Question)));
        queue.AddRange(Turns(session, rules, item, waiting));
        return queue;
    }

    private static IEnumerable<SpeechRequest> AsAsked(IEnumerable<SpeechRequest> requests) => requests.OrderBy(r => r.At).ThenBy(r => r.Id, StringComparer.Ordinal);

    private static List<SpeechRequest> Turns(Session session, Debate? rules, string item, List<SpeechRequest> all)
    {
        var spoken = session.Speeches.Where(r => r.Item == item && r.From is not null).OrderBy(r => r.From).ToList();
        var turns = spoken.ToLookup(r => r.Person, StringComparer.Ordinal);
        var left = AsAsked(all.Where(r => r.Item == item && r.Side is SpeechSides.For or SpeechSides.Against)).ToList();
        var last = spoken.LastOrDefault(r => r.Side is SpeechSides.For or SpeechSides.Against);
        var (side, list) = (last?.Side ?? SpeechSides.Against, last?.List);
        var queue = new List<SpeechRequest>(left.Count);
        while (left.Count > 0)
        {
            // OrderBy is stable: among equals it stays with who asked first.
            var next = left.OrderBy(r => AfterList(rules, list, r.List)).ThenBy(r => rules is { FirstSpeechFirst: true } ? turns[r.Person].Count() : 0).ThenBy(r => r.Side == side ? 1 : 0).ThenBy(r => turns[r.Person].Count()).First();
            left.Remove(next);
            queue.Add(next);
            (side, list) = (next.Side, next.List);
        }
        return queue;
    }

    /// <summary>How many lists later it is that list's turn: 0 is the next one; the list that has just had its turn comes last.</summary>
    private static int AfterList(Debate? rules, string? last, string? list)
    {
        if (rules is not { Lists: { IsEmpty: false } lists }) return 0;
        var (was, its) = (last is null ? -1 : lists.IndexOf(last), list is null ? 0 : lists.IndexOf(list));
        return (its - was - 1 + (2 * lists.Length)) % lists.Length;
    }
}

/// <summary>What somebody asks for the floor for.</summary>
public static class SpeechSides
{
    public const string For = "for", Against = "against", Question = "question", Order = "order";

    /// <summary>To report, for a rapporteur of the item only.</summary>
    public const string Report = "report";

    /// <summary>To answer an accusation made in the meeting, for whom it is about only.</summary>
    public const string Answer = "answer";

    /// <summary>What everybody can ask for it.</summary>
    public static IReadOnlyList<string> All { get; } = [For, Against, Question, Order];
}
