namespace Mandate.Constitutions.Reader;

/// <summary>Rules, holders and deciders.</summary>
internal static class RuleReader
{
    private static readonly string[] Forms = ["all_of", "any_of", "body", "referendum", "petition", "units"];

    public static Rule? Rule(Scope scope, Datum datum)
    {
        if (datum is Datum.Text) return MajorityGrammar.Read(scope, datum) is { } majority ? new MajorityRule(majority) { Clause = datum.Clause } : null;
        if (datum is not Datum.Map map)
        {
            scope.Fault(FaultKind.WrongValue, datum.Clause, $"a rule is a majority (2/3 of votes cast) or a map with one of {string.Join(", ", Forms)}, not {Scope.Kind(datum)}");
            return null;
        }
        var form = Array.Find(Forms, f => map[f] is not null);
        if (form is null)
        {
            var near = map.Entries.Select(e => Nearest.To(e.Key, Forms)).FirstOrDefault(n => n is not null);
            scope.Fault(FaultKind.WrongValue, map.Clause, $"a rule as a map has one of the keys {string.Join(", ", Forms)}", near);
            return null;
        }
        var fields = Fields.Of(scope, map)!;
        Rule? rule = form switch
        {
            "all_of" => Several(fields, "all_of") is { IsDefaultOrEmpty: false } all ? new AllOf(all) { Clause = map.Clause } : null,
            "any_of" => Several(fields, "any_of") is { IsDefaultOrEmpty: false } any ? new AnyOf(any) { Clause = map.Clause } : null,
            "body" => OfBody(fields),
            "referendum" => Referendum(fields),
            "petition" => fields.Need("petition", QuantityGrammar.Read) is { } signatures ? new PetitionRule(signatures) { Clause = map.Clause } : null,
            _ => fields.Need("units", QuantityGrammar.Read) is { } units ? new UnitsRule(units) { Clause = map.Clause } : null,
        };
        fields.Done();
        return rule;
    }

    private static System.Collections.Immutable.ImmutableArray<Rule> Several(Fields fields, string key) => fields.NeedList(key, Rule, least: 1);

    private static BodyRule? OfBody(Fields fields)
    {
        var body = fields.Need("body", Scope.BodyName);
        var majority = fields.Opt("rule", MajorityGrammar.Read);
        var quorum = fields.Opt("quorum", QuantityGrammar.Read);
        return body is null ? null : new(body, majority, quorum) { Clause = fields.Clause };
    }

    private static ReferendumRule? Referendum(Fields fields)
    {
        var electorate = fields.Need("referendum", Scope.ElectorateName);
        var majority = fields.Need("rule", MajorityGrammar.Read);
        var quorum = fields.Opt("quorum", QuantityGrammar.Read);
        return electorate is null || majority is null ? null : new(electorate, majority, quorum) { Clause = fields.Clause };
    }

    /// <summary>A name, or a rule that whoever fulfils it holds the power.</summary>
    public static Holder? Holder(Scope scope, Datum datum)
    {
        if (datum is Datum.Text text && !text.Value.Contains(' ', StringComparison.Ordinal))
            return Scope.Actor(scope, datum) is { } name ? new NamedHolder(name) { Clause = datum.Clause } : null;
        return Rule(scope, datum) is { } rule ? new RuleHolder(rule) { Clause = datum.Clause } : null;
    }

    public static Decider? Decider(Scope scope, Datum datum)
    {
        if (datum is Datum.Text) return Scope.Actor(scope, datum) is { } name ? new() { Clause = datum.Clause, By = new NamedHolder(name) { Clause = datum.Clause } } : null;
        if (Fields.Of(scope, datum) is not { } fields) return null;
        var decider = new Decider
        {
            Clause = datum.Clause,
            By = fields.Opt("by", Holder),
            Body = fields.Opt("body", Scope.BodyName),
            Rule = fields.Opt("rule", Rule),
            Notice = fields.Opt("notice", PeriodGrammar.Read),
            Quorum = fields.Opt("quorum", QuantityGrammar.Read),
            ConsentOf = fields.OneOrMany("consent_of", Scope.Actor),
            OnProposalOf = fields.OneOrMany("on_proposal_of", Scope.Actor),
            AppealTo = fields.Opt("appeal_to", Scope.Actor),
            DeemedAfter = fields.Opt("deemed_after", PeriodGrammar.Read),
            SuspendedDuringAppeal = fields.Truth("suspended_during_appeal"),
            JudgedBy = fields.Later("judged_by").Opt("judged_by", Scope.BodyName),
        };
        if (decider.By is not null && decider.Body is not null) fields.Contradiction("both 'by' and 'body' say who decides: keep one");
        fields.Done();
        return decider;
    }
}
