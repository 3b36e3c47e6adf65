using System.Collections.Immutable;
using Mandate.Organisation.Facts;

namespace Mandate.Server.Api;

/// <summary>
/// What a name or title stands for that was typed in place of an id: in any language of the record and any usual transliteration, a
/// person also by surname. It is taken only where it can mean one thing.
/// </summary>
/// <param name="Id">What it stands for; null where nothing does, or several things do.</param>
/// <param name="Candidates">What it may stand for, where that is more than one thing.</param>
internal sealed record Meant(string? Id, ImmutableArray<string> Candidates)
{
    private static readonly char[] Between = [',', ';', '/', '(', ')', '"', '“', '”', ':'];

    /// <param name="ids">What the question can be about, those that it is most likely about first.</param>
    public static Meant By(FactsState facts, string typed, IEnumerable<IEnumerable<string>> ids)
    {
        foreach (var group in ids)
        {
            var forms = group.Distinct(StringComparer.Ordinal).Select(id => (Id: id, Forms: Forms(facts, id).ToList(), IsPerson: facts.Things.GetValueOrDefault(id)?.Kind == ThingKind.Person)).ToList();
            foreach (var same in Ways)
            {
                var found = forms.Where(f => f.Forms.Exists(form => same(typed, form, f.IsPerson))).Select(f => f.Id).ToImmutableArray();
                if (found.Length == 1) return new(found[0], []);
                if (found.Length > 1) return new(null, found.Sort(StringComparer.Ordinal));
            }
        }
        return new(null, []);
    }

    /// <summary>From the strictest to the loosest; the first by which anything agrees decides.</summary>
    private static readonly ImmutableArray<Func<string, string, bool, bool>> Ways =
    [
        (typed, form, _) => string.Equals(typed.Trim(), form, StringComparison.OrdinalIgnoreCase),
        (typed, form, _) => Sound.Of(typed) is { Length: > 0 } key && key == Sound.Of(form),
        (typed, form, isPerson) => isPerson ? SamePerson(Sound.Words(typed), Sound.Words(form)) : Telling(typed) is { Length: > 0 } words && words.SequenceEqual(Telling(form), StringComparer.Ordinal),
        // A loose title: every word of it that says something is one of the title.
        (typed, form, isPerson) => !isPerson && Telling(typed) is { Length: > 0 } words && words.All(Telling(form).Contains),
    ];

    /// <summary>By surname; a first name or initial that was typed must not be another than the one on record.</summary>
    private static bool SamePerson(ImmutableArray<string> typed, ImmutableArray<string> form) =>
        typed.Length > 0 && form.Length > 0 && typed[^1] == form[^1]
        && (typed.Length == 1 || form.Length > 1 && typed[0][0] == form[0][0] && (typed[0].Length == 1 || form[0].Length == 1 || typed[0][..Math.Min(2, typed[0].Length)] == form[0][..Math.Min(2, form[0].Length)]));

    private static ImmutableArray<string> Telling(string text) => [.. Sound.Words(text).Where(w => !Sound.Small.Contains(w)).Select(Sound.Stem)];

    private static IEnumerable<string> Forms(FactsState facts, string id)
    {
        var thing = facts.Things.GetValueOrDefault(id);
        IEnumerable<string> texts = [id, id.Replace('-', ' '), .. thing?.Names.Values ?? [], .. facts.Happenings.GetValueOrDefault(id)?.Titles.Values ?? [], .. facts.Contradictions.GetValueOrDefault(id)?.Subject.Values ?? []];
        if (thing?.Attributes?.GetValueOrDefault("also") is { } also) texts = texts.Append(also);
        return texts.SelectMany(t => new[] { t }.Concat(t.Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))).Where(t => t.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase);
    }
}
