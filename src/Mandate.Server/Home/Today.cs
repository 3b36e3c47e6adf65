using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Server.Acting;
using Mandate.Server.Keeping;
using Mandate.Server.Look;

namespace Mandate.Server.Home;

/// <summary>
/// What a person may do now: the rules were asked about each act. First what waits for this person, then rights that are always
/// there, one line for each kind of act; with them what opens later and what is refused, with the reason.
/// </summary>
public static class Today
{
    /// <summary>Rights that a person has every day: they stand after what waits for them today.</summary>
    private static readonly ImmutableHashSet<string> Always = ImmutableHashSet.Create(StringComparer.Ordinal,
        "sessions.demand", "sessions.waive-notice", "sessions.dispute-service", "sessions.arrive", "sessions.cancel", "sessions.postpone",
        "motions.support", "motions.withdraw", "offices.resign", "offices.start-recall", "offices.end-post", "offices.declare-interest", "offices.end-interest", "offices.state-grounds", "offices.assess", "offices.grant-benefit", "offices.end-benefit", "offices.set-ceiling", "offices.set-standard", "offices.assign-portfolio", "roll.transfer", "roll.leave", "roll.erase", "votes.stop");

    /// <summary>In the order in which they wait: a vote that runs before everything else.</summary>
    private static readonly string[] Words = ["votes", "sessions", "motions", "offices", "statutes", "roll"];

    public static IReadOnlyList<ActLine> For(Visit visit)
    {
        var offers = Words.SelectMany(visit.Offers)
            .Where(o => Acts.Find(o.Act) is not null);
        return [.. offers.GroupBy(o => (o.Act, Code: o.WhyNot?.Code)).Select(g => Line(visit, g.Key.Act, [.. g]))];
    }

    private static ActLine Line(Visit visit, string act, IReadOnlyList<Offer> offers)
    {
        var (first, title) = (offers[0], visit.Words["offer." + act]);
        if (first.WhyNot is { } refusal && !Acts.Find(act)!.IsProposal(refusal))
        {
            var words = visit.Say(refusal);
            var later = refusal.Earliest is { } earliest && earliest > visit.Now;
            return new(title, null, later ? Opening.Later : Opening.Refused) { Why = words.Sentence, Clause = words.Clause, Way = words.Way, When = later ? refusal.Earliest : null, Always = Always.Contains(act) };
        }
        var subject = offers.Count == 1 ? Subject(visit, first) : null;
        return new(offers.Count > 1 ? $"{title} ({visit.Words.Number(offers.Count)})" : subject is null ? title : visit.Words.Say("acts.of-subject", ("title", title), ("subject", subject)),
            offers.Count > 1 ? Section(visit, act) : Prefilled.Address(visit, first.Prototype, act), Opening.Now)
        { Always = Always.Contains(act) };
    }

    private static string? Subject(Visit visit, Offer offer) =>
        visit.State.Sessions.Find(offer.Subject) is { } session ? Describe.Session(visit, session)
        : visit.State.Votes.Find(offer.Subject) is { } vote ? Describe.Vote(visit, vote)
        : visit.State.Motions.Find(offer.Subject) is { } motion ? visit.Title(motion)
        : visit.State.Offices.Tenures.TryGetValue(offer.Subject, out var tenure) ? Describe.Seat(visit, tenure.Seat)
        : visit.State.Offices.Resolutions.TryGetValue(offer.Subject, out var resolution) ? Describe.Act(visit, resolution.Act)
        : visit.Version.Rules.Bodies.ContainsKey(offer.Subject) ? visit.Words.Place(offer.Subject)
        : null;

    /// <summary>Where the things are that the act can be done to, when there are several.</summary>
    private static string Section(Visit visit, string act) => visit.Address + act.Split('.')[0] switch
    {
        "motions" => "/motions",
        "offices" => "/offices",
        "votes" => "/votes",
        "sessions" => act switch { "sessions.demand" => "/act/sessions.demand", "sessions.convene" => "/sessions/convene", _ => "/sessions" },
        "roll" => "/members",
        _ => "/constitution",
    };
}
