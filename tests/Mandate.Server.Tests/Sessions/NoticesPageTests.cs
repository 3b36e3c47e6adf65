using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Mandate.Organisation.Sessions;
using Mandate.Server.Delivery;

namespace Mandate.Server.Tests.Sessions;

public sealed class NoticesPageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_letter_is_in_the_language_of_its_reader_and_carries_the_address_and_a_code()
    {
        await using var dockside = await Dockside.OpenAsync();
        dockside.Convene();
        using var council = await dockside.AsAsync("b1-01");
        await council.GoAsync("/o/dockside/sessions/c1/notices/letters?of=All&language=nl");
        var letters = council.Page.QuerySelectorAll(".letter").ToList();
        Assert.Equal(10, letters.Count);
        Assert.All(letters, l => Assert.Equal("nl", l.GetAttribute("lang")));
        Assert.All(letters, l => Assert.NotNull(l.QuerySelector("svg.qr")));
        Assert.Contains("Name b1-03", letters[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("2000 Harbour", letters[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("Oproeping", letters[1].TextContent, StringComparison.Ordinal);
        Assert.True(council.Answer!.Headers.CacheControl!.NoStore);
        Assert.Contains("noindex", council.Answer.Headers.GetValues("X-Robots-Tag").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_file_names_everybody_not_served_yet_and_nobody_else()
    {
        await using var dockside = await Dockside.OpenAsync();
        dockside.Convene();
        dockside.Kept.Do("b1-01", new RecordService("c1", ["b1-02"], ServiceOutcome.Sent, "email", DateOnly.FromDateTime(dockside.Kept.Now.UtcDateTime), "en"));
        using var council = await dockside.AsAsync("b1-01");
        await council.GoAsync("/o/dockside/sessions/c1/notices/addresses.csv?of=Unserved");
        var lines = (await council.Answer!.Content.ReadAsStringAsync(Stop)).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("id;number;name;address;unit;language;email", lines[0]);
        Assert.Equal(20, lines.Length);
        Assert.DoesNotContain(lines, l => l.StartsWith("b1-02;", StringComparison.Ordinal));
        Assert.Contains(lines, l => l == "b1-12;11-12;Name b1-12;Quay 12, 2000 Harbour;North Quay;en;");
    }

    [Theory]
    [InlineData("/o/dockside/sessions/c1/notices/letters?of=All")]
    [InlineData("/o/dockside/sessions/c1/notices/addresses.csv?of=All")]
    public async Task Nobody_else_gets_names_or_addresses(string path)
    {
        await using var dockside = await Dockside.OpenAsync();
        dockside.Convene();
        using var member = await dockside.AsAsync("b2-08");
        await member.GoAsync(path);
        Assert.Equal(HttpStatusCode.Forbidden, member.Status);
        Assert.DoesNotContain("Harbour", member.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("bodies.congress.convene.by", member.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_form_records_a_posting_for_all_in_both_languages_and_the_figures_follow()
    {
        await using var dockside = await Dockside.OpenAsync();
        dockside.Convene();
        using var council = await dockside.AsAsync("b1-01");
        await council.GoAsync("/o/dockside/sessions/c1/notices");
        var channels = council.Page.QuerySelectorAll("input[name=channel]").Select(i => i.GetAttribute("value")).ToList();
        Assert.Equal(["by_hand", "email", "letter"], channels);
        await council.SendAsync("/o/dockside/sessions/c1/notices/record", ("of", "Unserved"), ("outcome", "Posted"), ("channel", "letter"), ("persons", ""));
        Assert.Contains("Recorded for 20 persons.", council.Text, StringComparison.Ordinal);
        Assert.Equal(0, NoticeRules.Summary(dockside.Kept.State, dockside.Kept.State.Sessions.Find("c1")!, dockside.Kept.Now).Lacking);
        await council.SendAsync("/o/dockside/sessions/c1/notices/record", ("of", "All"), ("outcome", "Returned"), ("channel", "letter"), ("persons", "b1-03 b2-08"));
        Assert.Contains("Recorded for 2 persons.", council.Text, StringComparison.Ordinal);
        Assert.Equal([ServiceOutcome.Posted, ServiceOutcome.Returned], dockside.Kept.State.Sessions.Find("c1")!.Services["b2-08"].Select(s => s.Outcome));
    }

    [Fact]
    public async Task What_the_form_cannot_read_and_what_the_rules_refuse_comes_back_with_the_reason()
    {
        await using var dockside = await Dockside.OpenAsync();
        dockside.Convene();
        using var council = await dockside.AsAsync("b1-01");
        await council.GoAsync("/o/dockside/sessions/c1/notices");
        await council.SendAsync("/o/dockside/sessions/c1/notices/record", ("of", "Unserved"), ("outcome", "Posted"), ("channel", "letter"), ("persons", "nobody"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, council.Status);
        Assert.Contains("nobody", council.Text, StringComparison.Ordinal);
        await council.SendAsync("/o/dockside/sessions/c1/notices/record", ("of", "Unserved"), ("outcome", "Posted"), ("channel", "pigeon"), ("persons", ""));
        Assert.Equal(HttpStatusCode.Conflict, council.Status);
        Assert.Contains("pigeon", council.Text, StringComparison.Ordinal);
        await council.SendAsync("/o/dockside/sessions/c1/notices/record", ("of", "Unserved"), ("outcome", "Bounced"), ("channel", "email"), ("persons", ""));
        Assert.Equal(HttpStatusCode.Conflict, council.Status);
        Assert.Empty(dockside.Kept.State.Sessions.Find("c1")!.Services);
    }

    [Fact]
    public async Task Everybody_reads_their_own_notice_and_how_it_was_served()
    {
        await using var dockside = await Dockside.OpenAsync();
        dockside.Convene();
        dockside.Kept.Do("b1-01", new RecordService("c1", ["b2-08"], ServiceOutcome.Delivered, "by_hand", DateOnly.FromDateTime(dockside.Kept.Now.UtcDateTime), "en"));
        using var member = await dockside.AsAsync("b2-08");
        await member.GoAsync("/o/dockside/sessions/c1/notice");
        Assert.Contains("Name b2-08", Assert.Single(member.Page.QuerySelectorAll(".letter")).TextContent, StringComparison.Ordinal);
        Assert.Contains("The notice is in time", member.Text, StringComparison.Ordinal);
        Assert.Contains("By hand", member.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Messages_go_to_an_SMTP_server_and_what_it_takes_and_refuses_is_on_record()
    {
        using var smtp = new SmtpListener(refuse: "b1-04@members.example");
        await using var dockside = await Dockside.OpenAsync(with: o => o with { Mail = new MailOptions("notices@dockside.example") { Host = "127.0.0.1", Port = smtp.Port, Tls = false } });
        dockside.Convene();
        using var council = await dockside.AsAsync("b1-01");
        await council.GoAsync("/o/dockside/sessions/c1/notices");
        await council.SendAsync("/o/dockside/sessions/c1/notices/send");
        await UntilAsync(async () => (await council.GoAsync("/o/dockside/sessions/c1/notices")).Text.Contains("sent and recorded", StringComparison.Ordinal));
        var session = dockside.Kept.State.Sessions.Find("c1")!;
        Assert.Equal([ServiceOutcome.Sent, ServiceOutcome.Bounced], session.Services["b1-04"].Select(s => s.Outcome));
        Assert.Equal([ServiceOutcome.Sent], session.Services["b1-03"].Select(s => s.Outcome));
        Assert.Equal("nl", session.Services["b1-03"][0].Language);
        Assert.False(session.Services.ContainsKey("b1-12"));
        Assert.Equal(18, smtp.Messages.Count);
        Assert.Contains(smtp.Messages, m => m.Contains("X-Mandate-Notice: c1 b1-03", StringComparison.Ordinal) && m.Contains("Content-Language: nl", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_an_SMTP_server_messages_lie_in_a_folder_and_nothing_is_recorded_as_sent()
    {
        var folder = Directory.CreateTempSubdirectory("mandate-mail-").FullName;
        await using var dockside = await Dockside.OpenAsync(with: o => o with { Mail = new MailOptions("notices@dockside.example") { PickupFolder = folder } });
        dockside.Convene();
        using var council = await dockside.AsAsync("b1-01");
        await council.GoAsync("/o/dockside/sessions/c1/notices");
        await council.SendAsync("/o/dockside/sessions/c1/notices/send");
        await UntilAsync(async () => (await council.GoAsync("/o/dockside/sessions/c1/notices")).Text.Contains("lie in", StringComparison.Ordinal));
        Assert.Equal(19, Directory.GetFiles(folder, "*.eml").Length);
        Assert.Empty(dockside.Kept.State.Sessions.Find("c1")!.Services);
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("MANDATE_SMTP_HOST=mail.example", "MANDATE_MAIL_FROM")]
    [InlineData("MANDATE_MAIL_FROM=x;MANDATE_SMTP_HOST=mail.example", "no e-mail address")]
    [InlineData("MANDATE_MAIL_FROM=a@b.example", "one of them")]
    [InlineData("MANDATE_MAIL_FROM=a@b.example;MANDATE_SMTP_HOST=m;MANDATE_MAIL_PICKUP=/x", "one of them")]
    [InlineData("MANDATE_MAIL_FROM=a@b.example;MANDATE_MAIL_PICKUP=x", "full path")]
    [InlineData("MANDATE_MAIL_FROM=a@b.example;MANDATE_SMTP_HOST=m;MANDATE_SMTP_PORT=99999", "MANDATE_SMTP_PORT")]
    public void What_is_wrong_in_the_environment_is_named(string variables, string says)
    {
        var fault = Assert.Throws<FormatException>(() => MailOptions.FromEnvironment(Of(variables)));
        Assert.Contains(says, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_environment_names_a_server_or_nothing()
    {
        Assert.Null(MailOptions.FromEnvironment(Of("")));
        var options = MailOptions.FromEnvironment(Of("MANDATE_MAIL_FROM=a@b.example;MANDATE_SMTP_HOST=m;MANDATE_SMTP_PORT=25;MANDATE_SMTP_TLS=off"))!;
        Assert.Equal(("a@b.example", "m", 25, false), (options.From, options.Host, options.Port, options.Tls));
    }

    private static Func<string, string?> Of(string variables)
    {
        var all = variables.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(v => v.Split('=')).ToDictionary(v => v[0], v => v[1], StringComparer.Ordinal);
        return name => all.GetValueOrDefault(name);
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        while (!await holds()) await Task.Delay(20, Stop);
    }

    /// <summary>As much of RFC 5321 as a sender needs, for one address that is refused.</summary>
    private sealed class SmtpListener : IDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);
        private readonly string refuse;

        public SmtpListener(string refuse)
        {
            this.refuse = refuse;
            listener.Start();
            _ = AcceptAsync();
        }

        public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

        public List<string> Messages { get; } = [];

        public void Dispose() => listener.Dispose();

        private async Task AcceptAsync()
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(Stop);
                await using var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.UTF8);
                await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
                await writer.WriteLineAsync("220 here");
                while (await reader.ReadLineAsync(Stop) is { } line)
                {
                    if (line.StartsWith("RCPT", StringComparison.OrdinalIgnoreCase) && line.Contains(refuse, StringComparison.Ordinal)) await writer.WriteLineAsync("550 no such mailbox");
                    else if (line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase))
                    {
                        await writer.WriteLineAsync("354 go on");
                        var message = new StringBuilder();
                        while (await reader.ReadLineAsync(Stop) is { } text && text != ".") message.Append(text).Append('\n');
                        Messages.Add(message.ToString());
                        await writer.WriteLineAsync("250 taken");
                    }
                    else await writer.WriteLineAsync(line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase) ? "221 bye" : "250 ok");
                }
            }
        }
    }
}
