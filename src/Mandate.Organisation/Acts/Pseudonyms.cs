using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Mandate.Organisation.Acts;

/// <summary>
/// The name under which a member appears in one matter (a vote, the nominations of an election, a petition): <c>~</c> and 32 hexadecimal
/// digits. Whoever keeps the vault can make it, and the member can; from two matters nobody else can tell that it is the same person.
/// </summary>
/// <param name="person">Id on the roll.</param>
/// <param name="matter">See <see cref="Pseudonyms"/>.</param>
/// <returns>Null where the key of the person is not at hand.</returns>
public delegate string? Naming(string person, string matter);

/// <summary>Pseudonyms, and the registers of them that open with a matter.</summary>
public static class Pseudonyms
{
    private const int Digits = 32;

    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdef");

    /// <summary>The matter of nominating for an election.</summary>
    public static string Nominations(string vote) => "nominations/" + vote;

    /// <summary>The matter of voting.</summary>
    public static string Vote(string vote) => "vote/" + vote;

    /// <summary>The matter of signing a petition.</summary>
    public static string Petition(string petition) => "petition/" + petition;

    /// <summary>The matter of raising a concern.</summary>
    public static string Concern(string concern) => "concern/" + concern;

    /// <summary>The matter of demanding that a body be convened.</summary>
    public static string Demand(string demand) => "demand/" + demand;

    /// <summary>The matter of belonging to a tendency.</summary>
    /// <param name="opening">How often its register was opened anew.</param>
    public static string Tendency(string tendency, int opening = 0) => opening == 0 ? "tendency/" + tendency : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"tendency/{tendency}#{opening}");

    /// <summary>The matter of a consultation that its parties can prove.</summary>
    public static string Joint(string joint) => "joint/" + joint;

    /// <summary>The matter of complaining.</summary>
    public static string Complaint(string complaint) => "complaint/" + complaint;

    /// <summary>The matter of asking that measures against a unit's members stand still.</summary>
    public static string Stay(string stay) => "stay/" + stay;

    /// <summary>The matter of asking for a language.</summary>
    public static string Language(string language) => "language/" + language;

    /// <summary>The matter of signing for a recall.</summary>
    public static string Recall(string recall) => "recall/" + recall;

    /// <summary>The matter of asking whether something is allowed.</summary>
    public static string Question(string judgement) => "question/" + judgement;

    /// <summary>The matter of supporting an alternative of a plan.</summary>
    public static string PlanSupport(string alternative) => "plan-support/" + alternative;

    /// <summary>The matter of choosing among the alternatives of a plan.</summary>
    public static string PlanChoice(string plan) => "plan-choice/" + plan;

    /// <summary>
    /// <c>~</c> and the first 16 bytes, in lower hex, of HMAC-SHA256 of the matter under the member's register key, which is HMAC-SHA256 of
    /// <c>mandate/register/1</c> under the member's key in the vault.
    /// </summary>
    public static string Of(ReadOnlySpan<byte> registerKey, string matter) => "~" + Convert.ToHexStringLower(HMACSHA256.HashData(registerKey, Encoding.UTF8.GetBytes(matter)).AsSpan(0, Digits / 2));

    /// <summary>The key that all pseudonyms of a member are made with.</summary>
    public static byte[] RegisterKey(ReadOnlySpan<byte> memberKey) => HMACSHA256.HashData(memberKey, "mandate/register/1"u8);

    public static bool IsOne(string id) => id.Length == Digits + 1 && id[0] == '~' && id.AsSpan(1).IndexOfAnyExcept(Hexadecimal) < 0;

    /// <summary>A register: one pseudonym a line, in their own order, which is no order of persons. Null where a key is not at hand.</summary>
    public static byte[]? Register(IEnumerable<string> persons, string matter, Naming names)
    {
        var lines = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var person in persons)
        {
            if (names(person, matter) is not { } name) return null;
            lines.Add(name);
        }
        return Encoding.UTF8.GetBytes(string.Concat(lines.Select(l => l + "\n")));
    }

    /// <summary>
    /// The pseudonyms of a register of so many; the refusal where it is not one. Asked for last, after all other rules: an act that was
    /// only asked about comes without its register.
    /// </summary>
    /// <param name="clause">The clause that permits the act.</param>
    public static Refusal? Read(Blobs blobs, string? sha256, int entitled, string clause, out ImmutableHashSet<string> register)
    {
        register = None;
        if (sha256 is null) return ProtocolRefusals.NoRegister(clause);
        if (blobs.Read(sha256) is not { } bytes) return ProtocolRefusals.BlobMissing(sha256);
        if (bytes.Length != entitled * (Digits + 2)) return ProtocolRefusals.Malformed("register", $"one pseudonym a line for each of {entitled}", bytes.Length / (Digits + 2));
        var lines = Lines(bytes.Span);
        for (var i = 0; i < lines.Length; i++)
            if (!IsOne(lines[i]) || (i > 0 && string.CompareOrdinal(lines[i - 1], lines[i]) >= 0))
                return ProtocolRefusals.Malformed("register", "pseudonyms, each once and in order", i + 1);
        register = None.Union(lines);
        return null;
    }

    /// <summary>The pseudonyms of a register that has been decided on.</summary>
    public static ImmutableHashSet<string> Read(Blobs blobs, string sha256) =>
        None.Union(Lines((blobs.Read(sha256) ?? throw new InvalidOperationException($"The register {sha256} is missing.")).Span));

    public static ImmutableHashSet<string> None { get; } = ImmutableHashSet.Create<string>(StringComparer.Ordinal);

    private static string[] Lines(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
