using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Constitutions.Checks;
using Mandate.Organisation.Founding;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Statutes;
using Mandate.Simulation.Stage;

namespace Mandate.Simulation.Stress;

/// <summary>
/// One run: the apparatus holds the executive at first and uses the powers that the constitution gives to those seats, no others. Places
/// fall due by their terms; who fills them is put to the rules of the organisation, and the votes of members are numbers of cohorts.
/// </summary>
public sealed class StressRun
{
    private static readonly DateTimeOffset Start = new(2030, 1, 1, 9, 0, 0, TimeSpan.Zero);

    private readonly Scenario scenario;
    private readonly Draws draws;
    private readonly Floor floor = new(Start);
    private readonly Cast cast;
    private readonly Dictionary<string, string> sessions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> lastDelegates = new(StringComparer.Ordinal);
    private readonly List<bool> renewals = [];
    private Rulebook rules;
    private double support;
    private int filled;
    private int fromAbove;
    private int elections;
    private int contested;
    private long voted;
    private long entitled;
    private int given;
    private int byModel;

    /// <summary>The constitution in force, and what acts under it.</summary>
    private sealed record Rulebook(Constitution Constitution, Analysis Analysis, ImmutableArray<Post> Posts, Halls Halls, Appointments Appointments, LotSeats Lots, Influence Influence);

    private StressRun(RehearsalSize size, Scenario scenario, Draws draws)
    {
        (this.scenario, this.draws) = (scenario, draws);
        support = scenario.Support;
        cast = Cast.Found(floor, size);
        rules = Under(size);
    }

    /// <param name="reform">The constitution that comes into force after the period named; the same people stay in their seats.</param>
    public static RunResult Play(RehearsalSize size, Scenario scenario, Draws draws, (RehearsalSize Size, int After)? reform = null) => new StressRun(size, scenario, draws).Play(reform);

    private Rulebook Under(RehearsalSize size)
    {
        // Who steers and who confirms stands in the whole constitution; the copy that is played has the same groups of seats.
        var analysis = new Analysis(size.Original);
        return new(size.Constitution, analysis, Post.Of(size.Constitution, analysis, cast), new(floor, cast, size.Constitution), new(floor, cast, size.Constitution), new(floor, cast, size.Constitution), new(analysis, floor, cast, () => support));
    }

    private RunResult Play((RehearsalSize Size, int After)? reform)
    {
        foreach (var post in rules.Posts.Where(p => !p.Delegates && p.By is not ExOfficio)) Name(post);
        Cast.Close(floor);
        var (executive, supreme, supported, appointed) = (ImmutableArray.CreateBuilder<double>(), ImmutableArray.CreateBuilder<double>(), ImmutableArray.CreateBuilder<double>(), ImmutableArray.CreateBuilder<double>());
        int? lost = null, captured = null, recovered = null;
        for (var t = 1; t <= scenario.Periods; t++)
        {
            floor.AdvanceTo(Start.AddDays(t * Post.DaysInPeriod));
            if (reform is { } after && t == after.After + 1) Reform(after.Size);
            support = Math.Clamp(support - ((scenario.Opposition + scenario.Fall) / 4) + (scenario.Shock * (draws.Unit() - 0.5) * 2), 0, 1);
            (filled, fromAbove) = (0, 0);
            Renew(t);
            var held = rules.Analysis.Executive.IsEmpty ? 0 : rules.Influence.Held(rules.Analysis.Executive[0], null);
            executive.Add(held);
            if (rules.Analysis.Supreme is { } body) supreme.Add(body.Of is not null ? support : lastDelegates.GetValueOrDefault(body.Id, rules.Influence.Held(body.Id, null)));
            supported.Add(support);
            appointed.Add(filled == 0 ? 0 : (double)fromAbove / filled);
            if (held <= 0.5) lost ??= t;
            if (held <= 0.5 && t > reform?.After) recovered ??= t - reform.Value.After;
            if (captured is null && renewals.Count >= 2 && renewals[^1] && renewals[^2] && support < 0.5) captured = t;
        }
        return new(executive.ToImmutable(), supreme.ToImmutable(), supported.ToImmutable(), appointed.ToImmutable(), captured, lost)
        {
            Recovered = recovered, Decisions = floor.Decisions, Elections = elections + rules.Halls.Held, Contested = contested + rules.Halls.Contested, Voted = voted, Entitled = entitled, Given = given, ByModel = byModel, Refused = floor.Refused.ToImmutableSortedDictionary(StringComparer.Ordinal),
        };
    }

    /// <summary>Another constitution comes into force; how it was adopted is outside the test.</summary>
    private void Reform(RehearsalSize size)
    {
        floor.Happened(Cast.Founder, new ConstitutionAdopted(floor.Put(size.Yaml), Canonical.Hash(size.Constitution), ImmutableSortedDictionary<string, string>.Empty, floor.Now, "reform", []));
        elections += rules.Halls.Held;
        contested += rules.Halls.Contested;
        rules = Under(size);
    }

    /// <summary>Everything whose term ends in this period, from the members upwards, so that who is elected today elects today.</summary>
    private void Renew(int t)
    {
        foreach (var tier in rules.Posts.Where(p => p.Due(t)).GroupBy(p => p.Depth).OrderBy(g => g.Key))
        {
            foreach (var body in tier.Where(p => p.Delegates).GroupBy(p => p.Seat.Of, StringComparer.Ordinal))
            {
                var counts = body.Where(p => p.Seat.Unit is not null).GroupBy(p => p.Seat.Unit!, StringComparer.Ordinal).ToImmutableSortedDictionary(g => g.Key, g => g.Sum(p => p.Seats), StringComparer.Ordinal);
                sessions[body.Key] = rules.Halls.Convene(rules.Constitution.Bodies[body.Key], null, counts);
            }
            foreach (var post in tier) Fill(post);
            foreach (var body in tier.Where(p => p.Delegates).Select(p => p.Seat.Of).Distinct(StringComparer.Ordinal))
            {
                lastDelegates[body] = rules.Influence.Held(body, null);
                if (!rules.Halls.Open(sessions[body])) sessions.Remove(body);
            }
        }
        // The meetings of delegates end with the period; those of standing bodies were closed after each election.
        foreach (var session in sessions.Values) rules.Halls.Close(session);
        sessions.Clear();
        if (rules.Analysis.Executive.FirstOrDefault() is { } executive && rules.Posts.Any(p => p.Seat.Of == executive && p.Due(t))) renewals.Add(rules.Influence.Held(executive, null) > 0.5);
    }

    /// <summary>Provisional officers at the founding: the executive is the apparatus, everybody else as the members are.</summary>
    private void Name(Post post)
    {
        var until = DateOnly.FromDateTime(floor.Now.UtcDateTime).AddDays(Math.Min(post.Days, 36_500) + Post.DaysInPeriod);
        for (var i = 0; i < post.Seats; i++)
        {
            var loyal = rules.Analysis.IsExecutive(post.Seat.Of) || draws.Chance(support);
            var persons = post.By is External ? [cast.Outsider(floor, loyal)] : cast.People(floor, post.Seat.Unit, loyal).Take(6);
            if (!persons.Any(p => floor.Do(Cast.Founder, new NameOfficer(floor.Name("t"), p, post.Seat, until)))) Model(post, null, [loyal], BasisKind.Founding, until);
        }
    }

    private void Fill(Post post)
    {
        // Seats by office follow from the office: the rules give and end them.
        if (post.By is ExOfficio) return;
        filled += post.Seats;
        var closed = rules.Influence.Gates(post);
        var before = Before(post);
        if (closed || (post.By is Appoint or Coopt && before > 0.5)) fromAbove += post.Seats;
        var forSession = post.Delegates ? sessions[post.Seat.Of] : null;
        var missing = post.Seats - (post.By is Elect elect ? Elected(post, elect, forSession, closed) : Assigned(post, closed, before));
        if (missing <= 0) return;
        if (missing == post.Seats) rules.Halls.Vacate(post.Seat, provisional: true);
        var until = post.Delegates ? (DateOnly?)null : DateOnly.FromDateTime(floor.Now.UtcDateTime).AddDays(post.Days + Post.DaysInPeriod);
        Model(post, forSession, Chosen(post, closed, before).Take(missing), Basis(post.By), until);
    }

    /// <summary>Seats that an election filled.</summary>
    private int Elected(Post post, Elect elect, string? forSession, bool closed)
    {
        var session = elect.Body is { } electing ? sessions.GetValueOrDefault(electing.Id) : null;
        var own = session is null && elect.Body is not null;
        if (own) session = Meeting(elect.Body!.Id, post.Seat.Unit);
        if (own && session is null) return 0;
        rules.Halls.Vacate(post.Seat);
        var elected = rules.Halls.Elect(post.Seat, session, forSession, post.Seats, free: !closed, voters => Votes(post, elect, session, voters));
        if (own) rules.Halls.Close(session!);
        return elected is { Length: > 0 } some ? Math.Max(some.Length, floor.State.Offices.Holders(post.Seat.Of, floor.Now).Count(h => h.Seat == post.Seat)) : 0;
    }

    /// <summary>Seats that were given by appointment, co-option, lot or from outside.</summary>
    private int Assigned(Post post, bool closed, double before)
    {
        rules.Halls.Vacate(post.Seat);
        var seats = post.By is Lot lot ? rules.Lots.Draw(post.Seat, lot, post.Seats, support, draws) ? post.Seats : 0 : rules.Appointments.Give(post.Seat, post.By, Chosen(post, closed, before));
        given += seats;
        return seats;
    }

    private void Model(Post post, string? session, IEnumerable<bool> ofApparatus, BasisKind basis, DateOnly? until)
    {
        var before = rules.Halls.ByModel;
        rules.Halls.Fill(post.Seat, session, ofApparatus, basis, until);
        byModel += rules.Halls.ByModel - before;
    }

    private static BasisKind Basis(Select by) => by switch { Appoint => BasisKind.Appointment, Lot => BasisKind.Lot, Coopt or External => BasisKind.CoOption, _ => BasisKind.Election };

    /// <summary>Share of those who choose that is of the apparatus, before the place falls vacant.</summary>
    private double Before(Post post) => post.By switch
    {
        // Delegates go home: a place that falls due between two congresses is judged by the last.
        Elect { Body: { } body } => floor.State.Offices.Holders(body.Id, floor.Now).Any() ? rules.Influence.Held(body.Id, post.Seat.Unit) : lastDelegates.GetValueOrDefault(body.Id, rules.Influence.Held(body.Id, post.Seat.Unit)),
        Appoint appoint => appoint.By.Min(b => rules.Influence.Held(b.Id, post.Seat.Unit)),
        Coopt => rules.Influence.Held(post.Seat.Of, post.Seat.Unit),
        _ => support,
    };

    /// <summary>Of whom those are who come in: whoever gives a seat chooses its own; where rules do not carry an election to a result, the same votes decide.</summary>
    private IEnumerable<bool> Chosen(Post post, bool closed, double before)
    {
        for (var i = 0; i < post.Seats; i++)
        {
            yield return closed || post.By switch
            {
                Elect { Electorate: not null } => draws.Binomial(101, Steered(post, Leaning(post.Seat.Unit))) > 50,
                Elect => before + (rules.Influence.Steers(post) ? scenario.Steering * (1 - before) : 0) > 0.5,
                Appoint or Coopt => before > 0.5 || (before > 0 && draws.Chance(support)),
                _ => draws.Chance(support),
            };
        }
    }

    /// <summary>How many of those who vote put the apparatus first.</summary>
    private int Votes(Post post, Elect elect, string? session, ImmutableArray<string> voters)
    {
        if (elect.Body is not null && session is not null && rules.Analysis.Constitution.Bodies[elect.Body.Id].Of is null)
        {
            var loyal = voters.Count(cast.IsLoyal);
            return loyal + (rules.Influence.Steers(post) ? draws.Binomial(voters.Length - loyal, scenario.Steering) : 0);
        }
        var turnout = Math.Max(1, draws.Binomial(voters.Length, scenario.Turnout));
        voted += turnout;
        entitled += voters.Length;
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

    private double Steered(Post post, double leaning) => rules.Influence.Steers(post) ? leaning + (scenario.Steering * (1 - leaning)) : leaning;

    /// <summary>A meeting of a standing body that elects; null where nobody sits in it.</summary>
    private string? Meeting(string body, string? unit)
    {
        var chosen = rules.Constitution.Bodies[body];
        if (chosen.Of is null && floor.State.Offices.Holders(body, floor.Now).FirstOrDefault() is null) return null;
        var family = rules.Analysis.Model.UnitOf(body);
        var session = rules.Halls.Convene(chosen, family is null ? null : unit, ImmutableSortedDictionary<string, int>.Empty);
        if (rules.Halls.Open(session)) return session;
        rules.Halls.Close(session);
        return null;
    }
}
