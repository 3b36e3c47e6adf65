using Mandate.SecretBallot.Groups;
using Mandate.SecretBallot.Proofs;
using Mandate.SecretBallot.Versions;

namespace Mandate.SecretBallot.Formats;

/// <summary>What belongs to one question: one row per list of a lists question, one row for any other.</summary>
/// <param name="Nested">Whether the rows are written as lists of their own.</param>
public sealed record Rows<T>(IReadOnlyList<IReadOnlyList<T>> Items, bool Nested)
{
    public IEnumerable<T> Flat => Items.SelectMany(r => r);

    public Rows<TOther> Select<TOther>(Func<T, TOther> change) => new([.. Items.Select(r => r.Select(change).ToArray())], Nested);

    internal void Write(RecordWriter w, Action<RecordWriter, T> write)
    {
        if (Nested) w.List(Items, (x, row) => x.List(row, write));
        else w.List(Items[0], write);
    }

    /// <summary>Reads a value of the same shape.</summary>
    internal Rows<TOther> ReadAlike<TOther>(RecordReader r, Func<RecordReader, TOther> read)
    {
        TOther[] Row(RecordReader x, int i) => x.Exactly(Items[i].Count, "entries", (y, _) => read(y));
        return new(Nested ? r.Exactly(Items.Count, "lists", Row) : [Row(r, 0)], Nested);
    }
}

/// <summary>The encrypted tally: one entry per question (specification 3.1, section 4.18).</summary>
public sealed record EncryptedTally(IReadOnlyList<Rows<Ciphertext>> Questions)
{
    public override string ToString() => new RecordWriter().List(Questions, (w, q) => q.Write(w, (x, c) => x.Ciphertext(c))).ToString();

    /// <summary>The same with the rankings replaced by shuffled ones.</summary>
    internal EncryptedTally WithRankings(Election election, IReadOnlyList<IReadOnlyList<Ciphertext>> shuffled)
    {
        var next = 0;
        return new([.. Questions.Select((q, i) => election.Questions[i] is RankingQuestion ? new Rows<Ciphertext>([shuffled[next++]], Nested: false) : q)]);
    }

    internal IReadOnlyList<IReadOnlyList<Ciphertext>> Rankings(Election election) =>
        [.. Questions.Where((_, i) => election.Questions[i] is RankingQuestion).Select(q => q.Items[0])];
}

/// <summary>The tally's number of ballots and their weight, with the hash of the tally.</summary>
public sealed record SizedTally(long Ballots, long TotalWeight, string TallyHash)
{
    internal static SizedTally Read(RecordReader r)
    {
        r.Expect("{\"num_tallied\":");
        var ballots = r.Number();
        r.Expect(",\"total_weight\":");
        var weight = r.Number();
        r.Expect(",\"encrypted_tally\":");
        var hash = r.Hash();
        r.Expect("}");
        return new(ballots, weight, hash);
    }

    public override string ToString() => new RecordWriter().Raw("{\"num_tallied\":").Number(Ballots).Raw(",\"total_weight\":").Number(TotalWeight)
        .Raw(",\"encrypted_tally\":").Quoted(TallyHash).Raw("}").ToString();
}

/// <summary>Whose a shuffle or a partial decryption is.</summary>
public sealed record Owned(int Owner, string Payload)
{
    internal static Owned Read(RecordReader r)
    {
        r.Expect("{\"owner\":");
        var owner = r.Int32(1, int.MaxValue);
        r.Expect(",\"payload\":");
        var payload = r.Hash();
        r.Expect("}");
        return new(owner, payload);
    }

    public override string ToString() => new RecordWriter().Raw("{\"owner\":").Number(Owner).Raw(",\"payload\":").Quoted(Payload).Raw("}").ToString();
}

/// <summary>A trustee's share of the decryption, in the shape of the tally (specification 4.20).</summary>
public sealed record PartialDecryption(IReadOnlyList<Rows<Element>> Factors, IReadOnlyList<Rows<Proof>> Proofs)
{
    /// <summary>The trustee's signature, where the version has one.</summary>
    internal SignedRecord? Signed { get; init; }

    internal static PartialDecryption Read(string what, ReadOnlySpan<byte> bytes, EncryptedTally tally, Election election) =>
        RecordReader.Of(what, bytes).Whole(r => election.Profile.ReadDecryption(r, tally, election.Group));

    public override string ToString() => new RecordWriter().Raw("{\"decryption_factors\":").List(Factors, (w, q) => q.Write(w, (x, f) => x.Element(f)))
        .Raw(",\"decryption_proofs\":").List(Proofs, (w, q) => q.Write(w, (x, p) => x.Proof(p))).Raw("}").ToString();
}

/// <summary>
/// The result: for a choice question one row of counts, for a lists question a row per list (its own count first), for a ranking a row
/// per ballot, in an order that tells nothing.
/// </summary>
public sealed record ElectionResult(IReadOnlyList<Rows<long>> Questions)
{
    internal static ElectionResult Read(ReadOnlySpan<byte> bytes, Election election, EncryptedTally tally) => RecordReader.Of("result", bytes).Whole(r =>
    {
        r.Expect("{\"result\":");
        var questions = r.Exactly(tally.Questions.Count, "questions", (x, i) => election.Questions[i] is RankingQuestion q
            ? new Rows<long>(x.Exactly(tally.Questions[i].Items[0].Count, "rankings", (y, _) => y.Exactly(q.Answers.Count, "numbers", (z, _) => z.Number())), Nested: true)
            : tally.Questions[i].ReadAlike(x, y => y.Number()));
        r.Expect("}");
        return new ElectionResult(questions);
    });

    public override string ToString() => new RecordWriter().Raw("{\"result\":").List(Questions, (w, q) => q.Write(w, (x, n) => x.Number(n))).Raw("}").ToString();
}
