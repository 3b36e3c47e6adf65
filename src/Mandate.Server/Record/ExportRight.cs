using Mandate.Constitutions;
using Mandate.Organisation.Federation;
using Mandate.Organisation.Roll;
using Mandate.Server.Keeping;

namespace Mandate.Server.Record;

/// <summary>
/// Who may take the whole record home: the clause on publication says it, members where it says nothing else, and for ten years those who were expelled or
/// went with their unit. Proofs of single entries
/// and checkpoints are everybody's.
/// </summary>
public static class ExportRight
{
    public const string Clause = "publication.default";

    /// <summary>Whether this clause opens the record to everybody; a case study is, which retells what books tell.</summary>
    public static bool IsPublic(Visit visit) => History.Chronicle.Is(visit.State) || visit.Version.Rules.Publication.Default == Audience.Public;

    public static bool Has(Visit visit) => IsPublic(visit) || visit.Member is { Counts: true } || (visit.Person is { } former && (FormerMembers.Keeps(visit.State, former, visit.Today) || Separations.WentWithUnit(visit.State, former, visit.Today))) || (visit.Person is { } person && Founding.Founders.IsFounding(visit.State, person));
}
