using System.Collections.Immutable;

namespace Mandate.Server.Wording;

/// <summary>
/// A text with named places: <c>{name}</c> takes a value, <c>{@delegate.the}</c> takes a word of the organisation's glossary in
/// that form, <c>{@Delegate}</c> the same with a capital.
/// </summary>
public sealed record Template(ImmutableArray<Template.Part> Parts)
{
    public abstract record Part;

    public sealed record Literal(string Text) : Part;

    public sealed record Place(string Name) : Part;

    public sealed record Term(string Name, string Form, bool Capital) : Part;

    public IEnumerable<string> Places => Parts.OfType<Place>().Select(p => p.Name).Distinct(StringComparer.Ordinal);

    public IEnumerable<Term> Terms => Parts.OfType<Term>();

    /// <exception cref="FormatException">A brace is not closed or names nothing.</exception>
    public static Template Parse(string text)
    {
        var parts = ImmutableArray.CreateBuilder<Part>();
        var at = 0;
        while (at < text.Length)
        {
            var open = text.IndexOf('{', at);
            if (open < 0) open = text.Length;
            if (open > at) parts.Add(new Literal(text[at..open]));
            if (open == text.Length) break;
            var close = text.IndexOf('}', open);
            if (close <= open + 1) throw new FormatException($"'{{' at character {open + 1} of “{text}” is not closed or empty");
            parts.Add(PlaceOf(text[(open + 1)..close]));
            at = close + 1;
        }
        return new(parts.ToImmutable());
    }

    private static Part PlaceOf(string inside)
    {
        if (inside[0] != '@') return new Place(inside);
        var dot = inside.IndexOf('.', StringComparison.Ordinal);
        var name = dot < 0 ? inside[1..] : inside[1..dot];
        var form = dot < 0 ? "one" : inside[(dot + 1)..];
        var capital = char.IsUpper(name[0]);
        return new Term(capital ? char.ToLowerInvariant(name[0]) + name[1..] : name, form, capital);
    }
}
