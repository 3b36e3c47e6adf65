using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mandate.Node.Encodings;
using Mandate.Node.Sequencing;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Founding;
using Mandate.Organisation.Roll;

namespace Mandate.Node.Rolls;

/// <summary>What an import came to.</summary>
/// <param name="Refused">The refusal of the rules at which it stopped; null where all was accepted.</param>
/// <param name="Pending">Acts of the plan that were not put, because one before them was refused.</param>
public sealed record RollResult(int Acts, int Members, int Units, int StatusChanges, int PersonalChanges, Refusal? Refused, int Pending);

/// <summary>
/// Does what a plan says: personal data to the vault, then the acts, each within the limit of an entry. Broken off and run again, it
/// goes on: what was entered is unchanged then.
/// </summary>
public static class RollImport
{
    /// <summary>Bytes of an entry's command that leave room for its events and envelope.</summary>
    private const int Room = 28_000;

    /// <param name="by">Who acts: a founder, or the keeper of the register.</param>
    /// <param name="progress">Told how many acts have been done.</param>
    /// <exception cref="IOException">The machine failed on the way; run the import again.</exception>
    public static async Task<RollResult> RunAsync(OrganisationNode node, RollPlan plan, string by, IProgress<(int Done, int Of)>? progress = null)
    {
        var vault = node.Vault ?? throw new InvalidOperationException("The organisation has no vault.");
        var entered = plan.Rows.Where(r => r.Fate == RowFate.New).ToArray();
        var changed = plan.Rows.Where(r => r.Fate == RowFate.Changed).ToArray();
        var before = vault.ReadAll();
        var personal = changed.Where(r => !r.Facts!.Personal.SequenceEqual(before.GetValueOrDefault(r.Person!, RowFactsEmpty))).ToArray();
        // The vault first: a member whose name is nowhere would be worse than a name that the roll does not know yet.
        var commitments = vault.Keep(entered.Concat(personal).Select(r => KeyValuePair.Create(r.Person!, r.Facts!.Personal)));
        var acts = Acts(plan, entered, changed, commitments).ToArray();
        var done = 0;
        foreach (var command in acts)
        {
            switch (await node.SubmitAsync(by, command, IdOf(command)))
            {
                case Answer.Refused { Refusal: var refusal }:
                    return Result(refusal);
                case Answer.Unknown { Reason: var reason }:
                    throw new IOException($"{reason} {done} of {acts.Length} acts of the import are done; run it again to go on.");
            }
            done++;
            progress?.Report((done, acts.Length));
        }
        return Result(null);

        RollResult Result(Refusal? refusal) => new(
            done,
            acts.Take(done).Sum(a => a switch { EnterMembers m => m.Members.Length, ProposeRows p => p.Rows.Length, _ => 0 }),
            acts.Take(done).Sum(a => a is EnterUnits u ? u.Units.Length : 0),
            acts.Take(done).Count(a => a is RecordStatus), personal.Length, refusal, acts.Length - done);
    }

    private static ImmutableSortedDictionary<string, string> RowFactsEmpty { get; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    private static IEnumerable<Command> Acts(RollPlan plan, RowPlan[] entered, RowPlan[] changed, ImmutableDictionary<string, string> commitments)
    {
        foreach (var units in Chunks(plan.Units, u => new EnterUnits([u]))) yield return new EnterUnits(units);
        if (plan.Founding)
        {
            var members = entered.Select(r => new Member(r.Person!, r.Facts!.Unit, r.Facts.Since, r.Facts.Language, r.Facts.Status, commitments[r.Person!]));
            foreach (var chunk in Chunks(members, m => new EnterMembers([m]))) yield return new EnterMembers(chunk);
        }
        else
        {
            var rows = entered.Select(r => new Application("a-" + r.Person, r.Person!, r.Facts!.Unit, default, null, r.Facts.Language, commitments[r.Person!], ApplicationStage.Filed));
            foreach (var chunk in Chunks(rows, a => new ProposeRows([a]))) yield return new ProposeRows(chunk);
        }
        foreach (var row in changed)
            if (row.Code is "active" or "in-arrears" or "deceased")
                yield return new RecordStatus(row.Person!, row.Facts!.Status, string.Create(CultureInfo.InvariantCulture, $"roll import, line {row.Line}"));
    }

    /// <summary>As many to a chunk as an entry has room for.</summary>
    private static IEnumerable<ImmutableArray<T>> Chunks<T>(IEnumerable<T> items, Func<T, Command> alone)
    {
        var chunk = ImmutableArray.CreateBuilder<T>();
        var length = 0;
        foreach (var item in items)
        {
            var own = WireText.Encode(alone(item)).Length;
            if (length + own > Room && chunk.Count > 0)
            {
                yield return chunk.DrainToImmutable();
                length = 0;
            }
            chunk.Add(item);
            length += own;
        }
        if (chunk.Count > 0) yield return chunk.DrainToImmutable();
    }

    /// <summary>The same act has the same id, so that an import that is run again is answered and not refused.</summary>
    private static string IdOf(Command command) => "roll-" + Convert.ToHexStringLower(SHA256.HashData(WireText.Encode(command)))[..32];
}
