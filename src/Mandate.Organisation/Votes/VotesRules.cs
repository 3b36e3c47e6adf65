using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Votes;

public static class VotesRules
{
    public static Decision Decide(State state, Act act, VotesCommand command) => command switch
    {
        _ => throw new InvalidOperationException($"No rules for {command.GetType().Name}."),
    };
}
