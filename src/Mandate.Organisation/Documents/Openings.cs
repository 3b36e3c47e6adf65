using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Roll;

namespace Mandate.Organisation.Documents;

/// <summary>Whether a sealed document may open, from its seal and from what the record shows.</summary>
public static class Openings
{
    /// <summary>Why it may open: <c>day</c>, <c>session</c>, <c>decision</c>, <c>silence</c>; null where it may not yet.</summary>
    public static string? Reason(State state, Document document, DateTimeOffset at)
    {
        if (document.Seal is not { Opens: var opens } seal) return null;
        if (DateOnly.FromDateTime(at.UtcDateTime) >= opens.On) return "day";
        if (opens.Session is { } body && state.Sessions.All.Values.Any(s => s.Body == body && s.OpenedAt is { } opened && opened > document.At && opened <= at)) return "session";
        if (seal.OrderedAt is not null) return "decision";
        if (opens.Silence is not null && (state.Roll.Member(document.Depositor)?.Status == MemberStatus.Deceased || at >= SilentFrom(document, seal))) return "silence";
        return null;
    }

    /// <summary>Whether it may be published already: its day has come, or for a sealed one its body has decided so.</summary>
    public static bool Published(Document document, DateOnly day) => document.Seal is { } seal ? seal.OrderedAt is not null || day >= document.Release : day >= document.Release;

    /// <summary>The earliest time that is known beforehand: its day, or the end of the silence that it allows.</summary>
    public static DateTimeOffset Earliest(Document document)
    {
        var (day, seal) = (Calendar.Start(document.Release), document.Seal!);
        return seal.Opens.Silence is not null && SilentFrom(document, seal) is var silent && silent < day ? silent : day;
    }

    private static DateTimeOffset SilentFrom(Document document, Seal seal) => (seal.LifeShown ?? document.At).AddDays(seal.Opens.Silence!.Value);
}
