using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Roll;

/// <summary>What proves a charge. The last three prove none: they are named so that whoever brings them is told (S382, S384).</summary>
public enum EvidenceKind { Witness, Document, Record, OwnStatement, PastVote, PastOffice }

/// <summary>Defences against a charge of words (S387).</summary>
public enum Defence { Truth, PublicInterest }

/// <summary>
/// Words are no offence but for a closed list, each with its defences (S387); what somebody voted or held is no evidence, and what they said of
/// themselves not alone (S384, S382). A statement can be taken back, and the accused open the file to all.
/// </summary>
public static class ChargeDefence
{
    /// <summary>Words that can be charged at all: a threat, private data given away, a falsification that is proven.</summary>
    public static ImmutableArray<ChargeGround> OfWords { get; } = [ChargeGround.Threat, ChargeGround.PrivateData, ChargeGround.Falsification];

    private const int AnswerDays = 14;

    internal static Refusal? WhyNot(ChargeMember c, string clause)
    {
        var evidence = c.Evidence.IsDefault ? [] : c.Evidence;
        // Opinion, advocacy and opposition are refused by the guard of that name, which says more.
        if (c.Ground == ChargeGround.Other) return RollRefusals.NotAnOffence(clause);
        return evidence.Any(e => e is EvidenceKind.PastVote or EvidenceKind.PastOffice) || evidence.All(e => e == EvidenceKind.OwnStatement) ? RollRefusals.NoEvidence(clause) : null;
    }

    /// <summary>A defence that was raised against a charge of words is answered by those who decide.</summary>
    internal static Refusal? Unanswered(Charge charge, string? onDefence, string clause) =>
        charge.Defence is { } defence && OfWords.Contains(charge.Ground) && string.IsNullOrEmpty(onDefence) ? RollRefusals.DefenceFirst(clause, defence) : null;

    internal static Decision TakeBack(Act act, Charge charge, string clause)
    {
        if (act.By != charge.Person) return ProtocolRefusals.NotYours(clause, "self", act.By);
        if (charge.Answered is null) return ProtocolRefusals.WrongStage("charge", charge.Id, "answered", "unanswered");
        return charge.TakenBack is not null ? RollRefusals.TakenBackAlready(clause) : Decision.Accept(clause, new AnswerTakenBack(charge.Id, act.Day.AddDays(AnswerDays)));
    }

    internal static Decision OpenFile(Act act, Charge charge, OpenChargeFile c, string clause)
    {
        if (act.By != charge.Person) return ProtocolRefusals.NotYours(clause, "self", act.By);
        if (charge.File is not null) return ProtocolRefusals.WrongStage("charge", charge.Id, "closed", "opened");
        if (c.Text != charge.Commitment) return RollRefusals.NotThatFile(clause);
        return act.Blobs.Text(c.Text) is null ? ProtocolRefusals.BlobMissing(c.Text) : Decision.Accept(clause, new ChargeFileOpened(charge.Id, c.Text));
    }
}
