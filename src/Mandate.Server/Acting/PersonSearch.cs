using Mandate.Server.Keeping;

namespace Mandate.Server.Acting;

/// <summary>A person as people know them: by the id in the record, the register's number or their name.</summary>
internal static class PersonSearch
{
    /// <summary>Those who are meant; by name only for visitors who may see names.</summary>
    public static IReadOnlyList<string> Find(Visit visit, string text)
    {
        if (visit.State.Roll.Member(text) is not null) return [text];
        if (visit.Person is null) return [];
        var all = visit.State.Roll.Members.Keys.Order(StringComparer.Ordinal).ToList();
        var byNumber = all.Where(p => visit.Kept.Personal(p)?.GetValueOrDefault("number") == text).ToList();
        return byNumber.Count > 0 ? byNumber : [.. all.Where(p => string.Equals(visit.Kept.NameOf(p), text, StringComparison.OrdinalIgnoreCase))];
    }
}
