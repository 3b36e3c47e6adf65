using System.Collections.Immutable;
using Mandate.Cli.Contract;
using Mandate.Demo;
using Mandate.Node.Chronologies;

namespace Mandate.Cli.Chronologies;

/// <summary>Finds and reads a chronology: a file, a folder, or one that comes with the program.</summary>
internal static class ChronologyFiles
{
    public static ImmutableArray<string> Shipped => ShippedChronologies.Names;

    public static Chronology Read(string name, Terminal terminal)
    {
        var files = Files(name);
        // What a list elsewhere leaves as prose has its typed facts in what comes with the program.
        var reading = ChronologyReader.Read(files, Shipped.SelectMany(ShippedChronologies.Files));
        if (reading.Chronology is not { } chronology)
            throw CommandException.BadInput(string.Join('\n', reading.Faults.Take(50)) + (reading.Faults.Length > 50 ? $"\n... and {reading.Faults.Length - 50} more" : ""));
        foreach (var warning in reading.Warnings) terminal.Message($"note: {warning}");
        return chronology;
    }

    private static IEnumerable<ChronologyFile> Files(string name)
    {
        if (File.Exists(name)) return [new(Path.GetFileName(name), File.ReadAllText(name))];
        if (Directory.Exists(name))
        {
            var found = Directory.EnumerateFiles(name).Where(f => Path.GetExtension(f) is ".yml" or ".yaml").Order(StringComparer.Ordinal).Select(f => new ChronologyFile(Path.GetFileName(f), File.ReadAllText(f))).ToList();
            return found.Count > 0 ? found : throw CommandException.BadInput($"{name}: there is no .yml or .yaml file in this folder");
        }
        return Shipped.Contains(name, StringComparer.Ordinal)
            ? ShippedChronologies.Files(name)
            : throw CommandException.BadInput($"{name}: there is no such file or folder, and no chronology of that name comes with the program (there are: {string.Join(", ", Shipped)})");
    }
}
