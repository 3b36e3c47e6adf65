using Mandate.Organisation.Acts;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Motions;

namespace Mandate.Organisation.Documents;

/// <summary>
/// Sealed documents. When one may open follows from its seal and from what has happened; there is no act that moves its day, and none by
/// which anybody keeps closed what may open.
/// </summary>
internal static class SealRules
{
    public static Decision Seal(State state, Act act, SealDocument c)
    {
        var (rules, clause) = (state.Statutes.At(act.At), DocumentsRules.Clause(state, act));
        if (state.Roll.Member(act.By) is not { InGoodStanding: true }) return ProtocolRefusals.NotYours(clause, "member", act.By);
        if (act.Blobs.Read(c.Sealed) is not { } file) return ProtocolRefusals.BlobMissing(c.Sealed);
        var found = act.Blobs.Seals.Document(file);
        if (found.Fault is { } fault) return DocumentsRefusals.DoesNotHold(clause, "seal", fault);
        if (found.Organisation != state.Founding.Id) return DocumentsRefusals.Disagrees(clause, "organisation", state.Founding.Id, found.Organisation);
        if (state.Documents.All.ContainsKey(found.Id)) return ProtocolRefusals.Taken("document", found.Id);
        if (!state.Documents.Keys.TryGetValue(found.Key, out var key)) return ProtocolRefusals.Unknown("key", found.Key);
        if (!key.Stands) return DocumentsRefusals.KeyNotConfirmed(clause, string.Join(", ", key.Holders.Select(h => h.Person).Where(p => !key.Confirmed.Contains(p))));
        var opens = found.Opens;
        foreach (var place in found.To)
            if (!rules.Bodies.ContainsKey(place) && !rules.Offices.ContainsKey(place)) return ProtocolRefusals.Unknown("body", place);
        foreach (var body in new[] { opens.Session, opens.Decision }.OfType<string>())
            if (!rules.Bodies.ContainsKey(body)) return ProtocolRefusals.Unknown("body", body);
        var last = act.Day.AddYears(DocumentsRules.MostYears);
        if (opens.On > last) return DocumentsRefusals.TooFarAhead(clause, last, opens.On);
        if (opens.On < act.Day) return ProtocolRefusals.Malformed("release", "today or later", opens.On);
        return Decision.Accept(clause, new DocumentSealed(found.Id, found.Title, c.Sealed, found.To, opens, found.Key));
    }

    public static Decision KeepCopy(State state, Act act, KeepCopy c)
    {
        var clause = DocumentsRules.Clause(state, act);
        if (Find(state, clause, c.Document, out var document, out var seal) is { } missing) return missing;
        if (state.Roll.Unit(c.Unit) is null) return ProtocolRefusals.Unknown("unit", c.Unit);
        if (!state.Offices.ServedBy(act.By, act.At).Any(t => t.Seat.Unit == c.Unit)) return ProtocolRefusals.NotYours(clause, c.Unit, act.By);
        if (c.Copy != seal.File) return DocumentsRefusals.Disagrees(clause, "copy", seal.File, c.Copy);
        return seal.Copies.Any(k => k.Unit == c.Unit) ? ProtocolRefusals.Taken("copy", c.Unit) : Decision.Accept(clause, new CopyKept(document.Id, c.Unit));
    }

    public static Decision ShowLife(State state, Act act, GiveSignOfLife c)
    {
        var clause = DocumentsRules.Clause(state, act);
        if (Find(state, clause, c.Document, out var document, out var seal) is { } missing) return missing;
        if (document.Depositor != act.By) return ProtocolRefusals.NotYours(clause, document.Depositor, act.By);
        if (seal.Opens.Silence is null) return DocumentsRefusals.NoSuchCondition(clause, "silence");
        return Openings.Reason(state, document, act.At) is not null ? ProtocolRefusals.WrongStage("document", document.Id, "closed", "may open") : Decision.Accept(clause, new LifeShown(document.Id));
    }

    public static Decision Order(State state, Act act, OrderOpening c)
    {
        var clause = DocumentsRules.Clause(state, act);
        if (Find(state, clause, c.Document, out var document, out var seal) is { } missing) return missing;
        if (seal.Opens.Decision is not { } body) return DocumentsRefusals.NoSuchCondition(clause, "decision");
        if (seal.OrderedAt is not null) return ProtocolRefusals.Taken("decision", document.Id);
        if (c.Motion is null) return act.InNameOf?.Split('@')[0] == body ? Decision.Accept(clause, new OpeningOrdered(document.Id, body, null)) : ProtocolRefusals.NotYours(clause, body, act.By) with { Way = "decide-in-writing" };
        if (state.Motions.Find(c.Motion) is not { } motion) return ProtocolRefusals.Unknown("motion", c.Motion);
        if (motion.Stage != MotionStage.Adopted) return ProtocolRefusals.WrongStage("motion", motion.Id, MotionStage.Adopted.ToString(), motion.Stage.ToString());
        if (state.Sessions.Find(motion.Session)?.Body != body) return DocumentsRefusals.Disagrees(clause, "body", body, state.Sessions.Find(motion.Session)?.Body ?? "");
        return motion.Title.Split([' ', ',', '.', ';', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Contains($"document:{document.Id}", StringComparer.Ordinal)
            ? Decision.Accept(clause, new OpeningOrdered(document.Id, body, motion.Id))
            : DocumentsRefusals.Disagrees(clause, "motion", $"document:{document.Id}", motion.Title);
    }

    public static Decision Lend(State state, Act act, LendShare c)
    {
        var clause = DocumentsRules.Clause(state, act);
        if (Find(state, clause, c.Document, out var document, out var seal) is { } missing) return missing;
        if (document.Text is not null) return ProtocolRefusals.WrongStage("document", document.Id, "closed", "open");
        if (c.Sealed != seal.File) return DocumentsRefusals.Disagrees(clause, "copy", seal.File, c.Sealed);
        if (Openings.Reason(state, document, act.At) is not { } reason) return DocumentsRefusals.NotYetOpen(clause, Openings.Earliest(document));
        if (act.Blobs.Read(seal.File) is not { } file) return ProtocolRefusals.BlobMissing(seal.File);
        if (act.Blobs.Read(c.Share) is not { } share) return ProtocolRefusals.BlobMissing(c.Share);
        var found = act.Blobs.Seals.Share(file, share);
        if (found.Fault is { } fault) return DocumentsRefusals.DoesNotHold(clause, "share", fault);
        return seal.Shares.ContainsKey(found.Holder) ? ProtocolRefusals.Taken("share", found.Holder.ToString(System.Globalization.CultureInfo.InvariantCulture)) : Decision.Accept(clause, new ShareLent(document.Id, found.Holder, c.Share, reason));
    }

    public static Decision Unseal(State state, Act act, UnsealDocument c)
    {
        var clause = DocumentsRules.Clause(state, act);
        if (Find(state, clause, c.Document, out var document, out var seal) is { } missing) return missing;
        if (document.Text is not null) return ProtocolRefusals.WrongStage("document", document.Id, "closed", "open");
        if (c.Sealed != seal.File) return DocumentsRefusals.Disagrees(clause, "copy", seal.File, c.Sealed);
        var threshold = state.Documents.Keys[seal.Key].Threshold;
        if (seal.Shares.Count < threshold) return DocumentsRefusals.TooFewShares(clause, threshold, seal.Shares.Count);
        if (!c.Shares.Each().SequenceEqual(seal.Shares.Values, StringComparer.Ordinal)) return DocumentsRefusals.Disagrees(clause, "shares", string.Join(", ", seal.Shares.Values), string.Join(", ", c.Shares.Each()));
        if (act.Blobs.Read(seal.File) is not { } file) return ProtocolRefusals.BlobMissing(seal.File);
        var shares = new List<ReadOnlyMemory<byte>>();
        foreach (var name in seal.Shares.Values)
        {
            if (act.Blobs.Read(name) is not { } share) return ProtocolRefusals.BlobMissing(name);
            shares.Add(share);
        }
        var (fault, content, fileName) = act.Blobs.Seals.Open(file, shares);
        if (fault is not null) return DocumentsRefusals.DoesNotHold(clause, "content", fault);
        if (c.Content != content) return DocumentsRefusals.OtherText(clause, content, c.Content);
        return act.Blobs.Read(c.Content) is null ? ProtocolRefusals.BlobMissing(c.Content) : Decision.Accept(clause, new DocumentUnsealed(document.Id, content, fileName));
    }

    private static Refusal? Find(State state, string clause, string id, out Document document, out Seal seal)
    {
        seal = null!;
        if (!state.Documents.All.TryGetValue(id, out document!)) return ProtocolRefusals.Unknown("document", id);
        if (document.Seal is null) return DocumentsRefusals.NotSealed(clause, id);
        seal = document.Seal;
        return null;
    }
}
