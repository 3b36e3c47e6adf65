using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Mandate.Tally.Readers;

/// <summary>Walks a NIST SP 1500-103 cast vote record report in XML. Records without the contest are no papers of it.</summary>
internal sealed class CommonDataFormatXml(RctabSource source, RctabMarks marks, XElement root)
{
    /// <summary>Reads a document without fetching or expanding anything that it names.</summary>
    public static InputFault? Load(Stream stream, out XElement? root)
    {
        root = null;
        try
        {
            using var reader = XmlReader.Create(stream, new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            root = XElement.Load(reader);
            return null;
        }
        catch (XmlException wrong)
        {
            return new(wrong.LineNumber, wrong.LinePosition, "this is no XML: " + wrong.Message);
        }
    }

    public InputFault? Read()
    {
        var elections = Inner(root, "Election").ToList();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var candidate in elections.SelectMany(e => Inner(e, "Candidate"))) names[Id(candidate)] = Text(candidate, "Name");
        if (elections.SelectMany(e => Inner(e, "Contest")).FirstOrDefault(c => Text(c, "Name") == source.Contest) is not { } contest)
            return new(0, 0, $"the report has no contest '{source.Contest}'");
        var selections = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var selection in Inner(contest, "ContestSelection"))
            selections[Id(selection)] = Text(selection, "IsWriteIn") == "true" ? null : names.GetValueOrDefault(Text(selection, "CandidateIds"), Text(selection, "CandidateIds"));
        var number = 0;
        foreach (var record in Inner(root, "CVR"))
        {
            number++;
            var current = Text(record, "CurrentSnapshotId");
            var snapshot = Inner(record, "CVRSnapshot").FirstOrDefault(s => Id(s) == current);
            if (snapshot is null || Inner(snapshot, "CVRContest").FirstOrDefault(c => Text(c, "ContestId") == Id(contest)) is not { } voted) continue;
            marks.Clear();
            foreach (var selection in Inner(voted, "CVRContestSelection").Where(s => Text(s, "Status") != "needs-adjudication"))
                if (Mark(selection, selections) is { } wrong) return new(0, 0, string.Create(CultureInfo.InvariantCulture, $"record {number}: {wrong}"));
            marks.End(1);
        }
        return null;
    }

    private string? Mark(XElement selection, Dictionary<string, string?> selections)
    {
        if (!selections.TryGetValue(Text(selection, "ContestSelectionId"), out var name)) return $"'{Text(selection, "ContestSelectionId")}' is no selection of the contest";
        if (Text(selection, "Rank") is { Length: > 0 } rank) return Add(rank, name);
        foreach (var position in Inner(selection, "SelectionPosition"))
        {
            if (Text(position, "HasIndication") == "no" || Text(position, "IsAllocable") == "no") continue;
            if (Add(Text(position, "Rank"), Inner(position, "CVRWriteIn").Any() ? null : name) is { } wrong) return wrong;
        }
        return null;
    }

    private string? Add(string rank, string? name)
    {
        if (!int.TryParse(rank, NumberStyles.None, CultureInfo.InvariantCulture, out var at) || at is < 1 or > 10_000) return $"'{rank}' is no rank";
        if (name is null) marks.AddUndeclared(at);
        else if (!marks.Add(at, name)) return $"'{name}' is no candidate of the configuration";
        return null;
    }

    private static IEnumerable<XElement> Inner(XElement parent, string name) => parent.Elements().Where(e => e.Name.LocalName == name);

    private static string Text(XElement parent, string name) => Inner(parent, name).FirstOrDefault()?.Value.Trim() ?? "";

    private static string Id(XElement element) => element.Attribute("ObjectId")?.Value ?? "";
}
