using Mandate.Organisation.Acts;
namespace Mandate.Organisation.Statutes;
public static class StatutesEvolve
{
    public static StatutesState Evolve(this StatutesState state, StatutesEvent happened, Occasion occasion) => throw new InvalidOperationException($"No fold for {happened.GetType().Name}.");
}
