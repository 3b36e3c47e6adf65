using Mandate.Organisation.Acts;
namespace Mandate.Organisation.Founding;
public static class FoundingRules
{
    public static Decision Decide(State state, Act act, FoundingCommand command) => throw new InvalidOperationException($"No rules for {command.GetType().Name}.");
}
