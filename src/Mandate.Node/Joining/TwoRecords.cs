using System.Collections.Immutable;
using Mandate.Node.Encodings;
using Mandate.Organisation;
using Mandate.Organisation.Acts;

namespace Mandate.Node.Joining;

/// <summary>An entry that only the other record has, and what the rules here would answer to its act now.</summary>
/// <param name="Refusal">Why it would not be accepted; null where it would be.</param>
public sealed record OtherEntry(long Index, Entry Entry, Refusal? Refusal);

/// <summary>
/// Two records of one organisation, of which a unit took one away and went on with it (requirement S026). They are compared entry by entry; what the other has done since
/// is put to the rules here, one act after another, as a trial. Nothing is merged, nothing is overwritten and nothing is written: whoever did an act has to do it here again.
/// </summary>
/// <param name="Common">Entries that both have, from the first on.</param>
/// <param name="Own">Entries that only this one has after them.</param>
/// <param name="Others">Those that only the other has.</param>
public sealed record TwoRecords(long Common, long Own, ImmutableArray<OtherEntry> Others)
{
    /// <summary>Both went on from the same point: a fork.</summary>
    public bool Forked => Own > 0 && !Others.IsEmpty;

    public static TwoRecords Of(OrganisationNode here, OrganisationNode other)
    {
        var common = 0L;
        using (var mine = here.Entries().GetEnumerator())
        using (var theirs = other.Entries().GetEnumerator())
            while (mine.MoveNext() && theirs.MoveNext() && EntryText.Encode(mine.Current.Entry).AsSpan().SequenceEqual(EntryText.Encode(theirs.Current.Entry))) common++;
        var (state, at) = (here.State, here.Now);
        var blobs = new Blobs(name => other.Blobs.Read(name) ?? here.Blobs.Read(name), Boxes.BoxReading.Contents, Boxes.SealReading.Instance);
        var others = ImmutableArray.CreateBuilder<OtherEntry>();
        foreach (var (index, entry) in other.Entries(common))
        {
            // Under whoever did it there, by pseudonym where it was one: the signature under it stays with the entry in the other record.
            var decision = Decider.Decide(state, new Act(entry.Id, at, entry.By, entry.Command) { SignedWith = state.Trust.Counting(entry.By, at)?.Key, Blobs = blobs });
            others.Add(new(index, entry, (decision as Decision.Refused)?.Refusal));
            if (decision is Decision.Accepted accepted) state = Decider.Evolve(state, accepted.Events, new Occasion(state.Size, at, entry.By, blobs));
        }
        return new(common, here.State.Size - common, others.ToImmutable());
    }
}
