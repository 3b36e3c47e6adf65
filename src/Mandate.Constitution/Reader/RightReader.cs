using System.Collections.Immutable;

namespace Mandate.Constitutions.Reader;

/// <summary>Rights. The 0.1 schema leaves them open; they are typed as the worked example writes them.</summary>
internal static class RightReader
{
    public static Right? Read(Scope scope, string id, Datum datum)
    {
        if (datum is not Datum.Map && !scope.Later)
        {
            scope.Warn(FaultKind.WrongValue, datum.Clause, "a right is a map (who, gives, in …); this is kept as data and no rule reads it");
            return new(id) { Clause = datum.Clause };
        }
        if (Fields.Of(scope, datum) is not { } fields) return null;
        fields.Later("judged_by");
        var right = new Right(id)
        {
            Clause = datum.Clause,
            Who = fields.Opt("who", Who),
            Gives = fields.Opt("gives", Gives),
            In = fields.OneOrMany("in", Scope.Matter),
            To = fields.OneOrMany("to", Scope.Actor),
            Against = fields.List("against", (s, d) => s.Text(d)),
            Then = fields.Opt("then", Scope.Actor),
            RegisterWith = fields.Opt("register_with", Scope.BodyOrOffice),
            Within = fields.Opt("within", PeriodGrammar.Read),
            PublishWithin = fields.Opt("publish_within", PeriodGrammar.Read),
            Deliver = fields.Text("deliver"),
            WithholdBy = fields.Text("withhold_by"),
            MayNotRequire = fields.Text("may_not_require"),
            Interpretation = fields.Text("interpretation"),
            JudgedBy = fields.Opt("judged_by", Scope.BodyName),
        };
        fields.DoneOpen();
        return right;
    }

    private static Datum.Map? Gives(Scope scope, Datum datum)
    {
        if (datum is Datum.Map map) return map;
        scope.Fault(FaultKind.WrongValue, datum.Clause, $"what a right gives is a map ({{equal_space: journal}}), not {Scope.Kind(datum)}");
        return null;
    }

    private static Who? Who(Scope scope, Datum datum)
    {
        if (datum is Datum.Map map)
        {
            var fields = Fields.Of(scope, map)!;
            var any = fields.NeedList("any_of", Who, least: 1);
            fields.DoneOpen();
            return any.IsEmpty ? null : new AnyOfWho(any) { Clause = datum.Clause };
        }
        if (scope.Text(datum) is not { } text) return null;
        if (text.StartsWith("any ", StringComparison.Ordinal) && text.Length > 4) return new AnyPerson(text[4..]) { Clause = datum.Clause };
        if (text.Length > 0 && char.IsAsciiDigit(text[0])) return QuantityGrammar.Read(scope, datum) is { } number ? new Together(number) { Clause = datum.Clause } : null;
        return Scope.Actor(scope, datum) is { } name ? new NamedWho(name) { Clause = datum.Clause } : null;
    }
}
