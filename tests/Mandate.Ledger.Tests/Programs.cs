using System.Diagnostics;

namespace Mandate.Ledger.Tests;

/// <summary>Runs programs in other languages, and skips visibly where they are not installed.</summary>
internal static class Programs
{
    private const string GoPackages = "/usr/share/gocode";

    public static (int Code, string Output) Run(string program, IEnumerable<string> arguments, string input = "", IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            process.StandardInput.Write(input);
            process.StandardInput.Close();
            process.WaitForExit();
            return (process.ExitCode, (output.Result + errors.Result).Trim());
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"{program} is not installed");
            throw;
        }
    }

    /// <summary>Builds one of the Go programs under tests/independent into a folder, with Debian's packages and without a network.</summary>
    public static string BuildGo(string source, string folder)
    {
        Assert.SkipUnless(Directory.Exists(Path.Combine(GoPackages, "src/golang.org/x/mod/sumdb")), "the Debian package golang-golang-x-mod-dev is not installed");
        var program = Path.Combine(folder, Path.GetFileNameWithoutExtension(source));
        var environment = new Dictionary<string, string> { ["GO111MODULE"] = "off", ["GOPATH"] = GoPackages, ["GOCACHE"] = Path.Combine(folder, "cache") };
        var (code, output) = Run("go", ["build", "-o", program, Path.Combine(Repository.Root, "tests", "independent", source)], environment: environment);
        Assert.True(code == 0, output);
        return program;
    }
}

internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("mandate-ledger-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
