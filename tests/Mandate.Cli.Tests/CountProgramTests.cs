using System.Diagnostics;
using Mandate.Cli.Contract;

namespace Mandate.Cli.Tests;

/// <summary><c>mandate-count</c>, the program that counts and does nothing else, against <c>mandate count</c>.</summary>
public sealed class CountProgramTests : IDisposable
{
    private const string Small = "3 2\n4 1 2 0\n3 2 0\n2 3 0\n0\n\"Ann\"\n\"Bo\"\n\"Cy\"\n\"Board\"\n";
    private readonly string folder = Directory.CreateTempSubdirectory("mandate-count").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(Small, "--method", "scottish-stv", "--json")]
    [InlineData(Small, "--method", "meek")]
    [InlineData(Small, "--method", "irv", "--seats", "1", "--why", "Cy", "--json")]
    [InlineData(Small, "--method", "irv", "--seats", "1", "--audit", "--published", "Bo")]
    [InlineData(Small, "--methods", "--json")]
    [InlineData(Small, "--method", "no-such-method", "--json")]
    [InlineData("3 2\n4 1 9 0\n0\n", "--method", "irv", "--json")]
    [InlineData("PROFILE\nprofile: [{0,1},{1}]\nnum_cand: 2\ncommitteesize: 1\n", "--method", "av", "--json")]
    [InlineData("PROFILE\nprofile: [{0,1},1]\nnum_cand: 2\ncommitteesize: 1\n", "--method", "av", "--json")]
    public async Task It_answers_as_the_command_does(string text, params string[] arguments)
    {
        var file = Path.Combine(folder, text.StartsWith("PROFILE", StringComparison.Ordinal) ? "papers.abc.yaml" : "papers.blt");
        await File.WriteAllTextAsync(file, text.Replace("PROFILE\n", "", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        Assert.Equal(await ContractTests.Run(["count", file, .. arguments]), await Run([file, .. arguments]));
    }

    [Fact]
    public async Task Bad_usage_points_to_its_own_help()
    {
        var (code, output, error) = await Run("papers.blt", "--seats", "many");
        Assert.Equal((ExitCode.BadInput, ""), (code, output));
        Assert.Contains("'mandate-count --help'", error, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Error)> Run(params string[] arguments)
    {
        var configuration = Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var program = Path.Combine(AppContext.BaseDirectory, "..", "..", "Mandate.Count", configuration, "mandate-count.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await error);
    }
}
