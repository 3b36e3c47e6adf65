using Mandate.Constitutions;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Tendencies;

namespace Mandate.Organisation.Sessions;

/// <summary>
/// Time of its own that each tendency has on an item, where the rules of debate give it. It is for those who speak for the tendency by
/// name, counts against nothing else, and is not taken away by closing the debate.
/// </summary>
public static class PlatformTime
{
    /// <summary>What each has on one item; null where the rules of debate give nothing.</summary>
    public static TimeSpan? Each(Debate? rules) => rules?.PlatformTime is { } time ? Debates.Length(time) : null;

    public static TimeSpan Used(Session session, string item, string tendency, DateTimeOffset at) => Debates.Spoken(session, at, r => r.Item == item && r.Platform == tendency);

    public static TimeSpan Left(Session session, Debate? rules, string item, string tendency, DateTimeOffset at) =>
        Each(rules) is { } each && each - Used(session, item, tendency, at) is { Ticks: > 0 } left ? left : TimeSpan.Zero;

    /// <summary>The tendencies for which somebody may speak in a body: of which they are the speaker, or which have sent them there.</summary>
    public static IEnumerable<Tendency> Of(State state, string body, string person, DateTimeOffset at) => state.Tendencies.All.Values
        .Where(t => t.StandsOn(DateOnly.FromDateTime(at.UtcDateTime)) && (t.Speaker == person || t.SentTo(body).Contains(person, StringComparer.Ordinal))).OrderBy(t => t.Id, StringComparer.Ordinal);

    /// <summary>Null when somebody may ask for the floor on the time of that tendency.</summary>
    internal static Refusal? WhyNot(Sitting s, AskToSpeak c, string tendency)
    {
        if (s.Body.Debate is not { PlatformTime: { } clause } rules || Each(rules) is not { } each) return SessionsRefusals.NoPlatformTime(s.Body);
        if (!s.State.Tendencies.All.TryGetValue(tendency, out var known)) return ProtocolRefusals.Unknown("tendency", tendency);
        if (c.Side is not (SpeechSides.For or SpeechSides.Against)) return ProtocolRefusals.Malformed("side", string.Join(", ", SpeechSides.For, SpeechSides.Against), c.Side);
        if (!Of(s.State, s.Body.Id, s.By, s.At).Contains(known)) return SessionsRefusals.NotForPlatform(clause.Clause.Path, known.Name, s.By);
        return Used(s.Session, c.Item, tendency, s.At) >= each ? SessionsRefusals.PlatformTimeUsed(clause.Clause.Path, each) : null;
    }
}
