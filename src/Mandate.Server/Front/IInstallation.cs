using Mandate.Server.Look;
using Mandate.Server.Wording;

namespace Mandate.Server.Front;

/// <summary>What is installed here, for the front page. Everything shown comes from the organisations' own records.</summary>
public interface IInstallation
{
    /// <summary>The organisations kept here, in the order to show them.</summary>
    IReadOnlyList<OrganisationCard> Organisations(Words words);
}

public enum Standing { Real, Rehearsal, CaseStudy }

/// <summary>One organisation on the front page.</summary>
/// <param name="Address">Its address here: <c>/o/fed</c>.</param>
/// <param name="About">One sentence on what it is.</param>
/// <param name="Facts">A few counts with their words: "24 000 members".</param>
/// <param name="Next">What happens next and when; null where nothing is set.</param>
/// <param name="Decided">Its last decision with the arithmetic; null where there is none.</param>
/// <param name="Roles">In whose place a visitor may stand, in a rehearsal.</param>
public sealed record OrganisationCard(string Address, string Name, Standing Standing, string About, IReadOnlyList<string> Facts, NextDate? Next, LastDecision? Decided, IReadOnlyList<DemoRole> Roles);

/// <param name="Today">The day in that organisation's clock.</param>
public sealed record NextDate(string Title, DateOnly Day, DateOnly Today, string? Why = null, string? Clause = null);

public sealed record LastDecision(string Title, string Address, Sum Sum);

/// <param name="Key">Wording keys <c>front.role.KEY</c> and <c>front.role.KEY.what</c>.</param>
/// <param name="Name">The person's name in the rehearsal; null for a visitor without one.</param>
/// <param name="Address">Takes the visitor's place there.</param>
public sealed record DemoRole(string Key, string? Name, string Address);
