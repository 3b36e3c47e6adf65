using System.Diagnostics;
using System.Globalization;
using System.Text;
using Mandate.Constitutions;
using Mandate.Constitutions.Checks;
using Mandate.Constitutions.Checks.Capture;
using Mandate.Constitutions.Reader;
using Mandate.Simulation.Stress;

// As an editor sees it: the text is read and all findings and capture numbers worked out at each key; remedies are tried when the writer
// pauses, first those of findings at medium and above. Median of ten after three for warming up.
var folder = args.FirstOrDefault() ?? "constitutions";
Console.WriteLine($"{"",-24} {"groups",6} {"findings",8} {"read+find ms",13} {"worst",7} {"remedies ms",12} {"of grave",9}");
foreach (var file in Directory.GetFiles(folder, "constitution.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
    Measure(Path.GetFileName(Path.GetDirectoryName(file)!), File.ReadAllText(file));
foreach (var committees in new[] { 30, 60, 100 }) Measure($"made up, {committees} committees", Federation(committees));
foreach (var name in new[] { "pairs", "rkp-1922", "union-federation" }) Stress(name, File.ReadAllText(Path.Combine(folder, name, "constitution.yaml")));

static void Measure(string name, string yaml)
{
    Constitution constitution = null!;
    var found = Times(10, () => Checker.Check(constitution = ConstitutionReader.Read(yaml).Constitution ?? throw new InvalidOperationException($"{name}: {ConstitutionReader.Read(yaml).Faults[0]}")));
    var result = Checker.Check(constitution);
    var all = Times(1, () => Checker.Check(constitution, remedies: true));
    var grave = Times(1, () => Checker.Check(constitution, remedies: true, least: Severity.Medium));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-24} {CaptureModel.Of(constitution).System.Groups.Length,6} {result.Findings.Length,8} {found[found.Count / 2],13:0.0} {found[^1],7:0.0} {all[0],12:0.0} {grave[0],9:0.0}"));
}

static List<double> Times(int times, Action act)
{
    var all = new List<double>();
    for (var n = 0; n < times + (times > 1 ? 3 : 0); n++)
    {
        var watch = Stopwatch.StartNew();
        act();
        if (times == 1 || n >= 3) all.Add(watch.Elapsed.TotalMilliseconds);
    }
    all.Sort();
    return all;
}

// The stress test on all processors, and on one.
static void Stress(string name, string yaml)
{
    var constitution = ConstitutionReader.Read(yaml).Constitution!;
    StressTest.Run(constitution, new Scenario(), 2, 1);
    var watch = Stopwatch.StartNew();
    var result = StressTest.Run(constitution, new Scenario(), 40, 1);
    var seconds = watch.Elapsed.TotalSeconds;
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"stress test {name,-20} {40 / seconds,8:0.0} runs/s {result.Runs.Sum(r => (long)r.Decisions) / seconds,10:0} decisions/s, elections {result.Runs.Sum(r => r.Elections)}, given {result.Runs.Sum(r => r.Given)}, by the model {result.Runs.Sum(r => r.ByModel)}"));
}

// A federation with many committees that choose, confirm and remove each other: members and units, an assembly, layers of committees.
static string Federation(int committees)
{
    var yaml = new StringBuilder("""
        mandate: "0.2"
        id: made-up
        title: Made up
        languages: {official: [en]}
        assume: {members: 50000}
        tags: [executive, inspector, paid]
        units: {branch: {count: 200, created_by: congress, dissolved_by: congress}}
        electorates: {members: {admit: {by: branch.meeting}, expel: {by: branch.meeting}, register: {kept_by: c0}}}
        bodies:
          branch.meeting: {kind: assembly, of: members, per: branch, meets: monthly}
          congress: {kind: assembly, meets: yearly, seats: {delegates: {count: 400, apportion: {per: branch}, by: {elect: {electorate: members, within: branch, method: stv, ballot: open}}}}}

        """);
    for (var i = 0; i < committees; i++)
    {
        var by = i % 7 == 0 ? "{elect: {body: congress, method: stv}}" : i % 5 == 0 ? $"{{appoint: {{by: c{i - 1}, consent_of: c{(i * 7) % committees}}}}}" : $"{{elect: {{body: c{(i * 13 + 5) % committees}, method: plurality{(i % 3 == 0 ? $", confirm: {{by: c{(i * 5 + 1) % committees}, rejections: unlimited}}" : "")}}}}}";
        yaml.Append(CultureInfo.InvariantCulture, $"  c{i}: {{{(i == 0 ? "tags: [executive], " : i == 3 ? "tags: [inspector], " : "")}meets: monthly, seats: {{count: {3 + (i % 9)}, by: {by}}}, term: {{length: {1 + (i % 3)} years, consecutive: 3}}, remove: [{{by: c{(i * 11 + 2) % committees}, rule: 2/3 of votes cast}}]}}\n");
    }
    yaml.Append("offices:\n");
    for (var i = 0; i < 15; i++) yaml.Append(CultureInfo.InvariantCulture, $"  o{i}: {{by: {{elect: {{body: c{i % committees}, method: irv}}}}, term: {{length: 2 years, consecutive: 3}}}}\n");
    return yaml.Append("""
        powers:
          - {id: business, verb: decide, object: daily_business, holder: c0}
          - {id: audit, verb: inspect, object: [c0, o1], holder: c3}
          - {id: press, verb: publish, object: journal, holder: c5}
        procedure:
          default: {rule: majority of votes cast, notice: 14 days}
          by_object: {amendment: {notice: 30 days}, restrict_right: {notice: 14 days}, remove_officer: {notice: 14 days}}
        publication: {default: public}
        amend: {ordinary: {rule: {body: congress, rule: 2/3 of votes cast}}}

        """).ToString();
}
