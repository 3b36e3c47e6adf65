using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Organisation.Offices;

namespace Mandate.Organisation.Inspection;

/// <summary>Why somebody may not read a complaint.</summary>
public enum Bar { Accused, Complainant, Appointee, FellowMember, SteppedAside, SameUnit }

/// <summary>
/// Who reads and decides a complaint. Recusal is a rule, not a courtesy: the accused, those whom the accused or a body of theirs appointed,
/// those who appointed them, and fellow members of their organs never read or decide. Where nobody is left, a jury is drawn.
/// </summary>
public static class Readers
{
    /// <summary>Members of a drawn jury.</summary>
    public const int JurySize = 5;

    /// <summary>Those who read it now; empty while a jury still has to be drawn.</summary>
    public static ImmutableArray<string> Of(State state, Complaint complaint, DateTimeOffset at) => complaint.Jury.IsEmpty
        ? complaint.Drawn ? [] : [.. Inspectors(state, at).Where(p => BarOf(state, complaint, p, at) is null).Order(StringComparer.Ordinal)]
        : [.. complaint.Jury.Where(p => !complaint.Aside.Contains(p, StringComparer.Ordinal))];

    /// <summary>
    /// Holders of places tagged <c>inspector</c>, or that have the power to inspect. A congress that inspects the inspection does it by its votes: its
    /// delegates, who sit for one session, read no files.
    /// </summary>
    public static IEnumerable<string> Inspectors(State state, DateTimeOffset at)
    {
        var rules = state.Statutes.At(at);
        return rules.Bodies.Values.Where(b => b.Tags.Any(t => t.Id == "inspector")).Select(b => b.Id)
            .Concat(rules.Powers.Where(p => p.Verb == Verb.Inspect).Select(p => (p.Holder as NamedHolder)?.Name.Id).OfType<string>())
            .Distinct(StringComparer.Ordinal).SelectMany(of => state.Offices.Holders(of, at)).Where(t => t.Session is null).Select(t => t.Person).Distinct(StringComparer.Ordinal);
    }

    /// <summary>Why that person may not read it; null where nothing stands against it.</summary>
    public static Bar? BarOf(State state, Complaint complaint, string person, DateTimeOffset at)
    {
        if (complaint.Aside.Contains(person, StringComparer.Ordinal)) return Bar.SteppedAside;
        if (complaint.By == person) return Bar.Complainant;
        if (TieOf(state, complaint.Accused, person, complaint.At, at) is { } tie) return tie;
        // How an officer treats people is judged by those of other units (S201).
        return complaint.Conduct && state.Roll.Member(person) is { Unit: var unit } && complaint.Accused.Any(a => state.Roll.Member(a)?.Unit == unit) ? Bar.SameUnit : null;
    }

    /// <summary>What ties somebody to those who are complained of, or whose place is inspected; null where nothing does.</summary>
    /// <param name="since">The time of the complaint: places held then and now count.</param>
    public static Bar? TieOf(State state, IReadOnlyCollection<string> concerned, string person, DateTimeOffset since, DateTimeOffset at)
    {
        if (concerned.Contains(person, StringComparer.Ordinal)) return Bar.Accused;
        foreach (var accused in concerned)
        {
            // Leaving an organ after the complaint lifts no bar.
            var organs = Organs(state, accused, since).Concat(Organs(state, accused, at)).ToImmutableHashSet(StringComparer.Ordinal);
            var places = state.Offices.HeldBy(person, since).Concat(state.Offices.HeldBy(person, at)).ToList();
            if (places.Exists(t => organs.Contains(Organ(t)))) return Bar.FellowMember;
            if (state.Offices.Career(person).Any(t => t.Basis.By is { } by && (by == accused || organs.Contains(by)))) return Bar.Appointee;
            if (state.Offices.Career(accused).Any(t => t.Basis.By is { } by && (by == person || places.Exists(p => Organ(p) == by)))) return Bar.Appointee;
        }
        return null;
    }

    /// <summary>Everybody from whom a jury can be drawn: members in good standing with no office, whom nothing bars.</summary>
    public static IEnumerable<string> JuryPool(State state, Complaint complaint, DateTimeOffset at) => state.Roll.Members.Values
        .Where(m => m.InGoodStanding && !state.Offices.HeldBy(m.Id, at).Any() && BarOf(state, complaint, m.Id, at) is null).Select(m => m.Id).Order(StringComparer.Ordinal);

    /// <summary>
    /// The jury that a seed draws: five of the pool, of each unit of the kind that <c>rights.appeal.gives.jury_one_per</c> names at most one where
    /// there are so many. Somebody always reads: where it cannot be so, the pool is drawn from without it.
    /// </summary>
    public static ImmutableArray<string> Jury(State state, Complaint complaint, string seed, DateTimeOffset at)
    {
        ImmutableArray<string> pool = [.. JuryPool(state, complaint, at)];
        var kind = state.Statutes.At(at).Rights.GetValueOrDefault("appeal")?.Gives?["jury_one_per"] is Datum.Text text ? text.Value : null;
        return (kind is null ? null : LotPanels.Jury(state, pool, kind, JurySize, seed)) ?? Lots.Draw(pool, seed, JurySize);
    }

    private static IEnumerable<string> Organs(State state, string person, DateTimeOffset at) => state.Offices.HeldBy(person, at).Select(Organ);

    private static string Organ(Tenure tenure) => Authority.NameOf(tenure.Seat.Of, tenure.Seat.Unit is { } unit && tenure.Session is null ? unit : null);
}
