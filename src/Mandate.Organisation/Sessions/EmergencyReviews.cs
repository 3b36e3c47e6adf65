using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Restrictions;

namespace Mandate.Organisation.Sessions;

/// <summary>
/// The end of an emergency convenes a review by the body that kept watch, within thirty days and with what waited on its agenda (S342). Each who sits
/// there convenes it, and any member when a fortnight has passed: it takes nobody's consent.
/// </summary>
internal static class EmergencyReviews
{
    /// <summary>Days after the end in which those who sit on the body convene it themselves.</summary>
    private const int OwnDays = 14;

    /// <summary>The clause under which a session that nobody else convenes is convened for the review; null where it cannot be.</summary>
    public static string? MayConvene(State state, Act act, ConveneSession c)
    {
        if (c.Unit is not null || Emergencies.ToReview(state, c.Body, act.Day) is not { } over) return null;
        if (DateOnly.FromDateTime(c.Opens.UtcDateTime) > over.Last.AddDays(Emergency.ReviewDays)) return null;
        var may = state.Offices.Holds(act.By, c.Body, act.At) || act.Day > over.Last.AddDays(OwnDays) && state.Roll.Member(act.By) is { InGoodStanding: true };
        return may ? state.Statutes.At(act.At).Emergency?.Clause.Path : null;
    }

    /// <summary>What stands on the agenda of that session by itself: the emergency, and each motion that waited for its end.</summary>
    public static IEnumerable<AgendaItem> Items(State state, string body, DateOnly day) => Emergencies.ToReview(state, body, day) is not { } over ? []
        : [new AgendaItem("emergency:" + over.Id, ItemKind.Report, over.Reason, null), .. Emergencies.Waited(state, over).Select(m => new AgendaItem("waited:" + m.Id, ItemKind.Other, m.Title, null))];
}
