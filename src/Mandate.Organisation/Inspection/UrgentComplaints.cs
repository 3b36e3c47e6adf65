using Mandate.Organisation.Acts;
using Mandate.Organisation.Sessions;

namespace Mandate.Organisation.Inspection;

/// <summary>A complaint in a meeting that is found before an item is voted on.</summary>
/// <param name="Heard">From when on readers find although those complained of have not answered.</param>
/// <param name="Due">Until then the item waits, and not longer.</param>
public sealed record Urgency(string Session, string Item, DateTimeOffset Heard, DateTimeOffset Due);

/// <summary>
/// At a congress a complaint is found within a day, before the item that it concerns (S198). The item waits once, for a day at most, and never
/// beyond noon of the last day, so that nothing is stopped by complaining; elections never wait.
/// </summary>
public static class UrgentComplaints
{
    private const int Hours = 24, HeardAfterHours = 6;

    internal static Refusal? Make(State state, Act act, Complain c, string clause, out Urgency? urgency)
    {
        urgency = null;
        if (c.Session is null && c.Item is null) return null;
        if (state.Sessions.Find(c.Session ?? "") is not { } session) return ProtocolRefusals.Unknown("session", c.Session ?? "");
        if (session.Stage != SessionStage.Open) return ProtocolRefusals.WrongStage("session", session.Id, SessionStage.Open.ToString(), session.Stage.ToString());
        if (!session.Credentials.ContainsKey(act.By)) return ProtocolRefusals.NotYours(clause, "delegate", act.By);
        if (session.Item(c.Item ?? "") is not { } item) return ProtocolRefusals.Unknown("item", c.Item ?? "");
        if (item.Done || item.Kind == ItemKind.Election) return InspectionRefusals.ItemWaitsNot(clause, item.Id);
        if (state.Inspection.All.Values.Any(o => o.Urgent is { } other && other.Session == session.Id && other.Item == item.Id)) return InspectionRefusals.StayedAlready(clause, item.Title);
        var noon = new DateTimeOffset(session.LastDay, new TimeOnly(12, 0), TimeSpan.Zero);
        var due = act.At.AddHours(Hours) < noon ? act.At.AddHours(Hours) : noon;
        if (due <= act.At) return InspectionRefusals.ItemWaitsNot(clause, item.Id);
        urgency = new(session.Id, item.Id, act.At.AddHours(HeardAfterHours) < due ? act.At.AddHours(HeardAfterHours) : due, due);
        return null;
    }

    /// <summary>That a question waits for a complaint; null where it does not. Only motions wait.</summary>
    internal static Refusal? Bars(State state, DateTimeOffset at, string? sessionId, string subject)
    {
        if (sessionId is null || state.Sessions.Find(sessionId) is not { } session) return null;
        var waiting = state.Inspection.All.Values.Where(c => c is { DecidedAt: null, Urgent: { } urgent } && urgent.Session == session.Id && at < urgent.Due && session.Item(urgent.Item)?.Reference == subject).MinBy(c => c.Id, StringComparer.Ordinal);
        return waiting is null ? null : InspectionRefusals.ItemWaits(state.Statutes.At(at).Rights.GetValueOrDefault("appeal")?.Clause.Path ?? state.Statutes.At(at).Procedure.Default.Clause.Path, waiting.Subject, waiting.Urgent!.Due);
    }
}
