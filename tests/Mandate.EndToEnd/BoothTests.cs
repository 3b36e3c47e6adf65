using System.Text.Json;
using Mandate.Node;
using Mandate.Node.Boxes;
using Mandate.Node.Tests.Boxes;
using Mandate.Organisation.Votes;
using Mandate.SecretBallot.Formats;
using Mandate.SecretBallot.Groups;
using Mandate.SecretBallot.Making;
using Mandate.SecretBallot.Verification;
using Mandate.Server.Keeping;
using Microsoft.Playwright;

namespace Mandate.EndToEnd;

/// <summary>Ballots are sealed in a browser, checked by the box as by every verifier, opened by trustees and published.</summary>
public sealed class BoothTests(Chromium chromium)
{
    [Fact]
    public async Task A_ranking_is_sealed_tested_cast_replaced_found_and_counted()
    {
        await using var o = await SealedVote.ElectionAsync();
        await using var site = await Site.StartAsync(s => s with { Keeper = new NodeKeeper(o.Installation, (_, person) => person) });
        await using var context = await chromium.OpenAsync(site.Address, Look.Narrow);
        var page = await context.NewPageAsync();
        var sent = new List<IRequest>();
        page.Request += (_, request) => sent.Add(request);

        await page.GotoAsync("/o/dockside/votes/e1/booth");
        await page.GetByLabel("Your credential").FillAsync("nothing of that kind");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("XXXXX-XXXXXX-XXXXX-XXXXXX");
        await page.GetByLabel("Your credential").FillAsync(Credential.Generate(o.Board.Election.Uuid, SealedVote.Random).Text);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("not one of this vote");
        await Accessible.CheckAsync(page);
        await page.GetByLabel("Your credential").FillAsync(o.Voters[0].Text);
        await page.Keyboard.PressAsync("Enter");

        // With the keyboard alone: a list of numbers beside each name.
        var numbers = page.Locator(".booth select");
        await Assertions.Expect(numbers).ToHaveCountAsync(3);
        await numbers.Nth(0).SelectOptionAsync("1");
        await numbers.Nth(1).SelectOptionAsync("1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Seal my vote" }).PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Each number once");
        await numbers.Nth(1).SelectOptionAsync("2");
        await Site.PictureAsync(page, "booth-ranking");
        await Accessible.CheckAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Seal my vote" }).PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Your vote, sealed" })).ToBeVisibleAsync();
        await Site.PictureAsync(page, "booth-review");
        await Accessible.CheckAsync(page);

        // A sealed ballot is opened to test the device; it is not cast, and holds what was chosen.
        await page.GetByText("Test the seal instead").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Test the seal instead" }).ClickAsync();
        var saved = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Save the open ballot" }).ClickAsync());
        using (var open = JsonDocument.Parse(await File.ReadAllTextAsync(await saved.PathAsync(), TestContext.Current.CancellationToken)))
            Assert.Equal(["1", "2", "0"], OpenedBallot.Read(o.Board.Election, open.RootElement.GetProperty("ballot").GetRawText(), [.. open.RootElement.GetProperty("randomness").EnumerateArray().Select(q => q.EnumerateArray().Select(r => r.GetString()!).ToArray())]).Single().Split(' '));
        Assert.Equal(0, o.Board.Ballots);
        await page.GetByRole(AriaRole.Button, new() { Name = "Vote anew" }).ClickAsync();

        var first = await SealAsync(page, "1", "2", "3");
        await page.GetByRole(AriaRole.Button, new() { Name = "Vote again" }).ClickAsync();
        var second = await SealAsync(page, "1", "0", "2");
        await Site.PictureAsync(page, "booth-done");
        await Accessible.CheckAsync(page);
        Assert.Equal(((1, false), (2, true)), (o.Board.Find(first)!.Value, o.Board.Find(second)!.Value));
        // The credential has not left the page, and no cookie went with the ballot.
        Assert.All(sent, r => Assert.DoesNotContain(o.Voters[0].Text, r.Url + r.PostData, StringComparison.Ordinal));
        Assert.All(sent.Where(r => r.Method == "POST"), r => Assert.False(r.Headers.ContainsKey("cookie")));

        await page.GetByRole(AriaRole.Link, new() { Name = "Find it in the box" }).ClickAsync();
        await Assertions.Expect(page.GetByText("It is ballot 2 in the box, and it counts")).ToBeVisibleAsync();
        await Site.PictureAsync(page, "box-open");
        await Accessible.CheckAsync(page);

        for (var voter = 1; voter < 10; voter++) Assert.Null((await o.CastAsync(voter, new RankingVote(1, 2, 3))).Fault);
        await o.CloseAsync();
        foreach (var owner in new[] { 1, 2 }) Assert.Null((await o.Board.ExtendAsync(o.Shuffled(owner))).Fault);
        foreach (var owner in new[] { 1, 3 }) Assert.Null((await o.DecryptAsync(owner)).Fault);
        await o.PublishAsync();
        Assert.True(o.Node.Verify().Holds);
        await page.GotoAsync($"/o/dockside/votes/e1/box?number={Uri.EscapeDataString(second)}");
        await Assertions.Expect(page.GetByText("and it counts")).ToBeVisibleAsync();
        await Site.PictureAsync(page, "box-result");
        await Accessible.CheckAsync(page);
    }

    [Theory]
    [InlineData("en-GB"), InlineData("sv-SE"), InlineData("nl-BE"), InlineData("fr-BE")]
    public async Task A_choice_is_sealed_found_and_read_as_a_result_by_keyboard_on_a_phone_in_every_language(string language)
    {
        await using var o = await SealedVote.QuestionAsync();
        await using var site = await Site.StartAsync(s => s with { Keeper = new NodeKeeper(o.Installation, (_, person) => person) });
        await using var context = await chromium.OpenAsync(site.Address, Look.Narrow with { Language = language });
        var page = await context.NewPageAsync();
        async Task Press(params string[] keys)
        {
            foreach (var key in keys) await page.Keyboard.PressAsync(key);
        }
        async Task Heading(string key)
        {
            await Assertions.Expect(page.Locator(".booth h2")).ToBeFocusedAsync();
            await Site.PictureAsync(page, $"booth-{key}-{language}");
            await Accessible.CheckAsync(page);
        }
        await page.GotoAsync("/o/dockside/votes/q1/booth");
        await Heading("credential");
        await Press("Tab");
        await page.Keyboard.TypeAsync(o.Voters[3].Text);
        await Press("Enter");
        await Assertions.Expect(page.Locator("input[type=radio]")).ToHaveCountAsync(3);
        await Heading("choice");
        await Press("Tab", "Space", "Tab", "Enter");
        await Assertions.Expect(page.Locator("ul.choice li")).ToHaveCountAsync(1);
        await Heading("review");
        await Press("Tab", "Enter");
        await Assertions.Expect(page.Locator("a[download='ballot-number.txt']")).ToBeVisibleAsync();
        await Heading("done");
        var first = (await page.Locator("[data-number]").GetAttributeAsync("data-number"))!;
        Assert.Equal((1, true), o.Board.Find(first));
        // Once more, with the other choice: the first ballot is in the box still, and counts no more.
        await Press("Tab", "Tab", "Tab", "Enter");
        await Assertions.Expect(page.Locator("input[type=radio]")).ToHaveCountAsync(3);
        await Press("Tab", "Space", "ArrowDown", "Tab", "Enter");
        await Assertions.Expect(page.Locator("ul.choice li")).ToHaveCountAsync(1);
        await Press("Tab", "Enter");
        await Assertions.Expect(page.Locator("a[download='ballot-number.txt']")).ToBeVisibleAsync();
        Assert.Equal((1, false), o.Board.Find(first));
        await Press("Tab", "Tab", "Enter");
        await page.WaitForURLAsync("**/box?number=*");
        await Assertions.Expect(page.Locator("#find ~ p[role=status] svg")).ToBeVisibleAsync();
        await Site.PictureAsync(page, "box-found-" + language);
        await Accessible.CheckAsync(page);

        for (var voter = 0; voter < 11; voter++) Assert.Null((await o.CastAsync(voter, new ChoiceVote(voter < 7 ? 0 : voter < 9 ? 1 : 2))).Fault);
        await o.CloseAsync();
        foreach (var owner in new[] { 1, 2 }) Assert.Null((await o.DecryptAsync(owner)).Fault);
        await o.PublishAsync();
        await page.GotoAsync("/o/dockside/votes/q1/box");
        await Assertions.Expect(page.Locator("input[type=file]")).ToHaveCountAsync(0);
        await Site.PictureAsync(page, "box-member-" + language);
        await Accessible.CheckAsync(page);
    }

    [Fact]
    public async Task The_trustees_page_makes_a_part_of_a_key_and_opens_the_sum_without_a_network()
    {
        await using var o = await SealedVote.QuestionAsync();
        await using var context = await chromium.OpenAsync(new Uri("http://127.0.0.1:9/"), Look.Light);
        var page = await context.NewPageAsync();
        var requests = 0;
        page.Request += (_, request) => requests += request.Url.StartsWith("http", StringComparison.Ordinal) ? 1 : 0;
        await page.GotoAsync(new Uri(Path.Combine(Repository.Root, "src", "Mandate.Server", "assets", "trustee.html")).AbsoluteUri);

        // Member 2 of a ceremony whose members 1 and 3 use the command line.
        CeremonyMember[] others = [new(1, 3, 2, SealedVote.Random), new(3, 3, 2, SealedVote.Random)];
        await page.GetByLabel("My number").FillAsync("2");
        await page.GetByLabel("How many trustees").FillAsync("3");
        await page.GetByLabel("How many open together").FillAsync("2");
        await page.Locator("#begin button").ClickAsync();
        var begun = await MadeAsync(page);
        var certificates = new[] { others[0].Certificate, SignedMessage.Read("certificate", Bytes(begun["certificate-2.json"]), CurveGroup.Instance), others[1].Certificate };
        var files = begun.Append(new("certificate-1.json", certificates[0].ToString())).Append(new("certificate-3.json", certificates[2].ToString())).ToDictionary();
        await page.Locator("#share-files").SetInputFilesAsync(Payloads(files));
        await page.Locator("#share button").ClickAsync();
        var shared = await MadeAsync(page);
        Contribution[] contributions = [others[0].Contribute(certificates), Contribution.Read("contribution", Bytes(shared["contribution-2.json"])), others[1].Contribute(certificates)];
        foreach (var (name, content) in new[] { ("contribution-1.json", contributions[0].ToString()), ("contribution-2.json", shared["contribution-2.json"]), ("contribution-3.json", contributions[2].ToString()),
            ("share-1-to-2.sealed", Convert.ToBase64String(others[0].SealShareFor(certificates[1]))), ("share-2-to-2.sealed", shared["share-2-to-2.sealed"]), ("share-3-to-2.sealed", Convert.ToBase64String(others[1].SealShareFor(certificates[1]))) })
            files[name] = content;
        await page.Locator("#finish-files").SetInputFilesAsync(Payloads(files));
        await page.Locator("#finish button").ClickAsync();
        var finished = await MadeAsync(page);
        byte[] From(CeremonyMember sender, CeremonyMember to) => sender == others[0] || sender == others[1] ? sender.ShareFor(to.Index) : [];
        var keys = others.Select(m => m.Finish(contributions, [From(others[0], m), m.OpenShareFrom(2, Convert.FromBase64String(shared[$"share-2-to-{m.Index}.sealed"]))!, From(others[1], m)])).ToList();
        var record = CeremonyMember.Assemble(2, certificates, contributions, [keys[0].Key, TrusteeKey.Read("key", Bytes(finished["key-2.json"]), CurveGroup.Instance), keys[1].Key]);
        Assert.Null(record.Check(CurveGroup.Instance));
        Assert.Equal(record.Keys[1].PublicKey, TrusteeSecret.FromBytes(Convert.FromHexString(finished["my.key"].Trim()))!.PublicKey);

        // A share of the decryption; a box that is a single ballot is not opened.
        for (var voter = 0; voter < 11; voter++) Assert.Null((await o.CastAsync(voter, new ChoiceVote(voter < 6 ? 0 : 1))).Fault);
        await o.CloseAsync();
        await page.Locator("#decrypt-files").SetInputFilesAsync(new FilePayload[] { new() { Name = "q1.bel", MimeType = "application/octet-stream", Buffer = o.Board.Bytes() }, new() { Name = "my.key", MimeType = "text/plain", Buffer = Bytes(Convert.ToHexStringLower(o.Keys[1].ToBytes()) + "\n") } });
        await page.Locator("#decrypt button").ClickAsync();
        var share = await MadeAsync(page);
        await Assertions.Expect(page.GetByText(o.Board.Head)).ToBeVisibleAsync();
        await Accessible.CheckAsync(page);
        await Site.PictureAsync(page, "trustee");
        Assert.Null((await o.Board.DecryptAsync(Bytes(share["share.partial.json"]))).Fault);
        Assert.Null((await o.DecryptAsync(1)).Fault);
        await o.PublishAsync();
        Assert.Equal(new Figures(6, 5, 0), o.Node.State.Votes.Find("q1")!.Outcome!.Figures);
        Assert.Equal(0, requests);
    }

    [Fact]
    public async Task The_box_is_prepared_confirmed_opened_used_at_the_desk_and_published_on_its_pages()
    {
        await using var o = await SealedVote.PutAsync();
        await using var site = await Site.StartAsync(s => s with { Keeper = new NodeKeeper(o.Installation, (_, person) => person) });
        await using var context = await chromium.OpenAsync(site.Address, Look.Light);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/o/dockside/as/" + SealedVote.Conductor);
        await page.GotoAsync("/o/dockside/votes/q1");
        await page.GetByRole(AriaRole.Link, new() { Name = "Prepare the box" }).ClickAsync();
        await Accessible.CheckAsync(page);
        var uuid = await page.Locator("dd code").InnerTextAsync();
        var (credentials, trustees) = o.Files(uuid);
        await page.GetByLabel("The authority’s public.json").SetInputFilesAsync(new FilePayload { Name = "public.json", MimeType = "application/json", Buffer = credentials });
        await page.GetByLabel("The record of the key, trustees.json").SetInputFilesAsync(new FilePayload { Name = "trustees.json", MimeType = "application/json", Buffer = trustees });
        await page.GetByLabel("Who gives out the credentials").FillAsync("b1-03");
        await page.GetByLabel("Trustees, one a line").FillAsync("b1-01 = left\nb1-02 = left\nb1-05 = centre");
        await page.GetByRole(AriaRole.Button, new() { Name = "Prepare the box" }).ClickAsync();
        await Assertions.Expect(page.GetByText("could open ballots alone")).ToBeVisibleAsync();
        await page.GetByLabel("The authority’s public.json").SetInputFilesAsync(new FilePayload { Name = "public.json", MimeType = "application/json", Buffer = credentials });
        await page.GetByLabel("The record of the key, trustees.json").SetInputFilesAsync(new FilePayload { Name = "trustees.json", MimeType = "application/json", Buffer = trustees });
        await page.GetByLabel("Trustees, one a line").FillAsync("b1-01 = left\nb1-02 = right\nb1-05 = centre");
        await page.GetByRole(AriaRole.Button, new() { Name = "Prepare the box" }).ClickAsync();
        await page.WaitForURLAsync("**/box?done=*");
        await Site.PictureAsync(page, "box-prepared");
        await Accessible.CheckAsync(page);
        foreach (var person in SealedVote.Trustees.Select(t => t.Person).Append("b1-03"))
        {
            var print = o.Node.State.Votes.Find("q1")!.Box!.Fingerprint;
            await Mandate.Node.Tests.Support.Dockside.Do(o.Node, person, new ConfirmBox("q1", print));
        }
        await Mandate.Node.Tests.Support.Dockside.Do(o.Node, SealedVote.Conductor, new OpenVote("q1"));
        for (var voter = 0; voter < 11; voter++) Assert.Null((await o.CastAsync(voter, new ChoiceVote(voter < 6 ? 0 : 1))).Fault);
        await page.GotoAsync("/o/dockside/votes/q1/box");
        await page.GetByRole(AriaRole.Button, new() { Name = "End voting from afar" }).ClickAsync();
        await page.WaitForURLAsync("**/box?done=*");
        await page.GotoAsync("/o/dockside/votes/q1/booth/desk");
        await page.Locator("#credential").FillAsync(o.Voters[0].Text);
        await page.Keyboard.PressAsync("Enter");
        await page.GetByLabel("Against", new() { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Seal my vote" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Put it into the box" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Your vote is sealed and in the box" })).ToBeVisibleAsync();
        await page.GotoAsync("/o/dockside/votes/q1/box");
        await page.GetByRole(AriaRole.Button, new() { Name = "Close the box" }).ClickAsync();
        await page.WaitForURLAsync("**/box?done=*");
        foreach (var owner in new[] { 1, 3 })
        {
            await page.GetByLabel("File").SetInputFilesAsync(new FilePayload { Name = "share.partial.json", MimeType = "application/json", Buffer = o.Share(owner) });
            await page.GetByRole(AriaRole.Button, new() { Name = "Bring it" }).ClickAsync();
            await Assertions.Expect(page.GetByText("Taken. The head of the box is now")).ToBeVisibleAsync();
        }
        await page.GotoAsync("/o/dockside/votes/q1/box");
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish the result" }).ClickAsync();
        await page.WaitForURLAsync("**/box?done=*");
        await Site.PictureAsync(page, "box-published");
        await Accessible.CheckAsync(page);
        Assert.Equal(new Figures(5, 6, 0), o.Node.State.Votes.Find("q1")!.Outcome!.Figures);
    }

    private static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    private static FilePayload[] Payloads(IEnumerable<KeyValuePair<string, string>> files) => [.. files.Select(f => new FilePayload { Name = f.Key, MimeType = "text/plain", Buffer = Bytes(f.Value) })];

    /// <summary>The files that the page has made for its trustee.</summary>
    private static async Task<Dictionary<string, string>> MadeAsync(IPage page)
    {
        await Assertions.Expect(page.Locator("#made a").First).ToBeVisibleAsync(new() { Timeout = 30_000 });
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var link in await page.Locator("#made a").AllAsync())
        {
            var saved = await page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
            files[saved.SuggestedFilename] = await File.ReadAllTextAsync(await saved.PathAsync(), TestContext.Current.CancellationToken);
        }
        return files;
    }

    private static async Task<string> SealAsync(IPage page, params string[] numbers)
    {
        for (var i = 0; i < numbers.Length; i++) await page.Locator(".booth select").Nth(i).SelectOptionAsync(numbers[i]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Seal my vote" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Put it into the box" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Your vote is sealed and in the box" })).ToBeVisibleAsync();
        return (await page.Locator("[data-number]").GetAttributeAsync("data-number"))!;
    }
}
