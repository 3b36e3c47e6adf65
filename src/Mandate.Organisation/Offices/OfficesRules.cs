using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Offices;

public static class OfficesRules
{
    public static Decision Decide(State state, Act act, OfficesCommand command) => command switch
    {
        _ => throw new InvalidOperationException($"No rules for {command.GetType().Name}."),
    };
}
