using Mandate.Organisation.Acts;
using Mandate.Organisation.Founding;
using Mandate.Organisation.Roll;
using Mandate.Server.Keeping;

namespace Mandate.Server.Roll;

/// <summary>Who writes in the register: a founder until the founding is closed, then its keeper by the constitution. The rules are asked.</summary>
public static class ImportRight
{
    /// <summary>Why this visitor may not write in the register; null where they may, and where nobody is signed in.</summary>
    public static Refusal? Refusal(Visit visit) =>
        visit.Person is { } person && visit.Kept.Ask(person, Probe(visit)) is Decision.Refused { Refusal: var refusal } ? refusal : null;

    public static bool Has(Visit visit) => visit.Person is not null && Refusal(visit) is null;

    /// <summary>An act on no rows: what would refuse it is about who acts.</summary>
    private static Command Probe(Visit visit) => visit.State.Founding.Stage == FoundingStage.Open ? new EnterMembers([]) : new ProposeRows([]);
}
