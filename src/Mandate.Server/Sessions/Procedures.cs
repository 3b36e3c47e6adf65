using Mandate.Constitutions;
using Mandate.Organisation.Sessions;
using Mandate.Server.Keeping;

namespace Mandate.Server.Sessions;

/// <summary>Procedural motions in words: the organisation's own name for them, else what they do.</summary>
public static class Procedures
{
    public static string Name(Visit visit, Session session, ProceduralMotion motion) =>
        Debates.RuleOf(visit.State, session, motion, visit.Now) is { } rule ? Name(visit, rule) : Effect(visit, motion.Effect);

    public static string Name(Visit visit, ProceduralRule rule) => rule.Title is { } title && (title.Texts.ContainsKey(visit.Words.Language.Code) || title.Texts.ContainsKey("") || !title.Texts.ContainsKey("en"))
        ? title.In(visit.Words.Language.Code)
        : rule.Title?.In("en") is { } english && visit.Words.Language.Code == "en" ? english : Effect(visit, rule.Effect);

    public static string Effect(Visit visit, DebateEffect effect) => visit.Words["value.DebateEffect." + effect];

    /// <summary>What it asks for beside its name: minutes, a time, a body.</summary>
    public static string? Detail(Visit visit, ProceduralMotion motion) => motion switch
    {
        { Minutes: { } minutes } => visit.Words.Count("procedure.minutes", minutes),
        { Until: { } until } => visit.Words.Moment(until),
        { To: { } to } => visit.Words.Place(to),
        _ => null,
    };

    /// <summary>The name of a kind of procedural motion of some body, as refusals and minutes write it; null where none has it.</summary>
    public static string? Named(Visit visit, string kind) =>
        visit.Version.Rules.Bodies.Values.Select(b => b.Debate?.Motions.GetValueOrDefault(kind)).FirstOrDefault(r => r is not null) is { } rule ? Name(visit, rule) : null;
}
