using System.Collections.Immutable;
using Mandate.Constitutions.Checks.Capture;
using Mandate.Constitutions.Rules;
using static Mandate.Constitutions.Checks.Phrase;

namespace Mandate.Constitutions.Checks;

/// <summary>B: recall, terms, accumulation.</summary>
internal static class TenureChecks
{
    private const int PracticallyNoTerm = 3650;

    public static ImmutableArray<(string Check, Func<Analysis, IEnumerable<Finding>> Find)> All { get; } = [("B1", Irremovable), ("B2", Unbounded), ("B3", SelfExtension), ("B4", Accumulation), ("B4", Accredits), ("B4", CombinedOffices)];

    /// <summary>B1: no way of removal that members can bring about without passing through the holder.</summary>
    private static IEnumerable<Finding> Irremovable(Analysis a)
    {
        foreach (var (place, clause, removal, term, recall) in Places(a.Constitution))
        {
            if (recall || removal.Any(r => Free(a, place, r))) continue;
            var executive = a.IsExecutive(place);
            if (!removal.IsEmpty)
            {
                yield return new("B1", executive ? Severity.Critical : Severity.High, removal[0].Clause.Path, [.. removal.Select(r => r.Clause.Path)], Say("B1.own-circle", ("place", place)));
                continue;
            }
            var renewed = a.FromMembers(place) || a.IsByLot(place);
            var days = term is null ? PracticallyNoTerm : FlowChecks.Days(term.Length);
            if (!renewed) yield return new("B1", executive ? Severity.Critical : Severity.High, clause.Path, [clause.Path], Say("B1.nobody", ("place", place)));
            else yield return new("B1", days > 732 ? Severity.High : days >= 365 ? Severity.Medium : Severity.Low, clause.Path, [clause.Path], term is null ? Say("B1.no-removal", ("place", place)) : Say("B1.until-term", ("place", place), ("term", term.Length)));
        }
    }

    private static IEnumerable<(string Place, Clause Clause, ImmutableArray<Removal> Remove, Term? Term, bool Recall)> Places(Constitution c) =>
        c.Bodies.Values.Where(b => b.Seats.Count > 0 && !b.Seats.Values.All(s => s.By is External)).Select(b => (b.Id, b.Clause, b.Remove, b.Term, b.Seats.Values.All(s => s.Recall is not null)))
            .Concat(c.Offices.Values.Select(o => (o.Id, o.Clause, o.Remove, (Term?)o.Term, false)));

    /// <summary>Whether a path can be forced by members and not by those whom the holder reaches.</summary>
    private static bool Free(Analysis a, string place, Removal removal)
    {
        var condition = removal switch
        {
            RemovalBy by => new Condition.All([a.Model.Forced(by.Rule, by.By), .. by.ConsentOf.Select(c => a.Model.Forced(c))]),
            RemovalByPetition petition => a.Model.Forced(petition.Then, null),
            _ => Condition.Never,
        };
        // Whoever is drawn by lot owes the seat to nobody: that those who remove it were elected before its eyes makes no circle.
        return condition.Holds(a.FromBase) && (a.IsByLot(place) || !condition.Holds(a.ReachWithoutPacking(place, Strength.Steer)));
    }

    /// <summary>B2: no term, a term that never ends, or re-election without limit.</summary>
    private static IEnumerable<Finding> Unbounded(Analysis a)
    {
        var c = a.Constitution;
        foreach (var body in c.Bodies.Values.Where(b => b.Seats.Count > 0 && b.Term is null && !b.Seats.Values.All(s => s.By is External or ExOfficio)))
        {
            // Delegates are elected for a meeting: its interval is their term.
            if (body.Meets is not null && body.Seats.Values.All(s => s.Apportion is not null || s.By is ExOfficio)) continue;
            yield return new("B2", Severity.High, body.Clause.Path, [body.Clause.Path], Say("B2.no-term", ("place", body.Id)));
        }
        var officials = FlowChecks.Officials(c);
        foreach (var (place, term, paid) in c.Bodies.Values.Where(b => b.Term is not null).Select(b => (b.Id, b.Term!, b.Tags.Any(t => t.Id == officials))).Concat(c.Offices.Values.Select(o => (o.Id, o.Term, o.Tags.Any(t => t.Id == officials)))))
        {
            if (FlowChecks.Days(term.Length) >= PracticallyNoTerm) yield return new("B2", Severity.High, term.Clause.Path, [term.Clause.Path], Say("B2.endless", ("place", place), ("term", term.Length)));
            else if (term.Consecutive is null && term.Lifetime is null) yield return new("B2", paid && a.IsExecutive(place) ? Severity.Medium : Severity.Low, term.Clause.Path, [term.Clause.Path], Say("B2.unlimited", ("place", place)));
        }
    }

    private static readonly string[] Extending = ["postpon", "extend_term", "extension_of_term", "prolong", "own_term", "term_of_office", "term_length", "election_date", "election_calendar", "date_of_election", "change_election_rule", "election_rule", "electoral_rule"];

    /// <summary>B3: a holder can put off its own election or lengthen its own term.</summary>
    private static IEnumerable<Finding> SelfExtension(Analysis a)
    {
        foreach (var (power, holder) in Holdings.Of(a.Constitution, Verb.Decide, Verb.Amend, Verb.Convene).Where(h => Holdings.Concerns(h.Power, Extending) && !CaptureModel.Overridable(h.Power)))
        {
            var consents = power.ConsentOf.Any(r => !a.Reaches(holder, r.Id, Strength.Steer) && r.Id != holder);
            if (consents || a.IsBase(holder) || !(a.IsExecutive(holder) || a.Executive.Any(e => a.Reaches(e, holder, Strength.Gate)))) continue;
            yield return new("B3", Severity.High, power.Clause.Path, [power.Clause.Path], Say("B3.own-term", ("holder", holder)));
        }
        if (a.Constitution.Emergency is { Declare.By: { } declarer } emergency && a.IsExecutive(declarer.Id) && emergency.May.Any(m => m is "postpone_election" or "extend_term"))
            yield return new("B3", Severity.High, emergency.Clause.Path + ".may", [emergency.Clause.Path, emergency.Declare.Clause.Path], Say("B3.emergency", ("holder", declarer.Id)));
        if (a.AmendsAlone is { } alone && a.Constitution.Amend.Incumbents is not { Term: not null, ElectionRule: not null })
            yield return new("B3", Severity.High, a.Constitution.Amend.Clause.Path, [a.Constitution.Amend.Ordinary.Clause.Path], Say("B3.amends-own-term", ("holder", alone)));
    }

    /// <summary>B4: one person or body holds two functions of which one checks the other.</summary>
    private static IEnumerable<Finding> Accumulation(Analysis a)
    {
        var c = a.Constitution;
        foreach (var (inspect, inspector) in Holdings.Of(c, Verb.Inspect).Where(h => !a.IsBase(h.Holder) && a.Known(h.Holder)))
        {
            if (a.IsExecutive(inspector) || Holdings.Of(c, Verb.Decide).Any(h => h.Holder == inspector && h.Power.Object.Any(o => o.Id is "daily_business" or "management" or "administration")))
                yield return new("B4", Severity.High, inspect.Clause.Path, [inspect.Clause.Path], Say("B4.inspects-and-manages", ("place", inspector)));
            if (FlowChecks.IsDelegates(c, inspector)) continue;
            foreach (var inspected in Holdings.Places(c, inspect.Object).Where(o => IsWatched(a, o)))
            {
                foreach (var seat in new[] { inspector }.Concat(SelectorOf(c, inspector)))
                {
                    if (seat == inspected || !MayHoldBoth(c, inspected, seat)) continue;
                    yield return new("B4", seat == inspector ? Severity.High : Severity.Medium, c.Bodies.GetValueOrDefault(seat)?.Clause.Path ?? c.Offices[seat].Clause.Path, [inspect.Clause.Path],
                        seat == inspector ? Say("B4.inspected-inspects", ("inspected", inspected), ("inspector", inspector)) : Say("B4.inspected-chooses", ("inspected", inspected), ("seat", seat), ("inspector", inspector)));
                }
            }
        }
    }

    /// <summary>B4 too: whoever is to be judged by a meeting decides who may sit in it.</summary>
    private static IEnumerable<Finding> Accredits(Analysis a) =>
        from body in a.Constitution.Bodies.Values
        where body.Credentials?.Name is { } judge && a.IsExecutive(judge.Id) && !a.IsBase(judge.Id)
        select new Finding("B4", Severity.Medium, body.Credentials!.Clause.Path, [body.Credentials.Clause.Path], Say("B4.accredits", ("place", body.Credentials.Name!.Id), ("body", body.Id)));

    /// <summary>Offices that one person may combine although one keeps the money or the records of the other.</summary>
    private static IEnumerable<Finding> CombinedOffices(Analysis a)
    {
        var c = a.Constitution;
        if (!c.Offices.TryGetValue("treasurer", out var treasurer)) yield break;
        foreach (var other in c.Offices.Values.Where(o => o.Per is null && o.Id is "president" or "chair" or "chairman" or "secretary" or "general_secretary" && MayHoldBoth(c, "treasurer", o.Id)))
            yield return new("B4", Severity.Low, treasurer.Clause.Path, [treasurer.Clause.Path, other.Clause.Path], Say("B4.treasurer", ("treasurer", "treasurer"), ("other", other.Id)));
    }

    /// <summary>Offices, and bodies and classes of the executive or the paid.</summary>
    private static bool IsWatched(Analysis a, string place) =>
        a.Constitution.Offices.ContainsKey(place) || a.IsExecutive(place) && !a.IsBase(place) || a.Constitution.Bodies.GetValueOrDefault(place) is { Seats.Count: > 0 } body && body.Tags.Any(t => t.Id is "executive" or "paid");

    private static IEnumerable<string> SelectorOf(Constitution c, string place) =>
        (c.Bodies.GetValueOrDefault(place)?.Seats.Values.Select(s => s.By) ?? [c.Offices[place].By]).OfType<Elect>().Select(e => e.Body?.Id).OfType<string>()
            .Where(b => c.Bodies[b].Seats.Count > 0 && !FlowChecks.IsDelegates(c, b)).Distinct(StringComparer.Ordinal);

    public static bool MayHoldBoth(Constitution c, string place, string other)
    {
        if (c.Incompatible.Any(p => Pair(p.One.Id, p.Other.Id) || Pair(p.Other.Id, p.One.Id))) return false;
        return !(Excluded(other, place) || Excluded(place, other));

        bool Pair(string one, string two) => Qualities.Brings(c, place, one) && Qualities.Brings(c, other, two);

        bool Excluded(string at, string who) => c.Offices.TryGetValue(at, out var office) ? FlowChecks.Excludes(c, office.Eligible, who)
            : c.Bodies.GetValueOrDefault(at) is { Seats.Count: > 0 } body && body.Seats.Values.All(s => FlowChecks.Excludes(c, s.Eligible, who) || s.By is Lot { Pool.Kind: RefKind.Tag });
    }
}
