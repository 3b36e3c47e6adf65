using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Mandate.Cli.Contract;
using Mandate.Tally;
using Mandate.Tally.Apportionment;
using Mandate.Tally.Budgets;
using Mandate.Tally.Readers;
using Mandate.Tally.Writers;

namespace Mandate.Cli.Tally;

/// <summary><c>mandate count</c>: a file of votes in, the result out; without any organisation.</summary>
internal static class CountCommand
{
    private static readonly Argument<FileInfo?> FileArgument = new("FILE") { Description = "BLT, PrefLib, CSV, JSON, Pabulib, Debian tally sheet or RCTab configuration.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string?> MethodOption = new("--method") { Description = "The voting method; --methods lists them. Without it, the one that the file states." };
    private static readonly Option<int?> SeatsOption = new("--seats") { Description = "Seats to fill, where the file does not state them." };
    private static readonly Option<string?> TiesOption = new("--ties") { Description = "previous | order | chair:FILE | seed:TEXT | java:SEED, or several with commas." };
    private static readonly Option<string?> ThresholdOption = new("--threshold") { Description = "Votes of lists: the share of all votes below which a list takes no part (5%, 1/20), in place of the file's." };
    private static readonly Option<FileInfo?> SheetOption = new("--sheet") { Description = "Write the count sheet to this HTML file." };
    private static readonly Option<bool> AuditOption = new("--audit") { Description = "Does the published result follow? Compares with --published, or with the result that the file holds." };
    private static readonly Option<string?> PublishedOption = new("--published") { Description = "The published result: a file with one name per line, or the names with ; between them; for lists NAME: SEATS." };
    private static readonly Option<string?> WhyOption = new("--why") { Description = "Say why this candidate, project or list has not won, or won no more, and what would have changed it." };
    private static readonly Option<FileInfo?> WriteOption = new("--write") { Description = $"Write the papers for other programs; the ending says the format: {string.Join(", ", PapersWriter.Endings)}." };
    private static readonly Option<bool> MethodsOption = new("--methods") { Description = "List the methods." };

    /// <summary>One command among others.</summary>
    public static Command Create() => Filled(new Command("count", "Count ballots."));

    /// <summary>A program that counts and does nothing else.</summary>
    public static RootCommand Alone() => (RootCommand)Filled(new RootCommand("Count ballots: a file of votes in, the result out.") { Terminal.JsonOption });

    private static Command Filled(Command command)
    {
        command.Add(FileArgument);
        foreach (var option in (Option[])[MethodOption, SeatsOption, TiesOption, ThresholdOption, SheetOption, AuditOption, PublishedOption, WhyOption, WriteOption, MethodsOption]) command.Add(option);
        return command.Running(Run);
    }

    private static int Run(ParseResult parsed, Terminal terminal)
    {
        if (parsed.GetValue(MethodsOption)) return List(terminal);
        var file = parsed.GetValue(FileArgument) ?? throw CommandException.BadInput("count: which file? (FILE --method METHOD; '--methods' lists methods)");
        var papers = Above(parsed.GetValue(ThresholdOption), Read(file));
        if (parsed.GetValue(WriteOption) is { } copy) return Write(papers, copy, terminal);
        var options = new CountOptions
        {
            Seats = parsed.GetValue(SeatsOption),
            Ties = parsed.GetValue(TiesOption) is { } ties ? Ties(ties) : papers.PrescribedTies ?? TieRule.Previous,
        };
        if (options.Seats < 1) throw CommandException.BadInput("--seats: at least 1");
        var method = Choose(parsed.GetValue(MethodOption), papers);
        var answer = method.Count(papers, options);
        if (answer.Count is not { } count) throw CommandException.BadInput($"{file.Name}: {answer.Refusal}");
        var why = Why(parsed, papers, method, options, count);
        var report = parsed.GetValue(AuditOption) ? Audited(papers, method, options, Published(parsed.GetValue(PublishedOption), papers)) : null;
        if (parsed.GetValue(SheetOption) is { } sheet) WholeFile.Write(sheet.FullName, CountHtml.Page(count, why.Select(w => w.Text)));
        var json = CountJson.Of(count);
        IEnumerable<string> lines = CountText.Lines(count);
        if (parsed.GetValue(WhyOption) is not null)
        {
            json["why"] = new JsonArray([.. why.Select(w => (JsonNode)new JsonObject { ["candidate"] = count.Name(w.Candidate), ["text"] = w.Text, ["morePapers"] = w.MorePapers })]);
            lines = lines.Concat(why.Select(w => w.Text));
        }
        if (report is not null)
        {
            json["audit"] = AuditText.Json(report);
            lines = lines.Concat(AuditText.Lines(report));
        }
        terminal.Data(json, lines);
        return count.Undecided is null && report is null or { Follows: true } ? ExitCode.Done : ExitCode.DoesNotHold;
    }

    private static LoadedPapers Above(string? threshold, LoadedPapers papers)
    {
        if (threshold is null) return papers;
        if (papers.Other is not ListVotes lists) throw CommandException.BadInput("--threshold: votes of lists have one, not these papers");
        return papers with { Other = lists with { Threshold = ListThreshold.Parse(threshold) ?? throw CommandException.BadInput($"--threshold: '{threshold}' is no share from 0 to 1, such as 5%, 1/20 or 0.05") } };
    }

    private static int Write(LoadedPapers papers, FileInfo copy, Terminal terminal)
    {
        if (papers.Ranked is not { } ballots) throw CommandException.BadInput("--write: ranked papers can be written, not these");
        using var text = new StringWriter();
        if (PapersWriter.Write(copy.Extension.TrimStart('.').ToLowerInvariant(), ballots, text) is { } refusal) throw CommandException.BadInput($"--write {copy.Name}: {refusal}");
        WholeFile.Write(copy.FullName, text.ToString());
        terminal.Data(new JsonObject { ["papers"] = ballots.Papers, ["file"] = copy.FullName }, $"{ballots.Papers} papers written.");
        return ExitCode.Done;
    }

    private static AuditReport Audited(LoadedPapers papers, Method method, CountOptions options, string[] published)
    {
        var (report, refusal) = Audit.Check(papers, method, options, published);
        return report ?? throw CommandException.BadInput(refusal!);
    }

    private static string[] Published(string? stated, LoadedPapers papers)
    {
        if (stated is null)
            return papers.Published.IsEmpty ? throw CommandException.BadInput("--audit: the file holds no published result; give it with --published FILE or --published 'A;B'") : [.. papers.Published];
        var names = (File.Exists(stated) ? File.ReadAllLines(stated) : stated.Split(';')).Select(n => n.Trim()).Where(n => n.Length > 0);
        return papers.Other is ListVotes lists ? [.. names.SelectMany(n => Seats(n, lists))] : [.. names];
    }

    /// <summary>Seats of a list are published as <c>NAME: 5</c>, or the name five times.</summary>
    private static IEnumerable<string> Seats(string published, ListVotes lists)
    {
        var at = published.LastIndexOfAny([':', '=']);
        return !lists.Names.Contains(published, StringComparer.Ordinal) && at > 0 && int.TryParse(published[(at + 1)..], NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out var seats) && seats is >= 0 and <= 100_000
            ? Enumerable.Repeat(published[..at].TrimEnd(), seats) : [published];
    }

    /// <summary>The answers asked for by name; for a sheet, those for everybody where the box is small.</summary>
    private static IReadOnlyList<WhyNot> Why(ParseResult parsed, LoadedPapers papers, Method method, CountOptions options, Count count)
    {
        if (parsed.GetValue(WhyOption) is not { } name) return parsed.GetValue(SheetOption) is null ? [] : WhyNot.All(papers, method, options, count);
        if (count.Undecided is not null) throw CommandException.BadInput("--why: a tie is open, so nobody is passed over yet; state a rule for ties that decides it");
        var candidate = Enumerable.Range(0, count.Candidates.Length).FirstOrDefault(
            c => count.Name(c) == name || count.Candidates[c] == name || count.Detail is BudgetDetail budget && budget.Papers.Projects[c].Name == name, -1);
        if (candidate < 0) throw CommandException.BadInput($"--why: '{name}' names no candidate, project or list; they are {string.Join(", ", count.Candidates.Take(20))}{(count.Candidates.Length > 20 ? ", ..." : "")}");
        if (method is not ListMethod && count.Elected.Contains(candidate)) throw CommandException.BadInput($"--why: '{name}' was {(count.Detail?.Outcome ?? "Elected").ToLowerInvariant()}");
        return [WhyNot.Of(papers, method, options, count, candidate)];
    }

    private static int List(Terminal terminal)
    {
        terminal.Data(
            new JsonArray([.. Methods.All.Select(m => (JsonNode)new JsonObject
            {
                ["name"] = m.Name,
                ["title"] = m.Title,
                ["counts"] = m.Paper.ToString().ToLowerInvariant(),
                ["source"] = m.Source,
            })]),
            Methods.All.Select(m => $"{m.Name,-18} {m.Title} [{m.Source}]"));
        return ExitCode.Done;
    }

    private static LoadedPapers Read(FileInfo file)
    {
        if (Directory.Exists(file.FullName)) throw CommandException.BadInput($"{file.FullName}: this is a folder; a file of votes is expected");
        if (!file.Exists) throw CommandException.BadInput($"{file.FullName}: there is no such file");
        using var stream = file.OpenRead();
        var read = PapersReader.Read(file.Name, stream, new NamedFiles(name => Beside(file, name), folder => Within(file, folder)));
        return read.Value ?? throw CommandException.BadInput($"{file.Name}: {read.Fault}");
    }

    private static FileStream? Beside(FileInfo file, string name)
    {
        var path = Path.Combine(file.DirectoryName ?? ".", name);
        return File.Exists(path) ? File.OpenRead(path) : null;
    }

    private static string[] Within(FileInfo file, string folder)
    {
        var path = Path.Combine(file.DirectoryName ?? ".", folder);
        return Directory.Exists(path) ? [.. Directory.GetFiles(path).Order(StringComparer.Ordinal).Select(f => $"{folder.TrimEnd('/')}/{Path.GetFileName(f)}")] : [];
    }

    private static TieRule Ties(string text) =>
        TieRuleParser.Parse(text, path => File.Exists(path) ? new StreamReader(path) : null, out var fault) ?? throw CommandException.BadInput("--ties: " + fault);

    private static Method Choose(string? name, LoadedPapers papers)
    {
        if (name is null) return papers.Prescribed ?? throw CommandException.BadInput($"--method: which method? {(papers.Other is BudgetPapers { Head.Rule: { Length: > 0 } rule } ? $"The file states the rule '{rule}', which is no method here; " : "")}'--methods' lists them");
        return Methods.Find(name, papers) ?? throw CommandException.BadInput($"--method: '{name}' is no method{(Nearest(name) is { } near ? $"; did you mean {near}?" : ".")} '--methods' lists all");
    }

    /// <summary>The method that was probably meant; null where none is near.</summary>
    private static string? Nearest(string name) => Methods.All.Select(m => m.Name).Where(m => 3 * Distance(name, m) <= Math.Max(name.Length, 3)).MinBy(m => Distance(name, m));

    /// <summary>Levenshtein distance.</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                (corner, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }
        return row[^1];
    }
}
