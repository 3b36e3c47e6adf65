using System.Globalization;
using System.Text;

namespace Mandate.Server.Feeds;

/// <summary>A date to keep.</summary>
/// <param name="Id">The same again at every reading, so that a calendar updates it.</param>
public sealed record CalendarEntry(string Id, string Title, DateOnly First, DateOnly Last, string Address, string? Where = null, string? Note = null);

/// <summary>iCalendar (RFC 5545): days as all-day events, lines folded at 75 octets, text escaped.</summary>
public static class Calendar
{
    private const int Fold = 75;

    public static string Write(string name, IEnumerable<CalendarEntry> entries, DateTimeOffset made)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//Mandate//Calendar//EN");
        Line(text, "X-WR-CALNAME:" + Escaped(name));
        foreach (var entry in entries)
        {
            Line(text, "BEGIN:VEVENT");
            Line(text, "UID:" + Escaped(entry.Id));
            Line(text, "DTSTAMP:" + made.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
            Line(text, "DTSTART;VALUE=DATE:" + Day(entry.First));
            // The end is the first day that is no longer part of it.
            Line(text, "DTEND;VALUE=DATE:" + Day(entry.Last.AddDays(1)));
            Line(text, "SUMMARY:" + Escaped(entry.Title));
            if (entry.Where is { } where) Line(text, "LOCATION:" + Escaped(where));
            if (entry.Note is { } note) Line(text, "DESCRIPTION:" + Escaped(note));
            Line(text, "URL:" + entry.Address);
            Line(text, "TRANSP:TRANSPARENT");
            Line(text, "END:VEVENT");
        }
        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Escaped(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).ReplaceLineEndings("\\n");

    private static void Line(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > Fold)
            {
                text.Append("\r\n ");
                octets = 1;
            }
            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }
        text.Append("\r\n");
    }
}
