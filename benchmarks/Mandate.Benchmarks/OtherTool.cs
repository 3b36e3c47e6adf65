using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Mandate.SecretBallot.Formats;
using Mandate.SecretBallot.Groups;
using Mandate.SecretBallot.Making;

namespace Mandate.Benchmarks;

/// <summary>
/// <c>belenios-tool</c> on ballots of the same election: one process for each ballot, less what the same process takes for everything but the
/// ballot. Times are those of the processors, as the shell counts them for its children.
/// </summary>
internal static partial class OtherTool
{
    private static readonly Randomness Random = new(RandomNumberGenerator.Fill);

    /// <param name="own">Our check of as many ballots, measured in turn with the other's: whatever else the machine does falls on both.</param>
    public static void Run(string tool, Election election, TrusteeSecret trustee, Credential[] credentials, int runs, Action own)
    {
        using var place = new Workplace();
        var folder = Directory.CreateDirectory(place.New("tool")).FullName;
        var listed = PublicCredentials.Of(CurveGroup.Instance, credentials.Select(c => new PublicCredential(c.Public)));
        File.WriteAllBytes(Path.Combine(folder, election.Uuid + ".bel"), SealedBenchmark.Setup(election, trustee, listed));
        File.WriteAllText(Path.Combine(folder, "choice"), "[[1,0,0,0,0]]");
        for (var i = 0; i < credentials.Length; i++)
        {
            File.WriteAllText(Path.Combine(folder, $"{i}.credential"), credentials[i].Text);
            File.WriteAllText(Path.Combine(folder, $"{i}.ballot"), BallotMaker.Make(election, credentials[i], [new ChoiceVote(i % 5)], Random).ToString());
        }
        File.WriteAllText(Path.Combine(folder, "0.none"), "{}");
        var check = $"{tool} election verify-ballot --dir {folder} --ballot";
        // What the process does before it has read the ballot; it refuses this one, and that is meant.
        var rounds = Enumerable.Range(0, runs).Select(_ =>
        {
            var before = Processor();
            own();
            var ours = Processor() - before;
            var bare = Seconds($"i=0; while [ $i -lt {credentials.Length} ]; do {check} {folder}/0.none; i=$((i+1)); done", mayFail: true);
            return (Ours: ours, Bare: bare, Checks: Seconds($"for b in {folder}/*.ballot; do {check} $b || exit 1; done"));
        }).ToList();
        var bare = Median(rounds.Select(r => r.Bare));
        var checks = bare + Median(rounds.Select(r => r.Checks - r.Bare));
        var seals = Seconds($"for c in {folder}/*.credential; do {tool} election generate-ballot --dir {folder} --privcred $c --choice {folder}/choice || exit 1; done");
        Row("belenios-tool: check a ballot", credentials.Length, checks - bare);
        var ratios = rounds.Select(r => (r.Checks - r.Bare) / r.Ours).ToList();
        Table.Row("check a ballot: how many times as many of ours, in turn", runs, string.Create(CultureInfo.InvariantCulture, $"{Median(ratios):0.0}"), string.Create(CultureInfo.InvariantCulture, $"{ratios.Min():0.0} – {ratios.Max():0.0}"), "processor time");
        Row("belenios-tool: seal a ballot", credentials.Length, seals - bare);
        Table.Row("belenios-tool: process, setup", 1, Table.Text(bare / credentials.Length), "", "taken off above");
    }

    private static double Median(IEnumerable<double> values) => values.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;

    private static double Processor() => Environment.CpuUsage.TotalTime.TotalSeconds;

    private static void Row(string what, int count, double seconds) =>
        Table.Row(what, 1, Table.Text(seconds), "", string.Create(CultureInfo.InvariantCulture, $"{count} ballots: {count / seconds:0}/s of processor time"));

    /// <summary>Processor time of the commands, user and system.</summary>
    private static double Seconds(string commands, bool mayFail = false)
    {
        var text = Encoding.UTF8;
        using var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"( {commands} ) > /dev/null 2> /dev/null; code=$?; times; exit $code"]) { UseShellExecute = false, RedirectStandardOutput = true, StandardOutputEncoding = text, Environment = { ["LC_ALL"] = "C" } })!;
        var said = shell.StandardOutput.ReadToEnd();
        shell.WaitForExit();
        if (shell.ExitCode != 0 && !mayFail) throw new InvalidOperationException($"it did not accept what it was given: {commands}");
        return Times().Matches(said.Split('\n', StringSplitOptions.RemoveEmptyEntries)[1]).Sum(m => 60 * double.Parse(m.Groups["minutes"].Value, CultureInfo.InvariantCulture) + double.Parse(m.Groups["seconds"].Value, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"(?<minutes>\d+)m(?<seconds>[\d.]+)s", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Times();
}
