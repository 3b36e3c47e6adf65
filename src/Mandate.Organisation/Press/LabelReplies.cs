using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Motions;

namespace Mandate.Organisation.Press;

/// <summary>
/// Whoever is called something by an official text answers it at once (requirement S240): it appears the same day, beside that text. By who speaks for a tendency or a unit, or
/// for a place of their own.
/// </summary>
/// <param name="Of">The motion, order or restriction.</param>
/// <param name="Label">The words, as they stand there.</param>
/// <param name="Side">The tendency, unit, body or office that answers.</param>
[WireName("press.answer-label")]
public sealed record AnswerLabel(string Id, string Of, string Label, string Side, string Title, string Text) : PressCommand
{
    public override IEnumerable<string> Reads() => [Text];
}

/// <summary>Those whose text it is say what the words mean and on which facts they rest; from then on an answer is a letter like any other.</summary>
/// <param name="Evidence">SHA-256 of the facts with their sources.</param>
[WireName("press.define-label")]
public sealed record DefineLabel(string Of, string Label, string Definition, string Evidence) : PressCommand
{
    public override IEnumerable<string> Reads() => [Evidence];
}

[WireName("press.label-defined")]
public sealed record LabelDefined(string Of, string Label, string Definition, string Evidence) : PressEvent;

public sealed record DefinedLabel(string Of, string Label, string Definition, string Evidence, string By, DateTimeOffset At);

/// <summary>Accusing words in official texts.</summary>
internal static class LabelReplies
{
    private const int MostWords = 300, Longest = 100;

    public static Decision Answer(State state, Act act, AnswerLabel c)
    {
        var clause = PressRules.ReplyClause(state, act);
        if (Stands(state, act, c.Of, c.Label) is { } not) return not;
        if (state.Press.Labels.FirstOrDefault(l => l.Of == c.Of && l.Label == c.Label) is { } defined) return PressRefusals.LabelDefined(clause, c.Label, defined.Definition);
        if (!state.Offices.SpeaksFor(act.By, c.Side, act.At) && !PressRules.Belongs(state, act.By, c.Side, act.At)) return PressRefusals.NotYourSide(clause, c.Side);
        if (state.Press.Pieces.Values.Any(p => p.Kind == PieceKind.Reply && p.About == c.Of && p.Side == c.Side)) return PressRefusals.RepliedAlready(clause, c.Of);
        if (PressRules.Text(state, act, clause, c.Id, c.Title, c.Text, out var words) is { } refusal) return refusal;
        return words > MostWords ? PressRefusals.ReplyTooLong(clause, MostWords, words)
            : Decision.Accept(clause, new PieceSubmitted(c.Id, PieceKind.Reply, c.Title, c.Text, words, true, null, c.Side, [], null, null, act.Day, null, c.Of));
    }

    public static Decision Define(State state, Act act, DefineLabel c)
    {
        var clause = PressRules.ReplyClause(state, act);
        if (Stands(state, act, c.Of, c.Label) is { } not) return not;
        if (state.Press.Labels.Any(l => l.Of == c.Of && l.Label == c.Label)) return ProtocolRefusals.Taken("label", c.Label);
        var owner = OwnerOf(state, c.Of);
        if (act.By != owner && act.InNameOf != owner && !state.Offices.Holds(act.By, owner.Split('@')[0], act.At)) return ProtocolRefusals.NotYours(clause, owner, act.By);
        if (c.Definition.Trim().Length is 0 or > 500) return ProtocolRefusals.Malformed("definition", "what the words mean, in at most 500 characters", c.Definition.Length);
        return string.IsNullOrWhiteSpace(act.Blobs.Text(c.Evidence)) ? ProtocolRefusals.BlobMissing(c.Evidence) : Decision.Accept(clause, new LabelDefined(c.Of, c.Label, c.Definition.Trim(), c.Evidence));
    }

    /// <summary>Null where the words stand in the official text of that id.</summary>
    private static Refusal? Stands(State state, Act act, string of, string label)
    {
        if (label.Trim().Length is 0 or > Longest) return ProtocolRefusals.Malformed("label", "the words as they stand there, in at most 100 characters", label.Length);
        var texts = TextsOf(state, act, of);
        if (texts.IsDefault) return ProtocolRefusals.Unknown("matter", of);
        return texts.Any(t => t.Contains(label, StringComparison.OrdinalIgnoreCase)) ? null : PressRefusals.NotSaidThere(label);
    }

    /// <summary>Title and text of a motion, what an order says, the purpose of a restriction; default where there is no such text.</summary>
    private static ImmutableArray<string> TextsOf(State state, Act act, string of) =>
        state.Motions.Find(of) is { } motion ? [motion.Title, .. motion.Versions.SelectMany(v => v.Texts.Values).Distinct(StringComparer.Ordinal).Select(act.Blobs.Text).OfType<string>()]
        : state.Federation.Orders.TryGetValue(of, out var order) ? [order.What, order.LeftToUnits ?? ""]
        : state.Restrictions.All.TryGetValue(of, out var restriction) ? [restriction.Purpose]
        : default;

    private static string OwnerOf(State state, string of) =>
        state.Motions.Find(of) is { } motion ? motion.MovedFor ?? motion.Mover : state.Federation.Orders.TryGetValue(of, out var order) ? order.For : state.Motions.Find(state.Restrictions.All[of].Motion)?.Mover ?? "";
}
