using System.Collections.Immutable;
using Mandate.Organisation.Restrictions;
using Mandate.Organisation.Roll;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Decisions;

/// <summary>Something on the record that lay on those who voted.</summary>
public enum Circumstance
{
    /// <summary>A charge against somebody who could vote was open.</summary>
    Charge,

    /// <summary>A complaint against somebody who holds a place there was open.</summary>
    Complaint,

    /// <summary>Somebody lost a place there by removal, recall or appointment of another within ninety days.</summary>
    Transfer,

    /// <summary>An emissary was there.</summary>
    Emissary,

    /// <summary>A right was narrowed.</summary>
    Restriction,
}

/// <summary>
/// The circumstances of a vote (S056, S092): which there were, never how many or about whom. Of a vote in a unit what concerns the unit counts; of one of the whole
/// organisation what concerns those who had a vote. Nothing is concluded from them but a right of the minority.
/// </summary>
public static class Circumstances
{
    /// <summary>Days before the vote in which a place that somebody lost counts.</summary>
    private const int TransferDays = 90;

    private static readonly string[] Lost = ["removed", "recalled", "replaced"];

    /// <summary>Empty where nothing on the record is one, and while the vote has not opened.</summary>
    public static ImmutableArray<Circumstance> Of(State state, Vote vote)
    {
        if (vote.OpenedAt is not { } from) return [];
        var until = vote.ClosedAt ?? vote.Outcome?.At ?? state.At;
        var session = vote.Session is { } id ? state.Sessions.Find(id) : null;
        var unit = vote.Unit ?? session?.Unit;
        var (first, last) = (DateOnly.FromDateTime(from.UtcDateTime), DateOnly.FromDateTime(until.UtcDateTime));
        bool Voter(string person) => unit is null ? session is not null && Sat(state, session, person) : state.Roll.Member(person) is { } member && state.Roll.LiesIn(member.Unit, unit);
        bool Place(string tenure) => state.Offices.Tenures.GetValueOrDefault(tenure) is { } t && (unit is null ? session is not null && t.Seat.Of == session.Body : t.Seat.Unit is { } of && state.Roll.LiesIn(of, unit));
        return
        [
            .. new (Circumstance Circumstance, bool There)[]
            {
                (Circumstance.Charge, state.Roll.Charges.Values.Any(c => c.At <= until && (Ended(c) is not { } ended || ended > from) && Voter(c.Person))),
                (Circumstance.Complaint, state.Inspection.All.Values.Any(c => c.At <= until && !(c.DecidedAt <= from) && c.Against.Any(Place))),
                (Circumstance.Transfer, state.Offices.Tenures.Values.Any(t => t is { Ended: { } ended, EndReason: { } reason } && Lost.Contains(reason, StringComparer.Ordinal) && ended <= until && ended > from.AddDays(-TransferDays) && Place(t.Id))),
                (Circumstance.Emissary, unit is not null && state.Federation.Missions.Values.Any(m => m.TakenAt <= until && m.Last >= first && state.Roll.LiesIn(m.Unit, unit))),
                (Circumstance.Restriction, Narrowed(state, first, last).Any()),
            }
            .Where(c => c.There).Select(c => c.Circumstance),
        ];
    }

    /// <summary>The restrictions under which it was voted (S092).</summary>
    public static IEnumerable<Restriction> Narrowed(State state, Vote vote) => vote.OpenedAt is not { } from ? []
        : Narrowed(state, DateOnly.FromDateTime(from.UtcDateTime), DateOnly.FromDateTime((vote.ClosedAt ?? state.At).UtcDateTime));

    private static IEnumerable<Restriction> Narrowed(State state, DateOnly from, DateOnly until) => RestrictionEffects.Meanwhile(state, from, until);

    /// <summary>Whether somebody had a vote in a session that is no assembly of members.</summary>
    internal static bool Sat(State state, Session session, string person) =>
        session.Credentials.ContainsKey(person) || state.Offices.Holds(person, session.Body, session.OpenedAt ?? session.Opens, session.Unit);

    private static DateTimeOffset? Ended(Charge charge) => charge.Stage is ChargeStage.Open or ChargeStage.Appealed ? null : charge.DecidedAt;
}
