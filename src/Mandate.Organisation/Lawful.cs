using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Constitutions.Rules;
using Mandate.Organisation.Accounts;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Guards;
using Mandate.Organisation.Inspection;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Press;
using Mandate.Organisation.Roll;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Votes;
using Mandate.Organisation.Works;
using Held = Mandate.Organisation.Facts.Held;
using Part = Mandate.Organisation.Facts.Part;

namespace Mandate.Organisation;

/// <summary>
/// What an act would make true, said as facts, so that the guards whose effect is to refuse are asked about acts inside the rules with the
/// same predicates as about facts de facto (docs/decisions/0222). The rules of each word come first and say more; a guard that holds as well
/// is named in their refusal. It stops what they let through. Facts de facto are never read here.
/// </summary>
internal static partial class Lawful
{
    /// <summary>A guard to be asked, with the facts that the act would make and those of the record beside them.</summary>
    private sealed record Question(string Guard, ImmutableArray<Fact> Facts, string? Way = null, GuardLimits? Limits = null, object? Needs = null, object? Given = null);

    /// <summary>How many offices one may hold inside the rules the constitution says in its incompatibilities, and in a number only where it sets one.</summary>
    private static GuardLimits Offices(Constitution rules, DateOnly day) =>
        rules.Guards?.Offices is null ? new() { ExecutiveOffices = int.MaxValue } : GuardLimits.Of(rules, day);

    /// <summary>The answer of the rules, unless a guard refuses what they accept; a refusal of theirs names the guard that holds too.</summary>
    public static Decision Guarded(State state, Act act, Decision decision)
    {
        // What no guard asks for: a vote that was put off over a late paper or waits for plain words, and what somebody left word on for their own person.
        if (decision is Decision.Accepted && (Documents.SessionPapers.PutOff(state, act) ?? Documents.DirectionsRules.SetAside(state, act) ?? Press.PlainVersions.Awaited(state, act)) is { } waits) return waits;
        foreach (var question in Asked(state, act))
            if (GuardCheck.Refuses(state, act, question.Guard, question.Limits, question.Facts) is { } refusal)
                return decision is Decision.Refused { Refusal: var earlier } ? earlier.With("guard", question.Guard) : refusal with { Way = question.Way, Needs = question.Needs, Given = question.Given };
        return decision;
    }

    private static IEnumerable<Question> Asked(State state, Act act) => act.Command switch
    {
        PutQuestion c => [.. Put(state, act, c), .. ByName(c.Kind) || c.ReadOut ? [] : Confirming(state, act, c.Subject, c.TextVersion, read: false)],
        CastVote c => Confirming(state, act, c.Vote, c.Read, c.Passages),
        CastFor c => Confirming(state, act, c.Vote, c.Read, c.Passages),
        CastSplit c => Confirming(state, act, c.Vote, c.Read, c.Passages),
        CastAll c => Confirming(state, act, c.Vote, c.Read, c.Passages),
        DeclareResult c => Declared(state, c),
        FileMotion c => Texts(state, act, c.Motion, c.Texts.Values),
        ReviseMotion c => Texts(state, act, c.Motion, c.Texts.Values),
        AmendMotion c => Texts(state, act, c.Amendment, c.Texts.Values),
        ProposeProcedure c => Texts(state, act, c.Amendment, c.Texts.Values),
        ProposeComposite c => Texts(state, act, c.Motion, c.Texts.Values),
        FinishItem c => Finish(state, c),
        TakeUp c => Reporting(state, act, c),
        Accredit c => Accredited(state, c),
        RejectCredential c => Rejected(state, act, c),
        ProposeAppointment c => Appointed(state, act, c.Person, c.Seat),
        AppointProposed c when state.Offices.Proposals.GetValueOrDefault(c.Id) is { Seat: { } seat } p => Appointed(state, act, p.Person, seat),
        BeginActing c => [Together(state, act, c.Person, c.Seat, Seating.VacancyOf(state.Statutes.At(act.At), c.Seat)?.Acting?.Id)],
        NameTellers c => Counting(state, act, c),
        ChargeMember c => [new("opinion-offence", [new Punishable([c.Ground switch
        {
            ChargeGround.Opinion => Ground.Opinion,
            ChargeGround.Advocacy => Ground.Advocacy,
            ChargeGround.Opposition => Ground.Opposition,
            ChargeGround.Conduct => Ground.Conduct,
            _ => Ground.Other,
        }])], "name-conduct")],
        BeginPost c when state.Offices.Proposals.GetValueOrDefault(c.Id) is { Tag: { } tag } p => Defended(state, act, p.Person, tag),
        Federation.DrawUpPlan => [.. Ordered(state, act)],
        Federation.GiveOrder c => [.. Ordered(state, act), .. c.To.Each().SelectMany(state.Works.Of).SelectMany(work => Prescribing(act, work, c.Concerns.Each()))],
        AskOfWork { Binding: true } c when state.Works.All.GetValueOrDefault(c.Work) is { } work => Prescribing(act, work, [c.Aspect]),
        ReceiveFunds c => [Booking(c.Fund, c.Voucher)],
        ProposePayment c => [Booking(c.Grant, c.Voucher)],
        SubmitReport { Votes: ReportedVotes.Yes or ReportedVotes.No } c => Reporting(state, c),
        Settle c => [Booking(c.Fund, c.Voucher)],
        Allot c when state.Accounts.Rounds.GetValueOrDefault(c.Round) is { } round => Distributing(state, act, round, c.To.Each()),
        Transfer c => [new("forced-membership", [new Imposed(Imposition.Joining, [c.Person], act.By, Consent: c.Person == act.By)])],
        FindOnComplaint c => [.. Judging(state, act, c), new("confession-only", [new MeasureTaken(c.Complaint, Adverse.Condemned, [], [act.By], ConfessionOnly: c is { Upheld: true, OnOwnStatementOnly: true })], "find-evidence")],
        _ => [],
    };

    /// <summary>A motion without its notice; the removal of the one who presides; a removal or expulsion without a hearing.</summary>
    private static IEnumerable<Question> Put(State state, Act act, PutQuestion c)
    {
        if (state.Roll.Charges.TryGetValue(c.Subject, out var charge))
            yield return new("sanction-without-hearing", [new MeasureTaken(charge.Id, Adverse.Expelled, [charge.Person], Hearing: charge.Answered is not null || act.Day > charge.Answer)], "await-reply");
        if (state.Motions.Find(c.Subject) is not { } motion) yield break;
        var rules = state.Statutes.At(act.At);
        if (c.Session is { } id && state.Sessions.Find(id) is { } session && MotionRule.RuleOf(state, rules, motion).Notice is { } notice)
        {
            var noticed = motion.AlsoBefore.GetValueOrDefault(id, motion.NoticedOn);
            yield return new("surprise-motion", [new PutToVote(
                motion.Id, session.Body, id, Binding: motion.UrgencyVote is null,
                NoticeDays: session.FirstDay.DayNumber - noticed.DayNumber, NoticeNeeded: Notices.Earliest(noticed, notice, rules.Procedure.ClearDays).DayNumber - noticed.DayNumber)]);
        }
        if (motion.Target is not { } target || state.Offices.Tenures.GetValueOrDefault(target) is not { } tenure) yield break;
        yield return new("conflict-of-interest", [new Concerns(motion.Id, [tenure.Person]), new Acted(motion.Id, [act.By], Part.Chairs)], "other-presides");
        // Whoever was called and did not come was heard as far as the rules can: a call is on record.
        yield return new("sanction-without-hearing", [new MeasureTaken(motion.Id, Adverse.Removed, [tenure.Person], Hearing: motion.Hearings.Length > 0)], "hear-first");
    }

    /// <summary>The result of a vote for which those of the body who were there fell below its quorum.</summary>
    private static IEnumerable<Question> Declared(State state, DeclareResult c)
    {
        if (state.Votes.Find(c.Vote) is not { Session: { } id, Question.QuorumNeeded: { } needed, PresentAtClose: { } here } vote || state.Sessions.Find(id) is not { } session) yield break;
        var accredited = Math.Max(session.Credentials.Count, here);
        if (accredited == 0) yield break;
        yield return new("vanished-quorum",
        [
            new PutToVote(vote.Question.Subject ?? vote.Id, session.Body, id),
            new Present(id, vote.Question.Subject ?? vote.Id, new(accredited), new(here), Counted: true, Needed: new(needed, accredited)),
        ], "wait-for-quorum");
    }

    /// <summary>Whoever is concerned by a complaint that is open, or by a removal before the meeting, reports beside somebody else, not alone (S043).</summary>
    private static IEnumerable<Question> Reporting(State state, Act act, TakeUp c)
    {
        if (state.Sessions.Find(c.Session) is not { } session || Reports.Of(state, session, c.Item, act.At) is not { First: { Person: var person }, Seconds.IsEmpty: true }) yield break;
        if (state.Inspection.All.Values.Any(o => o.DecidedAt is null && o.Accused.Contains(person, StringComparer.Ordinal))
            || state.Motions.Before(session.Id).Any(m => m is { Stage: MotionStage.Filed or MotionStage.OnAgenda, Target: { } target } && state.Offices.Tenures.GetValueOrDefault(target)?.Person == person))
            yield return new("conflict-of-interest", [new Concerns(c.Item, [person]), new Acted(c.Item, [person], Part.Reports)], "second-rapporteur");
    }

    /// <summary>An item is done with although its motion was not decided, and nobody is there who moved or supports it.</summary>
    private static IEnumerable<Question> Finish(State state, FinishItem c)
    {
        if (state.Sessions.Find(c.Session) is not { } session || session.Item(c.Item) is not { Kind: ItemKind.Motion, Reference: { } reference }) yield break;
        if (state.Motions.Find(reference) is not { Stage: MotionStage.Filed or MotionStage.OnAgenda, MovedFor: null } motion) yield break;
        if (state.Votes.All.Values.Any(v => v.Question.Subject == motion.Id && v.Session == session.Id)) yield break;
        if (session.Present.Contains(motion.Mover) || motion.Supporters.Any(session.Present.Contains)) yield break;
        // A member who need not be there moves by having filed: only one who has a seat and is away is missed.
        if (!session.Credentials.ContainsKey(motion.Mover)) yield break;
        yield return new("lost-mover", [new Filed(motion.Id, [motion.Mover]), new Lapsed(motion.Id, LapseCause.Absent, motion.Mover)], "put-to-vote");
    }

    /// <summary>A delegate's seat that members elect must come from a ballot of theirs.</summary>
    private static IEnumerable<Question> Accredited(State state, Accredit c)
    {
        if (c.Tenure is not { } id || state.Offices.Tenures.GetValueOrDefault(id) is not { Session: not null } tenure) yield break;
        var elective = state.Statutes.At(tenure.From).Bodies.GetValueOrDefault(tenure.Seat.Of)?.Seats.GetValueOrDefault(tenure.Seat.Group ?? "")?.By is Elect;
        yield return new("delegate-distortion", [new Strength(tenure.Seat.Of, tenure.Seat.Unit ?? tenure.Seat.Place, Traceable: !elective || tenure.Basis.Kind is not (BasisKind.Appointment or BasisKind.CoOption or BasisKind.Acting))], "elect-delegate");
    }

    /// <summary>Nobody shuts out somebody against whom they stand.</summary>
    private static IEnumerable<Question> Rejected(State state, Act act, RejectCredential c)
    {
        var both = state.Votes.All.Values.Any(v => v is { IsElection: true, Outcome: null } && Stands(v, act.By) && Stands(v, c.Person));
        yield return new("monopoly-of-list", [new Barred([c.Person], act.By, Competes: both)], "others-decide");
    }

    private static bool Stands(Vote vote, string person) => vote.Candidates.TryGetValue(person, out var candidacy) && !candidacy.Withdrawn;

    /// <summary>An appointment to a place that chooses or checks whoever appoints; two places of one person of which one checks the other.</summary>
    private static IEnumerable<Question> Appointed(State state, Act act, string person, Seat seat)
    {
        var rules = state.Statutes.At(act.At);
        var relations = OrgansOf.Relations(rules).ToImmutableArray<Fact>();
        var places = act.InNameOf is { } body ? [body.Split('@')[0]] : state.Offices.HeldBy(act.By, act.At).Where(t => t.Session is null).Select(t => t.Seat.Of).Distinct(StringComparer.Ordinal).ToArray();
        var by = (Seating.SelectOf(rules, seat) as Appoint)?.By.Select(r => r.Id).ToHashSet(StringComparer.Ordinal) ?? [];
        // What the constitution gives the appointer is theirs to do (docs/decisions/0321); who owe their posts to an organ do not choose those who elect or check it.
        var choosers = act.InNameOf is null ? [act.By] : places.Where(by.Contains).SelectMany(p => state.Offices.Holders(p, act.At)).Select(t => t.Person).ToArray();
        foreach (var organ in PatronsOf(state, act, choosers).Where(o => !by.Contains(o)))
            yield return new("circular-flow-of-power", [new Filled(seat.Of, organ, Manner.Selected), .. relations], "elect-place");
        // A voted exception lets them hold it beside that one place.
        yield return Together(state, act, person, seat, PlaceExceptions.Of(state, person, seat.Of, act.Day)?.Beside);
        foreach (var question in Defended(state, act, person, seat.Of)) yield return question;
    }

    /// <summary>Places of one person of which one checks the other.</summary>
    /// <param name="beside">The place that they may keep: by a voted exception, or because the clause takes whoever acts from there.</param>
    private static Question Together(State state, Act act, string person, Seat seat, string? beside)
    {
        var rules = state.Statutes.At(act.At);
        Held Of(string of) => new(person, of, of, Rank.Executive);
        return new("concentrated-offices", [.. OrgansOf.Relations(rules), .. state.Offices.HeldBy(person, act.At).Where(t => t.Session is null && t.Seat.Of != seat.Of && t.Seat.Of != beside).Select(t => Of(t.Seat.Of)), Of(seat.Of)], "resign-first", Offices(rules, act.Day));
    }

    /// <summary>Nobody counts an election of those who elect or check the organ to which they owe their post.</summary>
    private static IEnumerable<Question> Counting(State state, Act act, NameTellers c)
    {
        if (state.Votes.Find(c.Vote) is not { Place: { } place } || c.Tellers.IsDefault) yield break;
        var relations = OrgansOf.Relations(state.Statutes.At(act.At)).ToImmutableArray<Fact>();
        foreach (var organ in PatronsOf(state, act, c.Tellers))
            yield return new("circular-flow-of-power", [new Filled(place.Of, organ, Manner.Selected), .. relations], "other-tellers");
    }

    /// <summary>The organs to which those persons owe posts they hold: who appointed or hired them.</summary>
    private static IEnumerable<string> PatronsOf(State state, Act act, IEnumerable<string> persons)
    {
        var of = persons.ToHashSet(StringComparer.Ordinal);
        return of.SelectMany(p => state.Offices.HeldBy(p, act.At)).Where(t => t.Basis.Kind is BasisKind.Appointment or BasisKind.Acting).Select(t => t.Basis.By)
            .Concat(state.Offices.Employments.Values.Where(e => of.Contains(e.Person) && e.From <= act.Day && !(e.Until < act.Day)).Select(e => e.By))
            .OfType<string>().Select(by => by.Split('@')[0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
    }

    /// <summary>Nobody finds on a complaint against themselves.</summary>
    private static IEnumerable<Question> Judging(State state, Act act, FindOnComplaint c)
    {
        if (state.Inspection.All.TryGetValue(c.Complaint, out var complaint))
            yield return new("conflict-of-interest", [new Concerns(complaint.Id, complaint.Accused), new Acted(complaint.Id, [act.By], Part.Judges)], "others-read");
    }

    /// <summary>Whoever inspects for the members is not taken into what they inspect.</summary>
    private static IEnumerable<Question> Defended(State state, Act act, string person, string into)
    {
        var rules = state.Statutes.At(act.At);
        foreach (var organ in state.Offices.HeldBy(person, act.At).Select(t => t.Seat.Of).Distinct(StringComparer.Ordinal)
            .Where(of => of != into && rules.Powers.Any(p => p.Verb == Verb.Inspect && p.Holder is NamedHolder holder && holder.Name.Id == of)))
            yield return new("fused-defence", [new Related(organ, Relation.Defends, "members"), new Joined(organ, into, Fusion.Staffed)], "resign-first");
    }

    /// <summary>Somebody outside binds the makers of a work on its content or form.</summary>
    private static IEnumerable<Question> Prescribing(Act act, Work work, ImmutableArray<Aspect> on) => on.Any(a => a is Aspect.Content or Aspect.Form)
        ? [new("command-of-culture", [new Prescribed(work.Field, act.InNameOf?.Split('@')[0] ?? act.By)], "ask-makers")]
        : [];

    /// <summary>Money moves without a voucher that members can read, and from which they can make the booking again.</summary>
    private static Question Booking(string fund, string voucher) => new("no-open-account", [new Booked(fund, Published: voucher.Length > 0)], "show-voucher");

    /// <summary>Those who give something scarce out receive it while others who asked are without.</summary>
    private static IEnumerable<Question> Distributing(State state, Act act, Round round, ImmutableArray<string> to)
    {
        var distributors = Rounds.Distributors(state, act, round);
        yield return new("self-serving-allocation", [new Distributed(round.Id, distributors, Rounds.BeforeOthers(round, to, distributors))], "others-first");
    }

    /// <summary>
    /// A body orders units in place of the elected body whose daily business that is, though it decides something else. Who elects that body may.
    /// </summary>
    private static IEnumerable<Question> Ordered(State state, Act act)
    {
        if (act.InNameOf?.Split('@')[0] is not { } body) yield break;
        var rules = state.Statutes.At(act.At);
        var decide = rules.Powers.Where(p => p is { Verb: Verb.Decide, Holder: NamedHolder }).ToLookup(p => p.Object.Any(o => o.Id == "daily_business"), p => ((NamedHolder)p.Holder).Name.Id);
        // Where no clause gives the daily business to one, whoever decides anything decides that.
        var competent = decide[true].Any() ? decide[true].ToList() : [.. decide[false]];
        if (competent.Contains(body, StringComparer.Ordinal)) yield break;
        foreach (var passed in competent)
        {
            var electors = rules.Bodies.GetValueOrDefault(passed)?.Seats.Values.Select(g => g.By).OfType<Elect>().ToList() ?? [];
            yield return new("bypassed-body", [new PassedOver(passed, body, body, Elected: electors.Count > 0, Agreed: electors.Exists(e => e.Body?.Id == body) ? true : null)], "ask-body");
        }
    }

    /// <summary>A report of a sitting gives the votes of one side, and the other had some there too.</summary>
    private static IEnumerable<Question> Reporting(State state, SubmitReport c)
    {
        var voted = state.Votes.All.Values.Where(v => v is { IsElection: false, Outcome: not null } && v.Session == c.Session).Select(v => v.Outcome!.Figures).ToList();
        string given = c.Votes.ToString().ToLowerInvariant(), other = c.Votes == ReportedVotes.Yes ? "no" : "yes";
        if (voted.Exists(f => (c.Votes == ReportedVotes.Yes ? f.No : f.Yes) > 0))
            yield return new("one-sided-report", [new Covered("bulletin", c.Session, Report: true, VotesGiven: [given], VotesOmitted: [other])], "give-both-sides", Needs: ReportedVotes.Both, Given: c.Votes);
    }
}
