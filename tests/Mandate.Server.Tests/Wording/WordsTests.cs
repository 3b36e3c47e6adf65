using Mandate.Server.Wording;
using Mandate.Tally;

namespace Mandate.Server.Tests.Wording;

public sealed class WordsTests
{
    [Theory]
    [InlineData("en", "14 December 2026"), InlineData("sv", "14 december 2026"), InlineData("nl", "14 december 2026"), InlineData("fr", "14 décembre 2026")]
    public void A_date_is_written_in_the_language(string language, string written) =>
        Assert.Equal(written, In(language).Date(new DateOnly(2026, 12, 14)));

    [Fact]
    public void The_first_of_a_month_is_the_first_in_French() => Assert.Equal("1er mai 2026", In("fr").Date(new DateOnly(2026, 5, 1)));

    [Theory]
    [InlineData(0, "dans 0 jour"), InlineData(1, "dans 1 jour"), InlineData(2, "dans 2 jours")]
    public void French_counts_nought_as_one(long days, string written) => Assert.Equal(written, In("fr").Count("date.in-days", days));

    [Theory]
    [InlineData("en", "2/3 of votes cast", "two thirds of the votes cast")]
    [InlineData("sv", "2/3 of votes cast", "två tredjedelar av de avgivna rösterna")]
    [InlineData("nl", "majority of seats", "meer dan de helft van de zetels")]
    [InlineData("fr", "3/4 of votes cast", "trois quarts des suffrages exprimés")]
    [InlineData("en", "10% of members", "10\u00A0% of the members")]
    [InlineData("en", "7/13 of seats", "7/13 of the seats")]
    [InlineData("sv", "90 days", "90 dagar")]
    [InlineData("nl", "1 year", "één jaar")]
    [InlineData("fr", "50 members", "50 membres")]
    public void A_short_form_of_the_constitution_is_said_in_words(string language, string form, string written) => Assert.Equal(written, In(language).Value(form));

    [Theory]
    [InlineData("the harbour of Ghent"), InlineData("0/0 of seats"), InlineData("12345678901 days"), InlineData("2/0 of votes cast"), InlineData("")]
    public void What_is_no_short_form_stands_as_it_is(string text) => Assert.Equal(text, In("en").Value(text));

    [Theory]
    [InlineData(0, "0"), InlineData(9999, "9999"), InlineData(12481, "12\u00A0481"), InlineData(1234567, "1\u00A0234\u00A0567"), InlineData(-24000, "\u221224\u00A0000")]
    public void Numbers_are_grouped_by_a_space(long number, string written) => Assert.Equal(written, In("nl").Number(number));

    [Theory]
    [InlineData(25, 37, "en", "67.6\u00A0%"), InlineData(25, 37, "sv", "67,6\u00A0%"), InlineData(1, 2, "en", "50\u00A0%"), InlineData(1999, 2000, "en", "100\u00A0%")]
    public void Per_cent_is_rounded_to_a_tenth(int above, int below, string language, string written) =>
        Assert.Equal(written, Quantity.Percent(new Fraction(above, below), In(language)));

    [Fact]
    public void The_organisations_own_words_replace_ours()
    {
        var glossary = new Glossary(new Dictionary<(string, string, string), string> { [("branch", "one", "en")] = "lodge", [("branch", "other", "en")] = "lodges" });
        var words = new Words(Language.English, glossary);
        Assert.Equal("120 lodges", words.Value("120 branches"));
        Assert.Equal("120 avdelningar", new Words(Language.Swedish, glossary).Value("120 branches"));
    }

    [Fact]
    public void A_moment_is_told_in_the_zone_of_the_organisation()
    {
        var zone = TimeZoneInfo.CreateCustomTimeZone("test", TimeSpan.FromHours(2), null, null);
        Assert.Equal("1 January 2027, 01:30", new Words(Language.English, null, zone).Moment(new DateTimeOffset(2026, 12, 31, 23, 30, 0, TimeSpan.Zero)));
    }

    [Theory]
    [InlineData("{"), InlineData("a {} b"), InlineData("a {name")]
    public void A_brace_that_is_not_closed_or_empty_is_an_error_with_its_place(string text) =>
        Assert.Contains("character", Assert.Throws<FormatException>(() => Template.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_missing_value_is_an_error_and_not_a_hole_in_a_sentence() =>
        Assert.Throws<KeyNotFoundException>(() => In("en").Say("date.long", ("day", 1)));

    private static Words In(string language) => new(Language.Find(language)!);
}
