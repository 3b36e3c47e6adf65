using System.Globalization;
using System.Text.Json;
using Mandate.Constitutions.Rules;
using Mandate.Tests;

namespace Mandate.Constitutions.Tests;

/// <summary>Every case of <c>control/deadlines*.json</c>: sections <c>working_days_N</c> and <c>calendar_days_N</c>, with the holidays of the file.</summary>
[Trait("Category", "Conformance")]
public sealed class WorkingDaysConformanceTests
{
    private const string Working = "working_days_", Calendar = "calendar_days_";

    [Fact]
    public void Every_due_date_is_the_published_one()
    {
        var cases = 0;
        foreach (var file in Directory.GetFiles(ConformanceData.Folder("control"), "deadlines*.json").Order(StringComparer.Ordinal))
        {
            using var read = JsonDocument.Parse(File.ReadAllBytes(file));
            var holidays = read.RootElement.GetProperty("holidays").EnumerateArray().Select(Day).ToHashSet();
            foreach (var section in read.RootElement.EnumerateObject().Where(s => s.Value.ValueKind == JsonValueKind.Array))
                foreach (var one in section.Value.EnumerateArray().Where(c => c.ValueKind == JsonValueKind.Object))
                {
                    var received = Day(one.GetProperty("received"));
                    DateOnly? due = section.Name.StartsWith(Working, StringComparison.Ordinal) ? WorkingDays.After(received, Number(section.Name, Working), holidays)
                        : section.Name.StartsWith(Calendar, StringComparison.Ordinal) ? WorkingDays.Rolled(received.AddDays(Number(section.Name, Calendar)), holidays)
                        : null;
                    Assert.Equal(Day(one.GetProperty("due")), due);
                    cases++;
                }
        }
        Assert.SkipWhen(cases == 0, "no deadlines");
    }

    private static int Number(string section, string prefix) => int.Parse(section[prefix.Length..], CultureInfo.InvariantCulture);

    private static DateOnly Day(JsonElement text) => DateOnly.ParseExact(text.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
