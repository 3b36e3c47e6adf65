using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Decisions;

namespace Mandate.Organisation.Documents;

/// <summary>What becomes of a document between its deposit and its opening. Nothing here puts off its day.</summary>
internal static class TermsRules
{
    public static Decision Set(State state, Act act, SetTerms c)
    {
        if (Find(state, act, c.Document, out var clause, out var document) is { } missing) return missing;
        if (document.Depositor != act.By) return ProtocolRefusals.NotYours(clause, document.Depositor, act.By);
        if (c.Task is { Length: > 300 } task) return ProtocolRefusals.Malformed("task", "what is asked, in at most 300 characters", task.Length);
        if (c.Task is { Length: > 0 } && c.Next is null) return ProtocolRefusals.Malformed("next", "a body or office that is asked next", "");
        var rules = state.Statutes.At(act.At);
        if (c.Next is { } next && !rules.Bodies.ContainsKey(next) && !rules.Offices.ContainsKey(next)) return ProtocolRefusals.Unknown("body", next);
        // Whoever was promised a day is not put off: not even by the depositor.
        if (c.Release is { } day && document.Seal is not null) return DocumentsRefusals.IsSealed(clause, document.Id);
        if (c.Release > document.Release) return DocumentsRefusals.NotPutOff(clause, document.Release, c.Release.Value);
        return c.Release < act.Day ? ProtocolRefusals.Malformed("release", "today or later", c.Release) : Decision.Accept(clause, new TermsSet(document.Id, c.State, c.Use, Blank(c.Task), c.Next, c.Release));
    }

    public static Decision Acknowledge(State state, Act act, AcknowledgeTerms c)
    {
        if (Find(state, act, c.Document, out var clause, out var document) is { } missing) return missing;
        if (document.Receipts.FirstOrDefault(r => r.Person == act.By) is not { } receipt) return ProtocolRefusals.NotYours(clause, string.Join(", ", document.AddresseesOn(act.Day)), act.By);
        return document.TermsSeen(receipt) >= document.Terms.Length ? ProtocolRefusals.Taken("terms", document.Id) : Decision.Accept(clause, new TermsAcknowledged(document.Id, document.Terms.Length));
    }

    public static Decision Add(State state, Act act, AddPart c)
    {
        if (Find(state, act, c.Document, out var clause, out var document) is { } missing) return missing;
        if (document.Depositor != act.By) return ProtocolRefusals.NotYours(clause, document.Depositor, act.By);
        if (document.Seal is not null) return DocumentsRefusals.IsSealed(clause, document.Id);
        if (c.Title.Length is 0 or > 200) return ProtocolRefusals.Malformed("title", "a title of at most 200 characters", c.Title.Length);
        if (c.Commitment.Length != 64) return ProtocolRefusals.Malformed("commitment", "64 hexadecimal digits", c.Commitment);
        return document.Parts.Any(p => p.Commitment == c.Commitment) || document.Commitment == c.Commitment ? ProtocolRefusals.Taken("part", c.Commitment) : Decision.Accept(clause, new PartAdded(document.Id, c.Title, c.Commitment));
    }

    public static Decision Answer(State state, Act act, AnswerTask c)
    {
        if (Find(state, act, c.Document, out var clause, out var document) is { } missing) return missing;
        if (document.Terms.LastOrDefault() is not { Task: not null } terms) return ProtocolRefusals.WrongStage("document", document.Id, "a task", "none");
        if (Place(state, act, document) is not { } place) return ProtocolRefusals.NotYours(clause, string.Join(", ", document.AddresseesOn(act.Day)), act.By);
        if (document.Answers.Any(a => a.As == place && a.Answer != TaskAnswer.Asks && a.At >= terms.At)) return ProtocolRefusals.WrongStage("document", document.Id, "unanswered", "answered");
        return c.Remark.Length > 1000 ? ProtocolRefusals.Malformed("remark", "at most 1000 characters", c.Remark.Length) : Decision.Accept(clause, new TaskAnswered(document.Id, c.Answer, c.Remark, place));
    }

    public static Decision Tell(State state, Act act, TellKnowledge c)
    {
        var clause = DocumentsRules.Clause(state, act);
        if (!state.Documents.All.TryGetValue(c.Document, out var document)) return ProtocolRefusals.Unknown("document", c.Document);
        // What ordinary members read is nobody's record (DESIGN section 6).
        if (!state.Offices.ServedBy(act.By, act.At).Any()) return ProtocolRefusals.NotYours(clause, "office", act.By);
        if (c.Since > act.Day) return ProtocolRefusals.Malformed("since", "today or earlier", c.Since);
        var rules = state.Statutes.At(act.At);
        return c.From is { } from && !rules.Bodies.ContainsKey(from) && !rules.Offices.ContainsKey(from) ? ProtocolRefusals.Unknown("body", from) : Decision.Accept(clause, new KnowledgeTold(document.Id, c.Level, c.Since, c.From));
    }

    public static Decision Discharge(State state, Act act, DischargeHolder c)
    {
        if (Find(state, act, c.Document, out var clause, out var document) is { } missing) return missing;
        if (document.Receipts.All(r => r.Person != act.By)) return ProtocolRefusals.NotYours(clause, string.Join(", ", document.AddresseesOn(act.Day)), act.By);
        if (!state.Statutes.At(act.At).Bodies.ContainsKey(c.To)) return ProtocolRefusals.Unknown("body", c.To);
        if (document.Discharges.Any(d => d.Person == act.By)) return ProtocolRefusals.Taken("discharge", act.By);
        var discharged = new HolderDischarged(document.Id, c.To);
        return document.Addressees.Contains(c.To, StringComparer.Ordinal) ? Decision.Accept(clause, discharged) : Decision.Accept(clause, new DocumentHandedOn(document.Id, c.To), discharged);
    }

    public static Decision Accept(State state, Act act, AcceptCustody c)
    {
        if (Find(state, act, c.Document, out var clause, out var document) is { } missing) return missing;
        var asked = document.Discharges.Where(d => d.AcceptedAt is null && act.At < d.Since).ToList();
        if (asked.Count == 0) return ProtocolRefusals.WrongStage("document", document.Id, "asked to be taken over", "nothing to accept");
        return asked.Find(d => state.Offices.Holds(act.By, d.To, act.At)) is { } mine
            ? Decision.Accept(clause, new CustodyAccepted(document.Id, mine.To))
            : ProtocolRefusals.NotYours(clause, string.Join(", ", asked.Select(d => d.To).Distinct(StringComparer.Ordinal)), act.By);
    }

    public static Decision Quote(State state, Act act, QuotePassage c)
    {
        if (Find(state, act, c.Document, out var clause, out var document) is { } missing) return missing;
        if (document.Depositor != act.By && document.Receipts.All(r => r.Person != act.By)) return ProtocolRefusals.NotYours(clause, document.Depositor, act.By);
        var allowed = document.Depositor == act.By || document.Terms.LastOrDefault()?.Use is DocumentUse.Quote or DocumentUse.Publish || !document.Quotes.IsEmpty || Attacked(state, act, document.Id);
        if (!allowed) return DocumentsRefusals.NotToQuote(clause, document.Depositor, act.By);
        // Whoever wrote it, or is attacked over it, answers for themselves; nobody else cites what not all who vote can read.
        if (document.Depositor != act.By && !Attacked(state, act, document.Id) && AccessRules.Quoting(state, act, document.Id) is { } unequal) return unequal;
        return string.IsNullOrWhiteSpace(act.Blobs.Text(c.Text)) ? ProtocolRefusals.BlobMissing(c.Text) : Decision.Accept(clause, new PassageQuoted(document.Id, c.Text));
    }

    /// <summary>Whether a complaint against them, or a text that has appeared against a place of theirs, names the document as <c>document:ID</c>.</summary>
    private static bool Attacked(State state, Act act, string document)
    {
        var name = "document:" + document;
        return state.Inspection.All.Values.Any(c => c.Accused.Contains(act.By, StringComparer.Ordinal) && c.Subject.Contains(name, StringComparison.Ordinal))
            || state.Press.Pieces.Values.Any(p => p.PublicOn(act.Day) && p.Title.Contains(name, StringComparison.Ordinal) && p.Against.Any(of => state.Offices.Holds(act.By, of, act.At)));
    }

    internal static string? Place(State state, Act act, Document document) => document.AddresseesOn(act.Day).FirstOrDefault(to => state.Offices.Holds(act.By, to, act.At));

    /// <summary>The document, which must still be closed.</summary>
    private static Refusal? Find(State state, Act act, string id, out string clause, out Document document)
    {
        clause = DocumentsRules.Clause(state, act);
        if (!state.Documents.All.TryGetValue(id, out document!)) return ProtocolRefusals.Unknown("document", id);
        return document.Text is null ? null : ProtocolRefusals.WrongStage("document", id, "closed", "open");
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
