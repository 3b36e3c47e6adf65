using Mandate.Organisation.Acts;
using Mandate.Organisation.Federation;

namespace Mandate.Organisation.Press;

/// <summary>
/// Who can write to all members at once without anybody's leave: the speaker of a tendency, and whoever sits on a committee of defence (requirement S206).
/// </summary>
public static class Senders
{
    /// <summary>Whether that person sends for the tendency or committee of that id.</summary>
    public static bool Sends(State state, string? person, string sender, DateTimeOffset at) => person is not null && (
        state.Tendencies.All.TryGetValue(sender, out var tendency) ? tendency.Speaker == person
        : state.Federation.Committees.GetValueOrDefault(sender) is { Purpose: CommitteePurpose.Defence } committee && Committees.Sitting(state, committee, at).Contains(person, StringComparer.Ordinal));

    /// <summary>What it is called; its id where there is none of that id.</summary>
    public static string NameOf(State state, string sender) => state.Tendencies.All.GetValueOrDefault(sender)?.Name ?? state.Federation.Committees.GetValueOrDefault(sender)?.Name ?? sender;

    internal static Refusal? WhyNot(State state, Act act, string sender, string clause)
    {
        var tendency = state.Tendencies.All.GetValueOrDefault(sender);
        if (tendency is null && state.Federation.Committees.GetValueOrDefault(sender) is not { Purpose: CommitteePurpose.Defence }) return ProtocolRefusals.Unknown("tendency", sender);
        if (!Sends(state, act.By, sender, act.At)) return ProtocolRefusals.NotYours(clause, "speaker", act.By);
        return tendency is null || tendency.StandsOn(act.Day) ? null : ProtocolRefusals.WrongStage("tendency", sender, tendency.Needed, tendency.Members.Count);
    }
}
