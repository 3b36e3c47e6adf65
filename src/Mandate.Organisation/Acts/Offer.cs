namespace Mandate.Organisation.Acts;

/// <summary>An act that a page can offer to one person now, or the reason why it is not open to them.</summary>
/// <param name="Act">Wire name of the command (<c>votes.cast</c>); the wording is <c>offer.ACT</c>.</param>
/// <param name="Subject">What it is about: the id of the vote, mandate, petition.</param>
/// <param name="Prototype">A command that was put to the real rules to find out; the page fills in what the person chooses.</param>
/// <param name="WhyNot">The refusal the rules gave; null when the act is open.</param>
/// <param name="Clause">The clause that permits it, or that refuses.</param>
public sealed record Offer(string Act, string Subject, Command Prototype, Refusal? WhyNot, string Clause)
{
    /// <summary>Puts a prototype to the rules and keeps their answer.</summary>
    /// <param name="names">Makes the pseudonyms of members; null where the vault is not at hand.</param>
    public static Offer Of(State state, string person, DateTimeOffset at, string subject, Command prototype, Naming? names = null)
    {
        // Whoever must sign will be asked to when they act.
        var veiled = Veil.Asked(state, new Act("", at, person, prototype) { SignedWith = state.Trust.Counting(person, at)?.Key }, names);
        var name = WireNameOf(prototype);
        if (veiled.Refusal is { } hidden) return new(name, subject, prototype, hidden, hidden.Clause);
        return Decider.Decide(state, veiled.Act) switch
        {
            Decision.Accepted a => new(name, subject, prototype, null, a.Clause),
            // The text or ballot file is what the person is about to send, and the register what the node adds: all other rules were asked before it.
            Decision.Refused { Refusal.Code: "protocol.blob-missing" or "protocol.no-register" } r => new(name, subject, prototype, null, r.Refusal.Clause),
            Decision.Refused r => new(name, subject, prototype, r.Refusal, r.Refusal.Clause),
            _ => throw new InvalidOperationException("A decision is accepted or refused."),
        };
    }

    private static string WireNameOf(Command command) =>
        ((WireNameAttribute?)Attribute.GetCustomAttribute(command.GetType(), typeof(WireNameAttribute)))?.Name
        ?? throw new InvalidOperationException($"{command.GetType().Name} has no wire name.");
}
