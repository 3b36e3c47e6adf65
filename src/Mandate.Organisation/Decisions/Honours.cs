using Mandate.Organisation.Acts;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;

namespace Mandate.Organisation.Decisions;

/// <summary>What is given to a person's memory or merit.</summary>
public enum HonourKind { Name, Image, Title }

/// <summary>
/// Enter an honour that a vote has given: a name, an image, a title (S406). It rests on an adopted motion that has an end of its own, and ends
/// with it at the latest; whoever wants it longer votes again.
/// </summary>
/// <param name="What">What is named, shown or given, and after whom.</param>
/// <param name="Until">The last day.</param>
[WireName("decisions.give-honour")]
public sealed record GiveHonour(string Id, HonourKind Kind, string What, string Motion, DateOnly? Until) : DecisionsCommand;

[WireName("decisions.honour-given")]
public sealed record HonourGiven(string Id, HonourKind Kind, string What, string Motion, DateOnly Until) : DecisionsEvent;

/// <param name="Until">The last day; it ends by the calendar, and no act prolongs it.</param>
public sealed record Honour(string Id, HonourKind Kind, string What, string Motion, DateOnly Until, DateTimeOffset At)
{
    public bool RunsOn(DateOnly day) => day <= Until;
}

internal static class HonourRules
{
    private const int Longest = 200;

    public static Decision Give(State state, Act act, GiveHonour c)
    {
        var clause = state.Statutes.At(act.At).Procedure.Default.Clause.Path;
        if (c.Id.Length == 0) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (state.Decisions.Honours.ContainsKey(c.Id)) return ProtocolRefusals.Taken("honour", c.Id);
        if (state.Roll.Member(act.By) is not { InGoodStanding: true }) return ProtocolRefusals.NotYours(clause, "member", act.By);
        if (c.What.Length is 0 or > Longest) return ProtocolRefusals.Malformed("what", "what it is, in at most 200 characters", c.What.Length);
        if (c.Until is not { } until) return DecisionsRefusals.HonourWithoutEnd(clause);
        if (until < act.Day) return ProtocolRefusals.Malformed("until", "today or later", until);
        if (state.Motions.Find(c.Motion) is not { } motion) return ProtocolRefusals.Unknown("motion", c.Motion);
        if (motion.Stage != MotionStage.Adopted || motion.Vote is null) return DecisionsRefusals.HonourNotVoted(clause, motion.Stage.ToString());
        if (motion.Reopened?.StaysOn(act.Day) == true) return DecisionsRefusals.HonourNotVoted(clause, motion.Stage.ToString());
        if (motion.Expires is not { } end) return DecisionsRefusals.HonourWithoutEnd(clause);
        return until > end
            ? DecisionsRefusals.HonourTooLong(clause, end, until)
            : Decision.Accept(clause, new HonourGiven(c.Id, c.Kind, c.What, motion.Id, until));
    }
}
