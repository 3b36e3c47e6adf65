using System.Collections.Immutable;

namespace Mandate.Constitutions.Reader;

/// <summary>
/// Reads a constitution from YAML. It never throws on bad input and never stops at the first mistake: the result is the
/// constitution, or every fault with its place and, where a slip is likely, what was probably meant.
/// </summary>
public static class ConstitutionReader
{
    public const string First = "0.1";
    public const string Second = "0.2";

    public static Reading Read(string yaml)
    {
        var faults = new List<Fault>();
        var warnings = new List<Fault>();
        var text = yaml.StartsWith('\uFEFF') ? yaml[1..] : yaml;
        var constitution = YamlTree.Read(text, faults) is { } datum ? Root(datum, faults, warnings) : null;
        return new(faults.Count == 0 ? constitution : null, Sorted(faults), Sorted(warnings)) { Notes = faults.Count == 0 && constitution is not null ? Unexecuted.In(constitution) : [] };
    }

    private static ImmutableArray<Fault> Sorted(List<Fault> faults) =>
        [.. faults.OrderBy(f => f.Clause.Line).ThenBy(f => f.Clause.Column).ThenBy(f => f.Message, StringComparer.Ordinal)];

    /// <summary>A constitution from amended data; null where they are none.</summary>
    internal static Constitution? Of(Datum data, Remembered before)
    {
        var faults = new List<Fault>();
        var constitution = Root(data, faults, [], before);
        return faults.Count == 0 ? constitution : null;
    }

    private static Constitution? Root(Datum datum, List<Fault> faults, List<Fault> warnings, Remembered? before = null)
    {
        if (datum is not Datum.Map root)
        {
            faults.Add(new(FaultKind.WrongValue, datum.Clause, "a constitution is a map that begins with mandate: \"0.2\""));
            return null;
        }
        var later = root["mandate"] is Datum.Text { Value: Second };
        var names = new Names(root);
        var calendar = root["calendar"] is { } off ? CalendarReader.Read(new(names, later, faults, warnings), off) : null;
        var scope = new Scope(names, later, faults, warnings, before is not null && names.Holds(before.Names) ? before : null, calendar);
        var fields = Fields.Of(scope, root)!;
        fields.Later("glossary", "encoding", "ledger", "calendar", "guards");
        fields.Raw("calendar");
        var format = fields.Need("mandate", Format);
        var id = fields.NeedText("id");
        var title = fields.Need("title", TextReader.Read);
        var languages = fields.Need("languages", MembershipReader.Languages);
        var assume = fields.Opt("assume", (s, d) => d as Datum.Map ?? Wrong(s, d));
        var tags = fields.List("tags", (s, d) => s.Name(d, RefKind.Class));
        var units = fields.Map("units", (s, n, d) => Named(s, n, d, MembershipReader.Unit));
        var electorates = fields.Need("electorates", (s, d) => NonEmpty(s, d, MembershipReader.Electorate));
        var bodies = fields.Need("bodies", (s, d) => NonEmpty(s, d, BodyReader.Read));
        var offices = fields.Map("offices", (s, n, d) => Named(s, n, d, TenureReader.Office));
        var incompatible = fields.List("incompatible", PowerReader.Incompatible);
        var caps = fields.List("caps", PowerReader.Cap);
        var powers = fields.NeedList("powers", PowerReader.Power);
        var rights = fields.Map("rights", RightReader.Read);
        var procedure = fields.Need("procedure", ProcedureReader.Read);
        var publication = fields.Need("publication", ProcedureReader.Publication);
        var restrictions = fields.List("restrictions", ProcedureReader.Restriction);
        var emergency = fields.Opt("emergency", EmergencyReader.Read);
        var amend = fields.Need("amend", EmergencyReader.Amend);
        var waivers = fields.List("waivers", EmergencyReader.Waiver);
        var glossary = fields.Map("glossary", (s, _, d) => TextReader.Read(s, d));
        var correction = fields.Opt("encoding", Correction);
        var ledger = fields.Opt("ledger", Ledger);
        var guards = fields.Opt("guards", GuardReader.Read);
        fields.Done();
        if (format is null || id is null || title is null || languages is null || electorates is null || bodies is null || procedure is null || publication is null || amend is null) return null;
        var constitution = new Constitution(id)
        {
            Clause = root.Clause, Format = format, Title = title, Languages = languages, Assume = assume,
            Tags = tags.Select(t => t.Id).ToImmutableSortedSet(StringComparer.Ordinal), Units = units, Electorates = electorates, Bodies = bodies, Offices = offices,
            Incompatible = incompatible, Caps = caps, Powers = powers, Rights = rights, Procedure = procedure, Publication = publication, Restrictions = restrictions,
            Emergency = emergency, Amend = amend, Waivers = waivers, Glossary = glossary, Correction = correction, Ledger = ledger, Calendar = calendar, Guards = guards, Source = root,
        };
        Coherence.Check(scope, constitution);
        return constitution;
    }

    private static string? Format(Scope scope, Datum datum)
    {
        if (datum is Datum.Text { Value: First or Second } text) return text.Value;
        scope.Fault(FaultKind.WrongValue, datum.Clause, datum is Datum.Number ? "the version of the format is a text: put it in quotes, mandate: \"0.2\"" : $"the format {Scope.Kind(datum)} is not known; known are \"0.1\" and \"0.2\"");
        return null;
    }

    private static Datum.Map? Wrong(Scope scope, Datum datum)
    {
        scope.Fault(FaultKind.WrongValue, datum.Clause, $"a map of figures is expected here, not {Scope.Kind(datum)}");
        return null;
    }

    private static ImmutableSortedDictionary<string, T>? NonEmpty<T>(Scope scope, Datum datum, Func<Scope, string, Datum, T?> read)
        where T : class
    {
        if (datum is Datum.Map { Entries.IsEmpty: true }) scope.Fault(FaultKind.MissingKey, datum.Clause, "at least one is needed here");
        return Fields.MapOf(scope, datum, (Scope s, string n, Datum d) => Named(s, n, d, read));
    }

    /// <summary>Declared names must be such that they can be referred to.</summary>
    private static T? Named<T>(Scope scope, string name, Datum datum, Func<Scope, string, Datum, T?> read)
        where T : class
    {
        if (!Scope.IsName(name)) scope.Fault(FaultKind.WrongValue, datum.Clause, $"'{name}' cannot be referred to: names are small letters, digits and _, parted by dots");
        return read(scope, name, datum);
    }

    private static Correction? Correction(Scope scope, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        var by = fields.Need("corrected_by", Scope.BodyName);
        var notice = fields.Opt("notice", PeriodGrammar.Read);
        fields.Done();
        return by is null ? null : new(by) { Clause = datum.Clause, Notice = notice };
    }

    private static LedgerClause? Ledger(Scope scope, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        var by = fields.Need("kept_by", Scope.BodyName);
        var notice = fields.Opt("notice", PeriodGrammar.Read);
        var waits = fields.Opt("key_waits", PeriodGrammar.Read);
        fields.Done();
        return by is null ? null : new(by) { Clause = datum.Clause, Notice = notice, KeyWaits = waits };
    }
}
