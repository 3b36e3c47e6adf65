using Mandate.SecretBallot.Archives;
using Mandate.SecretBallot.Formats;
using Mandate.SecretBallot.Making;
using Mandate.SecretBallot.Proofs;
using Mandate.SecretBallot.Verification;

namespace Mandate.SecretBallot.Tests;

/// <summary>Who cheats is refused, at the stage where the cheating is done.</summary>
public sealed class AttackTests
{
    private static readonly ChoiceQuestion One = new(["A", "B"], Blank: false, 1, 1, "Who?");
    private static readonly RankingQuestion Ranking = new(["A", "B", "C"], "Rank");

    private static void Refused(VerificationStage stage, string reason, byte[] archive, VerificationOptions? options = null)
    {
        var fault = SmallElection.Verify(archive, options).FirstFault;
        Assert.NotNull(fault);
        Assert.Equal(stage, fault.Stage);
        Assert.Contains(reason, fault.Text, StringComparison.Ordinal);
    }

    private static (SmallElection Election, Ballot[] Ballots) Cast()
    {
        var e = new SmallElection(11, 3, One);
        return (e, [e.Cast(0, new ChoiceVote(0)), e.Cast(1, new ChoiceVote(1))]);
    }

    [Fact]
    public void A_ballot_copied_under_ones_own_credential()
    {
        var (e, b) = Cast();
        var copy = BallotMaker.Sign(b[0] with { Credential = e.Voters[2].Public }, e.Voters[2], e.Random);
        Refused(VerificationStage.Ballot, "ballot 3", e.Archive([.. b, copy]));
    }

    [Fact]
    public void A_ballot_replayed()
    {
        var (e, b) = Cast();
        Refused(VerificationStage.Ballot, "already", e.Archive([.. b, b[0]]));
    }

    [Fact]
    public void A_ballot_of_another_election()
    {
        var (e, b) = Cast();
        var other = new SmallElection(12, 1, One);
        var foreign = BallotMaker.Make(other.Election, e.Voters[2], [new ChoiceVote(0)], e.Random);
        Refused(VerificationStage.Ballot, "fingerprint", e.Archive([.. b, foreign], counted: b));
    }

    [Fact]
    public void A_ballot_altered_without_its_credential()
    {
        var (e, b) = Cast();
        var altered = b[0] with { Answers = b[1].Answers };
        Refused(VerificationStage.Ballot, "hash", e.Archive([altered]));
        Refused(VerificationStage.Ballot, "signature", e.Archive([altered with { SignedHash = altered.ComputeHash() }]));
    }

    [Fact]
    public void A_ballot_dropped_from_the_count_or_the_box()
    {
        var (e, b) = Cast();
        Refused(VerificationStage.Tally, "1 ballots, 2 are counted", e.Archive(b, counted: [b[0]]));
        var complete = ArchiveReader.Read(new MemoryStream(e.Archive(b)));
        var receipt = Digests.Hex(complete.Events[2].ToString());
        Refused(VerificationStage.Archive, receipt, e.Archive([b[0]]), new() { AnchoredHeads = [receipt] });
    }

    [Fact]
    public void A_ballot_added_without_a_credential()
    {
        var (e, b) = Cast();
        var stranger = BallotMaker.Make(e.Election, Credential.Generate(SmallElection.Uuid, e.Random), [new ChoiceVote(0)], e.Random);
        var archive = e.Archive(b);
        Assert.Contains("not listed", BallotChecks.Check(stranger, e.Election, e.Credentials), StringComparison.Ordinal);
        using var stream = new MemoryStream();
        var writer = new ArchiveWriter(stream, 1);
        writer.Setup(e.Election, e.Trustees, e.Credentials);
        writer.Ballot(stranger);
        Refused(VerificationStage.Ballot, "not listed", stream.ToArray());
        Refused(VerificationStage.Setup, "roll has 2", archive, new() { RollSize = 2 });
    }

    [Fact]
    public void A_stolen_credential_is_overridden_by_a_later_ballot_and_never_counts_twice()
    {
        var (e, b) = Cast();
        var thief = e.Cast(2, new ChoiceVote(0));
        var owner = e.Cast(2, new ChoiceVote(1));
        var report = SmallElection.Verify(e.Archive([.. b, thief, owner]));
        Assert.True(report.IsComplete, report.FirstFault?.ToString());
        Assert.Equal([1, 2], report.Result!.Questions[0].Flat);
    }

    [Fact]
    public void Keys_that_everybody_has()
    {
        var (e, b) = Cast();
        // The proofs hold: whoever makes them knows the secret, zero.
        var none = new SingleTrustee(new TrusteeSecret(Mandate.Ed25519.Scalar.Zero).ToKey(e.Random));
        var identity = Groups.CurveGroup.Instance.Identity;
        Assert.Equal("a key is the neutral element, whose secret everybody knows", none.Check(e.Election.Group));
        var archive = ArchiveReader.Read(new MemoryStream(e.Archive(b)));
        byte[] Changed(int record, Func<string, string> change) => Mutations.Archive(archive, 0, record, change(System.Text.Encoding.UTF8.GetString(archive.Events[0].Records[record].Bytes)));
        Refused(VerificationStage.Setup, "everybody knows", Changed(1, t => TrusteeItem.WriteAll([none, .. e.Trustees])));
        Refused(VerificationStage.Setup, "anybody can sign", Changed(2, t => t.Replace(e.Voters[2].Public.Text, identity.Text, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_vote_worth_more_than_one()
    {
        var (e, b) = Cast();
        var answer = (ChoiceAnswer)b[0].Answers[0];
        var doubled = answer.Choices.Select(c => new Ciphertext(e.Election.Group.Multiply(c.Alpha, c.Alpha), e.Election.Group.Multiply(c.Beta, c.Beta))).ToArray();
        var heavy = BallotMaker.Sign(b[0] with { Answers = [answer with { Choices = doubled }] }, e.Voters[0], e.Random);
        Refused(VerificationStage.Ballot, "is 0 or 1", e.Archive([heavy]));
    }

    [Fact]
    public void A_trustee_who_lies_or_is_absent()
    {
        var (e, b) = Cast();
        Refused(VerificationStage.Decryption, "of trustee 2", e.Archive(b, bendDecryption: (owner, d) => owner == 2 ? e.Decrypt(3, Tallying.Encrypted(e.Election, e.Credentials, b).Tally) : d));
        e.Decrypters = [1, 3];
        Refused(VerificationStage.Decryption, "1 of the trustees 2 to 4", e.Archive(b));
        e.Decrypters = [2, 3, 4];
        Refused(VerificationStage.Decryption, "0 of the trustees 1 to 1", e.Archive(b));
    }

    [Fact]
    public void A_member_of_the_threshold_who_brings_something_else_than_a_share_spoils_no_result()
    {
        var (e, b) = Cast();
        var other = e.Decrypt(2, Tallying.Encrypted(e.Election, e.Credentials, b).Tally);
        e.Decrypters = [1, 3, 2, 4];
        var report = SmallElection.Verify(e.Archive(b, bendDecryption: (owner, d) => owner == 3 ? other : d));
        Assert.True(report.IsComplete, report.FirstFault?.ToString());
        Assert.Contains("not used: partial decryption 2, of trustee 3", report.Checks.Single(c => c.Stage == VerificationStage.Decryption).Text, StringComparison.Ordinal);
        Assert.Equal([1, 1], report.Result!.Questions[0].Flat);
        // Too few are left.
        e.Decrypters = [1, 3, 2];
        Refused(VerificationStage.Decryption, "of trustee 3", e.Archive(b, bendDecryption: (owner, d) => owner == 3 ? other : d));
        // Somebody who must take part.
        e.Decrypters = [1, 2, 3, 4];
        Refused(VerificationStage.Decryption, "of trustee 1", e.Archive(b, bendDecryption: (owner, d) => owner == 1 ? other : d));
        // Before there is a result the host can still refuse it.
        var whole = ArchiveReader.Read(new MemoryStream(e.Archive(b, bendDecryption: (owner, d) => owner == 3 ? other : d)));
        Refused(VerificationStage.Decryption, "of trustee 3", Mutations.Archive(1, whole.Events.SkipLast(1).Select(x => (x.Kind, x.Records))));
    }

    [Fact]
    public void A_member_of_the_ceremony_who_sends_a_false_share_is_named()
    {
        var e = new SmallElection(13, 0, One);
        CeremonyMember[] members = [.. Enumerable.Range(1, 3).Select(i => new CeremonyMember(i, 3, 2, e.Random))];
        var certificates = Array.ConvertAll(members, m => m.Certificate);
        var contributions = Array.ConvertAll(members, m => m.Contribute(certificates));
        byte[][] shares = [.. members.Select(m => m.ShareFor(1))];
        shares[1] = members[1].ShareFor(2);
        Assert.Contains("member 2", Assert.Throws<ArgumentException>(() => members[0].Finish(contributions, shares)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shuffler_who_replaces_a_ranking_or_shuffles_twice()
    {
        var e = new SmallElection(14, 3, Ranking);
        Ballot[] ballots = [e.Cast(0, new RankingVote(1, 2, 3)), e.Cast(1, new RankingVote(2, 1, 3)), e.Cast(2, new RankingVote(3, 2, 1))];
        Assert.True(SmallElection.Verify(e.Archive(ballots)).IsComplete);
        Refused(VerificationStage.Shuffle, "does not hold", e.Archive(ballots, bendShuffle: s => s with { Ciphertexts = [[s.Ciphertexts[0][1], .. s.Ciphertexts[0].Skip(1)]] }));
        Refused(VerificationStage.Shuffle, "3 are needed", e.Archive(ballots), new() { LeastShuffles = 3 });
        e.Shufflers = [1, 1];
        Refused(VerificationStage.Shuffle, "already", e.Archive(ballots));
        e.Shufflers = [];
        Refused(VerificationStage.Shuffle, "0 times", e.Archive(ballots));
    }

    [Fact]
    public void An_archive_cut_off_or_changed_anywhere_is_refused()
    {
        var (e, b) = Cast();
        var archive = e.Archive(b);
        var random = new Random(15);
        var events = ArchiveReader.Read(new MemoryStream(archive)).Events.Count;
        for (var i = 0; i < 40; i++)
        {
            var cut = archive[..random.Next(archive.Length)];
            Assert.False(SmallElection.Verify(cut) is { IsComplete: true });
            var changed = (byte[])archive.Clone();
            changed[random.Next(changed.Length)] ^= (byte)(1 << random.Next(8));
            Assert.Equal(VerificationStage.Archive, SmallElection.Verify(changed).FirstFault?.Stage);
        }
        Assert.Equal(9, events);
    }
}
