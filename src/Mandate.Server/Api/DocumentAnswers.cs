using System.Text.Json.Nodes;
using Mandate.Organisation.Facts;

namespace Mandate.Server.Api;

/// <summary>Who held or knew a document by a day, who is said not to have, and since when it is published.</summary>
internal static class DocumentAnswers
{
    public static FactAnswers.Found To(FactsState facts, string? id, DateOnly day)
    {
        if (id is null)
        {
            var documents = facts.Things.Values.Where(t => t.Kind == ThingKind.Document).OrderBy(t => t.Id, StringComparer.Ordinal).ToList();
            return new([.. documents.Select(t => new RecordAnswer(t.Id, FactAnswers.Text(t.Names)))], [.. documents.SelectMany(t => t.Sources).Distinct()], false, []);
        }
        var readers = facts.KnowledgeOf(id, day).Select(k => (new RecordAnswer(
            k.Who, new JsonObject { ["knew"] = k.Knows ? "yes" : "no", ["how"] = k.Knows ? FactAnswers.Kebab(k.How) : null },
            FactAnswers.Day(k.Record.When.From ?? k.Record.When.To), null, FactAnswers.Basis(k.Record) + (k.Record.When.From is null && k.Record.When.To is not null ? "; by then at the latest" : ""))
        {
            Since = k.Record.When, Words = k.Words,
        }, k.Record));
        var published = facts.By(day).Where(f => f.What is Published p && p.Document == id).Take(1)
            .Select(f => (new RecordAnswer("published", new JsonObject { ["knew"] = "yes", ["how"] = "published" }, FactAnswers.Day(f.When.From ?? f.When.To), null, FactAnswers.Basis(f)) { Since = f.When }, f));
        return FactAnswers.Of(facts, readers.Concat(published), id, day);
    }
}
