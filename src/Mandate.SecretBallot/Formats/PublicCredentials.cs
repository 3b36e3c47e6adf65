using System.Collections.Frozen;
using Mandate.SecretBallot.Groups;

namespace Mandate.SecretBallot.Formats;

/// <summary>A public credential and the weight of its vote.</summary>
public sealed record PublicCredential(Element Key, long Weight = 1)
{
    public override string ToString() => Weight == 1 ? Key.Text : Key.Text + "," + Digests.Decimal(Weight);
}

/// <summary>The list of those who may vote, without names (specification 3.1, section 4.8).</summary>
public sealed class PublicCredentials
{
    private readonly FrozenDictionary<string, PublicCredential> byText;

    private PublicCredentials(IReadOnlyList<PublicCredential> list)
    {
        List = list;
        byText = list.ToFrozenDictionary(c => c.Key.Text, StringComparer.Ordinal);
    }

    public IReadOnlyList<PublicCredential> List { get; }

    public long TotalWeight => List.Sum(c => c.Weight);

    public PublicCredential? Find(Element key) => byText.GetValueOrDefault(key.Text);

    /// <summary>Sorted by the group's order, which hides the order in which they were made.</summary>
    public static PublicCredentials Of(Group group, IEnumerable<PublicCredential> credentials)
    {
        var sorted = credentials.ToList();
        sorted.Sort((a, b) => group.Compare(a.Key, b.Key));
        return new(sorted);
    }

    public static PublicCredentials Read(ReadOnlySpan<byte> bytes, Group group) => RecordReader.Of("credentials", bytes).Whole(r =>
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return new PublicCredentials(r.List(x =>
        {
            var text = x.Plain();
            var comma = text.IndexOf(',', StringComparison.Ordinal);
            var keyText = comma < 0 ? text : text[..comma];
            var weight = comma < 0 ? 1 : Digests.ParseDecimal(text.AsSpan(comma + 1));
            if (weight is not { } w || w > 1L << 40) throw x.Fault($"the weight of credential {keyText} is not a number up to 2^40");
            var key = group.Parse(keyText, out var reason) ?? throw x.Fault($"credential {keyText}: {reason}");
            if (!seen.Add(keyText)) throw x.Fault($"credential {keyText} is listed twice");
            return new PublicCredential(key, (long)w);
        }));
    });

    public override string ToString() => new RecordWriter().List(List, (w, c) => w.Quoted(c.ToString())).ToString();
}
