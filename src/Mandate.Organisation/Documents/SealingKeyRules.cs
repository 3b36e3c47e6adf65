using Mandate.Organisation.Acts;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Roll;

namespace Mandate.Organisation.Documents;

/// <summary>Keys to seal documents to. No camp and no body may be able to open with them alone, or to keep closed what is sealed to them.</summary>
internal static class SealingKeyRules
{
    private const int LongestCamp = 100;

    public static Decision Prepare(State state, Act act, PrepareKey c)
    {
        var clause = DocumentsRules.Clause(state, act);
        if (state.Roll.Member(act.By) is not { InGoodStanding: true }) return ProtocolRefusals.NotYours(clause, "member", act.By);
        if (state.Documents.Keys.ContainsKey(c.Record)) return ProtocolRefusals.Taken("key", c.Record);
        if (act.Blobs.Read(c.Record) is not { } record) return ProtocolRefusals.BlobMissing(c.Record);
        var key = act.Blobs.Seals.Key(record);
        if (key.Fault is { } fault) return DocumentsRefusals.DoesNotHold(clause, "key", fault);
        var holders = c.Holders.Each();
        if (holders.Length != key.Holders) return DocumentsRefusals.Disagrees(clause, "holders", key.Holders, holders.Length);
        foreach (var holder in holders)
        {
            if (state.Roll.Member(holder.Person) is null) return ProtocolRefusals.Unknown("person", holder.Person);
            if (string.IsNullOrWhiteSpace(holder.Camp) || holder.Camp.Length > LongestCamp) return ProtocolRefusals.Malformed("camp", $"1 to {LongestCamp} characters", holder.Camp);
        }
        if (holders.GroupBy(h => h.Person, StringComparer.Ordinal).FirstOrDefault(g => g.Skip(1).Any()) is { } twice) return ProtocolRefusals.Taken("holder", twice.Key);
        return Balance(state, act, clause, holders, key.Threshold) is { } tipped ? tipped : Decision.Accept(clause, new KeyPrepared(c.Record, key.Threshold, holders));
    }

    public static Decision Confirm(State state, Act act, ConfirmKey c)
    {
        var clause = DocumentsRules.Clause(state, act);
        if (!state.Documents.Keys.TryGetValue(c.Key, out var key)) return ProtocolRefusals.Unknown("key", c.Key);
        if (key.Holders.All(h => h.Person != act.By)) return ProtocolRefusals.NotYours(clause, string.Join(", ", key.Holders.Select(h => h.Person)), act.By);
        if (key.Confirmed.Contains(act.By)) return ProtocolRefusals.Taken("confirmation", act.By);
        // Offices may have changed hands since it was prepared.
        return Balance(state, act, clause, key.Holders, key.Threshold) is { } tipped ? tipped : Decision.Accept(clause, new KeyConfirmed(c.Key, act.By));
    }

    public static Decision Show(State state, Act act, GiveSignOfHolding c)
    {
        var clause = DocumentsRules.Clause(state, act);
        if (!state.Documents.Keys.TryGetValue(c.Key, out var key)) return ProtocolRefusals.Unknown("key", c.Key);
        if (act.Blobs.Read(c.Key) is not { } record) return ProtocolRefusals.BlobMissing(c.Key);
        if (act.Blobs.Read(c.Sign) is not { } sign) return ProtocolRefusals.BlobMissing(c.Sign);
        var found = act.Blobs.Seals.Sign(record, sign);
        if (found.Fault is { } fault) return DocumentsRefusals.DoesNotHold(clause, "sign", fault);
        if (found.On is not { } on || on > act.Day || on <= key.LastSign(found.Holder)) return DocumentsRefusals.Disagrees(clause, "day", act.Day, found.On ?? default);
        return Decision.Accept(clause, new HoldingShown(c.Key, found.Holder, on));
    }

    /// <summary>A camp as it was named, and every standing body or office as it is held now.</summary>
    private static Refusal? Balance(State state, Act act, string clause, IEnumerable<KeyHolder> holders, int threshold)
    {
        var all = holders.ToList();
        var camps = all.Select(h => (h.Camp, h.Person))
            .Concat(all.SelectMany(h => state.Offices.HeldBy(h.Person, act.At).Where(t => t.Session is null).Select(t => t.Seat.Of).Distinct(StringComparer.Ordinal).Select(place => (Camp: place, h.Person))))
            .Distinct().GroupBy(h => h.Camp, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal);
        foreach (var camp in camps)
        {
            if (camp.Count() >= threshold) return DocumentsRefusals.CampOpens(clause, camp.Key, threshold - 1, camp.Count());
            if (camp.Count() > all.Count - threshold) return DocumentsRefusals.CampBlocks(clause, camp.Key, all.Count - threshold, camp.Count());
        }
        return null;
    }
}
