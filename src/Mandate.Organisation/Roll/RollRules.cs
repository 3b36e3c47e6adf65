using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Constitutions.Rules;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Founding;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Roll;

/// <summary>Applications, transfer, leaving and the facts that the keeper of the register records.</summary>
public static class RollRules
{
    public static Decision Decide(State state, Act act, RollCommand command)
    {
        var rules = state.Statutes.At(act.At);
        return command switch
        {
            Apply c => Enter(state, act, rules, c),
            ProposeRows c => Propose(state, act, rules, c),
            DecideApplication c => Admissions.Conclude(state, act, rules, c),
            AppealRefusal c => Admissions.Appeal(state, act, rules, c),
            DecideRefusal c => Admissions.ConcludeAppeal(state, act, rules, c),
            AdmitBySilence c => Admissions.Silence(state, act, rules, c),
            Transfer c => Move(state, act, rules, c),
            Leave => Depart(state, act),
            RecordStatus c => Record(state, act, rules, c),
            CreateUnit c => Create(state, act, rules, c),
            Erase c => Forget(state, act, c),
            ChargeMember c => Expulsions.Charge(state, act, rules, c),
            PleadAnswer c => ChargeBasis.Plead(state, act, rules, c),
            AnswerCharge c => Expulsions.Answer(state, act, rules, c),
            Expel c => Expulsions.Conclude(state, act, rules, c.Charge, c.Vote, c.OnDefence, suspends: false),
            SuspendMember c => Expulsions.Conclude(state, act, rules, c.Charge, c.Vote, c.OnDefence, suspends: true),
            TakeBackAnswer c => Expulsions.TakeBack(state, act, rules, c),
            OpenChargeFile c => Expulsions.OpenFile(state, act, rules, c),
            AppealExpulsion c => Expulsions.Appeal(state, act, rules, c),
            ConcludeExpulsionAppeal c => Expulsions.ConcludeAppeal(state, act, rules, c),
            CompleteExpulsion c => Expulsions.Complete(state, act, rules, c),
            _ => throw new InvalidOperationException($"No rules for {command.GetType().Name}."),
        };
    }

    /// <summary>The electorate of the roll: the one named <c>members</c>, else the first.</summary>
    public static Electorate Members(Constitution rules) => rules.Electorates.GetValueOrDefault("members") ?? rules.Electorates.Values.First();

    private static Decision Enter(State state, Act act, Constitution rules, Apply command)
    {
        var electorate = Members(rules);
        var application = new Application(command.Application, act.By, command.Unit, act.Day, DeemedDay(electorate, act.Day), command.Language, command.Personal, ApplicationStage.Filed);
        return Entry(state, rules, application) is { } refusal ? refusal : Decision.Accept(electorate.Admit.Clause.Path, new Applied(application));
    }

    private static Decision Propose(State state, Act act, Constitution rules, ProposeRows command)
    {
        var electorate = Members(rules);
        if (Authority.Serves(state, act, electorate.Register.KeptBy, electorate.Register.Clause.Path) is { } refusal) return refusal;
        var events = ImmutableArray.CreateBuilder<Event>();
        var persons = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in command.Rows)
        {
            var application = row with { Filed = act.Day, Deemed = DeemedDay(electorate, act.Day), Stage = ApplicationStage.Filed };
            if (!persons.Add(row.Person)) return ProtocolRefusals.Taken("application", row.Person);
            if (Entry(state, rules, application) is { } bad) return bad;
            events.Add(new Applied(application));
        }
        return Decision.Accept(electorate.Register.Clause.Path, events.ToImmutable());
    }

    private static Refusal? Entry(State state, Constitution rules, Application application)
    {
        if (state.Roll.Applications.ContainsKey(application.Id)) return ProtocolRefusals.Taken("application", application.Id);
        if (state.Roll.Member(application.Person) is { Counts: true }) return ProtocolRefusals.Taken("member", application.Person);
        if (state.Roll.Applications.Values.Any(a => a.Person == application.Person && a.Stage == ApplicationStage.Filed)) return ProtocolRefusals.Taken("application", application.Person);
        if (state.Roll.Unit(application.Unit) is not { Until: null }) return ProtocolRefusals.Unknown("unit", application.Unit);
        return rules.Languages.Official.Contains(application.Language, StringComparer.Ordinal)
            ? null
            : ProtocolRefusals.Malformed("language", string.Join(", ", rules.Languages.Official), application.Language);
    }

    private static DateOnly? DeemedDay(Electorate electorate, DateOnly filed) =>
        electorate.Admit.DeemedAfter is { } period ? Periods.After(filed, period) : null;

    /// <summary>
    /// What a decision of <paramref name="who"/> rests on: the vote of that body on this subject, the decision in writing, or the office itself.
    /// Null with a refusal when on nothing.
    /// </summary>
    /// <param name="carried">Whether the vote must have carried it, or not carried it.</param>
    internal static string? Basis(State state, Act act, Ref who, string clause, string? unit, string? voteId, string subject, out Refusal? refusal, bool carried = true)
    {
        refusal = null;
        if (voteId is null)
        {
            refusal = Authority.Decides(state, act, who, clause, unit);
            return refusal is null ? act.InNameOf is null ? act.By : "in-writing:" + act.Id : null;
        }
        var vote = state.Votes.Find(voteId);
        var session = vote?.Session is { } id ? state.Sessions.Find(id) : null;
        if (vote is { Stage: VoteStage.Result, Outcome: { } outcome } && outcome.Carried == carried && vote.Question.Subject == subject && session?.Body == who.Id && (unit is null || session.Unit == unit))
            return voteId;
        refusal = RollRefusals.VoteDoesNotCarry(clause, voteId, subject);
        return null;
    }

    internal static string? UnitOf(Constitution rules, Ref? who, string unit) => who is null ? null :
        rules.Bodies.GetValueOrDefault(who.Id)?.Per is not null || rules.Offices.GetValueOrDefault(who.Id)?.Per is not null ? unit : null;

    private static Decision Move(State state, Act act, Constitution rules, Transfer command)
    {
        if (state.Roll.Member(command.Person) is not { Counts: true } member) return ProtocolRefusals.Unknown("member", command.Person);
        if (state.Roll.Unit(command.To) is not { Until: null } unit) return ProtocolRefusals.Unknown("unit", command.To);
        if (unit.Kind != state.Roll.Unit(member.Unit)!.Kind) return FoundingRefusals.UnitKind(unit.Id, unit.Kind);
        var transfer = Members(rules).Transfer;
        var clause = transfer?.Clause.Path ?? "electorates.members.transfer";
        // Where the constitution is silent nobody is moved but by their own will.
        if (transfer?.Name is null or { Kind: RefKind.Self })
            return act.By == command.Person ? Decision.Accept(clause, new Transferred(command.Person, command.To)) : RollRefusals.NotAgainstYourWill(clause, act.By);
        return Authority.Decides(state, act, transfer.Name, clause, UnitOf(rules, transfer.Name, member.Unit)) is { } refusal
            ? refusal
            : Decision.Accept(clause, new Transferred(command.Person, command.To));
    }

    private static Decision Depart(State state, Act act) =>
        state.Roll.Member(act.By) is { Counts: true }
            ? Decision.Accept("", [new StatusChanged(act.By, MemberStatus.Left, "own-act"), .. EndTenures(state, act, act.By, "left")])
            : ProtocolRefusals.Unknown("member", act.By);

    private static Decision Record(State state, Act act, Constitution rules, RecordStatus command)
    {
        var register = Members(rules).Register;
        if (state.Roll.Member(command.Person) is not { Counts: true }) return ProtocolRefusals.Unknown("member", command.Person);
        // Whoever keeps the register neither suspends nor ends a suspension; a death is a fact all the same.
        if (command.Status is MemberStatus.Expelled or MemberStatus.Suspended or MemberStatus.Left || command.Status != MemberStatus.Deceased && state.Roll.Suspended.ContainsKey(command.Person)) return RollRefusals.NotARecordableFact(register.Clause.Path, command.Status);
        if (Authority.Serves(state, act, register.KeptBy, register.Clause.Path) is { } refusal) return refusal;
        var changed = new StatusChanged(command.Person, command.Status, command.Evidence);
        return command.Status == MemberStatus.Deceased
            ? Decision.Accept(register.Clause.Path, [changed, .. EndTenures(state, act, command.Person, "deceased")])
            : Decision.Accept(register.Clause.Path, changed);
    }

    internal static IEnumerable<Event> EndTenures(State state, Act act, string person, string reason) =>
        state.Offices.HeldBy(person, act.At).Select(t => new TenureEnded(t.Id, reason));

    private static Decision Create(State state, Act act, Constitution rules, CreateUnit command)
    {
        if (state.Roll.Units.ContainsKey(command.Id)) return ProtocolRefusals.Taken("unit", command.Id);
        var unit = new Unit(command.Id, command.Kind, command.Name, command.Within, act.Day);
        if (FoundingRules.UnitRefusal(rules, state.Roll.Units, unit) is { } bad) return bad;
        var by = rules.Units[command.Kind].CreatedBy;
        if (by.Name is not { } who) return ProtocolRefusals.NotYours(by.Clause.Path, "-", act.By);
        var basis = Basis(state, act, who, by.Clause.Path, command.Within is { } outer ? UnitOf(rules, who, outer) : null, command.Vote, command.Id, out var refused);
        return basis is null ? refused! : Decision.Accept(by.Clause.Path, new UnitsEntered([unit]));
    }

    private static Decision Forget(State state, Act act, Erase command)
    {
        if (state.Roll.Member(command.Person) is not { } member) return ProtocolRefusals.Unknown("member", command.Person);
        if (act.By != command.Person) return RollRefusals.OnlyOwnData(act.By);
        if (state.Roll.Erased.Contains(command.Person)) return ProtocolRefusals.Taken("erasure", command.Person);
        return member.Counts ? RollRefusals.LeaveFirst() : Decision.Accept("", new MemberErased(command.Person));
    }
}
