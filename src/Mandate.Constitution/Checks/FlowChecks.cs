using System.Collections.Immutable;
using Mandate.Constitutions.Checks.Capture;
using Mandate.Constitutions.Rules;
using Mandate.Tally;
using static Mandate.Constitutions.Checks.Phrase;

namespace Mandate.Constitutions.Checks;

/// <summary>A3 to A9: who makes whom.</summary>
internal static class FlowChecks
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
                foreach (var (superior, verb, clause) in Superiors(c, body.Id, group.By, body.Remove)) yield return new(body.Id, group.Name, clause, superior, verb, all) { Seats = a.Model.Numbers.Seats(group) };
        }
        foreach (var office in c.Offices.Values)
            foreach (var (superior, verb, clause) in Superiors(c, office.Id, office.By, office.Remove)) yield return new(office.Id, "", clause, superior, verb, 1) { Seats = 1 };
    }

    private static IEnumerable<(string Superior, string Verb, string Clause)> Superiors(Constitution c, string place, Select by, ImmutableArray<Removal> removal)
    {
        if (by is Appoint appoint)
            foreach (var who in appoint.By) yield return (who.Id, "appoints", appoint.Clause.Path);
        if (by is Elect { Confirm: { Rejections: null } confirm }) yield return (confirm.By.Id, "confirms-unlimited", confirm.Clause.Path);
        foreach (var power in c.Powers.Where(p => p.Verb is Verb.Appoint or Verb.Confirm or Verb.Remove && p.Holder is NamedHolder && p.Object.Any(o => o.Id == place) && !CaptureModel.Overridable(p)))
            yield return (((NamedHolder)power.Holder).Name.Id, power.Verb switch { Verb.Appoint => "appoints", Verb.Confirm => "confirms", _ => "dismisses" }, power.Clause.Path);
        foreach (var path in removal.OfType<RemovalBy>().Where(r => r.ConsentOf.IsEmpty && c.Offices.ContainsKey(r.By.Id) || IsNarrow(c, r.By.Id)))
            yield return (path.By.Id, "dismisses", path.Clause.Path);
    }

    /// <summary>A body that is no assembly of members or delegates.</summary>
    private static bool IsNarrow(Constitution c, string place) => c.Bodies.GetValueOrDefault(place) is { Seats.Count: > 0 } body && body.Kind != BodyKind.Assembly && body.Seats.Values.All(s => s.Apportion is null || s.Count is not null) && body.Tags.Any(t => t.Id == "executive");

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
        foreach (var power in c.Powers.Where(p => p.Verb is Verb.Appoint or Verb.Elect or Verb.Confirm or Verb.Nominate && p.Holder is NamedHolder && p.Object.Any(o => o.Id == place)))
            yield return ((NamedHolder)power.Holder).Name.Id;
    }

    /// <summary>A4: how many seats the paid may hold on a body that controls them.</summary>
    private static IEnumerable<Finding> Officials(Analysis a)
    {
        var c = a.Constitution;
        foreach (var body in c.Bodies.Values.Where(b => b.Seats.Count > 0 && a.Model.UnitOf(b.Id) is null && Controls(c, b.Id)))
        {
            var all = a.Model.Numbers.Seats(body);
            var open = c.Tags.Contains("paid") ? body.Seats.Values.Where(g => g.By is not (Lot or External or ExOfficio) && !Excludes(c, g.Eligible, "paid")).Sum(a.Model.Numbers.Seats) : 0;
            var exOfficio = body.Seats.Values.Where(g => g.By is ExOfficio).Sum(a.Model.Numbers.Seats);
            foreach (var cap in c.Caps.Where(k => k.Body.Id == body.Id && k.Tag.Id == "paid"))
                open = (int)Math.Min(open, Quantities.AtMost(cap.Max, a.Model.Numbers.Sizes with { Seats = all, Present = all, VotesCast = all, Budget = 1 }));
            open = Math.Min(all, open + exOfficio);
            if (open * 3 < all && exOfficio == 0) continue;
            var clauses = body.Seats.Values.Where(g => g.By is ExOfficio || !Excludes(c, g.Eligible, "paid")).Select(g => g.Clause.Path).ToImmutableArray();
            yield return new("A4", open * 2 >= all ? Severity.High : open * 3 >= all ? Severity.Medium : Severity.Low, body.Clause.Path, clauses, Say("A4.officials", ("n", open), ("of", all), ("body", body.Id)));
        }
    }

    /// <summary>Whether the body elects, removes, appoints or inspects those who hold office.</summary>
    private static bool Controls(Constitution c, string body) =>
        c.Offices.Values.Any(o => o.By is Elect { Body.Id: var by } && by == body || o.Remove.OfType<RemovalBy>().Any(r => r.By.Id == body))
        || c.Bodies.Values.Any(b => b.Tags.Length > 0 && b.Seats.Values.Any(s => s.By is Elect { Body.Id: var by } && by == body))
        || c.Powers.Any(p => p.Verb is Verb.Appoint or Verb.Inspect or Verb.Remove && p.Holder is NamedHolder named && named.Name.Id == body);

    /// <summary>Whether holders of a tag (or of a place that has it) cannot be chosen.</summary>
    public static bool Excludes(Constitution c, Eligible? eligible, string quality) => eligible is not null && eligible.NoneOf.Any(p => p switch
    {
        Holds h => h.Name.Id == quality || Qualities.Brings(c, quality, h.Name.Id),
        Held h => h.Name.Id == quality || Qualities.Brings(c, quality, h.Name.Id),
        EmployedAs => quality == "paid",
        _ => false,
    });

    /// <summary>A5: who belongs to the electorate is decided by those it elects.</summary>
    private static IEnumerable<Finding> Electorates(Analysis a)
    {
        var c = a.Constitution;
        foreach (var electorate in c.Electorates.Values)
        {
            foreach (var (decider, verb) in new[] { (electorate.Admit, "admit"), (electorate.Expel, "expel"), (electorate.Suspend, "suspend") })
            {
                if (decider is null) continue;
                if (decider.AppealTo is { } appealed && a.IsExecutive(appealed.Id))
                    yield return new("A5", Severity.Medium, decider.AppealTo.Clause.Path, [decider.Clause.Path, decider.AppealTo.Clause.Path], Say("A5.appeal-to-executive", ("what", Say("A5.to-" + verb)), ("body", appealed.Id)));
                var by = decider.Name;
                if (by is null || by.Kind is RefKind.Self or RefKind.Petitioners || a.IsBase(by.Id) || !a.Known(by.Id) || a.IsByLot(by.Id) || IsDelegates(c, by.Id)) continue;
                if (c.Powers.Any(p => p.Verb == (verb == "admit" ? Verb.Admit : Verb.Expel) && p.Object.Any(o => o.Id == electorate.Id) && CaptureModel.Overridable(p))) continue;
                var independent = decider.AppealTo is { } appeal && appeal.Id != by.Id && !a.Reaches(by.Id, appeal.Id, Strength.Steer);
                if (independent && (verb == "admit" || decider.SuspendedDuringAppeal == true)) continue;
                yield return new("A5", independent ? Severity.Medium : Severity.High, decider.Clause.Path, [decider.Clause.Path],
                    Say(independent ? "A5.effect-during-appeal" : "A5.no-appeal", ("body", by.Id), ("electorate", electorate.Id), ("what", Say("A5.to-" + verb))));
            }
            if (electorate.Register.Closes is { Event: "vote", Before: { } before } closes && c.Procedure.ByObject.GetValueOrDefault("amendment") is { } amendment && Shorter(before, amendment.Notice))
                yield return new("A5", Severity.Medium, closes.Clause.Path, [closes.Clause.Path, amendment.Notice.Clause.Path], Say("A5.register", ("before", before), ("notice", amendment.Notice)));
        }
        foreach (var power in c.Powers.Where(p => p.Verb == Verb.Decide && !CaptureModel.Overridable(p) && p.Holder is NamedHolder n && a.IsExecutive(n.Name.Id) && p.Object.Any(o => Franchise.Any(f => o.Id.Contains(f, StringComparison.Ordinal)))))
            yield return new("A5", Severity.Medium, power.Clause.Path, [power.Clause.Path], Say("A5.franchise", ("body", ((NamedHolder)power.Holder).Name.Id)));
        foreach (var unit in c.Units.Values)
        {
            foreach (var (decider, verb) in new[] { (unit.CreatedBy, "create"), (unit.DissolvedBy, "dissolve") })
            {
                if (decider.Name is not { } by || !a.IsExecutive(by.Id) || !decider.ConsentOf.IsEmpty) continue;
                yield return new("A5", decider.AppealTo is null ? Severity.High : Severity.Medium, decider.Clause.Path, [decider.Clause.Path], Say("A5.unit-" + verb, ("body", by.Id), ("unit", unit.Id)));
            }
        }
    }

    private static readonly string[] Franchise = ["voting_right", "franchise", "electorate", "voter", "voting_eligib"];

    /// <summary>An assembly of delegates or members.</summary>
    public static bool IsDelegates(Constitution c, string place) => c.Bodies.GetValueOrDefault(place) is { } body && (body.Kind == BodyKind.Assembly || body.Seats.Values.Any(s => s.Apportion is not null && s.Count is null));

    public static bool Shorter(Period one, Period other) => Days(one) < Days(other);

    public static long Days(Period period) => Periods.After(new DateOnly(2001, 1, 1), period).DayNumber - new DateOnly(2001, 1, 1).DayNumber;

    /// <summary>A6: X, or a body that X chooses or that is chosen through it, can keep candidates for X out.</summary>
    private static IEnumerable<Finding> Filters(Analysis a)
    {
        var c = a.Constitution;
        foreach (var (place, holder, clause, verb) in Gates(c))
        {
            if (a.IsBase(holder) || a.IsByLot(holder) || IsDelegates(c, holder)) continue;
            if (holder != place && !a.Reaches(place, holder, Strength.Steer) && !TakesPart(a, place, holder)) continue;
            yield return new("A6", Severity.High, clause, [clause], Say("A6." + verb, ("holder", holder), ("place", place)));
        }
    }

    private static IEnumerable<(string Place, string Holder, string Clause, string Verb)> Gates(Constitution c)
    {
        foreach (var (place, by) in c.Bodies.Values.SelectMany(b => b.Seats.Values.Select(s => (b.Id, s.By))).Concat(c.Offices.Values.Select(o => (o.Id, o.By))))
        {
            if (by is Elect { Confirm: { Rejections: null } confirm }) yield return (place, confirm.By.Id, confirm.Clause.Path, "refuses");
            if (by is Appoint { OnProposalOf.IsEmpty: false } appoint && appoint.By.Any(b => b.Id == place)) yield return (place, place, appoint.Clause.Path, "refuses");
        }
        foreach (var power in c.Powers.Where(p => p.Verb is Verb.Confirm or Verb.Veto or Verb.Nominate && p.Holder is NamedHolder && !CaptureModel.Overridable(p)))
            foreach (var matter in power.Object.Where(o => o.Kind is RefKind.Body or RefKind.Office or RefKind.Seats))
                yield return (Qualities.BodyOf(c, matter.Id)?.Id ?? matter.Id, ((NamedHolder)power.Holder).Name.Id, power.Clause.Path, power.Verb == Verb.Nominate ? "nominates" : "refuses");
        foreach (var office in c.Offices.Values.Where(o => o.Nominate is BodyRule)) yield return (office.Id, ((BodyRule)office.Nominate!).Body.Id, office.Nominate!.Clause.Path, "nominates");
    }

    /// <summary>A7: an election conducted, or its delegates accredited, by those who stand in it or whom they appoint.</summary>
    private static IEnumerable<Finding> SelfRun(Analysis a)
    {
        var c = a.Constitution;
        foreach (var (place, by) in c.Bodies.Values.SelectMany(b => b.Seats.Values.Select(s => (b.Id, s.By))).Concat(c.Offices.Values.Select(o => (o.Id, o.By))))
        {
            if (by is not Elect { RunBy: { } run } || a.IsByLot(run.Id) || a.IsBase(run.Id)) continue;
            if (run.Id == place || a.Reaches(place, run.Id, Strength.Gate))
                yield return new("A7", Severity.Medium, run.Clause.Path, [run.Clause.Path], Say("A7.conducted", ("place", place), ("by", run.Id)));
        }
        foreach (var body in c.Bodies.Values.Where(b => b.Credentials?.Name is not null))
        {
            var by = body.Credentials!.Name!.Id;
            if (a.IsByLot(by) || !TakesPart(a, body.Id, by) || body.Credentials.AppealTo is { } appeal && appeal.Id != by) continue;
            yield return new("A7", Severity.High, body.Credentials.Clause.Path, [body.Credentials.Clause.Path], Say("A7.credentials", ("by", by), ("body", body.Id)));
        }
    }

    private static readonly string[] OwnElection = ["representation", "apportionment", "selection_process", "election_process"];

    /// <summary>A7 too: the executive decides how many delegates each sends, or by which process its own seats are filled.</summary>
    private static IEnumerable<Finding> SetsOwnElection(Analysis a) =>
        from power in a.Constitution.Powers
        where power.Verb == Verb.Decide && power.Holder is NamedHolder n && a.IsExecutive(n.Name.Id) && power.Object.Any(o => OwnElection.Any(e => o.Id.Contains(e, StringComparison.Ordinal)))
        select new Finding("A7", Severity.Medium, power.Clause.Path, [power.Clause.Path], Say("A7.own-rules", ("body", ((NamedHolder)power.Holder).Name.Id)));

    /// <summary>A8: a body fills its own vacancies for more than 90 days, or most of its seats.</summary>
    private static IEnumerable<Finding> Vacancies(Analysis a)
    {
        foreach (var body in a.Constitution.Bodies.Values.Where(b => b.Seats.Values.Any(s => s.By is Coopt)))
        {
            var (coopted, all) = (body.Seats.Values.Where(s => s.By is Coopt).Sum(a.Model.Numbers.Seats), a.Model.Numbers.Seats(body));
            if (coopted * 2 > all) yield return new("A8", Severity.High, body.Clause.Path, [.. body.Seats.Values.Where(s => s.By is Coopt).Select(s => s.Clause.Path)], Say("A8.majority", ("place", body.Id), ("k", coopted), ("of", all)));
        }
        foreach (var (place, vacancy) in a.Constitution.Bodies.Values.Select(b => (b.Id, b.Vacancy)).Concat(a.Constitution.Offices.Values.Select(o => (o.Id, o.Vacancy))))
        {
            if (vacancy is null) continue;
            var coopts = vacancy.Fill == VacancyFill.Coopt || vacancy.Then == VacancyFill.Coopt;
            var rest = vacancy.Max is null || Days(vacancy.Max) > 90;
            if (coopts && rest) yield return new("A8", Severity.Medium, vacancy.Clause.Path, [vacancy.Clause.Path], Say("A8.coopts", ("place", place)));
            else if (vacancy is { Acting: { } acting, Fill: null } && rest)
                yield return new("A8", Severity.Low, vacancy.Clause.Path, [vacancy.Clause.Path], vacancy.Max is { } max ? Say("A8.acts-for", ("acting", acting.Id), ("place", place), ("time", max)) : Say("A8.acts", ("acting", acting.Id), ("place", place)));
        }
    }

    private static readonly string[] Moving = ["transfer", "secondment", "relocation", "posting"];

    /// <summary>A9: delegates or members can be moved against their will.</summary>
    private static IEnumerable<Finding> Movable(Analysis a)
    {
        foreach (var electorate in a.Constitution.Electorates.Values)
        {
            if (electorate.Transfer is not { Name: { Kind: not (RefKind.Self or RefKind.Petitioners) } by } transfer || a.IsBase(by.Id)) continue;
            if (transfer.ConsentOf.Any(r => r.Kind == RefKind.Self) || transfer is { AppealTo: not null, SuspendedDuringAppeal: true }) continue;
            var reaches = a.Constitution.Bodies.Values.Any(b => b.Seats.Values.Any(s => s.By is Elect { Within: not null } e && e.Electorate?.Id == electorate.Id));
            yield return new("A9", reaches ? Severity.High : Severity.Medium, transfer.Clause.Path, [transfer.Clause.Path], Say(reaches ? "A9.delegates" : "A9.members", ("by", by.Id)));
        }
        foreach (var unit in a.Constitution.Units.Values.Where(u => u.DissolvedBy.Name is { } by && a.IsExecutive(by.Id) && u.DissolvedBy.ConsentOf.IsEmpty))
            yield return new("A9", Severity.Low, unit.DissolvedBy.Clause.Path, [unit.DissolvedBy.Clause.Path], Say("A9.dissolved", ("by", unit.DissolvedBy.Name!.Id), ("unit", unit.Id)));
        foreach (var power in a.Constitution.Powers.Where(p => p.Verb == Verb.Decide && p.Holder is NamedHolder n && !a.IsBase(n.Name.Id) && !CaptureModel.Overridable(p) && p.Object.Any(o => Moving.Any(m => o.Id.Contains(m, StringComparison.Ordinal)))))
            yield return new("A9", power.Object.Any(o => o.Kind is RefKind.Body or RefKind.Seats || o.Id.Contains("delegate", StringComparison.Ordinal)) ? Severity.High : Severity.Medium, power.Clause.Path, [power.Clause.Path], Say("A9.members", ("by", ((NamedHolder)power.Holder).Name.Id)));
    }
}
