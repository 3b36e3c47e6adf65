using Mandate.Organisation;
using Mandate.Organisation.Founding;

namespace Mandate.Server.Founding;

/// <summary>The named founders, as long as the founding is open; afterwards they are members like others, or nobody here.</summary>
public static class Founders
{
    public static bool IsFounding(this State state, string person) =>
        state.Founding.Stage == FoundingStage.Open && state.Founding.Founders.Contains(person, StringComparer.Ordinal);
}
