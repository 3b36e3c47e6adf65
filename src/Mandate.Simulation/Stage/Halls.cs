using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Mandate.Constitutions;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Votes;
using Basis = Mandate.Organisation.Offices.Basis;

namespace Mandate.Simulation.Stage;

/// <summary>Elections and appointments of the rehearsal, each put to the rules from nominations to result.</summary>
public sealed class Halls(Floor floor, Cast cast, Constitution rules)
{
    private int ids;

    /// <summary>Elections that the rules carried to a result.</summary>
    public int Held { get; private set; }

    /// <summary>Seats that the model filled because the rules do not offer the act, or refused it.</summary>
    public int ByModel { get; private set; }

    /// <summary>Opens a session of a body of the whole with all who hold a seat; its delegates have been counted per unit.</summary>
    public string Convene(Body body, string? unit, ImmutableSortedDictionary<string, int> delegates)
    {
        var id = $"s{++ids}";
        var day = DateOnly.FromDateTime(floor.Now.UtcDateTime);
        var entitled = Entitlement.ToNotice(floor.State, body.Id, unit, floor.Now);
        floor.Happened(Cast.Founder, new SessionConvened(id, body.Id, unit, "hall", body.Id, floor.Now, day.AddDays(1), day, delegates, entitled.Length, Entitlement.Digest(entitled), [], null));
        return id;
    }

    /// <summary>Everybody with a seat is accredited and present; the first presides.</summary>
    public bool Open(string session)
    {
        var meeting = floor.State.Sessions.Find(session)!;
        var seated = floor.State.Offices.Holders(meeting.Body, floor.Now, meeting.Unit).Where(t => t.Session is null || t.Session == session).OrderBy(t => t.Id, StringComparer.Ordinal).ToList();
        if (seated.Count == 0) return false;
        foreach (var tenure in seated.DistinctBy(t => t.Person, StringComparer.Ordinal))
            floor.Happened(Cast.Founder, new Accredited(session, tenure.Person, tenure.Id, tenure.Seat.Unit, null, null), new Arrived(session, tenure.Person));
        floor.Happened(Cast.Founder, new SessionOpened(session, seated[0].Person, new QuorumFigures(1, seated.Count, seated.Count, "", ""), new ServiceSummary(seated.Count, seated.Count, 0, 0, 0, 0, 0)));
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
        var id = $"e{++ids}";
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
        var candidates = Nominate(id, seat, seats, ofApparatus: true).Concat(free ? Nominate(id, seat, seats, ofApparatus: false) : []).ToList();
        var voters = session is null
            ? [.. cast.Members.Where(m => seat.Unit is null || floor.State.Roll.LiesIn(m.Unit, seat.Unit)).Select(m => m.Id)]
            : Entitlement.Present(floor.State, floor.State.Sessions.Find(session)!, floor.Now).ToImmutableArray();
        var tellers = cast.Members.Select(m => m.Id).Except(candidates, StringComparer.Ordinal).Where(m => session is null || !voters.Contains(m, StringComparer.Ordinal)).Take(2).ToImmutableArray();
        if (candidates.Count == 0 || voters.IsEmpty || tellers.Length < 2) return Stop(id, by, name[0]);
        if (!floor.Do(by, new CloseNominations(id), name[0]) || !floor.Do(by, new NameTellers(id, tellers), name[0]) || !floor.Do(by, new OpenVote(id), name[0])) return Stop(id, by, name[0]);
        foreach (var some in voters.Chunk(300))
            if (!floor.Do(tellers[0], new IssuePapers(id, [.. some]))) return Stop(id, by, name[0]);
        if (!floor.Do(by, new CloseVote(id), name[0])) return Stop(id, by, name[0]);
        var vote = floor.State.Votes.Find(id)!;
        var ballots = floor.Put(Papers(vote, seats, voters.Length, share(voters)));
        var papers = new Reconciliation(voters.Length, voters.Length, 0, 0, 0);
        if (!floor.Do(tellers[0], new EnterPapers(id, ballots, papers)) || !floor.Do(tellers[1], new EnterPapers(id, ballots, papers)) || !floor.Do(tellers[0], new PublishElection(id, ballots))) return Stop(id, by, name[0]);
        Held++;
        return floor.State.Votes.Find(id)!.Outcome is { } outcome ? [.. outcome.Elected] : null;
    }

    /// <summary>Seats that are given outside an election: by lot, by office, by co-option, from outside; or where the rules refused the act.</summary>
    public void Fill(Seat seat, string? session, IEnumerable<bool> ofApparatus, BasisKind basis, DateOnly? until)
    {
        var chosen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var loyal in ofApparatus)
        {
            var person = cast.People(floor, seat.Unit, loyal).Concat(cast.People(floor, null, loyal)).FirstOrDefault(p => !chosen.Contains(p));
            if (person is null) continue;
            chosen.Add(person);
            ByModel++;
            floor.Happened(Cast.Founder, new TenureBegan($"m{++ids}", person, seat, floor.Now, until, new Basis(basis, "model"), session));
        }
    }

    /// <summary>Ends what is held of a seat: its term is over.</summary>
    public void Vacate(Seat seat)
    {
        foreach (var tenure in floor.State.Offices.Holders(seat.Of, floor.Now).Where(t => t.Seat == seat).ToList()) floor.Happened(Cast.Founder, new TenureEnded(tenure.Id, "replaced"));
    }

    private List<string> Nominate(string vote, Seat seat, int seats, bool ofApparatus)
    {
        var standing = new List<string>();
        foreach (var person in cast.People(floor, seat.Unit, ofApparatus).Take(seats * 4))
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
        var by = rules.Offices.TryGetValue(seat.Of, out var office) ? office.By : rules.Bodies[seat.Of].Seats[seat.Group ?? ""].By;
        var who = (by is Elect { RunBy: { } run } ? [run.Id] : Array.Empty<string>()).Concat(rules.Electorates.Values.Select(e => e.Register.KeptBy.Id))
            .Concat(rules.Bodies.Values.Where(b => b.Of is not null && b.Convene is not null).Select(b => b.Convene!.By.Id)).Distinct(StringComparer.Ordinal);
        return (Cast.Founder, [.. who.SelectMany(w => new string?[] { Authority.NameOf(w, null), seat.Unit is null ? null : Authority.NameOf(w, seat.Unit) }).Where(n => n is not null).Distinct(StringComparer.Ordinal)]);
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
