using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Motions;

public static class MotionsRules
{
    public static Decision Decide(State state, Act act, MotionsCommand command) => command switch
    {
        _ => throw new InvalidOperationException($"No rules for {command.GetType().Name}."),
    };
}
