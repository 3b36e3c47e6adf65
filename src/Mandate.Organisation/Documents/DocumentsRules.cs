using Mandate.Organisation.Acts;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Guards;
using Mandate.Organisation.Offices;

namespace Mandate.Organisation.Documents;

/// <summary>A document is addressed, received on record, and opens on its day. There is no act that withholds one.</summary>
public static class DocumentsRules
{
    /// <summary>Years ahead at most for which a text can be closed.</summary>
    internal const int MostYears = 10;

    public static Decision Decide(State state, Act act, DocumentsCommand command) => command switch
    {
        DepositDocument c => Deposit(state, act, c),
        ReceiveDocument c => Receive(state, act, c),
        HandOnDocument c => HandOn(state, act, c),
        ReleaseDocument c => Release(state, act, c),
        PrepareKey c => SealingKeyRules.Prepare(state, act, c),
        ConfirmKey c => SealingKeyRules.Confirm(state, act, c),
        GiveSignOfHolding c => SealingKeyRules.Show(state, act, c),
        SealDocument c => SealRules.Seal(state, act, c),
        KeepCopy c => SealRules.KeepCopy(state, act, c),
        GiveSignOfLife c => SealRules.ShowLife(state, act, c),
        OrderOpening c => SealRules.Order(state, act, c),
        LendShare c => SealRules.Lend(state, act, c),
        UnsealDocument c => SealRules.Unseal(state, act, c),
        SetTerms c => TermsRules.Set(state, act, c),
        AcknowledgeTerms c => TermsRules.Acknowledge(state, act, c),
        AddPart c => TermsRules.Add(state, act, c),
        AnswerTask c => TermsRules.Answer(state, act, c),
        TellKnowledge c => TermsRules.Tell(state, act, c),
        DischargeHolder c => TermsRules.Discharge(state, act, c),
        AcceptCustody c => TermsRules.Accept(state, act, c),
        QuotePassage c => TermsRules.Quote(state, act, c),
        LeaveDirections c => DirectionsRules.Leave(state, act, c),
        AcceptTrust c => DirectionsRules.Accept(state, act, c),
        WithdrawDirections c => DirectionsRules.Withdraw(state, act, c),
        OpenDirections c => DirectionsRules.Open(state, act, c),
        AskDeviation c => DirectionsRules.Ask(state, act, c),
        AnswerDeviation c => DirectionsRules.Answer(state, act, c),
        DemandPublication c => SessionPapers.Demand(state, act, c),
        AnswerPublicationDemand c => SessionPapers.Answer(state, act, c),
        AskAdjournment c => SessionPapers.Adjourn(state, act, c),
        _ => throw new InvalidOperationException($"No rules for {command.GetType().Name}."),
    };

    internal static string Clause(State state, Act act) =>
        (state.Statutes.At(act.At).Rights.GetValueOrDefault("addressed_documents")?.Clause ?? state.Statutes.At(act.At).Publication.Clause).Path;

    private static Decision Deposit(State state, Act act, DepositDocument c)
    {
        var (rules, clause) = (state.Statutes.At(act.At), Clause(state, act));
        if (c.Id.Length == 0) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (state.Documents.All.ContainsKey(c.Id)) return ProtocolRefusals.Taken("document", c.Id);
        if (state.Roll.Member(act.By) is not { InGoodStanding: true }) return ProtocolRefusals.NotYours(clause, "member", act.By);
        if (c.Title.Length is 0 or > 200) return ProtocolRefusals.Malformed("title", "a title of at most 200 characters", c.Title.Length);
        if (c.Commitment.Length != 64) return ProtocolRefusals.Malformed("commitment", "64 hexadecimal digits", c.Commitment);
        foreach (var to in c.To.Each())
            if (!rules.Bodies.ContainsKey(to) && !rules.Offices.ContainsKey(to)) return ProtocolRefusals.Unknown("body", to);
        var last = act.Day.AddYears(MostYears);
        if (c.Release > last) return DocumentsRefusals.TooFarAhead(clause, last, c.Release);
        return c.Release < act.Day ? ProtocolRefusals.Malformed("release", "today or later", c.Release) : Decision.Accept(clause, new DocumentDeposited(c.Id, c.Title, c.Commitment, c.To.Each(), c.Release, c.Kept));
    }

    private static Decision Receive(State state, Act act, ReceiveDocument c)
    {
        if (!state.Documents.All.TryGetValue(c.Document, out var document)) return ProtocolRefusals.Unknown("document", c.Document);
        var clause = Clause(state, act);
        if (TermsRules.Place(state, act, document) is not { } place) return ProtocolRefusals.NotYours(clause, string.Join(", ", document.AddresseesOn(act.Day)), act.By);
        return document.Receipts.Any(r => r.Person == act.By) ? DocumentsRefusals.ReceivedAlready(clause) : Decision.Accept(clause, new DocumentReceived(document.Id, place));
    }

    private static Decision HandOn(State state, Act act, HandOnDocument c)
    {
        if (!state.Documents.All.TryGetValue(c.Document, out var document)) return ProtocolRefusals.Unknown("document", c.Document);
        var (rules, clause) = (state.Statutes.At(act.At), Clause(state, act));
        if (document.Depositor != act.By && !document.Receipts.Any(r => r.Person == act.By)) return ProtocolRefusals.NotYours(clause, document.Depositor, act.By);
        if (!rules.Bodies.ContainsKey(c.To) && !rules.Offices.ContainsKey(c.To))
        {
            // To one person who sits with others of the same title: then all of them, or nobody.
            var fellows = state.Offices.HeldBy(c.To, act.At).SelectMany(t => state.Offices.Holders(t.Seat.Of, act.At)).Select(t => t.Person).Distinct(StringComparer.Ordinal).ToList();
            return GuardCheck.Refuses("selected-readers", clause, act.Day, new Delivered(c.Document, [c.To], act.By, Entitled: [.. fellows])) is { } selected
                ? selected with { Given = c.To, Way = "hand-to-all" }
                : ProtocolRefusals.Unknown("body", c.To);
        }
        return document.Addressees.Contains(c.To, StringComparer.Ordinal) ? ProtocolRefusals.Taken("addressee", c.To) : Decision.Accept(clause, new DocumentHandedOn(document.Id, c.To));
    }

    private static Decision Release(State state, Act act, ReleaseDocument c)
    {
        if (!state.Documents.All.TryGetValue(c.Document, out var document)) return ProtocolRefusals.Unknown("document", c.Document);
        var clause = Clause(state, act);
        if (document.Text is not null) return ProtocolRefusals.WrongStage("document", document.Id, "closed", "open");
        if (document.Seal is not null) return DocumentsRefusals.IsSealed(clause, document.Id);
        if (act.Day < document.Release) return DocumentsRefusals.NotYetOpen(clause, Calendar.Start(document.Release));
        if (c.Text != document.Commitment) return DocumentsRefusals.OtherText(clause, document.Commitment, c.Text);
        if (!c.Parts.Each().SequenceEqual(document.Parts.Select(p => p.Commitment), StringComparer.Ordinal)) return DocumentsRefusals.OtherParts(clause, document.Parts.Length, c.Parts.Each().Length);
        foreach (var text in c.Reads())
            if (act.Blobs.Read(text) is null) return ProtocolRefusals.BlobMissing(text);
        if (c.ByItself == true && (!document.Kept || act.By != document.Depositor)) return ProtocolRefusals.NotYours(clause, document.Depositor, act.By);
        // Who had it and did not open it stands in the record with the opening.
        var left = c.ByItself == true || act.Day > document.Release ? document.Receipts.Select(r => r.As).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal) : Enumerable.Empty<string>();
        return Decision.Accept(clause, new DocumentReleased(document.Id, c.Text, c.Parts.Each(), c.ByItself, [.. left]));
    }
}
