using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Mandate.Constitutions;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Votes;
using Basis = Mandate.Organisation.Offices.Basis;

namespace Mandate.Simulation.Stage;

/// <summary>Elections and appointments of the rehearsal, each put to the rules from nominations to result.</summary>
public sealed class Halls(Floor floor, Cast cast, Constitution rules)
{
    private const int MostBallots = 12;
    private const int Tries = 6;

    private readonly Acting acting = new(floor, cast, rules);

    /// <summary>Elections that the rules carried to a result.</summary>
    public int Held { get; private set; }

    /// <summary>Of these, elections in which somebody of the apparatus and somebody else stood.</summary>
    public int Contested { get; private set; }

    /// <summary>Seats that the model filled because the rules refused the act.</summary>
    public int ByModel { get; private set; }

    /// <summary>Opens a session of a body of the whole with all who hold a seat; its delegates have been counted per unit.</summary>
    public string Convene(Body body, string? unit, ImmutableSortedDictionary<string, int> delegates)
    {
        var id = floor.Name("s");
        var day = DateOnly.FromDateTime(floor.Now.UtcDateTime);
        var entitled = Entitlement.ToNotice(floor.State, body.Id, unit, floor.Now);
        floor.Happened(Cast.Founder, new SessionConvened(id, body.Id, unit, "hall", body.Id, floor.Now, day.AddDays(1), day, delegates, entitled.Length, Entitlement.Digest(entitled), [], null));
        return id;
    }

    /// <summary>Everybody with a seat is accredited and present, in an assembly every member; the first presides.</summary>
    public bool Open(string session)
    {
        var meeting = floor.State.Sessions.Find(session)!;
        var seated = floor.State.Offices.Holders(meeting.Body, floor.Now, meeting.Unit).Where(t => t.Session is null || t.Session == session).OrderBy(t => t.Id, StringComparer.Ordinal).DistinctBy(t => t.Person, StringComparer.Ordinal).ToList();
        foreach (var tenure in seated) floor.Happened(Cast.Founder, new Accredited(session, tenure.Person, tenure.Id, tenure.Seat.Unit, null, null), new Arrived(session, tenure.Person));
        ImmutableArray<string> present = [.. seated.Select(t => t.Person)];
        if (rules.Bodies[meeting.Body].Of is not null)
        {
            present = [.. cast.Members.Where(m => m.Id != Cast.Founder && (meeting.Unit is null || floor.State.Roll.LiesIn(m.Unit, meeting.Unit))).Select(m => m.Id)];
            floor.Happened(Cast.Founder, [.. present.Select(p => (Event)new Arrived(session, p))]);
        }
        if (present.IsEmpty) return false;
        floor.Happened(Cast.Founder, new SessionOpened(session, present[0], new QuorumFigures(1, present.Length, present.Length, "", ""), new ServiceSummary(present.Length, present.Length, 0, 0, 0, 0, 0)));
        return true;
    }

    public void Close(string session) => floor.Happened(Cast.Founder, new SessionClosed(session), new SessionMandatesEnded(session));

    /// <summary>
    /// An election by paper: two lists stand, the voters of the cohort put one of them first. Null where the rules do not carry it to a
    /// result; then nothing of it counts.
    /// </summary>
    /// <param name="session">The session of the electing body; null where members elect.</param>
    /// <param name="forSession">The session that delegates are elected for.</param>
    /// <param name="seats">Seats to fill.</param>
    /// <param name="free">Whether candidates who are not of the apparatus are let in.</param>
    /// <param name="share">Voters who put the apparatus first, given how many vote and who they are.</param>
    public ImmutableArray<string>? Elect(Seat seat, string? session, string? forSession, int seats, bool free, Func<ImmutableArray<string>, int> share)
    {
        var id = floor.Name("e");
        var chair = session is null ? null : floor.State.Sessions.Find(session)!.ChairPerson;
        var (by, name) = Conductor(seat, chair);
        var opened = false;
        foreach (var inNameOf in name)
            if (opened = floor.Do(by, new OpenNominations(id, session, seat, forSession), inNameOf))
            {
                name = [inNameOf];
                break;
            }
        if (!opened) return null;
        seats = floor.State.Votes.Find(id)!.Seats;
        var candidates = Nominate(id, seat, seats, ofApparatus: true).Concat(free ? Nominate(id, seat, seats, ofApparatus: false) : []).ToList();
        var voters = session is null
            ? [.. cast.Members.Where(m => seat.Unit is null || floor.State.Roll.LiesIn(m.Unit, seat.Unit)).Select(m => m.Id)]
            : Entitlement.Present(floor.State, floor.State.Sessions.Find(session)!, floor.Now).ToImmutableArray();
        var tellers = cast.Members.Select(m => m.Id).Except(candidates, StringComparer.Ordinal).OrderBy(m => session is not null && voters.Contains(m, StringComparer.Ordinal) ? 1 : 0).ThenByDescending(m => m, StringComparer.Ordinal).Take(2).ToImmutableArray();
        if (candidates.Count == 0 || voters.IsEmpty || tellers.Length < 2) return Stop(id, by, name[0]);
        if (!floor.Do(by, new CloseNominations(id), name[0]) || !floor.Do(by, new NameTellers(id, tellers), name[0])) return Stop(id, by, name[0]);
        // Ballots are repeated where the clause says so, until somebody is elected or it says that it ends.
        for (var ballot = 0; floor.State.Votes.Find(id)!.Stage == VoteStage.Standing && ballot < MostBallots; ballot++)
            if (!Ballot(id, by, name[0], tellers, seats, voters, share)) return Stop(id, by, name[0]);
        if (floor.State.Votes.Find(id)! is not { Stage: VoteStage.Result, Outcome: { } outcome } done) return Stop(id, by, name[0]);
        Held++;
        if (floor.State.Votes.Find(id)!.CandidateOrder is var stood && stood.Any(cast.IsLoyal) && !stood.All(cast.IsLoyal)) Contested++;
        if (SelectOf(seat) is Elect { Confirm: { } confirm })
            foreach (var person in done.Awaiting.Order(StringComparer.Ordinal).ToList()) acting.As([confirm.By], seat.Unit, new ConfirmElected(id, person, Confirms: true));
        return [.. outcome.Elected];
    }

    /// <summary>One ballot: papers given out, entered twice, counted.</summary>
    private bool Ballot(string id, string by, string? name, ImmutableArray<string> tellers, int seats, ImmutableArray<string> voters, Func<ImmutableArray<string>, int> share)
    {
        if (!floor.Do(by, new OpenVote(id), name)) return false;
        foreach (var some in voters.Chunk(300))
            if (!floor.Do(tellers[0], new IssuePapers(id, [.. some]))) return false;
        if (!floor.Do(by, new CloseVote(id), name)) return false;
        var ballots = floor.Put(Papers(floor.State.Votes.Find(id)!, seats, voters.Length, share(voters)));
        var papers = new Reconciliation(voters.Length, voters.Length, 0, 0, 0);
        return floor.Do(tellers[0], new EnterPapers(id, ballots, papers)) && floor.Do(tellers[1], new EnterPapers(id, ballots, papers)) && floor.Do(tellers[0], new PublishElection(id, ballots));
    }

    private Select SelectOf(Seat seat) => rules.Offices.TryGetValue(seat.Of, out var office) ? office.By : rules.Bodies[seat.Of].Seats[seat.Group ?? ""].By;

    /// <summary>Seats that the rules refused to fill: without them a body could not act, and the run would say nothing.</summary>
    public void Fill(Seat seat, string? session, IEnumerable<bool> ofApparatus, BasisKind basis, DateOnly? until)
    {
        var chosen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var loyal in ofApparatus)
        {
            var person = cast.People(floor, seat.Unit, loyal).Concat(cast.People(floor, null, loyal)).FirstOrDefault(p => !chosen.Contains(p));
            if (person is null) continue;
            chosen.Add(person);
            ByModel++;
            floor.Happened(Cast.Founder, new TenureBegan(floor.Name("m"), person, seat, floor.Now, until, new Basis(basis, "model"), session));
        }
    }

    /// <summary>Ends what is held of a seat: its term is over.</summary>
    /// <param name="provisional">Also what founders named, which otherwise gives way by the rules.</param>
    public void Vacate(Seat seat, bool provisional = false)
    {
        foreach (var tenure in floor.State.Offices.Holders(seat.Of, floor.Now).Where(t => t.Seat == seat && (provisional || t.Basis.Kind != BasisKind.Founding)).ToList()) floor.Happened(Cast.Founder, new TenureEnded(tenure.Id, "replaced"));
    }

    private List<string> Nominate(string vote, Seat seat, int seats, bool ofApparatus)
    {
        var standing = new List<string>();
        foreach (var person in cast.People(floor, seat.Unit, ofApparatus).Take((seats * 4) + Tries))
        {
            if (standing.Count == seats) break;
            if (!floor.Do(person, new Nominate(vote, person))) continue;
            Support(vote, seat, person);
            standing.Add(person);
        }
        return standing;
    }

    /// <summary>Members who support a nomination where the office asks for them.</summary>
    private void Support(string vote, Seat seat, string person)
    {
        var asked = rules.Offices.GetValueOrDefault(seat.Of)?.Nominate;
        if (asked is null) return;
        foreach (var supporter in cast.Members.Where(m => m.Id != person).Take(24)) floor.Do(supporter.Id, new Nominate(vote, person));
    }

    private (string By, ImmutableArray<string?> Names) Conductor(Seat seat, string? chair)
    {
        if (chair is not null) return (chair, [null]);
        var who = (SelectOf(seat) is Elect { RunBy: { } run } ? [run] : Array.Empty<Ref>()).Concat(rules.Electorates.Values.Select(e => e.Register.KeptBy))
            .Concat(rules.Bodies.Values.Where(b => b.Of is not null && b.Convene is not null).Select(b => b.Convene!.By));
        return (Cast.Founder, [.. who.Select(w => (string?)acting.NameOf(w, seat.Unit)).Distinct(StringComparer.Ordinal)]);
    }

    private ImmutableArray<string>? Stop(string id, string by, string? name)
    {
        floor.Do(by, new StopVote(id, "not carried to a result"), name);
        return null;
    }

    /// <summary>Papers of the two lists, mixed like from like: those who put the apparatus first, then the others.</summary>
    private string Papers(Vote vote, int seats, int voters, int forApparatus)
    {
        var order = vote.CandidateOrder;
        var apparatus = Enumerable.Range(1, order.Length).Where(i => cast.IsLoyal(order[i - 1])).ToList();
        var others = Enumerable.Range(1, order.Length).Except(apparatus).ToList();
        var blt = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{order.Length} {seats}\n");
        Add(blt, forApparatus, apparatus.Count > 0 ? apparatus : others);
        Add(blt, voters - forApparatus, others.Count > 0 ? others : apparatus);
        blt.Append("0\n");
        foreach (var candidate in order) blt.Append(CultureInfo.InvariantCulture, $"\"{candidate}\"\n");
        return blt.Append(CultureInfo.InvariantCulture, $"\"{vote.Id}\"\n").ToString();
    }

    private static void Add(StringBuilder blt, int papers, List<int> list)
    {
        if (papers > 0) blt.Append(CultureInfo.InvariantCulture, $"{papers} {string.Join(' ', list)} 0\n");
    }
}
