using System.Collections.Immutable;
using System.Globalization;
using Mandate.Node.Encodings;
using Mandate.Organisation;
using Mandate.Organisation.Acts;
using Mandate.Server.Keeping;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Mandate.Server.Record;

/// <summary>
/// Which entries of the record are looked for. By person only where the person acted in an office or mandate: nobody can list what an
/// ordinary member did, except that member (DESIGN 6).
/// </summary>
/// <param name="Word">First part of the act's wire name: <c>motions</c>.</param>
/// <param name="Clause">The clause that permitted it, or one above it.</param>
/// <param name="Office">The body or office whose holders acted.</param>
/// <param name="Person">Somebody who holds or held a place; their acts while they held one.</param>
/// <param name="Mine">The reader's own acts.</param>
public sealed record RecordFilter(string? Word = null, DateOnly? From = null, DateOnly? To = null, string? Clause = null, string? Office = null, string? Person = null, bool Mine = false)
{
    /// <summary>Entries of the log that one page looks through at most; where nothing more was found it says how far it looked.</summary>
    public const int Reach = 20_000;

    private const int Batch = 1_000;

    /// <summary>What somebody does as a member, whatever office they hold beside: theirs alone.</summary>
    private static readonly ImmutableHashSet<string> OfMembers = ImmutableHashSet.Create(StringComparer.Ordinal,
        "motions.support", "motions.set-condition", "motions.lift-condition", "sessions.demand", "sessions.sign-demand", "sessions.dispute-service", "sessions.contest-notice", "sessions.waive-notice", "sessions.nominate-rapporteur", "sessions.answer-rapporteur", "sessions.record-accusation", "sessions.answer-accusation",
        "offices.start-recall", "offices.sign-recall", "offices.volunteer", "offices.withdraw-volunteer",
        "roll.apply", "roll.leave", "roll.erase", "roll.transfer", "roll.charge", "roll.answer-charge", "roll.appeal-expulsion", "roll.appeal-refusal", "votes.nominate", "votes.ask-candidates", "roll.take-back-answer", "roll.open-file",
        "petitions.start", "petitions.sign", "petitions.raise-concern", "tendencies.form", "tendencies.join", "tendencies.leave", "tendencies.offer", "tendencies.note-joint", "tendencies.confirm-joint", "tendencies.open-joint", "tendencies.name-editor", "tendencies.publish", "tendencies.give-account", "petitions.sign-closed",
        "documents.deposit", "documents.quote", "documents.tell-knowledge", "inspection.complain", "inspection.ask-stay", "inspection.sign-stay", "inspection.choose-reader", "inspection.demand-amends", "inspection.settle", "inspection.open", "inspection.draw-inspectors", "press.submit", "press.write-letter", "press.explain", "press.ask", "press.demand-rectification",
        "press.draw-panel", "press.judge-claim", "press.contrast", "documents.leave-directions", "documents.accept-trust", "documents.withdraw-directions", "documents.open-directions", "documents.answer-deviation",
        "works.found-association", "works.join-association", "works.leave-association", "works.take-out", "accounts.draw-round",
        "accounts.ask", "accounts.question", "accounts.pledge", "accounts.withdraw-pledge", "accounts.leave-gift", "accounts.reckon", "accounts.ask-for-use", "accounts.give-back", "accounts.draw-auditors", "accounts.report-audit",
        "planning.support", "planning.choose", "planning.differ", "planning.watch", "planning.rebase", "undertakings.offer-help", "undertakings.withdraw-help", "works.begin", "statutes.ask-judgement", "statutes.ask-language", "statutes.sign-language",
        "federation.stay-with-whole", "federation.confirm-record", "statutes.ask-whether-allowed", "roll.plead-answer", "decisions.move-again", "decisions.record-refusal", "decisions.renounce-post", "decisions.hold-again", "motions.raise-contradiction", "restrictions.confirm-wider",
        "facts.tell", "facts.record", "facts.object", "facts.report-case", "facts.contradict", "facts.name");

    /// <summary>The words that acts begin with, in the order of the pages.</summary>
    public static ImmutableArray<string> Words { get; } = ["founding", "roll", "offices", "sessions", "motions", "votes", "decisions", "statutes", "petitions", "tendencies", "undertakings", "documents", "restrictions", "inspection", "federation", "press", "accounts", "planning", "works", "trust", "facts", "clock"];

    public bool IsEmpty => this == new RecordFilter();

    /// <summary>Reads what was asked for; what cannot be read, or may not be asked, filters nothing.</summary>
    public static RecordFilter Of(IQueryCollection query, Visit visit)
    {
        string? Text(string name) => query[name].ToString().Trim() is { Length: > 0 } text ? text : null;
        DateOnly? Day(string name) => DateOnly.TryParseExact(Text(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        return new(
            Text("word") is { } word && Words.Contains(word, StringComparer.Ordinal) ? word : null, Day("from"), Day("to"), Text("clause"),
            Text("office") is { } office && visit.State.Offices.TenuresOfPlace.ContainsKey(office) ? office : null,
            Text("person") is { } person && visit.State.Offices.Career(person).Any() ? person : null,
            visit.Person is not null && Text("mine") is not null);
    }

    /// <summary>The newest matching entries before an index, newest first, and from where a further page goes on; null at the beginning.</summary>
    public (IReadOnlyList<(long Index, Entry Entry)> Entries, long? Next) Search(Visit visit, long before, int count)
    {
        var found = new List<(long, Entry)>();
        var least = Math.Max(0, before - (IsEmpty ? count : Reach));
        for (var end = before; end > least; end -= Batch)
        {
            var start = Math.Max(least, end - Batch);
            foreach (var (index, entry) in visit.Kept.Entries(start, (int)(end - start)).Reverse())
            {
                if (From is { } from && DateOnly.FromDateTime(entry.At.UtcDateTime) < from) return (found, null);
                if (!Matches(visit, entry)) continue;
                found.Add((index, entry));
                if (found.Count == count) return (found, index > 0 ? index : null);
            }
        }
        return (found, least > 0 ? least : null);
    }

    /// <summary>This filter as a query of the record's page.</summary>
    public string Address(string path, long? before = null)
    {
        var values = new (string Name, string? Value)[]
        {
            ("word", Word), ("from", Iso(From)), ("to", Iso(To)), ("clause", Clause), ("office", Office), ("person", Person), ("mine", Mine ? "yes" : null), ("before", before?.ToString(CultureInfo.InvariantCulture)),
        };
        return QueryHelpers.AddQueryString(path, values.Where(v => v.Value is not null).Select(v => KeyValuePair.Create(v.Name, v.Value)));
    }

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Under the reader's own id, or the pseudonym that only they and the keeper of the vault can make.</summary>
    private static bool IsBy(Visit visit, Entry entry) => entry.By == visit.Person
        || (Pseudonyms.IsOne(entry.By) && visit.Person is { } person && Veil.Matter(entry.Command) is { } matter && visit.Kept.Names?.Invoke(person, matter) == entry.By);

    private bool Matches(Visit visit, Entry entry)
    {
        var name = Named.Wire(entry.Command.GetType());
        if (Word is not null && !name.StartsWith(Word + ".", StringComparison.Ordinal)) return false;
        if (To is { } to && DateOnly.FromDateTime(entry.At.UtcDateTime) > to) return false;
        if (Clause is not null && entry.Clause != Clause && !entry.Clause.StartsWith(Clause + ".", StringComparison.Ordinal)) return false;
        if (Mine && !IsBy(visit, entry)) return false;
        if (Office is null && Person is null) return true;
        return (Person is null || entry.By == Person) && !OfMembers.Contains(name)
            && visit.State.Offices.HeldBy(entry.By, entry.At).Any(t => Office is null || t.Seat.Of == Office);
    }
}
