using Mandate.Server.Delivery;
using Mandate.Server.Wording;
using Microsoft.AspNetCore.Components;

namespace Mandate.Server.Look;

/// <summary>A piece of a page. Knows where it is (language, organisation, visitor) and has the words at hand.</summary>
public abstract class Block : ComponentBase
{
    [Inject]
    public required Here Here { get; set; }

    protected Words W => Here.Words;
}
