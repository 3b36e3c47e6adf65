using Mandate.Server.Delivery;
using Mandate.Server.Keeping;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Mandate.Server.Trust;

/// <summary>A member's device keys, the notices that the keeper of the register gives of them, and the witnesses of the record.</summary>
public static class KeysEndpoints
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/keys", (Visit visit) => new Page<KeysPage> { NamesMembers = true });
}
