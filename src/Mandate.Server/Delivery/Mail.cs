using System.Net;
using System.Net.Mail;
using System.Text;

namespace Mandate.Server.Delivery;

/// <param name="To">Address of the recipient.</param>
/// <param name="Sender">The organisation, as the name beside the sender's address.</param>
/// <param name="Language">Language of the text, for the header.</param>
/// <param name="Reference">Comes back in a bounce: which notice to whom.</param>
internal sealed record Message(string To, string Name, string Sender, string Subject, string Text, string Language, string Reference);

/// <summary>What became of one message.</summary>
internal enum Carried
{
    /// <summary>The mail server has it.</summary>
    Sent,

    /// <summary>It lies in the pickup folder; another program sends it.</summary>
    Written,

    /// <summary>The address is malformed, or the mail server refused it for this recipient.</summary>
    Refused,
}

/// <summary>Carries messages one after the other over one connection.</summary>
internal sealed class Mail : IDisposable
{
    private readonly MailOptions options;
    private readonly SmtpClient client;

    public Mail(MailOptions options)
    {
        this.options = options;
        client = options.PickupFolder is { } folder
            ? new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = Directory.CreateDirectory(folder).FullName }
            : new SmtpClient(options.Host, options.Port) { EnableSsl = options.Tls, Credentials = options.User is { } user ? new NetworkCredential(user, options.Password) : null, Timeout = 30_000 };
    }

    /// <exception cref="SmtpException">The mail server cannot be reached or refuses us; no recipient is to blame.</exception>
    public async Task<Carried> CarryAsync(Message message, CancellationToken cancel)
    {
        if (!MailAddress.TryCreate(message.To, message.Name, out var to)) return Carried.Refused;
        using var mail = new MailMessage(new MailAddress(options.From, message.Sender, Encoding.UTF8), to)
        {
            Subject = message.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = message.Text,
            BodyEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        mail.Headers.Add("Content-Language", message.Language);
        mail.Headers.Add("X-Mandate-Notice", message.Reference);
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        try
        {
            await client.SendMailAsync(mail, cancel);
            return options.PickupFolder is null ? Carried.Sent : Carried.Written;
        }
        catch (SmtpFailedRecipientException)
        {
            return Carried.Refused;
        }
    }

    public void Dispose() => client.Dispose();
}
