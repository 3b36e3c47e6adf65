using System.CommandLine;
using System.Globalization;
using Mandate.Node;
using Mandate.Node.Exports;
using Mandate.Node.Sequencing;
using Mandate.Node.Stores;

namespace Mandate.Cli.Contract;

/// <summary>Opening an organisation's folder, with every way in which that fails told in a sentence and by its exit code.</summary>
internal static class Organisations
{
    public static Argument<string> Folder { get; } = new("DIR") { Description = "An organisation's folder; where nothing is put to it also an export." };

    public static Option<string?> Keys { get; } = new("--keys") { Description = "Folder of the secret keys; by default where the organisation's folder says, or beside it." };

    public static Option<string?> As { get; } = new("--as") { Description = "Id of the person who acts." };

    public static Option<string?> At { get; } = new("--at") { Description = "As of the end of that day (2026-11-21), month (2026-11) or year (2026), or of that moment (2026-11-21T20:15:03Z); by default now." };

    public static Option<string> Store { get; } = MakeStore();

    /// <summary>Where a new organisation's log is kept, as asked for.</summary>
    public static NodeOptions Options(ParseResult parsed)
    {
        var options = new NodeOptions { InPostgres = parsed.GetValue(Store) == "postgres" };
        return options.InPostgres && options.Postgres is null
            ? throw CommandException.BadInput($"--store postgres: {NodeOptions.PostgresVariable} must hold the connection string (Host=...;Database=...;Username=...), so that no password stands on the command line")
            : options;
    }

    private static Option<string> MakeStore()
    {
        var option = new Option<string>("--store") { Description = $"Where the logs of new organisations are kept: sqlite, or postgres at the connection string in {NodeOptions.PostgresVariable}.", DefaultValueFactory = _ => "sqlite" };
        option.AcceptOnlyFromAmong("sqlite", "postgres");
        return option;
    }

    /// <summary>As the one writer.</summary>
    public static OrganisationNode Open(ParseResult parsed) => Guard(() => OrganisationNode.Open(Existing(parsed), new() { Keys = parsed.GetValue(Keys) }));

    /// <summary>To look only, also while another process writes, or at an export.</summary>
    public static OrganisationNode Look(ParseResult parsed) => LookAt(parsed, parsed.GetValue(Folder)!);

    /// <inheritdoc cref="Look(ParseResult)"/>
    public static OrganisationNode LookAt(ParseResult parsed, string folder) => Guard(() =>
        ExportReader.IsOne(folder) ? OrganisationNode.LookAtExport(folder) : OrganisationNode.Look(Existing(folder), new() { Keys = parsed.GetValue(Keys) }));

    /// <summary>To look only, at an organisation that is kept here.</summary>
    public static OrganisationNode LookAtOwn(ParseResult parsed) => Guard(() => OrganisationNode.Look(Existing(parsed), new() { Keys = parsed.GetValue(Keys) }));

    public static string Existing(ParseResult parsed) => Existing(parsed.GetValue(Folder)!);

    public static string Existing(string folder)
    {
        if (!Directory.Exists(folder)) throw CommandException.BadInput($"{folder}: there is no such folder");
        if (ExportReader.IsOne(folder)) throw CommandException.BadInput($"{folder}: is an export, which nothing can be put to; 'mandate import {folder} DIR' makes a working organisation of it");
        return OrganisationFolder.IsOne(folder) ? folder : throw CommandException.BadInput($"{folder}: holds no organisation (there is neither log.db nor store in it)");
    }

    public static T Guard<T>(Func<T> run)
    {
        try
        {
            return run();
        }
        catch (Exception e) when (e is StoreFaultException or RollbackException or System.Data.Common.DbException)
        {
            throw CommandException.CannotRun(e.Message);
        }
    }

    /// <summary>The moment of <c>--at</c>: the end of a day, month or year; null where none was given.</summary>
    public static DateTimeOffset? Moment(ParseResult parsed)
    {
        if (parsed.GetValue(At) is not { } text) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return End(day);
        if (DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)) return End(new(month.Year, month.Month, DateTime.DaysInMonth(month.Year, month.Month)));
        if (DateOnly.TryParseExact(text, "yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var year)) return End(new(year.Year, 12, 31));
        return DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : throw CommandException.BadInput($"--at: '{text}' is no day (2026-11-21), month (2026-11), year (2026) or moment (2026-11-21T20:15:03Z)");

        static DateTimeOffset End(DateOnly day) => new(day, new TimeOnly(23, 59, 59), TimeSpan.Zero);
    }

    /// <summary>Shows how far long work is, on a terminal only.</summary>
    public static IProgress<long>? Progress(string what) => Console.IsErrorRedirected ? null : new Line(what);

    private sealed class Line(string what) : IProgress<long>
    {
        private long shown;

        public void Report(long value)
        {
            // Ten thousand at a time: the line is for people, not for the machine.
            if (value - shown < 10_000) return;
            shown = value;
            Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{what}: {value} "));
        }
    }
}
