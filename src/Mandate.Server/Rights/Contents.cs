namespace Mandate.Server.Rights;

/// <summary>A part of the room of rights: what its pages have in common is <c>rights.part.NAME</c>.</summary>
/// <param name="Pages">Last words of the pages' addresses; each has a title <c>rights.PAGE</c> and the question it answers, <c>rights.PAGE.question</c>.</param>
public sealed record Part(string Name, params string[] Pages);

/// <summary>All pages of the room of rights, in the order in which somebody looks for one.</summary>
public static class Contents
{
    public static IReadOnlyList<Part> All { get; } =
    [
        new("members", "concerns", "petitions", "tendencies", "press", "complaints", "inspections", "charges", "works"),
        new("officers", "decisions", "agreements", "honours", "restrictions", "documents", "elections", "stand-ins", "undertakings", "summonses", "facts"),
        new("money", "accounts", "commitments", "audits", "property"),
        new("units", "autonomy", "orders", "protests", "committees", "plans", "queries", "disputes", "stays", "conflicts", "charters", "treaties", "separations", "missions", "needs", "languages"),
        new("attention", "findings", "balance", "indicators", "tiers", "life", "reprisals", "guards"),
    ];
}
