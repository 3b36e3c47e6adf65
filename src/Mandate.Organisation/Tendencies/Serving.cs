using Mandate.Organisation.Acts;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tendencies;

/// <summary>
/// Members who serve a tendency by name: at counts of its own right, in bodies where the constitution gives it places. Both have offered
/// themselves first, for whoever belongs to a tendency is nobody's reading.
/// </summary>
internal static class Serving
{
    /// <summary>Scrutineers of a tendency at one count where the constitution does not say how many, and days after a result to speak of it.</summary>
    private const int FewestScrutineers = 1, ObserveDays = 14;

    public static Decision Offer(State state, Act act, OfferService c)
    {
        if (Standing(state, act, c.Tendency, out var tendency) is { } not) return not;
        if (state.Roll.Member(act.By) is not { InGoodStanding: true }) return ProtocolRefusals.NotYours(tendency.Clause, "member", act.By);
        if (c.For != Papers.Paper && CoReports.In(state.Statutes.At(act.At), c.For) is null && !state.Votes.All.ContainsKey(c.For) && TendencyPlaces.In(state.Statutes.At(act.At), c.For) is null) return TendenciesRefusals.NothingToServeAt(tendency.Clause, c.For);
        return tendency.OfferedFor(c.For).Contains(act.By) ? ProtocolRefusals.Taken("offer", act.By) : Decision.Accept(tendency.Clause, new ServiceOffered(tendency.Id, c.For));
    }

    public static Decision Name(State state, Act act, NameScrutineer c)
    {
        if (Speaker(state, act, c.Tendency, out var tendency) is { } not) return not;
        if (state.Votes.Find(c.Vote) is not { } vote) return ProtocolRefusals.Unknown("vote", c.Vote);
        if (vote.Kind is not (VoteKind.Paper or VoteKind.Secret)) return TendenciesRefusals.NothingToWatch(tendency.Clause, vote.Kind.ToString());
        if (vote.Outcome is not null) return ProtocolRefusals.WrongStage("vote", vote.Id, VoteStage.Counting, vote.Stage);
        if (Willing(tendency, c.Vote, c.Person) is { } unwilling) return unwilling;
        // Nobody watches a count for others in which they stand, or which they make.
        if (vote.Candidates.TryGetValue(c.Person, out var candidacy) && !candidacy.Withdrawn || vote.Tellers.Contains(c.Person, StringComparer.Ordinal)) return TendenciesRefusals.HasAPart(tendency.Clause, c.Person);
        var named = tendency.ScrutineersAt(c.Vote);
        if (named.Contains(c.Person)) return ProtocolRefusals.Taken("scrutineer", c.Person);
        var most = Figure(state, act, "scrutineers") ?? FewestScrutineers;
        return named.Count >= most ? TendenciesRefusals.AllNamed(tendency.Clause, most) : Decision.Accept(tendency.Clause, new ScrutineerNamed(tendency.Id, vote.Id, c.Person));
    }

    public static Decision Observe(State state, Act act, ObserveCount c)
    {
        if (!state.Tendencies.All.TryGetValue(c.Tendency, out var tendency)) return ProtocolRefusals.Unknown("tendency", c.Tendency);
        if (state.Votes.Find(c.Vote) is not { } vote) return ProtocolRefusals.Unknown("vote", c.Vote);
        if (!tendency.ScrutineersAt(c.Vote).Contains(act.By)) return ProtocolRefusals.NotYours(tendency.Clause, "scrutineer", act.By);
        if (c.Remark.Length is 0 or > 1000) return ProtocolRefusals.Malformed("remark", "what was seen, in at most 1000 characters", c.Remark.Length);
        if (vote.ClosedAt is null) return ProtocolRefusals.WrongStage("vote", vote.Id, VoteStage.Counting, vote.Stage);
        var last = DateOnly.FromDateTime((vote.Outcome?.At ?? act.At).UtcDateTime).AddDays(ObserveDays);
        return act.Day > last ? TendenciesRefusals.ObservedTooLate(tendency.Clause, last) : Decision.Accept(tendency.Clause, new CountObserved(tendency.Id, vote.Id, c.InOrder, c.Remark));
    }

    public static Decision Send(State state, Act act, SendToBody c)
    {
        if (Speaker(state, act, c.Tendency, out var tendency) is { } not) return not;
        if (TendencyPlaces.In(state.Statutes.At(act.At), c.Body) is not var (_, clause)) return TendenciesRefusals.NoPresence(tendency.Clause, c.Body);
        if (Willing(tendency, c.Body, c.Person) is { } unwilling) return unwilling;
        var sent = tendency.SentTo(c.Body);
        if (sent.Contains(c.Person, StringComparer.Ordinal)) return ProtocolRefusals.Taken("place", c.Person);
        if (c.InPlaceOf is { } old && !sent.Contains(old, StringComparer.Ordinal)) return ProtocolRefusals.Unknown("place", old);
        var places = TendencyPlaces.PlacesOf(state, tendency.Id, c.Body, act.At);
        return sent.Length - (c.InPlaceOf is null ? 0 : 1) >= places ? TendenciesRefusals.NoPlaceLeft(clause, places) : Decision.Accept(clause, new SentToBody(tendency.Id, c.Body, c.Person, c.InPlaceOf));
    }

    internal static Refusal? Standing(State state, Act act, string id, out Tendency tendency)
    {
        if (!state.Tendencies.All.TryGetValue(id, out tendency!)) return ProtocolRefusals.Unknown("tendency", id);
        if (act.Day > tendency.Until) return TendenciesRefusals.Over(tendency.Clause, tendency.Until);
        return tendency.StandsOn(act.Day) ? null : TendenciesRefusals.DoesNotStand(tendency.Clause, tendency.Needed, tendency.Members.Count);
    }

    internal static Refusal? Speaker(State state, Act act, string id, out Tendency tendency) =>
        Standing(state, act, id, out tendency) ?? (act.By == tendency.Speaker ? null : ProtocolRefusals.NotYours(tendency.Clause, "speaker", act.By));

    internal static Refusal? Willing(Tendency tendency, string at, string person) =>
        person == tendency.Speaker || tendency.OfferedFor(at).Contains(person) ? null : TendenciesRefusals.HasNotOffered(tendency.Clause, person);

    private static int? Figure(State state, Act act, string name) =>
        state.Statutes.At(act.At).Rights.GetValueOrDefault("platform")?.Gives?[name] is Constitutions.Datum.Number number
        && int.TryParse(number.Canonical, System.Globalization.CultureInfo.InvariantCulture, out var figure) ? figure : null;
}
