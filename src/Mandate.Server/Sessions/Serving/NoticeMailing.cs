using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net.Mail;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Press;
using Mandate.Organisation.Sessions;
using Mandate.Server.Delivery;
using Mandate.Server.Keeping;
using Microsoft.Extensions.Hosting;

namespace Mandate.Server.Sessions.Serving;

/// <summary>A mailing of notices or of a tendency, and how far it has got.</summary>
/// <param name="Sent">Handed to the mail server, or written as a file.</param>
/// <param name="Refused">The mail server would not take them for that address.</param>
/// <param name="Files">They lie in a pickup folder and are not on record as sent yet.</param>
/// <param name="Fault">Why it stopped before its end; null while it goes well.</param>
internal sealed record Mailing(int Of, int Sent, int Refused, bool Files, bool Done, string? Fault)
{
    public string? Folder { get; init; }
}

/// <summary>
/// Sends notices, and the mailings of tendencies, behind the pages: one of a kind at a time. Each batch goes on record when it is out, so that a crash
/// leaves at most one batch that is sent and not recorded: those get a second copy, nobody is recorded who got none.
/// </summary>
internal sealed class NoticeMailing(WebHostOptions options) : IHostedService, IDisposable
{
    private const int Batch = 100;

    private readonly ConcurrentDictionary<(string Slug, string Session), Mailing> mailings = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentBag<Task> running = [];

    public MailOptions? Options => options.Mail;

    public Mailing? Find(string slug, string session) => mailings.GetValueOrDefault((slug, session));

    /// <summary>Starts a mailing; false where one is running already.</summary>
    /// <param name="messages">Person and message, in order; made before, because the page's visit ends with its request.</param>
    /// <param name="what">The session, or the mailing of a tendency.</param>
    /// <param name="record">Writes one batch of one language down: whose letters the mail server took, and whose it refused.</param>
    public bool Start(IKept kept, string what, IReadOnlyList<(string Person, Message Message)> messages, Func<string, ImmutableArray<string>, ImmutableArray<string>, Task> record)
    {
        var key = (kept.Slug, what);
        var begun = new Mailing(messages.Count, 0, 0, options.Mail!.PickupFolder is not null, messages.Count == 0, null) { Folder = options.Mail.PickupFolder };
        if (mailings.TryGetValue(key, out var now) && !now.Done) return false;
        mailings[key] = begun;
        running.Add(Task.Run(() => RunAsync(key, messages, record, begun)));
        return true;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The batch that is out is recorded before the server stops.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        await Task.WhenAll(running);
    }

    public void Dispose() => stopping.Dispose();

    private async Task RunAsync((string Slug, string What) key, IReadOnlyList<(string Person, Message Message)> messages, Func<string, ImmutableArray<string>, ImmutableArray<string>, Task> record, Mailing mailing)
    {
        try
        {
            using var mail = new Mail(options.Mail!);
            foreach (var batch in messages.GroupBy(m => m.Message.Language, StringComparer.Ordinal).SelectMany(g => g.Chunk(Batch)))
            {
                stopping.Token.ThrowIfCancellationRequested();
                var (sent, refused) = (ImmutableArray.CreateBuilder<string>(), ImmutableArray.CreateBuilder<string>());
                try
                {
                    foreach (var (person, message) in batch)
                    {
                        (await mail.CarryAsync(message, stopping.Token) == Carried.Refused ? refused : sent).Add(person);
                        mailings[key] = mailing with { Sent = mailing.Sent + sent.Count, Refused = mailing.Refused + refused.Count };
                    }
                }
                finally
                {
                    mailing = mailing with { Sent = mailing.Sent + sent.Count, Refused = mailing.Refused + refused.Count };
                    // A file is not a sending: those are recorded by whoever sends them.
                    if (!mailing.Files) await record(batch[0].Message.Language, sent.ToImmutable(), refused.ToImmutable());
                }
            }
            mailings[key] = mailing with { Done = true };
        }
        catch (Exception e) when (e is SmtpException or IOException or UnauthorizedAccessException or OperationCanceledException or InvalidOperationException)
        {
            mailings[key] = mailing with { Done = true, Fault = e.InnerException?.Message ?? e.Message };
        }
    }

    /// <summary>An address that the mail server refused counts as an attempt that bounced at once.</summary>
    public static async Task RecordAsync(IKept kept, string session, string by, DateOnly day, string language, ImmutableArray<string> sent, ImmutableArray<string> refused)
    {
        await PutAsync(sent.AddRange(refused), ServiceOutcome.Sent);
        await PutAsync(refused, ServiceOutcome.Bounced);

        async Task PutAsync(ImmutableArray<string> persons, ServiceOutcome outcome)
        {
            if (!persons.IsEmpty) await WriteAsync(kept, by, new RecordService(session, persons, outcome, "email", day, language));
        }
    }

    /// <summary>The same for a tendency's mailing: figures only, for nobody's address is the tendency's business.</summary>
    public static Task RecordAsync(IKept kept, string mailing, string by, int sent, int refused) => sent + refused == 0 ? Task.CompletedTask : WriteAsync(kept, by, new RecordMailing(mailing, sent, refused));

    /// <summary>The same for dissent that goes to all members.</summary>
    public static Task RecordAsync(IKept kept, string vote, string statement, string by, int sent, int refused) => sent + refused == 0 ? Task.CompletedTask : WriteAsync(kept, by, new Mandate.Organisation.Votes.RecordDissentSent(vote, statement, sent, refused));

    private static async Task WriteAsync(IKept kept, string by, Command command)
    {
        var answer = await kept.PutAsync(by, command, Guid.CreateVersion7().ToString("N"));
        if (answer is not Put.Done) throw new InvalidOperationException($"the record did not take it: {(answer as Put.Refused)?.Refusal.Code ?? (answer as Put.Unknown)?.Reason}");
    }
}
