using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mandate.Node.Rolls;

/// <summary>A column that names a unit, and the unit kind of the constitution that it names. The outermost comes first.</summary>
public sealed record UnitColumn(string Column, string Kind);

/// <summary>
/// Which column of a roll holds what. Found from the headings where none is given; saved as JSON, so that the next import from the
/// same register needs no questions.
/// </summary>
/// <param name="Number">The register's own member number, by which a row is known again. Kept in the vault only.</param>
/// <param name="Name">One column, or several that are joined by a space.</param>
public sealed record RollMapping(string Number, ImmutableArray<string> Name, ImmutableArray<UnitColumn> Units)
{
    public ImmutableArray<string> Address { get; init; } = [];

    public string? Email { get; init; }

    /// <summary>First day of membership.</summary>
    public string? Since { get; init; }

    public string? Language { get; init; }

    public string? Status { get; init; }

    /// <summary>Protected identity: any of <see cref="YesWords"/>.</summary>
    public string? Protected { get; init; }

    /// <summary>Language of rows that name none; null for the constitution's first.</summary>
    public string? DefaultLanguage { get; init; }

    /// <summary>What the register's words for a member's status mean: <c>active</c>, <c>in-arrears</c>, <c>left</c>, <c>deceased</c>.</summary>
    public ImmutableSortedDictionary<string, string> StatusWords { get; init; } = RollWords.Statuses;

    public ImmutableArray<string> YesWords { get; init; } = RollWords.Yes;

    /// <summary>Forms of dates that are read, in .NET's notation.</summary>
    public ImmutableArray<string> DateForms { get; init; } = ["yyyy-MM-dd", "yyyyMMdd", "d/M/yyyy", "d.M.yyyy", "d-M-yyyy"];

    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    /// <exception cref="FormatException">Not a mapping; the message says where.</exception>
    public static RollMapping FromJson(string json)
    {
        try
        {
            var mapping = JsonSerializer.Deserialize<RollMapping>(json, Options) ?? throw new FormatException("the mapping is empty");
            // Words are compared without regard to case, whatever the file's order was.
            return mapping with { StatusWords = mapping.StatusWords.ToImmutableSortedDictionary(StringComparer.OrdinalIgnoreCase) };
        }
        catch (JsonException e)
        {
            throw new FormatException($"line {e.LineNumber + 1}{(e.Path is null or "$" ? "" : $", {e.Path}")}: {e.Message}", e);
        }
    }

    /// <summary>The mapping that the headings suggest.</summary>
    /// <param name="kinds">Unit kinds of the constitution, the outermost first.</param>
    /// <exception cref="FormatException">Number, name or a unit cannot be found; the message says which headings there are.</exception>
    public static RollMapping Suggest(IReadOnlyList<string> headings, IReadOnlyList<string> kinds)
    {
        string? Find(string what) => RollWords.Headings[what].Select(word => headings.FirstOrDefault(h => RollWords.Same(h, word))).OfType<string>().FirstOrDefault();
        ImmutableArray<string> All(params string[] whats) => [.. whats.Select(Find).OfType<string>().Distinct(StringComparer.Ordinal)];

        var name = All("name") is { IsEmpty: false } whole ? whole : All("first", "last");
        var units = kinds.Select(k => (Kind: k, Column: headings.FirstOrDefault(h => RollWords.Same(h, k)) ?? (RollWords.Headings.ContainsKey(k) ? Find(k) : null)))
            .Where(u => u.Column is not null).Select(u => new UnitColumn(u.Column!, u.Kind)).ToImmutableArray();
        if (units.IsEmpty && kinds.Count > 0 && Find("group") is { } group) units = [new(group, kinds[^1])];
        var missing = new List<string>();
        if (Find("number") is null) missing.Add("the member's number");
        if (name.IsEmpty) missing.Add("the name");
        if (units.IsEmpty) missing.Add($"the unit ({string.Join(", ", kinds)})");
        if (missing.Count > 0) throw new FormatException($"line 1: no heading was found for {string.Join(", ", missing)}; the headings are {string.Join(", ", headings)}. A mapping says which column holds what.");
        return new(Find("number")!, name, units)
        {
            Address = All("street", "postcode", "town"),
            Email = Find("email"),
            Since = Find("since"),
            Language = Find("language"),
            Status = Find("status"),
            Protected = Find("protected"),
        };
    }
}
