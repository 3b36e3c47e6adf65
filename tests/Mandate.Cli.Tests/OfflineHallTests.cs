using System.Diagnostics;
using Mandate.Cli.Serving;

namespace Mandate.Cli.Tests;

/// <summary>The hall kit of docs/hall-kit.md, in a network that has nothing but loopback.</summary>
public sealed class OfflineHallTests
{
    private const string Hall = """
        set -eu
        ip link set lo up
        # Nothing outside can be reached.
        if curl -s --max-time 2 -o /dev/null http://192.0.2.1/; then echo "there is a network"; exit 9; fi
        dotnet "$1" serve --data data --urls http://127.0.0.1:5399 > serve.txt 2>&1 &
        server=$!
        for i in $(seq 240); do curl -sf -o front.html http://127.0.0.1:5399/ && break; kill -0 $server; sleep 0.5; done
        o=$(grep -o '/o/[a-z0-9-]*/as/[a-z0-9-]*' front.html | head -n 1)
        curl -sfL -c jar -b jar -o home.html "http://127.0.0.1:5399$o"
        base=${o%/as/*}
        s=$(curl -sf -b jar "http://127.0.0.1:5399$base/sessions" | grep -o "$base/sessions/congress[a-z0-9-]*" | head -n 1)
        for paper in papers papers/order papers/motions papers/credentials sheets screen; do curl -sf -b jar -o "$(echo $paper | tr / -).html" "http://127.0.0.1:5399$s/$paper"; done
        grep -q 'src="/assets/' papers.html
        if grep -hoE '(src|href)="https?://[^"]*"' papers.html papers-order.html screen.html; then echo "a page asks for something outside"; exit 8; fi
        kill -TERM $server; wait $server || true
        dotnet "$1" verify "data/${base#/o/}" > verify.txt
        """;

    [Fact]
    public async Task A_hall_without_any_network_is_served_and_its_record_verifies()
    {
        var folder = Directory.CreateTempSubdirectory("mandate-hall-").FullName;
        try
        {
            if (!OperatingSystem.IsLinux() || await RunAsync(folder, "true") != 0) Assert.Skip("no network of its own here (unshare), or ip and curl are missing");
            var code = await RunAsync(folder, Hall);
            Assert.True(code == 0, $"ended with {code}\n{string.Join('\n', Directory.GetFiles(folder, "*.txt").Select(f => $"{Path.GetFileName(f)}: {File.ReadAllText(f)}"))}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<int> RunAsync(string folder, string script)
    {
        File.WriteAllText(Path.Combine(folder, "hall.sh"), $"command -v ip > /dev/null && command -v curl > /dev/null || exit 7\n{script}\n");
        try
        {
            using var process = Process.Start(new ProcessStartInfo("unshare", ["-rn", "bash", "-c", "exec bash hall.sh \"$0\" > said.txt 2>&1", typeof(ServeCommand).Assembly.Location]) { WorkingDirectory = folder })!;
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return -1;
        }
    }
}
