using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Motions;

namespace Mandate.Organisation.Press;

/// <summary>
/// A member's letter to all, or to a unit. It appears by itself two days on, whoever edits, and says when it was received (requirement S129). It may stand in the
/// file of a case (requirement S256).
/// </summary>
/// <param name="Unit">The unit it is written to; null for all members.</param>
/// <param name="About">A complaint, charge, dispute or motion that it is about; null for none.</param>
[WireName("press.write-letter")]
public sealed record WriteLetter(string Id, string Title, string Text, string? Unit = null, string? About = null) : PressCommand
{
    public override IEnumerable<string> Reads() => [Text];
}

/// <summary>Explain an adopted motion in plain words, or before the vote one of a class that needs it (<see cref="PlainVersions"/>). It binds nobody and says so; the text that binds is one step away (requirement S136).</summary>
/// <param name="Language">The language it is in: one of the official ones.</param>
[WireName("press.explain")]
public sealed record ExplainDecision(string Id, string Motion, string Title, string Text, string Language) : PressCommand
{
    public override IEnumerable<string> Reads() => [Text];
}

/// <summary>Ask what an explanation leaves open.</summary>
[WireName("press.ask")]
public sealed record AskAboutExplanation(string Id, string Of, string Text) : PressCommand
{
    public override IEnumerable<string> Reads() => [Text];
}

[WireName("press.answer")]
public sealed record AnswerReader(string Question, string Text) : PressCommand
{
    public override IEnumerable<string> Reads() => [Text];
}

[WireName("press.answered")]
public sealed record ReaderAnswered(string Question, string Text) : PressEvent;

/// <summary>Letters of members, and explanations of decisions with readers' questions.</summary>
internal static class Letters
{
    /// <summary>Days after which a letter appears by itself, its words at most, and the letters of one member in twelve months: a published rule, for all alike.</summary>
    internal const int Days = 2, MostWords = 1000, Yearly = 12;

    /// <summary>Words of a question to an explanation.</summary>
    private const int QuestionWords = 100;

    public static Decision Write(State state, Act act, WriteLetter c)
    {
        var clause = PressRules.Clause(state, act);
        if (PressRules.Text(state, act, clause, c.Id, c.Title, c.Text, out var words) is { } refusal) return refusal;
        if (c.Unit is { } unit && state.Roll.Unit(unit) is null) return ProtocolRefusals.Unknown("unit", unit);
        if (c.About is { } about && !IsCase(state, about)) return ProtocolRefusals.Unknown("matter", about);
        if (words > MostWords) return PressRefusals.LetterTooLong(clause, MostWords, words);
        var sent = state.Press.Pieces.Values.Where(p => p.Kind == PieceKind.Letter && p.Author == act.By && p.At > act.At.AddYears(-1)).OrderBy(p => p.At).ToList();
        if (sent.Count >= Yearly) return PressRefusals.LettersUsed(clause, Yearly, sent[^Yearly].At.AddYears(1));
        return Decision.Accept(clause, new PieceSubmitted(c.Id, PieceKind.Letter, c.Title, c.Text, words, true, null, null, [], null, null, act.Day.AddDays(Days), c.Unit, c.About, Sources: PressRules.SourcesOf(state, act, c.Text)));
    }

    public static Decision Explain(State state, Act act, ExplainDecision c)
    {
        var clause = PressRules.Clause(state, act);
        if (state.Motions.Find(c.Motion) is not { } motion) return ProtocolRefusals.Unknown("motion", c.Motion);
        var awaited = motion.Stage is MotionStage.Filed or MotionStage.OnAgenda && PlainVersions.Needed(state.Statutes.At(act.At), motion.Class);
        if (motion.Stage != MotionStage.Adopted && !awaited) return ProtocolRefusals.WrongStage("motion", motion.Id, MotionStage.Adopted.ToString(), motion.Stage.ToString());
        var official = state.Statutes.At(act.At).Languages.Official;
        if (!official.Contains(c.Language, StringComparer.Ordinal)) return ProtocolRefusals.Malformed("language", string.Join(", ", official), c.Language);
        return PressRules.Text(state, act, clause, c.Id, c.Title, c.Text, out var words) is { } refusal
            ? refusal
            : Decision.Accept(clause, new PieceSubmitted(c.Id, PieceKind.Explanation, c.Title, c.Text, words, true, null, null, [], null, null, act.Day.AddDays(Days), null, c.Motion, c.Language));
    }

    public static Decision Ask(State state, Act act, AskAboutExplanation c)
    {
        var clause = PressRules.Clause(state, act);
        if (!state.Press.Pieces.TryGetValue(c.Of, out var piece) || piece.Kind != PieceKind.Explanation) return ProtocolRefusals.Unknown("piece", c.Of);
        if (!piece.PublicOn(act.Day)) return PressRefusals.NotPublic(clause, c.Of);
        if (PressRules.Text(state, act, clause, c.Id, piece.Title, c.Text, out var words) is { } refusal) return refusal;
        return words > QuestionWords ? PressRefusals.LetterTooLong(clause, QuestionWords, words)
            : Decision.Accept(clause, new PieceSubmitted(c.Id, PieceKind.Question, piece.Title, c.Text, words, true, null, null, [], null, c.Of, act.Day.AddDays(Days), null, piece.About));
    }

    /// <summary>Whoever explained answers, or an editor.</summary>
    public static Decision Answer(State state, Act act, AnswerReader c)
    {
        var clause = PressRules.Clause(state, act);
        if (!state.Press.Pieces.TryGetValue(c.Question, out var question) || question.Kind != PieceKind.Question) return ProtocolRefusals.Unknown("piece", c.Question);
        if (question.RectifiedAt is not null) return ProtocolRefusals.WrongStage("piece", c.Question, "unanswered", "answered");
        var author = state.Press.Pieces[question.To!].Author;
        if (act.By != author && !PressRules.Edits(state, act.By, act.At)) return ProtocolRefusals.NotYours(clause, author, act.By);
        return string.IsNullOrWhiteSpace(act.Blobs.Text(c.Text)) ? ProtocolRefusals.BlobMissing(c.Text) : Decision.Accept(clause, new ReaderAnswered(c.Question, c.Text));
    }

    private static bool IsCase(State state, string id) =>
        state.Inspection.All.ContainsKey(id) || state.Roll.Charges.ContainsKey(id) || state.Federation.Disputes.ContainsKey(id) || state.Motions.Find(id) is not null;
}
