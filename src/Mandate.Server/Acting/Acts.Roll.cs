using Mandate.Organisation.Roll;

namespace Mandate.Server.Acting;

public static partial class Acts
{
    private static IEnumerable<ActDefinition> Roll() =>
    [
        Act("roll.transfer", f => new Transfer(f.Person("person"), f.Text("unit")), Given("person"), Units("unit")),
        Act("roll.leave", _ => new Leave()),
        Act("roll.erase", f => new Erase(f.Person("person")), Given("person")),
        Act("roll.admit-by-silence", f => new AdmitBySilence(f.Text("application")), Given("application")),
        Act("roll.decide-application", f => new DecideApplication(f.Text("application"), f.Flag("admit"), f.TextOrNone("vote"), f.TextOrNone("reason")), Given("application"),
            YesOrNo("admit"), Line("vote") with { Optional = true }, Area("reason") with { Optional = true }),
        Act("roll.appeal-refusal", f => new AppealRefusal(f.Text("application")), Given("application")),
        Act("roll.decide-refusal", f => new DecideRefusal(f.Text("application"), f.Flag("admit"), f.TextOrNone("vote")), Given("application"), YesOrNo("admit"), Line("vote") with { Optional = true }) with { InWriting = true },
        Act("roll.record-status", f => new RecordStatus(f.Person("person"), f.Choice<MemberStatus>("status"), f.Text("evidence")), Given("person"),
            OneOf("status", MemberStatus.Active, MemberStatus.InArrears, MemberStatus.Deceased), Line("evidence")),
        Act("roll.create-unit", f => new CreateUnit(f.NewId("unit"), f.Text("kind"), f.Text("name"), f.TextOrNone("within"), f.TextOrNone("vote")),
            OneOf("kind", (v, _) => v.Version.Rules.Units.Keys.Select(k => (k, v.Words.Place(k)))), Line("name"), Units("within") with { Optional = true }, Line("vote") with { Optional = true }),
    ];

    private static ChoiceInput Units(string name) => OneOf(name, (v, _) => v.State.Roll.Units.Values.Where(u => u.Until is null).OrderBy(u => v.Member is not { } me || !v.State.Roll.LiesIn(me.Unit, u.Id)).ThenBy(u => u.Kind, StringComparer.Ordinal).ThenBy(u => u.Name, StringComparer.Ordinal).Select(u => (u.Id, $"{u.Name} ({v.Words.Place(u.Kind)})")));
}
