using System.Globalization;
using System.Text.Json;
using Mandate.Constitutions.Rules;
using Mandate.Tests;

namespace Mandate.Constitutions.Tests;

/// <summary>
/// Every case of <c>control/deadlines*.json</c>: sections <c>working_days_N</c> and <c>calendar_days_N</c>, with the holidays of the file. The
/// period and the holidays are written into a constitution, which is read: what decides in an organisation gives the published days.
/// </summary>
[Trait("Category", "Conformance")]
public sealed class WorkingDaysConformanceTests
{
    private const string Working = "working_days_", Days = "calendar_days_";

    [Fact]
    public void Every_due_date_is_the_published_one()
    {
        var cases = 0;
        foreach (var file in Directory.GetFiles(ConformanceData.Folder("control"), "deadlines*.json").Order(StringComparer.Ordinal))
        {
            using var read = JsonDocument.Parse(File.ReadAllBytes(file));
            var holidays = string.Join(", ", read.RootElement.GetProperty("holidays").EnumerateArray().Select(h => $"\"{h.GetString()}\""));
            foreach (var section in read.RootElement.EnumerateObject().Where(s => s.Value.ValueKind == JsonValueKind.Array))
                foreach (var one in section.Value.EnumerateArray().Where(c => c.ValueKind == JsonValueKind.Object))
                {
                    var period = section.Name.StartsWith(Working, StringComparison.Ordinal) ? section.Name[Working.Length..] + " working days"
                        : section.Name.StartsWith(Days, StringComparison.Ordinal) ? section.Name[Days.Length..] + " days"
                        : throw new InvalidDataException($"{file}: {section.Name} is neither {Working}N nor {Days}N");
                    Assert.Equal(Day(one.GetProperty("due")), Periods.Due(Day(one.GetProperty("received")), Within(period, holidays)));
                    cases++;
                }
        }
        Assert.SkipWhen(cases == 0, "no deadlines");
    }

    private static Period Within(string period, string holidays) => Rules.Parse.Read(
        Examples.Association.Replace("mandate: \"0.1\"", "mandate: \"0.2\"", StringComparison.Ordinal).Replace("within: 30 days", "within: " + period, StringComparison.Ordinal)
        + $"\ncalendar: {{holidays: [{holidays}], deadlines: next_working_day}}\n").Bodies["meeting"].Convene!.Within!;

    private static DateOnly Day(JsonElement text) => DateOnly.ParseExact(text.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
