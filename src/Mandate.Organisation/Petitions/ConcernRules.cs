using Mandate.Constitutions;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Petitions;

/// <summary>A concern is laid before the own unit in one step, without signatures; whoever holds a place at the level where it lies answers.</summary>
internal static class ConcernRules
{
    private const int MostCharacters = 500, MostOfAnswer = 1000;

    public static Decision Raise(State state, Act act, RaiseConcern c)
    {
        var rules = state.Statutes.At(act.At);
        if (c.Id.Length == 0) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (state.Petitions.Concerns.ContainsKey(c.Id)) return ProtocolRefusals.Taken("concern", c.Id);
        if (state.Roll.Unit(c.Unit) is not { Until: null } unit) return ProtocolRefusals.Unknown("unit", c.Unit);
        if (c.Says.Trim().Length is 0 or > MostCharacters) return ProtocolRefusals.Malformed("says", "what it is about, in at most 500 characters", c.Says.Length);
        var clause = c.Hindered ? Inspectors(rules).Select(p => p.Clause.Path).FirstOrDefault(Clause(rules, unit.Kind)) : Clause(rules, unit.Kind);
        if (Pseudonyms.IsOne(act.By))
        {
            if (Pseudonyms.Read(act.Blobs, c.Register, c.Register is null ? 0 : state.Roll.In(c.Unit).Count(m => state.Roll.Members[m].InGoodStanding), clause, out var register) is { } bad) return bad;
            return register.Contains(act.By) ? Raised() : ProtocolRefusals.NotYours(clause, c.Unit, act.By);
        }
        return state.Roll.Member(act.By) is { InGoodStanding: true } member && member.Unit == c.Unit ? ProtocolRefusals.NoRegister(clause) : ProtocolRefusals.NotYours(clause, c.Unit, act.By);

        Decision Raised() => Decision.Accept(clause, new ConcernRaised(c.Id, c.Unit, c.Says.Trim(), clause, c.Hindered));
    }

    public static Decision Answer(State state, Act act, AnswerConcern c)
    {
        if (!state.Petitions.Concerns.TryGetValue(c.Concern, out var concern)) return ProtocolRefusals.Unknown("concern", c.Concern);
        if (concern.Hindered && !Inspectors(state.Statutes.At(act.At)).Any(p => p.Holder is NamedHolder holder && state.Offices.Holds(act.By, holder.Name.Id, act.At))) return ProtocolRefusals.NotYours(concern.Clause, "inspector", act.By);
        var path = Concerns.Path(state, concern);
        var reached = Concerns.On(state, concern, act.Day).Level;
        // The own unit may still answer when it has moved up; who stands above may not answer before it is with them.
        var level = concern.Hindered ? 0 : path.FindIndex(unit => state.Offices.ServedBy(act.By, act.At).Any(t => t.Session is null && t.Seat.Unit == unit));
        if (level < 0) return ProtocolRefusals.NotYours(concern.Clause, path[reached] ?? "office", act.By);
        if (level > reached) return PetitionsRefusals.NotYetYours(concern.Clause, path[reached] ?? "office", DateOnly.FromDateTime(concern.At.UtcDateTime).AddDays(Concerns.AnswerDays * level + 1));
        return c.Text.Trim().Length is 0 or > MostOfAnswer
            ? ProtocolRefusals.Malformed("text", "the answer, in at most 1000 characters", c.Text.Length)
            : Decision.Accept(concern.Clause, new ConcernAnswered(concern.Id, c.Text.Trim(), path[level]));
    }

    /// <summary>Who inspects for the members.</summary>
    private static IEnumerable<Power> Inspectors(Constitution rules) => rules.Powers.Where(p => p is { Verb: Verb.Inspect, Holder: NamedHolder });

    /// <summary>The meeting of the members of such a unit; where the constitution has none, the procedure.</summary>
    private static string Clause(Constitution rules, string kind) =>
        (rules.Bodies.Values.FirstOrDefault(b => b.Per?.Id == kind && b.Of is not null)?.Clause ?? rules.Procedure.Default.Clause).Path;
}
