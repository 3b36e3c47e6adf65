using System.Text;
using System.Text.Json;
using Mandate.Node;
using Mandate.Node.Tests.Support;
using Mandate.Node.Witnessing;
using Mandate.Organisation.Trust;

namespace Mandate.Cli.Tests;

public sealed class WitnessCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_witness_that_runs_as_a_command_cosigns_a_log_over_http_and_remembers_it()
    {
        await using var node = OrganisationNode.Create(folder.At("o"));
        var key = (await Running(node, async (address, key) =>
        {
            await Dockside.FoundAsync(node, alsoFirst: new SetWitnesses(1, [new("others", 1, [new("north", key, address)])]));
            await RoundAsync(node);
            return key;
        }))!;
        Assert.Equal((node.State.Size, 1), (node.Witnessed!.Size, node.Witnessed.Signed));
        await File.WriteAllTextAsync(folder.At("policy"), PolicyFiles.Of(node.Key, node.State.Trust.Policies[0])!.ToString(), TestContext.Current.CancellationToken);
        node.Export(folder.At("export"));
        var (code, output, error) = await ContractTests.Run("verify", folder.At("export"), "--policy", folder.At("policy"), "--json");
        Assert.True(code == 0, error);
        Assert.Contains("north", output, StringComparison.Ordinal);

        // Started again it has the same key and memory: a log with another history under the same name is not cosigned.
        Assert.Equal(key, await Running(node, async (address, again) =>
        {
            using var client = new HttpClient();
            using var answer = await client.PostAsync(new Uri(address + "/add-checkpoint"), new ByteArrayContent(Encoding.UTF8.GetBytes("old 0\n\n" + Encoding.UTF8.GetString(node.Current.Checkpoint))), TestContext.Current.CancellationToken);
            Assert.Equal(409, (int)answer.StatusCode);
            Assert.Equal($"{node.State.Size}\n", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            return again;
        }));
    }

    [Fact]
    public async Task A_key_that_is_no_logs_key_is_refused()
    {
        var (code, _, error) = await ContractTests.Run("witness", "--data", folder.At("w"), "--log", "nonsense", "--key");
        Assert.Equal(2, code);
        Assert.Contains("--log", error, StringComparison.Ordinal);
    }

    private static async Task RoundAsync(OrganisationNode node)
    {
        using var client = new HttpClient();
        await new Publisher(node, client).RunAsync(TestContext.Current.CancellationToken);
    }

    private async Task<string?> Running(OrganisationNode node, Func<string, string, Task<string>> during)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var buffer = new StringWriter();
        await using var output = TextWriter.Synchronized(buffer);
        var running = CommandLine.RunAsync(["witness", "--data", folder.At("w"), "--name", "north.example", "--log", node.Key.ToString(), "--listen", "http://127.0.0.1:0", "--json"], output, TextWriter.Null, stop.Token);
        try
        {
            while (!buffer.ToString().Contains('}', StringComparison.Ordinal))
            {
                Assert.False(running.IsCompleted, "the witness ended at once");
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }
            var said = JsonDocument.Parse(buffer.ToString()).RootElement;
            return await during(said.GetProperty("addresses")[0].GetString()!, said.GetProperty("key").GetString()!);
        }
        finally
        {
            await stop.CancelAsync();
            await running;
        }
    }
}
