using System.CommandLine;
using System.Text.Json.Nodes;
using Mandate.Cli.Contract;
using Mandate.Server.Api;
using Command = System.CommandLine.Command;

namespace Mandate.Cli.Acts;

/// <summary><c>mandate may</c>: the acts open now, and why the others are not.</summary>
internal static class MayCommand
{
    public static Command Create() =>
        new Command("may", "Acts open now, and why the others are not.") { Organisations.Folder, Organisations.As, Organisations.Keys }.Running(Run);

    private static async Task<int> Run(ParseResult parsed, Terminal terminal, CancellationToken cancel)
    {
        await using var node = Organisations.Look(parsed);
        var (state, now) = (node.State, node.Now);
        var one = parsed.GetValue(Organisations.As);
        var offers = (one is null ? Offers.Busy(state, now) : [one])
            .SelectMany(person => Offers.For(state, person, now, node.Names).Select(offer => (Person: person, Offer: offer)))
            // Without a person, only what is open: a list of everything that every officer may not do helps nobody.
            .Where(o => one is not null || o.Offer.WhyNot is null).ToList();
        terminal.Data(
            new JsonObject
            {
                ["organisation"] = state.Founding.Id,
                ["at"] = ActJson.Moment(now),
                ["as"] = one,
                ["acts"] = new JsonArray([.. offers.Select(o => ActJson.Offer(o.Person, o.Offer))]),
            },
            offers.Select(o => $"{(one is null ? o.Person + "  " : "")}{(o.Offer.WhyNot is null ? "may    " : "may not")} {o.Offer.Act} {o.Offer.Subject}{(o.Offer.WhyNot is { } why ? ": " + JsonOf.Line(why) : o.Offer.Clause.Length > 0 ? $" (by {o.Offer.Clause})" : "")}"));
        if (offers.Count == 0) terminal.Message(one is null ? "No act is open to anybody." : $"No act concerns {one} now.");
        return ExitCode.Done;
    }
}
