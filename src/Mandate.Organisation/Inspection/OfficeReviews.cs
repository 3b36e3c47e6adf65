using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Inspection.Measures;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Votes;
using Mandate.Tally;

namespace Mandate.Organisation.Inspection;

/// <summary>Holders of one place who owe another post to the same appointer.</summary>
/// <param name="Appointer">A body, an office or a person in office.</param>
public sealed record Owing(string Appointer, int Holders);

/// <summary>What a place decided in the year, and how.</summary>
/// <param name="InWriting">Decisions in writing.</param>
/// <param name="WithReasons">Of those: with reasons on the record.</param>
/// <param name="Executing">Of those: naming the decision that they carry out.</param>
/// <param name="OnMotions">Votes on motions.</param>
/// <param name="Unchanged">Of those: on a text that nobody had changed.</param>
/// <param name="FromStaff">Of those: moved by somebody whom the organisation pays.</param>
/// <param name="Quick">Of those: open for less than <see cref="OfficeReviews.QuickMinutes"/> minutes.</param>
/// <param name="Items">Items that somebody put on its agenda; what stands there by itself is nobody's.</param>
/// <param name="ItemsFromStaff">Of those: put there by somebody whom the organisation pays.</param>
public sealed record Deciding(int InWriting, int WithReasons, int Executing, int OnMotions, int Unchanged, int FromStaff, int Quick, int Items, int ItemsFromStaff);

/// <summary>
/// The yearly review of one place (S184). What the record does not hold is null and never zero.
/// </summary>
/// <param name="DaysHeld">Median days for which those who hold it have held it.</param>
/// <param name="DaysMember">Median days for which they have been members.</param>
/// <param name="LastTerm">Mandates whose holders cannot take the place again when the term ends (S158).</param>
/// <param name="Voted">Holders who voted by name, moved an amendment or signed the report of a minority; null where fewer than five did.</param>
/// <param name="Dissented">Of those: who voted against what was decided, moved an amendment or signed such a report (S155).</param>
/// <param name="Filled">Places and posts that it filled in the year.</param>
/// <param name="Owing">For a place that is elected: to whom its holders owe other posts (S150), the most first.</param>
public sealed record OfficeReview(
    string Of,
    bool IsOffice,
    int Holders,
    int Appointed,
    Fraction? DaysHeld,
    Fraction? DaysMember,
    ImmutableArray<Tenure> LastTerm,
    int? Voted,
    int? Dissented,
    int Filled,
    ImmutableArray<Owing> Owing,
    Deciding Decided);

/// <summary>
/// Reviews of all places as of a day, each over the twelve months before it, computed from the lawful record: time in office against time as a
/// member (S159), who is due to go, dissent by layer, appointments, and who prepares what is decided (S180). Ordinary members are in no count.
/// </summary>
public static class OfficeReviews
{
    /// <summary>A vote that was open for less than this was quick.</summary>
    public const int QuickMinutes = 5;

    /// <summary>Median days for which members have been members; null where there are none.</summary>
    public static Fraction? MembersDays(State state, DateOnly day)
    {
        // Whole numbers: a roll may have a million members.
        var days = state.Roll.Members.Values.Where(m => m.Counts).Select(m => day.DayNumber - m.Since.DayNumber).ToArray();
        Array.Sort(days);
        return days.Length == 0 ? null : new Fraction((long)days[(days.Length - 1) / 2] + days[days.Length / 2], 2);
    }

    public static ImmutableArray<OfficeReview> Of(State state, DateOnly day)
    {
        if (state.Statutes.Versions.IsEmpty) return [];
        var period = new Period(state, day, Blobs.None);
        var rules = state.Statutes.At(period.End);
        var paid = Paid.PersonsAt(period.State, period.End);
        var votes = state.Votes.All.Values.Where(v => v is { IsElection: false, Outcome: not null } && period.Covers(v.ClosedAt)).ToList();
        var places = rules.Offices.Values.Select(o => (o.Id, IsOffice: true)).Concat(rules.Bodies.Values.Where(b => b.Of is null).Select(b => (b.Id, IsOffice: false)));
        return [.. places.Select(p => Review(period, rules, p.Id, p.IsOffice, paid, votes))];
    }

    private static OfficeReview Review(Period p, Constitution rules, string of, bool isOffice, ImmutableHashSet<string> paid, List<Vote> votes)
    {
        var state = p.State;
        var held = state.Offices.Holders(of, p.End).OrderBy(t => t.Id, StringComparer.Ordinal).ToList();
        var own = votes.Where(v => v.Session is { } id && state.Sessions.Find(id)?.Body == of).ToList();
        var cast = own.SelectMany(v => v.Casts.Select(c => (c.Key, Against: c.Value == (v.Outcome!.Carried ? Choice.No : Choice.Yes)))).Where(c => held.Exists(t => t.Person == c.Key)).ToLookup(c => c.Key, c => c.Against, StringComparer.Ordinal);
        var dissenting = cast.Where(c => c.Any(against => against)).Select(c => c.Key).Concat(Otherwise(p, held)).ToHashSet(StringComparer.Ordinal);
        var acted = cast.Select(c => c.Key).Concat(dissenting).Distinct(StringComparer.Ordinal).Count();
        var shown = acted >= Indicator.Fewest;
        return new(
            of, isOffice, held.Count, held.Count(IndicatorsOfPower.IsAppointed),
            Distribution.Median(held.Select(t => (Fraction)(p.Day.DayNumber - DateOnly.FromDateTime(t.From.UtcDateTime).DayNumber))),
            Distribution.Median(held.Select(t => state.Roll.Member(t.Person)).OfType<Mandate.Organisation.Roll.Member>().Select(m => (Fraction)(p.Day.DayNumber - m.Since.DayNumber))),
            [.. held.Where(t => t.Session is null && Qualification.Again(state, t) is { Holds: false })],
            shown ? acted : null, shown ? dissenting.Count : null,
            FilledBy(p, of), OwingOf(p, of, held), Decisions(p, of, own, paid));
    }

    /// <summary>Holders who in the year moved an amendment or signed the report of a minority.</summary>
    private static IEnumerable<string> Otherwise(Period p, List<Tenure> held)
    {
        var moved = p.State.Motions.All.Values.SelectMany(m => m.Amendments).Where(a => p.Covers(a.At)).Select(a => a.Mover);
        var reserved = p.State.Tendencies.Reports.Values.Where(r => p.Covers(r.At)).SelectMany(r => r.Signed);
        return moved.Concat(reserved).Where(person => held.Exists(t => t.Person == person));
    }

    private static int FilledBy(Period p, string of) =>
        p.State.Offices.Tenures.Values.Count(t => t.Basis.Kind is BasisKind.Appointment or BasisKind.CoOption or BasisKind.Acting && p.Covers(t.From) && PlaceOf(p, t.Basis.By, t.From) == of)
        + p.State.Offices.Employments.Values.Count(e => p.Covers(e.From) && PlaceOf(p, e.By, p.End) == of);

    /// <summary>Whether a single appointer stands behind several of those whom members or a body elected.</summary>
    private static ImmutableArray<Owing> OwingOf(Period p, string of, List<Tenure> held) =>
    [
        .. held.Where(t => !IndicatorsOfPower.IsAppointed(t)).Select(t => t.Person).Distinct(StringComparer.Ordinal)
            .SelectMany(person => Posts(p, person, of).Distinct(StringComparer.Ordinal))
            .GroupBy(by => by, StringComparer.Ordinal).Select(g => new Owing(g.Key, g.Count())).OrderByDescending(o => o.Holders).ThenBy(o => o.Appointer, StringComparer.Ordinal),
    ];

    /// <summary>Who gave somebody the other places and posts that they hold.</summary>
    private static IEnumerable<string> Posts(Period p, string person, string except) =>
        p.State.Offices.HeldBy(person, p.End).Where(t => t.Seat.Of != except && IndicatorsOfPower.IsAppointed(t) && t.Basis.By is not null).Select(t => PlaceOf(p, t.Basis.By, t.From)!)
            .Concat(p.State.Offices.Employments.Values.Where(e => e.Person == person && e.From <= p.Day && !(e.Until < p.Day)).Select(e => PlaceOf(p, e.By, p.End)!));

    /// <summary>The body or office in whose name somebody acted; the person where they held none.</summary>
    private static string? PlaceOf(Period p, string? by, DateTimeOffset at) => by is null ? null
        : p.State.Offices.HeldBy(by, at).Where(t => t.Session is null).Select(t => t.Seat.Of).Order(StringComparer.Ordinal).FirstOrDefault() ?? by.Split('@')[0];

    private static Deciding Decisions(Period p, string of, List<Vote> votes, ImmutableHashSet<string> paid)
    {
        var written = p.State.Offices.Resolutions.Values.Where(r => r.Carried && r.Body == of && p.Covers(r.At)).Select(r => p.State.Offices.Grounds.GetValueOrDefault(r.Id)).ToList();
        var motions = votes.Select(v => (Vote: v, Motion: v.Question.Subject is { } id ? p.State.Motions.Find(id) : null)).Where(m => m.Motion is not null).ToList();
        var items = p.State.Sessions.All.Values.Where(s => s.Body == of && s.Stage != Sessions.SessionStage.Cancelled && p.Covers(s.OpenedAt)).SelectMany(s => s.PutBy.Values).ToList();
        return new(
            written.Count, written.Count(g => g is not null), written.Count(g => g?.Executes is not null),
            motions.Count, motions.Count(m => m.Motion!.Versions.Length == 1), motions.Count(m => paid.Contains(m.Motion!.Mover)),
            motions.Count(m => m.Vote is { OpenedAt: { } opened, ClosedAt: { } closed } && closed - opened < TimeSpan.FromMinutes(QuickMinutes)),
            items.Count, items.Count(paid.Contains));
    }
}
