using Mandate.Server.SignIn;

namespace Mandate.Server.Tests.SignIn;

public sealed class CardStoreTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private readonly string folder = Directory.CreateTempSubdirectory("mandate-cards-").FullName;
    private readonly CardStore store;

    public CardStoreTests() => store = CardStore.Open(Path.Combine(folder, "sign-in.db"));

    public void Dispose()
    {
        store.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_card_signs_in_its_person_and_nobody_else()
    {
        var issued = store.Issue(["ada", "bo"], "ada", Now);
        foreach (var (person, code) in issued) Assert.Equal(person, Assert.IsType<Shown.Accepted>(store.Show(code, Now)).Person);
        Assert.IsType<Shown.Wrong>(store.Show(issued[0].Code with { Secret = issued[1].Code.Secret }, Now));
        Assert.IsType<Shown.Wrong>(store.Show(CardCode.New(), Now));
    }

    [Fact]
    public void A_new_card_ends_the_old_one()
    {
        var old = store.Issue(["ada"], "ada", Now)[0].Code;
        var young = store.Issue(["ada"], "ada", Now)[0].Code;
        Assert.IsType<Shown.Wrong>(store.Show(old, Now));
        Assert.False(store.Holds(old.Id, "ada"));
        Assert.IsType<Shown.Accepted>(store.Show(young, Now));
    }

    [Fact]
    public void A_revoked_card_is_worth_nothing()
    {
        var code = store.Issue(["ada"], "ada", Now)[0].Code;
        Assert.True(store.Revoke("ada", "bo", Now));
        Assert.IsType<Shown.Wrong>(store.Show(code, Now));
        Assert.Empty(store.Good());
        Assert.False(store.Revoke("ada", "bo", Now));
    }

    [Fact]
    public void After_many_wrong_codes_a_card_is_locked_for_a_while_even_for_the_right_one()
    {
        var code = store.Issue(["ada"], "ada", Now)[0].Code;
        for (var i = 0; i < CardStore.Tries; i++) Assert.IsType<Shown.Wrong>(store.Show(code with { Secret = CardCode.New().Secret }, Now));
        var locked = Assert.IsType<Shown.Locked>(store.Show(code, Now));
        Assert.IsType<Shown.Locked>(store.Show(code, locked.Until.AddSeconds(-1)));
        Assert.IsType<Shown.Accepted>(store.Show(code, locked.Until));
    }

    [Fact]
    public void No_code_stands_in_the_file()
    {
        var code = store.Issue(["ada"], "ada", Now)[0].Code;
        foreach (var file in Directory.GetFiles(folder))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            Assert.DoesNotContain(code.Secret, reader.ReadToEnd(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Cards_are_there_after_a_restart()
    {
        var code = store.Issue(["ada"], "ada", Now)[0].Code;
        using var again = CardStore.Open(Path.Combine(folder, "sign-in.db"));
        Assert.IsType<Shown.Accepted>(again.Show(code, Now));
    }
}
