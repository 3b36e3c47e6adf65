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
        var dockside = await Dockside.OpenAsync(with: o => o with { Site = "https://dockside.example", Mail = new("desk@example.org") { PickupFolder = Pickup } }, rehearsal: false);
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

    [GeneratedRegex(@"https?://[a-z.0-9:]+/o/dockside/sign-in/mail\?t=[0-9a-f]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
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
        var link = new Uri(await LinkAsync()).PathAndQuery;
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
    public async Task A_link_leads_to_this_server_whatever_host_the_request_named()
    {
        await using var dockside = await OpenAsync();
        using var visitor = new Visitor(dockside.Client.BaseAddress!, host: "elsewhere.example");
        await visitor.GoAsync("/o/dockside/sign-in");
        await visitor.SendAsync("/o/dockside/sign-in/mail", ("email", dockside.Kept.Personal("b1-07")!["email"]));
        Assert.StartsWith("https://dockside.example/o/dockside/", await LinkAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_server_was_not_told_its_address_no_link_is_offered()
    {
        await using var dockside = await Dockside.OpenAsync(with: o => o with { Mail = new("desk@example.org") { PickupFolder = Pickup } }, rehearsal: false);
        dockside.Kept.SignInFile = Path.Combine(folder, "sign-in.db");
        using var visitor = new Visitor(dockside.Client.BaseAddress!);
        await visitor.GoAsync("/o/dockside/sign-in");
        Assert.Null(visitor.Page.QuerySelector("form[action$='/sign-in/mail']"));
    }

    [Theory]
    [InlineData("union.example")]
    [InlineData("ftp://union.example")]
    [InlineData("https://union.example/members")]
    [InlineData("https://me@union.example")]
    public void An_address_that_is_no_scheme_and_host_is_refused_with_what_would_be_right(string site) =>
        Assert.Contains("https://union.example", Assert.Throws<FormatException>(() => PublicAddress.FromEnvironment(_ => site)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Where_no_mail_leaves_or_nothing_binds_no_link_is_offered()
    {
        await using var dockside = await Dockside.OpenAsync(with: o => o with { Site = "https://dockside.example", Mail = new("desk@example.org") { PickupFolder = Pickup } });
        dockside.Kept.SignInFile = Path.Combine(folder, "sign-in.db");
        using var visitor = new Visitor(dockside.Client.BaseAddress!);
        await visitor.GoAsync("/o/dockside/sign-in");
        Assert.Null(visitor.Page.QuerySelector("form[action$='/sign-in/mail']"));
    }
}
