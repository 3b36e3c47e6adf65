using System.Globalization;
using System.Text.Json;

namespace Mandate.Simulation.Stress;

/// <summary>
/// What is assumed of the four actors: members (A), regions or a second class (B), opponents, and the apparatus. Shares are in [0,1].
/// Every figure is an assumption, none a measurement.
/// </summary>
public sealed record Scenario
{
    public string Name { get; init; } = "apparatus";

    /// <summary>b: members (A) who support the line of the apparatus of themselves.</summary>
    public double Support { get; init; } = 0.3;

    /// <summary>Added to the support in every second unit (B): regions that think otherwise, with the other sign.</summary>
    public double Regions { get; init; } = 0.05;

    /// <summary>ι: of the others, those whom a loyal officer turns who presides over, convenes or conducts an election.</summary>
    public double Steering { get; init; } = 0.5;

    /// <summary>Support lost each year to opponents who speak in public.</summary>
    public double Opposition { get; init; }

    /// <summary>Support lost each year besides.</summary>
    public double Fall { get; init; }

    /// <summary>Support that a shock moves, either way, in a period.</summary>
    public double Shock { get; init; } = 0.02;

    /// <summary>Members who vote.</summary>
    public double Turnout { get; init; } = 0.6;

    /// <summary>Length of a run in quarters of a year.</summary>
    public int Periods { get; init; } = 24;

    /// <summary>The scenarios that come with the program.</summary>
    public static IReadOnlyList<Scenario> BuiltIn { get; } =
    [
        new(),
        new() { Name = "minority", Support = 0.2, Steering = 0.8 },
        new() { Name = "majority", Support = 0.55, Regions = 0.02 },
        new() { Name = "1921-24", Support = 0.4, Steering = 0.5, Periods = 16, Shock = 0.03 },
        new() { Name = "public-opposition", Support = 0.45, Opposition = 0.05 },
    ];

    /// <summary>Reads a scenario from JSON, every key as above in camel case; what is not given stands as in <c>apparatus</c>.</summary>
    /// <exception cref="FormatException">What is wrong, where, and what would be right.</exception>
    public static Scenario Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind != JsonValueKind.Object) throw new FormatException("a scenario is an object: {\"support\": 0.3, \"steering\": 0.5}");
            var scenario = new Scenario { Name = "file" };
            foreach (var field in document.RootElement.EnumerateObject())
            {
                scenario = field.Name switch
                {
                    "name" => scenario with { Name = field.Value.GetString() ?? "file" },
                    "support" => scenario with { Support = Share(field) },
                    "regions" => scenario with { Regions = Share(field) },
                    "steering" => scenario with { Steering = Share(field) },
                    "opposition" => scenario with { Opposition = Share(field) },
                    "fall" => scenario with { Fall = Share(field) },
                    "shock" => scenario with { Shock = Share(field) },
                    "turnout" => scenario with { Turnout = Share(field) },
                    "periods" => scenario with { Periods = field.Value.TryGetInt32(out var n) && n is > 0 and <= 400 ? n : throw new FormatException($"periods: {field.Value} is not a whole number from 1 to 400") },
                    _ => throw new FormatException($"{field.Name}: there is no such key; known are name, support, regions, steering, opposition, fall, shock, turnout, periods"),
                };
            }
            return scenario;
        }
        catch (JsonException fault)
        {
            throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"line {fault.LineNumber + 1}, column {fault.BytePositionInLine + 1}: not JSON ({fault.Message.Split('.')[0]})"), fault);
        }
    }

    private static double Share(JsonProperty field) =>
        field.Value.ValueKind == JsonValueKind.Number && field.Value.GetDouble() is >= 0 and <= 1 and var share ? share : throw new FormatException($"{field.Name}: {field.Value} is not a share from 0 to 1");
}
