using Mandate.Constitutions;
using Mandate.Organisation.Sessions;
using Mandate.Server.Keeping;
using Mandate.Server.Wording;

namespace Mandate.Server.Sessions;

/// <summary>The channels of notices, as the constitution has them.</summary>
internal static class ServiceChannels
{
    /// <summary>Those that count; where the constitution names none, the usual ones.</summary>
    public static IReadOnlyList<string> Of(Visit visit, Body? body) =>
        body is not null && NoticeRules.ChannelsOf(visit.Version.Rules, body) is { IsEmpty: false } channels ? [.. channels.Select(c => c.Channel)] : ["email", "letter", "by_hand"];

    /// <summary>Our word for a channel, else the constitution's own made readable.</summary>
    public static string Name(Words words, string channel) => words.Has("channel." + channel) ? words["channel." + channel] : words.Place(channel);
}
