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
