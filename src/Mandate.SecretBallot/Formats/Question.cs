namespace Mandate.SecretBallot.Formats;

/// <summary>A question of an election (specification 3.1, section 4.10).</summary>
/// <param name="Extra">JSON that the specification leaves to the counting rule; null where absent.</param>
public abstract record Question(string Text, string? Extra = null)
{
    internal abstract void Write(RecordWriter w);

    private protected string Tail => (Extra is null ? "" : ",\"extra\":" + Extra) + "}";
}

/// <summary>Choose between <paramref name="Min"/> and <paramref name="Max"/> of the answers, or, where allowed, cast a blank vote.</summary>
public sealed record ChoiceQuestion(IReadOnlyList<string> Answers, bool Blank, int Min, int Max, string Text, string? Extra = null) : Question(Text, Extra)
{
    /// <summary>Number of ciphertexts: the blank one, where allowed, stands first.</summary>
    public int Width => Answers.Count + (Blank ? 1 : 0);

    /// <summary>Wrapped like the other kinds only where it carries something extra.</summary>
    internal override void Write(RecordWriter w) => w.Raw(Extra is null ? "" : "{\"type\":\"Homomorphic\",\"value\":")
        .Raw("{\"answers\":").List(Answers, (x, a) => x.Text(a)).Raw(Blank ? ",\"blank\":true" : "")
        .Raw(",\"min\":").Number(Min).Raw(",\"max\":").Number(Max).Raw(",\"question\":").Text(Text).Raw("}").Raw(Extra is null ? "" : Tail);
}

/// <summary>A number for each answer (ranks, grades), read after mixing; what is a valid ranking is the counting rule's business.</summary>
public sealed record RankingQuestion(IReadOnlyList<string> Answers, string Text, string? Extra = null) : Question(Text, Extra)
{
    internal override void Write(RecordWriter w) => w.Raw("{\"type\":\"NonHomomorphic\",\"value\":{\"answers\":").List(Answers, (x, a) => x.Text(a))
        .Raw(",\"question\":").Text(Text).Raw("}").Raw(Tail);
}

/// <summary>Exactly one list and at least one of its candidates. The first text of each list is the list's name.</summary>
public sealed record ListsQuestion(IReadOnlyList<IReadOnlyList<string>> Lists, string Text, string? Extra = null) : Question(Text, Extra)
{
    internal override void Write(RecordWriter w) => w.Raw("{\"type\":\"Lists\",\"value\":{\"answers\":")
        .List(Lists, (x, l) => x.List(l, (z, a) => z.Text(a))).Raw(",\"question\":").Text(Text).Raw("}").Raw(Tail);
}
