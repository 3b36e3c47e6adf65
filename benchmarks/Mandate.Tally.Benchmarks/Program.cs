using System.Diagnostics;
using System.Globalization;
using Mandate.Tally;
using Mandate.Tally.Benchmarks;
using Mandate.Tally.Budgets;
using Mandate.Tally.Readers;

// make FILE BALLOTS [CANDIDATES SEATS [COMPLETE]]   writes made ballots; COMPLETE is the share of papers that rank all
// count FILE METHOD [SEATS] [RUNS]        reads and counts, CPU time of each part
// folder FOLDER METHOD                    reads and counts every BLT file below a folder
// budget FILE|VOTERS METHOD [RUNS]        a Pabulib file, or made papers on 200 projects
// schulze CANDIDATES                      strongest paths on a made matrix
switch (args)
{
    case ["make", var path, var ballots, .. var shape]:
        new SyntheticBallots(shape.Length > 0 ? int.Parse(shape[0], CultureInfo.InvariantCulture) : 20, shape.Length > 1 ? int.Parse(shape[1], CultureInfo.InvariantCulture) : 6, shape.Length > 2 ? double.Parse(shape[2], CultureInfo.InvariantCulture) : 0.10).Write(path, int.Parse(ballots, CultureInfo.InvariantCulture));
        return 0;
    case ["count", var path, var name, .. var more]:
        var runs = more.Length > 1 ? int.Parse(more[1], CultureInfo.InvariantCulture) : 5;
        for (var run = 0; run < runs; run++)
        {
            var before = Cpu();
            using var file = File.OpenRead(path);
            var read = BltReader.Read(file);
            if (read.Value is not { } papers) return Fail(read.Fault!.ToString());
            var middle = Cpu();
            var seats = more.Length > 0 && more[0] != "0" ? int.Parse(more[0], CultureInfo.InvariantCulture) : papers.Seats ?? 1;
            var method = Methods.Ranked(name)!;
            var count = method.Count(papers, Math.Min(seats, method.MostSeats ?? seats), TieRule.Order);
            var end = Cpu();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {papers.Papers} papers: read {middle - before:0.000} s, count {end - middle:0.000} s, together {end - before:0.000} s CPU; process {Cpu():0.000} s, {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB; elected {string.Join(' ', count.Elected.Select(e => e + 1))}"));
        }
        return 0;
    case ["folder", var folder, var name]:
        var files = 0;
        long all = 0;
        foreach (var path in Directory.EnumerateFiles(folder, "*.blt", SearchOption.AllDirectories))
        {
            using var file = File.OpenRead(path);
            if (BltReader.Read(file).Value is not { Seats: { } places } papers) continue;
            var method = Methods.Ranked(name)!;
            method.Count(papers, Math.Min(places, method.MostSeats ?? places), TieRule.Order);
            files++;
            all += papers.Papers;
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {files} files, {all} papers, process {Cpu():0.000} s CPU"));
        return 0;
    case ["budget", var source, var name, .. var repeats]:
        var start = Cpu();
        BudgetPapers? vote;
        if (int.TryParse(source, CultureInfo.InvariantCulture, out var voters)) vote = SyntheticBudget.Make(voters, 200);
        else
        {
            using var file = File.OpenRead(source);
            var read = PabulibReader.Read(file);
            if (read.Value is null) return Fail(read.Fault!.ToString());
            vote = read.Value;
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{vote.Voters} voters, {vote.Papers.Length} different papers, {vote.Projects.Length} projects: {Cpu() - start:0.000} s CPU"));
        var rule = Methods.All.OfType<BudgetMethod>().Single(m => m.Name == name);
        for (var run = 0; run < (repeats.Length > 0 ? int.Parse(repeats[0], CultureInfo.InvariantCulture) : 5); run++)
        {
            var before = Cpu();
            var count = rule.Count(vote, TieRule.Order);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {Cpu() - before:0.000} s CPU, {count.Elected.Length} funded, {((BudgetDetail)count.Detail!).Raises} raises, process {Cpu():0.000} s, {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB: {string.Join(' ', count.ElectedNames.Take(12))}"));
        }
        return 0;
    case ["schulze", var size]:
        var n = int.Parse(size, CultureInfo.InvariantCulture);
        var matrix = new long[n, n];
        ulong state = 0x9E3779B97F4A7C15;
        for (var a = 0; a < n; a++)
        {
            for (var b = 0; b < n; b++)
            {
                state ^= state << 13;
                state ^= state >> 7;
                state ^= state << 17;
                matrix[a, b] = (long)(state % 20_000);
            }
        }
        var pairs = PairwiseMatrix.Of(matrix);
        for (var run = 0; run < 5; run++)
        {
            var before = Cpu();
            var winners = SchulzeWinners.Of(pairs);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"schulze {n} candidates from the matrix: {Cpu() - before:0.000} s CPU, winners {string.Join(' ', winners.Select(w => w + 1))}"));
        }
        return 0;
    default:
        return Fail("make FILE BALLOTS [CANDIDATES SEATS [COMPLETE]] | count FILE METHOD [SEATS] [RUNS] | folder FOLDER METHOD | budget FILE|VOTERS METHOD [RUNS] | schulze CANDIDATES");
}

static double Cpu() => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;

static int Fail(string message)
{
    Console.Error.WriteLine(message);
    return 2;
}
