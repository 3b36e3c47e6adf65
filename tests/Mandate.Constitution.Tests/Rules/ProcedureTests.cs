using Mandate.Constitutions.Rules;

namespace Mandate.Constitutions.Tests.Rules;

public sealed class ProcedureTests
{
    private static readonly Constitution Union = Parse.Read(Examples.UnionFederation);

    [Fact]
    public void A_class_has_its_own_procedure_and_the_default_where_that_is_silent()
    {
        var amendment = Procedures.For(Union, "amendment");
        Assert.Equal(("60 days", "procedure.by_object.amendment.notice"), (amendment.Notice!.ToString(), amendment.At("notice").Path));
        Assert.Equal((1, true, "procedure.default.rule"), (amendment.Readings, amendment.NotOnLastDay, amendment.Rule.Clause.Path));
        Assert.Equal(["nl", "fr"], amendment.TextIn);
        Assert.Equal("control", Procedures.For(Union, "remove_officer").JudgedBy!.Id);
    }

    [Fact]
    public void A_class_without_a_procedure_of_its_own_has_the_default()
    {
        var motion = Procedures.For(Union, "motion");
        Assert.Equal(("21 days", "procedure.default.notice", 1), (motion.Notice!.ToString(), motion.At("notice").Path, motion.Readings));
    }

    [Fact]
    public void Where_the_default_has_no_rule_it_is_a_majority_of_votes_cast()
    {
        var silent = Parse.Association("default: {rule: majority of votes cast, notice: 14 days}", "default: {notice: 14 days}");
        Assert.Equal("majority of votes cast", Procedures.DefaultMajority(silent).Text);
    }

    [Theory]
    [InlineData("amendment", false, "procedure.urgent_motion.cannot")]
    [InlineData("motion", true, "procedure.urgent_motion")]
    public void Urgency_is_closed_to_the_classes_named(string decisionClass, bool open, string clause)
    {
        var answer = Procedures.Urgent(Union, decisionClass);
        Assert.Equal((open, clause), (answer.Holds, answer.Clause.Path));
    }

    [Fact]
    public void Without_a_clause_on_urgency_nothing_is_urgent() => Assert.False(Procedures.Urgent(Parse.Read(Examples.Association), "motion").Holds);

    [Theory]
    [InlineData("procedure.default.notice", false)]
    [InlineData("bodies.council.quorum", false)]
    [InlineData("bodies.controllers", false)]
    [InlineData("amend.ordinary.rule", true)]
    [InlineData("rights.platform.who.any_of[0]", true)]
    [InlineData("rights.new_right", true)]
    [InlineData("bodies.control.term.length", true)]
    [InlineData("bodies", true)]
    [InlineData("amend.entrenched.clauses[2]", true)]
    public void The_entrenched_rule_applies_to_entrenched_clauses_and_what_is_below_or_around_them(string path, bool entrenched) =>
        Assert.Equal(entrenched, AmendmentRules.For(Union, ["procedure.default.notice", path]).IsEntrenched);

    [Fact]
    public void The_entrenching_clause_is_entrenched_even_where_it_does_not_say_so()
    {
        var constitution = Parse.Association("amend: {ordinary", "amend: {entrenched: {clauses: [publication], rule: unanimous}, ordinary");
        Assert.True(AmendmentRules.For(constitution, ["amend.entrenched.rule"]).IsEntrenched);
        Assert.True(AmendmentRules.For(constitution, ["amend"]).IsEntrenched);
        Assert.False(AmendmentRules.For(constitution, ["amend.ordinary.rule"]).IsEntrenched);
    }

    [Fact]
    public void The_rule_for_a_step_follows_from_the_comparison_of_both_texts()
    {
        Constitution After(params ClauseEdit[] edits) => Amendment.Apply(Examples.UnionFederation, edits).Reading.Constitution!;
        Assert.Equal("amend.ordinary", AmendmentRules.For(Union, After(new ClauseEdit("procedure.default.notice", "28 days"))).Clause.Path);
        var rule = AmendmentRules.For(Union, After(new("procedure.default.notice", "28 days"), new("rights.appeal", null)));
        Assert.Equal(("amend.entrenched", "rights.appeal"), (rule.Clause.Path, Assert.Single(rule.Entrenched)));
    }

    [Fact]
    public void Delegates_follow_from_full_hundreds_and_the_minimum()
    {
        var seats = Delegates.Of(Union.Bodies["congress"].Seats["delegates"], [new("b1", 99), new("b2", 100), new("b3", 199), new("b4", 250), new("b5", 0)]);
        Assert.Equal([1, 1, 1, 2, 0], seats.Units.Select(u => u.Seats));
        Assert.Equal((5, "bodies.congress.seats.delegates.apportion"), (seats.Total, seats.Clause.Path));
    }

    [Fact]
    public void Delegates_are_the_same_for_each_region()
    {
        var seats = Delegates.Of(Union.Bodies["regions_chamber"].Seats[""], Enumerable.Range(1, 6).Select(i => new UnitSize("r" + i, 4000 * i)));
        Assert.All(seats.Units, u => Assert.Equal(3, u.Seats));
    }

    [Fact]
    public void A_fixed_number_is_apportioned_by_members_and_a_tie_is_shown()
    {
        var yaml = Examples.UnionFederation.Replace("apportion: {per: region, equal: 3}", "apportion: {per: region, min: 1}", StringComparison.Ordinal);
        var group = Parse.Read(yaml).Bodies["regions_chamber"].Seats[""];
        Assert.Equal([9, 5, 4], Delegates.Of(group, [new("a", 900), new("b", 500), new("c", 400)]).Units.Select(u => u.Seats));
        Assert.NotNull(Delegates.Of(group with { Count = 3 }, [new("a", 100), new("b", 100)]).Tie);
    }
}
