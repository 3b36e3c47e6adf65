using Mandate.Organisation.Facts;

namespace Mandate.Organisation.Guards;

/// <summary>
/// What the organisation's own registers show, said as facts, so that the same predicates look at lawful life: who holds what, how
/// places were filled, what was put to the vote and counted.
/// </summary>
public static class RegisterFacts
{
    public static IEnumerable<RecordedFact> Of(State state, DateOnly day)
    {
        var at = new DateTimeOffset(day, new TimeOnly(23, 59, 59), TimeSpan.Zero);
        foreach (var vote in state.Votes.All.Values.OrderBy(v => v.Id, StringComparer.Ordinal))
            if (vote is { Outcome: { } outcome, ClosedAt: { } closed } && outcome.Elected.Length == 0)
                yield return Shown($"vote:{vote.Id}", new Counted(vote.Id, Yes: new(outcome.Figures.Yes), No: new(outcome.Figures.No), Abstained: new(outcome.Figures.Abstain), Cast: new(outcome.Figures.Yes + outcome.Figures.No + outcome.Figures.Abstain)), closed);
    }

    private static RecordedFact Shown(string id, Fact fact, DateTimeOffset at)
    {
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        return new(id, fact, new Window(day, day), Mode.Stated, [new Source("record", id)], [], "record", at);
    }
}
