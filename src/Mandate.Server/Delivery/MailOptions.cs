using System.Globalization;

namespace Mandate.Server.Delivery;

/// <summary>
/// How e-mail leaves this server: through an SMTP server, or as <c>.eml</c> files in a folder that another program picks up. Where
/// neither is set, the pages offer letters only.
/// </summary>
/// <param name="From">The address that messages come from; bounces go there.</param>
public sealed record MailOptions(string From)
{
    /// <summary>Name of the SMTP server; null where messages are written into <see cref="PickupFolder"/>.</summary>
    public string? Host { get; init; }

    public int Port { get; init; } = 587;

    /// <summary>STARTTLS. Off only for a server on the same machine.</summary>
    public bool Tls { get; init; } = true;

    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>Absolute path of a folder for <c>.eml</c> files (RFC 5322), one per message.</summary>
    public string? PickupFolder { get; init; }

    /// <summary>
    /// From the environment: <c>MANDATE_MAIL_FROM</c> with <c>MANDATE_SMTP_HOST</c> (<c>_PORT</c>, <c>_USER</c>, <c>_PASSWORD</c>,
    /// <c>_TLS=off</c>) or <c>MANDATE_MAIL_PICKUP</c>. Null where no sender is named.
    /// </summary>
    /// <exception cref="FormatException">A variable is missing or cannot be read; says which and what would be right.</exception>
    public static MailOptions? FromEnvironment(Func<string, string?> variable)
    {
        string? Text(string name) => variable(name) is { Length: > 0 } text ? text : null;
        var (from, host, pickup) = (Text("MANDATE_MAIL_FROM"), Text("MANDATE_SMTP_HOST"), Text("MANDATE_MAIL_PICKUP"));
        if (from is null && host is null && pickup is null) return null;
        if (from is null) throw new FormatException("MANDATE_MAIL_FROM: needs the address that messages come from, such as notices@example.org");
        if (!System.Net.Mail.MailAddress.TryCreate(from, out _)) throw new FormatException($"MANDATE_MAIL_FROM: '{from}' is no e-mail address");
        if ((host is null) == (pickup is null)) throw new FormatException("set either MANDATE_SMTP_HOST or MANDATE_MAIL_PICKUP, one of them");
        if (pickup is not null && !Path.IsPathFullyQualified(pickup)) throw new FormatException($"MANDATE_MAIL_PICKUP: needs the full path of a folder, not '{pickup}'");
        var port = 587;
        if (Text("MANDATE_SMTP_PORT") is { } text && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) || port is < 1 or > 65535))
            throw new FormatException($"MANDATE_SMTP_PORT: needs a number from 1 to 65535, not '{text}'");
        return new(from) { Host = host, Port = port, Tls = Text("MANDATE_SMTP_TLS") != "off", User = Text("MANDATE_SMTP_USER"), Password = Text("MANDATE_SMTP_PASSWORD"), PickupFolder = pickup };
    }
}
