using Mandate.Organisation.Roll;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Votes;
using Mandate.Server.Acting;
using Mandate.Server.Keeping;
using Mandate.Server.Look;

namespace Mandate.Server.Home;

/// <summary>What waits for a person: what others have begun and this person may go on with, then what they may begin themselves.</summary>
public static class Today
{
    public static IReadOnlyList<ActLine> For(Visit visit)
    {
        if (visit.Person is not { } person) return [];
        var lines = new List<ActLine>();
        lines.AddRange(Waiting(visit, person).Where(l => l.Opening == Opening.Now));
        lines.AddRange(Beginnings(visit, person));
        return lines;
    }

    private static IEnumerable<ActLine> Waiting(Visit visit, string person)
    {
        var state = visit.State;
        foreach (var vote in state.Votes.All.Values.Where(v => v.Stage == VoteStage.Running && !v.IsElection && v.Kind is VoteKind.Open or VoteKind.RollCall).OrderBy(v => v.Id, StringComparer.Ordinal))
            yield return About(Asking.Line(visit, "votes.cast", ("vote", vote.Id)), vote.Question.Text);
        foreach (var election in state.Votes.All.Values.Where(v => v.Stage == VoteStage.Nominations && v.Candidates.TryGetValue(person, out var c) && !c.Accepted && !c.Withdrawn).OrderBy(v => v.Id, StringComparer.Ordinal))
            yield return About(Asking.Line(visit, "votes.accept-nomination", ("vote", election.Id)), Describe.Election(visit, election));
        foreach (var resolution in state.Offices.Resolutions.Values.Where(r => !r.Carried && !r.Signed.Contains(person)).OrderBy(r => r.Id, StringComparer.Ordinal))
            yield return About(Asking.Line(visit, "offices.sign-act", ("resolution", resolution.Id)), $"{visit.Words.Place(resolution.Body)}: {Describe.Act(visit, resolution.Act)}");
        foreach (var recall in state.Offices.Recalls.Values.Where(r => !r.Enough && !r.Signed.Contains(person)).OrderBy(r => r.Id, StringComparer.Ordinal))
            yield return Asking.Line(visit, "offices.sign-recall", ("recall", recall.Id));
        foreach (var demand in state.Sessions.Demands.Values.Where(d => d.Session is null && !d.Signed.Contains(person)).OrderBy(d => d.Id, StringComparer.Ordinal))
            yield return About(Asking.Line(visit, "sessions.sign-demand", ("demand", demand.Id)), demand.Purpose);
        foreach (var draw in state.Offices.Draws.Values.Where(d => d.Drawn.IsDefaultOrEmpty && !d.Pool.Contains(person, StringComparer.Ordinal)).OrderBy(d => d.Id, StringComparer.Ordinal))
            yield return About(Asking.Line(visit, "offices.volunteer", ("draw", draw.Id)), visit.Words.Place(draw.Seat.Of));
        foreach (var session in state.Sessions.All.Values.Where(s => s.Stage == SessionStage.Convened).OrderBy(s => s.Opens))
            yield return About(Asking.Line(visit, "sessions.open", ("session", session.Id)), Describe.Session(visit, session));
        if (state.Roll.Member(person) is { Counts: true })
            foreach (var application in state.Roll.Applications.Values.Where(a => a.Stage == ApplicationStage.Filed).OrderBy(a => a.Id, StringComparer.Ordinal).Take(5))
                yield return Asking.Line(visit, "roll.admit-by-silence", ("application", application.Id));
    }

    private static IEnumerable<ActLine> Beginnings(Visit visit, string person)
    {
        yield return Asking.Line(visit, "motions.file");
        yield return Asking.Line(visit, "sessions.convene");
        yield return Asking.Line(visit, "sessions.demand");
        if (visit.State.Offices.HeldBy(person, visit.Now).FirstOrDefault() is { } tenure) yield return Asking.Line(visit, "offices.resign", ("tenure", tenure.Id));
        if (visit.Member is { Counts: true }) yield return Asking.Line(visit, "roll.transfer", ("person", person));
    }

    private static ActLine About(ActLine line, string what) => line with { Title = $"{line.Title}: {what}" };
}
