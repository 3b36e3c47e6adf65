using Mandate.Organisation.Acts;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Offices;

/// <summary>What ties somebody to somebody: earlier service under them, family, business, another organisation, a gift.</summary>
public enum Tie { Service, Family, Business, Membership, Gift, Other }

/// <summary>A tie that a holder or candidate has declared. It may be of the past; nobody judges it but those who elect.</summary>
/// <param name="With">The person, place or house outside, in words.</param>
/// <param name="Until">Null while it lasts.</param>
public sealed record Interest(string Id, string Person, Tie Tie, string With, string What, DateOnly? From, DateOnly? Until, DateTimeOffset At);

/// <summary>
/// The register of interests (S170): whoever holds a place or stands for one declares, for themselves alone, and everybody reads it beside the
/// name. Of ordinary members nothing is kept.
/// </summary>
public static class Interests
{
    private const int Longest = 300;

    internal static Decision Declare(State state, Act act, DeclareInterest c)
    {
        if (string.IsNullOrWhiteSpace(c.Id)) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (state.Offices.Interests.ContainsKey(c.Id)) return ProtocolRefusals.Taken("interest", c.Id);
        if (!state.Offices.HeldBy(act.By, act.At).Any() && !Stands(state, act.By)) return OfficesRefusals.HoldsNothing(act.By);
        if (c.With.Length is 0 or > Longest) return ProtocolRefusals.Malformed("with", $"with whom, in at most {Longest} characters", c.With.Length);
        if (c.What.Length is 0 or > Longest) return ProtocolRefusals.Malformed("what", $"what ties you, in at most {Longest} characters", c.What.Length);
        if (c.From > act.Day) return ProtocolRefusals.Malformed("from", "today or earlier", c.From);
        if (c.Until < c.From) return ProtocolRefusals.Malformed("until", "not before it began", c.Until!);
        return Decision.Accept("", new InterestDeclared(c.Id, c.Tie, c.With, c.What, c.From, c.Until));
    }

    internal static Decision End(State state, Act act, EndInterest c)
    {
        if (!state.Offices.Interests.TryGetValue(c.Id, out var interest)) return ProtocolRefusals.Unknown("interest", c.Id);
        if (interest.Person != act.By) return ProtocolRefusals.NotYours("", "self", act.By);
        if (interest.Until is { } until && until <= act.Day) return OfficesRefusals.AlreadyDone(c.Id);
        return c.Until < (interest.From ?? DateOnly.MinValue) || c.Until > act.Day ? ProtocolRefusals.Malformed("until", "today or earlier", c.Until) : Decision.Accept("", new InterestEnded(c.Id, c.Until));
    }

    /// <summary>What somebody has declared, the latest first.</summary>
    public static IEnumerable<Interest> Of(State state, string person) =>
        state.Offices.Interests.Values.Where(i => i.Person == person).OrderByDescending(i => i.At).ThenBy(i => i.Id, StringComparer.Ordinal);

    public static bool Stands(State state, string person) => state.Votes.All.Values.Any(v =>
        v is { IsElection: true, Outcome: null, Stage: VoteStage.Nominations or VoteStage.Standing or VoteStage.Running } && v.Candidates.GetValueOrDefault(person) is { Withdrawn: false });
}
