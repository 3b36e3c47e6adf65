namespace Mandate.Constitutions.Reader;

/// <summary>Terms, vacancies, removal and recall; offices.</summary>
internal static class TenureReader
{
    private static readonly (string, VacancyFill)[] Fills =
    [
        ("countback", VacancyFill.Countback), ("by_election", VacancyFill.ByElection), ("next_on_list", VacancyFill.NextOnList),
        ("coopt", VacancyFill.Coopt), ("leave_empty", VacancyFill.LeaveEmpty),
    ];

    public static Term? Term(Scope scope, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        var length = fields.Need("length", PeriodGrammar.Read);
        var (consecutive, read) = fields.Limit("consecutive", 1);
        var lifetime = fields.Whole("lifetime");
        var cooling = fields.Opt("cooling_off", PeriodGrammar.Read);
        var staggered = fields.Word<Stagger>("staggered", ("halves", Stagger.Halves), ("thirds", Stagger.Thirds));
        fields.Done();
        return length is null || !read ? null : new(length) { Clause = datum.Clause, Consecutive = consecutive, Lifetime = lifetime, CoolingOff = cooling, Staggered = staggered };
    }

    public static Vacancy? Vacancy(Scope scope, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        var then = fields.Text("then");
        var known = Fills.Where(f => f.Item1 == then).Select(f => (VacancyFill?)f.Item2).FirstOrDefault();
        if (then is not null && known is null) scope.Warn(FaultKind.WrongValue, fields.Raw("then")!.Clause, $"'{then}' is not one of {string.Join(", ", Fills.Select(f => f.Item1))}; it is kept as text and no rule reads it", Nearest.To(then, Fills.Select(f => f.Item1)));
        var vacancy = new Vacancy
        {
            Clause = datum.Clause,
            Fill = fields.Word<VacancyFill>("fill", Fills),
            Acting = fields.Opt("acting", Scope.BodyOrOffice),
            Max = fields.Opt("max", PeriodGrammar.Read),
            Then = known,
            ThenText = then,
            ElseByElection = fields.Opt("else", Otherwise),
        };
        if (((Datum.Map)datum).Entries.IsEmpty) scope.Fault(FaultKind.MissingKey, datum.Clause, "the rule on vacancies is empty");
        fields.Done();
        return vacancy;
    }

    private static Period? Otherwise(Scope scope, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        var period = fields.Opt("by_election", PeriodGrammar.Read);
        fields.DoneOpen();
        return period;
    }

    public static Removal? Removal(Scope scope, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        if (((Datum.Map)datum)["petition"] is not null)
        {
            var petition = fields.Need("petition", QuantityGrammar.Read);
            var then = fields.Need("then", RuleReader.Rule);
            fields.Done();
            return petition is null || then is null ? null : new RemovalByPetition(petition, then) { Clause = datum.Clause };
        }
        var by = fields.Need("by", Scope.Actor);
        var rule = fields.Need("rule", RuleReader.Rule);
        var consent = fields.OneOrMany("consent_of", Scope.Actor);
        var notice = fields.Opt("notice", PeriodGrammar.Read);
        var causes = fields.List("for_cause", (s, d) => s.Text(d));
        fields.Done();
        return by is null || rule is null ? null : new RemovalBy(by, rule) { Clause = datum.Clause, ConsentOf = consent, Notice = notice, ForCause = causes };
    }

    public static Recall? Recall(Scope scope, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        var petition = fields.Need("petition", QuantityGrammar.Read);
        var rule = fields.Need("rule", RuleReader.Rule);
        var within = fields.Opt("within", Scope.UnitName);
        fields.DoneOpen();
        return petition is null || rule is null ? null : new(petition, rule) { Clause = datum.Clause, Within = within };
    }

    public static Office? Office(Scope scope, string id, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        var tags = fields.List("tags", Scope.TagName);
        var per = fields.Opt("per", Scope.UnitName);
        var by = fields.Need("by", SelectReader.Read);
        var nominate = fields.Opt("nominate", RuleReader.Rule);
        var eligible = fields.Opt("eligible", SelectReader.Eligible);
        var term = fields.Need("term", Term);
        var remove = fields.List("remove", Removal, least: 1);
        var vacancy = fields.Opt("vacancy", Vacancy);
        fields.Done();
        return by is null || term is null ? null : new(id)
        {
            Clause = datum.Clause, Tags = tags, Per = per, By = by, Nominate = nominate, Eligible = eligible, Term = term, Remove = remove, Vacancy = vacancy,
        };
    }
}
