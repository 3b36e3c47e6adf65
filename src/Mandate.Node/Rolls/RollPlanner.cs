using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using Mandate.Constitutions;
using Mandate.Node.Vaults;
using Mandate.Organisation;
using Mandate.Organisation.Founding;
using Mandate.Organisation.Roll;

namespace Mandate.Node.Rolls;

/// <summary>Reads a roll against an organisation and says what would become of every row. Writes nothing.</summary>
public sealed class RollPlanner
{
    private readonly State state;
    private readonly RollFile file;
    private readonly RollMapping mapping;
    private readonly DateOnly day;
    private readonly bool founding;
    private readonly ImmutableArray<string> languages;
    private readonly UnitTree units;
    private readonly Dictionary<string, int> columns = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, (string Person, ImmutableSortedDictionary<string, string> Fields)> byNumber = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> lineOfNumber = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> numberOfPerson = new(StringComparer.Ordinal);

    private RollPlanner(State state, Vault vault, Constitution rules, RollFile file, RollMapping mapping, DateOnly day)
    {
        this.state = state;
        this.file = file;
        this.mapping = mapping;
        this.day = day;
        founding = state.Founding.Stage == FoundingStage.Open;
        languages = [.. rules.Languages.Official];
        units = new(state.Roll, day);
        for (var i = 0; i < file.Headings.Length; i++) columns[file.Headings[i]] = i;
        foreach (var (person, fields) in vault.ReadAll())
            if (fields.TryGetValue("number", out var number)) byNumber[number] = (person, fields);
    }

    /// <summary>Unit kinds of a constitution, the outermost first: what a path of columns may name.</summary>
    public static ImmutableArray<string> Kinds(Constitution rules)
    {
        int Depth(string kind, int guard = 0) => guard < 20 && rules.Units.GetValueOrDefault(kind)?.Within is { } outer ? 1 + Depth(outer.Id, guard + 1) : 0;
        return [.. rules.Units.Keys.OrderBy(k => Depth(k)).ThenBy(k => k, StringComparer.Ordinal)];
    }

    /// <param name="mapping">Null to find the columns by their headings.</param>
    /// <exception cref="FormatException">The file or the mapping cannot be used; the message says where and why.</exception>
    public static RollPlan Plan(State state, Vault vault, RollFile file, RollMapping? mapping, DateTimeOffset now)
    {
        if (state.Founding.Stage == FoundingStage.Nothing) throw new FormatException("the organisation has no constitution yet; open its founding first");
        var rules = state.Statutes.At(now);
        mapping ??= RollMapping.Suggest(file.Headings, Kinds(rules));
        var planner = new RollPlanner(state, vault, rules, file, mapping, DateOnly.FromDateTime(now.UtcDateTime));
        planner.RequireColumns();
        var rows = file.Lines.Select(planner.Row).ToImmutableArray();
        return new(file, mapping, planner.founding, planner.units.Made, rows);
    }

    private void RequireColumns()
    {
        string?[] named = [mapping.Number, .. mapping.Name, .. mapping.Units.Select(u => u.Column), .. mapping.Address, mapping.Email, mapping.Since, mapping.Language, mapping.Status, mapping.Protected];
        var missing = named.OfType<string>().FirstOrDefault(c => !columns.ContainsKey(c));
        if (missing is not null) throw new FormatException($"the mapping names the column '{missing}', and line 1 has {string.Join(", ", file.Headings)}");
    }

    private RowPlan Row(RollLine line)
    {
        var number = Cell(line, mapping.Number);
        RowPlan Refused(string code, string text) => new(line.Line, number, RowFate.Refused, code, text);

        if (line.Fault is { } fault) return Refused("columns", fault);
        if (number.Length == 0) return Refused("no-number", $"has nothing under '{mapping.Number}', so it could not be known again");
        if (lineOfNumber.TryGetValue(number, out var earlier)) return Refused("duplicate", $"has the number of line {earlier}, which counts");
        lineOfNumber.Add(number, line.Line);
        var name = string.Join(' ', mapping.Name.Select(c => Cell(line, c)).Where(c => c.Length > 0));
        if (name.Length == 0) return Refused("no-name", $"has nothing under '{string.Join("', '", mapping.Name)}'");
        if (Status(line) is not { } status) return Refused("bad-status", $"'{Cell(line, mapping.Status)}' is no status that the mapping knows ({string.Join(", ", mapping.StatusWords.Keys.Where(k => k.Length > 0))})");
        if (!Since(line, out var since)) return Refused("bad-date", $"'{Cell(line, mapping.Since)}' is no date in a form that the mapping names ({string.Join(", ", mapping.DateForms)})");
        if (since > day) return Refused("future-date", $"is a member only from {since:yyyy-MM-dd}, which is to come");
        var language = Language(line);
        if (!languages.Contains(language, StringComparer.Ordinal)) return Refused("bad-language", $"'{language}' is none of the organisation's languages ({string.Join(", ", languages)})");
        var existing = byNumber.TryGetValue(number, out var known) ? state.Roll.Member(known.Person) : null;
        if (existing is null && status is MemberStatus.Deceased or MemberStatus.Left)
            return Refused(Name(status), status == MemberStatus.Deceased ? "has died, and is not entered" : "has left, and is not entered");
        var path = mapping.Units.Select(u => (u.Kind, Name: Cell(line, u.Column))).ToArray();
        if (Array.Find(path, u => u.Name.Length == 0) is { Kind: not null } gap) return Refused("no-unit", $"names no {gap.Kind}");
        if (units.Find(path, make: founding && existing is null) is not { } unit)
            return Refused("unknown-unit", $"the {path[^1].Kind} '{path[^1].Name}' does not exist; units are made by the body that the constitution names");
        var facts = new RowFacts(unit, since, language, status, Personal(line, number, name));
        return existing is null ? Enter(line, number, facts, known.Person) : Known(line, number, existing, facts, known.Fields, Refused);
    }

    private RowPlan Enter(RollLine line, string number, RowFacts facts, string? earlier)
    {
        var isProtected = facts.Personal.ContainsKey("protected");
        var (code, text) = facts.Status == MemberStatus.InArrears
            ? ("in-arrears", "is entered as in arrears: counted, and without a vote until paid")
            : isProtected ? ("protected", "is entered with a protected identity: address and e-mail are not kept") : ("new", founding ? "is entered" : "becomes an application, which the admission clause decides");
        return new(line.Line, number, RowFate.New, code, text)
        {
            // A number that the vault knows and the roll does not is of an import that was broken off: it goes on with the same person.
            Person = earlier ?? NewPerson(number),
            Facts = facts,
        };
    }

    private RowPlan Known(RollLine line, string number, Member member, RowFacts facts, ImmutableSortedDictionary<string, string> before, Func<string, string, RowPlan> refused)
    {
        if (facts.Unit != member.Unit) return refused("transfer", "names another unit than the roll; nobody is moved by an import, a transfer is an act of its own");
        var status = facts.Status != member.Status;
        var personal = !facts.Personal.SequenceEqual(before);
        if (status && (founding || facts.Status is MemberStatus.Left || !member.Counts))
            return refused("status", $"would change the status from {Name(member.Status)} to {Name(facts.Status)}, which {(founding ? "waits until the founding is closed" : "is not the register's to record")}");
        var (code, text) = (status, personal) switch
        {
            (true, _) => (Name(facts.Status), $"its status changes from {Name(member.Status)} to {Name(facts.Status)}"),
            (_, true) => ("personal", "its personal data in the vault change"),
            _ => ("unchanged", "says what is known"),
        };
        return new(line.Line, number, status || personal ? RowFate.Changed : RowFate.Unchanged, code, text) { Person = member.Id, Facts = facts };
    }

    private ImmutableSortedDictionary<string, string> Personal(RollLine line, string number, string name)
    {
        var fields = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        fields["number"] = number;
        fields["name"] = name;
        if (mapping.Protected is { } column && mapping.YesWords.Contains(Cell(line, column), StringComparer.OrdinalIgnoreCase))
        {
            // What is not kept cannot be given away by mistake.
            fields["protected"] = "yes";
            return fields.ToImmutable();
        }
        if (mapping.Email is { } email && Cell(line, email) is { Length: > 0 } mail) fields["email"] = mail;
        var address = string.Join("\n", mapping.Address.Select(c => Cell(line, c)).Where(c => c.Length > 0));
        if (address.Length > 0) fields["address"] = address;
        return fields.ToImmutable();
    }

    private MemberStatus? Status(RollLine line) => mapping.StatusWords.GetValueOrDefault(mapping.Status is { } column ? Cell(line, column) : "", "") switch
    {
        "active" => MemberStatus.Active,
        "in-arrears" => MemberStatus.InArrears,
        "left" => MemberStatus.Left,
        "deceased" => MemberStatus.Deceased,
        _ => mapping.Status is null ? MemberStatus.Active : null,
    };

    private bool Since(RollLine line, out DateOnly since)
    {
        since = day;
        var text = mapping.Since is { } column ? Cell(line, column) : "";
        return text.Length == 0 || DateOnly.TryParseExact(text, [.. mapping.DateForms], CultureInfo.InvariantCulture, DateTimeStyles.None, out since);
    }

    private string Language(RollLine line)
    {
        var text = mapping.Language is { } column ? Cell(line, column) : "";
        if (text.Length == 0) return mapping.DefaultLanguage ?? languages[0];
        // "nl", "nl_BE", "Dutch (Belgium)": the language, without the country.
        var plain = text.Split(['_', '-', '('], 2)[0].Trim().ToLowerInvariant();
        return RollWords.Languages.GetValueOrDefault(plain, plain);
    }

    private string Cell(RollLine line, string? column) => column is not null && columns[column] is var i && i < line.Cells.Length ? line.Cells[i] : "";

    private string NewPerson(string number)
    {
        string id;
        do
        {
            id = "m-" + RandomNumberGenerator.GetHexString(16, lowercase: true);
        }
        while (state.Roll.Members.ContainsKey(id) || !numberOfPerson.TryAdd(id, number));
        return id;
    }

    private static string Name(MemberStatus status) => Encodings.Kebab.Of(status.ToString());
}
