namespace Mandate.Constitutions.Reader;

/// <summary>The second pass: what only shows when all clauses are known together.</summary>
internal static class Coherence
{
    public static void Check(Scope scope, Constitution constitution)
    {
        var clauses = new Dictionary<string, Clause>(StringComparer.Ordinal);
        Collect(scope, constitution.Source, clauses);
        Languages(scope, constitution);
        UnitCycles(scope, constitution);
        Entrenched(scope, constitution, clauses);
        Waivers(scope, constitution, clauses);
        Seats(scope, constitution);
        Twice(scope, constitution);
    }

    /// <summary>Every clause path must mean one clause: a body <c>a</c> with a key <c>b</c> and a body <c>a.b</c> would share theirs.</summary>
    private static void Collect(Scope scope, Datum datum, Dictionary<string, Clause> clauses)
    {
        if (!clauses.TryAdd(datum.Clause.Path, datum.Clause))
            scope.Fault(FaultKind.Contradiction, datum.Clause, FormattableString.Invariant($"two clauses have this path; the other is in line {clauses[datum.Clause.Path].Line}: rename one"));
        if (datum is Datum.Map map)
            foreach (var entry in map.Entries) Collect(scope, entry.Value, clauses);
        if (datum is Datum.List list)
            foreach (var item in list.Items) Collect(scope, item, clauses);
    }

    private static void Languages(Scope scope, Constitution constitution)
    {
        Complete(constitution.Title);
        foreach (var text in constitution.Glossary.Values) Complete(text);

        void Complete(LocalText text)
        {
            if (text.Texts.ContainsKey("")) return;
            foreach (var language in constitution.Languages.Official.Where(l => !text.Texts.ContainsKey(l)))
                scope.Fault(FaultKind.MissingKey, text.Clause, $"the text is missing in the official language '{language}'");
        }
    }

    private static void UnitCycles(Scope scope, Constitution constitution)
    {
        foreach (var unit in constitution.Units.Values)
        {
            var above = unit.Within;
            for (var steps = 0; above is not null && above.Id != unit.Id && steps <= constitution.Units.Count; steps++)
                above = constitution.Units.TryGetValue(above.Id, out var next) ? next.Within : null;
            if (above?.Id == unit.Id) scope.Fault(FaultKind.Contradiction, unit.Within!.Clause, $"the unit '{unit.Id}' lies within itself");
        }
    }

    private static void Entrenched(Scope scope, Constitution constitution, Dictionary<string, Clause> clauses)
    {
        if (constitution.Source["amend"] is not Datum.Map amend || amend["entrenched"] is not Datum.Map entrenched || entrenched["clauses"] is not Datum.List list) return;
        foreach (var item in list.Items.OfType<Datum.Text>().Where(item => !clauses.ContainsKey(item.Value)))
            scope.Fault(FaultKind.UnknownName, item.Clause, $"there is no clause '{item.Value}' to entrench", Nearest.To(item.Value, clauses.Keys));
    }

    private static void Waivers(Scope scope, Constitution constitution, Dictionary<string, Clause> clauses)
    {
        foreach (var waiver in constitution.Waivers.Where(w => !clauses.ContainsKey(w.At)))
            scope.Warn(FaultKind.UnknownName, waiver.Clause, $"there is no clause '{waiver.At}': the waiver waives nothing", Nearest.To(waiver.At, clauses.Keys));
    }

    private static void Seats(Scope scope, Constitution constitution)
    {
        foreach (var body in constitution.Bodies.Values)
        {
            foreach (var group in body.Seats.Values)
            {
                if (group is { Count: { } count, Apportion: { Equal: { } equal } apportion } && constitution.Units.TryGetValue(apportion.Per.Id, out var unit) && unit.Count is { } units && (long)equal * units != count)
                    scope.Warn(FaultKind.Contradiction, group.Clause, FormattableString.Invariant($"{count} seats are stated, but {equal} for each of {units} {unit.Id} make {(long)equal * units}"));
            }
        }
    }

    private static void Twice(Scope scope, Constitution constitution)
    {
        foreach (var second in constitution.Powers.GroupBy(p => p.Id, StringComparer.Ordinal).SelectMany(g => g.Skip(1)))
            scope.Fault(FaultKind.Contradiction, second.Clause, $"another power has the id '{second.Id}' already");
        foreach (var name in constitution.Bodies.Keys.Where(constitution.Offices.ContainsKey))
            scope.Fault(FaultKind.Contradiction, constitution.Offices[name].Clause, $"'{name}' is both a body and an office: rename one");
    }
}
