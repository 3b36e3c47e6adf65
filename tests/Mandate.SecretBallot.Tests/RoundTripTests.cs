using FsCheck;
using FsCheck.Fluent;
using Mandate.SecretBallot.Archives;
using Mandate.SecretBallot.Formats;
using Mandate.SecretBallot.Making;
using Mandate.SecretBallot.Verification;

namespace Mandate.SecretBallot.Tests;

public sealed class RoundTripTests
{
    private static readonly ChoiceQuestion Blankable = new(["Yes", "No"], Blank: true, 1, 1, "Ratify?");
    private static readonly ChoiceQuestion UpToTwo = new(["A", "B", "C"], Blank: false, 0, 2, "Which?");
    private static readonly RankingQuestion Ranking = new(["Ana", "Ben", "Chloé"], "Rank");
    private static readonly ListsQuestion Lists = new([["Red", "R1", "R2"], ["Green", "G1"]], "Which list?");

    [Fact]
    public void An_election_with_every_kind_of_question_verifies_and_counts_what_was_voted()
    {
        var e = new SmallElection(1, 4, Blankable, UpToTwo, Ranking, Lists);
        Ballot[] ballots =
        [
            e.Cast(0, new ChoiceVote(0), new ChoiceVote(), new RankingVote(1, 2, 3), new ListsVote(0, 0)),
            e.Cast(1, new BlankVote(), new ChoiceVote(0, 2), new RankingVote(3, 2, 1), new ListsVote(1, 0)),
            e.Cast(0, new ChoiceVote(1), new ChoiceVote(1), new RankingVote(2, 1, 3), new ListsVote(0, 0, 1)),
            e.Cast(2, new ChoiceVote(1), new ChoiceVote(1, 2), new RankingVote(0, 0, 255), new ListsVote(0, 1)),
        ];
        var report = SmallElection.Verify(e.Archive(ballots));
        Assert.True(report.IsComplete, report.FirstFault?.ToString());
        var result = report.Result!.Questions;
        Assert.Equal([1, 0, 2], result[0].Flat);
        Assert.Equal([1, 2, 2], result[1].Flat);
        Assert.Equal(["0,0,255", "2,1,3", "3,2,1"], result[2].Items.Select(r => string.Join(',', r)).Order(StringComparer.Ordinal));
        Assert.Equal(["2,1,2", "1,1"], result[3].Items.Select(r => string.Join(',', r)));
    }

    [Fact]
    public void Whatever_is_voted_is_counted() => Prop.ForAll(Gen.Choose(-1, 7).ListOf().Where(l => l.Count < 5).ToArbitrary(), Gen.Choose(0, 1000).ToArbitrary(), (votes, seed) =>
    {
        // -1 is a blank vote, else the bits of the number are the chosen ones of three answers.
        var question = new ChoiceQuestion(["A", "B", "C"], Blank: true, 0, 3, "Which?");
        var e = new SmallElection(seed, votes.Count, question);
        int[][] chosen = [.. votes.Select(v => v < 0 ? [] : Enumerable.Range(0, 3).Where(i => (v >> i & 1) == 1).ToArray())];
        var report = SmallElection.Verify(e.Archive([.. votes.Select((v, i) => e.Cast(i, v < 0 ? new BlankVote() : new ChoiceVote([.. chosen[i]])))]));
        long[] expected = [votes.Count(v => v < 0), .. Enumerable.Range(0, 3).Select(a => chosen.LongCount(c => c.Contains(a)))];
        return report.IsComplete && report.Result!.Questions[0].Flat.SequenceEqual(expected);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(8));

    [Fact]
    public void An_open_archive_verifies_as_far_as_it_goes_and_can_be_gone_on_with()
    {
        var e = new SmallElection(2, 2, UpToTwo);
        using var stream = new MemoryStream();
        var writer = new ArchiveWriter(stream, 5);
        writer.Setup(e.Election, e.Trustees, e.Credentials);
        writer.Ballot(e.Cast(0, new ChoiceVote(1)));
        var open = SmallElection.Verify(stream.ToArray(), new() { RollSize = 2, AnchoredHeads = [writer.Head!] });
        Assert.True(open.Ok, open.FirstFault?.ToString());
        Assert.False(open.IsComplete);
        Assert.Equal(CheckOutcome.WithheldByRule, open.Of(VerificationStage.Result));

        stream.Position = 0;
        var read = ArchiveReader.Read(stream);
        ArchiveWriter.Continue(stream, read).EndBallots();
        var closed = SmallElection.Verify(stream.ToArray());
        Assert.Null(closed.FirstFault);
        Assert.False(closed.Ok);
        Assert.Equal(CheckOutcome.NotChecked, closed.Of(VerificationStage.Tally));
    }

    [Fact]
    public void What_others_write_into_an_election_is_read()
    {
        // Extra properties of every kind of question, a blank that is said to be none, the direction of the language.
        var e = new SmallElection(5, 1, Blankable with { Extra = """{"x":[1,-2.5e+3,null,{"y":"z"}]}""" }, Ranking with { Extra = """{"method":"STV","blank":true,"seats":2}""" }, Lists with { Extra = "true" });
        var text = (e.Election with { Language = "ar" }).ToString();
        Assert.EndsWith(",\"language\":[\"ar\",\"rtl\"]}", text, StringComparison.Ordinal);
        var read = Election.Read(System.Text.Encoding.UTF8.GetBytes(text));
        Assert.Equal((text, "ar"), (read.ToString(), read.Language));
        var noBlank = new Election(e.Election.Uuid, "", "", e.Election.Group, e.Election.PublicKey, [UpToTwo]).ToString().Replace(",\"min\"", ",\"blank\":false,\"min\"", StringComparison.Ordinal);
        Assert.False(((ChoiceQuestion)Election.Read(System.Text.Encoding.UTF8.GetBytes(noBlank)).Questions[0]).Blank);
        foreach (var wrong in new[] { """["ar","up"]""", """["ar"]""", "1" })
            Assert.Throws<RecordException>(() => Election.Read(System.Text.Encoding.UTF8.GetBytes(text.Replace("""["ar","rtl"]""", wrong, StringComparison.Ordinal))));
    }

    [Fact]
    public void A_certificate_of_the_credential_authority_is_checked()
    {
        var e = new SmallElection(6, 2, UpToTwo);
        var (signing, encryption) = (e.Random.NextScalar(), e.Random.NextScalar());
        var certificate = new CredentialsCertificate(SmallElection.Uuid, 2, Digests.Hex(e.Credentials.ToString()), new Groups.CurveElement(Mandate.Ed25519.Point.MultiplyBase(signing)),
            new Groups.CurveElement(Mandate.Ed25519.Point.MultiplyBase(encryption)));
        CredentialsCertificate Signed(CredentialsCertificate c) => c with { SignedText = c.ComputeHash(), Signature = Prover.Knowledge(e.Random, $"sigmsg|{c.ComputeHash()}|", signing) };
        ArchiveReport With(CredentialsCertificate c)
        {
            DataRecord[] parts = [.. new[] { e.Election.ToString(), TrusteeItem.WriteAll(e.Trustees), e.Credentials.ToString(), c.ToString() }.Select(DataRecord.Of)];
            var setup = DataRecord.Of(new SetupData(parts[0].Hash, parts[1].Hash, parts[2].Hash, parts[3].Hash).ToString());
            using var stream = new MemoryStream();
            var writer = new ArchiveWriter(stream, 5);
            writer.Append(EventKind.Setup, [.. parts, setup]);
            writer.Ballot(e.Cast(0, new ChoiceVote(1)));
            return SmallElection.Verify(stream.ToArray());
        }
        Assert.True(With(Signed(certificate)).Ok, With(Signed(certificate)).FirstFault?.ToString());
        foreach (var (reason, wrong) in new[]
        {
            ("the election", Signed(certificate with { Uuid = "AnotherE1ection" })), ("voters", Signed(certificate with { Voters = 3 })), ("another list", Signed(certificate with { CredentialsHash = Digests.Hex("") })),
            ("signature does not hold", Signed(certificate) with { Encryption = certificate.Verification }), ("signature does not hold", Signed(certificate with { Verification = certificate.Encryption })),
        })
        {
            var fault = With(wrong).FirstFault;
            Assert.Equal(VerificationStage.Setup, fault?.Stage);
            Assert.Contains(reason, fault!.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Weights_count()
    {
        var e = new SmallElection(3, 2, UpToTwo);
        var heavy = PublicCredentials.Of(e.Election.Group, [new(e.Voters[0].Public, 40), new(e.Voters[1].Public, 3_000_000_000)]);
        Assert.Equal(heavy.ToString(), PublicCredentials.Read(System.Text.Encoding.UTF8.GetBytes(heavy.ToString()), e.Election.Group).ToString());
        var (tally, ballots, weight) = Tallying.Encrypted(e.Election, heavy, [e.Cast(0, new ChoiceVote(0)), e.Cast(1, new ChoiceVote(0, 1))]);
        Assert.Equal((2, 3_000_000_040), (ballots, weight));
        var result = Tallying.Result(e.Election, e.Trustees, new[] { 1, 3, 4 }.ToDictionary(o => o, o => e.Decrypt(o, tally)), tally, weight);
        Assert.Equal("""{"result":[["3000000040","3000000000",0]]}""", result.ToString());
    }

    [Theory]
    [InlineData(0, "not 3"), InlineData(1, "0 to 2"), InlineData(2, "twice"), InlineData(3, "no blank"), InlineData(4, "another kind")]
    public void A_vote_that_does_not_fit_its_question_is_refused_with_the_reason(int which, string reason)
    {
        Vote[] wrong = [new ChoiceVote(0, 1, 2), new ChoiceVote(3), new ChoiceVote(1, 1), new BlankVote(), new RankingVote(1, 2, 3)];
        var e = new SmallElection(4, 1, UpToTwo);
        Assert.Contains(reason, Assert.Throws<ArgumentException>(() => e.Cast(0, wrong[which])).Message, StringComparison.Ordinal);
    }
}
