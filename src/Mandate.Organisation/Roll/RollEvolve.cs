using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Roll;

public static class RollEvolve
{
    public static RollState Evolve(this RollState state, RollEvent happened, Occasion occasion) => happened switch
    {
        UnitsEntered e => state with { Units = state.Units.SetItems(e.Units.Select(u => KeyValuePair.Create(u.Id, u))) },
        MembersEntered e => Enter(state, e.Members),
        Applied e => state with { Applications = state.Applications.SetItem(e.Application.Id, e.Application) },
        Admitted e => Admit(state, e.Application, occasion.Day),
        ApplicationRefused e => Stage(state, e.Application, ApplicationStage.Refused) with { Refused = state.Refused.SetItem(e.Application, new(occasion.Day, e.Reason ?? "", e.AppealBy, e.AppealTo)) },
        RefusalAppealed e => Stage(state, e.Application, ApplicationStage.Appealed),
        RefusalUpheld e => Stage(state, e.Application, ApplicationStage.Refused) with { Refused = state.Refused.SetItem(e.Application, state.Refused[e.Application] with { AppealBy = null, AppealTo = null }) },
        Transferred e => Move(state, state.Members[e.Person], e.To, occasion.Day),
        StatusChanged e => Change(state, e, occasion.Day),
        MemberErased e => state with { Erased = state.Erased.Add(e.Person) },
        MemberCharged e => state with { Charges = state.Charges.SetItem(e.Id, new(e.Id, e.Person, e.Ground, e.Commitment, occasion.At, e.Answer) { SuspendDays = e.SuspendDays, Rule = e.Rule, Done = e.Done, Occasion = e.Occasion, Text = e.Text, Version = e.Version, Evidence = e.Evidence.IsDefault ? [] : e.Evidence }) },
        AnswerPleaded e => Charge(state, e.Charge, c => c with { Plea = e.Judgement }),
        ChargeAnswered e => Charge(state, e.Charge, c => c with { Answered = occasion.At, Defence = e.Defence, Present = e.Present }),
        AnswerTakenBack e => Charge(state, e.Charge, c => c with { Answered = null, Defence = null, Present = null, Answer = e.Answer, TakenBack = occasion.At }),
        ChargeFileOpened e => Charge(state, e.Charge, c => c with { File = e.Text }),
        ExpulsionDecided e => Charge(state, e.Charge, c => c with { Stage = ChargeStage.Decided, DecidedAt = occasion.At, AppealBy = e.AppealBy, AppealTo = e.AppealTo, OnDefence = e.OnDefence }),
        ExpulsionAppealed e => Charge(state, e.Charge, c => c with { Stage = ChargeStage.Appealed, AppealedAt = occasion.At }),
        ExpulsionOverturned e => Charge(state, e.Charge, c => c with { Stage = ChargeStage.Overturned }),
        ExpulsionCompleted e => Charge(state, e.Charge, c => c with { Stage = c.SuspendDays is null ? ChargeStage.Expelled : ChargeStage.Suspended }),
        MemberSuspended e => Charge(Suspend(state, e), e.Charge, c => c with { Stage = ChargeStage.Suspended, SuspendedUntil = e.Until }),
        SuspensionLifted e => Change(state, new(e.Person, state.Suspended[e.Person].Before, ""), occasion.Day),
        UnitDissolved e => state with { Units = state.Units.SetItem(e.Unit, state.Units[e.Unit] with { Until = e.Until }) },
        _ => throw new InvalidOperationException($"No fold for {happened.GetType().Name}."),
    };

    private static RollState Enter(RollState state, ImmutableArray<Member> members)
    {
        var ofUnit = state.MembersOfUnit;
        foreach (var group in members.GroupBy(m => m.Unit, StringComparer.Ordinal))
            ofUnit = ofUnit.SetItem(group.Key, state.In(group.Key).Union(group.Select(m => m.Id)));
        return state with { Members = state.Members.SetItems(members.Select(m => KeyValuePair.Create(m.Id, m))), MembersOfUnit = ofUnit };
    }

    private static RollState Admit(RollState state, string id, DateOnly day)
    {
        var a = state.Applications[id];
        var member = new Member(a.Person, a.Unit, day, a.Language, MemberStatus.Active, a.Personal);
        return Enter(Stage(state, id, ApplicationStage.Admitted), [member]);
    }

    private static RollState Stage(RollState state, string id, ApplicationStage stage) =>
        state with { Applications = state.Applications.SetItem(id, state.Applications[id] with { Stage = stage }) };

    private static RollState Charge(RollState state, string id, Func<Charge, Charge> change) => state with { Charges = state.Charges.SetItem(id, change(state.Charges[id])) };

    private static RollState Move(RollState state, Member member, string to, DateOnly day) => Enter(
        state with { Moves = state.Moves.Add(new(member.Unit, to, day)), MembersOfUnit = state.MembersOfUnit.SetItem(member.Unit, state.In(member.Unit).Remove(member.Id)) },
        [member with { Unit = to }]);

    private static RollState Suspend(RollState state, MemberSuspended e) => state with
    {
        Members = state.Members.SetItem(e.Person, state.Members[e.Person] with { Status = MemberStatus.Suspended }),
        Suspended = state.Suspended.SetItem(e.Person, new(e.Until, state.Members[e.Person].Status)),
    };

    private static RollState Change(RollState state, StatusChanged e, DateOnly day)
    {
        var ends = e.Status is MemberStatus.Left or MemberStatus.Expelled or MemberStatus.Deceased;
        var member = state.Members[e.Person] with { Status = e.Status, Until = ends ? day : null };
        return state with { Members = state.Members.SetItem(e.Person, member), Suspended = state.Suspended.Remove(e.Person) };
    }
}
