using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Mandate.Faults;

/// <summary>A PostgreSQL server of its own folder and port, as durable as one that acts are kept in; gone when the test is.</summary>
internal sealed class PostgresCluster : IDisposable
{
    private const string Debian = "/usr/lib/postgresql";
    private readonly string data;
    private bool started;

    private PostgresCluster(string data)
    {
        this.data = data;
        Port = FreePort();
    }

    public int Port { get; }

    /// <summary>Makes and starts a primary that waits for a standby before it acknowledges, once there is one.</summary>
    public static PostgresCluster Primary(TemporaryFolder folder)
    {
        var cluster = new PostgresCluster(Own(folder, "primary"));
        Run("initdb", "--pgdata", cluster.data, "--username", "postgres", "--auth", "trust", "--data-checksums", "--encoding", "UTF8", "--locale", "C");
        cluster.Start();
        return cluster;
    }

    /// <summary>A streaming copy of this server, which follows it.</summary>
    public PostgresCluster Standby(TemporaryFolder folder)
    {
        var standby = new PostgresCluster(Own(folder, "standby"));
        Run("pg_basebackup", "--pgdata", standby.data, "--host", "127.0.0.1", "--port", Number(Port), "--username", "postgres", "--write-recovery-conf", "--checkpoint", "fast");
        standby.Start();
        return standby;
    }

    /// <summary>Sets a setting and takes it up.</summary>
    public void Set(string setting, string value) =>
        Run("psql", "--host", "127.0.0.1", "--port", Number(Port), "--username", "postgres", "--quiet", "--command", $"ALTER SYSTEM SET {setting} = '{value}'", "--command", "SELECT pg_reload_conf()");

    /// <summary>As a pulled plug ends it: nothing is flushed, nobody is told.</summary>
    public void Kill()
    {
        started = false;
        foreach (var line in File.ReadLines(Path.Combine(data, "postmaster.pid")).Take(1))
        {
            var postmaster = int.Parse(line, CultureInfo.InvariantCulture);
            var children = Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(n => int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                .Select(n => int.Parse(n!, CultureInfo.InvariantCulture)).Where(p => ParentOf(p) == postmaster).ToList();
            foreach (var process in children.Prepend(postmaster)) KillOne(process);
        }
    }

    /// <summary>The standby becomes the primary.</summary>
    public void Promote() => Run("pg_ctl", "promote", "--pgdata", data, "--wait");

    public void Dispose()
    {
        if (started) Run("pg_ctl", "stop", "--pgdata", data, "--mode", "immediate");
        started = false;
    }

    /// <summary>Skips the test where PostgreSQL is not installed, or fails it where that is required.</summary>
    public static void RequireInstalled()
    {
        if (Programs is not null) return;
        var required = (Environment.GetEnvironmentVariable("MANDATE_REQUIRE") ?? "").Split(',').Contains("postgres", StringComparer.Ordinal);
        if (required) Assert.Fail($"PostgreSQL is required here, and there is no server under {Debian}.");
        Assert.Skip($"PostgreSQL is not installed ({Debian})");
    }

    private static string? Programs => Directory.Exists(Debian)
        ? Directory.EnumerateDirectories(Debian).Select(v => Path.Combine(v, "bin")).Where(b => File.Exists(Path.Combine(b, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault()
        : null;

    private void Start()
    {
        File.AppendAllText(Path.Combine(data, "postgresql.auto.conf"), $"port = {Number(Port)}\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = ''\nfsync = on\nshared_buffers = '16MB'\n");
        Run("pg_ctl", "start", "--pgdata", data, "--wait", "--log", Path.Combine(data, "server.log"));
        started = true;
    }

    /// <summary>A folder that the account of the server may write: PostgreSQL does not run as root.</summary>
    private static string Own(TemporaryFolder folder, string name)
    {
        if (OperatingSystem.IsWindows() || !IsRoot) return folder.At(name);
        File.SetUnixFileMode(folder.Path, File.GetUnixFileMode(folder.Path) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute | UnixFileMode.OtherRead | UnixFileMode.GroupRead);
        Directory.CreateDirectory(folder.At(name), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Execute("chown", ["postgres", folder.At(name)]);
        return folder.At(name);
    }

    private static bool IsRoot => Environment.UserName == "root";

    private static void Run(string program, params string[] arguments)
    {
        var path = Path.Combine(Programs!, program);
        if (IsRoot) Execute("runuser", ["-u", "postgres", "--", path, .. arguments]);
        else Execute(path, arguments);
    }

    private static void Execute(string program, string[] arguments)
    {
        // What a server that stays behind prints must not keep this waiting: it goes to a file.
        var said = Path.GetTempFileName();
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "exec \"$@\" >\"$0\" 2>&1 </dev/null", said, program, .. arguments]) { WorkingDirectory = "/" })!;
        process.WaitForExit();
        var text = File.ReadAllText(said);
        File.Delete(said);
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {text}");
    }

    private static int ParentOf(int process)
    {
        try
        {
            // The name stands in brackets and may hold anything; what follows it does not.
            var stat = File.ReadAllText($"/proc/{process}/stat");
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static void KillOne(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (ArgumentException)
        {
            // It has ended already.
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
