using System.Net;
using Microsoft.AspNetCore.Http;

namespace Mandate.Server.Founding;

/// <summary>From where an organisation may be founded.</summary>
public enum FoundingFrom
{
    /// <summary>Only on the machine that the server runs on: nobody else can fill its disk.</summary>
    ThisMachine,

    /// <summary>By everybody who reaches the server.</summary>
    Anywhere,

    /// <summary>Not in pages; the command line still can.</summary>
    Nowhere,
}

/// <summary>Who may found an organisation in the pages of this server.</summary>
public sealed record FoundingAccess(FoundingFrom From)
{
    public bool Allows(HttpContext http) => From switch
    {
        FoundingFrom.Anywhere => true,
        FoundingFrom.ThisMachine => http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
            // Behind a proxy everybody seems to sit at this machine.
            && !http.Request.Headers.ContainsKey("X-Forwarded-For") && !http.Request.Headers.ContainsKey("Forwarded"),
        _ => false,
    };
}
