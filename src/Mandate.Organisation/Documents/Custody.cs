using System.Collections.Immutable;

namespace Mandate.Organisation.Documents;

/// <summary>From what the record knows that somebody had a document.</summary>
public enum CustodyGround { Deposited, Received, OwnWord, Opened }

/// <summary>Somebody and a document from a time on.</summary>
/// <param name="Person">Who; null for everybody, once it is open.</param>
/// <param name="As">The body or office by which it reached them; null for the depositor and for what they say themselves.</param>
/// <param name="Parts">How many of its parts there were then.</param>
public sealed record CustodyEntry(string? Person, string? As, KnowledgeLevel Level, DateOnly Since, CustodyGround Ground, int Parts, DateTimeOffset At);

/// <summary>What the record says to somebody's claim.</summary>
public enum ClaimVerdict { Consistent, Contradicted, NotProvable }

/// <summary>
/// Who had a document on a day, from receipts, hand-overs and what holders of places said themselves (requirements S258, S261), and whether a claim
/// of having known it, or not, agrees with that (requirement S262).
/// </summary>
public static class Custody
{
    /// <summary>Everybody whom the record shows to have had it by that day, in order of time.</summary>
    public static IEnumerable<CustodyEntry> On(Document document, DateOnly day) => Entries(document).Where(e => e.Since <= day).OrderBy(e => e.Since).ThenBy(e => e.At);

    /// <summary>
    /// A claim that somebody knew it by that day, or did not. Where the record has them with it on that day, "did not know" is contradicted; what somebody says
    /// themselves contradicts only themselves. Where it has nothing of them, neither can be proved.
    /// </summary>
    public static (ClaimVerdict Verdict, ImmutableArray<CustodyEntry> By) Check(Document document, string person, DateOnly day, bool knew)
    {
        var shown = On(document, day).Where(e => e.Person == person || e.Person is null).ToImmutableArray();
        return shown.IsEmpty ? (ClaimVerdict.NotProvable, shown) : (knew ? ClaimVerdict.Consistent : ClaimVerdict.Contradicted, shown);
    }

    /// <summary>How many of those who hold a place to which a closed document is addressed have received it: both figures (requirements S139, S263).</summary>
    public static IEnumerable<(string Place, int Received, int Of)> Shares(State state, Document document, DateTimeOffset at) =>
        document.AddresseesOn(DateOnly.FromDateTime(at.UtcDateTime)).Select(place =>
        {
            var holders = state.Offices.Holders(place, at).Select(t => t.Person).ToHashSet(StringComparer.Ordinal);
            return (place, document.Receipts.Count(r => holders.Contains(r.Person)), holders.Count);
        });

    private static IEnumerable<CustodyEntry> Entries(Document document)
    {
        int Parts(DateTimeOffset at) => document.Parts.Count(p => p.At <= at);
        yield return new(document.Depositor, null, KnowledgeLevel.Copy, Day(document.At), CustodyGround.Deposited, document.Parts.Length, document.At);
        foreach (var receipt in document.Receipts) yield return new(receipt.Person, receipt.As, KnowledgeLevel.Copy, Day(receipt.At), CustodyGround.Received, Parts(receipt.At), receipt.At);
        foreach (var own in document.Learned) yield return new(own.Person, own.From, own.Level, own.Since, CustodyGround.OwnWord, Parts(own.At), own.At);
        if (document.ReleasedAt is { } released) yield return new(null, null, KnowledgeLevel.Copy, Day(released), CustodyGround.Opened, document.Parts.Length, released);
    }

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);
}
