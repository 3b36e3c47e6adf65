using System.Collections.Immutable;
using System.Security.Cryptography;
using Mandate.Node.Sequencing;
using Mandate.Node.Stores;
using Mandate.Node.Tests.Support;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Founding;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Trust;

namespace Mandate.Node.Tests.Rehearsals;

public sealed class RehearsalCopyTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly SetTime time = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_copy_says_in_its_first_entry_that_it_is_a_rehearsal_and_is_verified_like_any_record()
    {
        await using var installation = await OpenAsync();
        var real = installation.Find("dockside")!;
        time.Now = time.Now.AddDays(3);
        var copy = installation.Rehearse("dockside", "b1-05");
        Assert.True(Assert.IsType<OpenFounding>(copy.Entries(0, 1).Single().Entry.Command).Rehearsal);
        Assert.True(copy.State.Founding.Rehearsal);
        Assert.NotEqual(real.Key, copy.Key);
        Assert.Equal(time.Now, copy.Now);
        Assert.Equal(real.State.Roll.Members.Count, copy.State.Roll.Members.Count);
        Assert.Equal(real.State.Offices.Tenures.Keys.Order(StringComparer.Ordinal), copy.State.Offices.Tenures.Keys.Order(StringComparer.Ordinal));
        var report = copy.Verify();
        Assert.True(report.Holds, string.Join('\n', report.Faults));
    }

    [Fact]
    public async Task What_is_done_in_a_copy_leaves_the_real_record_as_it_was()
    {
        await using var installation = await OpenAsync();
        var real = installation.Find("dockside")!;
        var (size, checkpoint) = (real.State.Size, real.Current.Checkpoint);
        var copy = installation.Rehearse("dockside", "b1-05");
        await Dockside.Do(copy, "b1-01", new AdvanceClock(copy.Now.AddDays(10)));
        await Dockside.Do(copy, "b1-01", new DemandSession("d1", "congress", null, "Practice"));
        Assert.Equal(size, real.State.Size);
        Assert.Equal(checkpoint, real.Current.Checkpoint);
        Assert.Empty(real.State.Sessions.Demands);
    }

    [Fact]
    public async Task Neither_addresses_nor_the_keys_of_pseudonyms_come_along()
    {
        await using var installation = await OpenAsync();
        var real = installation.Find("dockside")!;
        foreach (var person in new[] { "b1-01", "b1-12" })
            real.Vault!.Keep(person, [KeyValuePair.Create("name", "Name of " + person), KeyValuePair.Create("email", "a@example.org"), KeyValuePair.Create("number", "17")]);
        var copy = installation.Rehearse("dockside", "b1-05");
        Assert.Equal(["name", "number"], copy.Vault!.Read("b1-01")!.Keys);
        Assert.Null(copy.Vault!.Read("b1-12"));
        copy.Vault!.Ensure(["b1-01"]);
        Assert.NotEqual(real.Names!("b1-01", "vote/v1"), copy.Names!("b1-01", "vote/v1"));
    }

    [Fact]
    public async Task Who_must_sign_in_the_real_record_need_not_in_a_rehearsal()
    {
        await using var installation = await OpenAsync();
        var real = installation.Find("dockside")!;
        var key = Convert.ToBase64String(Mandate.Ed25519.PrivateKey.FromSeed(RandomNumberGenerator.GetBytes(32)).PublicKey.ToBytes());
        await Dockside.Do(real, "b1-07", new RegisterKey(key, Demand: true, Replaces: null));
        await Dockside.Do(real, "b1-04", new RecordKeyNotice("b1-07", key, "letter"));
        time.Now = time.Now.AddDays(30);
        var act = new DemandSession("d1", "congress", null, "Practice");
        Assert.Equal("trust.needs-own-key", Assert.IsType<Answer.Refused>(await real.SubmitAsync("b1-07", act, "k-1")).Refusal.Code);
        Assert.IsType<Answer.Accepted>(await installation.Rehearse("dockside", "b1-05").SubmitAsync("b1-07", act, "k-1"));
    }

    [Fact]
    public async Task A_copy_is_thrown_away_with_its_keys_and_nothing_else_can_be()
    {
        await using var installation = await OpenAsync();
        var name = installation.Rehearse("dockside", "b1-05").Folder!.Name;
        Assert.False(await installation.ThrowAwayAsync("dockside"));
        Assert.True(await installation.ThrowAwayAsync(name));
        Assert.False(Directory.Exists(folder.At("data", name)) || Directory.Exists(folder.At("data-keys", name)));
        Assert.NotNull(installation.Find("dockside"));
        Assert.Null(installation.Find(name));
    }

    [Fact]
    public async Task A_copy_is_there_after_a_restart_unless_its_making_was_interrupted()
    {
        string whole, half;
        await using (var installation = await OpenAsync())
        {
            whole = installation.Rehearse("dockside", "b1-05").Folder!.Name;
            half = installation.Rehearse("dockside", "b1-05").Folder!.Name;
        }
        var file = folder.At("data", half, "practice");
        File.WriteAllText(file, File.ReadAllText(file).Replace("complete", "being made", StringComparison.Ordinal));
        await using var again = Installation.Open(folder.At("data"), options: new() { Time = time });
        Assert.Equal(["dockside", whole], again.Organisations.Select(o => o.Key));
        Assert.Equal(("dockside", "b1-05"), (again.Find(whole)!.Practice!.Of, again.Find(whole)!.Practice!.Maker));
        Assert.False(Directory.Exists(folder.At("data-keys", half)));
    }

    [Fact]
    public async Task A_copy_of_a_copy_or_of_nothing_is_not_made_and_leaves_nothing_behind()
    {
        await using var installation = await OpenAsync();
        var name = installation.Rehearse("dockside", "b1-05").Folder!.Name;
        Assert.Throws<StoreFaultException>(() => installation.Rehearse(name, "b1-05"));
        installation.Create("empty");
        Assert.Throws<StoreFaultException>(() => installation.Rehearse("empty", "b1-05"));
        Assert.Equal(["dockside", name, "empty"], Directory.EnumerateDirectories(folder.At("data")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private async Task<Installation> OpenAsync()
    {
        var installation = Installation.Open(folder.At("data"), options: new() { Time = time });
        await Dockside.FoundAsync(installation.Create("dockside"));
        return installation;
    }
}
