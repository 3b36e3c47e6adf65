using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Constitutions.Reader;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Guards;

namespace Mandate.Demo.Tests.PartyYear;

/// <summary>The acts of the chronology under the constitutions that come with the program.</summary>
public sealed class CounterfactualTests
{
    private static readonly ImmutableArray<Constitution> Constitutions = [.. ShippedChronologies.Constitutions.Select(n => ConstitutionReader.Read(ShippedChronologies.Constitution(n)).Constitution!)];

    private static readonly Lazy<ImmutableArray<JudgedAct>> Acts = new(() => Counterfactual.Of(Play.State(ShippedChronologies.Files("party-1923")).Facts, Constitutions, DateOnly.MaxValue));

    [Fact]
    public void Every_answer_names_a_clause_that_the_constitution_has()
    {
        Assert.NotEmpty(Acts.Value);
        foreach (var act in Acts.Value)
            foreach (var (answer, constitution) in act.Under.Zip(Constitutions))
                Assert.True(answer.Verdict == Verdict.Silent || answer.Clause == "incompatible" || Clauses.At(constitution, answer.Clause) is not null, $"{constitution.Id} has no {answer.Clause}");
    }

    [Fact]
    public void The_last_constitution_refuses_more_than_those_of_the_time_and_permits_less()
    {
        int Count(int of, Verdict verdict) => Acts.Value.Count(a => a.Under[of].Verdict == verdict);
        for (var earlier = 0; earlier < Constitutions.Length - 1; earlier++)
        {
            Assert.True(Count(Constitutions.Length - 1, Verdict.Refused) > Count(earlier, Verdict.Refused), Constitutions[earlier].Id);
            Assert.True(Count(Constitutions.Length - 1, Verdict.Permitted) < Count(earlier, Verdict.Permitted), Constitutions[earlier].Id);
        }
    }

    [Fact]
    public void The_same_act_with_notice_is_permitted_where_without_it_was_refused()
    {
        FactsState With(int days) => FactsState.Empty with
        {
            All = [new("f", new PutToVote("sale", "branch", Binding: true, NoticeDays: days), new(new(2026, 3, 2), new(2026, 3, 2)), Mode.Stated, [new("minutes")], [], "ada", default)],
        };
        foreach (var constitution in Constitutions)
        {
            Assert.Equal(Verdict.Refused, Assert.Single(Counterfactual.Of(With(0), [constitution], DateOnly.MaxValue)).Under[0].Verdict);
            Assert.Equal(Verdict.Permitted, Assert.Single(Counterfactual.Of(With(400), [constitution], DateOnly.MaxValue)).Under[0].Verdict);
        }
    }
}
