using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Guards;
using Mandate.Organisation.Offices;

namespace Mandate.Organisation.Press;

/// <summary>
/// The bulletin: sides of a debate have the same space and write for themselves; replies and demands to put something right appear by
/// themselves on their day; nobody approves a mailing.
/// </summary>
public static class PressRules
{
    /// <summary>Days after which a text of a debate, a reply or a demand appears by itself, where the constitution gives no other time.</summary>
    private const int AppearDays = 7;

    /// <summary>Days for which a debate lasts at most, and words for a side at most.</summary>
    private const int DebateDays = 120, MostWords = 20_000;

    /// <summary>Words of one mailing, for every tendency alike.</summary>
    private const int MailingWords = 1000;

    /// <summary>Mailings in a year where the constitution does not say how many.</summary>
    private const int YearlyMailings = 2;

    public static Decision Decide(State state, Act act, PressCommand command) => command switch
    {
        OpenDebate c => Open(state, act, c),
        SubmitPiece c => Submit(state, act, c),
        SubmitReport c => Report(state, act, c),
        ReplyToPiece c => Replies.Reply(state, act, c),
        DemandRectification c => Demand(state, act, c),
        Rectify c => Rectified(state, act, c),
        BringOutIssue c => Issues.BringOut(state, act, c),
        InstructEditors c => Instruct(state, act, c),
        ProtestAsEditor c => Protest(state, act, c),
        SendMailing c => Mail(state, act, c),
        AnswerLabel c => LabelReplies.Answer(state, act, c),
        DefineLabel c => LabelReplies.Define(state, act, c),
        RecordMailing c => HandedOver(state, act, c),
        TranslateMailing c => MailingLanguages.Translate(state, act, c),
        ClaimSpace c => SpaceClaims.File(state, act, c),
        DrawPanel c => SpaceClaims.Draw(state, act, c),
        JudgeClaim c => SpaceClaims.Judge(state, act, c),
        ContrastPositions c => Contrasts.Set(state, act, c),
        AnswerContrast c => Contrasts.Answer(state, act, c),
        WriteLetter c => Letters.Write(state, act, c),
        ExplainDecision c => Letters.Explain(state, act, c),
        AskAboutExplanation c => Letters.Ask(state, act, c),
        AnswerReader c => Letters.Answer(state, act, c),
        _ => throw new InvalidOperationException($"No rules for {command.GetType().Name}."),
    };

    /// <summary>The power to publish; null where the constitution gives it to nobody.</summary>
    internal static Power? Organ(State state, DateTimeOffset at) => state.Statutes.At(at).Powers.FirstOrDefault(p => p.Verb == Verb.Publish);

    /// <summary>Whether that person is one of those who publish the organ.</summary>
    internal static bool Edits(State state, string person, DateTimeOffset at) =>
        Organ(state, at)?.Holder is NamedHolder holder && state.Offices.Holds(person, holder.Name.Id, at);

    internal static Refusal? NotAnEditor(State state, Act act) =>
        Organ(state, act.At) is not { } organ ? PressRefusals.NoOrgan()
        : Edits(state, act.By, act.At) ? null
        : ProtocolRefusals.NotYours(organ.Clause.Path, (organ.Holder as NamedHolder)?.Name.Id ?? "editors", act.By);

    internal static string Clause(State state, Act act) =>
        (state.Statutes.At(act.At).Rights.GetValueOrDefault("platform")?.Clause ?? Organ(state, act.At)?.Clause ?? state.Statutes.At(act.At).Publication.Clause).Path;

    internal static string ReplyClause(State state, Act act) => state.Statutes.At(act.At).Rights.GetValueOrDefault("reply")?.Clause.Path ?? Clause(state, act);

    /// <summary>The day on which it appears by itself: of the right of reply, else seven days on.</summary>
    internal static DateOnly Due(State state, Act act)
    {
        var right = state.Statutes.At(act.At).Rights.GetValueOrDefault("reply");
        return (right?.PublishWithin ?? right?.Within) is { } period ? Constitutions.Rules.Periods.Due(act.Day, period) : act.Day.AddDays(AppearDays);
    }

    private static Decision Open(State state, Act act, OpenDebate c)
    {
        var (rules, clause) = (state.Statutes.At(act.At), Clause(state, act));
        if (NotAnEditor(state, act) is { } refusal) return refusal;
        if (c.Id.Length == 0) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (Discussions.Find(state, c.Id) is not null) return ProtocolRefusals.Taken("debate", c.Id);
        if (c.Question.Length is 0 or > 300) return ProtocolRefusals.Malformed("question", "the question, in at most 300 characters", c.Question.Length);
        if (!rules.Bodies.ContainsKey(c.Body)) return ProtocolRefusals.Unknown("body", c.Body);
        var last = act.Day.AddDays(DebateDays);
        if (c.Until < act.Day || c.Until > last) return PressRefusals.DebateTooLong(clause, last, c.Until);
        foreach (var id in c.Answers.Each().Concat(c.Besides.Each()))
            if (!state.Petitions.All.ContainsKey(id)) return ProtocolRefusals.Unknown("petition", id);
        if (c.Motion is { } motion && state.Motions.Find(motion) is null) return ProtocolRefusals.Unknown("motion", motion);
        // A debate is not presented as if nobody had asked for it.
        var silent = Antecedents.Due(state, c.Body, act.At).Where(p => !c.Answers.Each().Contains(p.Id, StringComparer.Ordinal) && !c.Besides.Each().Contains(p.Id, StringComparer.Ordinal)).Select(p => p.Id).ToList();
        if (silent.Count > 0) return PressRefusals.SaysNotWhatItAnswers(clause, string.Join(", ", silent));
        return c.Words is < 1 or > MostWords ? ProtocolRefusals.Malformed("words", "1 to 20000", c.Words) : Decision.Accept(clause, new DebateOpened(c.Id, c.Question, c.Body, c.Until, c.Words, c.Answers.Each(), c.Motion));
    }

    internal static Refusal? Text(State state, Act act, string clause, string id, string title, string text, out int words)
    {
        words = 0;
        if (id.Length == 0) return ProtocolRefusals.Malformed("id", "an id", id);
        if (state.Press.Pieces.ContainsKey(id)) return ProtocolRefusals.Taken("piece", id);
        if (state.Roll.Member(act.By) is not { InGoodStanding: true }) return ProtocolRefusals.NotYours(clause, "member", act.By);
        if (title.Length is 0 or > 200) return ProtocolRefusals.Malformed("title", "a title of at most 200 characters", title.Length);
        if (act.Blobs.Text(text) is not { } read) return ProtocolRefusals.BlobMissing(text);
        words = Count(read);
        return words == 0 ? ProtocolRefusals.Malformed("text", "at least one word", 0) : null;
    }

    /// <summary>Words as whoever measures space counts them: what stands between blanks.</summary>
    public static int Count(string text)
    {
        var (words, within) = (0, false);
        foreach (var character in text)
        {
            var blank = char.IsWhiteSpace(character);
            if (!blank && !within) words++;
            within = !blank;
        }
        return words;
    }

    private static Decision Submit(State state, Act act, SubmitPiece c)
    {
        var (rules, clause) = (state.Statutes.At(act.At), Clause(state, act));
        if (Organ(state, act.At) is null) return PressRefusals.NoOrgan();
        foreach (var target in c.Against.Each())
            if (!rules.Bodies.ContainsKey(target) && !rules.Offices.ContainsKey(target) && !state.Tendencies.All.ContainsKey(target)) return ProtocolRefusals.Unknown("side", target);
        // Before the text is read: an unsigned attack is none whatever its words are.
        if (GuardCheck.Refuses(state, act, "unsigned-attack", new Printed("bulletin", c.Against, c.Signed)) is { } unsigned) return unsigned with { Way = "sign-text" };
        var place = c.Debate is null ? null : InDebate(state, act, c, clause);
        if (place is not null) return place;
        if (c.Debate is null && c.Side is not null) return ProtocolRefusals.Malformed("side", "none outside a debate", c.Side);
        if (Text(state, act, clause, c.Id, c.Title, c.Text, out var words) is { } refusal) return refusal;
        var inName = act.InNameOf is { } body && body == c.Side;
        // What a body says of others' words it can show.
        if (act.InNameOf is not null && Quotations.In(act.Blobs.Text(c.Text)!).FirstOrDefault(q => q.Source is null) is { } loose) return PressRefusals.NamesNoSource(clause, loose.Words);
        if (c.Debate is not { } debate) return Decision.Accept(clause, new PieceSubmitted(c.Id, PieceKind.Article, c.Title, c.Text, words, c.Signed, null, null, c.Against.Each(), null, null, null, Sources: SourcesOf(state, act, c.Text)));
        var open = Discussions.Find(state, debate)!;
        var filed = state.Press.Pieces.Values.Where(p => p.Debate == debate && (open.Everybody ? p.Author == act.By : p.Side == c.Side)).Sum(p => p.Words);
        var most = open.Words + (c.Side is { } side ? SpaceClaims.CreditOf(state, debate, side, act.Day) : 0);
        var due = Due(state, act);
        return filed + words > most
            ? PressRefusals.SpaceUsed(clause, most, filed + words)
            // No later than the debate's last day: what appears after it is no part of it. What is written on space given back appears the day after.
            : Decision.Accept(clause, new PieceSubmitted(c.Id, PieceKind.Article, c.Title, c.Text, words, c.Signed, debate, c.Side, c.Against.Each(), null, null, !open.OpenOn(act.Day) ? act.Day.AddDays(1) : due < open.Until ? due : open.Until, InName: inName, Sources: SourcesOf(state, act, c.Text)));
    }

    private static Refusal? InDebate(State state, Act act, SubmitPiece c, string clause)
    {
        if (Discussions.Find(state, c.Debate!) is not { } debate) return ProtocolRefusals.Unknown("debate", c.Debate!);
        if (!debate.OpenOn(act.Day) && (c.Side is null || SpaceClaims.CreditOf(state, debate.Id, c.Side, act.Day) == 0)) return PressRefusals.DebateOver(clause, debate.Until);
        if (debate.Everybody) return c.Side is null ? null : ProtocolRefusals.Malformed("side", "none: everybody writes for themselves", c.Side);
        return c.Side is { } side && (Belongs(state, act.By, side, act.At) || act.InNameOf == side) ? null : PressRefusals.NotYourSide(clause, c.Side ?? "");
    }

    /// <summary>Whether somebody writes for a side: the speaker of a tendency that stands, or who holds the place.</summary>
    internal static bool Belongs(State state, string person, string side, DateTimeOffset at) =>
        state.Tendencies.All.TryGetValue(side, out var tendency) ? tendency.StandsOn(DateOnly.FromDateTime(at.UtcDateTime)) && tendency.Speaker == person : state.Offices.Holds(person, side, at);

    /// <summary>The sources that a text names for what it quotes, as far as there are such.</summary>
    internal static ImmutableArray<string> SourcesOf(State state, Act act, string text) =>
        [.. Quotations.In(act.Blobs.Text(text)!).Where(q => q.Source is not null).Select(q => $"{q.Kind}:{q.Source}").Where(s => Replies.AuthorOf(state, s) is not null).Distinct(StringComparer.Ordinal)];

    private static Decision Report(State state, Act act, SubmitReport c)
    {
        if (NotAnEditor(state, act) is { } refusal) return refusal;
        var clause = state.Statutes.At(act.At).Rights.GetValueOrDefault("minutes")?.Clause.Path ?? Clause(state, act);
        if (state.Sessions.Find(c.Session) is not { } session) return ProtocolRefusals.Unknown("session", c.Session);
        var spoke = session.Speeches.Where(s => s.From is not null).Select(s => s.Side).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var omitted = spoke.Except(c.Covers.Each(), StringComparer.Ordinal).ToImmutableArray();
        var about = new Covered("bulletin", c.Session, [.. spoke.Except(omitted, StringComparer.Ordinal)], omitted, Report: true);
        // Nobody is reported while somebody else is left out; a report that has no speech at all leaves nobody out.
        if (GuardCheck.Refuses(state, act, "one-sided-report", about) is { } oneSided) return oneSided with { Needs = string.Join(", ", spoke), Given = string.Join(", ", c.Covers.Each()) };
        return Text(state, act, clause, c.Id, c.Title, c.Text, out var words) is { } fault
            ? fault
            : Decision.Accept(clause, new PieceSubmitted(c.Id, PieceKind.Report, c.Title, c.Text, words, true, null, null, [], c.Session, null, null, Sources: SourcesOf(state, act, c.Text)));
    }

    private static Decision Demand(State state, Act act, DemandRectification c)
    {
        var clause = ReplyClause(state, act);
        if (!state.Press.Pieces.TryGetValue(c.Of, out var piece)) return ProtocolRefusals.Unknown("piece", c.Of);
        if (!piece.PublicOn(act.Day)) return PressRefusals.NotPublic(clause, c.Of);
        return Text(state, act, clause, c.Id, piece.Title, c.Text, out var words) is { } refusal
            ? refusal
            : Decision.Accept(clause, new PieceSubmitted(c.Id, PieceKind.Rectification, piece.Title, c.Text, words, true, null, null, [], null, c.Of, Due(state, act)));
    }

    private static Decision Rectified(State state, Act act, Rectify c)
    {
        if (NotAnEditor(state, act) is { } refusal) return refusal;
        if (!state.Press.Pieces.TryGetValue(c.Demand, out var demand) || demand.Kind != PieceKind.Rectification) return ProtocolRefusals.Unknown("piece", c.Demand);
        if (demand.RectifiedAt is not null) return ProtocolRefusals.WrongStage("piece", c.Demand, "unanswered", "answered");
        return act.Blobs.Text(c.Text) is null ? ProtocolRefusals.BlobMissing(c.Text) : Decision.Accept(ReplyClause(state, act), new PieceRectified(c.Demand, c.Text));
    }

    private static Decision Instruct(State state, Act act, InstructEditors c)
    {
        if (Organ(state, act.At) is not { } organ) return PressRefusals.NoOrgan();
        if (!state.Offices.ServedBy(act.By, act.At).Any()) return ProtocolRefusals.NotYours(organ.Clause.Path, "office", act.By);
        if (state.Press.Instructions.ContainsKey(c.Id)) return ProtocolRefusals.Taken("instruction", c.Id);
        return c.What.Length is 0 or > 1000 ? ProtocolRefusals.Malformed("what", "what it says, in at most 1000 characters", c.What.Length) : Decision.Accept(organ.Clause.Path, new EditorsInstructed(c.Id, c.What));
    }

    private static Decision Protest(State state, Act act, ProtestAsEditor c)
    {
        if (Organ(state, act.At) is not { Holder: NamedHolder holder } organ) return PressRefusals.NoOrgan();
        if (state.Press.Protests.ContainsKey(c.Id)) return ProtocolRefusals.Taken("protest", c.Id);
        if (!state.Offices.Tenures.TryGetValue(c.Tenure, out var tenure) || tenure.Person != act.By || tenure.Seat.Of != holder.Name.Id) return ProtocolRefusals.NotYours(organ.Clause.Path, holder.Name.Id, act.By);
        return c.What.Length is 0 or > 1000 ? ProtocolRefusals.Malformed("what", "what it says, in at most 1000 characters", c.What.Length) : Decision.Accept(organ.Clause.Path, new EditorProtested(c.Id, c.Tenure, c.What));
    }

    private static Decision Mail(State state, Act act, SendMailing c)
    {
        var right = state.Statutes.At(act.At).Rights.GetValueOrDefault("platform");
        var clause = Clause(state, act);
        if (c.Id.Length == 0) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (state.Press.Mailings.ContainsKey(c.Id)) return ProtocolRefusals.Taken("mailing", c.Id);
        if (Senders.WhyNot(state, act, c.Tendency, clause) is { } notTheirs) return notTheirs;
        if (c.Title.Length is 0 or > 200) return ProtocolRefusals.Malformed("title", "a title of at most 200 characters", c.Title.Length);
        var most = right?.Gives?["mailings_per_year"] is Datum.Number { Canonical: var written } && int.TryParse(written, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : YearlyMailings;
        var sent = state.Press.Mailings.Values.Where(m => m.Tendency == c.Tendency && m.At > act.At.AddYears(-1)).OrderBy(m => m.At).ToList();
        if (sent.Count >= most) return PressRefusals.MailingsUsed(clause, most, sent[^most].At.AddYears(1));
        if (act.Blobs.Text(c.Text) is not { } text) return ProtocolRefusals.BlobMissing(c.Text);
        if (c.Language is { } tongue && !state.Statutes.At(act.At).Languages.Official.Contains(tongue, StringComparer.Ordinal)) return ProtocolRefusals.Malformed("language", string.Join(", ", state.Statutes.At(act.At).Languages.Official), tongue);
        // The same space for every tendency.
        var words = Count(text);
        return words > MailingWords ? PressRefusals.MailingTooLong(clause, MailingWords, words) : Decision.Accept(clause, new MailingSent(c.Id, c.Tendency, c.Title, c.Text, c.Language));
    }

    /// <summary>The speaker's server says what a mail server took; of no more letters than there are members.</summary>
    private static Decision HandedOver(State state, Act act, RecordMailing c)
    {
        if (!state.Press.Mailings.TryGetValue(c.Mailing, out var mailing)) return ProtocolRefusals.Unknown("mailing", c.Mailing);
        var clause = Clause(state, act);
        if (!Senders.Sends(state, act.By, mailing.Tendency, act.At)) return ProtocolRefusals.NotYours(clause, "speaker", act.By);
        if (MailingLanguages.Waits(state, mailing, act.At, clause) is { } waits) return waits;
        var lacked = mailing.HandedOverAt is null && MailingLanguages.Missing(state, mailing, act.At) is { Count: > 0 } missing ? string.Join(", ", missing) : null;
        var members = state.Roll.Members.Values.Count(m => m.Counts);
        return c.Sent < 0 || c.Refused < 0 || c.Sent + c.Refused == 0 || (long)mailing.Sent + mailing.Refused + c.Sent + c.Refused > members
            ? ProtocolRefusals.Malformed("sent", "whole numbers from 0, of no more letters than there are members", $"{c.Sent}, {c.Refused}")
            : Decision.Accept(clause, new MailingHandedOver(c.Mailing, c.Sent, c.Refused, lacked));
    }
}
