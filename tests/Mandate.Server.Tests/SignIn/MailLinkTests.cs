using System.Text;
using System.Text.RegularExpressions;
using Mandate.Server.Delivery;
using Mandate.Server.SignIn;
using Mandate.Server.Tests.Sessions;
using Visitor = Mandate.Server.Tests.Founding.Visitor;

namespace Mandate.Server.Tests.SignIn;

public sealed partial class MailLinkTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("mandate-link-").FullName;

    private string Pickup => Path.Combine(folder, "mail");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<Dockside> OpenAsync()
    {
        var dockside = await Dockside.OpenAsync(with: o => o with { Mail = new("desk@example.org") { PickupFolder = Pickup } }, rehearsal: false);
        dockside.Kept.SignInFile = Path.Combine(folder, "sign-in.db");
        return dockside;
    }

    private static async Task<Visitor> AskAsync(Dockside dockside, string address)
    {
        var visitor = new Visitor(dockside.Client.BaseAddress!);
        await visitor.GoAsync("/o/dockside/sign-in");
        return await visitor.SendAsync("/o/dockside/sign-in/mail", ("email", address));
    }

    /// <summary>The link in the one message that is written; waits for it, because it is written behind the page.</summary>
    private async Task<string> LinkAsync()
    {
        string[] files;
        do await Task.Delay(20, TestContext.Current.CancellationToken);
        while (!Directory.Exists(Pickup) || (files = Directory.GetFiles(Pickup, "*.eml")).Length == 0 || new FileInfo(files[0]).Length == 0);
        var text = await File.ReadAllTextAsync(Assert.Single(files), TestContext.Current.CancellationToken);
        var parts = text.ReplaceLineEndings("\n").Split("\n\n", 2);
        var body = parts[0].Contains("base64", StringComparison.OrdinalIgnoreCase) ? Encoding.UTF8.GetString(Convert.FromBase64String(parts[1].ReplaceLineEndings("")))
            : parts[1].Replace("=\n", "", StringComparison.Ordinal).Replace("=3D", "=", StringComparison.Ordinal);
        return Token().Match(body).Value;
    }

    [GeneratedRegex(@"/o/dockside/sign-in/mail\?t=[0-9a-f]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();

    [Fact]
    public async Task The_answer_is_the_same_for_an_address_that_is_not_on_the_roll_and_nothing_is_sent()
    {
        await using var dockside = await OpenAsync();
        using var stranger = await AskAsync(dockside, "nobody@example.org");
        using var member = await AskAsync(dockside, dockside.Kept.Personal("b1-07")!["email"]);
        Assert.Equal(stranger.Text, member.Text);
        Assert.Equal(stranger.Path, member.Path);
        // Requests are answered in turn: the stranger's has been when the member's is.
        await LinkAsync();
    }

    [Fact]
    public async Task A_link_signs_in_once_in_the_browser_that_asked_and_in_no_other()
    {
        await using var dockside = await OpenAsync();
        using var asked = await AskAsync(dockside, dockside.Kept.Personal("b1-07")!["email"].ToUpperInvariant());
        var link = await LinkAsync();
        using var other = new Visitor(dockside.Client.BaseAddress!);
        await other.GoAsync(link);
        await other.SendAsync("/o/dockside/sign-in/mail/use");
        Assert.Contains("This link does not work", other.Text, StringComparison.Ordinal);
        await asked.GoAsync(link);
        await asked.SendAsync("/o/dockside/sign-in/mail/use");
        Assert.Equal("/o/dockside", asked.Path);
        Assert.Contains("Name b1-07", asked.Text, StringComparison.Ordinal);
        using var store = CardStore.Open(dockside.Kept.SignInFile!);
        Assert.Null(store.TakeLink(link[^48..], "any"u8, DateTimeOffset.UtcNow));
    }

    [Fact]
    public void After_its_minutes_it_works_no_more()
    {
        using var store = CardStore.Open(Path.Combine(folder, "old.db"));
        var at = DateTimeOffset.UnixEpoch;
        var old = store.IssueLink("b1-07", "browser"u8, at);
        Assert.Null(store.TakeLink(old, "browser"u8, at + CardStore.LinkLasts + TimeSpan.FromSeconds(1)));
        var fresh = store.IssueLink("b1-07", "browser"u8, at);
        Assert.Null(store.TakeLink(fresh, "another"u8, at));
        Assert.Equal("b1-07", store.TakeLink(fresh, "browser"u8, at + CardStore.LinkLasts)!.Person);
        Assert.Null(store.TakeLink(fresh, "browser"u8, at));
    }

    [Fact]
    public async Task Where_no_mail_leaves_or_nothing_binds_no_link_is_offered()
    {
        await using var dockside = await Dockside.OpenAsync(with: o => o with { Mail = new("desk@example.org") { PickupFolder = Pickup } });
        dockside.Kept.SignInFile = Path.Combine(folder, "sign-in.db");
        using var visitor = new Visitor(dockside.Client.BaseAddress!);
        await visitor.GoAsync("/o/dockside/sign-in");
        Assert.Null(visitor.Page.QuerySelector("form[action$='/sign-in/mail']"));
    }
}
