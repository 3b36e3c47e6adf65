using Mandate.Organisation.Documents;
using Mandate.Server.Keeping;
using Mandate.Server.Look;
using Mandate.Server.Record;

namespace Mandate.Server.Rights;

/// <summary>Documents as a register: what is closed until when, what is overdue, who of those addressed has received it.</summary>
internal static class DocumentRows
{
    public static IEnumerable<Row> Of(Visit v) => v.State.Documents.All.Values.OrderBy(d => d.Release).ThenBy(d => d.Id, StringComparer.Ordinal).Select(d => d.Seal is { } seal ? Sealed(v, d, seal) : new Row(
        d.Id, d.Title, MeaningOf(v, d), StatusOf(v, d), [.. Facts(v, d)], [.. Acts(v, d)]) { Text = d.Text, Page = $"/documents/{d.Id}" });

    /// <summary>Past its day and nobody has brought the text.</summary>
    public static bool Overdue(Visit v, Document d) => d.Text is null && d.Seal is null && d.Release < v.Today;

    public static Meaning MeaningOf(Visit v, Document d) => d.Text is not null ? Meaning.InForce : Overdue(v, d) ? Meaning.Alarm : Meaning.Pending;

    public static string StatusOf(Visit v, Document d) => d.Text is not null ? "rights.open" : Overdue(v, d) ? "document.overdue" : "rights.closed";

    public static IEnumerable<(string Label, string Value)> Facts(Visit v, Document d) =>
    [
        ("rights.to", string.Join(", ", d.AddresseesOn(v.Today).Select(v.Words.Place))), ("rights.deposited", v.Words.Moment(d.At)), ("rights.opens", v.Words.Date(d.Release)),
        .. Overdue(v, d) ? new[] { ("document.overdue-by", v.Words.Count("document.days", v.Today.DayNumber - d.Release.DayNumber)) } : [],
        .. d.Terms.LastOrDefault() is { } terms
            ? new[] { ("document.state", v.Words.Value(terms.State)), ("document.use", v.Words.Value(terms.Use)) }.Concat(terms.Task is { } task ? [("document.task", task)] : Array.Empty<(string, string)>()) : [],
        .. d.Parts.IsEmpty ? Array.Empty<(string, string)>() : [("document.parts", string.Join("; ", d.Parts.Select(p => $"{p.Title}, {v.Words.Date(DateOnly.FromDateTime(p.At.UtcDateTime))}")))],
        .. d.Text is not null ? [] : Custody.Shares(v.State, d, v.Now).Where(s => s.Of > 0).Select(s => ("rights.received", v.Words.Say("document.received-by-of", ("place", v.Words.Place(s.Place)), ("received", s.Received), ("of", s.Of)))),
        .. d.Demand is { } demand && d.Text is null ? [("document.demanded", v.Words.Say("document.demanded-by", ("given", demand.By.Count), ("needed", demand.Needed))), .. Answered(v, demand)] : Array.Empty<(string, string)>(),
        .. d.Kept && d.Text is null ? [("document.kept", v.Words["document.kept-until"])] : Array.Empty<(string, string)>(),
        .. d.ByItself ? [("document.delivered", v.Words["document.by-itself"])] : Array.Empty<(string, string)>(),
        .. d.LeftBy.IsEmpty ? Array.Empty<(string, string)>() : [("document.left-by", string.Join(", ", d.LeftBy.Select(v.Words.Place)))],
        .. Overdue(v, d) && Holding(v, d) is { Length: > 0 } holding ? new[] { ("document.held-by", holding) } : [],
        .. d.Quotes.IsEmpty ? Array.Empty<(string, string)>() : [("document.quotes", v.Words.Number(d.Quotes.Length))],
    ];

    private static (string, string)[] Answered(Visit v, PublicationDemand demand) => demand is { Reasons: { } reasons, Review: { } review }
        ? [("document.demand-answer", reasons), (review < v.Today ? "document.review-overdue" : "document.review-on", v.Words.Date(review))] : [];

    /// <summary>Places whose holders received it and by whose day nobody has brought the text (S266).</summary>
    private static string Holding(Visit v, Document d) => string.Join(", ", d.Receipts.Select(r => v.Words.Place(r.As)).Distinct(StringComparer.Ordinal));

    /// <summary>In an open meeting of a body that it is addressed to: a delegate's demand, and the answer of whoever presides.</summary>
    private static IEnumerable<RowAct> InSession(Visit v, Document d)
    {
        foreach (var session in v.State.Sessions.All.Values.Where(s => s.Stage == Mandate.Organisation.Sessions.SessionStage.Open && v.Person is { } person && s.Credentials.ContainsKey(person) && d.AddresseesOn(v.Today).Contains(s.Body, StringComparer.Ordinal)).OrderBy(s => s.Id, StringComparer.Ordinal))
            yield return new("documents.demand-publication", ("document", d.Id), ("session", session.Id));
        if (d.Demand is { Reasons: null } demand && v.State.Sessions.Find(demand.Session)?.ChairPerson == v.Person) yield return new("documents.answer-demand", ("document", d.Id));
    }

    public static IEnumerable<RowAct> Acts(Visit v, Document d) => d.Text is not null ? [] :
    [
        .. InSession(v, d),
        new("documents.receive", ("document", d.Id)), new("documents.hand-on", ("document", d.Id)), new("documents.release", ("document", d.Id)),
        .. Terms(v, d).Select(name => new RowAct(name, ("document", d.Id))),
    ];

    /// <summary>A person by name in an office, and one of the members otherwise.</summary>
    public static string Who(Visit v, string person) => InWords.IsOpen(v, person) ? v.NameOrId(person) : v.Words["record.a-member"];

    /// <summary>Acts that the rules have something to say on to this reader; the others are not spoken of.</summary>
    private static IEnumerable<string> Terms(Visit v, Document d)
    {
        string[] names = ["documents.set-terms", "documents.add-part", "documents.quote", "documents.acknowledge-terms", "documents.answer-task", "documents.discharge", "documents.accept-custody", "documents.tell-knowledge"];
        return names.Where(name => v.Person is not null && v.Offers("documents").Any(o => o.Act == name && o.Subject == d.Id && o.WhyNot is null));
    }

    private static Row Sealed(Visit v, Document d, Seal seal)
    {
        var opens = Openings.Reason(v.State, d, v.Now) is not null;
        return new(d.Id, d.Title, d.Text is null && !opens ? Meaning.Pending : Meaning.InForce, d.Text is not null ? "sealed.open" : opens ? "sealed.may-open" : "sealed.closed",
            [("rights.to", string.Join(", ", d.Addressees.Select(v.Words.Place))), ("rights.deposited", v.Words.Moment(d.At)), ("rights.opens", v.Words.Say("sealed.opens-on", ("day", v.Words.Date(d.Release)))), ("sealed.copies", v.Words.Number(seal.Copies.Length))],
            [.. InSession(v, d), new("documents.receive", ("document", d.Id)), new("documents.hand-on", ("document", d.Id))]) { Page = $"/documents/{d.Id}" };
    }
}
