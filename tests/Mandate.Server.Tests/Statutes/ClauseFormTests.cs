using Mandate.Constitutions;
using Mandate.Constitutions.Reader;
using Mandate.Server.Statutes;

namespace Mandate.Server.Tests.Statutes;

public sealed class ClauseFormTests
{
    public static TheoryData<string> Constitutions => PowerLayoutTests.Constitutions;

    [Theory]
    [MemberData(nameof(Constitutions))]
    public void A_form_sent_back_as_it_came_changes_nothing_and_each_new_value_changes_its_own_clause(string name)
    {
        var yaml = File.ReadAllText(Path.Combine(Repository.Root, "constitutions", name, "constitution.yaml"));
        var rules = ConstitutionReader.Read(yaml).Constitution!;
        foreach (var clause in Clauses.All(rules).Where(c => c.Clause.Path.Length > 0))
        {
            if (ClauseForm.Of(rules, clause) is not { } form) continue;
            var sent = form.Values.SelectMany(v => v.Kind == ValueKind.Period ? new[] { (v.Field, v.Period.Count), (v.UnitField, v.Period.Unit) } : [(v.Field, v.Now)]).ToDictionary(p => p.Item1, p => p.Item2, StringComparer.Ordinal);
            Assert.Empty(form.Edits(sent, out var wrong));
            Assert.Empty(wrong);
            if (form.Values.FirstOrDefault(v => v.Kind == ValueKind.Period) is not { } period) continue;
            sent[period.Field] = "97";
            Assert.Equal(new ClauseEdit(period.Path, $"97 {period.Period.Unit}s"), Assert.Single(form.Edits(sent, out _)));
        }
    }

    [Fact]
    public void Words_where_a_number_belongs_are_pointed_out_and_an_empty_value_strikes_out()
    {
        var rules = ConstitutionReader.Read(Cooperative.Rules).Constitution!;
        var form = ClauseForm.Of(rules, Clauses.At(rules, "bodies.council.term")!)!;
        Assert.Empty(form.Edits(new Dictionary<string, string>(StringComparer.Ordinal) { ["v:bodies.council.term.length"] = "long", ["u:bodies.council.term.length"] = "year" }, out var wrong));
        Assert.Equal("v:bodies.council.term.length", Assert.Single(wrong).Field);
        Assert.Equal(new ClauseEdit("bodies.council.term.cooling_off", null), Assert.Single(form.Edits(new Dictionary<string, string>(StringComparer.Ordinal) { ["v:bodies.council.term.cooling_off"] = "" }, out _)));
    }
}
