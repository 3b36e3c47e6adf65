using Mandate.Server.Acting;
using Mandate.Server.Keeping;

namespace Mandate.Server.Founding;

/// <summary>A person as founders know them: by name or by the register's number, not by the id in the record.</summary>
internal static class MemberSearch
{
    /// <summary>The id of the one that is meant; an error of the form where nobody is, or several are.</summary>
    public static string Id(Filling filling, string field)
    {
        if (filling.Raw(field) is not { } text) return filling.Text(field);
        var found = Find(filling.Visit, text);
        if (found.Count == 1) return found[0];
        return filling.Fail(field, found.Count == 0 ? "founding.nobody-called" : "founding.several-called", ("text", text));
    }

    private static List<string> Find(Visit visit, string text)
    {
        if (visit.State.Roll.Member(text) is not null) return [text];
        if (visit.Kept.Node?.Vault is not { } vault) return [];
        var all = vault.ReadAll().Where(p => visit.State.Roll.Member(p.Key) is not null).ToList();
        var byNumber = all.Where(p => p.Value.GetValueOrDefault("number") == text).Select(p => p.Key).ToList();
        return byNumber.Count > 0 ? byNumber : [.. all.Where(p => string.Equals(p.Value.GetValueOrDefault("name"), text, StringComparison.OrdinalIgnoreCase)).Select(p => p.Key)];
    }
}
