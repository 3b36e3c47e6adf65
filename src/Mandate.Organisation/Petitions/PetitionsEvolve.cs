using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Petitions;

public static class PetitionsEvolve
{
    public static PetitionsState Evolve(this PetitionsState state, PetitionsEvent happened, Occasion occasion) => happened switch
    {
        PetitionStarted e => state with { All = state.All.SetItem(e.Id, new(e.Id, e.To, e.Asks, e.Clause, e.Needed, occasion.By, occasion.At, [occasion.By]) { Register = Pseudonyms.Read(occasion.Blobs, e.Register), Commitment = e.Commitment, Decision = e.Decision }) },
        PetitionSigned e => state.Change(e.Petition, p => p with { Signed = p.Signed.Add(occasion.By) }),
        PetitionReady e => state.Change(e.Petition, p => p with { Due = e.Due, Reached = p.Signed.Count, Text = e.Text }),
        PetitionAnswered e => state.Change(e.Petition, p => p with { Reply = e.Reply, Reason = e.Reason, Session = e.Session, AnsweredAt = occasion.At }),
        ConcernRaised e => state with { Concerns = state.Concerns.SetItem(e.Id, new(e.Id, e.Unit, e.Says, occasion.By, e.Clause, occasion.At) { Hindered = e.Hindered }) },
        ConcernAnswered e => Answer(state, state.Concerns[e.Concern], new(e.Text, occasion.By, e.Unit, occasion.At)),
        ProtestBegun e => state with { Protests = state.Protests.SetItem(e.Id, new(e.Id, e.Kind, e.Against, e.To, e.Grounds, e.Clause, e.Needed, occasion.At, ImmutableSortedDictionary.Create<string, DateOnly>(StringComparer.Ordinal).Add(e.Unit, occasion.Day))) },
        ProtestJoined e => OfProtest(state, e.Protest, p => p with { Units = p.Units.Add(e.Unit, occasion.Day) }),
        ProtestReady e => OfProtest(state, e.Protest, p => p with { Due = e.Due }),
        ProtestAnswered e => OfProtest(state, e.Protest, p => p with { Readings = p.Readings.Add(new(e.Reading, e.Reasons, e.Body, e.Vote, occasion.At)) }),
        _ => throw new InvalidOperationException($"No fold for {happened.GetType().Name}."),
    };

    private static PetitionsState Answer(PetitionsState state, Concern concern, ConcernAnswer answer) =>
        state with { Concerns = state.Concerns.SetItem(concern.Id, concern with { Answers = concern.Answers.Add(answer) }) };

    private static PetitionsState Change(this PetitionsState state, string id, Func<Petition, Petition> change) => state with { All = state.All.SetItem(id, change(state.All[id])) };

    private static PetitionsState OfProtest(PetitionsState state, string id, Func<Protest, Protest> change) => state with { Protests = state.Protests.SetItem(id, change(state.Protests[id])) };
}
