using System.Text;
using System.Xml.Linq;
using Mandate.Server.Feeds;

namespace Mandate.Server.Tests.Feeds;

public sealed class FeedTests
{
    [Fact]
    public void A_calendar_folds_its_lines_at_75_octets_and_unfolds_to_what_was_meant()
    {
        var title = "Congrès; délégués, ordre du jour: " + string.Concat(Enumerable.Repeat("égalité ", 20));
        var text = Calendar.Write("Föreningen", [new("a@b", title, new(2026, 12, 14), new(2026, 12, 16), "http://x/y", "Gent")], DateTimeOffset.UnixEpoch);
        Assert.All(text.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
        var unfolded = text.Replace("\r\n ", "", StringComparison.Ordinal);
        Assert.Contains("SUMMARY:" + title.Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal), unfolded, StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:20261214\r\nDTEND;VALUE=DATE:20261217\r\n", unfolded, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1"), InlineData("@x", "'@x"), InlineData("-5", "'-5"), InlineData("a,b", "\"a,b\""), InlineData("say \"so\"", "\"say \"\"so\"\"\""), InlineData("plain", "plain")]
    public void A_table_holds_no_formula_and_quotes_what_must_be(string cell, string written) =>
        Assert.Equal($"\uFEFFh\r\n{written}\r\n", Encoding.UTF8.GetString(Csv.Write(["h"], [[cell]])));

    [Fact]
    public void A_feed_is_well_formed_whatever_stands_in_it()
    {
        var feed = XDocument.Parse(Encoding.UTF8.GetString(Atom.Write("http://x/f", "A & B", "sv", DateTimeOffset.UnixEpoch, [new("http://x/1", "<b>\u0001 & ]]>", DateTimeOffset.UnixEpoch, "s")])));
        Assert.Equal("<b> & ]]>", feed.Descendants().Last(e => e.Name.LocalName == "title").Value);
    }

    [Theory]
    [InlineData("calendar.ics", "BEGIN:VEVENT"), InlineData("decisions.atom", "<entry>"), InlineData("record.atom", "<entry>"), InlineData("offices.csv", "Congress"), InlineData("motions.csv", "Filed"), InlineData("votes.csv", "Result")]
    public async Task Each_is_served_without_names_of_ordinary_members_and_kept_from_search_engines(string path, string holds)
    {
        await using var serving = await Serving.StartAsync(Federation.Kept);
        var answer = await serving.Client.GetAsync(new Uri("/o/federation/" + path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("noindex", answer.Headers.GetValues("X-Robots-Tag").Single(), StringComparison.Ordinal);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains(holds, text, StringComparison.Ordinal);
        var ordinary = Federation.Kept.State.Roll.Members.Keys.Order(StringComparer.Ordinal).Where(p => !Federation.Kept.State.Offices.Career(p).Any()).Take(500).Select(Federation.Kept.NameOf).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var officers = Federation.Kept.State.Offices.Tenures.Values.Select(t => Federation.Kept.NameOf(t.Person)).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(ordinary, name => !officers.Contains(name) && text.Contains(name, StringComparison.Ordinal));
    }
}
