using Mandate.Organisation;
using Mandate.Server.Api;

namespace Mandate.Server.Tests.Api;

public sealed class RegisterAnswersTests
{
    private static State State => Federation.Kept.State;

    [Fact]
    public void An_organisation_is_asked_for_its_own_restrictions_as_of_a_day()
    {
        var restriction = Assert.Single(State.Restrictions.All.Values, r => r.Id == "hall-stalls");
        string[] On(DateOnly day) => [.. Answers.To("restrictions", State, null, new(day, new(12, 0), TimeSpan.Zero))!.Select(a => a.Id)];
        Assert.DoesNotContain("hall-stalls", On(restriction.From.AddDays(-1)));
        Assert.Contains("hall-stalls", On(restriction.From));
        Assert.Contains("high-water", On(restriction.From));
        Assert.DoesNotContain("hall-stalls", On(restriction.Until.AddDays(1)));
    }

    [Fact]
    public void One_that_is_asked_for_is_answered_with_whether_it_was_in_force_and_an_unknown_id_is_not_known()
    {
        var after = new DateTimeOffset(State.Restrictions.All["hall-stalls"].Until.AddDays(1), new(12, 0), TimeSpan.Zero);
        var answer = Assert.Single(Answers.To("restrictions", State, "hall-stalls", after)!);
        Assert.Equal(("no", State.Restrictions.All["hall-stalls"].Until.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), ((string)answer.Value!["inForce"]!, answer.To));
        Assert.Null(Answers.To("restrictions", State, "no-such", after));
    }
}
