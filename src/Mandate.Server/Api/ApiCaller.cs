using Mandate.Server.Keeping;
using Mandate.Server.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Mandate.Server.Api;

/// <summary>Whom a program acts for: the holder of the card whose code it sends, or in a rehearsal whom it names.</summary>
public sealed record ApiCaller(string? Person, DateTimeOffset? Locked = null)
{
    private const string Scheme = "Card ";

    /// <summary>Null where a code was sent that is not good; somebody without a person where none was sent.</summary>
    public static ApiCaller? Of(HttpContext http, IKept kept)
    {
        var header = http.Request.Headers.Authorization.ToString();
        if (header.Length == 0) return new(History.Chronicle.IsPlayable(kept.State) && http.Request.Query["as"].ToString() is { Length: > 0 } person ? person : null);
        var parts = http.RequestServices;
        var (limits, clock) = (parts.GetRequiredService<SignInLimits>(), parts.GetRequiredService<TimeProvider>());
        var from = http.Connection.RemoteIpAddress;
        if (limits.LockedUntil(from) is { } until) return new(null, until);
        if (header.StartsWith(Scheme, StringComparison.Ordinal) && CardCode.Parse(header[Scheme.Length..]) is { } code && parts.GetRequiredService<CardStores>().Of(kept) is { } cards)
            switch (cards.Show(code, clock.GetUtcNow()))
            {
                case Shown.Accepted accepted: return new(accepted.Person);
                case Shown.Locked locked: return new(null, locked.Until);
            }
        limits.Wrong(from);
        return null;
    }
}
