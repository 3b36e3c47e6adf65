using System.Diagnostics;
using System.Globalization;
using System.Text;
using Mandate.Constitutions.Checks;
using Mandate.Constitutions.Checks.Capture;
using Mandate.Constitutions.Reader;

// Complete findings with capture numbers, without remedies, as the editor asks for them while one types. Median of ten after a warm-up.
var folder = args.FirstOrDefault() ?? "constitutions";
foreach (var file in Directory.GetFiles(folder, "constitution.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
    Measure(Path.GetFileName(Path.GetDirectoryName(file)!), File.ReadAllText(file));
foreach (var committees in new[] { 30, 60, 100 }) Measure($"made up, {committees} committees", Federation(committees));

static void Measure(string name, string yaml)
{
    var constitution = ConstitutionReader.Read(yaml).Constitution ?? throw new InvalidOperationException($"{name}: {ConstitutionReader.Read(yaml).Faults[0]}");
    var times = new List<double>();
    CheckResult? result = null;
    for (var n = 0; n < 13; n++)
    {
        var watch = Stopwatch.StartNew();
        result = Checker.Check(constitution);
        if (n >= 3) times.Add(watch.Elapsed.TotalMilliseconds);
    }
    times.Sort();
    var groups = CaptureModel.Of(constitution).System.Groups.Length;
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-32} {groups,4} groups {result!.Findings.Length,4} findings {times[times.Count / 2],8:0.0} ms (worst {times[^1]:0.0})"));
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
