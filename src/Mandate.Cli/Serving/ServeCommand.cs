using System.CommandLine;
using System.Text.Json.Nodes;
using Mandate.Cli.Contract;
using Mandate.Constitutions.Reader;
using Mandate.Demo;
using Mandate.Node;
using Mandate.Node.Stores;
using Mandate.Server;
using Mandate.Server.Delivery;
using Mandate.Server.Keeping;
using Mandate.Server.SignIn;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Mandate.Cli.Serving;

/// <summary><c>mandate serve</c>: the server on embedded defaults, with the demo where nothing is kept yet.</summary>
public static class ServeCommand
{
    private static readonly Option<string> Data = new("--data") { Description = "Folder with one folder per organisation.", DefaultValueFactory = _ => "data" };

    private static readonly Option<string[]> Urls = new("--urls") { Description = "Where to listen.", DefaultValueFactory = _ => ["http://localhost:5280"] };

    private static readonly Option<bool> NoDemo = new("--no-demo") { Description = "Start with nothing in it." };

    private static readonly Option<bool> NewNode = new("--new-node") { Description = "Once, on a copy of another node's folders: this node has never signed; take the newest checkpoint that the database keeps." };

    public static Command Create() => new Command("serve", "Run the server on embedded defaults.") { Data, Urls, NoDemo, Organisations.Store, NewNode }.Running(RunAsync);

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancel)
    {
        var mail = FromEnvironment(MailOptions.FromEnvironment);
        var site = FromEnvironment(PublicAddress.FromEnvironment);
        var provider = FromEnvironment(variable => ProviderOptions.FromEnvironment(variable, File.ReadAllText));
        var data = Path.GetFullPath(parsed.GetValue(Data)!);
        var keys = OrganisationFolder.DefaultKeys(data);
        if (Directory.Exists(data)) Unfinished.Remove(data, keys);
        await using var installation = Open(data, Organisations.Options(parsed) with { NewNode = parsed.GetValue(NewNode) });
        foreach (var (name, fault) in installation.Faults) terminal.Message($"{name} is not served: {fault}");
        if (!parsed.GetValue(NoDemo)) await PlayDemoAsync(installation, terminal, cancel);
        var keeper = new NodeKeeper(installation, (node, person) => node.Vault?.Read(person)?.GetValueOrDefault("name"));
        var app = WebHost.Build(new WebHostOptions { Urls = parsed.GetValue(Urls)!, KeyFolder = Path.Combine(keys, "server"), Keeper = keeper, Mail = mail, Site = site, Provider = provider, Compared = [.. ShippedChronologies.Constitutions.Select(c => ConstitutionReader.Read(ShippedChronologies.Constitution(c)).Constitution!)] });
        await app.StartAsync(cancel);
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        terminal.Data(new JsonObject { ["addresses"] = new JsonArray([.. addresses.Select(a => JsonValue.Create(a))]) }, [.. addresses.Select(a => $"Open {a}")]);
        terminal.Message("Press Ctrl+C to stop.");
        var stopped = new TaskCompletionSource();
        await using var stop = cancel.Register(stopped.SetResult);
        await stopped.Task;
        await app.StopAsync(CancellationToken.None);
        return ExitCode.Done;
    }

    private static T? FromEnvironment<T>(Func<Func<string, string?>, T?> read) where T : class
    {
        try
        {
            return read(Environment.GetEnvironmentVariable);
        }
        catch (FormatException fault)
        {
            throw CommandException.BadInput(fault.Message);
        }
    }

    private static Installation Open(string data, NodeOptions options)
    {
        try
        {
            return Installation.Open(data, options: options);
        }
        catch (StoreFaultException fault)
        {
            throw CommandException.CannotRun(fault.Message);
        }
    }

    private static async Task PlayDemoAsync(Installation installation, Terminal terminal, CancellationToken cancel)
    {
        if (!installation.Organisations.Any() && installation.Faults.IsEmpty)
        {
            terminal.Message("Founding the demo, a federation of 24,000 members. This is done once.");
            DemoInstallation.PlayInto(installation, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
        }
        // Case studies belong to the demo: who keeps an organisation of their own is not given others.
        if (installation.Find(DemoInstallation.Name) is not null) await CaseStudies.PlayIntoAsync(installation, cancel);
    }
}
