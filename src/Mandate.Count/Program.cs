using System.Text;
using Mandate.Cli.Contract;
using Mandate.Cli.Tally;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await CommandRun.Async("mandate-count", CountCommand.Alone(), args, Console.Out, Console.Error, CommandRun.IsOfTheMachine);
