using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;

namespace Mandate.Server.Look.Forms;

/// <summary>What somebody typed into a form and what was wrong with it, so that the page comes back as it was left.</summary>
/// <param name="Values">Field name to text.</param>
/// <param name="Errors">Field name to what is wrong and what would be right, already worded, in the order of the page.</param>
public sealed record Filled(IReadOnlyDictionary<string, string> Values, IReadOnlyList<(string Field, string Message)> Errors)
{
    public static Filled Empty { get; } = new(FrozenDictionary<string, string>.Empty, []);

    public static Filled From(IFormCollection form, params (string Field, string Message)[] errors) =>
        new(form.Where(f => !f.Key.StartsWith("__", StringComparison.Ordinal)).ToDictionary(f => f.Key, f => f.Value.ToString(), StringComparer.Ordinal), errors);

    public string? Value(string field) => Values.GetValueOrDefault(field);

    public string? Error(string field) => Errors.FirstOrDefault(e => e.Field == field).Message;
}
