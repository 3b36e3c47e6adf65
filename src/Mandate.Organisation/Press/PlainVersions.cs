using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Press;

/// <summary>
/// The version in plain words that <c>rights.plain_version</c> asks for before a ballot: its <c>gives</c> names classes of decisions (requirement S398). Any
/// member writes it (<see cref="ExplainDecision"/>), in each official language; it binds nobody.
/// </summary>
public static class PlainVersions
{
    public const string Right = "plain_version";

    /// <summary>Whether decisions of that class need one before the vote.</summary>
    public static bool Needed(Constitution rules, string motionClass) => rules.Rights.GetValueOrDefault(Right)?.Gives?[motionClass] is Datum.Truth { Value: true };

    /// <summary>The official languages in which the text as it stands has none that everybody can read by that day.</summary>
    public static ImmutableArray<string> Missing(State state, Constitution rules, Motion motion, DateOnly day) =>
    [
        .. rules.Languages.Official.Where(language => !state.Press.Pieces.Values.Any(p =>
            p.Kind == PieceKind.Explanation && p.About == motion.Id && p.Language == language && p.PublicOn(day) && p.At >= motion.Current.At)),
    ];

    /// <summary>
    /// Decisions of the whole that are not explained in every official language, the latest first: what is missing, since when, and who owes it (S136).
    /// It is owed by who publishes, where the constitution says who does, else by the body that decided; any member may write it.
    /// </summary>
    public static IEnumerable<OwedExplanation> Owed(State state, DateTimeOffset at)
    {
        var (rules, day) = (state.Statutes.At(at), DateOnly.FromDateTime(at.UtcDateTime));
        var publisher = rules.Powers.Where(p => p.Verb == Verb.Publish).Select(p => (p.Holder as NamedHolder)?.Name.Id).OfType<string>().FirstOrDefault();
        return state.Motions.All.Values
            .Select(m => (Motion: m, Decided: m is { Stage: MotionStage.Adopted, Target: null, Vote: { } vote } && state.Sessions.Find(m.Session) is { Unit: null } ? state.Votes.Find(vote)?.Outcome?.At : null))
            .Where(m => m.Decided is not null).OrderByDescending(m => m.Decided).ThenBy(m => m.Motion.Id, StringComparer.Ordinal)
            .Select(m => new OwedExplanation(m.Motion, Missing(state, rules, m.Motion, day), DateOnly.FromDateTime(m.Decided!.Value.UtcDateTime), publisher ?? state.Sessions.Find(m.Motion.Session)!.Body))
            .Where(o => !o.Languages.IsEmpty);
    }

    /// <summary>
    /// A text as questions with their answers, where it is written so: each line that ends with a question mark begins one. Empty where the text does not begin with a question.
    /// </summary>
    public static ImmutableArray<(string Question, string Answer)> Dialogue(string text)
    {
        var parts = ImmutableArray.CreateBuilder<(string Question, List<string> Answer)>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Select(l => l.Trim()))
            if (line.Length > 0 && line[^1] == '?') parts.Add((line, []));
            else if (parts.Count > 0) parts[^1].Answer.Add(line);
            else if (line.Length > 0) return [];
        return [.. parts.Select(p => (p.Question, string.Join('\n', p.Answer).Trim()))];
    }

    /// <summary>The refusal of a vote on a motion that nobody has put in plain words; null where it may be put.</summary>
    internal static Refusal? Awaited(State state, Act act)
    {
        if (act.Command is not PutQuestion { Subject: { } subject } || state.Motions.Find(subject) is not { } motion) return null;
        var rules = state.Statutes.At(act.At);
        if (!Needed(rules, motion.Class)) return null;
        var missing = Missing(state, rules, motion, act.Day);
        return missing.IsEmpty ? null : PressRefusals.NoPlainVersion(rules.Rights[Right].Clause.Path, string.Join(", ", missing), motion.Id);
    }
}

/// <summary>A decision that nobody has explained yet in some official languages.</summary>
/// <param name="Since">The day on which it was adopted.</param>
/// <param name="By">The body or office that owes it.</param>
public sealed record OwedExplanation(Motion Motion, ImmutableArray<string> Languages, DateOnly Since, string By);
