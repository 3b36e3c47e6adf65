using System.Collections.Frozen;
using Mandate.SecretBallot.Groups;
using Mandate.SecretBallot.Versions;

namespace Mandate.SecretBallot.Formats;

/// <summary>A public credential and the weight of its vote.</summary>
public sealed record PublicCredential(Element Key, long Weight = 1)
{
    public override string ToString() => Weight == 1 ? Key.Text : Key.Text + "," + Digests.Decimal(Weight);
}

/// <summary>The list of those who may vote, without names (specification 3.1, section 4.8).</summary>
public sealed class PublicCredentials
{
    internal const long LargestWeight = 1L << 40;

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

    public static PublicCredentials Read(ReadOnlySpan<byte> bytes, Group group, Profile? profile = null) => RecordReader.Of("credentials", bytes).Whole(r =>
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return new PublicCredentials(r.List(x =>
        {
            var credential = (profile ?? Profile.First).ReadCredential(x, group);
            if (credential.Key.Equals(group.Identity)) throw x.Fault("a credential is the neutral element, with which anybody can sign");
            return seen.Add(credential.Key.Text) ? credential : throw x.Fault($"credential {credential.Key.Text} is listed twice");
        }));
    });

    public override string ToString() => new RecordWriter().List(List, (w, c) => w.Quoted(c.ToString())).ToString();
}
