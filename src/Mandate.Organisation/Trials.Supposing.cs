using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Organisation.Accounts;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Press;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Statutes;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation;

/// <summary>Trials one step on: an open session, a vote that is running, a post that is proposed. Nothing of it is kept.</summary>
public static partial class Trials
{
    private static Trial? Supposing(Stage s, string guard) => guard switch
    {
        "surprise-motion" => Surprised(s),
        "vanished-quorum" => Vanished(s),
        "monopoly-of-list" => ShutOut(s),
        "lost-mover" => Lost(s),
        "circular-flow-of-power" => Circular(s),
        "delegate-distortion" => Untraceable(s),
        "concentrated-offices" => TwoPlaces(s),
        "fused-defence" => TakenIn(s),
        "one-sided-report" => OneSided(s),
        "sanction-without-hearing" => Unheard(s),
        _ => null,
    };

    /// <summary>How many a supposed vote needs.</summary>
    private const int Enough = 20;

    private static Trial Suppose(State supposed, Act refused, Act lawful) => new("", supposed, refused, lawful, true);

    /// <summary>A session with a motion before it, as it would stand when it is open; the motion put to the vote by its own chair.</summary>
    private static (State State, Session Session, Motion Motion)? Sitting(Stage s)
    {
        foreach (var session in s.State.Sessions.All.Values.Where(x => x.ClosedAt is null && x.Stage != SessionStage.Cancelled).OrderByDescending(x => x.Agenda.Length).ThenBy(x => x.Id, StringComparer.Ordinal))
            foreach (var motion in s.State.Motions.Before(session.Id).Where(m => m is { Vote: null, Target: null, Stage: MotionStage.Filed or MotionStage.OnAgenda }).OrderBy(m => m.Id, StringComparer.Ordinal))
            {
                var chair = session.ChairPerson ?? s.State.Offices.Tenures.Values.Where(t => t.Session == session.Id && t.HeldAt(s.At)).MinBy(t => t.Id, StringComparer.Ordinal)?.Person ?? s.Holder(session.Body) ?? s.AnyMember;
                return (With(s.State, session with { Stage = SessionStage.Open, OpenedAt = s.At, ChairPerson = chair }), session with { ChairPerson = chair }, motion);
            }
        return null;
    }

    private static State With(State state, Session session) => state with { Sessions = state.Sessions with { All = state.Sessions.All.SetItem(session.Id, session) } };

    private static State With(State state, Motion motion) => state with { Motions = state.Motions with { All = state.Motions.All.SetItem(motion.Id, motion) } };

    private static State With(State state, Vote vote) => state with { Votes = new(state.Votes.All.SetItem(vote.Id, vote)) };

    /// <summary>The same motion, filed on the day of the sitting; filed as it was.</summary>
    private static Trial? Surprised(Stage s)
    {
        if (Sitting(s) is not var (state, session, motion)) return null;
        PutQuestion Put(string subject) => new("try", VoteKind.RollCall, session.Id, null, subject, motion.Current.Number, motion.Title);
        var late = motion with { Id = motion.Id + "-late", FiledAt = s.At, NoticedOn = session.FirstDay, AlsoBefore = motion.AlsoBefore.Remove(session.Id) };
        var early = motion with { NoticedOn = session.FirstDay.AddDays(-365), AlsoBefore = motion.AlsoBefore.Remove(session.Id) };
        // Both sides were asked, as some rules of debate want before a question is put.
        var asked = state.Sessions.Find(session.Id)!;
        asked = asked with { Silences = [.. asked.Silences, ("motion:" + early.Id, SpeechSides.For), ("motion:" + early.Id, SpeechSides.Against)] };
        return Suppose(With(With(With(state, asked), early), late), s.Act(session.ChairPerson!, Put(late.Id)), s.Act(session.ChairPerson!, Put(early.Id)));
    }

    /// <summary>A vote for which fewer are there than its quorum; as many as it.</summary>
    private static Trial? Vanished(Stage s)
    {
        if (Sitting(s) is not var (state, session, motion)) return null;
        Vote There(string id, int here) => new(id, VoteKind.Open, session.Id, null, new(motion.Title, motion.Id, null, "majority of votes cast", "procedure.default", $"{Enough} of {2 * Enough} seats", $"bodies.{session.Body}.quorum", Enough), null, 0, null, 2 * Enough, s.At, s.At, s.At, VoteStage.Closed,
            ImmutableSortedDictionary<string, Candidacy>.Empty, [], ImmutableSortedDictionary<string, Choice>.Empty, ImmutableSortedSet<string>.Empty, [], [], null, null, null, null, null, [], null) { PresentAtClose = here };
        return Suppose(With(With(state, There("try-few", Enough - 1)), There("try-enough", Enough)), s.Act(session.ChairPerson!, new DeclareResult("try-few")), s.Act(session.ChairPerson!, new DeclareResult("try-enough")));
    }

    /// <summary>Somebody at the desk refuses a delegate against whom they stand; somebody who stands for nothing.</summary>
    private static Trial? ShutOut(Stage s)
    {
        if (Sitting(s) is not var (state, session, _)) return null;
        var electoral = s.Rules.Bodies.Values.FirstOrDefault(b => b.Id == session.Body)?.Credentials?.Name?.Id is { } desk ? state.Offices.Holders(desk, s.At).Select(t => t.Person).Order(StringComparer.Ordinal).ToList() : [];
        if (electoral.Count < 2 || s.Other(electoral[0]) is not { } delegateOf) return null;
        var stands = new[] { electoral[0], delegateOf }.Select(p => KeyValuePair.Create(p, new Candidacy(p, p, s.At, true)));
        var vote = new Vote("try", VoteKind.Paper, session.Id, null, new("-", null, null, "", ""), new Seat(session.Body), 1, null, 2, s.At, null, null, VoteStage.Nominations,
            ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, stands), [], ImmutableSortedDictionary<string, Choice>.Empty, ImmutableSortedSet<string>.Empty, [], [], null, null, null, null, null, [], null);
        var reject = new RejectCredential(session.Id, delegateOf, state.Offices.HeldBy(delegateOf, s.At).FirstOrDefault(t => t.Session == session.Id)?.Id, "-");
        return Suppose(With(state, vote), s.Act(electoral[0], reject), s.Act(electoral[1], reject));
    }

    /// <summary>The item is done with while its mover is away; while the mover is there.</summary>
    private static Trial? Lost(Stage s)
    {
        if (Sitting(s) is not var (state, session, motion) || motion.MovedFor is not null) return null;
        var item = new AgendaItem("try", ItemKind.Motion, motion.Title, motion.Id);
        var there = session.Id + "-there";
        var opened = session with { Stage = SessionStage.Open, OpenedAt = s.At, Agenda = [item], RunningItem = item.Id, Credentials = session.Credentials.SetItem(motion.Mover, new(motion.Mover, null, null, s.At)), Present = session.Present.Except(motion.Supporters).Remove(motion.Mover) };
        return Suppose(With(With(state, opened), opened with { Id = there, Present = opened.Present.Add(motion.Mover) }), s.Act(session.ChairPerson!, new FinishItem(session.Id, item.Id)), s.Act(session.ChairPerson!, new FinishItem(there, item.Id)));
    }

    /// <summary>An employee of a body counts the election of those who elect that body; somebody else does.</summary>
    private static Trial? Circular(Stage s)
    {
        foreach (var (elected, electing) in s.Rules.Bodies.Values.SelectMany(b => b.Seats.Values.Select(g => (b.Id, (g.By as Elect)?.Body?.Id))))
        {
            if (electing is null || s.Holder(elected) is null) continue;
            var group = s.Rules.Bodies[electing].Seats.Keys.FirstOrDefault(k => k.Length > 0);
            var employee = s.AnyMember;
            if (s.State.Roll.Members.Values.Where(m => m.InGoodStanding && m.Id != employee).OrderBy(m => m.Id, StringComparer.Ordinal).Take(2).Select(m => m.Id).ToList() is not [var other, var third]) return null;
            var vote = new Vote("try", VoteKind.Paper, null, null, new("-", null, null, "", ""), new Seat(electing, group), 1, null, 2, s.At, null, null, VoteStage.Standing,
                ImmutableSortedDictionary<string, Candidacy>.Empty, [], ImmutableSortedDictionary<string, Choice>.Empty, ImmutableSortedSet<string>.Empty, [], [], null, null, null, null, null, [], null);
            var state = With(s.State, vote);
            state = state with { Offices = state.Offices with { Employments = state.Offices.Employments.SetItem("try", new("try", employee, "paid", "-", s.Day, null, elected)) } };
            var teller = s.Rules.Electorates.Values.Select(e => s.Holder(e.Register.KeptBy.Id)).FirstOrDefault(h => h is not null) ?? employee;
            return Suppose(state, s.Act(teller, new NameTellers("try", [employee, third])), s.Act(teller, new NameTellers("try", [other, third])));
        }
        return null;
    }

    /// <summary>A delegate whom somebody appointed is accredited; one whom members elected.</summary>
    private static Trial? Untraceable(Stage s)
    {
        foreach (var session in s.State.Sessions.All.Values.Where(x => x.Delegates.Count > 0 && x.ClosedAt is null).OrderBy(x => x.Id, StringComparer.Ordinal))
        {
            var elected = s.State.Offices.Tenures.Values.Where(t => t.Session == session.Id && t.HeldAt(s.At) && !session.Credentials.ContainsKey(t.Person) && t.Basis.Kind is BasisKind.Election or BasisKind.Countback).OrderBy(t => t.Id, StringComparer.Ordinal).Take(2).ToList();
            if (elected is not [var tenure, var other] || s.Rules.Bodies[session.Body].Credentials?.Name?.Id is not { } desk || s.Holder(desk) is not { } by) continue;
            var appointed = tenure with { Basis = new(BasisKind.Appointment, "try", desk) };
            var state = s.State with { Offices = s.State.Offices with { Tenures = s.State.Offices.Tenures.SetItem(tenure.Id, appointed) } };
            return Suppose(state, s.Act(by, new Accredit(session.Id, tenure.Person, tenure.Id, null)), s.Act(by, new Accredit(session.Id, other.Person, other.Id, null)));
        }
        return null;
    }

    /// <summary>The holder of an inspected office is gone: somebody of the inspection acts in it; somebody of the body that the clause names does.</summary>
    private static Trial? TwoPlaces(Stage s)
    {
        foreach (var power in s.Rules.Powers.Where(p => p.Verb == Verb.Inspect && p.Holder is NamedHolder))
            foreach (var office in power.Object.Select(o => s.Rules.Offices.GetValueOrDefault(o.Id)).OfType<Office>().Where(o => o.Per is null))
                if (s.Holder(((NamedHolder)power.Holder).Name.Id) is { } inspector && office.Vacancy?.Acting?.Id is { } from && s.Holder(from) is { } stands)
                {
                    var gone = s.State.Offices.Holders(office.Id, s.At).Aggregate(s.State.Offices.Tenures, (all, t) => all.SetItem(t.Id, t with { Ended = s.At }));
                    return Suppose(s.State with { Offices = s.State.Offices with { Tenures = gone } }, s.Act(stands, new BeginActing("try", inspector, new Seat(office.Id)), from), s.Act(stands, new BeginActing("try", stands, new Seat(office.Id)), from));
                }
        return null;
    }

    /// <summary>Somebody of the inspection is taken into a paid post; somebody else is.</summary>
    private static Trial? TakenIn(Stage s)
    {
        var inspector = s.Rules.Powers.Where(p => p.Verb == Verb.Inspect).Select(p => (p.Holder as NamedHolder)?.Name.Id).OfType<string>().Select(s.Holder).FirstOrDefault(h => h is not null);
        if (inspector is null || s.Rules.Tags.IsEmpty) return null;
        Proposal Post(string id, string person) => new(id, person, null, "paid", "organiser", s.Day, s.AnyMember, s.At, [], false);
        var state = s.State with { Offices = s.State.Offices with { Proposals = s.State.Offices.Proposals.SetItem("try-inspector", Post("try-inspector", inspector)).SetItem("try-other", Post("try-other", s.AnyMember)) } };
        var hires = s.Rules.Powers.Where(p => p.Verb == Verb.Appoint && p.Holder is NamedHolder).Select(p => ((NamedHolder)p.Holder).Name.Id).FirstOrDefault(h => s.Holder(h) is not null);
        var by = hires is null ? s.AnyMember : s.Holder(hires)!;
        return Suppose(state, s.Act(by, new BeginPost("try-inspector"), hires), s.Act(by, new BeginPost("try-other"), hires));
    }

    /// <summary>A report of a sitting leaves out a side that spoke; it leaves out nobody.</summary>
    private static Trial? OneSided(Stage s)
    {
        if (s.Rules.Powers.FirstOrDefault(p => p.Verb == Verb.Publish)?.Holder is not NamedHolder organ || s.Holder(organ.Name.Id) is not { } editor || Sitting(s) is not var (state, session, motion)) return null;
        ImmutableArray<string> sides = ["against", "for"];
        state = With(state, session with { Stage = SessionStage.Open, OpenedAt = s.At, Speeches = [.. sides.Select((side, i) => new SpeechRequest($"try-{side}", i == 0 ? s.AnyMember : motion.Mover, motion.Id, side, s.At, s.At, s.At.AddMinutes(3)))] });
        SubmitReport Covering(ImmutableArray<string> covered) => new("try", "-", Sha("-"), session.Id, covered);
        return Suppose(state, s.Act(editor, Covering(["for"]), null, "-"), s.Act(editor, Covering(sides), null, "-"));
    }

    /// <summary>The removal of an officer is put to the vote unheard; after a hearing.</summary>
    private static Trial? Unheard(Stage s)
    {
        if (Sitting(s) is not var (state, session, motion)) return null;
        var target = s.State.Offices.Tenures.Values.Where(t => t is { Session: null } && t.HeldAt(s.At) && t.Person != session.ChairPerson).MinBy(t => t.Id, StringComparer.Ordinal);
        if (target is null) return null;
        var removal = motion with { Id = "try-unheard", Class = "remove_officer", Target = target.Id, NoticedOn = session.FirstDay.AddDays(-365), AlsoBefore = motion.AlsoBefore.Remove(session.Id), Hearings = [] };
        var heard = removal with { Id = "try-heard", Hearings = [new("", HearingOutcome.Heard, s.At, "")] };
        PutQuestion Put(string subject) => new("try", VoteKind.Paper, session.Id, null, subject, motion.Current.Number, "-");
        return Suppose(Judged(With(With(state, removal), heard), s, removal.Class, removal.Id, heard.Id), s.Act(session.ChairPerson!, Put(removal.Id)), s.Act(session.ChairPerson!, Put(heard.Id)));
    }

    /// <summary>The same, as if whoever judges such motions first had found them within the rules.</summary>
    private static State Judged(State state, Stage s, string of, params IEnumerable<string> motions) =>
        s.Rules.Procedure.ByObject.GetValueOrDefault(of) is not { JudgedBy: { } judge } procedure ? state : state with
        {
            Statutes = state.Statutes with { Judgements = state.Statutes.Judgements.SetItems(motions.Select(m => KeyValuePair.Create("judged-" + m, new Judgement("judged-" + m, procedure.Clause.Path, judge.Id, "-", m, s.At, true, "-", s.At)))) },
        };

    /// <summary>Two ask for one, and one of them gives it out: to themselves, to the other.</summary>
    private static Trial? GivenOut(Stage s)
    {
        if (s.State.Offices.Tenures.Values.Where(t => t is { Session: null, Seat.Unit: null } && t.HeldAt(s.At) && s.Rules.Offices.ContainsKey(t.Seat.Of)).MinBy(t => t.Id, StringComparer.Ordinal) is not { } office || s.Other(office.Person) is not { } other) return null;
        var round = new Round("try", "-", 1, office.Seat.Of, s.Day.AddDays(-1), [office.Person, other]);
        var state = s.State with { Accounts = s.State.Accounts with { Rounds = s.State.Accounts.Rounds.SetItem("try", round) } };
        return Suppose(state, s.Act(office.Person, new Allot("try", [office.Person])), s.Act(office.Person, new Allot("try", [other])));
    }
}
