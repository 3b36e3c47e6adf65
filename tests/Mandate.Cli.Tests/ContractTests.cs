using Mandate.Cli.Contract;

namespace Mandate.Cli.Tests;

public sealed class ContractTests
{
    internal static async Task<(int Code, string Out, string Error)> Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync(arguments, output, error, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }

    [Theory]
    [InlineData]
    [InlineData("nonsense")]
    [InlineData("--nonsense")]
    public async Task Bad_usage_ends_with_2_and_writes_nothing_to_standard_output(params string[] arguments)
    {
        var (code, output, error) = await Run(arguments);
        Assert.Equal(ExitCode.BadInput, code);
        Assert.Empty(output);
        Assert.NotEmpty(error);
    }

    [Fact]
    public async Task Help_lists_every_command_of_the_contract()
    {
        var (code, output, _) = await Run("--help");
        Assert.Equal(ExitCode.Done, code);
        foreach (var name in "serve check diff simulate count draw new import-roll replay may act findings ask books export import backup restore verify ballot witness".Split(' '))
            Assert.Contains($"  {name} ", output.Replace("<", " <", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_command_helps_under_its_own_name(string name)
    {
        var (code, output, _) = await Run(name, "--help");
        Assert.Equal(ExitCode.Done, code);
        Assert.Matches($@"\S+ {name}( |\r?\n)", output);
    }

    public static TheoryData<string> Names => [.. "serve check diff simulate count draw new import-roll replay may act findings ask export import backup restore verify ballot seal witness".Split(' ')];

    [Fact]
    public async Task A_command_that_is_not_offered_says_so_and_cannot_run()
    {
        var end = await Assert.ThrowsAsync<CommandException>(() => Commands.NotOffered("later", "Not yet.").Parse([]).InvokeAsync(
            new() { EnableDefaultExceptionHandler = false }, TestContext.Current.CancellationToken));
        Assert.Equal(ExitCode.CannotRun, end.Code);
        Assert.Contains("later", end.Message, StringComparison.Ordinal);
    }
}
