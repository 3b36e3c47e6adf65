using System.Collections.Immutable;
using Mandate.Constitutions.Rules;

namespace Mandate.Constitutions.Checks.Capture;

/// <summary>
/// A constitution as a threshold system. What is not declared is invisible: a secret ballot and a neutral chair are assumed
/// unless the constitution says otherwise (<c>ballot: open</c>, <c>run_by</c>, <c>chair</c>).
/// </summary>
public sealed class CaptureModel
{
    private readonly List<SeatSet> groups = [];
    private readonly List<Way> ways = [];
    private readonly Dictionary<string, int> index = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<int>> places = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string> placeOf = [];

    private CaptureModel(Constitution constitution)
    {
        Constitution = constitution;
        Numbers = new(constitution);
    }

    public Constitution Constitution { get; }

    public Numbers Numbers { get; }

    public ThresholdSystem System { get; private set; } = null!;

    public static CaptureModel Of(Constitution constitution)
    {
        var model = new CaptureModel(constitution);
        model.AddGroups();
        model.AddWays();
        model.System = new([.. model.groups], [.. model.ways]);
        return model;
    }

    /// <summary>Whether another model has the same system and the same places in it.</summary>
    public bool Same(CaptureModel other) =>
        System.SameAs(other.System) && places.Count == other.places.Count && places.All(p => other.places.TryGetValue(p.Key, out var groups) && groups.AsSpan().SequenceEqual(p.Value.AsSpan()));

    /// <summary>The groups of a body, an office or an electorate; empty where there is no such place.</summary>
    public ImmutableArray<int> GroupsOf(string place) => places.GetValueOrDefault(place, []);

    /// <summary>The place a group belongs to: <c>council</c>.</summary>
    public string PlaceOf(int group) => placeOf[group];

    /// <summary>Bodies of which there is one in each unit are captured unit by unit.</summary>
    public string? UnitOf(string place) => Constitution.Bodies.GetValueOrDefault(place) is { } body
        ? (body.Per ?? (body.Seats.Count > 0 && body.Seats.Values.All(g => g.Per is not null) ? body.Seats.Values.First().Per : null))?.Id
        : Constitution.Offices.GetValueOrDefault(place)?.Per?.Id;

    /// <summary>The condition under which captured seats force a decision of whoever it is, with everybody there.</summary>
    public Condition Forced(Ref who, Majority? majority = null) => Forced(who.Id, majority);

    public Condition Forced(string place, Majority? majority = null)
    {
        var of = GroupsOf(place);
        if (of.IsEmpty) return Condition.Never;
        long all = of.Sum(g => (long)groups[g].Size);
        return new Condition.Seats(of, UnitOf(place) is null || Constitution.Offices.ContainsKey(place) && UnitOf(place) is null ? Numbers.Need(majority, all, all) : (all / 2) + 1);
    }

    /// <summary>The condition under which captured seats fulfil a rule; petitions, units and referendums are the members'.</summary>
    public Condition Forced(Rule? rule, Ref? decider) => rule switch
    {
        null => decider is null ? Condition.Never : Forced(decider),
        MajorityRule m => decider is null ? Condition.Never : Forced(decider, m.Majority),
        BodyRule b => Forced(b.Body, b.Majority),
        ReferendumRule r => Forced(r.Electorate, r.Majority),
        AllOf all => new Condition.All([.. all.Rules.Select(r => Forced(r, decider))]),
        AnyOf any => new Condition.Any([.. any.Rules.Select(r => Forced(r, decider))]),
        PetitionRule => Base(),
        UnitsRule u => u.Units.Unit is { } unit && index.TryGetValue(Within("", unit), out var group) ? new Condition.Seats([group], Quantities.Needed(u.Units, Numbers.Sizes)) : Base(),
        _ => Condition.Never,
    };

    public Condition Forced(Decider decider)
    {
        var who = decider.By is RuleHolder rule ? Forced(rule.Rule, null) : decider.Name is { Kind: not (RefKind.Self or RefKind.Petitioners) } name ? Forced(decider.Rule, name) : Condition.Never;
        return decider.ConsentOf.IsEmpty ? who : new Condition.All([who, .. decider.ConsentOf.Select(c => Forced(c))]);
    }

    public Condition Forced(Holder holder, Rule? rule) => holder switch
    {
        NamedHolder { Name.Kind: RefKind.Self or RefKind.Petitioners } => Condition.Never,
        NamedHolder named => Forced(rule, named.Name),
        _ => Forced(((RuleHolder)holder).Rule, null),
    };

    private Condition Base() => new Condition.Any([.. groups.Select((g, i) => (g, i)).Where(p => p.g.IsBase).Select(p => (Condition)new Condition.Seats([p.i], (p.g.Size / 2) + 1))]);

    private void AddGroups()
    {
        foreach (var electorate in Constitution.Electorates.Values)
        {
            Place(electorate.Id, [Add(electorate.Clause.Path, (int)Math.Min(Numbers.Members, int.MaxValue), 1, true)]);
            foreach (var unit in Constitution.Units.Keys) placeOf.TryAdd(Add(Within(electorate.Id, unit), Numbers.Units(unit), (Numbers.Members / Numbers.Units(unit) / 2) + 1, true), electorate.Id);
        }
        foreach (var body in Constitution.Bodies.Values)
        {
            if (body.Seats.Count == 0)
            {
                if (body.Of is { } of) Place(body.Id, [body.Per is { } per ? index[Within(of.Id, per.Id)] : GroupsOf(of.Id)[0]]);
                continue;
            }
            var family = body.Per ?? (body.Seats.Values.All(g => g.Per is not null) ? body.Seats.Values.First().Per : null);
            // A family of like bodies is captured unit by unit, each by a majority inside.
            Place(body.Id, family is null
                ? [.. body.Seats.Values.Select(g => Add(g.Clause.Path, Numbers.Seats(g), 1, false))]
                : [.. body.Seats.Values.Select(g => Add(g.Clause.Path, Numbers.Units(family.Id), (Numbers.Seats(g) / 2) + 1, false))]);
        }
        foreach (var office in Constitution.Offices.Values)
            Place(office.Id, [Add(office.Clause.Path, office.Per is { } per ? Numbers.Units(per.Id) : 1, 1, false)]);
    }

    private int Add(string id, int size, long cost, bool isBase)
    {
        if (index.TryGetValue(id, out var known)) return known;
        groups.Add(new(id, Math.Max(1, size), Math.Max(1, cost), isBase));
        return index[id] = groups.Count - 1;
    }

    private void Place(string place, ImmutableArray<int> of)
    {
        places[place] = of;
        foreach (var group in of) placeOf.TryAdd(group, place);
    }

    /// <summary>The electorate unit by unit. Without an electorate, the first: the units of all members.</summary>
    private string Within(string electorate, string unit) =>
        (electorate.Length > 0 ? Constitution.Electorates[electorate] : Constitution.Electorates.Values.First()).Clause.Path + " within " + unit;

    private void AddWays()
    {
        foreach (var body in Constitution.Bodies.Values)
        {
            foreach (var (group, of) in body.Seats.Values.Zip(GroupsOf(body.Id)))
            {
                Select(of, body.Id, group.By);
                Gates(of, body.Id, body.Id + "." + group.Name);
                if (body.Credentials is { } credentials) Accredit(of, credentials);
                if (body.Vacancy is { Fill: VacancyFill.Coopt } or { Then: VacancyFill.Coopt, Max: null })
                    Way(of, Strength.Gate, Forced(body.Id), body.Vacancy.Clause.Path, "fills-vacancies");
            }
        }
        foreach (var office in Constitution.Offices.Values)
        {
            var of = GroupsOf(office.Id)[0];
            Select(of, office.Id, office.By);
            Gates(of, office.Id, office.Id);
            if (office.Nominate is { } nominate) Way(of, Strength.Gate, Closed(nominate), nominate.Clause.Path, "nominates");
        }
        foreach (var electorate in Constitution.Electorates.Values) Pack(electorate);
    }

    private void Way(int group, Strength strength, Condition when, string clause, string because) => ways.Add(new(group, strength, when, [], clause, because));

    private void Proportional(int group, Strength strength, ImmutableArray<int> to, string clause, string because) => ways.Add(new(group, strength, Condition.Always, to, clause, because));

    private void Select(int group, string place, Select by)
    {
        switch (by)
        {
            case Elect { Electorate: { } electorate } elect:
                var voters = elect.Within is { } unit && index.TryGetValue(Within(electorate.Id, unit.Id), out var units) ? units : GroupsOf(electorate.Id)[0];
                if (elect.Within is null && elect.Method is not (ElectionMethod.Stv or ElectionMethod.ListPr)) Way(group, Strength.Decisive, Forced(electorate), elect.Clause.Path, "elects");
                else Proportional(group, Strength.Decisive, [voters], elect.Clause.Path, "elects");
                Steer(group, elect, elect.Within?.Id);
                break;
            case Elect { Body: { } body } elect:
                if (UnitOf(body.Id) is not null || elect.Method is ElectionMethod.Stv or ElectionMethod.ListPr && groups[group].Size > 1)
                    Proportional(group, Strength.Decisive, GroupsOf(body.Id), elect.Clause.Path, "elects");
                else Way(group, Strength.Decisive, Forced(body), elect.Clause.Path, "elects");
                Steer(group, elect, UnitOf(body.Id));
                break;
            case Appoint appoint:
                Way(group, Strength.Decisive, new Condition.All([.. appoint.By.Select(b => Forced(b)), .. appoint.ConsentOf.Select(c => Forced(c)), .. appoint.OnProposalOf.Select(p => Forced(p))]), appoint.Clause.Path, "appoints");
                break;
            case ExOfficio office:
                Proportional(group, Strength.Decisive, GroupsOf(office.Office.Id), office.Clause.Path, "sits-by-office");
                break;
            case Coopt:
                Way(group, Strength.Decisive, Forced(place), by.Clause.Path, "co-opts");
                break;
        }
    }

    /// <summary>Confirmation without limit and vetoes over a place decide in the end who gets in.</summary>
    private void Gates(int group, string place, string seats)
    {
        Confirm? confirm = (Constitution.Offices.TryGetValue(place, out var office) ? office.By : Constitution.Bodies[place].Seats.Values.First(g => g.Clause.Path == groups[group].Id).By) is Elect elect ? elect.Confirm : null;
        if (confirm is { Rejections: null }) PerUnit(group, Strength.Gate, confirm.By, null, confirm.Clause.Path, "confirms-unlimited");
        var over = Constitution.Powers.Where(p => !Overridable(p) && p.Object.Any(o => o.Id == place || o.Id == seats || o.Kind == RefKind.Tag && Holdings.Places(Constitution, o).Contains(place, StringComparer.Ordinal))).ToList();
        foreach (var power in over.Where(p => p.Verb is Verb.Appoint or Verb.Elect))
            Way(group, Strength.Decisive, new Condition.All([Forced(power.Holder, power.Rule), .. power.ConsentOf.Select(c => Forced(c)), .. power.OnProposalOf.Select(p => Forced(p))]), power.Clause.Path, "appoints");
        var nominators = over.Where(p => p.Verb == Verb.Nominate).ToList();
        foreach (var power in over.Where(p => p.Verb is Verb.Confirm or Verb.Veto or Verb.Nominate))
        {
            var because = power.Verb switch { Verb.Confirm => "confirms", Verb.Veto => "refuses", _ => "nominates" };
            // Whoever shares the right to nominate closes the list only together with all others who have it.
            if (power.Verb == Verb.Nominate && (nominators.Count > 1 || power.Holder is RuleHolder)) Way(group, Strength.Gate, new Condition.All([.. nominators.Select(p => p.Holder is RuleHolder rule ? Closed(rule.Rule) : Forced(p.Holder, p.Rule))]), power.Clause.Path, because);
            else if (power.Holder is NamedHolder named && power.Rule is null) PerUnit(group, Strength.Gate, named.Name, null, power.Clause.Path, because);
            else Way(group, Strength.Gate, Forced(power.Holder, power.Rule), power.Clause.Path, because);
        }
        // Who may move or pays those who sit there steers them.
        foreach (var power in over.Where(p => p.Verb == Verb.Decide && Holdings.Concerns(p, "transfer", "wage", "salar", "payment") && p.Holder is NamedHolder))
            PerUnit(group, Strength.Steer, ((NamedHolder)power.Holder).Name, null, power.Clause.Path, "sets-terms");
    }

    /// <summary>Whether ordinary members can call back what is done under the power.</summary>
    public static bool Overridable(Power power) => power.Review is { Petition: not null };

    /// <summary>The condition to be alone in nominating: hold every alternative. Members' nominations cannot be held.</summary>
    private Condition Closed(Rule nominate) => nominate switch
    {
        AnyOf any => new Condition.All([.. any.Rules.Select(Closed)]),
        AllOf all => new Condition.Any([.. all.Rules.Select(Closed)]),
        BodyRule body => Forced(body.Body, body.Majority),
        _ => Condition.Never,
    };

    private void Accredit(int group, Decider credentials)
    {
        var by = Forced(credentials);
        Way(group, Strength.Gate, credentials.AppealTo is { } appeal ? new Condition.All([by, Forced(appeal)]) : by, credentials.Clause.Path, "accredits");
    }

    /// <summary>Who presides, convenes or conducts an open election steers it; who runs it steers it even when it is secret.</summary>
    private void Steer(int group, Elect elect, string? unit)
    {
        if (elect.RunBy is { } runBy) PerUnit(group, Strength.Steer, runBy, unit, elect.Clause.Path + ".run_by", "conducts");
        // Format 0.1 cannot say whether a ballot is secret: then whoever alone convenes or sets the agenda steers.
        var open = elect.Ballot == BallotKind.Open;
        if (!open && Constitution.Format != "0.1") return;
        foreach (var meeting in Constitution.Bodies.Values.Where(b => elect.Body is { } body ? b.Id == body.Id : elect.Within is not null && b.Of?.Id == elect.Electorate?.Id && b.Per?.Id == elect.Within.Id))
        {
            if (open && meeting.Chair is { } chair) PerUnit(group, Strength.Steer, chair, unit, meeting.Clause.Path + ".chair", "presides");
            if (meeting.Convene is { } convene && (open || !OnDemand(convene))) PerUnit(group, Strength.Steer, convene.By, unit, convene.Clause.Path, "convenes");
            foreach (var power in Constitution.Powers.Where(p => p.Verb is Verb.Convene or Verb.SetAgenda && p.Object.Any(o => o.Id == meeting.Id) && (open || (p.MustInclude.IsEmpty && !(meeting.Convene is { } c && OnDemand(c))))))
                if (power.Holder is NamedHolder named) PerUnit(group, Strength.Steer, named.Name, unit, power.Clause.Path, "sets-terms");
        }
    }

    /// <summary>Whether members or units can have it convened when the convenor does not.</summary>
    private static bool OnDemand(Convene convene) => !convene.OnDemandOf.IsEmpty && !convene.Default.IsEmpty;

    /// <summary>Officers of units act in their units only: so many captured officers, so large a part of what they act upon.</summary>
    private void PerUnit(int group, Strength strength, Ref who, string? unit, string clause, string because)
    {
        if (who.Kind is RefKind.Self or RefKind.Petitioners) return;
        var of = GroupsOf(who.Id);
        if (of.IsEmpty) return;
        if (UnitOf(who.Id) is not null && (unit is not null || groups[group].Size > 1)) Proportional(group, strength, of, clause, because);
        else Way(group, strength, Forced(who), clause, because);
    }

    /// <summary>An electorate is packable where a body that is not its own admits or expels without an appeal out of that body's reach.</summary>
    private void Pack(Electorate electorate)
    {
        foreach (var power in Constitution.Powers.Where(p => p.Verb is Verb.Admit or Verb.Expel && p.Object.Any(o => o.Id == electorate.Id) && !Overridable(p)))
        {
            var packs = Forced(power.Holder, power.Rule);
            if (packs.Reads.Any() && !packs.Reads.Any(g => groups[g].IsBase)) Fill(electorate, packs, power.Clause.Path, power.Verb == Verb.Admit ? "admits" : "expels");
        }
        foreach (var (decider, verb) in new[] { (electorate.Admit, "admits"), (electorate.Expel, "expels") })
        {
            if (decider is null || decider.DeemedAfter is not null && verb == "admits") continue;
            if (Constitution.Powers.Any(p => p.Verb == (verb == "admits" ? Verb.Admit : Verb.Expel) && p.Object.Any(o => o.Id == electorate.Id) && Overridable(p))) continue;
            var by = Forced(decider);
            if (!by.Reads.Any() || by.Reads.Any(g => groups[g].IsBase)) continue;
            var when = decider.AppealTo is { } appeal ? new Condition.All([by, Forced(appeal)]) : by;
            if (when.Reads.Any(g => groups[g].IsBase)) continue;
            Fill(electorate, when, decider.Clause.Path, verb);
        }
    }

    /// <summary>Whoever admits and expels decides in the end who the electors are, in every unit.</summary>
    private void Fill(Electorate electorate, Condition when, string clause, string because)
    {
        foreach (var of in groups.Select((g, i) => (g, i)).Where(p => p.g.IsBase && (p.g.Id == electorate.Clause.Path || p.g.Id.StartsWith(electorate.Clause.Path + " within ", StringComparison.Ordinal))).Select(p => p.i).ToList())
            Way(of, Strength.Gate, when, clause, because);
    }

    /// <summary>How often the seats of a group are filled anew, in days, and in how many parts (staggering).</summary>
    public (int Days, int Parts) Renewal(int group)
    {
        var place = PlaceOf(group);
        var body = Constitution.Bodies.GetValueOrDefault(place);
        var term = body is null ? Constitution.Offices.GetValueOrDefault(place)?.Term : body.Term;
        // Delegates are chosen for each meeting; seats without a term count as renewed at any time.
        var length = term?.Length ?? body?.Meets?.Every;
        var parts = term?.Staggered switch { Stagger.Halves => 2, Stagger.Thirds => 3, _ => 1 };
        return (length is null ? 30 : Math.Clamp(Days(length), 30, 36_500), parts);
    }

    private static int Days(Period period) => period.Unit switch
    {
        PeriodUnit.Year => 365 * Math.Min(period.Count, 100),
        PeriodUnit.Month => 365 * Math.Min(period.Count, 1200) / 12,
        PeriodUnit.Week => 7 * Math.Min(period.Count, 5000),
        PeriodUnit.WorkingDay => 7 * Math.Min(period.Count, 25_000) / 5,
        _ => Math.Min(period.Count, 36_500),
    };
}
