using System.Collections.Immutable;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Motions;

namespace Mandate.Organisation.Decisions;

/// <summary>An agreement of those who hold places that became known and was not deposited (S077).</summary>
/// <param name="Fact">Id of what was recorded.</param>
/// <param name="Adopted">Motions adopted since then in bodies in which two of the parties or more held a place: they may rest on it.</param>
public sealed record UndeclaredAgreement(string Fact, ImmutableArray<string> Parties, ImmutableArray<BargainSubject> About, DateOnly? Since, ImmutableArray<Motion> Adopted);

/// <summary>Agreements known from what members recorded, with the decisions that may rest on them. They give no right and end no place; whoever wants a recall has the ground in words.</summary>
public static class UndeclaredAgreements
{
    /// <summary>Most decisions that are listed of one.</summary>
    private const int Most = 20;

    /// <param name="recorded">The facts that members recorded, as a page hands them over: no rule reads them (docs/decisions/0160).</param>
    public static ImmutableArray<UndeclaredAgreement> Of(State state, IEnumerable<RecordedFact> recorded) =>
    [
        .. from fact in recorded
           where fact.CorrectedBy is null && fact.What is Agreed { Entered: false }
           let agreed = (Agreed)fact.What
           let parties = agreed.Parties.IsDefault ? [] : agreed.Parties
           let about = agreed.About.IsDefault ? [] : agreed.About
           let since = fact.When.From ?? fact.When.To
           where parties.Length > 1 && !state.Decisions.Agreements.Values.Any(a => parties.All(p => a.Parties.Contains(p, StringComparer.Ordinal)) && about.Contains(a.About))
           orderby since descending
           select new UndeclaredAgreement(fact.Id, parties, about, since, Adopted(state, parties, since)),
    ];

    private static ImmutableArray<Motion> Adopted(State state, ImmutableArray<string> parties, DateOnly? since) => since is not { } from ? [] :
    [
        .. state.Motions.All.Values.Where(m => m.Stage == MotionStage.Adopted && m.Vote is { } id && state.Votes.Find(id)?.Outcome is { } outcome && DateOnly.FromDateTime(outcome.At.UtcDateTime) >= from
                && state.Sessions.Find(m.Session) is { } session && parties.Count(p => Circumstances.Sat(state, session, p)) > 1)
            .OrderBy(m => m.FiledAt).ThenBy(m => m.Id, StringComparer.Ordinal).Take(Most),
    ];
}
