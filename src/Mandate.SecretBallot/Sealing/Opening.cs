using Mandate.SecretBallot.Formats;

namespace Mandate.SecretBallot.Sealing;

/// <summary>When a sealed document opens: on its day at the latest, earlier where one of the other things happens first.</summary>
/// <param name="On">The day, <c>2027-03-01</c>. Every document has one, so that nothing stays closed for ever because nothing happened.</param>
/// <param name="Session">A body: when a session of it opens; null where none is named.</param>
/// <param name="Decision">A body: when it decides that the document is to be opened; null where none is named.</param>
/// <param name="Silence">When so many days have passed without a sign of life of who sealed it, or they have died; null where not.</param>
public sealed record Opening(DateOnly On, string? Session = null, string? Decision = null, int? Silence = null)
{
    /// <summary>Longest silence in days: ten years.</summary>
    public const int LongestSilence = 3660;

    internal static Opening Read(RecordReader r)
    {
        r.Expect("{\"on\":");
        var text = r.Plain();
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var on)) throw r.Fault($"a day as 2027-03-01 is expected, not {text}");
        var session = r.Take(",\"session\":") ? r.Text() : null;
        var decision = r.Take(",\"decision\":") ? r.Text() : null;
        int? silence = r.Take(",\"silence\":") ? r.Int32(1, LongestSilence) : null;
        r.Expect("}");
        return new(on, session, decision, silence);
    }

    internal void Write(RecordWriter w)
    {
        w.Raw("{\"on\":").Quoted(On.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        if (Session is not null) w.Raw(",\"session\":").Text(Session);
        if (Decision is not null) w.Raw(",\"decision\":").Text(Decision);
        if (Silence is { } days) w.Raw(",\"silence\":").Number(days);
        w.Raw("}");
    }
}
