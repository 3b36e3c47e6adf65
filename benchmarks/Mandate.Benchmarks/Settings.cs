using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Mandate.Benchmarks;

/// <summary>What is to be measured, and how large.</summary>
/// <param name="Runs">Repetitions of each measurement, after one that is not counted.</param>
/// <param name="Members">Members of the large organisation.</param>
/// <param name="Entries">Entries of the large organisation beyond its founding.</param>
/// <param name="Postgres">Connection string of a PostgreSQL server where logs may be made; null to measure SQLite only.</param>
/// <param name="Beside">A program of somebody else to be measured in turn with ours: <c>CMD CLIENTS ACTS</c> prints acts/s, median and 99th in ms.</param>
internal sealed record Settings(IReadOnlyList<string> Names, int Runs, int Members, int Entries, string? Postgres, string? Beside)
{
    /// <summary>Readers of the live page in the hall.</summary>
    public int Watchers { get; private init; }

    /// <summary>Votes cast within ten seconds.</summary>
    public int Votes { get; private init; }

    public int Amendments { get; private init; }

    /// <summary>Length of the text that they amend.</summary>
    public int Characters { get; private init; }

    public static bool TryRead(string[] args, IReadOnlyCollection<string> known, [NotNullWhen(true)] out Settings? settings, [NotNullWhen(false)] out string? fault)
    {
        var names = new List<string>();
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal) { ["--runs"] = 5, ["--members"] = 1_000_000, ["--entries"] = 1_000_000, ["--watchers"] = 10_000, ["--votes"] = 5_000, ["--amendments"] = 3_300, ["--characters"] = 450_000 };
        string? beside = null;
        settings = null;
        for (var i = 0; i < args.Length; i++)
        {
            var value = i + 1 < args.Length ? args[i + 1] : "";
            if (numbers.ContainsKey(args[i]))
            {
                if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0)
                {
                    fault = $"{args[i]} needs a whole number above 0, and '{value}' is none";
                    return false;
                }
                numbers[args[i++]] = number;
            }
            else if (args[i] == "--beside" && value.Length > 0)
            {
                beside = value;
                i++;
            }
            else if (known.Contains(args[i], StringComparer.Ordinal))
            {
                names.Add(args[i]);
            }
            else
            {
                fault = $"'{args[i]}': one or more of {string.Join(", ", known)}, with {string.Join(" N, ", numbers.Keys)} N or --beside PROGRAM";
                return false;
            }
        }
        fault = null;
        var postgres = Environment.GetEnvironmentVariable("MANDATE_TEST_POSTGRES") is { Length: > 0 } server ? server : null;
        settings = new(names.Count == 0 ? [.. known] : names, numbers["--runs"], numbers["--members"], numbers["--entries"], postgres, beside)
        {
            Watchers = numbers["--watchers"], Votes = numbers["--votes"], Amendments = numbers["--amendments"], Characters = numbers["--characters"],
        };
        return true;
    }
}
