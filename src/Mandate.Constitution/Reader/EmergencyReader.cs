using System.Collections.Immutable;

namespace Mandate.Constitutions.Reader;

/// <summary>Emergency, amendment and waivers.</summary>
internal static class EmergencyReader
{
    public static Emergency? Read(Scope scope, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        var declare = fields.Need("declare", Declare);
        var confirm = fields.Need("confirm", Confirm);
        var lapses = fields.Need("lapses_after", PeriodGrammar.Read);
        var renew = fields.Need("renew", Renew);
        var may = fields.List("may", (s, d) => s.Text(d));
        var mayNot = fields.NeedList("may_not", Forbidden);
        var report = fields.Opt("report", Report);
        fields.Done();
        return declare is null || confirm is null || lapses is null || renew is null ? null : new()
        {
            Clause = datum.Clause, Declare = declare, Confirm = confirm, LapsesAfter = lapses, Renew = renew, May = may, MayNot = mayNot, Report = report,
        };
    }

    private static EmergencyDeclare? Declare(Scope scope, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        var result = new EmergencyDeclare
        {
            Clause = datum.Clause, By = fields.Opt("by", Scope.Actor), Rule = fields.Opt("rule", RuleReader.Rule), Grounds = fields.List("grounds", (s, d) => s.Text(d)),
        };
        fields.DoneOpen();
        return result;
    }

    private static EmergencyConfirm? Confirm(Scope scope, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        var result = new EmergencyConfirm
        {
            Clause = datum.Clause, By = fields.Opt("by", Scope.Actor), Within = fields.Opt("within", PeriodGrammar.Read), Rule = fields.Opt("rule", RuleReader.Rule), Else = fields.Text("else"),
        };
        fields.DoneOpen();
        return result;
    }

    private static EmergencyRenew? Renew(Scope scope, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        var by = fields.Need("by", Scope.Actor);
        var (times, read) = fields.Limit("max_times", 0);
        var rules = fields.List("rules", RuleReader.Rule);
        fields.DoneOpen();
        return by is null || !read ? null : new() { Clause = datum.Clause, By = by, MaxTimes = times, Rules = rules };
    }

    private static EmergencyReport? Report(Scope scope, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        var result = new EmergencyReport
        {
            Clause = datum.Clause, By = fields.Opt("by", Scope.Actor), To = fields.Opt("to", Scope.Actor), Within = fields.Opt("within", PeriodGrammar.Read), Published = fields.Truth("published") ?? false,
        };
        fields.DoneOpen();
        return result;
    }

    /// <summary>An act, or <c>restrict:RIGHT</c>, <c>remove:WHO</c>, whose name must exist: a misspelt prohibition forbids nothing.</summary>
    private static string? Forbidden(Scope scope, Datum datum)
    {
        if (scope.Text(datum) is not { } text) return null;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) return text;
        var name = text[(colon + 1)..];
        ReadOnlySpan<RefKind> kinds = [RefKind.Body, RefKind.Office, RefKind.Tag];
        var known = text[..colon] switch
        {
            "restrict" => scope.Names.Rights,
            "remove" => scope.Names.Of(kinds),
            _ => null,
        };
        if (known is not null && !known.Contains(name, StringComparer.Ordinal))
            scope.Fault(FaultKind.UnknownName, datum.Clause, $"'{name}' in '{text}' is not declared", Nearest.To(name, known) is { } near ? text[..(colon + 1)] + near : null);
        return text;
    }

    public static Amend? Amend(Scope scope, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        var ordinary = fields.Need("ordinary", Ordinary);
        var entrenched = fields.Opt("entrenched", Entrenched);
        var incumbents = fields.Opt("applies_to_incumbents", Incumbents);
        fields.Done();
        return ordinary is null ? null : new() { Clause = datum.Clause, Ordinary = ordinary, Entrenched = entrenched, Incumbents = incumbents };
    }

    private static AmendRule? Ordinary(Scope scope, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        var rule = fields.Need("rule", RuleReader.Rule);
        fields.DoneOpen();
        return rule is null ? null : new(rule) { Clause = datum.Clause };
    }

    private static EntrenchedRule? Entrenched(Scope scope, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        var clauses = fields.NeedList("clauses", (s, d) => s.Text(d));
        var rule = fields.Need("rule", RuleReader.Rule);
        fields.DoneOpen();
        return rule is null ? null : new(rule) { Clause = datum.Clause, Clauses = clauses };
    }

    private static Incumbents? Incumbents(Scope scope, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        var result = new Incumbents { Clause = datum.Clause, Term = fields.Text("term"), ElectionRule = fields.Text("election_rule") };
        fields.DoneOpen();
        return result;
    }

    public static Waiver? Waiver(Scope scope, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        var check = fields.NeedText("check");
        if (check is not null && (check.Length != 2 || check[0] is < 'A' or > 'G' || check[1] is < '1' or > '9'))
            scope.Fault(FaultKind.WrongValue, fields.Raw("check")!.Clause, $"'{check}' is not a check: they are called A1 to G9");
        var at = fields.NeedText("at");
        var reason = fields.NeedText("reason");
        var by = fields.Need("adopted_by", (s, d) => s.Name(d, RefKind.Body, RefKind.Office, RefKind.Electorate));
        var expires = fields.NeedDate("expires");
        fields.Done();
        return check is null || at is null || reason is null || by is null || expires is null ? null : new(check, at)
        {
            Clause = datum.Clause, Reason = reason, AdoptedBy = by, Expires = expires.Value,
        };
    }
}
