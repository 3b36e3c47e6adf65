using System.CommandLine;
using System.Text.Json.Nodes;
using Mandate.Cli.Contract;
using Mandate.Ledger;
using Mandate.Node.Stores;
using Mandate.Node.Witnessing;
using Mandate.Server.Witnessing;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Mandate.Cli.Witnessing;

/// <summary><c>mandate witness</c>: cosigns what logs show, and only what continues what they showed before.</summary>
internal static class WitnessCommand
{
    private static readonly Option<string> Data = new("--data") { Description = "Folder of the witness; made with a new key where it is not there.", DefaultValueFactory = _ => "witness" };

    private static readonly Option<string[]> Listen = new("--listen") { Description = "Where to listen.", DefaultValueFactory = _ => ["http://localhost:5290"] };

    private static readonly Option<string?> Name = new("--name") { Description = "Name of a new witness, such as witness.union.example." };

    private static readonly Option<string[]> Log = new("--log") { Description = "Verifier key of a log to follow (name+id+key); kept for the next start.", DefaultValueFactory = _ => [] };

    private static readonly Option<bool> ShowKey = new("--key") { Description = "Only write the witness's verifier key, and end." };

    public static Command Create() => new Command("witness", "Run a witness.") { Listen, Data, Name, Log, ShowKey }.Running(RunAsync);

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancel)
    {
        var logs = parsed.GetValue(Log)!.Select(text => VerifierKey.TryParse(text, out var key, out var fault)
            ? key.Type == SignatureType.Ed25519 ? key : throw CommandException.BadInput($"--log: {key.Name}: a log's key is of type 0x01")
            : throw CommandException.BadInput($"--log: {fault}")).ToList();
        if (parsed.GetValue(Name) is { } name && (name.Length == 0 || name.Any(c => c <= ' ' || c == '+'))) throw CommandException.BadInput("--name: a name without spaces and plus signs, such as witness.union.example");
        var folder = Organisations.Guard(() =>
        {
            var opened = WitnessFolder.Open(parsed.GetValue(Data)!, parsed.GetValue(Name));
            opened.Follow(logs);
            return opened;
        });
        if (parsed.GetValue(ShowKey))
        {
            terminal.Data(new JsonObject { ["key"] = folder.Signer.Key.ToString() }, folder.Signer.Key.ToString());
            return ExitCode.Done;
        }
        using var store = Organisations.Guard(() => WitnessStore.Open(folder));
        if (!store.Origins.Any()) terminal.Message($"No log is followed yet: --log KEY adds one, or a line in {Path.Combine(folder.Path, "logs")}.");
        await using var app = WitnessHost.Build(store, parsed.GetValue(Listen)!);
        await app.StartAsync(cancel);
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        terminal.Data(
            new JsonObject
            {
                ["key"] = folder.Signer.Key.ToString(),
                ["addresses"] = new JsonArray([.. addresses.Select(a => JsonValue.Create(a))]),
                ["logs"] = new JsonArray([.. store.Origins.Select(o => JsonValue.Create(o))]),
            },
            [$"Witness {folder.Signer.Key}", .. store.Origins.Select(o => $"follows {o}"), .. addresses.Select(a => $"at {a}")]);
        terminal.Message("Press Ctrl+C to stop.");
        var stopped = new TaskCompletionSource();
        await using var stop = cancel.Register(stopped.SetResult);
        await stopped.Task;
        await app.StopAsync(CancellationToken.None);
        return ExitCode.Done;
    }
}
