using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Constitutions.Checks;
using Mandate.Constitutions.Checks.Capture;
using Mandate.Organisation.Founding;
using Mandate.Organisation.Offices;
using Mandate.Simulation.Stage;

namespace Mandate.Simulation.Stress;

/// <summary>What a run showed, period by period.</summary>
/// <param name="Executive">Share of executive seats that the apparatus holds.</param>
/// <param name="Supreme">The same of the body that amends; empty where there is none.</param>
/// <param name="Support">Support of the apparatus among the members.</param>
/// <param name="Appointed">Share of the places filled in that period that the apparatus filled from above, or kept others out of.</param>
/// <param name="Captured">First period from which the executive was renewed twice running by the apparatus while it had no majority of the members; null where never.</param>
/// <param name="Lost">First period in which the executive went to others; null where never.</param>
public sealed record RunResult(ImmutableArray<double> Executive, ImmutableArray<double> Supreme, ImmutableArray<double> Support, ImmutableArray<double> Appointed, int? Captured, int? Lost)
{
    public int Decisions { get; init; }

    public int Elections { get; init; }

    public int ByModel { get; init; }

    public ImmutableSortedDictionary<string, int> Refused { get; init; } = ImmutableSortedDictionary<string, int>.Empty;
}

/// <summary>
/// One run: the apparatus holds the executive at first and uses the powers that the constitution gives to those seats, no others. Places
/// fall due by their terms; elections go through the rules of the organisation, and the votes in them are numbers of cohorts.
/// </summary>
public sealed class StressRun
{
    private const int DaysInPeriod = 91;
    private const int LongestDelegation = 3;

    private readonly Scenario scenario;
    private readonly Draws draws;
    private readonly Constitution constitution;
    private readonly Analysis analysis;
    private readonly Floor floor = new(new DateTimeOffset(2030, 1, 1, 9, 0, 0, TimeSpan.Zero));
    private readonly Cast cast;
    private readonly Halls halls;
    private readonly ImmutableArray<Post> posts;
    private readonly Dictionary<string, string> sessions = new(StringComparer.Ordinal);
    private readonly List<bool> renewals = [];
    private double support;
    private int filled;
    private int fromAbove;

    /// <summary>A seat group or office, in one unit or in all.</summary>
    private sealed record Post(Seat Seat, Select By, int Seats, int Group, int Days, int Depth, bool Delegates, int Offset);

    private StressRun(RehearsalSize size, Scenario scenario, Draws draws)
    {
        (this.scenario, this.draws, constitution) = (scenario, draws, size.Constitution);
        // Who steers and who confirms stands in the whole constitution; the engine's copy has the same groups of seats.
        analysis = new(size.Original);
        cast = Cast.Found(floor, size);
        halls = new(floor, cast, constitution);
        posts = Posts();
        support = scenario.Support;
    }

    public static RunResult Play(RehearsalSize size, Scenario scenario, Draws draws) => new StressRun(size, scenario, draws).Play();

    private RunResult Play()
    {
        foreach (var post in posts.Where(p => !p.Delegates)) Name(post);
        Cast.Close(floor);
        var (executive, supreme, supported, appointed) = (ImmutableArray.CreateBuilder<double>(), ImmutableArray.CreateBuilder<double>(), ImmutableArray.CreateBuilder<double>(), ImmutableArray.CreateBuilder<double>());
        int? lost = null, captured = null;
        for (var t = 1; t <= scenario.Periods; t++)
        {
            floor.Advance(DaysInPeriod);
            support = Math.Clamp(support - (scenario.Opposition / 4) + (scenario.Shock * (draws.Unit() - 0.5) * 2), 0, 1);
            (filled, fromAbove) = (0, 0);
            Renew(t);
            var held = analysis.Executive.IsEmpty ? 0 : Held(analysis.Executive[0], null);
            executive.Add(held);
            if (analysis.Supreme is { } body) supreme.Add(body.Of is not null ? support : lastDelegates.GetValueOrDefault(body.Id, Held(body.Id, null)));
            supported.Add(support);
            appointed.Add(filled == 0 ? 0 : (double)fromAbove / filled);
            if (held <= 0.5) lost ??= t;
            if (captured is null && renewals.Count >= 2 && renewals[^1] && renewals[^2] && support < 0.5) captured = t;
        }
        return new(executive.ToImmutable(), supreme.ToImmutable(), supported.ToImmutable(), appointed.ToImmutable(), captured, lost)
        {
            Decisions = floor.Decisions, Elections = halls.Held, ByModel = halls.ByModel, Refused = floor.Refused.ToImmutableSortedDictionary(StringComparer.Ordinal),
        };
    }

    private readonly Dictionary<string, double> lastDelegates = new(StringComparer.Ordinal);

    /// <summary>Everything whose term ends in this period, from the members upwards, so that who is elected today elects today.</summary>
    private void Renew(int t)
    {
        foreach (var tier in posts.Where(p => Due(p, t)).GroupBy(p => p.Depth).OrderBy(g => g.Key))
        {
            foreach (var body in tier.Where(p => p.Delegates).GroupBy(p => p.Seat.Of, StringComparer.Ordinal))
            {
                var counts = body.Where(p => p.Seat.Unit is not null).GroupBy(p => p.Seat.Unit!, StringComparer.Ordinal).ToImmutableSortedDictionary(g => g.Key, g => g.Sum(p => p.Seats), StringComparer.Ordinal);
                sessions[body.Key] = halls.Convene(constitution.Bodies[body.Key], null, counts);
            }
            foreach (var post in tier) Fill(post);
            foreach (var body in tier.Where(p => p.Delegates).Select(p => p.Seat.Of).Distinct(StringComparer.Ordinal))
            {
                lastDelegates[body] = Held(body, null);
                if (!halls.Open(sessions[body])) sessions.Remove(body);
            }
        }
        // The meetings of delegates end with the period; those of standing bodies were closed after each election.
        foreach (var session in sessions.Values) halls.Close(session);
        sessions.Clear();
        if (analysis.Executive.FirstOrDefault() is { } executive && posts.Any(p => p.Seat.Of == executive && Due(p, t))) renewals.Add(Held(executive, null) > 0.5);
    }

    private static bool Due(Post post, int t) => ((t * DaysInPeriod) + post.Offset) / post.Days > (((t - 1) * DaysInPeriod) + post.Offset) / post.Days;

    /// <summary>Provisional officers at the founding: the executive is the apparatus, everybody else as the members are.</summary>
    private void Name(Post post)
    {
        var until = DateOnly.FromDateTime(floor.Now.UtcDateTime).AddDays(Math.Min(post.Days, 36_500) + DaysInPeriod);
        for (var i = 0; i < post.Seats; i++)
        {
            var loyal = analysis.IsExecutive(post.Seat.Of) || draws.Chance(support);
            var named = cast.People(floor, post.Seat.Unit, loyal).Take(6).Any(p => floor.Do(Cast.Founder, new NameOfficer($"t-{floor.Decisions}", p, post.Seat, until)));
            if (!named) halls.Fill(post.Seat, null, [loyal], BasisKind.Founding, until);
        }
    }

    private void Fill(Post post)
    {
        filled += post.Seats;
        var closed = Gated(post);
        var session = post.By is Elect { Body: { } electing } ? sessions.GetValueOrDefault(electing.Id) : null;
        var forSession = post.Delegates ? sessions[post.Seat.Of] : null;
        var before = Before(post);
        ImmutableArray<string>? elected = null;
        if (post.By is Elect elect)
        {
            var own = session is null && elect.Body is { } body && analysis.Constitution.Bodies[body.Id].Of is null;
            if (own) session = Meeting(elect.Body!.Id, post.Seat.Unit);
            if (!own || session is not null)
            {
                halls.Vacate(post.Seat);
                elected = halls.Elect(post.Seat, session, forSession, post.Seats, free: !closed, voters => Votes(post, elect, session, voters));
            }
            if (own && session is not null) halls.Close(session);
        }
        if (closed) fromAbove += post.Seats;
        if (elected is { Length: > 0 }) return;
        halls.Vacate(post.Seat);
        if (!closed && post.By is Appoint or Coopt && before > 0.5) fromAbove += post.Seats;
        var until = post.Delegates ? (DateOnly?)null : DateOnly.FromDateTime(floor.Now.UtcDateTime).AddDays(post.Days + DaysInPeriod);
        halls.Fill(post.Seat, forSession, Chosen(post, closed, before), Basis(post.By), until);
    }

    private static BasisKind Basis(Select by) => by switch { Appoint => BasisKind.Appointment, Lot => BasisKind.Lot, ExOfficio => BasisKind.ExOfficio, Coopt => BasisKind.CoOption, External => BasisKind.Appointment, _ => BasisKind.Election };

    /// <summary>Share of those who choose that is of the apparatus, before the place falls vacant.</summary>
    private double Before(Post post) => post.By switch
    {
        // Delegates go home: a place that falls due between two congresses is judged by the last.
        Elect { Body: { } body } => floor.State.Offices.Holders(body.Id, floor.Now).Any() ? Held(body.Id, post.Seat.Unit) : lastDelegates.GetValueOrDefault(body.Id, Held(body.Id, post.Seat.Unit)),
        Appoint appoint => appoint.By.Min(b => Held(b.Id, post.Seat.Unit)),
        Coopt => Held(post.Seat.Of, post.Seat.Unit),
        ExOfficio ex => Held(ex.Office.Id, post.Seat.Unit),
        _ => support,
    };

    /// <summary>Where the rules do not carry an election to a result, the model gives the seats by the same votes.</summary>
    private IEnumerable<bool> Chosen(Post post, bool closed, double before)
    {
        for (var i = 0; i < post.Seats; i++)
        {
            yield return closed || post.By switch
            {
                Elect { Electorate: not null } => draws.Binomial(101, Steered(post, Leaning(post.Seat.Unit))) > 50,
                Elect => before + (Steering(post) ? scenario.Steering * (1 - before) : 0) > 0.5,
                Appoint or Coopt or ExOfficio => before > 0.5 || (before > 0 && draws.Chance(support)),
                _ => draws.Chance(support),
            };
        }
    }

    /// <summary>How many of those who vote put the apparatus first.</summary>
    private int Votes(Post post, Elect elect, string? session, ImmutableArray<string> voters)
    {
        if (elect.Body is not null && session is not null && analysis.Constitution.Bodies[elect.Body.Id].Of is null)
        {
            var loyal = voters.Count(cast.IsLoyal);
            return loyal + (Steering(post) ? draws.Binomial(voters.Length - loyal, scenario.Steering) : 0);
        }
        var turnout = Math.Max(1, draws.Binomial(voters.Length, scenario.Turnout));
        // Those who stay at home hand in nothing; the papers of the rest are scaled to those given out.
        var votes = draws.Binomial(turnout, Steered(post, Leaning(post.Seat.Unit)));
        return (int)Math.Round((double)votes * voters.Length / turnout);
    }

    /// <summary>Support in a unit: every second one leans the other way.</summary>
    private double Leaning(string? unit)
    {
        if (unit is null) return support;
        var index = cast.Units.Where(u => u.Kind == cast.Units.First(x => x.Id == unit).Kind).Select(u => u.Id).ToList().IndexOf(unit);
        return Math.Clamp(support + (index % 2 == 0 ? scenario.Regions : -scenario.Regions), 0, 1);
    }

    private double Steered(Post post, double leaning) => Steering(post) ? leaning + (scenario.Steering * (1 - leaning)) : leaning;

    /// <summary>Whether an officer of the apparatus presides over, convenes or conducts the election.</summary>
    private bool Steering(Post post) => analysis.System.Ways.Any(w => w.Group == post.Group && w.Strength == Strength.Steer && Holds(w, post.Seat.Unit));

    /// <summary>Whether the apparatus keeps others out: it confirms without limit, refuses, alone nominates or accredits.</summary>
    private bool Gated(Post post) => analysis.System.Ways.Any(w => w.Group == post.Group && w.Strength == Strength.Gate && Holds(w, post.Seat.Unit));

    private bool Holds(Way way, string? unit)
    {
        var places = way.Reads.Select(analysis.Model.PlaceOf).Distinct(StringComparer.Ordinal).ToList();
        return places.Count > 0 && places.TrueForAll(p => !analysis.IsBase(p) && Held(p, unit) > 0.5);
    }

    /// <summary>A meeting of a standing body that elects; null where nobody sits in it.</summary>
    private string? Meeting(string body, string? unit)
    {
        var chosen = constitution.Bodies[body];
        if (chosen.Seats.Count == 0 || floor.State.Offices.Holders(body, floor.Now).FirstOrDefault() is null) return null;
        var family = analysis.Model.UnitOf(body);
        var session = halls.Convene(chosen, family is null ? null : unit, ImmutableSortedDictionary<string, int>.Empty);
        if (halls.Open(session)) return session;
        halls.Close(session);
        return null;
    }

    /// <summary>Share of the seats of a place that the apparatus holds; of officers of units, in and around one unit.</summary>
    private double Held(string place, string? unit)
    {
        if (analysis.IsBase(place)) return support;
        int held = 0, all = 0;
        foreach (var tenure in floor.State.Offices.Holders(place, floor.Now))
        {
            if (unit is not null && tenure.Seat.Unit is { } its && !floor.State.Roll.LiesIn(its, unit) && !floor.State.Roll.LiesIn(unit, its)) continue;
            all++;
            if (cast.IsLoyal(tenure.Person)) held++;
        }
        return all == 0 ? 0 : (double)held / all;
    }

    private ImmutableArray<Post> Posts()
    {
        var found = ImmutableArray.CreateBuilder<Post>();
        foreach (var body in constitution.Bodies.Values.Where(b => b.Seats.Count > 0))
        {
            var groups = analysis.Model.GroupsOf(body.Id);
            foreach (var (group, of) in body.Seats.Values.Zip(groups))
            {
                var kind = (body.Per ?? group.Per ?? group.Apportion?.Per)?.Id;
                var delegates = body.Term is null && kind is not null && group.By is Elect;
                var each = group.Apportion is null ? group.Count ?? 1 : Math.Clamp(group.Apportion.Equal ?? group.Apportion.Min ?? 1, 1, LongestDelegation);
                foreach (var unit in kind is null ? [null] : cast.Units.Where(u => u.Kind == kind).Select(u => (string?)u.Id))
                    found.Add(new(new Seat(body.Id, group.Name.Length == 0 ? null : group.Name, unit), group.By, each, of, analysis.Model.Renewal(of).Days, Depth(body.Id, []), delegates, 0));
            }
        }
        foreach (var office in constitution.Offices.Values)
        {
            var of = analysis.Model.GroupsOf(office.Id)[0];
            var days = analysis.Model.Renewal(of).Days;
            // Officers of units are not all chosen on one day: their terms are spread over its length.
            string?[] units = office.Per is null ? [null] : [.. cast.Units.Where(u => u.Kind == office.Per.Id).Select(u => (string?)u.Id)];
            for (var i = 0; i < units.Length; i++) found.Add(new(new Seat(office.Id, null, units[i]), office.By, 1, of, days, Depth(office.Id, []), false, days * i / units.Length));
        }
        return found.ToImmutable();
    }

    /// <summary>Elections between the members and a place.</summary>
    private int Depth(string place, ImmutableHashSet<string> seen)
    {
        if (seen.Contains(place)) return 0;
        IEnumerable<Select> ways = constitution.Offices.TryGetValue(place, out var office) ? [office.By] : constitution.Bodies.GetValueOrDefault(place)?.Seats.Values.Select(s => s.By) ?? [];
        return 1 + ways.SelectMany(by => by switch
        {
            Elect { Body: { } body } => [body.Id],
            Appoint appoint => appoint.By.Select(b => b.Id),
            ExOfficio ex => [ex.Office.Id],
            _ => Enumerable.Empty<string>(),
        }).Select(p => Depth(p, seen.Add(place))).DefaultIfEmpty(0).Max();
    }
}
