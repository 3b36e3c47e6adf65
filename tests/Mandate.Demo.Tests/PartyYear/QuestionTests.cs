using System.Globalization;
using Mandate.Constitutions;
using Mandate.Organisation;
using Mandate.Organisation.Facts;
using Answer = Mandate.Organisation.Facts.Answer;

namespace Mandate.Demo.Tests.PartyYear;

/// <summary>Questions on any day, against the lists beside the project: nothing but what they say, and not known where they do not.</summary>
public sealed class QuestionTests
{
    private static readonly Lazy<State> Played = new(() => Play.State(ShippedChronologies.Files("party-1923")));

    [Fact]
    public void An_office_is_held_from_its_last_possible_first_day_until_its_first_possible_last()
    {
        foreach (var line in Labels.Read().Section("offices"))
        {
            var (since, until) = (Window(line, "since_window"), Window(line, "until_window"));
            var (person, office, body) = (Labels.Text(line, "person")!, Labels.Text(line, "office")!, Labels.Text(line, "body"));
            Answer Held(DateOnly day) => Played.Value.Facts.Offices(day).FirstOrDefault(o => o.Held.Person == person && o.Held.Office == office && o.Held.Body == body)?.Holding ?? Answer.No;
            if (since.From is { } first) Assert.Equal(Answer.No, Held(first.AddDays(-1)));
            // Long before the day by which it is attested nobody can say.
            if (since.From is null && since.To is not null) Assert.Equal(Answer.NotKnown, Held(new(1917, 1, 1)));
            if (since.To is { } certain && (until.To ?? DateOnly.MaxValue) >= certain) Assert.Equal(until.From < certain ? Answer.NotKnown : Answer.Yes, Held(certain));
            if (until.To is { } last) Assert.Equal(Answer.No, Held(last.AddDays(1)));
            if (since is { From: null, To: null } && until.To is { } before) Assert.Equal(Answer.NotKnown, Held(before));
        }
    }

    [Fact]
    public void A_restriction_is_in_force_on_new_years_day_of_1924_as_the_list_says()
    {
        foreach (var line in Labels.Read().Section("restrictions"))
        {
            var entry = Played.Value.Facts.Restrictions(new(1924, 1, 1), proposed: true).FirstOrDefault(r => r.Restriction.Restriction == Labels.Text(line, "id"));
            switch (line["in_force_1924_01_01"])
            {
                case Datum.Truth { Value: var expected }:
                    Assert.Equal(expected ? Answer.Yes : Answer.No, entry?.InForce ?? Answer.No);
                    break;
                case Datum.Text:
                    Assert.NotEqual(Answer.Yes, entry?.InForce);
                    break;
            }
        }
    }

    [Fact]
    public void A_count_gives_the_figures_of_the_list_and_names_those_it_has_not()
    {
        foreach (var line in Labels.Read().Section("votes"))
        {
            var vote = Played.Value.Facts.Vote(Labels.Text(line, "id")!, new(2000, 1, 1))!;
            var counts = (Datum.Map)line["counts"]!;
            Assert.Equal(counts.Entries.Select(e => e.Key).Order(StringComparer.Ordinal), vote.Given.Select(g => g.Name).Order(StringComparer.Ordinal));
            foreach (var count in counts.Entries.Where(e => e.Value is Datum.Number))
                Assert.Equal(((Datum.Number)count.Value).Canonical, vote.Given.Single(g => g.Name == count.Key).Figure.Figure.Exact!.Value.ToString(CultureInfo.InvariantCulture));
            Assert.Equal(((Datum.List)line["unknown"]!).Items.Length, vote.NotGiven.Length);
            Assert.All(vote.NotGiven, missing => Assert.DoesNotContain(vote.Given, g => g.Name == missing));
        }
    }

    [Fact]
    public void Who_knew_a_document_is_known_from_the_day_by_which_they_did()
    {
        foreach (var document in Labels.Read().Section("documents"))
            foreach (var line in (document["knowledge"] as Datum.List)?.Items.Cast<Datum.Map>() ?? [])
            {
                var (id, who, window) = (Labels.Text(document, "id")!, Labels.Text(line, "who")!, Window(line, "window"));
                if (who.StartsWith("nobody", StringComparison.Ordinal) || window.To is not { } day || !Played.Value.Facts.Things.ContainsKey(who)) continue;
                Assert.Contains(Played.Value.Facts.KnowledgeOf(id, day), k => k.Who == who && k.Knows);
                if (window.From is { } first && who != Labels.Text(document, "author")) Assert.DoesNotContain(Played.Value.Facts.KnowledgeOf(id, new(1917, 1, 1)), k => k.Who == who && k.Knows);
            }
    }

    [Fact]
    public void Disputed_dates_are_said_to_be_disputed_with_both_accounts()
    {
        foreach (var told in Labels.Read().Section("events"))
        {
            var date = (Datum.Map)told["date"]!;
            var entry = Assert.Single(Played.Value.Facts.DatesOf(Labels.Text(told, "id")!));
            Assert.Equal((Labels.Text(date, "earliest"), Labels.Text(date, "latest")), (Said(entry.When.From), Said(entry.When.To)));
            if (Labels.Text(date, "disputed") == "true") Assert.True(entry.Disputed, entry.Id);
        }
    }

    private static Window Window(Datum.Map line, string key) => line[key] is Datum.List { Items: [var from, var to] } ? new(Day(from), Day(to)) : new();

    private static DateOnly? Day(Datum day) => day is Datum.Text t ? DateOnly.ParseExact(t.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private static string? Said(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
