using System.Collections.Concurrent;
using System.Net.Mail;
using System.Threading.Channels;
using Mandate.Server.Delivery;
using Mandate.Server.Keeping;
using Mandate.Server.Wording;
using Microsoft.Extensions.Hosting;

namespace Mandate.Server.SignIn;

/// <summary>Looks up who has an address and sends each of them a link, behind the pages, one request after the other.</summary>
public sealed class SignInMail(WebHostOptions options, CardStores stores, MemberFinder finder, TimeProvider clock) : BackgroundService
{
    /// <summary>Links to one address in an hour, and requests that wait.</summary>
    private const int MostAnHour = 5, MostWaiting = 1000;

    private readonly Channel<Request> waiting = Channel.CreateBounded<Request>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly ConcurrentDictionary<string, (int Count, DateTimeOffset Since)> sent = new(StringComparer.OrdinalIgnoreCase);

    private sealed record Request(IKept Kept, string Address, byte[] Browser, Language Language);

    /// <summary>
    /// Links are sent where mail leaves the server, the server was told its address (a forged host would lead to somebody else's) and decisions are
    /// real: the people of a rehearsal have no mailbox.
    /// </summary>
    public bool IsOpenFor(IKept kept) => options is { Mail: not null, Site: not null } && kept.SignInFile is not null && !kept.State.Founding.Rehearsal;

    public void Ask(IKept kept, string address, byte[] browser, Language language) => waiting.Writer.TryWrite(new(kept, address, browser, language));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var request in waiting.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await AnswerAsync(request, stoppingToken);
            }
            catch (Exception e) when (e is SmtpException or IOException or InvalidOperationException)
            {
                // The mail server cannot be reached: whoever asked reads on the page what to do when nothing comes.
            }
        }
    }

    private async Task AnswerAsync(Request request, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var (count, since) = sent.AddOrUpdate(request.Address, (1, now), (_, s) => s.Since.AddHours(1) < now ? (1, now) : (s.Count + 1, s.Since));
        if (count > MostAnHour && since.AddHours(1) > now || stores.Of(request.Kept) is not { } cards) return;
        var words = new Words(request.Language);
        var version = request.Kept.State.Statutes.VersionAt(request.Kept.Now);
        var organisation = version?.Rules.Title.In(words.Language.Code) ?? request.Kept.Slug;
        using var mail = new Mail(options.Mail!);
        foreach (var person in finder.Find(request.Kept, "email", request.Address))
        {
            if (request.Kept.Personal(person) is not { } personal) continue;
            var link = MailLinkEndpoints.Address(options.Site!, request.Kept.Slug, cards.IssueLink(person, request.Browser, now));
            var name = personal.GetValueOrDefault("name") ?? "";
            await mail.CarryAsync(new(personal["email"], name, organisation, words.Say("mail-link.subject", ("organisation", organisation)),
                words.Say("mail-link.text", ("name", name), ("organisation", organisation), ("link", link), ("minutes", (long)CardStore.LinkLasts.TotalMinutes)), words.Language.Code, "sign-in"), cancel);
        }
    }
}
