using System.CommandLine;
using System.Runtime.CompilerServices;
using Mandate.Cli.Accounts;
using Mandate.Cli.Acts;
using Mandate.Cli.Ballots;
using Mandate.Cli.Chronologies;
using Mandate.Cli.Contract;
using Mandate.Cli.Founding;
using Mandate.Cli.Guards;
using Mandate.Cli.Inspection;
using Mandate.Cli.Lots;
using Mandate.Cli.Questions;
using Mandate.Cli.Record;
using Mandate.Cli.Roll;
using Mandate.Cli.Seals;
using Mandate.Cli.Serving;
using Mandate.Cli.Statutes;
using Mandate.Cli.Tally;
using Mandate.Cli.Witnessing;

namespace Mandate.Cli;

/// <summary>The <c>mandate</c> command: arguments in, exit code out (docs/cli.md).</summary>
public static class CommandLine
{
    /// <summary>All commands, in the order in which help lists them.</summary>
    private static readonly (string Name, Func<Command> Create)[] All =
    [
        ("serve", ServeCommand.Create),
        ("check", CheckCommand.Create),
        ("diff", DiffCommand.Create),
        ("simulate", SimulateCommand.Create),
        ("count", CountCommand.Create),
        ("draw", DrawCommand.Create),
        ("new", NewCommand.Create),
        ("import-roll", ImportRollCommand.Create),
        ("replay", ReplayCommand.Create),
        ("may", MayCommand.Create),
        ("act", ActCommand.Create),
        ("findings", FindingsCommand.Create),
        ("ask", AskCommand.Create),
        ("rollcalls", RollCallsCommand.Create),
        ("books", BooksCommand.Create),
        ("export", ExportCommand.Create),
        ("import", ImportCommand.Create),
        ("join", JoinCommand.Create),
        ("backup", BackupCommand.Create),
        ("restore", RestoreCommand.Create),
        ("verify", VerifyCommand.Create),
        ("ballot", BallotCommand.Create),
        ("seal", SealCommand.Create),
        ("witness", WitnessCommand.Create),
    ];

    /// <summary>
    /// Where the first word names a command, that one alone is made: making all of them loads the server and the store and takes longer than
    /// counting a small box of papers.
    /// </summary>
    private static RootCommand Root(IReadOnlyList<string> arguments)
    {
        var root = new RootCommand("Mandate: rules that decide and say why, and proof of what was decided.") { Terminal.JsonOption };
        var named = arguments.Count == 0 ? -1 : Array.FindIndex(All, c => c.Name == arguments[0]);
        foreach (var (_, create) in named < 0 ? All : [All[named]]) root.Add(create());
        return root;
    }

    public static Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter error, CancellationToken cancel = default) =>
        CommandRun.Async("mandate", Root(arguments), arguments, output, error, IsOfTheMachine, cancel);

    /// <summary>Apart, so that a run without such a fault loads no database.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool IsOfTheMachine(Exception fault) => CommandRun.IsOfTheMachine(fault) || fault is System.Data.Common.DbException or Mandate.Node.Stores.StoreFaultException;
}
