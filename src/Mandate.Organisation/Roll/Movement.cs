using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Mandate.Organisation.Roll;

/// <summary>How the members of a unit, with everything within it, or of the whole have changed between two days (requirement S413).</summary>
/// <param name="Then">Members on the first day, those who have left since among them.</param>
/// <param name="Joined">Who became members after the first day, up to the last.</param>
/// <param name="Left">Whose membership ended between them, for whatever reason.</param>
public sealed record Movement(int Then, int Now, int Joined, int Left)
{
    /// <summary>By the members' map itself, as in <see cref="Headcount"/>: every reader of a result asks for the same.</summary>
    private static readonly ConditionalWeakTable<ImmutableDictionary<string, Member>, ConcurrentDictionary<(DateOnly, DateOnly, string?), Movement>> Known = [];

    public static Movement Of(RollState roll, DateOnly from, DateOnly to, string? unit) =>
        Known.GetValue(roll.Members, _ => new()).GetOrAdd((from, to, unit), static (asked, roll) => Counted(roll, asked.Item1, asked.Item2, asked.Item3), roll);

    private static Movement Counted(RollState roll, DateOnly from, DateOnly to, string? unit)
    {
        var (then, now, joined, left) = (0, 0, 0, 0);
        // A row that nobody has admitted yet neither counts nor has an end.
        foreach (var member in roll.Within(unit).Where(m => m.Counts || m.Until is not null))
        {
            if (member.WasMemberOn(from)) then++;
            if (member.WasMemberOn(to)) now++;
            if (member.Since > from && member.Since <= to) joined++;
            if (member.Until is { } until && until >= from && until < to && member.Since <= to) left++;
        }
        return new(then, now, joined, left);
    }
}
