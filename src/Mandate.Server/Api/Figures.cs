using System.Globalization;
using System.Text.Json.Nodes;
using Mandate.Organisation.Facts;
using Mandate.Tally;

namespace Mandate.Server.Api;

/// <summary>Figures as JSON: a number where the source gives one, words where it gives words; what it does not give is not there.</summary>
internal static class Figures
{
    public static JsonNode? Of(Numbered n) =>
        n.Share is { } share ? JsonValue.Create(Of(share))
        : Of(n.Figure) ?? (n.Words is { } words ? JsonValue.Create(words) : null);

    public static JsonObject Of(Counted count)
    {
        var value = new JsonObject { ["unit"] = count.Unit.ToString().ToLowerInvariant() };
        if (count.Position is { } position) value["for"] = position;
        if (count.Body is { } body) value["body"] = body;
        foreach (var (name, figure) in new[] { ("yes", count.Yes), ("no", count.No), ("abstained", count.Abstained), ("cast", count.Cast), ("entitled", count.Entitled) })
            if (figure is not null && Of(figure) is { } said) value[name] = said;
        if (count.Share is { } share) value["share"] = Of(share);
        return value;
    }

    private static JsonNode? Of(Figure figure) =>
        figure.Exact is { } exact ? figure.About ? JsonValue.Create(string.Create(CultureInfo.InvariantCulture, $"about {exact}")) : JsonValue.Create(exact)
        : figure.Scale is { } scale ? JsonValue.Create(scale.ToString().ToLowerInvariant())
        : null;

    private static string Of(Fraction share) => string.Create(CultureInfo.InvariantCulture, $"{share.Numerator}/{share.Denominator}");
}
