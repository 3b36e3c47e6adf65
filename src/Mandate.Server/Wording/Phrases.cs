using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Mandate.Server.Wording;

/// <summary>
/// What the rules say a thing needs or is, in the reader's language. The rules write plain English (<c>at most 4000 characters</c>,
/// <c>a vote of ghent on m-12</c>) because they know no language; the same text stands under <c>need.NAME</c> in the catalogue, where
/// each <c>{place}</c> takes what is in that place. What the reader of constitutions writes stands under <c>reader.NAME</c>, what is told of boxes and seals under <c>told.NAME</c>. Single names (<c>by_election</c>) stand under <c>code.NAME</c>.
/// </summary>
public static class Phrases
{
    private static readonly string[] Families = ["need.", "reader.", "told."];

    private sealed record Phrase(string Key, Regex Form, ImmutableArray<string> Places);

    private static readonly FrozenDictionary<string, string> Whole;

    private static readonly ImmutableArray<Phrase> WithPlaces;

    static Phrases()
    {
        var whole = new Dictionary<string, string>(StringComparer.Ordinal);
        var others = ImmutableArray.CreateBuilder<Phrase>();
        foreach (var key in Catalogue.Ours.Keys.Where(k => Families.Any(f => k.StartsWith(f, StringComparison.Ordinal))).Order(StringComparer.Ordinal))
        {
            var template = Catalogue.Ours.Find(key, Language.English)!.Other;
            if (template.Parts is [Template.Literal only]) whole[only.Text] = key;
            else others.Add(new(key, new Regex("^" + string.Concat(template.Parts.Select(Written)) + "$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)), [.. template.Places]));
        }
        Whole = whole.ToFrozenDictionary(StringComparer.Ordinal);
        // The longest fixed text first: "held … within …" before "held …".
        WithPlaces = [.. others.OrderByDescending(p => p.Form.ToString().Length)];
    }

    /// <summary>The phrase in the reader's language; null where the rules have no such phrase.</summary>
    /// <param name="inner">Says what stands in a place.</param>
    public static string? Say(string text, Words words, Func<string, string> inner)
    {
        if (Whole.TryGetValue(text, out var key)) return words[key];
        if (words.Has($"code.{text}")) return words[$"code.{text}"];
        foreach (var phrase in WithPlaces)
            if (phrase.Form.Match(text) is { Success: true } match)
                return words.Say(phrase.Key, [.. phrase.Places.Select(p => (p, (object?)inner(match.Groups[p].Value)))]);
        return null;
    }

    /// <summary>A phrase that has a comma of its own, so that it is no list of several; null where the text is none.</summary>
    public static string? WithComma(string text, Words words, Func<string, string> inner)
    {
        if (Whole.TryGetValue(text, out var key)) return words[key];
        foreach (var phrase in WithPlaces.Where(p => p.Form.ToString().Contains(",\\ ", StringComparison.Ordinal)))
            if (phrase.Form.Match(text) is { Success: true } match)
                return words.Say(phrase.Key, [.. phrase.Places.Select(p => (p, (object?)inner(match.Groups[p].Value)))]);
        return null;
    }

    /// <summary>What is told of a box or a seal, in the reader's language as far as there are words for it, with what is in it told too.</summary>
    public static string Told(string text, Words words) => Say(text, words, inner => Told(inner, words)) ?? text;

    private static string Written(Template.Part part) => part is Template.Place place ? $"(?<{place.Name}>.+)" : Regex.Escape(((Template.Literal)part).Text);
}
