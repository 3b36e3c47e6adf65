using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Mandate.Node.Encodings;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Founding;
using Mandate.Organisation.Roll;
using Mandate.Server.Api;
using Mandate.Server.Tests.Founding;

namespace Mandate.Server.Tests.Api;

public sealed class ApiTests
{
    [Fact]
    public async Task What_may_be_done_is_what_the_rules_answer()
    {
        await using var desk = await Desk.OpenAsync();
        using var visitor = await FoundTests.FoundAsync(desk, "rehearsal");
        var node = desk.Installation.Find("dockside")!;
        var founder = node.State.Founding.Founders[0];
        var (status, json) = await GetAsync(desk, "/api/o/dockside/may?as=" + founder);
        Assert.Equal(HttpStatusCode.OK, status);
        var own = new JsonArray([.. Offers.For(node.State, founder, node.Now, null).Select(o => ActJson.Offer(founder, o))]);
        Assert.True(JsonNode.DeepEquals(own, json["acts"]));
        Assert.NotEmpty(own);
    }

    [Fact]
    public async Task An_act_is_done_once_however_often_it_is_sent()
    {
        await using var desk = await Desk.OpenAsync();
        using var visitor = await FoundTests.FoundAsync(desk, "rehearsal");
        var node = desk.Installation.Find("dockside")!;
        var founder = node.State.Founding.Founders[0];
        var command = Encoding.UTF8.GetString(WireText.Encode(new EnterUnits([new Unit("u-1", "branch", "Quay Street", null, DateOnly.FromDateTime(node.Now.UtcDateTime))])));
        var (first, done) = await PostAsync(desk, "/api/o/dockside/acts?as=" + founder, command, "key-1");
        var (second, again) = await PostAsync(desk, "/api/o/dockside/acts?as=" + founder, command, "key-1");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first, second));
        Assert.Equal("accepted", (string?)done["outcome"]);
        Assert.Equal((long)done["index"]!, (long)again["index"]!);
        Assert.True((bool)again["repeated"]!);
        Assert.Single(node.State.Roll.Units);
    }

    [Fact]
    public async Task A_refusal_carries_what_the_command_line_says_and_a_sentence_in_the_readers_language()
    {
        await using var desk = await Desk.OpenAsync();
        using var visitor = await FoundTests.FoundAsync(desk, "rehearsal");
        var node = desk.Installation.Find("dockside")!;
        var founder = node.State.Founding.Founders[0];
        var refusal = Assert.IsType<Decision.Refused>(node.Ask(founder, new CloseFounding())).Refusal;
        var (status, problem) = await PostAsync(desk, $"/api/o/dockside/acts?as={founder}&lang=sv", "{\"type\":\"founding.close\",\"v\":1}");
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.True(JsonNode.DeepEquals(ActJson.Refusal(refusal), problem["refusal"]));
        Assert.Equal("urn:mandate:refusal:" + refusal.Code, (string?)problem["type"]);
        Assert.Equal(Mandate.Server.Wording.RefusalWords.Of(refusal, new(Mandate.Server.Wording.Language.Swedish), id => node.Vault!.Read(id)?.GetValueOrDefault("name")).Sentence, (string?)problem["title"]);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("{\"type\":\"motions.file\",\"v\":1}", "missing")]
    [InlineData("{\"type\":\"founding.close\",\"v\":1,\"stray\":2}", "stray")]
    [InlineData("{\"type\":\"no.such\",\"v\":1}", "no.such")]
    [InlineData("{\"command\":{\"type\":\"founding.close\",\"v\":1},\"files\":[\"%%\"]}", "base64")]
    [InlineData("{\"command\":{\"type\":\"founding.close\",\"v\":1},\"more\":1}", "more")]
    public async Task An_act_that_cannot_be_read_is_answered_with_the_field_and_what_would_be_right(string body, string says)
    {
        await using var desk = await Desk.OpenAsync();
        using var visitor = await FoundTests.FoundAsync(desk, "rehearsal");
        var node = desk.Installation.Find("dockside")!;
        var size = node.State.Size;
        var (status, problem) = await PostAsync(desk, "/api/o/dockside/acts?as=" + node.State.Founding.Founders[0], body);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(says, (string?)problem["title"], StringComparison.Ordinal);
        Assert.Equal(size, node.State.Size);
    }

    [Fact]
    public async Task Without_a_card_nobody_acts_for_anybody_in_a_real_organisation()
    {
        await using var desk = await Desk.OpenAsync();
        using var visitor = await FoundTests.FoundAsync(desk, "real");
        var founder = desk.Installation.Find("dockside")!.State.Founding.Founders[0];
        var (status, _) = await PostAsync(desk, "/api/o/dockside/acts?as=" + founder, "{\"type\":\"founding.approve\",\"v\":1}");
        Assert.Equal(HttpStatusCode.Unauthorized, status);
        var (wrong, _) = await GetAsync(desk, "/api/o/dockside/may", "Card 0000-0000-0000-0000");
        Assert.Equal(HttpStatusCode.Unauthorized, wrong);
    }

    [Fact]
    public async Task A_question_is_answered_as_on_the_command_line_and_of_ordinary_members_only_to_themselves()
    {
        await using var desk = await Desk.OpenAsync();
        using var visitor = await FoundTests.FoundAsync(desk, "rehearsal");
        var node = desk.Installation.Find("dockside")!;
        var (ada, bo) = (node.State.Founding.Founders[0], node.State.Founding.Founders[1]);
        var day = DateOnly.FromDateTime(node.Now.UtcDateTime);
        foreach (var command in (Command[])[new EnterUnits([new Unit("u-1", "branch", "Quay Street", null, day)]), new EnterMembers([.. new[] { ada, bo }.Select(p => new Member(p, "u-1", day, "en", MemberStatus.Active, new string('0', 64)))])])
            Assert.Equal(HttpStatusCode.OK, (await PostAsync(desk, "/api/o/dockside/acts?as=" + ada, Encoding.UTF8.GetString(WireText.Encode(command)))).Status);
        var (status, json) = await GetAsync(desk, $"/api/o/dockside/ask?question=person&id={ada}&as={ada}");
        Assert.Equal(HttpStatusCode.OK, status);
        var own = Asked.Of(node, node.State, "person", ada, node.Now).Json;
        Assert.True(JsonNode.DeepEquals(own["answers"], json["answers"]));
        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync(desk, $"/api/o/dockside/ask?question=person&id={ada}&as={bo}")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await GetAsync(desk, "/api/o/dockside/ask?question=gossip")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await GetAsync(desk, "/api/o/dockside/ask?question=offices&at=soon")).Status);
    }

    private static async Task<(HttpStatusCode Status, JsonNode Json)> GetAsync(Desk desk, string address, string? authorization = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return await SendAsync(desk, request);
    }

    private static async Task<(HttpStatusCode Status, JsonNode Json)> PostAsync(Desk desk, string address, string body, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.Relative)) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return await SendAsync(desk, request);
    }

    private static async Task<(HttpStatusCode Status, JsonNode Json)> SendAsync(Desk desk, HttpRequestMessage request)
    {
        var answer = await desk.Serving.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Contains("noindex", answer.Headers.GetValues("X-Robots-Tag").Single(), StringComparison.Ordinal);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!);
    }
}
