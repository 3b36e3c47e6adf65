namespace Mandate.Constitutions.Reader;

/// <summary>Languages, units, electorates and their registers.</summary>
internal static class MembershipReader
{
    public static Languages? Languages(Scope scope, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        fields.Later("prevails");
        var official = fields.NeedList("official", TextReader.Language, least: 1);
        var equal = fields.Truth("equally_authentic") ?? false;
        var required = fields.List("required_for", (s, d) => s.Text(d));
        var prevails = fields.Opt("prevails", TextReader.Language);
        fields.Done();
        if (prevails is not null && !official.Contains(prevails, StringComparer.Ordinal)) fields.Contradiction($"'{prevails}' prevails but is not an official language");
        if (prevails is not null && equal) fields.Contradiction("either one text prevails or all are equally authentic");
        if (official.Distinct(StringComparer.Ordinal).Count() != official.Length) fields.Contradiction("an official language is named twice");
        return official.IsEmpty ? null : new(official) { Clause = datum.Clause, EquallyAuthentic = equal, RequiredFor = required, Prevails = prevails };
    }

    public static Unit? Unit(Scope scope, string id, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        var count = fields.Whole("count");
        var within = fields.Opt("within", Scope.UnitName);
        var created = fields.Need("created_by", RuleReader.Decider);
        var dissolved = fields.Need("dissolved_by", RuleReader.Decider);
        fields.Done();
        return created is null || dissolved is null ? null : new(id) { Clause = datum.Clause, Count = count, Within = within, CreatedBy = created, DissolvedBy = dissolved };
    }

    public static Electorate? Electorate(Scope scope, string id, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        var admit = fields.Need("admit", RuleReader.Decider);
        var expel = fields.Need("expel", RuleReader.Decider);
        var suspend = fields.Opt("suspend", RuleReader.Decider);
        var transfer = fields.Opt("transfer", RuleReader.Decider);
        var register = fields.Need("register", Register);
        fields.Later("expulsions");
        var expulsions = fields.Opt("expulsions", Expulsions);
        fields.Done();
        return admit is null || expel is null || register is null ? null : new(id)
        {
            Clause = datum.Clause, Admit = admit, Expel = expel, Suspend = suspend, Transfer = transfer, Register = register, Expulsions = expulsions,
        };
    }

    private static ExpulsionRule? Expulsions(Scope scope, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        var rule = new ExpulsionRule { Clause = datum.Clause, PerQuarter = fields.Whole("per_quarter", least: 1), ResumedBy = fields.Opt("resumed_by", Scope.BodyName) };
        fields.Done();
        return rule;
    }

    private static Register? Register(Scope scope, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        var keptBy = fields.Need("kept_by", Scope.BodyOrOffice);
        var closes = fields.Opt("closes", Closing);
        var inspectable = fields.Text("inspectable_by");
        fields.Done();
        return keptBy is null ? null : new(keptBy) { Clause = datum.Clause, Closes = closes, InspectableBy = inspectable };
    }

    private static RegisterClosing? Closing(Scope scope, Datum datum)
    {
        if (scope.Text(datum) is not { } text) return null;
        var before = text.IndexOf(" before ", StringComparison.Ordinal);
        var period = before < 0 ? null : PeriodGrammar.Parse(text[..before], datum.Clause) is { } parsed && (parsed.Unit != PeriodUnit.WorkingDay || scope.Calendar is not null) ? parsed with { Calendar = scope.Calendar } : null;
        return new(text) { Clause = datum.Clause, Before = period, Event = period is null ? null : text[(before + 8)..] };
    }
}
