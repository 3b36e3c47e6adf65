using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Sessions;

namespace Mandate.Organisation.Federation;

/// <summary>What units form a committee for: a joint action, the control of a management, or the defence of their members.</summary>
public enum CommitteePurpose { Action, Control, Defence }

/// <summary>Whom a unit has sent to a committee, and when it last said so.</summary>
public sealed record Delegation(ImmutableSortedSet<string> Persons, DateOnly Confirmed, bool Withdrawn = false);

/// <summary>
/// A committee that units formed by their own votes: nobody approves it. What authority it has are the units that stand behind it on a day;
/// a delegation that its unit does not confirm in time lapses by its date, and so does the committee (requirements S025, S206, S212, S017).
/// </summary>
/// <param name="Every">Days after which a unit must have confirmed its delegation again.</param>
public sealed record Committee(string Id, string Name, CommitteePurpose Purpose, string Aim, DateOnly From, DateOnly Until, int Every)
{
    public ImmutableSortedDictionary<string, Delegation> Units { get; init; } = ImmutableSortedDictionary.Create<string, Delegation>(StringComparer.Ordinal);

    /// <summary>Whether the unit stands behind it on that day.</summary>
    public bool Behind(string unit, DateOnly day) => day <= Until && Units.TryGetValue(unit, out var sent) && !sent.Withdrawn && sent.Confirmed <= day && day <= sent.Confirmed.AddDays(Every);

    /// <summary>The units that stand behind it on that day, of all that ever did.</summary>
    public int BehindOn(DateOnly day) => Units.Keys.Count(u => Behind(u, day));
}

/// <summary>Committees of units.</summary>
public static class Committees
{
    /// <summary>Days after which a delegation must be confirmed again at most; days that a committee lasts at most.</summary>
    public const int MostDaysBetween = 31, MostDays = 366;

    /// <summary>
    /// Who sits on it at that time: the delegates of the units that stand behind it. Whoever has taken a managing place no longer sits on a
    /// committee of control or defence; nothing needs to be written for that (requirement S210).
    /// </summary>
    public static IEnumerable<string> Sitting(State state, Committee committee, DateTimeOffset at)
    {
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        return committee.Units.Where(u => committee.Behind(u.Key, day)).SelectMany(u => u.Value.Persons).Distinct(StringComparer.Ordinal)
            .Where(p => state.Roll.Member(p) is { Counts: true } && (committee.Purpose == CommitteePurpose.Action || Manages(state, p, at) is null));
    }

    /// <summary>Whether the unit has sent that person to a committee of defence behind which it stands: then they protest in its name (requirement S206).</summary>
    public static bool Defends(State state, string person, string unit, DateTimeOffset at) => state.Federation.Committees.Values.Any(c => c.Purpose == CommitteePurpose.Defence
        && c.Units.GetValueOrDefault(unit)?.Persons.Contains(person) == true && Sitting(state, c, at).Contains(person, StringComparer.Ordinal));

    internal static Decision Form(State state, Act act, FormCommittee c)
    {
        var clause = state.Statutes.At(act.At).Procedure.Default.Clause.Path;
        if (c.Id.Length == 0) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (state.Federation.Committees.ContainsKey(c.Id)) return ProtocolRefusals.Taken("committee", c.Id);
        if (c.Name.Trim().Length is 0 or > 100) return ProtocolRefusals.Malformed("name", "a name of at most 100 characters", c.Name.Length);
        if (c.Aim.Trim().Length is 0 or > 500) return ProtocolRefusals.Malformed("aim", "what it is for, in at most 500 characters", c.Aim.Length);
        if (c.Every is < 1 or > MostDaysBetween) return ProtocolRefusals.Malformed("every", "1 to 31 days", c.Every);
        if (c.Until < act.Day || c.Until > act.Day.AddDays(MostDays)) return FederationRefusals.CommitteeTooLong(clause, act.Day.AddDays(MostDays), c.Until);
        if (Sent(state, act, c.Id, c.Unit, c.Persons, c.Purpose, c.Vote, clause) is { } refusal) return refusal;
        return Decision.Accept(clause, new CommitteeFormed(c.Id, c.Name.Trim(), c.Purpose, c.Aim.Trim(), c.Until, c.Every), new DelegationConfirmed(c.Id, c.Unit, c.Persons));
    }

    /// <summary>A unit joins, sends others, or says again that it stands behind it.</summary>
    internal static Decision Confirm(State state, Act act, ConfirmDelegation c)
    {
        if (Standing(state, act, c.Committee, out var committee, out var clause) is { } over) return over;
        return Sent(state, act, c.Committee, c.Unit, c.Persons, committee.Purpose, c.Vote, clause) is { } refusal ? refusal : Decision.Accept(clause, new DelegationConfirmed(committee.Id, c.Unit, c.Persons));
    }

    internal static Decision Withdraw(State state, Act act, WithdrawDelegation c)
    {
        if (Standing(state, act, c.Committee, out var committee, out var clause) is { } over) return over;
        if (!committee.Behind(c.Unit, act.Day)) return ProtocolRefusals.Unknown("delegation", c.Unit);
        return UnitVoice.WhyNot(state, act, c.Unit, c.Vote, committee.Id, clause) is { } refusal ? refusal : Decision.Accept(clause, new DelegationWithdrawn(committee.Id, c.Unit));
    }

    private static Refusal? Standing(State state, Act act, string id, out Committee committee, out string clause)
    {
        clause = state.Statutes.At(act.At).Procedure.Default.Clause.Path;
        if (!state.Federation.Committees.TryGetValue(id, out committee!)) return ProtocolRefusals.Unknown("committee", id);
        return act.Day <= committee.Until ? null : FederationRefusals.CommitteeOver(clause, committee.Until);
    }

    private static Refusal? Sent(State state, Act act, string subject, string unit, ImmutableArray<string> persons, CommitteePurpose purpose, string? vote, string clause)
    {
        if (state.Roll.Unit(unit) is not { Until: null }) return ProtocolRefusals.Unknown("unit", unit);
        if (persons.IsDefaultOrEmpty || persons.Distinct(StringComparer.Ordinal).Count() != persons.Length) return ProtocolRefusals.Malformed("persons", "members of the unit, each once", persons.IsDefault ? 0 : persons.Length);
        foreach (var person in persons)
        {
            if (state.Roll.Member(person) is not { InGoodStanding: true } member || !state.Roll.LiesIn(member.Unit, unit)) return ProtocolRefusals.NotYours(clause, unit, person);
            // Whoever manages does not control the management, nor defend the members against it.
            if (purpose != CommitteePurpose.Action && Manages(state, person, act.At) is { } place) return FederationRefusals.Manages(clause, person, place);
        }
        return UnitVoice.WhyNot(state, act, unit, vote, subject, clause);
    }

    /// <summary>A managing place that somebody holds: one tagged <c>executive</c>; null where they hold none.</summary>
    private static string? Manages(State state, string person, DateTimeOffset at)
    {
        var rules = state.Statutes.At(at);
        return state.Offices.HeldBy(person, at).Select(t => t.Seat.Of).FirstOrDefault(of =>
            rules.Bodies.GetValueOrDefault(of)?.Tags.Any(t => t.Id == "executive") == true || rules.Offices.GetValueOrDefault(of)?.Tags.Any(t => t.Id == "executive") == true);
    }
}
