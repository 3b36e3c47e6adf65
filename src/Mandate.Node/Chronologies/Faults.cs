using System.Collections.Immutable;
using Mandate.Constitutions;

namespace Mandate.Node.Chronologies;

/// <summary>Collects what is wrong, so that one reading names all of it.</summary>
internal sealed class Faults
{
    private readonly List<ChronologyFault> found = [];
    private readonly List<ChronologyFault> warnings = [];

    public bool Any => found.Count > 0;

    public ImmutableArray<ChronologyFault> Found => Sorted(found);

    public ImmutableArray<ChronologyFault> Warnings => Sorted(warnings);

    public void Add(string file, Clause at, string message) => found.Add(new(file, at, message));

    public void Warn(string file, Clause at, string message) => warnings.Add(new(file, at, message));

    private static ImmutableArray<ChronologyFault> Sorted(List<ChronologyFault> all) =>
        [.. all.OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Clause.Line).ThenBy(f => f.Clause.Column).ThenBy(f => f.Message, StringComparer.Ordinal)];
}
