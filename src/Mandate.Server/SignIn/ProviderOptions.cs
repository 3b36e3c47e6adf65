namespace Mandate.Server.SignIn;

/// <summary>
/// A sign-in service that an organisation has already (OpenID Connect Core 1.0). Whoever runs it can sign in as any member whom it knows,
/// as whoever runs this server can: the operator's guide says so.
/// </summary>
/// <param name="Organisation">The name of the organisation in addresses.</param>
/// <param name="Authority">The issuer; its settings are read from <c>/.well-known/openid-configuration</c> below it.</param>
/// <param name="Client">What the service knows this server by.</param>
/// <param name="Secret">What the service gave this server to prove itself with; null for a public client.</param>
/// <param name="Claim">What of the service's answer names the member: <c>email</c> (which the service must have verified), or a claim with the member's number.</param>
public sealed record ProviderOptions(string Organisation, Uri Authority, string Client, string? Secret, string Claim)
{
    /// <summary>
    /// From <c>MANDATE_LOGIN_AUTHORITY</c>, <c>_ORGANISATION</c>, <c>_CLIENT</c>, <c>_SECRET_FILE</c> and <c>_CLAIM</c>; null where no authority is named.
    /// </summary>
    /// <param name="read">Reads a file.</param>
    /// <exception cref="FormatException">A variable is missing or cannot be read; says which and what would be right.</exception>
    public static ProviderOptions? FromEnvironment(Func<string, string?> variable, Func<string, string> read)
    {
        string? Text(string name) => variable("MANDATE_LOGIN_" + name) is { Length: > 0 } text ? text : null;
        string Needed(string name, string example) => Text(name) ?? throw new FormatException($"MANDATE_LOGIN_{name}: needs {example}, beside MANDATE_LOGIN_AUTHORITY");
        if (Text("AUTHORITY") is not { } authority) return null;
        if (!Uri.TryCreate(authority.TrimEnd('/'), UriKind.Absolute, out var address) || !(address.Scheme == "https" || (address.Scheme == "http" && address.IsLoopback)) || address.Query.Length > 0)
            throw new FormatException($"MANDATE_LOGIN_AUTHORITY: needs the https address of the sign-in service, such as https://login.union.example, not '{authority}'");
        try
        {
            return new(Needed("ORGANISATION", "the organisation's name in addresses"), address, Needed("CLIENT", "the name that the service gave this server"),
                Text("SECRET_FILE") is { } file ? read(file).Trim() : null, Text("CLAIM") ?? "email");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FormatException($"MANDATE_LOGIN_SECRET_FILE: needs a file that this server may read: {e.Message}", e);
        }
    }
}
