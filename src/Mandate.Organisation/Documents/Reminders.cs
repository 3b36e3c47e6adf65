using System.Collections.Immutable;
using Mandate.Organisation.Sessions;

namespace Mandate.Organisation.Documents;

/// <summary>Why somebody is reminded of a document: they have not received it, or their share would open it.</summary>
public enum ReminderKind { NotReceived, ShareAwaited, TrustAsked, DeviationAsked }

/// <param name="Id">The document, or the directions.</param>
/// <param name="Before">The day of the meeting or of the opening that comes; null for none.</param>
public sealed record Reminder(ReminderKind Kind, string Id, DateOnly? Before);

/// <summary>
/// What addressees, holders of shares and trustees are reminded of by themselves, whoever is away (requirement S264): addressees from fourteen days before the
/// meeting of the body addressed or before the day of the document; every holder of a share as soon as a sealed document may open, so that any of them who is
/// there stands in for the others.
/// </summary>
public static class Reminders
{
    /// <summary>Days before.</summary>
    public const int Days = 14;

    public static ImmutableArray<Reminder> Of(State state, string person, DateTimeOffset at)
    {
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        var found = ImmutableArray.CreateBuilder<Reminder>();
        foreach (var document in state.Documents.All.Values.Where(d => d.Text is null).OrderBy(d => d.Release).ThenBy(d => d.Id, StringComparer.Ordinal))
        {
            var mine = document.AddresseesOn(day).Where(to => state.Offices.Holds(person, to, at)).ToList();
            if (mine.Count > 0 && document.Receipts.All(r => r.Person != person) && Coming(state, document, mine, day) is { } before) found.Add(new(ReminderKind.NotReceived, document.Id, before));
            if (document.Seal is { } seal && Openings.Reason(state, document, at) is not null && state.Documents.Keys[seal.Key].Holders.Index().Any(h => h.Item.Person == person && !seal.Shares.ContainsKey(h.Index + 1))) found.Add(new(ReminderKind.ShareAwaited, document.Id, null));
        }
        foreach (var directions in state.Documents.Directions.Values.Where(d => d.Trustee == person).OrderBy(d => d.Id, StringComparer.Ordinal))
            if (directions.AcceptedAt is null) found.Add(new(ReminderKind.TrustAsked, directions.Id, null));
            else if (directions.Deviations.Any(d => d.Agreed is null)) found.Add(new(ReminderKind.DeviationAsked, directions.Id, null));
        return found.ToImmutable();
    }

    /// <summary>The next day for which they ought to have it: of a meeting of theirs, or its own; null while that is more than fourteen days on.</summary>
    private static DateOnly? Coming(State state, Document document, List<string> places, DateOnly day) =>
        state.Sessions.All.Values.Where(s => s.Stage is SessionStage.Convened or SessionStage.Open or SessionStage.Adjourned && places.Contains(s.Body)).Select(s => s.FirstDay).Append(document.Release)
            .Where(d => d >= day && d <= day.AddDays(Days)).Select(d => (DateOnly?)d).Min();
}
