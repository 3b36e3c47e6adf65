using System.CommandLine;
using System.Text.Json.Nodes;
using Mandate.Cli.Contract;
using Mandate.Node.Joining;
using WireNameAttribute = Mandate.Organisation.Acts.WireNameAttribute;

namespace Mandate.Cli.Record;

/// <summary><c>mandate join</c>: what two records of one organisation have in common, where they part, and which acts of the other the rules here would take.</summary>
internal static class JoinCommand
{
    private static readonly Argument<string> OtherArgument = new("OTHER") { Description = "The other record: an organisation's folder or an export, which went on by itself." };

    public static Command Create() =>
        new Command("join", "Compare two records of one organisation after a unit went on by itself; nothing is merged or overwritten.") { Organisations.Folder, OtherArgument, Organisations.Keys }.Running(Run);

    private static async Task<int> Run(ParseResult parsed, Terminal terminal, CancellationToken cancel)
    {
        var other = parsed.GetValue(OtherArgument)!;
        if (!Directory.Exists(other)) throw CommandException.BadInput($"{other}: there is no such folder");
        await using var here = Organisations.Look(parsed);
        await using var there = Organisations.LookAt(parsed, other);
        var two = TwoRecords.Of(here, there);
        if (two.Common == 0) throw CommandException.BadInput($"{other}: has no entry in common with {parsed.GetValue(Organisations.Folder)}: it is another organisation's");
        terminal.Data(
            new JsonObject
            {
                ["common"] = two.Common, ["own"] = two.Own, ["others"] = two.Others.Length, ["forked"] = two.Forked,
                ["acts"] = new JsonArray([.. two.Others.Select(Of)]),
            },
            [
                $"{two.Common} entries are the same in both.", $"{two.Own} more stand here only, {two.Others.Length} in the other only.", .. two.Others.Select(Line),
            ]);
        if (two.Forked) terminal.Message("Both went on from the same entry. Keep both records: this one is not changed, and an act of the other counts here only when it is done here.");
        return two.Forked ? ExitCode.DoesNotHold : ExitCode.Done;
    }

    private static JsonObject Of(OtherEntry other) => new()
    {
        ["entry"] = other.Index, ["act"] = Name(other), ["at"] = other.Entry.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
        ["lawful"] = other.Refusal is null, ["refusal"] = other.Refusal?.Code, ["clause"] = other.Refusal?.Clause,
    };

    private static string Line(OtherEntry other) => $"entry {other.Index}, {Name(other)}: {(other.Refusal is { } refusal ? $"would be refused here ({refusal.Code}{(refusal.Clause.Length > 0 ? ", " + refusal.Clause : "")})" : "would be lawful here")}";

    private static string Name(OtherEntry other) => ((WireNameAttribute)Attribute.GetCustomAttribute(other.Entry.Command.GetType(), typeof(WireNameAttribute))!).Name;
}
