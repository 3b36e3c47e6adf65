namespace Mandate.Tally.Tests.Ranked;

/// <summary>
/// The dumps of <c>stv-droop</c>: <c>dump/BALLOTS-RULE-ARITHMETIC.txt</c> for <c>BALLOTS.blt</c> one folder up. Where rule and
/// arithmetic are ours, the elected and the totals after every transfer.
/// </summary>
[Trait("Category", "Conformance")]
public sealed class DroopConformanceTests
{
    // In the order of the names' length: "meek-prf" before "meek".
    private static readonly (string Name, string Method, string Arithmetic)[] Rules =
    [
        ("wigm-prf-batch", "wigm-prf-batch", "fixed-p4-d4"),
        ("meek-prf", "meek-prf", "o6-fixed-p9-d9"),
        ("scotland", "scottish-stv", "fixed-p5-d5"),
        ("wigm-prf", "wigm-prf", "fixed-p4-d4"),
        ("warren", "warren", "o6-fixed-p9-d9"),
        ("meek", "meek", "o6-fixed-p9-d9"),
    ];

    public static TheoryData<string> Dumps => ConformanceCases.Files("stv-droop", "*.txt", p => p.Split('/', '\\').Contains("dump"));

    [Theory]
    [MemberData(nameof(Dumps))]
    public void Droop_reference_counts_come_out(string dump)
    {
        var path = ConformanceCases.PathTo("stv-droop", dump);
        var name = Path.GetFileNameWithoutExtension(path);
        var rule = Rules.FirstOrDefault(r => name.Contains($"-{r.Name}-", StringComparison.Ordinal));
        Assert.SkipWhen(rule.Name is null, "method not offered");
        Assert.SkipUnless(name.EndsWith(rule.Arithmetic, StringComparison.Ordinal), "arithmetic not offered");
        var election = name[..name.IndexOf($"-{rule.Name}-", StringComparison.Ordinal)];
        var ballots = ConformanceCases.Blt(Path.Combine(Path.GetDirectoryName(path)!, "..", election + ".blt"));
        var count = Methods.Ranked(rule.Method)!.Count(ballots, ballots.Seats!.Value, TieRule.Order);
        var rows = File.ReadAllLines(path).Select(l => l.Split('\t')).ToList();
        var header = rows[0];

        Assert.Equal(Elected(header, rows[^1]).Order(), count.Elected.Select(e => e + 1).Order());
        var meek = header[3] == "Votes";
        var expected = rows.Skip(1).Where(r => r.Length == header.Length && Counts(r[1], meek)).Select(r => Row(header, r, meek)).ToList();
        var actual = count.Rounds.Select(r => Ours(count, r, meek)).ToList();
        if (meek) Assert.Equal(expected.GroupBy(e => e[..e.IndexOf(' ', StringComparison.Ordinal)]).Select(g => g.First()), actual);
        else Assert.Equal(ConformanceCases.WithoutNullStages([.. expected.Select(e => e[(e.IndexOf(' ', StringComparison.Ordinal) + 1)..])]), ConformanceCases.WithoutNullStages(actual));
    }

    /// <summary>Rows in which totals are final for their round: the begin, and after transfers; for Meek the end of an iteration.</summary>
    private static bool Counts(string action, bool meek) => action == "begin" || (meek ? action is "elect" or "defeat" : action == "transfer");

    private static IEnumerable<int> Elected(string[] header, string[] row) =>
        header.Select((h, i) => (h, i)).Where(x => x.h.EndsWith(".state", StringComparison.Ordinal) && row[x.i] == "E").Select(x => Number(x.h));

    private static string Row(string[] header, string[] row, bool meek)
    {
        var votes = header.Select((h, i) => (h, i)).Where(x => x.h.EndsWith(".vote", StringComparison.Ordinal)).Select(x => $"{Number(x.h)}={row[x.i]}");
        var unused = row[Array.IndexOf(header, meek ? "Residual" : "Non-Transferable")];
        return $"{row[0]} {string.Join(' ', votes)} quota {row[2]} unused {unused}";
    }

    private static string Ours(Count count, Round round, bool meek)
    {
        var votes = Enumerable.Range(0, count.Candidates.Length).Where(c => round.Standings[c] != Standing.Withdrawn)
            .Select(c => $"{c + 1}={count.Text(round.Votes[c])}");
        return $"{(meek ? $"{round.Number} " : "")}{string.Join(' ', votes)} quota {count.Text(round.Quota!.Value)} unused {count.Text(round.Exhausted)}";
    }

    private static int Number(string header) => int.Parse(header[..header.IndexOf('.', StringComparison.Ordinal)], System.Globalization.CultureInfo.InvariantCulture);
}
