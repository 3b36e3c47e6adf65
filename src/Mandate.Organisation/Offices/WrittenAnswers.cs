using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Offices;

/// <summary>What a member of a body answers to a proposal in writing beside signing it, which is a yes (S070).</summary>
public enum WrittenAnswer { Against, Abstain, Uninformed }

/// <summary>Answer a proposal in writing with no, abstention, or that one is not sufficiently informed.</summary>
/// <param name="Missing">What is missing; needed for the last.</param>
[WireName("offices.answer-act")]
public sealed record AnswerAct(string Id, WrittenAnswer Answer, string? Missing = null) : OfficesCommand;

/// <summary>Supply what somebody said was missing.</summary>
[WireName("offices.inform-act")]
public sealed record InformAct(string Id, string Text) : OfficesCommand;

[WireName("offices.act-answered")]
public sealed record ActAnswered(string Id, string Person, WrittenAnswer Answer, string? Missing) : OfficesEvent;

[WireName("offices.act-informed")]
public sealed record ActInformed(string Id, string Text) : OfficesEvent;

/// <summary>An answer to a proposal in writing, with what is missing where somebody is not informed.</summary>
public sealed record WrittenReply(WrittenAnswer Answer, string? Missing, DateTimeOffset At);

/// <summary>Something supplied to those who were not informed.</summary>
public sealed record Supplied(string Text, string By, DateTimeOffset At);

/// <summary>
/// Decisions in writing know four answers. Whoever is not informed stays the decision until they are told, for seven days at most and once: a stay
/// without an end would be a veto.
/// </summary>
internal static class WrittenAnswers
{
    /// <summary>The longest that one who is not informed stays a decision.</summary>
    private const int StayDays = 7;

    public static Decision Answer(State state, Act act, AnswerAct c)
    {
        if (Find(state, act, c.Id, out var r) is { } refusal) return refusal;
        if (r.Signed.Contains(act.By)) return OfficesRefusals.AlreadySigned(c.Id);
        if ((c.Answer == WrittenAnswer.Uninformed) != (c.Missing is { Length: > 0 and <= 500 })) return ProtocolRefusals.Malformed("missing", "what is missing, in at most 500 characters, and only then", c.Missing?.Length ?? 0);
        var before = r.Answers.GetValueOrDefault(act.By);
        // Once for the same matter: whoever has stayed it does not stay it again.
        return before is not null && (before.Answer == c.Answer || before.Answer == WrittenAnswer.Uninformed && c.Answer == WrittenAnswer.Uninformed) ? ProtocolRefusals.Taken("answer", c.Id)
            : Decision.Accept($"bodies.{r.Body}", new ActAnswered(c.Id, act.By, c.Answer, c.Missing));
    }

    public static Decision Inform(State state, Act act, InformAct c)
    {
        if (Find(state, act, c.Id, out var r) is { } refusal) return refusal;
        if (!r.Answers.Values.Any(a => a.Answer == WrittenAnswer.Uninformed)) return ProtocolRefusals.WrongStage("resolution", c.Id, "somebody not informed", "none");
        return c.Text.Length is 0 or > 4000 ? ProtocolRefusals.Malformed("text", "at most 4000 characters", c.Text.Length) : Decision.Accept($"bodies.{r.Body}", new ActInformed(c.Id, c.Text));
    }

    /// <summary>The refusal to carry a decision while somebody waits to be informed.</summary>
    public static Refusal? Stays(Resolution r, DateTimeOffset at)
    {
        var waiting = r.Answers.Where(a => a.Value.Answer == WrittenAnswer.Uninformed && r.Supplies.All(s => s.At < a.Value.At) && at < a.Value.At.AddDays(StayDays)).OrderBy(a => a.Value.At).LastOrDefault();
        return waiting.Value is { } reply ? OfficesRefusals.NotInformed($"bodies.{r.Body}", reply.Missing!, reply.At.AddDays(StayDays)) : null;
    }

    private static Refusal? Find(State state, Act act, string id, out Resolution resolution)
    {
        if (!state.Offices.Resolutions.TryGetValue(id, out resolution!)) return ProtocolRefusals.Unknown("resolution", id);
        if (resolution.Carried) return OfficesRefusals.AlreadyDone(id);
        return state.Offices.Holds(act.By, resolution.Body, act.At, resolution.Unit) ? null : ProtocolRefusals.NotYours($"bodies.{resolution.Body}", resolution.Body, act.By);
    }
}
