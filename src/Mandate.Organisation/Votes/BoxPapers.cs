using System.Globalization;
using System.Text;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Votes;

/// <summary>
/// The rankings of a sealed ballot as a BLT file, whose every byte follows from the archive: the papers in ordinal order, one a line, the
/// candidates by their ids.
/// </summary>
public static class BoxPapers
{
    /// <summary>Marks: 1 is first, equal numbers are equal, 0 is not ranked. Which paper is valid is said by the counting rule.</summary>
    public static byte[] Of(Vote vote, BoxContents found)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{vote.CandidateOrder.Length} {vote.Seats}\n");
        foreach (var marks in found.Result[0].Select(r => Marks([.. r])).Order(StringComparer.Ordinal)) text.Append(CultureInfo.InvariantCulture, $"1 {marks}0\n");
        text.Append("0\n");
        foreach (var candidate in vote.CandidateOrder) text.Append(CultureInfo.InvariantCulture, $"\"{candidate}\"\n");
        return Encoding.UTF8.GetBytes(text.Append(CultureInfo.InvariantCulture, $"\"{vote.Id}\"\n").ToString());
    }

    private static string Marks(long[] numbers) => string.Concat(numbers.Index().Where(n => n.Item > 0).GroupBy(n => n.Item).OrderBy(g => g.Key)
        .Select(g => string.Join('=', g.Select(n => (n.Index + 1).ToString(CultureInfo.InvariantCulture))) + " "));
}
