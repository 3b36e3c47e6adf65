using System.Collections.Immutable;

namespace Mandate.Organisation.Motions;

/// <summary>
/// A text and the changes made in it so far, each kept as it was proposed. What was made is never guessed again from the outcome, where a
/// changed paragraph and one put in beside it look like one thing: a further change collides with what was changed, and with nothing else.
/// </summary>
public sealed class MergedText
{
    private readonly IReadOnlyList<string> origin;
    private readonly bool byWord;

    /// <summary>The changes made, under every place from their first piece to the one after their last.</summary>
    private readonly Dictionary<int, List<TextChange>> at = [];
    private readonly HashSet<TextChange> made = new(ReferenceEqualityComparer.Instance);

    /// <summary>The words of paragraphs that one change after another has found something in.</summary>
    private readonly Dictionary<int, MergedText> words = [];

    public MergedText(string origin) : this(TextMerge.Paragraphs(origin), byWord: true) { }

    internal MergedText(IReadOnlyList<string> origin, bool byWord) => (this.origin, this.byWord) = (origin, byWord);

    /// <summary>The paragraphs of the text as it was.</summary>
    public IReadOnlyList<string> Origin => origin;

    /// <summary>The changes made, in order.</summary>
    public IEnumerable<TextChange> Changes => made.OrderBy(c => c.Start).ThenBy(c => c.Count);

    /// <summary>What another text changes in the text as it was.</summary>
    public ImmutableArray<TextChange> Changed(string other) => TextMerge.Paragraphwise(origin, TextMerge.Paragraphs(other));

    /// <summary>Makes all of these changes of the text as it was, or none where one of them collides with what was made before.</summary>
    public bool Make(ImmutableArray<TextChange> changes)
    {
        var steps = new List<(TextChange? Instead, TextChange Now, MergedText? Words)>();
        foreach (var change in changes)
        {
            var met = Met(change);
            if (met.Exists(m => m.Same(change))) continue;
            if (met.Count == 0) steps.Add((null, change, null));
            else if (met.Count == 1 && Together(met[0], change) is { } both) steps.Add((met[0], both.Change, both.Words));
            else return false;
        }
        foreach (var (instead, now, inWords) in steps)
        {
            if (instead is not null) Remove(instead);
            Add(now);
            if (inWords is not null) words[now.Start] = inWords;
        }
        return true;
    }

    /// <summary>Whether all of these changes can be made beside what was made before.</summary>
    public bool Takes(ImmutableArray<TextChange> changes) => Array.TrueForAll([.. changes], c => Met(c) is var met && (met.Count == 0 || met.Exists(m => m.Same(c)) || (met.Count == 1 && Together(met[0], c) is not null)));

    /// <summary>The pieces of the text with everything that was made.</summary>
    public IReadOnlyList<string> Pieces()
    {
        var merged = new List<string>(origin.Count);
        var next = 0;
        foreach (var change in Changes)
        {
            for (; next < change.Start; next++) merged.Add(origin[next]);
            merged.AddRange(change.Instead);
            next = change.End;
        }
        for (; next < origin.Count; next++) merged.Add(origin[next]);
        return merged;
    }

    public override string ToString() => string.Join("\n\n", Pieces()) + "\n";

    private List<TextChange> Met(TextChange change)
    {
        var met = new List<TextChange>();
        for (var place = change.Start; place <= change.End; place++)
            if (at.TryGetValue(place, out var here))
                foreach (var other in here)
                    if (other.Meets(change) && !met.Contains(other, ReferenceEqualityComparer.Instance)) met.Add(other);
        return met;
    }

    /// <summary>Two changes of the same single paragraph, made together word by word; null where they change the same words.</summary>
    private (TextChange Change, MergedText Words)? Together(TextChange ours, TextChange theirs)
    {
        if (!byWord || ours.Start != theirs.Start || ours is not { Count: 1, Instead: [var mine] } || theirs is not { Count: 1, Instead: [var yours] }) return null;
        var pieces = TextMerge.Words(origin[ours.Start]);
        var both = words.TryGetValue(ours.Start, out var earlier) ? earlier.Copy() : new MergedText(pieces, byWord: false);
        if (earlier is null) both.Make(TextMerge.Between(pieces, TextMerge.Words(mine)));
        return both.Make(TextMerge.Between(pieces, TextMerge.Words(yours))) ? (ours with { Instead = [string.Concat(both.Pieces())] }, both) : null;
    }

    private MergedText Copy()
    {
        var copy = new MergedText(origin, byWord);
        foreach (var change in made) copy.Add(change);
        return copy;
    }

    private void Add(TextChange change)
    {
        made.Add(change);
        for (var place = change.Start; place <= change.End; place++)
        {
            if (!at.TryGetValue(place, out var here)) at[place] = here = [];
            here.Add(change);
        }
    }

    private void Remove(TextChange change)
    {
        made.Remove(change);
        for (var place = change.Start; place <= change.End; place++) at[place].RemoveAll(c => ReferenceEquals(c, change));
    }
}
