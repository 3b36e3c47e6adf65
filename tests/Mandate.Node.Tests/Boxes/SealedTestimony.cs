using System.Security.Cryptography;
using System.Text;
using Mandate.Node.Tests.Support;
using Mandate.Organisation.Documents;
using Mandate.SecretBallot.Formats;
using Mandate.SecretBallot.Making;
using Mandate.SecretBallot.Sealing;

using SealingKey = Mandate.SecretBallot.Sealing.SealingKey;

namespace Mandate.Node.Tests.Boxes;

/// <summary>A co-operative in which seven holders have a sealing key of which four open: three inspectors' friends, two drawn members, one of each minority.</summary>
internal sealed class SealedTestimony : IAsyncDisposable
{
    public const string Author = "b2-05";
    public static readonly KeyHolder[] Holders = [new("b1-03", "control"), new("b2-02", "control"), new("b1-07", "drawn"), new("b1-08", "drawn"), new("b2-06", "left"), new("b1-09", "right"), new("b2-07", "quays")];
    private readonly TemporaryFolder folder = new();

    public SetTime Time { get; } = new();

    public Installation Installation { get; private set; } = null!;

    public OrganisationNode Node => Installation.Find("dockside")!;

    public TrusteeSecret[] Secrets { get; private set; } = [];

    public SealingKey Key { get; private set; } = null!;

    public static Randomness Random { get; } = new(RandomNumberGenerator.Fill);

    public string At(string name) => folder.At(name);

    /// <param name="confirmed">Whether the key is on the record already, confirmed by all its holders.</param>
    public static async Task<SealedTestimony> FoundAsync(bool rehearsal = false, bool confirmed = true)
    {
        var o = new SealedTestimony();
        o.Installation = Installation.Open(o.folder.At("data"), options: new() { Time = o.Time });
        o.Installation.Create("dockside", new() { RehearsalStart = rehearsal ? o.Time.Now : null });
        await Dockside.FoundAsync(o.Node, rehearsal);
        o.Ceremony();
        if (!confirmed) return o;
        await Dockside.Do(o.Node, Author, new PrepareKey(o.Key.Id, [.. Holders]), Bytes(o.Key.Record));
        foreach (var holder in Holders) await Dockside.Do(o.Node, holder.Person, new ConfirmKey(o.Key.Id));
        return o;
    }

    public SealedDocument Seal(string text, Mandate.SecretBallot.Sealing.Opening opens) =>
        SealedDocument.Seal(new("dockside", "testimony", "Letter to the congress", ["congress"], opens), new("letter.txt", Bytes(text)), Key, Random);

    public async Task<SealedDocument> DepositAsync(string text, Mandate.SecretBallot.Sealing.Opening opens)
    {
        var document = Seal(text, opens);
        await Dockside.Do(Node, Author, new SealDocument(document.Name), Bytes(document.ToString()));
        return document;
    }

    public OpeningShare Share(SealedDocument document, int holder, OpeningReason reason) => OpeningShare.Make(document, Secrets[holder - 1], reason, Random);

    /// <summary>The host refuses: nothing of the server is there any more.</summary>
    public async Task HostGoneAsync()
    {
        await Installation.DisposeAsync();
        Directory.Delete(folder.At("data"), recursive: true);
    }

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public async ValueTask DisposeAsync()
    {
        await Installation.DisposeAsync();
        folder.Dispose();
    }

    private void Ceremony()
    {
        CeremonyMember[] members = [.. Enumerable.Range(1, Holders.Length).Select(i => new CeremonyMember(i, Holders.Length, 4, Random))];
        var certificates = Array.ConvertAll(members, m => m.Certificate);
        var contributions = Array.ConvertAll(members, m => m.Contribute(certificates));
        var finished = Array.ConvertAll(members, m => m.Finish(contributions, [.. members.Select(s => s.ShareFor(m.Index))]));
        Secrets = Array.ConvertAll(finished, f => f.Secret);
        Key = SealingKey.Read(Bytes(TrusteeItem.WriteAll([CeremonyMember.Assemble(4, certificates, contributions, Array.ConvertAll(finished, f => f.Key))])));
    }
}
