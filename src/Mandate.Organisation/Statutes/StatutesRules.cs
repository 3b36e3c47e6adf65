using Mandate.Organisation.Acts;
namespace Mandate.Organisation.Statutes;
public static class StatutesRules
{
    public static Decision Decide(State state, Act act, StatutesCommand command) => throw new InvalidOperationException($"No rules for {command.GetType().Name}.");
}
