using System.Collections.Immutable;
using Mandate.Constitutions.Checks.Capture;
using Mandate.Constitutions.Rules;

namespace Mandate.Constitutions.Checks;

/// <summary>What the checks share: the model, its kernels and capture numbers, and who is who.</summary>
public sealed class Analysis
{
    private readonly Analysis? before;
    private readonly Solved solved;

    /// <param name="before">The constitution that this one is an amendment of: what the amendment leaves as it was is not worked out again.</param>
    public Analysis(Constitution constitution, Analysis? before = null)
    {
        Constitution = constitution;
        Model = CaptureModel.Of(constitution);
        Executive = ExecutivePlaces();
        Inspectors = [.. constitution.Powers.Where(p => p.Verb == Verb.Inspect && p.Holder is NamedHolder).Select(p => ((NamedHolder)p.Holder).Name.Id).Concat(constitution.Bodies.Values.Where(b => b.Tags.Any(t => t.Id == "inspector")).Select(b => b.Id)).Where(Known).Distinct(StringComparer.Ordinal)];
        AmendingBodies = [.. Bodies(constitution.Amend.Ordinary.Rule).Distinct(StringComparer.Ordinal)];
        this.before = before;
        solved = before is not null && Model.Same(before.Model) ? before.solved : new(System);
    }

    /// <summary>What follows from the threshold system alone, whatever else the constitution says.</summary>
    private sealed class Solved(ThresholdSystem system)
    {
        public Dictionary<Strength, int[]> Kernels { get; } = Enum.GetValues<Strength>().ToDictionary(s => s, system.Kernel);

        public Dictionary<(string, Strength), int[]> Reach { get; } = [];

        public Dictionary<Strength, ImmutableArray<ImmutableArray<int>>> Parts { get; } = [];

        public Dictionary<(string Target, Strength Strength), (Condition Target, CaptureSolver Solver)> Solvers { get; } = [];

        public int[]? FromBase { get; set; }
    }

    public Constitution Constitution { get; }

    public CaptureModel Model { get; }

    public ThresholdSystem System => Model.System;

    public Dictionary<Strength, int[]> Kernels => solved.Kernels;

    /// <summary>Bodies and offices of the executive, the largest body first; found by its tag, else by daily business, else by kind.</summary>
    public ImmutableArray<string> Executive { get; }

    public ImmutableArray<string> Inspectors { get; }

    /// <summary>Bodies whose majority an ordinary amendment needs.</summary>
    public ImmutableArray<string> AmendingBodies { get; }

    /// <summary>The body that amends, else the largest assembly: where classes without a body of their own are decided.</summary>
    public Body? Supreme => AmendingBodies.Select(b => Constitution.Bodies.GetValueOrDefault(b)).OfType<Body>().Where(b => !Executive.Contains(b.Id, StringComparer.Ordinal)).Concat(Constitution.Bodies.Values.Where(b => b.Per is null && (b.Of is not null || b.Kind == BodyKind.Assembly))).FirstOrDefault();

    public bool Known(string place) => !Model.GroupsOf(place).IsEmpty;

    public bool IsExecutive(string place) => Executive.Contains(place, StringComparer.Ordinal);

    /// <summary>All that follows from holding the whole of a place.</summary>
    public int[] ReachOf(string place, Strength strength)
    {
        if (solved.Reach.TryGetValue((place, strength), out var known)) return known;
        var seed = new int[System.Groups.Length];
        foreach (var g in Model.GroupsOf(place)) seed[g] = System.Groups[g].Size;
        return solved.Reach[(place, strength)] = System.Reach(strength, seed);
    }

    /// <summary>All that follows from holding the whole of several places.</summary>
    public int[] ReachOf(IEnumerable<string> places, Strength strength)
    {
        var seed = new int[System.Groups.Length];
        foreach (var g in places.SelectMany(p => Model.GroupsOf(p))) seed[g] = System.Groups[g].Size;
        return System.Reach(strength, seed);
    }

    /// <summary>The same without packing the electorates: for the question whether members as they are can act.</summary>
    public int[] ReachWithoutPacking(string place, Strength strength)
    {
        Unpacked ??= new(System.Groups, [.. System.Ways.Where(w => !System.Groups[w.Group].IsBase)]);
        var seed = new int[System.Groups.Length];
        foreach (var g in Model.GroupsOf(place)) seed[g] = System.Groups[g].Size;
        return Unpacked.Reach(strength, seed);
    }

    private ThresholdSystem? Unpacked { get; set; }

    /// <summary>Whether whoever holds all of one place comes, by the rules, to force the decisions of another.</summary>
    public bool Reaches(string from, string to, Strength strength) => from != to && Model.Forced(to).Holds(ReachOf(from, strength));

    /// <summary>What ordinary members can fill, voting together.</summary>
    public int[] FromBase
    {
        get
        {
            if (solved.FromBase is not null) return solved.FromBase;
            var seed = System.Groups.Select(g => g.IsBase ? g.Size : 0).ToArray();
            return solved.FromBase = System.Reach(Strength.Decisive, seed);
        }
    }

    public bool FromMembers(string place) => Model.Forced(place).Holds(FromBase);

    public bool IsByLot(string place) => Constitution.Offices.TryGetValue(place, out var office) ? office.By is Lot
        : Constitution.Bodies.GetValueOrDefault(place) is { Seats.Count: > 0 } body && body.Seats.Values.All(s => s.By is Lot);

    public bool IsBase(string place) => Model.GroupsOf(place) is { IsEmpty: false } groups && groups.All(g => System.Groups[g].IsBase);

    public int SeatsOf(string place) => Constitution.Bodies.GetValueOrDefault(place) is { } body ? body.Seats.Count == 0 ? (int)Math.Min(int.MaxValue, Model.Numbers.Members) : Model.Numbers.Seats(body) : 1;

    /// <summary>The condition that captures a target.</summary>
    public Condition ConditionOf(Target target) => target switch
    {
        Target.Executive => Executive.IsEmpty ? Condition.Never : Model.Forced(Executive[0]),
        Target.Amendment => Model.Forced(Constitution.Amend.Ordinary.Rule, Supreme is { } body ? new Ref(body.Id, RefKind.Body) { Clause = body.Clause } : null),
        Target.Inspection => Inspectors.IsEmpty ? Condition.Never : Model.Forced(Inspectors[0]),
        _ => Constitution.Powers.FirstOrDefault(p => p.Verb == Verb.Publish) is { } press ? Model.Forced(press.Holder, press.Rule) : Condition.Never,
    };

    private readonly Dictionary<(Target, Strength), CaptureNumber> captured = [];

    public CaptureNumber Capture(Target target, Strength strength) => captured.TryGetValue((target, strength), out var known) ? known : captured[(target, strength)] = Solve(target, strength);

    private CaptureNumber Solve(Target target, Strength strength)
    {
        var condition = ConditionOf(target);
        var fewest = Fewest(CheckJson.Word(target), strength, condition, g => !System.Groups[g].IsBase).Solve();
        var everybody = BaseOnly;
        return new(fewest.Number, fewest.Number is null ? [] : Coalition(fewest.Seed), fewest.Number is null ? null : fewest.AtLeast, fewest.Exact)
        {
            MembersCan = condition.Holds(System.Captured(strength, everybody)),
        };
    }

    /// <summary>The question of the fewest persons under a name: answered once for a system, and begun from the answer before the amendment where there is one.</summary>
    public CaptureSolver Fewest(string name, Strength strength, Condition target, Func<int, bool> maySeed, int budget = 20_000)
    {
        if (solved.Solvers.TryGetValue((name, strength), out var known) && Condition.Same(known.Target, target)) return known.Solver;
        var solver = new CaptureSolver(System, strength, target, maySeed, budget, before?.solved.Solvers.GetValueOrDefault((name, strength)).Solver);
        // Where the system is that of before, its question keeps its answer though the target has changed.
        solved.Solvers.TryAdd((name, strength), (target, solver));
        return solver;
    }

    public ImmutableArray<CapturedSeats> Coalition(ImmutableArray<int> seed) =>
        [.. seed.Select((n, g) => (n, g)).Where(p => p.n > 0).Select(p => new CapturedSeats(Model.PlaceOf(p.g), System.Groups[p.g].Id, p.n, System.Groups[p.g].Size))];

    /// <summary>Ways between places that hold each other up at a strength: strongly connected parts of the kernel.</summary>
    public ImmutableArray<ImmutableArray<int>> KernelParts(Strength strength) => solved.Parts.TryGetValue(strength, out var known) ? known : solved.Parts[strength] = [.. Parts(strength)];

    private IEnumerable<ImmutableArray<int>> Parts(Strength strength)
    {
        var kernel = Kernels[strength];
        var ways = System.Upto(strength).Where(w => kernel[w.Group] > 0 && w.Reads.Any()).ToList();
        var edges = ways.SelectMany(w => w.Reads.Where(r => kernel[r] > 0).Select(r => (From: r, To: w.Group))).ToHashSet();
        var nodes = Enumerable.Range(0, kernel.Length).Where(g => kernel[g] > 0).ToList();
        var reachable = nodes.ToDictionary(n => n, n => Walk(n, edges));
        var seen = new HashSet<int>();
        foreach (var node in nodes.Where(n => reachable[n].Contains(n)))
        {
            if (!seen.Add(node)) continue;
            ImmutableArray<int> part = [.. nodes.Where(m => m == node || (reachable[node].Contains(m) && reachable[m].Contains(node)))];
            foreach (var m in part) seen.Add(m);
            if (Sustains(strength, part)) yield return part;
        }
    }

    /// <summary>Whether the part alone fills itself again: too thin a loop does not.</summary>
    private bool Sustains(Strength strength, ImmutableArray<int> part)
    {
        var state = new int[System.Groups.Length];
        foreach (var g in part) state[g] = Kernels[strength][g];
        return System.Sustained(strength, state, new int[state.Length]).Any(n => n > 0);
    }

    private static HashSet<int> Walk(int from, HashSet<(int From, int To)> edges)
    {
        var found = new HashSet<int>();
        var open = new Stack<int>([from]);
        while (open.TryPop(out var at))
            foreach (var (_, to) in edges.Where(e => e.From == at))
                if (found.Add(to)) open.Push(to);
        return found;
    }

    /// <summary>A part that joins a tier of units with what stands above it.</summary>
    public bool IsCrossTier(ImmutableArray<int> part) =>
        part.Select(g => Model.UnitOf(Model.PlaceOf(g))).Distinct(StringComparer.Ordinal).Count() > 1;

    /// <summary>Whether ordinary members, a tenth at most by petition, can remove whoever sits there by a vote of their own.</summary>
    public bool RemovableByMembers(string place) => Competence.RemovalOf(Constitution, place).Any(r =>
        r is RemovalByPetition petition && Quantities.Needed(petition.Petition, Model.Numbers.Sizes with { Seats = SeatsOf(place), Present = SeatsOf(place), VotesCast = SeatsOf(place), Budget = 1 }) * 10 <= Model.Numbers.Members && Model.Forced(petition.Then, null).Holds(BaseOnly));

    /// <summary>The executive that can change these rules alone, if one can. A board on which every member sits is not apart from the members.</summary>
    public string? AmendsAlone
    {
        get
        {
            var apart = Executive.Where(place => !IsBase(place) && Constitution.Bodies.GetValueOrDefault(place) is not { Of: not null }).ToList();
            var amendment = ConditionOf(Target.Amendment);
            return apart.FirstOrDefault(place => Held(place)) ?? (Held([.. apart]) ? apart[0] : null);

            bool Held(params IReadOnlyList<string> places)
            {
                var seed = new int[System.Groups.Length];
                foreach (var g in places.SelectMany(p => Model.GroupsOf(p))) seed[g] = System.Groups[g].Size;
                return amendment.Holds(seed);
            }
        }
    }

    /// <summary>Safeguards that are not stated.</summary>
    public ImmutableArray<Finding> Omissions => field.IsDefault ? field = [.. OmissionChecks.All(this)] : field;

    /// <summary>Whether these rules change by no more than an ordinary decision.</summary>
    public bool AmendsLikeOrdinary => AmendmentChecks.LikeOrdinary(Constitution);

    public int[] BaseOnly => field ??= [.. System.Groups.Select(g => g.IsBase ? g.Size : 0)];

    public static IEnumerable<string> Bodies(Rule rule) => rule switch
    {
        BodyRule body => [body.Body.Id],
        AllOf all => all.Rules.SelectMany(Bodies),
        AnyOf any => any.Rules.SelectMany(Bodies),
        _ => [],
    };

    private ImmutableArray<string> ExecutivePlaces()
    {
        var c = Constitution;
        var tagged = c.Bodies.Values.Where(b => b.Tags.Any(t => t.Id == "executive")).OrderByDescending(b => Model.Numbers.Seats(b)).ThenBy(b => b.Id, StringComparer.Ordinal).Select(b => b.Id)
            .Concat(c.Offices.Values.Where(o => o.Per is null && o.Tags.Any(t => t.Id == "executive")).Select(o => o.Id)).ToImmutableArray();
        if (!tagged.IsEmpty) return tagged;
        var daily = c.Powers.Where(p => p.Verb == Verb.Decide && p.Holder is NamedHolder && p.Object.Any(o => o.Id == "daily_business")).Select(p => ((NamedHolder)p.Holder).Name.Id).Where(Known).ToImmutableArray();
        if (!daily.IsEmpty) return daily;
        return [.. c.Bodies.Values.Where(b => b.Kind == BodyKind.Council && b.Per is null).Select(b => b.Id).Concat(c.Offices.Values.Where(o => o.Per is null).Select(o => o.Id)).Take(1)];
    }
}
