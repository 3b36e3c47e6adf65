using System.Text;

namespace Mandate.Ledger;

/// <summary>Writes policy files (c2sp.org/tlog-policy, 2026-07): logs, witnesses, groups before the groups that hold them, quorum.</summary>
internal static class TlogPolicyWriter
{
    public static string Format(TlogPolicy policy)
    {
        var text = new StringBuilder();
        foreach (var log in policy.Logs) Line(text, "log", log.Key.ToString(), log.Url);
        foreach (var witness in policy.Witnesses) Line(text, "witness", witness.Name, witness.Key.ToString(), witness.Url);
        if (policy.Quorum is not null) Groups(text, policy.Quorum);
        Line(text, "quorum", policy.Quorum?.Name ?? "none");
        return text.ToString();
    }

    private static void Groups(StringBuilder text, PolicyMember member)
    {
        if (member is not PolicyGroup group) return;
        foreach (var inner in group.Members) Groups(text, inner);
        Line(text, ["group", group.Name, DecimalText.Format((ulong)group.Threshold), .. group.Members.Select(m => m.Name)]);
    }

    private static void Line(StringBuilder text, params IEnumerable<string?> words) => text.AppendJoin(' ', words.Where(w => w is not null)).Append('\n');
}
