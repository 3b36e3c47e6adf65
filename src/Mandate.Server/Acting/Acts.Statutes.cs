using Mandate.Organisation.Statutes;

namespace Mandate.Server.Acting;

public static partial class Acts
{
    /// <summary>Amendments and corrections of the encoding have pages of their own: <see cref="Server.Statutes.ProposeEndpoints"/>.</summary>
    private static IEnumerable<ActDefinition> Statutes() =>
    [
        Act("statutes.ask-judgement", f => new AskJudgement(f.NewId("judgement"), f.Text("clause"), f.Text("question"), f.Text("subject")), Given("clause"), Area("question"), Line("subject")),
        Act("statutes.judge", f => new Judge(f.Text("judgement"), f.Flag("answer"), f.Text("reason")), Given("judgement"),
            OneOf("answer", (v, _) => [("yes", v.Words["form.yes"]), ("no", v.Words["form.no"])]), Area("reason")) with { InWriting = true },
    ];
}
