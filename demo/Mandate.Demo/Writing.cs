using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;

namespace Mandate.Demo;

/// <summary>Decisions in writing of a body, signed by as many as it takes.</summary>
internal static class Writing
{
    public static void InWriting(this IFloor floor, string id, string body, ImmutableArray<string> members, int signatures, Command act)
    {
        floor.Do(members[0], new ProposeAct(id, body, null, act));
        foreach (var member in members.Skip(1))
        {
            if (floor.State.Offices.Resolutions[id].Carried || --signatures <= 0) break;
            floor.Do(member, new SignAct(id, [.. act.Reads()]));
        }
    }

    /// <summary>The same for the council of a region, which speaks for its region.</summary>
    public static void InUnit(this IFloor floor, string id, string region, ImmutableArray<string> members, Command act)
    {
        floor.Do(members[0], new ProposeAct(id, "region.council", region, act));
        foreach (var member in members.Skip(1))
        {
            if (floor.State.Offices.Resolutions[id].Carried) break;
            floor.Do(member, new SignAct(id, [.. act.Reads()]));
        }
    }
}
