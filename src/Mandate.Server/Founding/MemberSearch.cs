using Mandate.Server.Acting;

namespace Mandate.Server.Founding;

/// <summary>A person as founders know them: by name or by the register's number, not by the id in the record.</summary>
internal static class MemberSearch
{
    /// <summary>The id of the one that is meant; an error of the form where nobody is, or several are.</summary>
    public static string Id(Filling filling, string field)
    {
        if (filling.Raw(field) is not { } text) return filling.Text(field);
        var found = PersonSearch.Find(filling.Visit, text);
        if (found.Count == 1) return found[0];
        return filling.Fail(field, found.Count == 0 ? "founding.nobody-called" : "founding.several-called", ("text", text));
    }
}
