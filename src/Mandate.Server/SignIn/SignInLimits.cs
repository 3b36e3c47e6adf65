using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Mandate.Server.SignIn;

/// <summary>
/// How many wrong codes one network address may show. A hall full of delegates may share one, so it is more than one person needs; a
/// single card is locked sooner (<see cref="CardStore.Tries"/>).
/// </summary>
public sealed class SignInLimits(TimeProvider clock)
{
    public const int Tries = 60;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<string, (int Wrong, DateTimeOffset Since)> addresses = new(StringComparer.Ordinal);

    /// <summary>Until when that address is not listened to; null where it is.</summary>
    public DateTimeOffset? LockedUntil(IPAddress? address) =>
        addresses.TryGetValue(Key(address), out var seen) && seen.Wrong >= Tries && seen.Since + Window is var until && until > clock.GetUtcNow() ? until : null;

    public void Wrong(IPAddress? address)
    {
        var now = clock.GetUtcNow();
        // A server that runs for months meets many addresses.
        if (addresses.Count > 10_000)
            foreach (var (key, seen) in addresses)
                if (seen.Since + Window < now) addresses.TryRemove(key, out _);
        addresses.AddOrUpdate(Key(address), (1, now), (_, seen) => seen.Since + Window < now ? (1, now) : (seen.Wrong + 1, seen.Since));
    }

    /// <summary>One household or hall has a whole /64 of IPv6.</summary>
    private static string Key(IPAddress? address)
    {
        if (address is null) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }
}
