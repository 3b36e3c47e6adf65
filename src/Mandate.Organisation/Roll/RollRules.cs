using Mandate.Organisation.Acts;
namespace Mandate.Organisation.Roll;
public static class RollRules
{
    public static Decision Decide(State state, Act act, RollCommand command) => throw new InvalidOperationException($"No rules for {command.GetType().Name}.");
}
