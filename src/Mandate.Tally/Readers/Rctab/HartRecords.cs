using System.Xml.Linq;

namespace Mandate.Tally.Readers;

/// <summary>
/// Hart's records: a folder with one XML document per paper. The marks of a candidate are a row of digits, one per rank, 1 where that rank is marked.
/// </summary>
internal static class HartRecords
{
    public static InputFault? Read(RctabSource source, RctabMarks marks, IEnumerable<string> documents, int? mostRanks, Func<string, Stream?> open)
    {
        foreach (var name in documents.Where(IsRecord))
        {
            using var stream = open(name);
            if (stream is null) return new(0, 0, $"{name}: there is no such file");
            if (CommonDataFormatXml.Load(stream, out var root) is { } broken) return broken with { Message = $"{name}: {broken.Message}" };
            foreach (var contest in root!.Descendants().Where(e => e.Name.LocalName == "Contest" && Text(e, "Id") == source.Contest))
            {
                marks.Clear();
                foreach (var option in contest.Descendants().Where(e => e.Name.LocalName == "Option"))
                {
                    var ranks = Text(option, "Value");
                    for (var rank = 1; rank <= ranks.Length; rank++)
                    {
                        if (ranks[rank - 1] != '1') continue;
                        if (rank > mostRanks) return new(0, 0, FormattableString.Invariant($"{name}: rank {rank} where {mostRanks} are allowed"));
                        if (!marks.Add(rank, Text(option, "Id"))) return new(0, 0, $"{name}: '{Text(option, "Id")}' is no candidate of the configuration");
                    }
                }
                marks.End(1);
            }
        }
        return null;
    }

    /// <summary>Signatures lie beside the records.</summary>
    private static bool IsRecord(string name) => name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && !name.EndsWith(".sig.xml", StringComparison.OrdinalIgnoreCase);

    private static string Text(XElement parent, string name) => parent.Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Value.Trim() ?? "";
}
