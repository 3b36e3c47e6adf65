using System.Collections.Immutable;
using System.Globalization;
using Mandate.Node.Encodings;
using Mandate.Node.Sequencing;
using Mandate.Node.Stores;
using Mandate.Organisation;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Founding;
using Mandate.Organisation.Trust;

namespace Mandate.Node.Rehearsals;

/// <summary>
/// Plays an organisation's record again as a rehearsal, under another key: its first entry says that it is one, every later act is
/// decided anew, and its clock stands where the organisation's is. The organisation is only read.
/// </summary>
internal static class RehearsalCopy
{
    private const int Batch = 2048;

    /// <exception cref="StoreFaultException">The organisation has no record yet, or an act of it cannot be repeated in a rehearsal.</exception>
    public static void Make(OrganisationNode source, OrganisationFolder folder)
    {
        var state = source.State;
        using (var store = SqliteStore.Create(folder.LogFile))
        using (var record = CheckpointFile.Create(folder.RecordFile))
        {
            var log = SignedLog.Begin(store, record, folder.ReadSigner());
            foreach (var batch in Entries(source, state.Size).Chunk(Batch)) log.Append(batch);
            store.KeepCheckpoint(new(log.Size, log.Checkpoint));
        }
        using var vault = folder.OpenVault();
        // Under keys of its own: who stands in somebody's place here learns nothing of what that person did under a pseudonym there.
        vault.Keep(Shown(state).Select(p => (Person: p, Fields: source.Vault?.Read(p))).Where(p => p.Fields is not null).Select(p => KeyValuePair.Create(p.Person, Few(p.Fields!))));
    }

    private static IEnumerable<NewEntry> Entries(OrganisationNode source, long size)
    {
        var blobs = source.Blobs;
        var reading = new Blobs(name => blobs.Read(name) ?? ReadOnlyMemory<byte>.Empty, Boxes.BoxReading.Contents);
        var state = State.Empty;
        var now = source.Now;
        foreach (var (index, entry) in source.Entries(0, (int)size))
        {
            // Whose signatures are believed, and which witnesses are asked, is the real record's own affair.
            if (entry.Command is TrustCommand) continue;
            if (state.Founding.Clock is { } clock && entry.At > clock) yield return Clock(ref state, entry.At);
            var command = entry.Command is OpenFounding open ? open with { Rehearsal = true } : entry.Command;
            yield return Put(ref state, new Act(entry.Id, entry.At, entry.By, command) { Blobs = reading }, [.. entry.Blobs.Select(b => (Name: b, Bytes: blobs.Read(b))).Where(b => b.Bytes is not null).Select(b => KeyValuePair.Create(b.Name, b.Bytes!.Value))], index);
        }
        if (state.Size == 0) throw new StoreFaultException("there is nothing to rehearse: its record is empty");
        if (state.Founding.Clock is { } last && now > last) yield return Clock(ref state, now);
    }

    private static NewEntry Clock(ref State state, DateTimeOffset to)
    {
        var act = new Act(string.Create(CultureInfo.InvariantCulture, $"rehearsal-clock-{state.Size}"), state.Founding.Clock!.Value, state.Founding.Founders[0], new AdvanceClock(to));
        return Put(ref state, act, [], state.Size);
    }

    private static NewEntry Put(ref State state, Act act, ImmutableArray<KeyValuePair<string, ReadOnlyMemory<byte>>> blobs, long index)
    {
        if (Decider.Decide(state, act) is not Decision.Accepted accepted)
            throw new StoreFaultException($"entry {index} ({act.Command.GetType().Name}) cannot be repeated in a rehearsal: {((Decision.Refused)Decider.Decide(state, act)).Refusal.Code}");
        var entry = new Entry(act.Id, act.At, act.By, act.Command, accepted.Clause, accepted.Events, Engine.Version) { Blobs = [.. blobs.Select(b => b.Key)] };
        state = Decider.Evolve(state, accepted.Events, entry.Occasion(state.Size, act.Blobs));
        return new(entry.Id, EntryText.Encode(entry), blobs);
    }

    /// <summary>Those whom papers and pages name: in office or once in it, founders, candidates, movers. Other members stay ids.</summary>
    private static IEnumerable<string> Shown(State state) => state.Offices.Tenures.Values.Select(t => t.Person)
        .Concat(state.Founding.Founders)
        .Concat(state.Votes.All.Values.SelectMany(v => v.Candidates.Keys))
        .Concat(state.Motions.All.Values.SelectMany(m => m.Amendments.Select(a => a.Mover).Append(m.Mover)))
        .Distinct(StringComparer.Ordinal);

    /// <summary>What the desk needs to find them. No address: nothing can be sent to anybody from a rehearsal.</summary>
    private static ImmutableSortedDictionary<string, string> Few(ImmutableSortedDictionary<string, string> fields) =>
        fields.Where(f => f.Key is "name" or "number").ToImmutableSortedDictionary(StringComparer.Ordinal);
}
