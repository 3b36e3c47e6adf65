using Mandate.Constitutions;
using Mandate.Constitutions.Rules;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Roll;

/// <summary>
/// Expulsions and suspensions, as the clauses <c>expel</c> and <c>suspend</c> of the electorate say: a charge with its notice, the member's
/// answer, a secret vote of the body that decides, an appeal to the body it names. No officer expels or suspends; whether it waits for the
/// appeal is the clause's to say. Where no clause says who suspends, it is whoever expels. A suspension ends by its date.
/// </summary>
public static class Expulsions
{
    /// <summary>Days for the member to answer, and to appeal.</summary>
    private const int AnswerDays = 14, AppealDays = 30;

    /// <summary>Days for which a member is suspended at most, once for a charge.</summary>
    public const int MostDays = 90;

    /// <summary>The clause under which a charge is decided.</summary>
    internal static Constitutions.Decider Under(Constitution rules, int? suspendDays) =>
        suspendDays is not null && RollRules.Members(rules).Suspend is { Name: not null } suspend ? suspend : RollRules.Members(rules).Expel;

    private static string ClauseOf(Constitution rules, Charge charge) => Under(rules, charge.SuspendDays).Clause.Path;

    internal static Decision Charge(State state, Act act, Constitution rules, ChargeMember c)
    {
        var clause = Under(rules, c.SuspendDays).Clause.Path;
        if (c.Id.Length == 0) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (state.Roll.Charges.ContainsKey(c.Id)) return ProtocolRefusals.Taken("charge", c.Id);
        if (state.Roll.Member(act.By) is not { InGoodStanding: true }) return ProtocolRefusals.NotYours(clause, "member", act.By);
        if (state.Roll.Member(c.Person) is not { Counts: true }) return ProtocolRefusals.Unknown("member", c.Person);
        if (c.Commitment.Length != 64) return ProtocolRefusals.Malformed("commitment", "64 hexadecimal digits", c.Commitment);
        if (c.SuspendDays is < 1 or > MostDays) return RollRefusals.SuspendedTooLong(clause, MostDays, c.SuspendDays.Value);
        if (c.Rule is not { Length: > 0 } rule || c.Done is not { } done) return RollRefusals.ChargeWithoutRule(clause);
        if (done > act.Day) return ProtocolRefusals.Malformed("done", "a day that is not to come", done);
        // No rule reaches back, and one that is gone binds nobody any more.
        if (state.Statutes.VersionAt(Calendar.Start(done.AddDays(1)).AddSeconds(-1)) is not { } then || Clauses.At(then.Rules, rule) is null || Clauses.At(rules, rule) is null) return RollRefusals.NoRuleThen(clause, rule, done);
        if (c.Occasion is not { Length: > 0 and <= 200 }) return ProtocolRefusals.Malformed("occasion", "on what occasion, in at most 200 characters, without names", c.Occasion?.Length ?? 0);
        if (ChargeBasis.TextOf(state, c.Text, done, out var version) is { } unreadable) return unreadable;
        if (ChargeDefence.WhyNot(c, clause) is { } unfounded) return unfounded;
        // Nobody is tried twice at the same time.
        if (state.Roll.Charges.Values.Any(o => o.Person == c.Person && o.Stage is ChargeStage.Open or ChargeStage.Decided or ChargeStage.Appealed)) return RollRefusals.ChargedAlready(clause);
        return Decision.Accept(clause, new MemberCharged(c.Id, c.Person, c.Ground, c.Commitment, act.Day.AddDays(AnswerDays), c.SuspendDays, rule, done, c.Occasion, c.Text, version ?? then.Canonical, c.Evidence));
    }

    internal static Decision Answer(State state, Act act, Constitution rules, AnswerCharge c)
    {
        if (Find(state, c.Charge, out var charge, ChargeStage.Open) is { } refusal) return refusal;
        var clause = ClauseOf(rules, charge);
        if (act.By != charge.Person) return ProtocolRefusals.NotYours(clause, charge.Person, act.By);
        if (charge.Answered is not null) return ProtocolRefusals.WrongStage("charge", charge.Id, "unanswered", "answered");
        if (c.Present is { Length: > 200 }) return ProtocolRefusals.Malformed("present", "who was there, in at most 200 characters", c.Present.Length);
        return c.Commitment.Length != 64 ? ProtocolRefusals.Malformed("commitment", "64 hexadecimal digits", c.Commitment) : Decision.Accept(clause, new ChargeAnswered(charge.Id, c.Commitment, c.Defence, c.Present));
    }

    internal static Decision TakeBack(State state, Act act, Constitution rules, TakeBackAnswer c) =>
        Find(state, c.Charge, out var charge, ChargeStage.Open) is { } refusal ? refusal : ChargeDefence.TakeBack(act, charge, ClauseOf(rules, charge));

    /// <summary>At any stage: the file is the member's.</summary>
    internal static Decision OpenFile(State state, Act act, Constitution rules, OpenChargeFile c) =>
        state.Roll.Charges.TryGetValue(c.Charge, out var charge) ? ChargeDefence.OpenFile(act, charge, c, ClauseOf(rules, charge)) : ProtocolRefusals.Unknown("charge", c.Charge);

    /// <summary>Whether the body can vote on it in that sitting: its own matter, with its notice, and the member heard or past the time for it.</summary>
    internal static Refusal? MayBePut(State state, Charge charge, string body, string? unit, DateOnly sitting, DateTimeOffset at)
    {
        var rules = state.Statutes.At(at);
        var expel = Under(rules, charge.SuspendDays);
        if (charge.Stage != ChargeStage.Open) return ProtocolRefusals.WrongStage("charge", charge.Id, ChargeStage.Open, charge.Stage);
        if (ChargeBasis.Allowed(state, charge) is { } allowed) return RollRefusals.AnsweredAllowed(expel.Clause.Path, allowed.Id, allowed.Body);
        if (charge.SuspendDays is null && ExpulsionLimits.On(state, at, charge.Id) is { } many) return RollRefusals.TooManyExpulsions(many);
        // Consent to an expulsion has no act of its own: where the clause asks for it, nobody is expelled past it.
        if (!expel.ConsentOf.IsEmpty) return RollRefusals.NeedsConsent(expel.Clause.Path, string.Join(", ", expel.ConsentOf.Select(c => c.Id)));
        var own = Authority.NameOf(expel.Name?.Id ?? "", RollRules.UnitOf(rules, expel.Name, state.Roll.Members[charge.Person].Unit));
        if (Authority.NameOf(body, unit) != own) return VotesRefusals.NotThisBody(expel.Clause.Path, own, Authority.NameOf(body, unit));
        var charged = DateOnly.FromDateTime(charge.At.UtcDateTime);
        if (expel.Notice is { } notice && Notices.Earliest(charged, notice, rules.Procedure.ClearDays) is var earliest && sitting < earliest)
            return RollRefusals.ChargeTooLate(expel.Clause.Path, notice, sitting.DayNumber - charged.DayNumber, earliest);
        return charge.Answered is null && DateOnly.FromDateTime(at.UtcDateTime) <= charge.Answer ? RollRefusals.NotHeard(expel.Clause.Path, charge.Answer.AddDays(1)) : null;
    }

    internal static Decision Conclude(State state, Act act, Constitution rules, string id, string vote, string? onDefence, bool suspends)
    {
        if (Find(state, id, out var charge, ChargeStage.Open) is { } refusal) return refusal;
        var expel = Under(rules, charge.SuspendDays);
        if (suspends != charge.SuspendDays is not null) return RollRefusals.OtherMeasure(expel.Clause.Path, charge.Id);
        if (expel.Name is not { } who || RollRules.Basis(state, act, who, expel.Clause.Path, RollRules.UnitOf(rules, who, state.Roll.Members[charge.Person].Unit), vote, charge.Id, out _) is null)
            return RollRefusals.VoteDoesNotCarry(expel.Clause.Path, vote, charge.Id);
        if (ChargeDefence.Unanswered(charge, onDefence, expel.Clause.Path) is { } unanswered) return unanswered;
        var decided = new ExpulsionDecided(charge.Id, vote, expel.AppealTo is null ? null : act.Day.AddDays(AppealDays), expel.AppealTo?.Id, onDefence);
        return Waits(expel) ? Decision.Accept(expel.Clause.Path, decided) : Decision.Accept(expel.Clause.Path, [decided, .. Out(state, act, charge)]);
    }

    internal static Decision Appeal(State state, Act act, Constitution rules, AppealExpulsion c)
    {
        // Whoever is suspended already appeals as well.
        if (state.Roll.Charges.TryGetValue(c.Charge, out var over) && over.Person == act.By && FormerMembers.MayAppealLate(state, over, act.Day)) return Decision.Accept(ClauseOf(rules, over), new ExpulsionAppealed(over.Id));
        if (Find(state, c.Charge, out var charge, ChargeStage.Decided, ChargeStage.Suspended) is { } refusal) return refusal;
        var clause = ClauseOf(rules, charge);
        if (act.By != charge.Person) return ProtocolRefusals.NotYours(clause, charge.Person, act.By);
        if (charge.AppealBy is not { } last) return RollRefusals.NoAppeal(clause);
        return act.Day > last ? RollRefusals.AppealTooLate(clause, last) : Decision.Accept(clause, new ExpulsionAppealed(charge.Id));
    }

    internal static Decision ConcludeAppeal(State state, Act act, Constitution rules, ConcludeExpulsionAppeal c)
    {
        if (Find(state, c.Charge, out var charge, ChargeStage.Appealed) is { } refusal) return refusal;
        var clause = ClauseOf(rules, charge);
        if (AppealSubjects.DecidedBy(state, c.Vote, charge.Id, charge.AppealTo ?? "") is not { } overturned) return RollRefusals.VoteDoesNotCarry(clause, c.Vote, AppealSubjects.Of(charge.Id));
        if (charge.SuspendDays is not null)
        {
            // It has run its days, or runs: what was decided stands; overturned, it is over at once.
            if (!overturned) return charge.SuspendedUntil is not null ? Decision.Accept(clause, new ExpulsionCompleted(charge.Id)) : Decision.Accept(clause, [.. Out(state, act, charge)]);
            return Decision.Accept(clause, [new ExpulsionOverturned(charge.Id, c.Vote), .. Lifted(state, act, charge)]);
        }
        var isOut = state.Roll.Members[charge.Person].Status == MemberStatus.Expelled;
        if (overturned)
            return isOut ? Decision.Accept(clause, new ExpulsionOverturned(charge.Id, c.Vote), new StatusChanged(charge.Person, MemberStatus.Active, c.Vote)) : Decision.Accept(clause, new ExpulsionOverturned(charge.Id, c.Vote));
        return isOut ? Decision.Accept(clause, new ExpulsionCompleted(charge.Id)) : Decision.Accept(clause, [new ExpulsionCompleted(charge.Id), .. Out(state, act, charge)]);
    }

    internal static Decision Complete(State state, Act act, Constitution rules, CompleteExpulsion c)
    {
        if (Find(state, c.Charge, out var charge, ChargeStage.Decided) is { } refusal) return refusal;
        var clause = ClauseOf(rules, charge);
        if (charge.AppealBy is { } last && act.Day <= last) return RollRefusals.AppealIsOpen(clause, last.AddDays(1));
        if (charge.SuspendDays is not null) return Decision.Accept(clause, [.. Out(state, act, charge)]);
        return state.Roll.Members[charge.Person].Status == MemberStatus.Expelled
            ? Decision.Accept(clause, new ExpulsionCompleted(charge.Id))
            : Decision.Accept(clause, [new ExpulsionCompleted(charge.Id), .. Out(state, act, charge)]);
    }

    /// <summary>Where an appeal suspends it, it waits for the appeal also while nobody has appealed.</summary>
    private static bool Waits(Constitutions.Decider expel) => expel is { SuspendedDuringAppeal: true, AppealTo: not null };

    private static IEnumerable<Event> Out(State state, Act act, Charge charge) => charge.SuspendDays is { } days
        ? [new MemberSuspended(charge.Id, charge.Person, act.Day.AddDays(days)), .. state.Offices.HeldBy(charge.Person, act.At).Select(t => new HolderSuspended(t.Id, act.Day.AddDays(days), charge.Id))]
        : [new StatusChanged(charge.Person, MemberStatus.Expelled, charge.Id), .. RollRules.EndTenures(state, act, charge.Person, "expelled")];

    private static IEnumerable<Event> Lifted(State state, Act act, Charge charge) => !state.Roll.Suspended.ContainsKey(charge.Person) ? []
        : [new SuspensionLifted(charge.Person), .. state.Offices.HeldBy(charge.Person, act.At).Where(t => state.Offices.SuspendedAt(t.Id, act.At) is not null).Select(t => new HolderRestored(t.Id))];

    private static Refusal? Find(State state, string id, out Charge charge, params ReadOnlySpan<ChargeStage> needed)
    {
        if (!state.Roll.Charges.TryGetValue(id, out charge!)) return ProtocolRefusals.Unknown("charge", id);
        return needed.Contains(charge.Stage) ? null : ProtocolRefusals.WrongStage("charge", id, needed[0], charge.Stage);
    }
}
