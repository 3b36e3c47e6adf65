using System.Collections.Immutable;
using Mandate.Constitutions.Checks.Capture;
using Mandate.Constitutions.Rules;
using Mandate.Tally;
using static Mandate.Constitutions.Checks.Phrase;

namespace Mandate.Constitutions.Checks;

/// <summary>A3 to A9: who makes whom.</summary>
internal static partial class FlowChecks
{
    public static ImmutableArray<(string Check, Func<Analysis, IEnumerable<Finding>> Find)> All { get; } = [("A3", AppointedElectors), ("A4", Officials), ("A5", Electorates), ("A6", Filters), ("A7", SelfRun), ("A7", SetsOwnElection), ("A8", Vacancies), ("A9", Movable)];

    /// <summary>A3: X appoints, confirms or dismisses those who take part in choosing X.</summary>
    private static IEnumerable<Finding> AppointedElectors(Analysis a)
    {
        var dependents = Dependents(a.Constitution, a).ToList();
        foreach (var (place, _, clause, superior, verb, all) in dependents.DistinctBy(d => (d.Place, d.Clause, d.Superior)))
        {
            if (!TakesPart(a, place, superior)) continue;
            // What counts is the share of the body that depends on one superior, by whichever clauses.
            var seats = dependents.Where(d => d.Place == place && d.Superior == superior).DistinctBy(d => d.Group, StringComparer.Ordinal).Sum(d => d.Seats);
            var severity = seats * 2 >= all ? Severity.High : seats * 3 >= all ? Severity.Medium : seats * 20 >= all ? Severity.Low : Severity.Info;
            yield return new("A3", severity, clause, [clause], Say("A3.elector", ("act", Say("edge." + verb, ("who", superior), ("whom", place), ("clause", new Verbatim(clause)))), ("place", place), ("superior", superior), ("k", (int)seats), ("of", (int)all)));
        }
    }

    private sealed record Dependent(string Place, string Group, string Clause, string Superior, string Verb, long All)
    {
        public long Seats { get; init; }
    }

    private static IEnumerable<Dependent> Dependents(Constitution c, Analysis a)
    {
        foreach (var body in c.Bodies.Values)
        {
            var all = Math.Max(1, body.Seats.Values.Sum(a.Model.Numbers.Seats));
            foreach (var group in body.Seats.Values)
                foreach (var (superior, verb, clause) in Superiors(a, body.Id, group.By, body.Remove)) yield return new(body.Id, group.Name, clause, superior, verb, all) { Seats = a.Model.Numbers.Seats(group) };
        }
        foreach (var office in c.Offices.Values)
            foreach (var (superior, verb, clause) in Superiors(a, office.Id, office.By, office.Remove)) yield return new(office.Id, "", clause, superior, verb, 1) { Seats = 1 };
    }

    private static IEnumerable<(string Superior, string Verb, string Clause)> Superiors(Analysis a, string place, Select by, ImmutableArray<Removal> removal)
    {
        var c = a.Constitution;
        if (by is Appoint appoint)
            foreach (var who in appoint.By) yield return (who.Id, "appoints", appoint.Clause.Path);
        if (by is Elect { Confirm: { Rejections: null } confirm }) yield return (confirm.By.Id, "confirms-unlimited", confirm.Clause.Path);
        foreach (var (power, holder) in Holdings.Of(c, Verb.Appoint, Verb.Confirm, Verb.Remove).Where(h => Holdings.IsOver(c, h.Power, place) && !CaptureModel.Overridable(h.Power) && !a.IsBase(h.Holder)))
            yield return (holder, power.Verb switch { Verb.Appoint => "appoints", Verb.Confirm => "confirms", _ => "dismisses" }, power.Clause.Path);
        foreach (var path in removal.OfType<RemovalBy>().Where(r => r.ConsentOf.IsEmpty && (c.Offices.ContainsKey(r.By.Id) || a.IsExecutive(r.By.Id) && !IsDelegates(c, r.By.Id))))
            yield return (path.By.Id, "dismisses", path.Clause.Path);
    }

    /// <summary>Officers, and bodies that are neither the members, nor delegates, nor drawn by lot.</summary>
    private static bool IsNarrow(Analysis a, string place) => a.Known(place) && !a.IsBase(place) && !a.IsByLot(place) && !IsDelegates(a.Constitution, place);

    /// <summary>Whether a place stands upstream of another: elects it, or runs, convenes or presides where it or its electors are elected.</summary>
    private static bool TakesPart(Analysis a, string place, string chosen)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([chosen]);
        while (open.TryPop(out var at))
        {
            foreach (var upstream in Upstream(a.Constitution, at))
            {
                if (upstream == place) return true;
                if (seen.Add(upstream)) open.Push(upstream);
            }
        }
        return false;
    }

    private static IEnumerable<string> Upstream(Constitution c, string place)
    {
        var ways = c.Offices.TryGetValue(place, out var office) ? [office.By] : c.Bodies.GetValueOrDefault(place)?.Seats.Values.Select(s => s.By) ?? [];
        foreach (var by in ways)
        {
            if (by is Elect elect)
            {
                if (elect.Body is { } body) yield return body.Id;
                if (elect.RunBy is { } run) yield return run.Id;
                foreach (var meeting in c.Bodies.Values.Where(b => elect.Body is { } e ? b.Id == e.Id : elect.Within is { } unit && b.Of is not null && b.Per?.Id == unit.Id))
                {
                    if (elect.RunBy is not null && elect.Ballot != BallotKind.Open) continue;
                    if (meeting.Chair is { } chair) yield return chair.Id;
                    if (meeting.Convene is { } convene) yield return convene.By.Id;
                }
            }
            if (by is Appoint appoint)
                foreach (var who in appoint.By) yield return who.Id;
            if (by is ExOfficio ex) yield return ex.Office.Id;
        }
        foreach (var (_, holder) in Holdings.Of(c, Verb.Appoint, Verb.Elect, Verb.Confirm, Verb.Nominate).Where(h => Holdings.IsOver(c, h.Power, place))) yield return holder;
    }

    /// <summary>A4: how many seats the paid may hold on a body that controls them.</summary>
    private static IEnumerable<Finding> Officials(Analysis a)
    {
        var c = a.Constitution;
        foreach (var body in c.Bodies.Values.Where(b => b.Seats.Count > 0 && a.Model.UnitOf(b.Id) is null && Controls(c, b.Id)))
        {
            var all = a.Model.Numbers.Seats(body);
            var officials = Officials(c);
            if (officials is null && !body.Seats.Values.Any(g => g.By is ExOfficio)) continue;
            var open = officials is null ? 0 : body.Seats.Values.Where(g => g.By is not (Lot or External or ExOfficio) && !Excludes(c, g.Eligible, officials)).Sum(a.Model.Numbers.Seats);
            var exOfficio = body.Seats.Values.Where(g => g.By is ExOfficio).Sum(a.Model.Numbers.Seats);
            foreach (var cap in c.Caps.Where(k => k.Body.Id == body.Id && k.Tag.Id == officials))
                open = (int)Math.Min(open, Quantities.AtMost(cap.Max, a.Model.Numbers.Sizes with { Seats = all, Present = all, VotesCast = all, Budget = 1 }));
            open = Math.Min(all, open + exOfficio);
            if (open * 3 < all && exOfficio == 0) continue;
            var clauses = body.Seats.Values.Where(g => g.By is ExOfficio || officials is not null && !Excludes(c, g.Eligible, officials)).Select(g => g.Clause.Path).ToImmutableArray();
            yield return new("A4", open * 2 >= all ? Severity.High : open * 3 >= all ? Severity.Medium : Severity.Low, body.Clause.Path, clauses, Say("A4.officials", ("n", open), ("of", all), ("body", body.Id)));
        }
    }

    private static readonly string[] Employed = ["paid", "staff", "official", "officials", "employee", "employees", "employed", "salaried", "full_time"];

    /// <summary>The tag of those who live by their office; null where the constitution knows none.</summary>
    public static string? Officials(Constitution c) => Employed.FirstOrDefault(c.Tags.Contains);

    /// <summary>Whether the body elects, removes, appoints or inspects those who hold office.</summary>
    private static bool Controls(Constitution c, string body) =>
        c.Offices.Values.Any(o => o.By is Elect { Body.Id: var by } && by == body || o.Remove.OfType<RemovalBy>().Any(r => r.By.Id == body))
        || c.Bodies.Values.Any(b => b.Tags.Length > 0 && b.Seats.Values.Any(s => s.By is Elect { Body.Id: var by } && by == body))
        || Holdings.Of(c, Verb.Appoint, Verb.Inspect, Verb.Remove, Verb.Elect).Any(h => h.Holder == body)
        || Holdings.Of(c, Verb.Decide).Any(h => h.Holder == body && Holdings.Concerns(h.Power, "wage", "salar", "pay", "staff"));

    /// <summary>Whether holders of a tag (or of a place that has it) cannot be chosen.</summary>
    public static bool Excludes(Constitution c, Eligible? eligible, string quality) => eligible is not null && eligible.NoneOf.Any(p => p switch
    {
        Holds h => h.Name.Id == quality || Qualities.Brings(c, quality, h.Name.Id),
        Held h => h.Name.Id == quality || Qualities.Brings(c, quality, h.Name.Id),
        EmployedAs => Employed.Contains(quality, StringComparer.Ordinal),
        _ => false,
    });

    /// <summary>An assembly of delegates or members.</summary>
    public static bool IsDelegates(Constitution c, string place) => c.Bodies.GetValueOrDefault(place) is { } body && (body.Kind == BodyKind.Assembly || body.Seats.Values.Any(s => s.Apportion is not null && s.Count is null));

    public static bool Shorter(Period one, Period other) => Days(one) < Days(other);

    public static long Days(Period period) => Periods.After(new DateOnly(2001, 1, 1), period).DayNumber - new DateOnly(2001, 1, 1).DayNumber;
}
