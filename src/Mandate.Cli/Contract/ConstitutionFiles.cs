using Mandate.Constitutions;
using Mandate.Constitutions.Reader;

namespace Mandate.Cli.Contract;

/// <summary>Reading a constitution's file, with every fault at its place.</summary>
internal static class ConstitutionFiles
{
    public static Constitution Read(FileInfo file)
    {
        if (!file.Exists) throw CommandException.BadInput($"{file.FullName}: there is no such file");
        var reading = ConstitutionReader.Read(File.ReadAllText(file.FullName));
        return reading.Constitution ?? throw CommandException.BadInput(string.Join('\n', reading.Faults.Select(f => $"{file.Name}: {f}")));
    }
}
