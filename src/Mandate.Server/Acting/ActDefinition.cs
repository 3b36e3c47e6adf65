using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Server.Acting;

/// <summary>
/// How an act is asked for on a page: what is filled in and which command that makes. One per wire name; its title is
/// <c>offer.NAME</c>, and one-way acts say so with <c>offer.NAME.promise</c>.
/// </summary>
public sealed record ActDefinition(string Name, ImmutableArray<Input> Inputs, Func<Filling, Command> Build)
{
    /// <summary>An act of a body: a member of it who asks alone proposes it in writing, and it is done when more than half of the seats have signed.</summary>
    public bool InWriting { get; init; }

    /// <summary>What the server keeps for whoever acts, encrypted under their own key and outside the record; null where nothing.</summary>
    public Func<Filling, (string About, string Text)?>? Keeps { get; init; }

    /// <summary>A component with what is to be known before one consents; null where there is nothing.</summary>
    public Type? Before { get; init; }

    /// <summary>The command that what was filled in makes: of a body's own act, for a member who asks alone, the proposal to decide it in writing.</summary>
    public Command Make(Filling filling) => InWriting ? Acts.InWriting(filling, Build(filling)) : Build(filling);

    /// <summary>What refuses the act to this person alone but lets them propose it to the body they sit on.</summary>
    public bool IsProposal(Refusal? refusal) => InWriting && refusal is { Code: "protocol.not-yours", Way: "decide-in-writing" };

    /// <summary>Nothing is left to fill in: one button does it.</summary>
    public bool IsOneClick => Inputs.All(i => i is GivenInput);
}
