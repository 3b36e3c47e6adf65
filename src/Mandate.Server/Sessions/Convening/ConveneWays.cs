using Mandate.Organisation.Sessions;
using Mandate.Server.Acting;
using Mandate.Server.Keeping;
using Mandate.Server.Wording;

namespace Mandate.Server.Sessions.Convening;

/// <summary>A meeting that somebody could convene: alone, by proposing it in writing to the body they sit on, or not yet and why.</summary>
/// <param name="Demand">The demand that it answers; null for a meeting nobody demanded.</param>
/// <param name="InWriting">They propose it; it is convened when more than half of the seats have signed.</param>
/// <param name="WhyNot">The rules' reason; null where it is open.</param>
public sealed record ConveneWay(string Body, string? Unit, Demand? Demand, bool InWriting, RefusalWords? WhyNot)
{
    public static IReadOnlyList<ConveneWay> Of(Visit visit) => [.. visit.Offers("sessions").Select(o => (o, c: o.Prototype as ConveneSession)).Where(o => o.c is not null).Select(o => new ConveneWay(
        o.c!.Body, o.c.Unit, o.c.Demand is { } id ? visit.State.Sessions.Demands.GetValueOrDefault(id) : null,
        Act.IsProposal(o.o.WhyNot), o.o.WhyNot is { } why && !Act.IsProposal(why) ? visit.Say(why) : null))];

    private static ActDefinition Act => Acts.Find("sessions.convene")!;

    public bool IsOpen => WhyNot is null;

    /// <summary>The page on which the day is chosen.</summary>
    public string Address(Visit visit) => Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(visit.Address + "/sessions/convene",
        new Dictionary<string, string?>(StringComparer.Ordinal) { ["body"] = Body, ["unit"] = Unit, ["demand"] = Demand?.Id }.Where(p => p.Value is not null)!);
}
