using Mandate.Organisation.Acts;
using Mandate.Organisation.Guards;
using Mandate.Organisation.Tests.Motions;
using Mandate.Organisation.Tests.Sessions;
using Mandate.Organisation.Tests.Support;

namespace Mandate.Organisation.Tests.Guards;

/// <summary>Whatever an organisation has on its record: a trial is there or is not, is refused by its guard, and its neighbour is not.</summary>
public sealed class TrialTests
{
    public static TheoryData<string> Names => [.. GuardCatalogue.All.Select(g => g.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_trial_is_refused_by_its_guard_and_its_neighbour_is_not(string name)
    {
        foreach (var o in new[] { Founded.Small(), Congresses.Convened(), Congresses.Opened(x => x.Do("b1-07", x.Motion("m1"))) })
        {
            if (Trials.Of(o.State, name, o.Now) is not { } trial) continue;
            Assert.Equal(Effect.Refuse, GuardCatalogue.Find(name)!.Effect);
            Assert.True(IsNamed(trial.Answer, name), $"{name}: {trial.Answer?.Code}");
            Assert.False(IsNamed(trial.AnswerToNeighbour, name), name);
        }
    }

    [Fact]
    public void Before_the_founding_is_closed_there_is_none() =>
        Assert.All(GuardCatalogue.All, g => Assert.Null(Trials.Of(State.Empty, g.Name, Founded.Start)));

    private static bool IsNamed(Refusal? refusal, string guard) => refusal is not null && (refusal.Code == "guards." + guard || refusal.Args.GetValueOrDefault("guard") is string named && named == guard);
}
