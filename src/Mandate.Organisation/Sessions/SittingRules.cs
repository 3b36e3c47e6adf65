using Mandate.Constitutions;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;

namespace Mandate.Organisation.Sessions;

/// <summary>Closed doors, accusations, the hour of a decision, treatment by the meeting itself, and the words for and against before a vote.</summary>
internal static class SittingRules
{
    /// <summary>Longest time for which minutes lie under seal, in years.</summary>
    private const int SealYears = 2;

    /// <summary>One of so many seats has an item treated by the meeting itself.</summary>
    private const int PlenaryShare = 10;

    public static Decision CloseDoors(Sitting s, CloseDoors c)
    {
        if (s.NeedsChair() is { } refusal) return refusal;
        if (c.Closing.Length == 0 || s.State.Sessions.All.Values.Any(o => o.Rulings.Any(r => r.Id == c.Closing))) return ProtocolRefusals.Malformed("closing", "an id of its own", c.Closing);
        if (BodyShape.IsAssembly(s.Body)) return SessionsRefusals.AssemblyIsOpen(SessionsRefusals.BodyClause(s.Body));
        if (SittingParts.ClosedNow(s.Session) is { } closed) return ProtocolRefusals.Taken("closing", closed.Id);
        if (Sitting.NeedsText("reason", c.Reason) is { } text) return text;
        if (c.Until <= s.Act.Day || c.Until > s.Act.Day.AddYears(SealYears)) return SessionsRefusals.SealedTooLong(SessionsRefusals.BodyClause(s.Body), s.Act.Day.AddYears(SealYears), c.Until);
        var clause = s.Rules.Rights.GetValueOrDefault("minutes")?.Clause.Path ?? SessionsRefusals.BodyClause(s.Body);
        var item = s.Session.RunningItem ?? s.Session.Agenda[0].Id;
        return Decision.Accept(PresidingRules.ChairClause(s), new DoorsClosed(s.Session.Id, c.Closing, c.Ground, c.Reason, c.Until), new Ruled(s.Session.Id, c.Closing, item, c.Reason, clause));
    }

    public static Decision OpenDoors(Sitting s, OpenDoors c)
    {
        if (s.NeedsChair() is { } refusal) return refusal;
        return s.Session.ClosedParts.FirstOrDefault(p => p.Id == c.Closing) switch
        {
            null => ProtocolRefusals.Unknown("closing", c.Closing),
            { To: not null } => ProtocolRefusals.WrongStage("closing", c.Closing, "closed", "open"),
            _ => Decision.Accept(PresidingRules.ChairClause(s), new DoorsOpened(s.Session.Id, c.Closing)),
        };
    }

    public static Decision Seal(Sitting s, SealMinutes c)
    {
        if (s.Session.ClosedParts.FirstOrDefault(p => p.Id == c.Closing) is not { } part) return ProtocolRefusals.Unknown("closing", c.Closing);
        if (part.Document is { } sealedIn) return ProtocolRefusals.Taken("document", sealedIn);
        if (s.Session.ChairPerson != s.By && Convenors.ServesSession(s) is { } notYours) return notYours;
        if (s.State.Documents.All.GetValueOrDefault(c.Document) is not { } document) return ProtocolRefusals.Unknown("document", c.Document);
        return document.Release > part.Until ? SessionsRefusals.SealedTooLong(SessionsRefusals.BodyClause(s.Body), part.Until, document.Release)
            : Decision.Accept(PresidingRules.ChairClause(s), new MinutesSealed(s.Session.Id, part.Id, c.Document));
    }

    /// <summary>By anybody there with a voice, whoever presides, or the one it is about: nobody is kept from what was said against them.</summary>
    public static Decision Accuse(Sitting s, RecordAccusation c)
    {
        if (s.Needs(SessionStage.Open, SessionStage.Adjourned) is { } stage) return stage;
        if (c.Accusation.Length == 0 || s.Session.Accusations.Any(a => a.Id == c.Accusation)) return ProtocolRefusals.Malformed("accusation", "an id of its own", c.Accusation);
        if (s.Session.Item(c.Item) is null) return ProtocolRefusals.Unknown("item", c.Item);
        if (s.State.Roll.Member(c.Person) is null) return ProtocolRefusals.Unknown("person", c.Person);
        if (c.Person != s.By && s.Session.ChairPerson != s.By && FloorQuestions.NoVoice(s) is { } silent) return silent;
        return s.Act.Blobs.Read(c.Text) is null ? ProtocolRefusals.BlobMissing(c.Text) : Decision.Accept(Heard(s), new AccusationRecorded(s.Session.Id, c.Accusation, c.Person, c.Item, c.Text));
    }

    public static Decision AnswerAccusation(Sitting s, AnswerAccusation c)
    {
        if (s.Session.Accusations.FirstOrDefault(a => a.Id == c.Accusation) is not { } accusation) return ProtocolRefusals.Unknown("accusation", c.Accusation);
        if (accusation.Person != s.By) return ProtocolRefusals.NotYours(Heard(s), accusation.Person, s.By);
        if (accusation.Answer is not null) return ProtocolRefusals.Taken("answer", c.Accusation);
        return s.Act.Blobs.Read(c.Text) is null ? ProtocolRefusals.BlobMissing(c.Text) : Decision.Accept(Heard(s), new AccusationAnswered(s.Session.Id, c.Accusation, c.Text));
    }

    /// <summary>Null when nobody who was accused, and has asked for the floor to answer, waits for it; on one item, or on all.</summary>
    public static Refusal? AccusedWait(Session session, string? item) =>
        session.Speeches.FirstOrDefault(r => r is { Side: SpeechSides.Answer, From: null, Withdrawn: false } && (item is null || r.Item == item)) is { } waiting ? SessionsRefusals.AccusedFirst(session, waiting) : null;

    public static Decision SetHour(Sitting s, SetHour c)
    {
        if (s.Needs(SessionStage.Convened, SessionStage.Open, SessionStage.Adjourned) is { } stage) return stage;
        if (s.Session.Item(c.Item) is not { } item) return ProtocolRefusals.Unknown("item", c.Item);
        if (item.Done) return ProtocolRefusals.WrongStage("item", c.Item, "open", "done");
        if (s.Session.Hours.FirstOrDefault(h => h.Item == c.Item) is { } set && set.Hour <= s.At) return ProtocolRefusals.WrongStage("hour", c.Item, "to come", "past");
        if (c.Hour <= s.At) return ProtocolRefusals.Malformed("hour", "a time to come", c.Hour);
        if (c.Otherwise.Length is 0 or > 500) return ProtocolRefusals.Malformed("otherwise", "what holds then, in at most 500 characters", c.Otherwise.Length);
        var moves = item.Reference is { } id && s.State.Motions.Find(id)?.Mover == s.By;
        return !moves && AgendaRules.MayNotSet(s) is { } notYours ? notYours : Decision.Accept(SessionsRefusals.BodyClause(s.Body), new HourSet(s.Session.Id, c.Item, c.Hour, c.Otherwise));
    }

    public static Decision Plenary(Sitting s, DemandPlenary c)
    {
        if (s.Needs(SessionStage.Convened, SessionStage.Open, SessionStage.Adjourned) is { } stage) return stage;
        var clause = SessionsRefusals.BodyClause(s.Body);
        var item = s.Session.Item(c.Item);
        var put = item is null && Matter(s.State, c.Item) is { } title ? new ItemPut(s.Session.Id, new AgendaItem(c.Item, ItemKind.Other, title, null)) : null;
        if (item is null && put is null) return ProtocolRefusals.Unknown("item", c.Item);
        var demand = s.Session.Plenary.FirstOrDefault(p => p.Item == c.Item) ?? new(c.Item, []);
        if (demand.Met) return ProtocolRefusals.Taken("plenary", c.Item);
        var by = c.Unit ?? s.By;
        if (demand.By.Contains(by)) return ProtocolRefusals.Taken("signature", by);
        var enough = c.Unit is not null;
        if (c.Unit is { } unit)
        {
            if (!Concerned(s.State, c.Item, item).Contains(unit, StringComparer.Ordinal)) return SessionsRefusals.NotConcerned(clause, unit);
            if (UnitVoice.WhyNot(s.State, s.Act, unit, c.Vote, c.Item, clause) is { } notIts) return notIts;
        }
        else
        {
            // An assembly of members is the plenary already.
            if (BodyShape.IsAssembly(s.Body) || !s.State.Offices.HeldBy(s.By, s.At).Any(t => t.Session == s.Session.Id || (t.Session is null && t.Seat.Of == s.Body.Id))) return ProtocolRefusals.NotYours(clause, s.Body.Id, s.By);
            enough = (demand.By.Count(p => s.State.Roll.Member(p) is not null) + 1) * PlenaryShare >= Seating.SeatsOfSession(s.State, s.Session, s.At);
        }
        return Decision.Accept(clause, [.. put is null ? Array.Empty<Event>() : [put], new PlenaryDemanded(s.Session.Id, c.Item, by), .. enough ? [new ItemToPlenary(s.Session.Id, c.Item)] : Array.Empty<Event>()]);
    }

    public static Decision Silence(Sitting s, DeclareSilence c)
    {
        if (s.NeedsChair() is { } refusal) return refusal;
        if (s.Session.Item(c.Item) is not { } item || s.Session.RunningItem != c.Item) return ProtocolRefusals.Unknown("item", c.Item);
        if (c.Side is not (SpeechSides.For or SpeechSides.Against)) return ProtocolRefusals.Malformed("side", string.Join(", ", SpeechSides.For, SpeechSides.Against), c.Side);
        if (s.Session.Silences.Contains((item.Id, c.Side))) return ProtocolRefusals.Taken("silence", c.Side);
        return SpeakersQueue.Of(s.State, s.Session, s.At).Any(r => r.Item == item.Id && r.Side == c.Side) ? SessionsRefusals.SpeakersWaiting(SessionsRefusals.BodyClause(s.Body), 1)
            : Decision.Accept(PresidingRules.ChairClause(s), new SilenceDeclared(s.Session.Id, item.Id, c.Side));
    }

    /// <summary>The side of which nobody has spoken on a motion, where the rules of debate ask for a word of each before the vote (S069); null where both were heard or are silent.</summary>
    public static string? Unheard(Session session, Debate rules, AgendaItem item) => !rules.BothSides || item.Kind != ItemKind.Motion ? null
        : new[] { SpeechSides.For, SpeechSides.Against }.FirstOrDefault(side => !session.Silences.Contains((item.Id, side)) && !session.Speeches.Any(r => r.Item == item.Id && r.Side == side && r.From is not null));

    /// <summary>The clause under which somebody is heard.</summary>
    private static string Heard(Sitting s) => (s.Rules.Rights.GetValueOrDefault("reply") ?? s.Rules.Rights.GetValueOrDefault("minutes"))?.Clause.Path ?? SessionsRefusals.BodyClause(s.Body);

    /// <summary>What a matter that is not on the agenda says.</summary>
    private static string? Matter(State state, string item) => item.Split(':', 2) switch
    {
        ["concern", var id] => state.Petitions.Concerns.GetValueOrDefault(id)?.Says,
        ["dispute", var id] => state.Federation.Disputes.GetValueOrDefault(id)?.Reason,
        _ => null,
    };

    /// <summary>The units that an item concerns: that raised it, that it would dissolve, whose officer it would remove, that it orders or protests.</summary>
    private static IEnumerable<string> Concerned(State state, string id, AgendaItem? item)
    {
        var motion = item?.Reference is { } reference ? state.Motions.Find(reference) : null;
        string?[] units = id.Split(':', 2) switch
        {
            ["concern", var concern] => [state.Petitions.Concerns.GetValueOrDefault(concern)?.Unit],
            ["dispute", var dispute] => [state.Federation.Disputes.GetValueOrDefault(dispute)?.Unit],
            ["protest", var protest] => [.. state.Petitions.Protests.GetValueOrDefault(protest)?.Units.Keys ?? []],
            _ => [motion?.Target is { } target ? state.Offices.Tenures.GetValueOrDefault(target)?.Seat.Unit ?? target : null, .. motion?.SupportingUnits ?? [], motion?.MovedFor?.Split('@') is [_, var of] ? of : null],
        };
        return units.OfType<string>();
    }
}
