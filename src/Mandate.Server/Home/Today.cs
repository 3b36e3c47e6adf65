using System.Collections.Frozen;
using Mandate.Organisation.Acts;
using Mandate.Server.Acting;
using Mandate.Server.Keeping;
using Mandate.Server.Look;
using Mandate.Server.Rights;

namespace Mandate.Server.Home;

/// <summary>
/// What a person may do now: the rules were asked about each act. First what waits for this person, with its last day; then the rights of
/// every day by room, one line for each kind of act; with them what opens later and what is refused, with the reason.
/// </summary>
public static class Today
{
    /// <summary>In the order in which they wait: a vote that runs before everything else.</summary>
    private static readonly string[] Words =
        ["votes", "planning", "sessions", "motions", "decisions", "inspection", "petitions", "undertakings", "documents", "federation", "press", "tendencies", "restrictions", "accounts", "works", "offices", "statutes", "roll"];

    /// <summary>The room in which the acts of a word stand, by its name in the sections of an organisation; the others are rights.</summary>
    private static readonly FrozenDictionary<string, string> Rooms = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["votes"] = "votes", ["planning"] = "plan", ["sessions"] = "sessions", ["motions"] = "motions", ["offices"] = "offices", ["statutes"] = "constitution", ["roll"] = "members",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Registers other than the first of their word.</summary>
    private static readonly FrozenDictionary<string, string> Registers = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["petitions.answer-concern"] = "concerns", ["petitions.answer-protest"] = "protests", ["petitions.join-protest"] = "protests",
        ["undertakings.reply-to-summons"] = "summonses", ["undertakings.record-report"] = "summonses", ["undertakings.accept-help"] = "needs", ["undertakings.offer-help"] = "needs", ["undertakings.withdraw-help"] = "needs",
        ["federation.acknowledge"] = "orders", ["federation.carry-out"] = "orders", ["federation.countermand"] = "orders", ["federation.plan"] = "orders", ["federation.dispute"] = "orders", ["federation.settle"] = "disputes",
        ["federation.answer"] = "queries", ["federation.report-mission"] = "missions", ["federation.end-mission"] = "missions", ["federation.object-mission"] = "missions", ["federation.reject-emissary"] = "missions",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IReadOnlyList<ActLine> For(Visit visit) =>
    [
        .. Words.SelectMany(visit.Offers)
            .Where(o => Acts.Find(o.Act) is not null && (Waiting.Is(o.Act) || Rooms.ContainsKey(Word(o.Act)) || IsOpen(o)))
            .GroupBy(o => (o.Act, Code: IsOpen(o) ? null : o.WhyNot!.Code))
            .Where(g => g.Key.Code is null || !IsOfRegisters(g.Key.Act) || g.Any(o => o.WhyNot?.Earliest > visit.Now))
            .SelectMany(g => Lines(visit, g.Key.Act, [.. g])),
    ];

    private static bool IsOpen(Offer offer) => offer.WhyNot is null || Acts.Find(offer.Act)!.IsProposal(offer.WhyNot);

    private static string Word(string act) => act[..act.IndexOf('.', StringComparison.Ordinal)];

    private static bool IsOfRegisters(string act) => !Rooms.ContainsKey(Word(act)) || Word(act) == "planning";

    /// <summary>One line for each kind of act; what is asked of the person in the registers is named one by one while that is short.</summary>
    private static IEnumerable<ActLine> Lines(Visit visit, string act, IReadOnlyList<Offer> offers) =>
        Waiting.Is(act) && IsOfRegisters(act) && offers.Count <= 3 ? offers.Select(o => Line(visit, act, [o])) : [Line(visit, act, offers)];

    private static ActLine Line(Visit visit, string act, IReadOnlyList<Offer> offers)
    {
        var (first, title, room) = (offers[0], visit.Words["offer." + act], Waiting.Is(act) ? null : Rooms.GetValueOrDefault(Word(act), "rights"));
        var subject = offers.Count == 1 && first.Subject != "new" && first.Subject != visit.Person ? Named.Of(visit, first.Subject) ?? Named.Place(visit, first.Subject) : null;
        if (subject is not null) title = visit.Words.Say("acts.of-subject", ("title", title), ("subject", subject));
        if (!IsOpen(first))
        {
            var refusal = first.WhyNot!;
            var words = visit.Say(refusal);
            var later = refusal.Earliest is { } earliest && earliest > visit.Now;
            return new(title, null, later ? Opening.Later : Opening.Refused) { Why = words.Sentence, Clause = words.Clause, Way = words.Way, When = later ? refusal.Earliest : null };
        }
        return new(offers.Count > 1 ? $"{title} ({visit.Words.Number(offers.Count)})" : title,
            offers.Count > 1 ? Section(visit, act) : Prefilled.Address(visit, first.Prototype, act), Opening.Now)
        { Room = room, Due = offers.Select(o => Waiting.Due(visit, o)).Min() };
    }

    /// <summary>Where the things are that the act can be done to, when there are several.</summary>
    private static string Section(Visit visit, string act) => visit.Address + act switch
    {
        "sessions.demand" => "/act/sessions.demand",
        "sessions.convene" => "/sessions/convene",
        _ => "/" + (Rooms.GetValueOrDefault(Word(act)) ?? "rights/" + (Registers.GetValueOrDefault(act) ?? Register.All.First(r => r.Word == Word(act)).Name)),
    };
}
