using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Planning;

/// <summary>File a difference: whoever makes a calculation again and comes to another figure says which, and how (S297). It is explained, or stays in the list.</summary>
/// <param name="Of">An alternative of a plan, a series, or a rule over money by which something was reckoned.</param>
/// <param name="Where">The line, the day or the party.</param>
/// <param name="Figure">What one comes to oneself, in hundredths.</param>
/// <param name="How">How: inputs and formula.</param>
[WireName("planning.differ")]
public sealed record FileDifference(string Id, string Of, string Where, long Figure, string How) : PlanningCommand;

/// <summary>Explain a difference, or agree that the calculation was wrong.</summary>
[WireName("planning.explain")]
public sealed record ExplainDifference(string Difference, bool Agreed, string Explanation) : PlanningCommand;

/// <param name="Answers">Body, office, unit or member that made the calculation.</param>
/// <param name="Due">The last day to explain it.</param>
[WireName("planning.difference-filed")]
public sealed record DifferenceFiled(string Id, string Of, string Where, long Figure, string How, string Answers, DateOnly Due) : PlanningEvent;

[WireName("planning.difference-explained")]
public sealed record DifferenceExplained(string Difference, bool Agreed, string Explanation) : PlanningEvent;

/// <summary>Somebody came to another figure.</summary>
public sealed record Difference(string Id, string Of, string Where, long Figure, string How, string Answers, DateOnly Due, DateTimeOffset At, bool? Agreed = null, string? Explanation = null, DateTimeOffset? ExplainedAt = null)
{
    public bool OverdueOn(DateOnly day) => ExplainedAt is null && Due < day;
}

/// <summary>Any member makes any calculation of a plan, a price or a levy again; whoever made it explains the difference within 30 days.</summary>
internal static class Differences
{
    public const int ExplainDays = 30;

    public static Decision File(State state, Act act, FileDifference c)
    {
        if (PlanningRules.New(state, c.Id) is { } taken) return taken;
        if (AuthorOf(state, c.Of) is not { } author) return ProtocolRefusals.Unknown("calculation", c.Of);
        if (state.Roll.Member(act.By) is not { InGoodStanding: true }) return ProtocolRefusals.NotYours("", "member", act.By);
        if (c.Where.Length is 0 or > 200) return ProtocolRefusals.Malformed("where-in", "the line, the day or the party, in at most 200 characters", c.Where.Length);
        return c.How.Length is 0 or > 2000 ? ProtocolRefusals.Malformed("how-reckoned", "from which figures and by which formula, in at most 2000 characters", c.How.Length)
            : Decision.Accept("", new DifferenceFiled(c.Id, c.Of, c.Where, c.Figure, c.How, author, act.Day.AddDays(ExplainDays)));
    }

    public static Decision Explain(State state, Act act, ExplainDifference c)
    {
        if (!state.Planning.Differences.TryGetValue(c.Difference, out var difference)) return ProtocolRefusals.Unknown("difference", c.Difference);
        if (difference.ExplainedAt is not null) return ProtocolRefusals.WrongStage("difference", difference.Id, "open", "explained");
        if (act.By != difference.Answers && PlanningRules.SpeaksFor(state, act, difference.Answers, "") is not null) return ProtocolRefusals.NotYours("", difference.Answers, act.By);
        return c.Explanation.Length is 0 or > 2000 ? ProtocolRefusals.Malformed("explanation-of-difference", "the explanation, in at most 2000 characters", c.Explanation.Length) : Decision.Accept("", new DifferenceExplained(difference.Id, c.Agreed, c.Explanation));
    }

    /// <summary>Who made that calculation; null where there is none of that name.</summary>
    private static string? AuthorOf(State state, string id) =>
        state.Planning.Alternatives.TryGetValue(id, out var alternative) ? state.Tendencies.All.GetValueOrDefault(alternative.For ?? "")?.Speaker ?? alternative.For ?? alternative.By
        : state.Planning.Series.TryGetValue(id, out var series) ? series.Keeper
        : state.Accounts.Rules.TryGetValue(id, out var rule) && rule.Rule.Fund is { } fund ? state.Accounts.Funds[fund].Unit ?? state.Accounts.Funds[fund].Keeper
        : null;
}
