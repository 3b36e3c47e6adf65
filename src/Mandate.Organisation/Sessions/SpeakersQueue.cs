namespace Mandate.Organisation.Sessions;

/// <summary>
/// The order in which speakers come. Points of order go before everybody, questions before speeches; then speeches for and against
/// in turn, and of one side those who have spoken least on the item before those who have spoken more, then by when they asked.
/// The chair may give the floor to another, but openly: the record says who was passed over.
/// </summary>
public static class SpeakersQueue
{
    /// <summary>Those who wait on the running item, next first.</summary>
    public static IReadOnlyList<SpeechRequest> Of(Session session)
    {
        var item = session.RunningItem;
        var waiting = session.Speeches.Where(r => r.Item == item && r is { From: null, Withdrawn: false }).ToList();
        var spoken = session.Speeches.Where(r => r.Item == item && r.From is not null).OrderBy(r => r.From).ToList();
        var queue = new List<SpeechRequest>(waiting.Count);
        queue.AddRange(waiting.Where(r => r.Side == SpeechSides.Order).OrderBy(r => r.At).ThenBy(r => r.Id, StringComparer.Ordinal));
        queue.AddRange(waiting.Where(r => r.Side == SpeechSides.Question).OrderBy(r => r.At).ThenBy(r => r.Id, StringComparer.Ordinal));
        var turns = spoken.ToLookup(r => r.Person, StringComparer.Ordinal);
        Queue<SpeechRequest> Side(string side) => new(waiting.Where(r => r.Side == side).OrderBy(r => turns[r.Person].Count()).ThenBy(r => r.At).ThenBy(r => r.Id, StringComparer.Ordinal));
        var (pro, contra) = (Side(SpeechSides.For), Side(SpeechSides.Against));
        var last = spoken.LastOrDefault(r => r.Side is SpeechSides.For or SpeechSides.Against)?.Side ?? SpeechSides.Against;
        while (pro.Count + contra.Count > 0)
        {
            var next = last == SpeechSides.For ? contra : pro;
            if (next.Count == 0) next = next == pro ? contra : pro;
            queue.Add(next.Dequeue());
            last = queue[^1].Side;
        }
        return queue;
    }
}

/// <summary>What somebody asks for the floor for.</summary>
public static class SpeechSides
{
    public const string For = "for", Against = "against", Question = "question", Order = "order";

    public static IReadOnlyList<string> All { get; } = [For, Against, Question, Order];
}
