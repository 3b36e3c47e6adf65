using System.Collections.Immutable;
using Mandate.Organisation.Facts;

namespace Mandate.Node.Chronologies;

/// <summary>
/// Reads a chronology (docs/formats/chronology.md): what happened, told in words, with lists of people, bodies, offices,
/// restrictions, documents, votes, figures and contradictions, and typed facts. It never throws on bad input and never stops at the
/// first mistake.
/// </summary>
public static class ChronologyReader
{
    /// <param name="files">Files whose sections are put together, in this order.</param>
    /// <param name="shipped">
    /// A chronology that fills in what this one does not say of the same things, where this one has no typed facts of its own.
    /// </param>
    public static ChronologyReading Read(IEnumerable<ChronologyFile> files, IEnumerable<ChronologyFile>? shipped = null)
    {
        var faults = new Faults();
        ImmutableArray<ChronologyFile> all = [.. files];
        var sections = ChronologySections.Read(all, faults);
        if (!faults.Any && shipped is not null && sections["facts"].Count == 0) sections.FillFrom(ChronologySections.Read(shipped, faults));
        var meta = sections.Meta;
        var language = meta?.Text("language") ?? "en";
        var titles = meta?.Texts("title", language) ?? Entry.Of();
        var title = titles.GetValueOrDefault(language) ?? titles.Values.FirstOrDefault() ?? "Chronology";
        var building = new Building(language, WorksOf(meta));
        Naming.Words(building, sections["words"]);
        Naming.Works(building, meta);
        Naming.People(building, sections["people"]);
        Naming.Bodies(building, sections["bodies"]);
        Telling.Events(building, sections["events"]);
        Naming.Rules(building, sections["rules"]);
        Naming.Documents(building, sections["documents"]);
        Telling.Numbers(building, sections["events"]);
        Listing.Offices(building, sections["offices"]);
        Listing.Restrictions(building, sections["restrictions"]);
        Listing.Votes(building, sections["votes"]);
        Reckoning.Statistics(building, sections["statistics"]);
        Reckoning.Contradictions(building, sections["contradictions"]);
        Reckoning.Facts(building, sections["facts"]);
        Naming.Spoken(building, sections["words"]);
        if (!faults.Any && building.Events.Count + building.Facts.Count == 0) faults.Add(all.Select(f => f.Name).FirstOrDefault() ?? "chronology", new("", 1, 1), $"holds neither events nor facts; its sections are meta, {string.Join(", ", ChronologySections.Lists)}");
        if (faults.Any) return new(null, faults.Found, faults.Warnings);
        ImmutableArray<FactsCommand> acts = [.. building.Names, .. building.Events.Values, .. building.Facts, .. building.Contradictions];
        var last = building.Events.Values.Select(e => e.When).Concat(building.Facts.Select(f => f.When)).Select(w => w.To ?? w.From).Max();
        return new(new(title, acts, last), [], faults.Warnings);
    }

    /// <summary>Works may be cited by their file's name; the record cites them by their short code.</summary>
    private static ImmutableSortedDictionary<string, string> WorksOf(Entry? meta) => meta is null ? Entry.Of() : Entry.Of(
        [.. meta.Entries("works").Concat(meta.Entries("seeds")).Where(w => w.Text("file") is not null && (w.Text("code") ?? w.Text("id")) is not null).Select(w => (w.Text("file")!, (w.Text("code") ?? w.Text("id"))!))]);
}
