using Mandate.Organisation.Trust;

namespace Mandate.Server.Acting;

public static partial class Acts
{
    private static IEnumerable<ActDefinition> Trust() =>
    [
        Act("trust.register-key", f => new RegisterKey(f.Text("key"), f.Flag("demand"), f.TextOrNone("replaces")), Given("key"), Given("demand"), Given("replaces")),
        Act("trust.withdraw-key", f => new WithdrawKey(f.Text("key")), Given("key")),
        Act("trust.record-key-notice", f => new RecordKeyNotice(f.Text("person"), f.Text("key"), f.Text("told-by")), Given("person"), Given("key"), Line("told-by")),
    ];
}
