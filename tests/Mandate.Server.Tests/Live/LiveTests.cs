using System.Text;
using Mandate.Server.Live;
using Mandate.Server.Look;
using Mandate.Server.Wording;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Mandate.Server.Tests.Live;

public sealed class LiveTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reader_gets_what_is_shown_now_and_then_what_changes_in_the_readers_language()
    {
        await using var serving = await StartAsync();
        var regions = serving.Parts.GetRequiredService<LiveRegions>();
        Publish(regions, "item", met: false);
        using var reader = await ReadAsync(serving, "/live/sv?region=item");
        Assert.Contains("Inte uppfyllt ännu:", await EventAsync(reader), StringComparison.Ordinal);
        Publish(regions, "item", met: true);
        Assert.Contains("Uppfyllt:", await EventAsync(reader), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_who_has_the_latest_gets_only_what_is_newer()
    {
        await using var serving = await StartAsync();
        var regions = serving.Parts.GetRequiredService<LiveRegions>();
        Publish(regions, "item", met: false);
        using var reader = await ReadAsync(serving, $"/live/en?region=item&region=clock&since={regions.Version("item")}");
        Publish(regions, "clock", met: true);
        var next = await EventAsync(reader);
        Assert.StartsWith("event: clock\n", next, StringComparison.Ordinal);
    }

    [Fact]
    public void An_event_keeps_every_line_of_its_fragment()
    {
        var text = Encoding.UTF8.GetString(LiveRegions.Event("a", 7, "<p>\r\none\n\n</p>").Span);
        Assert.Equal("event: a\nid: 7\ndata: <p>\ndata: one\ndata: \ndata: </p>\n\n", text);
    }

    private static Task<Serving> StartAsync() => Serving.StartAsync(more: app => app.MapGet("/live/{language}", (string language, string[] region, long? since, LiveRegions regions) =>
        new LiveStream(regions, region, Language.Find(language)!, since ?? 0)));

    private static void Publish(LiveRegions regions, string name, bool met) =>
        regions.Publish<Requirement>(name, new Dictionary<string, object?>(StringComparer.Ordinal) { ["Met"] = met }, _ => { });

    private static async Task<StreamReader> ReadAsync(Serving serving, string path)
    {
        var answer = await serving.Client.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Stop);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        return new StreamReader(await answer.Content.ReadAsStreamAsync(Stop));
    }

    private static async Task<string> EventAsync(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(Stop) is { Length: > 0 } line) text.Append(line).Append('\n');
        return text.ToString();
    }
}
