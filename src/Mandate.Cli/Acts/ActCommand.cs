using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;
using Mandate.Cli.Contract;
using Mandate.Node;
using Mandate.Node.Sequencing;
using Mandate.Server.Api;

namespace Mandate.Cli.Acts;

/// <summary><c>mandate act</c>: performs any act, under the same rules and with the same refusals as the pages.</summary>
internal static class ActCommand
{
    /// <summary>Acts of one stream that are on their way at once.</summary>
    private const int InFlight = 256;

    private static readonly Argument<string> FileArgument = new("COMMAND.json") { Description = "The act; '-' for one on each line of standard input." };
    private static readonly Option<FileInfo[]> BlobOption = new("--blob") { Description = "A text or ballot file that the act names by its SHA-256. Repeat for more." };
    private static readonly Option<string?> IdOption = new("--id") { Description = "Idempotency key: the same act put again under it gets the first answer." };

    public static Command Create() => new Command("act", "Perform any act; the same refusals as everywhere.")
    {
        Organisations.Folder, FileArgument, Organisations.As, BlobOption, IdOption, Organisations.Keys,
    }.Running(Run);

    private static async Task<int> Run(ParseResult parsed, Terminal terminal, CancellationToken cancel)
    {
        var file = parsed.GetValue(FileArgument)!;
        var blobs = (parsed.GetValue(BlobOption) ?? []).Select(b => b.Exists ? File.ReadAllBytes(b.FullName) : throw CommandException.BadInput($"--blob: {b.FullName}: there is no such file")).ToArray();
        if (file == "-") return await Stream(parsed, terminal, cancel);
        if (!File.Exists(file)) throw CommandException.BadInput($"{file}: there is no such file");
        var submission = Submission(parsed, file, await File.ReadAllBytesAsync(file, cancel)) with { Blobs = [.. blobs.Select(b => (ReadOnlyMemory<byte>)b)] };
        await using var node = Organisations.Open(parsed);
        var answer = await node.SubmitAsync(submission);
        Show(terminal, answer);
        return JsonOf.Exit(answer);
    }

    /// <summary>One act a line, one answer a line: for programs that put many.</summary>
    private static async Task<int> Stream(ParseResult parsed, Terminal terminal, CancellationToken cancel)
    {
        await using var node = Organisations.Open(parsed);
        // Many are on their way at once, and share a flush of the disk; the answers come in the order of the lines.
        var waiting = Channel.CreateBounded<Task<Answer>>(InFlight);
        var answering = AnswerAsync(waiting.Reader, terminal, cancel);
        var number = 0;
        try
        {
            while (await Console.In.ReadLineAsync(cancel) is { } line)
            {
                number++;
                if (line.Length == 0) continue;
                await waiting.Writer.WriteAsync(node.SubmitAsync(Submission(parsed, $"line {number}", Encoding.UTF8.GetBytes(line))), cancel);
            }
        }
        finally
        {
            waiting.Writer.Complete();
            await answering;
        }
        return await answering;
    }

    private static async Task<int> AnswerAsync(ChannelReader<Task<Answer>> waiting, Terminal terminal, CancellationToken cancel)
    {
        var exit = ExitCode.Done;
        await foreach (var task in waiting.ReadAllAsync(cancel))
        {
            var answer = await task;
            await terminal.Out.WriteLineAsync(Terminal.OneLine(ActJson.Answer(answer)));
            await terminal.Out.FlushAsync(cancel);
            exit = Math.Max(exit, JsonOf.Exit(answer));
        }
        return exit;
    }

    private static Submission Submission(ParseResult parsed, string name, byte[] json)
    {
        var input = ActInput.Read(name, json);
        var by = parsed.GetValue(Organisations.As) ?? input.By ?? throw CommandException.BadInput($"{name}: who acts? --as PERSON, or a field \"by\" beside \"command\"");
        return new(by, input.Command, parsed.GetValue(IdOption) ?? input.Id ?? "cli-" + RandomNumberGenerator.GetHexString(24, lowercase: true));
    }

    private static void Show(Terminal terminal, Answer answer)
    {
        switch (answer)
        {
            case Answer.Accepted { Receipt: var r }:
                terminal.Data(ActJson.Answer(answer), $"entry {r.Index}{(r.Repeated ? " (put before)" : "")}{(r.Clause.Length == 0 ? "" : $", by {r.Clause}")}");
                break;
            case Answer.Refused { Refusal: var refusal }:
                terminal.Data(ActJson.Answer(answer));
                terminal.Message($"Refused: {JsonOf.Line(refusal)}");
                break;
            case Answer.Unknown { Reason: var reason }:
                terminal.Data(ActJson.Answer(answer));
                terminal.Message(reason);
                break;
        }
    }
}
