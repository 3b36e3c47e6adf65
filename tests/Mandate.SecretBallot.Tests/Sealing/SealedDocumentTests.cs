using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Mandate.SecretBallot.Formats;
using Mandate.SecretBallot.Groups;
using Mandate.SecretBallot.Making;
using Mandate.SecretBallot.Sealing;

namespace Mandate.SecretBallot.Tests.Sealing;

/// <summary>Seven holders of whom four open together.</summary>
public sealed class SealedDocumentTests
{
    private static readonly Holders Seven = new(4, 7, seed: 1);
    private static readonly SealHeader Header = new("dockside", "letter", "A \"letter\" – \u007f", ["council"], new(new(2027, 3, 1), "congress", null, 180));

    [Fact]
    public void Any_four_holders_open_what_was_sealed_and_three_do_not()
    {
        var sealedOne = Seal("Enlarge the council.");
        OpeningShare[] shares = [.. Seven.Secrets.Select(s => OpeningShare.Make(sealedOne, s, OpeningReason.Session, Seven.Random))];
        foreach (var four in new[] { new[] { 0, 1, 2, 3 }, [3, 4, 5, 6], [6, 2, 0, 5] })
            Assert.Equal("Enlarge the council.", Encoding.UTF8.GetString(sealedOne.Open([.. four.Select(i => shares[i])]).Bytes));
        Assert.Contains("3 holders have opened, 4 are needed", Assert.Throws<RecordException>(() => sealedOne.Open([shares[0], shares[1], shares[2], shares[2]])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_read_again_with_the_same_bytes_and_every_size_comes_back()
    {
        Prop.ForAll(Gen.Choose(0, 70_000).ToArbitrary(), size =>
        {
            var content = new SealedContent("brev å.txt", new byte[size].Select((_, i) => (byte)i).ToArray());
            var made = SealedDocument.Seal(Header, content, Seven.Key, Seven.Random);
            var read = SealedDocument.Read(Encoding.UTF8.GetBytes(made.ToString()));
            var opened = read.Open(Shares(read, 4));
            return read.Name == made.Name && read.Header.ToString() == Header.ToString() && opened.Name == content.Name && opened.Bytes.AsSpan().SequenceEqual(content.Bytes);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(10));
    }

    [Fact]
    public void Sizes_tell_little_and_cost_at_most_an_eighth()
    {
        var sizes = Enumerable.Range(1, 300_000).Select(SealedContent.PaddedSize).ToList();
        Assert.True(sizes.Index().All(s => s.Item >= s.Index + 1 && (s.Item <= 1024 || s.Item <= (s.Index + 1) * 9 / 8)));
        Assert.InRange(sizes.Distinct().Count(), 1, 200);
    }

    [Fact]
    public void Nothing_of_it_can_be_changed()
    {
        var text = Seal("x").ToString();
        foreach (var (from, to) in new[] { ("2027-03-01", "2026-01-01"), ("\"silence\":180", "\"silence\":1"), ("\"congress\"", "\"council2\""), ("\"to\":[\"council\"]", "\"to\":[]"), ("A \\\"letter", "B \\\"letter") })
            Assert.Contains("the seal does not hold", Refused(text.Replace(from, to, StringComparison.Ordinal)), StringComparison.Ordinal);
        var content = text.IndexOf("\"content\":\"", StringComparison.Ordinal) + 40;
        Assert.Contains("the seal does not hold", Refused(text[..content] + (text[content] == 'A' ? 'B' : 'A') + text[(content + 1)..]), StringComparison.Ordinal);
        Assert.Contains("one canonical form", Refused(text.Replace("dockside", "dock\\u0073ide", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.NotEmpty(Refused(text[..^1]));
        Assert.NotEmpty(Refused(text + "\n"));
        Assert.NotEmpty(Refused(text.Replace("\"sealed\":1", "\"sealed\":2", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_seal_of_one_document_does_not_fit_another_key()
    {
        var other = new Holders(4, 7, seed: 2);
        var text = Seal("x").ToString().Replace(Seven.Key.Record, other.Key.Record, StringComparison.Ordinal);
        Assert.Contains("the seal does not hold", Refused(text), StringComparison.Ordinal);
    }

    [Fact]
    public void A_ballots_ciphertext_is_not_opened_as_a_document()
    {
        // Whoever has only the ciphertext of a ballot does not know its randomness, and so cannot make the proof that the seal needs.
        var alpha = new CurveElement(Mandate.Ed25519.Point.MultiplyBase(Seven.Random.NextScalar()));
        var made = Seal("x");
        Assert.Contains("the seal does not hold", Refused(made.ToString().Replace(made.Alpha.Text, alpha.Text, StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_share_of_another_document_another_holder_or_another_reason_is_found_out()
    {
        var (one, two) = (Seal("x"), Seal("y"));
        var share = OpeningShare.Make(one, Seven.Secrets[2], OpeningReason.Day, Seven.Random);
        Assert.Null(share.Check(one));
        Assert.Equal("it is for another document", share.Check(two));
        Assert.Contains("proof", (share with { Document = two.Name }).Check(two)!, StringComparison.Ordinal);
        Assert.Contains("proof", (share with { Holder = 2 }).Check(one)!, StringComparison.Ordinal);
        Assert.Contains("proof", (share with { Reason = OpeningReason.Session }).Check(one)!, StringComparison.Ordinal);
        Assert.Contains("no holder 8", (share with { Holder = 8 }).Check(one)!, StringComparison.Ordinal);
        Assert.Contains("holder 3", Assert.Throws<RecordException>(() => one.Open([share with { Reason = OpeningReason.Silence }, .. Shares(one, 4)])).Message, StringComparison.Ordinal);
        Assert.Equal(share.ToString(), OpeningShare.Read("share", Encoding.UTF8.GetBytes(share.ToString())).ToString());
        Assert.Throws<ArgumentException>(() => OpeningShare.Make(one, TrusteeSecret.Generate(Seven.Random), OpeningReason.Day, Seven.Random));
    }

    [Fact]
    public void A_holder_shows_that_the_share_is_there_on_one_day_and_for_one_key()
    {
        var sign = SignOfHolding.Make(Seven.Key, Seven.Secrets[0], new(2026, 7, 1), Seven.Random);
        Assert.Null(SignOfHolding.Read("sign", Encoding.UTF8.GetBytes(sign.ToString())).Check(Seven.Key));
        Assert.NotNull((sign with { On = new(2026, 12, 1) }).Check(Seven.Key));
        Assert.NotNull((sign with { Holder = 2 }).Check(Seven.Key));
        Assert.NotNull(sign.Check(new Holders(4, 7, seed: 3).Key));
    }

    [Fact]
    public void Holders_who_hand_the_key_over_are_followed_by_others_who_open_what_was_sealed_before()
    {
        var sealedOne = Seal("Enlarge the council.");
        var (second, secondKeys) = HandOver(Seven.Key, Seven.Secrets, [0, 2, 3, 6, 5], 4, 5, seed: 11);
        var (third, thirdKeys) = HandOver(second, secondKeys, [4, 1, 0, 2], 5, 6, seed: 12);
        Assert.Equal((Seven.Key.PublicKey, 13, 5), (third.PublicKey, third.First, third.Threshold));
        Assert.Equal(third.Id, SealingKey.Read(Encoding.UTF8.GetBytes(third.Record)).Id);
        OpeningShare[] shares = [.. thirdKeys.Select(s => OpeningShare.Make(sealedOne, s, OpeningReason.Day, Seven.Random, third))];
        Assert.Equal([13, 14, 15, 16, 17, 18], shares.Select(s => s.Holder));
        OpeningShare[] read = [.. shares.Select(s => OpeningShare.Read("share", Encoding.UTF8.GetBytes(s.ToString())))];
        Assert.Equal("Enlarge the council.", Encoding.UTF8.GetString(sealedOne.Open([read[5], read[1], read[0], read[3], read[2]]).Bytes));
        // Four of old and new are four of neither; who is enough opens, whoever else has lent a share.
        OpeningShare[] old = Shares(sealedOne, 3);
        Assert.Contains("4 holders have opened, 5 are needed", Assert.Throws<RecordException>(() => sealedOne.Open([.. read.Take(4), .. old])).Message, StringComparison.Ordinal);
        Assert.Equal("Enlarge the council.", Encoding.UTF8.GetString(sealedOne.Open([.. old, .. read]).Bytes));
    }

    [Fact]
    public void Whoever_cheats_in_a_handover_is_named_and_the_number_who_open_never_falls()
    {
        var members = Members(4, 5, seed: 21);
        SignedMessage[] certificates = [.. members.Select(m => m.Certificate)];
        var given = Enumerable.Range(0, 4).Select(i => HandingOver.Share(Seven.Key, Seven.Secrets[i], certificates, Seven.Random)).ToList();
        List<HandoverPart> parts = [.. given.Select(g => g.Part)];
        string Fault(IReadOnlyList<HandoverPart> p, Func<int, byte[]> share) => Assert.Throws<ArgumentException>(() => HandingOver.Finish(Seven.Key, members[0], certificates, p, [.. p.Index().Select(x => share(x.Index))])).Message;
        Assert.Contains("share of holder 3", Fault(parts, i => given[i].Shares[i == 2 ? 1 : 0]), StringComparison.Ordinal);
        Assert.Contains("3 holders handed their shares over, 4 are needed", Fault(parts[..3], i => given[i].Shares[0]), StringComparison.Ordinal);
        Assert.Contains("signature of holder 2", Fault([parts[0], parts[1] with { Coefficients = parts[0].Coefficients }, .. parts[2..]], i => given[i].Shares[0]), StringComparison.Ordinal);
        Assert.Contains("may not be fewer", Assert.Throws<ArgumentException>(() => HandingOver.Share(Seven.Key, Seven.Secrets[0], [.. Members(3, 5, seed: 22).Select(m => m.Certificate)], Seven.Random)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => HandingOver.Share(Seven.Key, TrusteeSecret.Generate(Seven.Random), certificates, Seven.Random));

        var (key, _) = HandOver(Seven.Key, Seven.Secrets, [0, 1, 2, 3], 4, 5, seed: 23);
        var other = new Holders(4, 7, seed: 2);
        foreach (var changed in new[] { key.Record.Replace(Seven.Key.Record, other.Key.Record, StringComparison.Ordinal), key.Record.Replace("{\"holder\":2", "{\"holder\":5", StringComparison.Ordinal), key.Record[..^1], key.Record + "\n" })
            Assert.Throws<RecordException>(() => SealingKey.Read(Encoding.UTF8.GetBytes(changed)));
        // A handover of another key opens nothing here.
        var (foreign, foreignKeys) = HandOver(other.Key, other.Secrets, [0, 1, 2, 3], 4, 5, seed: 24);
        var document = Seal("x");
        Assert.Throws<ArgumentException>(() => OpeningShare.Make(document, foreignKeys[0], OpeningReason.Day, Seven.Random, foreign));
    }

    private static (SealingKey Key, TrusteeSecret[] Secrets) HandOver(SealingKey from, TrusteeSecret[] secrets, int[] who, int threshold, int size, int seed)
    {
        var members = Members(threshold, size, seed);
        SignedMessage[] certificates = [.. members.Select(m => m.Certificate)];
        var given = who.Order().Select(i => HandingOver.Share(from, secrets[i], certificates, Seven.Random)).ToList();
        List<HandoverPart> parts = [.. given.Select(g => HandoverPart.Read("part", Encoding.UTF8.GetBytes(g.Part.ToString())))];
        var finished = members.Select((m, i) => HandingOver.Finish(from, m, certificates, parts, [.. given.Select(g => g.Shares[i])])).ToList();
        return (HandingOver.Assemble(from, certificates, [.. parts.AsEnumerable().Reverse()], [.. finished.Select(f => f.Key)]), [.. finished.Select(f => f.Secret)]);
    }

    private static CeremonyMember[] Members(int threshold, int size, int seed)
    {
        var source = new System.Random(seed);
        return [.. Enumerable.Range(1, size).Select(i => new CeremonyMember(i, size, threshold, new Randomness(bytes => source.NextBytes(bytes))))];
    }

    [Theory]
    [InlineData("a/b.txt")]
    [InlineData("..")]
    [InlineData("")]
    [InlineData("a\nb")]
    public void A_name_that_could_be_a_place_on_the_readers_machine_is_not_sealed(string name) =>
        Assert.Throws<RecordException>(() => SealedDocument.Seal(Header, new(name, [1]), Seven.Key, Seven.Random));

    private static SealedDocument Seal(string text) => SealedDocument.Seal(Header, new("letter.txt", Encoding.UTF8.GetBytes(text)), Seven.Key, Seven.Random);

    private static OpeningShare[] Shares(SealedDocument document, int count) => [.. Seven.Secrets.Take(count).Select(s => OpeningShare.Make(document, s, OpeningReason.Day, Seven.Random))];

    private static string Refused(string text) => Assert.Throws<RecordException>(() => SealedDocument.Read(Encoding.UTF8.GetBytes(text))).Message;

    private sealed class Holders
    {
        public Holders(int threshold, int size, int seed)
        {
            var source = new System.Random(seed);
            Random = new(bytes => source.NextBytes(bytes));
            CeremonyMember[] members = [.. Enumerable.Range(1, size).Select(i => new CeremonyMember(i, size, threshold, Random))];
            var certificates = Array.ConvertAll(members, m => m.Certificate);
            var contributions = Array.ConvertAll(members, m => m.Contribute(certificates));
            var finished = Array.ConvertAll(members, m => m.Finish(contributions, [.. members.Select(s => s.ShareFor(m.Index))]));
            Secrets = Array.ConvertAll(finished, f => f.Secret);
            Key = SealingKey.Read(Encoding.UTF8.GetBytes(TrusteeItem.WriteAll([CeremonyMember.Assemble(threshold, certificates, contributions, Array.ConvertAll(finished, f => f.Key))])));
        }

        public Randomness Random { get; }

        public TrusteeSecret[] Secrets { get; }

        public SealingKey Key { get; }
    }
}
