using System.Text;
using Mandate.Node.Exports;
using Mandate.Node.Sequencing;
using Mandate.Node.Tests.Support;
using Mandate.Node.Verification;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Documents;
using Mandate.Organisation.Roll;
using Mandate.SecretBallot.Formats;
using Mandate.SecretBallot.Sealing;

using Answer = Mandate.Node.Sequencing.Answer;

namespace Mandate.Node.Tests.Boxes;

/// <summary>"Open at the next congress, whatever the secretariat wants": the drill of 1923, and its reverse.</summary>
public sealed class SealedTestimonyTests
{
    private const string Text = "Remove the general secretary.";
    private static readonly Mandate.SecretBallot.Sealing.Opening AtCongress = new(new(2034, 1, 1), "congress");

    [Fact]
    public async Task Delegates_open_it_from_a_branchs_copy_though_the_author_is_dead_and_secretary_host_and_two_holders_refuse()
    {
        await using var o = await SealedTestimony.FoundAsync();
        var deposited = await o.DepositAsync(Text, AtCongress);
        // The branch takes its copy along, by an export or by the page of the document, and says so.
        o.Node.Export(o.At("branch"));
        await Dockside.Do(o.Node, "b1-06", new KeepCopy("testimony", "b1", deposited.Name));
        await Dockside.Do(o.Node, "b1-04", new RecordStatus(SealedTestimony.Author, MemberStatus.Deceased, "certificate"));
        await o.HostGoneAsync();

        using (var source = new ExportFolder(o.At("branch"))) Assert.True(Verifier.Run(source).Holds);
        var copy = SealedDocument.Read(await File.ReadAllBytesAsync(Path.Combine(o.At("branch"), "blobs", deposited.Name), TestContext.Current.CancellationToken));
        // Two holders are offline and one refuses; the congress has opened, as four have seen with their own eyes.
        var shares = new[] { 1, 4, 5, 7 }.Select(holder => o.Share(copy, holder, OpeningReason.Session)).ToList();
        Assert.Equal(Text, Encoding.UTF8.GetString(copy.Open(shares).Bytes));
    }

    [Fact]
    public async Task Three_holders_who_collude_before_the_congress_read_nothing_and_the_record_takes_no_share_of_theirs()
    {
        await using var o = await SealedTestimony.FoundAsync();
        var document = await o.DepositAsync(Text, AtCongress);
        var three = new[] { 1, 2, 3 }.Select(holder => o.Share(document, holder, OpeningReason.Day)).ToList();
        Assert.Contains("3 holders have opened, 4 are needed", Assert.Throws<RecordException>(() => document.Open(three)).Message, StringComparison.Ordinal);
        var answer = await o.Node.SubmitAsync("b1-03", new LendShare("testimony", document.Name, Name(three[0])), "early", SealedTestimony.Bytes(three[0].ToString()));
        Assert.Equal("documents.not-yet-open", Assert.IsType<Answer.Refused>(answer).Refusal.Code);
    }

    [Fact]
    public async Task On_its_day_any_member_brings_the_shares_and_it_is_open_to_all_and_executed_again()
    {
        await using var o = await SealedTestimony.FoundAsync();
        var document = await o.DepositAsync(Text, new(DateOnly.FromDateTime(o.Node.Now.UtcDateTime).AddDays(40)));
        o.Time.Now += TimeSpan.FromDays(40);
        foreach (var holder in new[] { 2, 3, 6 })
        {
            var share = o.Share(document, holder, OpeningReason.Day);
            await Dockside.Do(o.Node, "b1-12", new LendShare("testimony", document.Name, Name(share)), SealedTestimony.Bytes(share.ToString()));
        }
        // A share that was made with another key opens nothing, and is known for it.
        var false4 = o.Share(document, 4, OpeningReason.Day) with { Holder = 5 };
        Assert.Equal("documents.does-not-hold", Assert.IsType<Answer.Refused>(await o.Node.SubmitAsync("b1-12", new LendShare("testimony", document.Name, Name(false4)), "false", SealedTestimony.Bytes(false4.ToString()))).Refusal.Code);
        var last = o.Share(document, 7, OpeningReason.Day);
        await Dockside.Do(o.Node, "b1-12", new LendShare("testimony", document.Name, Name(last)), SealedTestimony.Bytes(last.ToString()));
        var lent = o.Node.State.Documents.All["testimony"].Seal!.Shares;
        Assert.Equal("documents.other-text", Assert.IsType<Answer.Refused>(await o.Node.SubmitAsync("b1-12", new UnsealDocument("testimony", document.Name, [.. lent.Values], Dockside.Name(SealedTestimony.Bytes("Keep him."))), "other", SealedTestimony.Bytes("Keep him."))).Refusal.Code);
        await Dockside.Do(o.Node, "b1-12", new UnsealDocument("testimony", document.Name, [.. lent.Values], Dockside.Name(SealedTestimony.Bytes(Text))), SealedTestimony.Bytes(Text));
        Assert.Equal(Dockside.Name(SealedTestimony.Bytes(Text)), o.Node.State.Documents.All["testimony"].Text);
        var report = o.Node.Verify();
        Assert.True(report.Holds, string.Join("\n", report.Faults));
        o.Node.Export(o.At("export"));
        using var source = new ExportFolder(o.At("export"));
        Assert.True(Verifier.Run(source).Holds);
    }

    [Fact]
    public async Task A_changed_copy_is_not_deposited_and_a_sign_of_holding_is()
    {
        await using var o = await SealedTestimony.FoundAsync();
        var changed = o.Seal(Text, AtCongress).ToString().Replace("2034-01-01", "2027-01-01", StringComparison.Ordinal);
        Assert.Equal("documents.does-not-hold", Assert.IsType<Answer.Refused>(await o.Node.SubmitAsync(SealedTestimony.Author, new SealDocument(Dockside.Name(SealedTestimony.Bytes(changed))), "changed", SealedTestimony.Bytes(changed))).Refusal.Code);
        o.Time.Now += TimeSpan.FromDays(100);
        var sign = SignOfHolding.Make(o.Key, o.Secrets[2], DateOnly.FromDateTime(o.Node.Now.UtcDateTime), SealedTestimony.Random).ToString();
        await Dockside.Do(o.Node, "b1-12", new GiveSignOfHolding(o.Key.Id, Dockside.Name(SealedTestimony.Bytes(sign))), SealedTestimony.Bytes(sign));
        o.Time.Now += TimeSpan.FromDays(100);
        Assert.Equal(1, o.Node.State.Documents.Keys[o.Key.Id].ThereOn(DateOnly.FromDateTime(o.Node.Now.UtcDateTime)));
        Assert.True(o.Node.Verify().Holds);
    }

    private static string Name(OpeningShare share) => Dockside.Name(SealedTestimony.Bytes(share.ToString()));
}
