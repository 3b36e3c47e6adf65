using System.Globalization;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Mandate.Cli.Contract;

namespace Mandate.Cli.Tests;

/// <summary>The chronology that comes with the program, as an organisation on disk that can be asked.</summary>
public sealed class ToldYear : IAsyncLifetime
{
    private readonly string root = Directory.CreateTempSubdirectory("mandate-ask-").FullName;

    public string Folder => Path.Combine(root, "year");

    public async ValueTask InitializeAsync() => Assert.Equal(ExitCode.Done, (await RunAsync("replay", "party-1923", "--out", Folder)).Code);

    public async Task<(JsonObject Data, string Message)> AskAsync(string question, string? id = null, string? at = null)
    {
        var (code, data, message) = await RunAsync(["ask", Folder, question, .. id is null ? Array.Empty<string>() : ["--id", id], .. at is null ? Array.Empty<string>() : ["--at", at]]);
        Assert.True(code == ExitCode.Done, message);
        return (data, message);
    }

    public static async Task<(int Code, JsonObject Data, string Message)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync([.. arguments, "--json"], output, error);
        return (code, JsonNode.Parse(output.ToString())!.AsObject(), error.ToString());
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(root, recursive: true);
        return ValueTask.CompletedTask;
    }
}

/// <summary>Questions that stand in no file: of days outside the story, under other names, about what nobody tells.</summary>
public sealed class AskStoryTests(ToldYear year) : IClassFixture<ToldYear>
{
    [Theory]
    [InlineData("person", "Zinovjev", "zinoviev")]
    [InlineData("person", "Zinowjew", "zinoviev")]
    [InlineData("person", "Зиновьев", "zinoviev")]
    [InlineData("person", "Троцкий", "trotsky")]
    [InlineData("person", "Trotzki", "trotsky")]
    [InlineData("person", "L. Trotskij", "trotsky")]
    [InlineData("person", "Boecharin", "bukharin")]
    [InlineData("person", "Bucharin", "bukharin")]
    [InlineData("person", "Dserschinski", "dzerzhinsky")]
    [InlineData("person", "Ordzjonikidze", "ordzhonikidze")]
    [InlineData("person", "Koejbysjev", "kuibyshev")]
    [InlineData("person", "Kujbysjev", "kuibyshev")]
    [InlineData("person", "Kroepskaja", "krupskaya")]
    [InlineData("person", "Preobrazjenskij", "preobrazhensky")]
    [InlineData("person", "Antonov-Ovsejenko", "antonov-ovseenko")]
    [InlineData("person", "Toechatsjevski", "tukhachevsky")]
    [InlineData("person", "Jozef Stalin", "stalin")]
    [InlineData("body", "centralkommittén", "central-committee")]
    [InlineData("body", "het Centraal Comité", "central-committee")]
    [InlineData("body", "Politbureau", "politburo")]
    [InlineData("body", "Komintern", "comintern")]
    [InlineData("body", "Rabkrin", "wpi")]
    [InlineData("body", "trojkan", "troika")]
    [InlineData("body", "Raad van Volkscommissarissen", "sovnarkom")]
    [InlineData("offices", "secretaris-generaal", "general secretary")]
    [InlineData("document", "Lenin's testament", "lenin-testament")]
    [InlineData("document", "brev om den nationella frågan", "lenin-letter-national-question")]
    [InlineData("document", "declaration of the 46", "declaration-46")]
    [InlineData("restrictions", "secret clause", "R02")]
    [InlineData("vote", "Georgian congress", "V03")]
    public async Task A_name_in_any_usual_form_is_read_as_what_it_stands_for_and_the_answer_says_so(string question, string typed, string meant)
    {
        var (data, message) = await year.AskAsync(question, typed, "1923-12-31");
        Assert.Equal((typed, meant), (data["id"]!.GetValue<string>(), data["meant"]!.GetValue<string>()));
        Assert.Contains(meant, message, StringComparison.Ordinal);
        var direct = (await year.AskAsync(question, meant, "1923-12-31")).Data;
        Assert.True(JsonNode.DeepEquals(direct["answers"], data["answers"]));
        Assert.Equal(direct["status"]!.GetValue<string>(), data["status"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("person", "Natalia Trotsky")]
    [InlineData("person", "Stanislav Kosior")]
    [InlineData("person", "Molotov")]
    [InlineData("person", "politburo")]
    [InlineData("body", "Politburo of the KPD")]
    [InlineData("body", "congress")]
    [InlineData("offices", "chair of the politburo")]
    [InlineData("restrictions", "press censorship")]
    [InlineData("document", "Zinoviev's diary")]
    [InlineData("vote", "vote of no confidence")]
    [InlineData("date", "Battle of Kronstadt")]
    public async Task Of_what_nobody_tells_or_what_may_mean_several_things_nothing_is_known(string question, string typed)
    {
        var (data, message) = await year.AskAsync(question, typed, "1923-06-01");
        Assert.Equal("not-known", data["status"]!.GetValue<string>());
        Assert.Null(data["meant"]);
        Assert.Empty(data["answers"]!.AsArray());
        Assert.NotEmpty(message);
    }

    [Fact]
    public async Task Several_things_that_a_name_may_mean_are_listed()
    {
        var candidates = (await year.AskAsync("body", "congress")).Data["candidates"]!.AsArray().Select(c => c!.GetValue<string>()).ToList();
        Assert.Contains("georgian-congress", candidates);
        Assert.Contains("party-congress", candidates);
    }

    [Fact]
    public async Task Contradictions_on_something_are_all_told_where_its_name_stands_in_several()
    {
        var data = (await year.AskAsync("contradictions", "12th congress")).Data;
        Assert.Equal("sources-disagree", data["status"]!.GetValue<string>());
        Assert.True(data["answers"]!.AsArray().Count > 1);
    }

    [Theory]
    [InlineData("offices", null)]
    [InlineData("offices", "secretariat")]
    [InlineData("person", "stalin")]
    [InlineData("body", "politburo")]
    public async Task After_the_end_of_the_story_nobody_holds_anything_for_certain_and_before_its_first_day_not_even_perhaps(string question, string? id)
    {
        var within = (await year.AskAsync(question, id, "1923-10-15")).Data;
        Assert.Equal("known", within["status"]!.GetValue<string>());
        var (after, message) = await year.AskAsync(question, id, "1930-01-01");
        Assert.Equal("not-known", after["status"]!.GetValue<string>());
        Assert.NotEmpty(after["perhaps"]!.AsArray());
        Assert.Contains(after["told"]![1]!.GetValue<string>(), message, StringComparison.Ordinal);
        foreach (var outside in new[] { "1900-01-01", "0001-01-01", "9999-12-31" })
        {
            var never = (await year.AskAsync(question, id, outside)).Data;
            Assert.Equal("not-known", never["status"]!.GetValue<string>());
            Assert.Null(never["perhaps"]);
        }
    }

    [Fact]
    public async Task Without_a_day_what_lasts_is_answered_as_of_the_last_day_of_the_story()
    {
        var data = (await year.AskAsync("person", "stalin")).Data;
        Assert.Equal(data["told"]![1]!.GetValue<string>(), data["at"]!.GetValue<string>()[..10]);
        Assert.Equal("known", data["status"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("R01", "1921-02-01", "known", "no")]
    [InlineData("R01", "1924-01-01", "known", "yes")]
    [InlineData("R01", "1930-01-01", "not-known", "not-known")]
    [InlineData("R05", "1930-01-01", "known", "yes")]
    [InlineData("R05", "1956-06-01", "not-known", "not-known")]
    [InlineData("R05", "1957-01-01", "known", "no")]
    [InlineData("R07", "1924-01-01", "not-known", "not-known")]
    [InlineData("R10", "1924-01-01", "known", "no")]
    public async Task A_restriction_is_in_force_as_long_as_the_works_say_and_no_longer(string id, string at, string status, string inForce)
    {
        var data = (await year.AskAsync("restrictions", id, at)).Data;
        Assert.Equal((status, inForce), (data["status"]!.GetValue<string>(), data["answers"]![0]!["value"]!["inForce"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_vote_a_restriction_and_a_document_are_found_by_their_event()
    {
        Assert.Equal("V02", (await year.AskAsync("vote", "E032")).Data["answers"]![0]!["id"]!.GetValue<string>());
        Assert.Equal(["R01", "R03"], (await year.AskAsync("restrictions", "E032")).Data["answers"]!.AsArray().Select(a => a!["id"]!.GetValue<string>()).Order(StringComparer.Ordinal));
        Assert.Equal("lenin-letter-national-question", (await year.AskAsync("document", "E102")).Data["meant"]!.GetValue<string>());
        // An event at which nobody voted has no vote, whatever else was counted there.
        Assert.Equal("not-known", (await year.AskAsync("vote", "E086")).Data["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task Who_was_given_a_paper_on_a_day_that_nobody_names_did_not_have_it_before_it_was_written()
    {
        var early = (await year.AskAsync("document", "lenin-testament", "1917-06-01")).Data;
        Assert.Empty(early["answers"]!.AsArray());
    }

    [Theory]
    [InlineData("1923", "1923-12-31")]
    [InlineData("1923-02", "1923-02-28")]
    [InlineData("1924-02", "1924-02-29")]
    public async Task A_month_or_a_year_is_its_last_day(string at, string day) =>
        Assert.Equal(day, (await year.AskAsync("offices", null, at)).Data["at"]!.GetValue<string>()[..10]);

    [Theory]
    [InlineData("ask", "offices", "--at", "1923-02-30")]
    [InlineData("ask", "offices", "--at", "8 October 1923")]
    [InlineData("ask", "offices", "--id", " ")]
    [InlineData("ask", "office")]
    [InlineData("ask", "person")]
    public async Task A_question_that_cannot_be_read_is_bad_input_and_says_why(string command, string question, params string[] more)
    {
        var (code, data, message) = await ToldYear.RunAsync([command, year.Folder, question, .. more]);
        Assert.Equal(ExitCode.BadInput, code);
        Assert.NotEmpty(message + data);
    }

    [Fact]
    public async Task Whatever_is_asked_on_whatever_day_the_answer_keeps_its_shape()
    {
        string[] questions = ["offices", "person", "body", "restrictions", "document", "vote", "date", "contradictions"];
        string[] typed = ["stalin", "politburo", "R05", "E032", "V10", "X01", "lenin-testament", "ST01", "000", "Lenin!", "%", "date:E086"];
        string[] days = ["1923-04-17", "1931-07-01"];
        foreach (var question in questions)
            foreach (var id in typed)
                foreach (var day in days)
                    Shaped(question, (await year.AskAsync(question, id, day)).Data);
    }

    [Fact]
    public void Random_words_are_never_an_error()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<NonEmptyString>(), words => string.IsNullOrWhiteSpace(words.Get) || words.Get.StartsWith('-') || words.Get.StartsWith('@') || words.Get.Contains('\0') || Task.Run(async () =>
        {
            Shaped("body", (await year.AskAsync("body", words.Get, "1923-06-01")).Data);
            return true;
        }).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(10));
    }

    private static void Shaped(string question, JsonObject data)
    {
        Assert.Equal(question, data["question"]!.GetValue<string>());
        Assert.Contains(data["status"]!.GetValue<string>(), new[] { "known", "not-known", "sources-disagree" });
        Assert.True(DateTimeOffset.TryParse(data["at"]!.GetValue<string>(), CultureInfo.InvariantCulture, out _));
        foreach (var answer in data["answers"]!.AsArray())
        {
            Assert.NotEmpty(answer!["id"]!.GetValue<string>());
            Assert.True(answer.AsObject().ContainsKey("value") && answer.AsObject().ContainsKey("from") && answer.AsObject().ContainsKey("to") && answer.AsObject().ContainsKey("basis"));
        }
        Assert.NotNull(data["sources"]);
    }
}
