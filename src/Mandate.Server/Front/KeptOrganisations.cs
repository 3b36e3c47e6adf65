using Mandate.Organisation;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Sessions;
using Mandate.Server.History;
using Mandate.Server.Home;
using Mandate.Server.Keeping;
using Mandate.Server.Motions;
using Mandate.Server.Wording;

namespace Mandate.Server.Front;

/// <summary>The front page's cards, from the records of the organisations kept here.</summary>
public sealed class KeptOrganisations(IKeeper keeper) : IInstallation
{
    public IReadOnlyList<OrganisationCard> Organisations(Words words) => [.. keeper.All.Where(k => k.State.Statutes.Versions.Length > 0 && k.Practice is null).Select(k => Card(k, words))];

    private static OrganisationCard Card(IKept kept, Words words)
    {
        if (Chronicle.Is(kept.State)) return Case(kept, words);
        var (state, now) = (kept.State, kept.Now);
        var rules = (state.Statutes.VersionAt(now) ?? state.Statutes.Versions[0]).Rules;
        var today = DateOnly.FromDateTime(words.Local(now).DateTime);
        var address = "/o/" + kept.Slug;
        return new(address, rules.Title.In(words.Language.Code),
            state.Founding.Rehearsal ? Standing.Rehearsal : Standing.Real,
            About(state, now, words),
            [words.Value($"{state.Roll.CountOn(today)} members"), .. rules.Units.Keys.Reverse().Select(k => $"{words.Number(state.Roll.UnitsOf(k, today).Count())} {words.Term(k, "other")}")],
            Next(state, today, words),
            Decided(kept, words, address),
            state.Founding.Rehearsal && state.Founding.Stage == Mandate.Organisation.Founding.FoundingStage.Closed ? Roles(kept, state, now, address) : []);
    }

    private static OrganisationCard Case(IKept kept, Words words)
    {
        var (state, language) = (kept.State, words.Language.Code);
        var story = Story.Of(state, DateOnly.FromDateTime(kept.Now.UtcDateTime));
        return new($"/o/{kept.Slug}/history", Chronicle.Title(state, language), Standing.CaseStudy,
            Chronicle.Itself(state) is { Notes.IsEmpty: false } own ? Told.Best(own.Notes, language).Text : "",
            [words.Count("history.count.events", story.Events.Length), words.Count("history.count.found", story.Events.Count(e => story.On(e.Id).Any())), .. story.Works.Select(w => Works.Author(state.Facts, w))],
            null, null, []);
    }

    private static string About(State state, DateTimeOffset now, Words words) => state.Sessions.All.Values
        .Where(s => s.Unit is null && s.Stage is SessionStage.Convened or SessionStage.Open or SessionStage.Adjourned).OrderBy(s => s.Opens).FirstOrDefault(s => s.Unit is null) is { } session
        ? words.Say("front.about-session", ("body", words.Place(session.Body)), ("motions", words.Count("front.motions", state.Motions.Before(session.Id).Count())), ("delegates", words.Count("front.delegates", state.Offices.Holders(session.Body, now).Count())))
        : words["front.about-quiet"];

    private static NextDate? Next(State state, DateOnly today, Words words) => state.Sessions.All.Values
        .Where(s => s.Unit is null && s.Stage == SessionStage.Convened && s.FirstDay >= today).OrderBy(s => s.Opens).FirstOrDefault() is { } session
        ? new(words.Say("front.opens", ("body", words.Place(session.Body))), session.FirstDay, today)
        : null;

    private static LastDecision? Decided(IKept kept, Words words, string address) => kept.State.Votes.All.Values
        .Where(v => v.Unit is null && Describe.Sum(v) is not null).OrderByDescending(v => v.Outcome!.At).ThenBy(v => v.Id, StringComparer.Ordinal).FirstOrDefault() is { } vote
        ? new(vote.Question.Subject is { } subject && kept.State.Motions.Find(subject) is { } motion ? MotionTitle.Of(kept, motion, words.Language) : vote.Question.Text, $"{address}/votes/{vote.Id}", Describe.Sum(vote)!)
        : null;

    /// <summary>Places that the constitution itself has, found by what the offices are for, not by their names.</summary>
    private static List<DemoRole> Roles(IKept kept, State state, DateTimeOffset now, string address)
    {
        var rules = (state.Statutes.VersionAt(now) ?? state.Statutes.Versions[0]).Rules;
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var roles = new List<DemoRole>();
        var coming = state.Sessions.All.Values.Where(s => s.Unit is null && s.Stage != SessionStage.Closed && s.Stage != SessionStage.Cancelled).OrderBy(s => s.Opens).FirstOrDefault();

        // Whoever convenes it has the most to do before a meeting; else whoever is employed to.
        Add("secretary", (coming is not null && rules.Bodies.GetValueOrDefault(coming.Body)?.Convene?.By.Id is { } convenor ? Holders(convenor).FirstOrDefault() : null) ?? rules.Offices.Values.Where(o => o.Per is null).OrderByDescending(o => o.Tags.Any(t => t.Id == "paid")).SelectMany(o => Holders(o.Id)).FirstOrDefault());
        Add("desk", coming is not null && rules.Bodies.GetValueOrDefault(coming.Body)?.Credentials?.Name is { Id: var desk } ? Holders(desk).FirstOrDefault() : null);
        Add("delegate", coming is null ? null : Holders(coming.Body).FirstOrDefault());
        Add("minority", coming is null ? null : state.Motions.Before(coming.Id).SelectMany(m => m.Amendments.Select(a => a.Mover).Append(m.Mover)).FirstOrDefault(p => !taken.Contains(p) && state.Offices.HeldBy(p, now).All(t => t.Seat.Of == coming.Body)));
        Add("inspector", rules.Bodies.Values.Where(b => b.Tags.Any(t => t.Id == "inspector")).SelectMany(b => Holders(b.Id)).FirstOrDefault());
        // The first of all members by id who has never held anything: in one pass, without sorting them.
        Add("member", state.Roll.Members.Values.Where(m => m.InGoodStanding && !state.Offices.Career(m.Id).Any()).MinBy(m => m.Id, StringComparer.Ordinal)?.Id);
        roles.Add(new("visitor", null, address + "/as"));
        return roles;

        IEnumerable<string> Holders(string of) => state.Offices.Holders(of, now).OrderBy(t => t.Id, StringComparer.Ordinal).Select(t => t.Person).Where(p => !taken.Contains(p));

        void Add(string role, string? person)
        {
            if (person is null || !taken.Add(person)) return;
            roles.Add(new(role, kept.NameOf(person) ?? person, $"{address}/as/{person}"));
        }
    }
}
