using Mandate.Organisation.Founding;
using Mandate.Server.Delivery;
using Mandate.Server.Keeping;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Mandate.Server.Home;

public static class HomeEndpoints
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("", IResult (Visit visit) => visit.State.Founding.Stage == FoundingStage.Open
        // Until it is founded there is one thing to do in it.
        ? Results.Redirect(visit.Address + "/founding")
        : History.Chronicle.Is(visit.State) ? Results.Redirect(visit.Address + "/history")
        : new Page<HomePage> { NamesMembers = visit.Person is not null, Version = visit.Version() });

    /// <summary>What a page that shows the state follows from.</summary>
    public static string Version(this Visit visit) => $"{visit.Kept.Slug}/{visit.State.Size}/{visit.Here.Today:yyyyMMdd}";
}
