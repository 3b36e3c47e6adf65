using Mandate.Constitutions;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;

namespace Mandate.Organisation.Roll;

/// <summary>So many expulsions in a quarter that no further one is put to the vote.</summary>
/// <param name="Until">The day from which they go on by themselves, should nobody decide.</param>
/// <param name="By">The body that can let them go on before; null where the constitution has none.</param>
public sealed record ExpulsionStop(int Most, int Given, DateOnly Until, string? By, string Clause);

/// <summary>
/// Expulsions are single cases (S377). After as many in a quarter as <c>electorates.members.expulsions.per_quarter</c> says, else one in a hundred
/// members and three at least, they wait until the body of <c>resumed_by</c>, else the one that amends the constitution, has voted on
/// <c>expulsions/resume</c>; a year at the most, for no stay is without an end.
/// </summary>
public static class ExpulsionLimits
{
    /// <summary>What that body votes on.</summary>
    public const string Resume = "expulsions/resume";

    private const int QuarterDays = 91, FewestOfMany = 3, MostDays = 365;

    public static string? ResumedBy(Constitution rules) => RollRules.Members(rules).Expulsions?.ResumedBy?.Id ?? Amending(rules);

    /// <summary>The body that amends the constitution: a congress, where there is one. Null where members or another petition do.</summary>
    public static string? Amending(Constitution rules) => BodyIn(rules.Amend.Ordinary.Rule);

    private static string? BodyIn(Rule rule) => rule switch
    {
        BodyRule body => body.Body.Id,
        AllOf all => all.Rules.Select(BodyIn).FirstOrDefault(b => b is not null),
        AnyOf any => any.Rules.Select(BodyIn).FirstOrDefault(b => b is not null),
        _ => null,
    };

    /// <summary>Null while they go on.</summary>
    /// <param name="besides">A charge that is not counted.</param>
    public static ExpulsionStop? On(State state, DateTimeOffset at, string? besides = null)
    {
        var rules = state.Statutes.At(at);
        var (limit, by) = (RollRules.Members(rules).Expulsions, ResumedBy(rules));
        var most = limit?.PerQuarter ?? Math.Max(FewestOfMany, state.Roll.Members.Values.Count(m => m.Counts) / 100);
        var resumed = by is null ? null : state.Votes.All.Values
            .Where(v => v.Question.Subject == Resume && v.Outcome is { Carried: true } && v.Session is { } s && state.Sessions.Find(s)?.Body == by).Max(v => (DateTimeOffset?)v.Outcome!.At);
        var decided = state.Roll.Charges.Values.Where(c => c.Id != besides && c is { SuspendDays: null, Stage: not ChargeStage.Overturned, DecidedAt: { } on } && !(on <= resumed)).Select(c => c.DecidedAt!.Value).Order().ToList();
        for (var i = decided.Count - 1; i >= most - 1; i--)
        {
            if (decided[i] > decided[i - most + 1].AddDays(QuarterDays)) continue;
            // Where nobody can let them go on before, they wait for the quarter.
            var until = DateOnly.FromDateTime(by is null ? decided[i - most + 1].AddDays(QuarterDays + 1).UtcDateTime : decided[i].AddDays(MostDays).UtcDateTime);
            return DateOnly.FromDateTime(at.UtcDateTime) >= until ? null : new(most, decided.Count(d => d > decided[i].AddDays(-QuarterDays)), until, by, limit?.Clause.Path ?? RollRules.Members(rules).Expel.Clause.Path);
        }
        return null;
    }

    /// <summary>The refusal where that is not this body's to decide, or there is nothing to let go on.</summary>
    internal static Refusal? MayBePut(State state, string body, DateTimeOffset at) =>
        On(state, at) is not { } stop ? ProtocolRefusals.WrongStage("expulsions", Resume, "waiting", "going on")
        : stop.By == body ? null : Votes.VotesRefusals.NotThisBody(stop.Clause, stop.By ?? "-", body);
}
