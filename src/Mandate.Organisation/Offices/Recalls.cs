using Mandate.Constitutions;
using Mandate.Constitutions.Rules;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Offices;

/// <summary>
/// Petitions that end a mandate: the recall of a seat by those who elected it, and the removal of an officer by petition and
/// vote of the members. The vote itself is held on paper (<c>votes.put</c> with the petition as its subject).
/// </summary>
public static class Recalls
{
    /// <summary>What a petition against a mandate needs and who votes then.</summary>
    /// <param name="Unit">Those who sign and vote: members of that unit; all members where null.</param>
    internal sealed record Terms(string Clause, Mandate.Constitutions.Quantity Petition, Rule Then, string? Unit);

    internal static Terms? Of(Constitution rules, Tenure tenure)
    {
        if (Seating.GroupOf(rules, tenure.Seat)?.Recall is { } recall)
            return new(recall.Clause.Path, recall.Petition, recall.Rule, tenure.Seat.Unit);
        var ways = rules.Offices.TryGetValue(tenure.Seat.Of, out var office) ? office.Remove : rules.Bodies.GetValueOrDefault(tenure.Seat.Of)?.Remove ?? [];
        return ways.OfType<RemovalByPetition>().FirstOrDefault() is { } petition
            ? new(petition.Clause.Path, petition.Petition, petition.Then, tenure.Seat.Unit is { } unit && office?.Per is not null ? unit : null)
            : null;
    }

    /// <summary>Whether all who hold a place can be removed by one petition: where the clause of the body gives removal by petition (S196).</summary>
    public static bool AsOne(Constitution rules, Tenure tenure) => rules.Bodies.GetValueOrDefault(tenure.Seat.Of)?.Remove.OfType<RemovalByPetition>().Any() == true && Seating.GroupOf(rules, tenure.Seat)?.Recall is null;

    internal static Decision Start(State state, Act act, StartRecall c)
    {
        if (string.IsNullOrWhiteSpace(c.Id)) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (state.Offices.Recalls.ContainsKey(c.Id)) return ProtocolRefusals.Taken("recall", c.Id);
        if (!state.Offices.Tenures.TryGetValue(c.Tenure, out var tenure)) return ProtocolRefusals.Unknown("tenure", c.Tenure);
        if (Of(state.Statutes.At(act.At), tenure) is not { } terms) return OfficesRefusals.NoRecall(Seating.ClauseOf(state.Statutes.At(act.At), tenure.Seat));
        if (!tenure.HeldAt(act.At)) return OfficesRefusals.NotInOffice(tenure.Id);
        // A body goes as one only where the constitution gives its removal by petition; what it was doing goes on with its days.
        if (c.Whole == true && !AsOne(state.Statutes.At(act.At), tenure)) return OfficesRefusals.NotAsOne(terms.Clause);
        if (state.Offices.Recalls.Values.FirstOrDefault(r => r.Tenure == c.Tenure && Open(state, r)) is { } running) return ProtocolRefusals.Taken("recall", running.Id);
        if (Pseudonyms.Read(act.Blobs, c.Register, c.Register is null ? 0 : Signers(state, terms).Count, terms.Clause, out var register) is { } bad) return bad;
        if (!register.Contains(act.By)) return OfficesRefusals.NotTheirVoter(terms.Clause, terms.Unit ?? "", act.By);
        var needed = (int)Quantities.NeededOf(terms.Petition, state.Roll.CountOn(act.Day, terms.Unit));
        return Decision.Accept(terms.Clause, new RecallStarted(c.Id, c.Tenure, terms.Clause, act.By, Math.Max(needed, 1), c.Register!, c.Whole == true ? true : null));
    }

    internal static Decision Sign(State state, Act act, SignRecall c)
    {
        if (!state.Offices.Recalls.TryGetValue(c.Id, out var recall)) return ProtocolRefusals.Unknown("recall", c.Id);
        var tenure = state.Offices.Tenures[recall.Tenure];
        if (Of(state.Statutes.At(act.At), tenure) is not { } terms) return OfficesRefusals.NoRecall(recall.Clause);
        if (!tenure.HeldAt(act.At)) return OfficesRefusals.NotInOffice(tenure.Id);
        if (!recall.Register.Contains(act.By)) return OfficesRefusals.NotTheirVoter(terms.Clause, terms.Unit ?? "", act.By);
        if (!Open(state, recall)) return OfficesRefusals.AlreadyDone(c.Id);
        if (recall.Signed.Contains(act.By)) return OfficesRefusals.AlreadySigned(c.Id);
        return Decision.Accept(terms.Clause, new RecallSigned(c.Id, act.By));
    }

    /// <summary>A petition on which no vote has been decided yet.</summary>
    private static bool Open(State state, RecallPetition recall) => !state.Votes.All.Values.Any(v => v.Question.Subject == recall.Id && v.Outcome is not null);

    /// <summary>Who may sign, for the register that opens with the petition; null where the mandate cannot be recalled so.</summary>
    internal static IReadOnlyCollection<string>? Signers(State state, StartRecall c, DateTimeOffset at) =>
        state.Offices.Tenures.TryGetValue(c.Tenure, out var tenure) && Of(state.Statutes.At(at), tenure) is { } terms ? Signers(state, terms) : null;

    /// <summary>The refusal for somebody who does not elect that place; for whoever only asks, and has no register yet.</summary>
    internal static Refusal? NotASigner(State state, StartRecall c, string person, DateTimeOffset at) =>
        state.Offices.Tenures.TryGetValue(c.Tenure, out var tenure) && Of(state.Statutes.At(at), tenure) is { } terms
            && !(state.Roll.Member(person) is { InGoodStanding: true } member && (terms.Unit is null || state.Roll.LiesIn(member.Unit, terms.Unit)))
            ? OfficesRefusals.NotTheirVoter(terms.Clause, terms.Unit ?? "", person)
            : null;

    private static IReadOnlyCollection<string> Signers(State state, Terms terms) => state.Roll.InGoodStanding(terms.Unit);
}
