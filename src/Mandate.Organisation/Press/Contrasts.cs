using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Press;

/// <summary>Set two things that an office-holder said or voted in office beside each other, because they do not agree (requirement S141).</summary>
/// <param name="First"><c>piece:ID</c> or <c>vote:ID</c>, as <see cref="Positions"/> lists it.</param>
/// <param name="Remark">On what they do not agree.</param>
[WireName("press.contrast")]
public sealed record ContrastPositions(string Id, string Person, string First, string Second, string Remark) : PressCommand;

/// <summary>Whose positions they are says how they go together.</summary>
[WireName("press.answer-contrast")]
public sealed record AnswerContrast(string Contrast, string Answer) : PressCommand;

[WireName("press.contrasted")]
public sealed record PositionsContrasted(string Id, string Person, string First, string Second, string Remark) : PressEvent;

[WireName("press.contrast-answered")]
public sealed record ContrastAnswered(string Contrast, string Answer) : PressEvent;

/// <summary>Two positions of an office-holder that somebody finds do not agree. Who found it stands nowhere on the pages.</summary>
public sealed record Contrast(string Id, string Person, string First, string Second, string Remark, DateTimeOffset At, string? Answer = null);

internal static class Contrasts
{
    /// <summary>Characters of a remark or an answer.</summary>
    private const int MostCharacters = 1000;

    public static Decision Set(State state, Act act, ContrastPositions c)
    {
        var clause = PressRules.Clause(state, act);
        if (c.Id.Length == 0) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (state.Press.Contrasts.ContainsKey(c.Id)) return ProtocolRefusals.Taken("contrast", c.Id);
        if (state.Roll.Member(act.By) is not { InGoodStanding: true }) return ProtocolRefusals.NotYours(clause, "member", act.By);
        var said = Positions.Of(state, c.Person, act.Day).Select(p => p.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var key in new[] { c.First, c.Second })
            if (!said.Contains(key)) return ProtocolRefusals.Unknown("position", key);
        if (c.First == c.Second || state.Press.Contrasts.Values.Any(o => (o.First == c.First && o.Second == c.Second) || (o.First == c.Second && o.Second == c.First))) return ProtocolRefusals.Taken("contrast", c.Second);
        return c.Remark.Length is 0 or > MostCharacters ? ProtocolRefusals.Malformed("remark", "what it says, in at most 1000 characters", c.Remark.Length) : Decision.Accept(clause, new PositionsContrasted(c.Id, c.Person, c.First, c.Second, c.Remark));
    }

    public static Decision Answer(State state, Act act, AnswerContrast c)
    {
        var clause = PressRules.ReplyClause(state, act);
        if (!state.Press.Contrasts.TryGetValue(c.Contrast, out var contrast)) return ProtocolRefusals.Unknown("contrast", c.Contrast);
        if (contrast.Person != act.By) return ProtocolRefusals.NotYours(clause, contrast.Person, act.By);
        if (contrast.Answer is not null) return ProtocolRefusals.WrongStage("contrast", c.Contrast, "unanswered", "answered");
        return c.Answer.Length is 0 or > MostCharacters ? ProtocolRefusals.Malformed("answer", "what it says, in at most 1000 characters", c.Answer.Length) : Decision.Accept(clause, new ContrastAnswered(c.Contrast, c.Answer));
    }
}
