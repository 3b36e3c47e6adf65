using Mandate.Organisation.Facts;

namespace Mandate.Server.History;

/// <summary>Which events a reader wants to see.</summary>
/// <param name="Link">Key of a link of the chain.</param>
/// <param name="Guard">Name of a guard.</param>
/// <param name="Only">Only events at which something was found.</param>
public sealed record Filter(Link? Link, string? Guard, bool Only)
{
    public bool IsEmpty => Link is null && Guard is null && !Only;

    public bool Lets(Story story, Happening happening)
    {
        if (IsEmpty) return true;
        var found = story.On(happening.Id);
        if (Guard is not null) return found.Any(f => f.Guard.Name == Guard);
        return Link is null ? found.Any() : found.Any(f => Safeguards.LinkOf(f.Guard) == Link);
    }
}
