using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Offices;

public static class OfficesEvolve
{
    public static OfficesState Evolve(this OfficesState state, OfficesEvent happened, Occasion occasion) => happened switch
    {
        TenureBegan e => Begin(state, e),
        TenureEnded e => state with { Tenures = state.Tenures.SetItem(e.Id, state.Tenures[e.Id] with { Ended = occasion.At, EndReason = e.Reason }) },
        PostBegan e => state with { Employments = state.Employments.SetItem(e.Id, new Employment(e.Id, e.Person, e.Tag, e.Post, e.From, null, e.By)) },
        PostEnded e => state with { Employments = state.Employments.SetItem(e.Id, state.Employments[e.Id] with { Until = e.Until }) },
        _ => throw new InvalidOperationException($"No fold for {happened.GetType().Name}."),
    };

    private static OfficesState Begin(OfficesState state, TenureBegan e) => state with
    {
        Tenures = state.Tenures.SetItem(e.Id, new Tenure(e.Id, e.Person, e.Seat, e.From, e.Until, e.Basis, e.Session)),
        TenuresOfPerson = Add(state.TenuresOfPerson, e.Person, e.Id),
        TenuresOfPlace = Add(state.TenuresOfPlace, e.Seat.Of, e.Id),
    };

    private static ImmutableDictionary<string, ImmutableArray<string>> Add(ImmutableDictionary<string, ImmutableArray<string>> index, string key, string id) =>
        index.SetItem(key, index.GetValueOrDefault(key, []).Add(id));
}
