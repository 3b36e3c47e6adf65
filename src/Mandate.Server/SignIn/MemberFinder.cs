using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Mandate.Organisation.Roll;
using Mandate.Server.Keeping;

namespace Mandate.Server.SignIn;

/// <summary>
/// Whom an address or a number belongs to. The vault is opened once for each state of the roll; what is kept of it in memory are hashes under a key of
/// this run, not addresses.
/// </summary>
public sealed class MemberFinder
{
    private static readonly string[] Fields = ["email", "number"];

    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);
    private readonly ConditionalWeakTable<RollState, Lazy<ILookup<string, string>>> found = [];

    /// <summary>The members, and those who were expelled and still have their file, who have that value in that field of their personal data, by id; capitals count as small letters.</summary>
    /// <param name="field"><c>email</c> or <c>number</c>.</param>
    public ImmutableArray<string> Find(IKept kept, string field, string value)
    {
        var state = kept.State;
        var known = found.GetValue(state.Roll, roll => new(() => Read(kept, roll))).Value;
        return [.. known[Hash(field, value)].Where(p => state.Roll.Member(p) is { Counts: true } || FormerMembers.Keeps(state, p, DateOnly.FromDateTime(kept.Now.UtcDateTime))).Order(StringComparer.Ordinal)];
    }

    private ILookup<string, string> Read(IKept kept, RollState roll) => (
        from person in roll.Members.Keys
        let personal = kept.Personal(person)
        where personal is not null
        from field in Fields
        where personal.ContainsKey(field)
        select (Hash: Hash(field, personal[field]), Person: person)).ToLookup(x => x.Hash, x => x.Person, StringComparer.Ordinal);

    private string Hash(string field, string value) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{field}\n{value.Trim().ToUpperInvariant()}")).AsSpan(0, 16));
}
