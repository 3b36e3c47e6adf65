using System.Collections.Frozen;
using System.Globalization;
using System.Runtime.CompilerServices;
using Mandate.Organisation.Motions;
using Mandate.Server.Keeping;

namespace Mandate.Server.Motions;

/// <summary>What the amendments of a motion are called, numbered at once: a motion may have thousands.</summary>
public static class AmendmentNames
{
    private static readonly ConditionalWeakTable<Motion, FrozenDictionary<string, string>> Numbered = [];

    public static string Number(Motion motion, string amendment) => Numbered.GetValue(motion, Numbers).GetValueOrDefault(amendment, amendment);

    /// <summary>Number and mover.</summary>
    public static string Of(Visit visit, Motion motion, Amendment amendment) =>
        visit.Words.Say("amendment.by", ("number", Number(motion, amendment.Id)), ("name", visit.NameOrId(amendment.Mover)));

    public static string Address(Visit visit, Motion motion, string amendment) => $"{visit.Address}/motions/{motion.Id}/amendments/{amendment}";

    private static FrozenDictionary<string, string> Numbers(Motion motion)
    {
        var next = new Dictionary<string, int>(StringComparer.Ordinal);
        var numbers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var amendment in motion.Amendments)
        {
            var number = next[amendment.Of ?? ""] = next.GetValueOrDefault(amendment.Of ?? "") + 1;
            var own = number.ToString(CultureInfo.InvariantCulture);
            numbers[amendment.Id] = amendment.Of is { } of ? $"{numbers[of]}.{own}" : own;
        }
        return numbers.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
