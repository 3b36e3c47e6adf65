using System.Collections.Concurrent;
using System.Text;
using Mandate.SecretBallot.Archives;
using Mandate.SecretBallot.Formats;
using Mandate.SecretBallot.Making;
using Mandate.SecretBallot.Verification;

namespace Mandate.Node.Boxes;

/// <summary>What became of a ballot, or of a trustee's work, that was brought to a box.</summary>
/// <param name="Fault">Why it was not taken; null where it was.</param>
/// <param name="Number">The ballot's number, by which its voter finds it again.</param>
/// <param name="Head">The head of the box with it.</param>
public sealed record BoxAnswer(string? Fault, string Number, string Head)
{
    public static BoxAnswer Refused(string fault) => new(fault, "", "");
}

/// <summary>
/// The public box of one vote: an archive that only grows. A ballot is checked by everything that the verifier would check, and is on the
/// disk before it is acknowledged. Whoever brings it says no name, and none is asked or kept.
/// </summary>
public sealed class BallotBoard : IDisposable
{
    private readonly string file;
    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly ConcurrentQueue<Waiting> queue = new();
    private readonly Dictionary<string, (int Height, string Credential)> trackers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> last = new(StringComparer.Ordinal);
    private FileStream stream = null!;
    private ArchiveWriter writer = null!;
    private bool deskOnly;

    private BallotBoard(string file)
    {
        this.file = file;
        Load();
    }

    public Election Election { get; private set; } = null!;

    public PublicCredentials Credentials { get; private set; } = null!;

    /// <summary>Hash of the last event.</summary>
    public string Head { get; private set; } = "";

    /// <summary>Ballots in the box, replaced ones with them.</summary>
    public int Ballots { get; private set; }

    /// <summary>Ballots that count: the last of each voter.</summary>
    public int Voters => last.Count;

    /// <summary>The last kind of event.</summary>
    public EventKind Stage { get; private set; }

    /// <summary>Bytes of the archive that are on the disk.</summary>
    public long Length { get; private set; }

    /// <summary>The hash of the event that closed it; null before.</summary>
    public string? ClosedHead { get; private set; }

    public bool IsOpen => Stage is EventKind.Setup or EventKind.Ballot;

    /// <summary>Opens a box, made of its setup where there is none yet. What a failing machine has left half written is cut off: it was never acknowledged.</summary>
    public static BallotBoard Open(string file, ReadOnlyMemory<byte> setup)
    {
        if (!File.Exists(file)) Replace(file, setup.Span);
        using (var read = new FileStream(file, FileMode.Open, FileAccess.ReadWrite))
        {
            var whole = ArchiveReader.LengthOfWholeEvents(read);
            if (whole < read.Length)
            {
                read.SetLength(whole);
                read.Flush(flushToDisk: true);
            }
        }
        return new(file);
    }

    /// <summary>Takes a ballot in, or says why not. Many come at once: their checks run side by side, and one flush makes a whole batch durable.</summary>
    /// <param name="desk">It is brought at the desk, where votes are taken to the end.</param>
    public async Task<BoxAnswer> TakeAsync(ReadOnlyMemory<byte> ballot, bool desk = false)
    {
        Ballot read;
        try
        {
            read = Ballot.Read("ballot", ballot.Span, Election);
        }
        catch (RecordException e)
        {
            return BoxAnswer.Refused(e.Message);
        }
        if (BallotChecks.Check(read, Election, Credentials) is { } fault) return BoxAnswer.Refused(fault);
        var waiting = new Waiting(read, desk);
        queue.Enqueue(waiting);
        await writing.WaitAsync();
        try
        {
            if (waiting.Answer is null) Drain();
        }
        finally
        {
            writing.Release();
        }
        return waiting.Answer!;
    }

    /// <summary>From now on ballots are taken at the desk only, or again from everywhere.</summary>
    public async Task SetDeskOnlyAsync(bool only)
    {
        await writing.WaitAsync();
        deskOnly = only;
        writing.Release();
    }

    /// <summary>Closes the box and adds the ballots up, still sealed. Closing it again changes nothing.</summary>
    public async Task<string> CloseAsync()
    {
        await writing.WaitAsync();
        try
        {
            if (IsOpen)
            {
                writer.EndBallots();
                ClosedHead = writer.Head;
                Commit(EventKind.EndBallots);
            }
            if (Stage == EventKind.EndBallots)
            {
                var box = Read();
                var (tally, ballots, weight) = Tallying.Encrypted(box.Election, box.Credentials, box.Ballots);
                writer.EncryptedTally(tally, ballots, weight);
                Commit(EventKind.EncryptedTally);
            }
            return ClosedHead!;
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>A trustee's share of the decryption. When enough are there the result follows.</summary>
    public Task<BoxAnswer> DecryptAsync(ReadOnlyMemory<byte> share) => StepAsync(box =>
    {
        if (box.Tally is null) return "the box is not closed";
        if (box.Result is not null) return "the box has its result";
        if (box.Election.HasRankings && Stage is EventKind.EncryptedTally or EventKind.Shuffle) return "the rankings have not been shuffled by enough trustees";
        var part = box.ReadDecryption("share", share.Span);
        if (Tallying.OwnerOf(box.Election, box.Trustees, box.Tally, part) is not { } owner) return "its proofs hold for no trustee of this box and these ballots";
        if (!box.Decryptions.ContainsKey(owner)) writer.PartialDecryption(owner, part);
        else return $"trustee {owner} has decrypted already";
        var parts = new Dictionary<int, PartialDecryption>(box.Decryptions) { [owner] = part };
        if (CanOpen(box, parts)) writer.Result(Tallying.Result(box.Election, box.Trustees, parts, box.Tally, box.Counted.Weight));
        return null;
    });

    /// <summary>A longer archive made elsewhere, by shuffles, decryptions or the result: it must begin with this one, byte for byte, and verify.</summary>
    /// <param name="by">The trustee who brings it, from one, 0 for somebody else: nobody signs a shuffle, so each brings their own. Null asks nobody.</param>
    public async Task<BoxAnswer> ExtendAsync(ReadOnlyMemory<byte> longer, int? by = null)
    {
        if (IsOpen) return BoxAnswer.Refused("the box is still open");
        // Verified before the others wait for it.
        if (BoxReading.Contents(longer).Fault is { } fault) return BoxAnswer.Refused(fault);
        await writing.WaitAsync();
        try
        {
            if (longer.Length <= Length || !longer.Span.StartsWith(Bytes())) return BoxAnswer.Refused("it does not continue the archive as it stands here; take the newest and do the step again");
            var done = Read().Shufflers.Count;
            foreach (var owner in BallotBox.Of(ArchiveReader.Read(new MemoryStream(longer.ToArray()))).Shufflers.Skip(done))
                if (by is { } bringer && bringer != owner) return BoxAnswer.Refused($"a shuffle is brought by the trustee who made it, and this one is said to be of trustee {owner}");
            stream.Dispose();
            Replace(file, longer.Span);
            Load();
            // As many as the key needs: no camp has so many, so that one shuffle at least is another camp's.
            if (Stage == EventKind.Shuffle && Read() is { Trustees: [ThresholdTrustees group] } box && box.Shufflers.Distinct().Count() >= group.Threshold)
            {
                writer.EndShuffles();
                Commit(EventKind.EndShuffles);
            }
            return new(null, "", Head);
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>The archive as it is on the disk.</summary>
    public byte[] Bytes()
    {
        // The length first: the archive only grows, so that a file opened later holds as much at least.
        var bytes = new byte[Length];
        using var read = OpenRead();
        read.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Writes the archive out, piece by piece: anybody may ask for it, and it may be large.</summary>
    public async Task CopyToAsync(Stream to, CancellationToken cancel = default)
    {
        var left = Length;
        await using var read = OpenRead();
        var buffer = new byte[1 << 16];
        while (left > 0)
        {
            var piece = buffer.AsMemory(0, (int)Math.Min(buffer.Length, left));
            await read.ReadExactlyAsync(piece, cancel);
            await to.WriteAsync(piece, cancel);
            left -= piece.Length;
        }
    }

    /// <summary>Whether a ballot is in the box, as which event, and whether it counts; null where there is none of that number.</summary>
    public (int Height, bool Counts)? Find(string number)
    {
        lock (trackers)
            return trackers.TryGetValue(number, out var found) ? (found.Height, last[found.Credential] == number) : null;
    }

    public void Dispose()
    {
        stream.Dispose();
        writing.Dispose();
    }

    private FileStream OpenRead() => new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    private void Drain()
    {
        var batch = new List<Waiting>();
        while (queue.TryDequeue(out var waiting)) batch.Add(waiting);
        var answers = new List<BoxAnswer>(batch.Count);
        try
        {
            foreach (var waiting in batch) answers.Add(Take(waiting));
            if (answers.Exists(a => a.Fault is null)) Commit(EventKind.Ballot);
        }
        catch (IOException)
        {
            // Nothing of the batch is acknowledged, so nothing of it may stay: whoever brings a ballot again must not find it taken.
            Reload(Length);
            answers = [.. batch.Select(_ => BoxAnswer.Refused("the box could not be written; nothing was taken, bring the ballot again"))];
        }
        foreach (var (waiting, answer) in batch.Zip(answers)) waiting.Answer = answer;
    }

    private BoxAnswer Take(Waiting waiting)
    {
        if (!IsOpen) return BoxAnswer.Refused("the box is closed");
        if (deskOnly && !waiting.Desk) return BoxAnswer.Refused("ballots are taken at the desk only now");
        if (Find(waiting.Ballot.Tracker) is not null) return BoxAnswer.Refused("this ballot is in the box already");
        writer.Ballot(waiting.Ballot);
        Count(waiting.Ballot);
        return new(null, waiting.Ballot.Tracker, writer.Head!);
    }

    private async Task<BoxAnswer> StepAsync(Func<BallotBox, string?> step)
    {
        await writing.WaitAsync();
        var (before, head) = (Length, Head);
        try
        {
            string? fault;
            try
            {
                fault = step(Read());
            }
            catch (Exception e) when (e is RecordException or ArgumentException)
            {
                fault = e.Message;
            }
            if (fault is not null)
            {
                if (stream.Length != before || writer.Head != head) Reload(before);
                return BoxAnswer.Refused(fault);
            }
            stream.Flush(flushToDisk: true);
            Reload(stream.Length);
            return new(null, "", Head);
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>Reads the box anew, without what follows that length.</summary>
    private void Reload(long length)
    {
        try
        {
            stream.Dispose();
        }
        catch (IOException)
        {
            // What could not be written before cannot now either, and is cut off below.
        }
        using (var cut = new FileStream(file, FileMode.Open, FileAccess.Write))
            if (cut.Length > length) cut.SetLength(length);
        Load();
    }

    private void Load()
    {
        stream = new(file, FileMode.Open, FileAccess.ReadWrite, FileShare.Read, 1 << 16);
        var archive = ArchiveReader.Read(stream);
        var box = BallotBox.Of(archive);
        (Election, Credentials, Head, Stage, Length) = (box.Election, box.Credentials, archive.Head, box.Stage, stream.Length);
        lock (trackers) trackers.Clear();
        last.Clear();
        Ballots = 0;
        foreach (var ballot in box.Ballots) Count(ballot);
        ClosedHead = archive.Events.FirstOrDefault(e => e.Kind == EventKind.EndBallots) is { } end ? BoxReading.Hash(end) : null;
        stream.Seek(0, SeekOrigin.End);
        writer = ArchiveWriter.Continue(stream, archive);
    }

    private void Count(Ballot ballot)
    {
        Ballots++;
        lock (trackers)
        {
            trackers[ballot.Tracker] = (Ballots, ballot.Credential.Text);
            last[ballot.Credential.Text] = ballot.Tracker;
        }
    }

    private void Commit(EventKind stage)
    {
        stream.Flush(flushToDisk: true);
        (Stage, Head, Length) = (stage, writer.Head!, stream.Length);
    }

    private BallotBox Read()
    {
        using var read = new MemoryStream(Bytes(), writable: false);
        return BallotBox.Of(ArchiveReader.Read(read));
    }

    private static bool CanOpen(BallotBox box, Dictionary<int, PartialDecryption> parts)
    {
        var first = 1;
        foreach (var item in box.Trustees)
        {
            if (Enumerable.Range(first, item.Keys.Count).Count(parts.ContainsKey) < item.Needed) return false;
            first += item.Keys.Count;
        }
        return true;
    }

    private static void Replace(string file, ReadOnlySpan<byte> bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var next = file + ".new";
        using (var to = new FileStream(next, FileMode.Create, FileAccess.Write))
        {
            to.Write(bytes);
            to.Flush(flushToDisk: true);
        }
        File.Move(next, file, overwrite: true);
    }

    private sealed record Waiting(Ballot Ballot, bool Desk)
    {
        public BoxAnswer? Answer { get; set; }
    }
}
