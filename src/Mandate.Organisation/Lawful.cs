using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Mandate.Constitutions;
using Mandate.Constitutions.Rules;
using Mandate.Organisation.Accounts;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Guards;
using Mandate.Organisation.Inspection;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;
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
    private sealed record Question(string Guard, ImmutableArray<Fact> Facts, string? Way = null, GuardLimits? Limits = null);

    /// <summary>How many offices one may hold inside the rules the constitution says in its incompatibilities, and in a number only where it sets one.</summary>
    private static GuardLimits Offices(Constitution rules, DateOnly day) =>
        rules.Guards?.Offices is null ? new() { ExecutiveOffices = int.MaxValue } : GuardLimits.Of(rules, day);

    /// <summary>The answer of the rules, unless a guard refuses what they accept; a refusal of theirs names the guard that holds too.</summary>
    public static Decision Guarded(State state, Act act, Decision decision)
    {
        foreach (var question in Asked(state, act))
            if (GuardCheck.Refuses(state, act, question.Guard, question.Limits, question.Facts) is { } refusal)
                return decision is Decision.Refused { Refusal: var earlier } ? earlier.With("guard", question.Guard) : refusal with { Way = question.Way };
        return decision;
    }

    private static IEnumerable<Question> Asked(State state, Act act) => act.Command switch
    {
        PutQuestion c => Put(state, act, c),
        DeclareResult c => Declared(state, c),
        FileMotion c => Texts(state, act, c.Motion, c.Texts.Values),
        ReviseMotion c => Texts(state, act, c.Motion, c.Texts.Values),
        AmendMotion c => Texts(state, act, c.Amendment, c.Texts.Values),
        ProposeProcedure c => Texts(state, act, c.Amendment, c.Texts.Values),
        ProposeComposite c => Texts(state, act, c.Motion, c.Texts.Values),
        FinishItem c => Finish(state, c),
        Accredit c => Accredited(state, c),
        RejectCredential c => Rejected(state, act, c),
        ProposeAppointment c => Appointed(state, act, c.Person, c.Seat),
        AppointProposed c when state.Offices.Proposals.GetValueOrDefault(c.Id) is { Seat: { } seat } p => Appointed(state, act, p.Person, seat),
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

    /// <summary>
    /// A text that binds by what those who vote cannot read: a document that is still closed, or a digest of something that is not in the
    /// record. Texts refer to documents as <c>document:ID</c> and to anything by its SHA-256.
    /// </summary>
    private static IEnumerable<Question> Texts(State state, Act act, string matter, IEnumerable<string> texts)
    {
        foreach (var text in texts.Select(act.Blobs.Text).OfType<string>())
        {
            foreach (Match cited in Cited().Matches(text))
                if (state.Documents.All.GetValueOrDefault(cited.Groups["id"].Value) is { } document)
                    yield return new("secret-clause", [new Adopted(matter, "", SecretPart: document.Text is null ? document.Id : null)], "open-first");
            foreach (Match digest in Digest().Matches(text))
            {
                var closed = state.Documents.All.Values.FirstOrDefault(d => d.Commitment == digest.Value && d.Text is null);
                if (closed is not null) yield return new("secret-clause", [new Adopted(matter, "", SecretPart: closed.Id)], "open-first");
                yield return new("incorporation-by-reference", [new Adopted(matter, "", References: [new(digest.Value, Displayed: IsShown(state, digest.Value))])], "write-out");
            }
        }
    }

    /// <summary>Whether the record shows that text to everybody: an opened document, or a version of a motion or of the constitution.</summary>
    private static bool IsShown(State state, string digest) =>
        state.Documents.All.Values.Any(d => d.Text == digest)
        || state.Motions.All.Values.Any(m => m.Versions.Any(v => v.Texts.ContainsValue(digest)) || m.Amendments.Any(a => a.Text.Texts.ContainsValue(digest)))
        || state.Statutes.Versions.Any(v => v.Yaml == digest || v.Canonical == digest || v.Texts.ContainsValue(digest));

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
        Held Of(string of) => new(person, of, of, Rank.Executive);
        yield return new("concentrated-offices", [.. relations, .. state.Offices.HeldBy(person, act.At).Where(t => t.Session is null && t.Seat.Of != seat.Of).Select(t => Of(t.Seat.Of)), Of(seat.Of)], "resign-first", Offices(rules, act.Day));
        foreach (var question in Defended(state, act, person, seat.Of)) yield return question;
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

    /// <summary>A body orders units in place of the elected body whose daily business that is.</summary>
    private static IEnumerable<Question> Ordered(State state, Act act)
    {
        if (act.InNameOf?.Split('@')[0] is not { } body) yield break;
        var rules = state.Statutes.At(act.At);
        var deciders = rules.Powers.Where(p => p.Verb == Verb.Decide).Select(p => p.Holder).OfType<NamedHolder>().Select(h => h.Name.Id).ToList();
        if (deciders.Contains(body, StringComparer.Ordinal)) yield break;
        // Where no clause gives the daily business to one, whoever decides anything decides that.
        var daily = rules.Powers.Where(p => p.Verb == Verb.Decide && p.Object.Any(o => o.Id == "daily_business")).Select(p => (p.Holder as NamedHolder)?.Name.Id).OfType<string>().ToList();
        foreach (var passed in daily.Count > 0 ? daily : deciders)
            yield return new("bypassed-body", [new PassedOver(passed, body, body, Elected: rules.Bodies.GetValueOrDefault(passed)?.Seats.Values.Any(g => g.By is Elect) == true)], "ask-body");
    }

    [GeneratedRegex(@"\bdocument:(?<id>[A-Za-z0-9][A-Za-z0-9_-]*)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Cited();

    [GeneratedRegex(@"\b[0-9a-f]{64}\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digest();
}
