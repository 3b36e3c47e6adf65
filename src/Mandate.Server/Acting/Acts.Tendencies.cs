using System.Collections.Immutable;
using System.Globalization;
using Mandate.Organisation.Tendencies;

namespace Mandate.Server.Acting;

public static partial class Acts
{
    private static IEnumerable<ActDefinition> Tendencies() =>
    [
        Act("tendencies.form", f => new FormTendency(f.NewId("tendency"), f.Text("name"), f.File("platform"), f.Day("until"), Subject: f.Text("subject-of")), Line("name"), Line("subject-of"), Area("platform"), new DayInput("until")),
        Act("tendencies.join", f => new JoinTendency(f.Text("tendency"), f.TextOrNone("except-points") is null ? default : Numbers(f, "except-points"), f.TextOrNone("reservation")), Given("tendency"), Line("except-points") with { Optional = true }, Area("reservation") with { Optional = true }),
        Act("tendencies.leave", f => new LeaveTendency(f.Text("tendency")), Given("tendency")),
        Act("tendencies.offer", f => new OfferService(f.Text("tendency"), f.Text("serve-at")), Given("tendency"), ServeAt("serve-at")),
        Act("tendencies.name-scrutineer", f => new NameScrutineer(f.Text("tendency"), f.Text("vote"), f.Text("scrutineer")), Given("tendency"), CountsOf("vote"), Willing("scrutineer")),
        Act("tendencies.observe", f => new ObserveCount(f.Text("tendency"), f.Text("vote"), f.Flag("in-order"), f.Text("remark")), Given("tendency"), CountsOf("vote"), YesOrNo("in-order"), Area("remark")),
        Act("tendencies.send", f => new SendToBody(f.Text("tendency"), f.Text("to-body"), f.Text("speaks-there"), f.TextOrNone("in-place-of")), Given("tendency"), BodiesOf("to-body"), Willing("speaks-there"), Willing("in-place-of") with { Optional = true }),
        Act("tendencies.name-co-reporter", f => new NameCoReporter(f.Text("tendency"), f.Text("session"), f.Text("item"), f.Text("co-reporter")), Given("tendency"), Given("session"), Given("item"), Willing("co-reporter")),
        Act("tendencies.name-editor", f => new NameEditor(f.Text("tendency"), f.Text("editor")), Given("tendency"), Willing("editor")),
        Act("tendencies.publish", f => new PublishPaper(f.NewId("paper"), f.Text("tendency"), f.Text("title"), f.File("text")), Given("tendency"), Line("title"), Area("text")),
        Act("tendencies.give-account", f => new AccountForMoney(f.Text("tendency"), f.Day("account-until"), f.Text("currency"), f.Amount("received"), f.Amount("spent"), f.File("statement")),
            Given("tendency"), new DayInput("account-until"), Line("currency"), Line("received"), Line("spent"), Area("statement")),
        Act("tendencies.note-joint", f => new NoteJoint(f.NewId("joint"), Committed(f)), Area("kept-text") with { Optional = true }, Line("commitment") with { Optional = true }),
        Act("tendencies.confirm-joint", f => new ConfirmJoint(f.Text("joint")), Line("joint")),
        Act("tendencies.open-joint", f => new OpenJoint(f.Text("joint"), f.File("text")), Given("joint"), Area("text")),
    ];

    /// <summary>Whole numbers from 1, parted by blanks or commas.</summary>
    private static ImmutableArray<int> Numbers(Filling f, string name)
    {
        var numbers = ImmutableArray.CreateBuilder<int>();
        foreach (var text in f.Several(name))
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) numbers.Add(number);
            else f.Fail(name, "form.needs-number", ("field", f.Visit.Words["field." + name]));
        return numbers.ToImmutable();
    }
}
