using System.Collections.Immutable;
using Mandate.Constitutions.Checks.Capture;
using Mandate.Constitutions.Rules;
using static Mandate.Constitutions.Checks.Phrase;

namespace Mandate.Constitutions.Checks;

/// <summary>A6 to A8: who may stand, who conducts the election, who fills what falls vacant.</summary>
internal static partial class FlowChecks
{
    /// <summary>A6: X, or a body that X chooses or that is chosen through it, can keep candidates for X out.</summary>
    private static IEnumerable<Finding> Filters(Analysis a)
    {
        var c = a.Constitution;
        foreach (var (place, holder, clause, verb) in Gates(c).Distinct())
        {
            if (!IsNarrow(a, holder)) continue;
            if (holder != place && !(a.IsExecutive(place) && a.IsExecutive(holder)) && !a.Reaches(place, holder, Strength.Steer) && !TakesPart(a, place, holder)) continue;
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
        foreach (var (power, holder) in Holdings.Of(c, Verb.Confirm, Verb.Veto, Verb.Nominate).Where(h => !CaptureModel.Overridable(h.Power)))
            foreach (var place in Holdings.Places(c, power.Object.Where(o => o.Kind is RefKind.Body or RefKind.Office or RefKind.Seats or RefKind.Tag)).Where(p => power.Verb != Verb.Nominate || !OthersNominate(c, p, holder)))
                yield return (place, holder, power.Clause.Path, power.Verb == Verb.Nominate ? "nominates" : "refuses");
        // Who waives conditions or judges who may stand sifts the candidates of whatever is elected.
        foreach (var (power, holder) in Holdings.Of(c, Verb.Decide, Verb.Confirm, Verb.Veto).Where(h => !CaptureModel.Overridable(h.Power) && Holdings.Concerns(h.Power, Candidacy) && !Holdings.Concerns(h.Power, Franchise)))
            foreach (var place in Qualified(c, power)) yield return (place, holder, power.Clause.Path, "refuses");
        foreach (var office in c.Offices.Values.Where(o => o.Nominate is not null))
            if (Closed(office.Nominate!) is { } only) yield return (office.Id, only, office.Nominate!.Clause.Path, "nominates");
    }

    /// <summary>Whether somebody else may nominate for the place too.</summary>
    private static bool OthersNominate(Constitution c, string place, string holder) =>
        c.Powers.Where(p => p.Verb == Verb.Nominate && Holdings.IsOver(c, p, place)).Any(p => (p.Holder is RuleHolder rule ? Closed(rule.Rule) : ((NamedHolder)p.Holder).Name.Id) != holder);

    private static readonly string[] Candidacy = ["candida", "eligib", "seniority", "qualification", "right_to_stand", "ballot_access"];

    /// <summary>The elected places that the power names beside the matter, else all that are elected.</summary>
    private static IEnumerable<string> Qualified(Constitution c, Power power)
    {
        var named = Holdings.Places(c, power.Object.Where(o => o.Kind is RefKind.Body or RefKind.Office or RefKind.Seats)).ToList();
        return named.Count > 0 ? named : c.Bodies.Values.Where(b => b.Seats.Values.Any(s => s.By is Elect)).Select(b => b.Id).Concat(c.Offices.Values.Where(o => o.By is Elect).Select(o => o.Id));
    }

    /// <summary>The one body without which nobody can be nominated; null where members or several can nominate.</summary>
    private static string? Closed(Rule nominate) => nominate switch
    {
        BodyRule body => body.Body.Id,
        AnyOf { Rules: [var one] } => Closed(one),
        AllOf all => all.Rules.Select(Closed).FirstOrDefault(b => b is not null),
        _ => null,
    };

    /// <summary>A7: an election conducted, or its delegates accredited, by those who stand in it or whom they appoint.</summary>
    private static IEnumerable<Finding> SelfRun(Analysis a)
    {
        var c = a.Constitution;
        foreach (var (place, by) in c.Bodies.Values.SelectMany(b => b.Seats.Values.Select(s => (b.Id, s.By))).Concat(c.Offices.Values.Select(o => (o.Id, o.By))))
        {
            if (by is not Elect { RunBy: { } run } || a.IsBase(run.Id)) continue;
            if (run.Id == place || !a.IsByLot(run.Id) && a.Reaches(place, run.Id, Strength.Gate))
                yield return new("A7", OwnRules(a).Any(o => o.Holder == run.Id || o.Holder == place) ? Severity.High : Severity.Medium, run.Clause.Path, [run.Clause.Path], Say("A7.conducted", ("place", place), ("by", run.Id)));
            else if (Competence.RemovalOf(c, run.Id).OfType<RemovalBy>().FirstOrDefault(r => (r.By.Id == place || a.IsExecutive(r.By.Id)) && IsNarrow(a, r.By.Id) && r.ConsentOf.IsEmpty) is { } dismiss)
                yield return new("A7", Severity.Medium, dismiss.Clause.Path, [run.Clause.Path, dismiss.Clause.Path], Say("A7.dismissed", ("place", place), ("by", run.Id), ("who", dismiss.By.Id)));
        }
        foreach (var body in c.Bodies.Values.Where(b => b.Credentials?.Name is not null))
        {
            var by = body.Credentials!.Name!.Id;
            if (a.IsByLot(by) || !TakesPart(a, body.Id, by) || body.Credentials.AppealTo is { } appeal && appeal.Id != by && !a.IsExecutive(appeal.Id)) continue;
            yield return new("A7", Severity.High, body.Credentials.Clause.Path, [body.Credentials.Clause.Path], Say("A7.credentials", ("by", by), ("body", body.Id)));
        }
    }

    private static readonly string[] OwnElection = ["representation", "apportion", "delegate_key", "delegate_number", "number_of_delegates", "selection_process", "election_process", "election_procedure", "electoral_procedure", "election_regulation", "returning_officer", "constituenc", "accreditation", "credentials"];

    /// <summary>A7 too: the executive decides how many delegates each sends, or by which process its own seats are filled.</summary>
    private static IEnumerable<Finding> SetsOwnElection(Analysis a) =>
        OwnRules(a).Select(o => new Finding("A7", Severity.Medium, o.Power.Clause.Path, [o.Power.Clause.Path], Say("A7.own-rules", ("body", o.Holder))));

    private static IEnumerable<(Power Power, string Holder)> OwnRules(Analysis a) =>
        Holdings.Of(a.Constitution, Verb.Decide, Verb.Amend, Verb.Appoint).Where(h => a.IsExecutive(h.Holder) && !a.IsBase(h.Holder) && !CaptureModel.Overridable(h.Power) && Holdings.Concerns(h.Power, OwnElection));

    /// <summary>A8: a body fills its own vacancies for more than 90 days, or most of its seats.</summary>
    private static IEnumerable<Finding> Vacancies(Analysis a)
    {
        foreach (var body in a.Constitution.Bodies.Values.Where(b => b.Seats.Values.Any(s => s.By is Coopt)))
        {
            var (coopted, all) = (body.Seats.Values.Where(s => s.By is Coopt).Sum(a.Model.Numbers.Seats), a.Model.Numbers.Seats(body));
            if (coopted * 2 > all) yield return new("A8", Severity.High, body.Clause.Path, [.. body.Seats.Values.Where(s => s.By is Coopt).Select(s => s.Clause.Path)], Say("A8.majority", ("place", body.Id), ("k", coopted), ("of", all)));
        }
        foreach (var (power, holder) in Holdings.Of(a.Constitution, Verb.Appoint, Verb.Elect).Where(h => IsNarrow(a, h.Holder) && Holdings.IsOver(a.Constitution, h.Power, h.Holder) && !CaptureModel.Overridable(h.Power)))
            yield return new("A8", Severity.Medium, power.Clause.Path, [power.Clause.Path], Say("A8.coopts", ("place", holder)));
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
}
