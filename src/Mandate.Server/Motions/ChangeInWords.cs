using System.Text;
using Mandate.Organisation.Motions;
using Mandate.Server.Wording;

namespace Mandate.Server.Motions;

/// <summary>What an amendment does, in one line.</summary>
public static class ChangeInWords
{
    /// <summary>Most characters of each passage that the line quotes.</summary>
    private const int Quoted = 90;

    /// <summary>The first change: what it strikes out and what it puts in; empty where it changes nothing.</summary>
    public static string Of(Words words, IReadOnlyList<string> paragraphs, IReadOnlyList<TextChange> changes)
    {
        if (changes.Count == 0) return "";
        var (old, now) = FirstRun(ParagraphChanges.Words(paragraphs, changes[0]));
        return (old.Length, now.Length) switch
        {
            (0, _) => words.Say("contested.puts-in", ("new", Short(now))),
            (_, 0) => words.Say("contested.strikes", ("old", Short(old))),
            _ => words.Say("contested.effect", ("old", Short(old)), ("new", Short(now))),
        };
    }

    /// <summary>Words on either side of a short change, without which nobody could tell what it is about.</summary>
    private const int Beside = 3;

    /// <summary>The first words that are struck out or put in, up to the next that stay; a few beside them where both are.</summary>
    private static (string Old, string New) FirstRun(IReadOnlyList<(ChangedWords Kind, string Text)> words)
    {
        var (old, now) = (new StringBuilder(), new StringBuilder());
        var first = words.TakeWhile(w => w.Kind == ChangedWords.Kept).Count();
        var next = first;
        for (; next < words.Count; next++)
        {
            var (kind, text) = words[next];
            // A blank or a short word between two changed ones does not part them.
            if (kind == ChangedWords.Kept && text.Trim().Length > 3) break;
            if (kind != ChangedWords.New) old.Append(text);
            if (kind != ChangedWords.Struck) now.Append(text);
        }
        var (was, becomes) = (old.ToString().Trim(), now.ToString().Trim());
        if (was.Length == 0 || becomes.Length == 0 || was.Count(c => c == ' ') >= Beside) return (was, becomes);
        var before = Several(words.Take(first)).TakeLast(Beside);
        var after = Several(words.Skip(next).TakeWhile(w => w.Kind == ChangedWords.Kept)).Take(Beside);
        return (Joined(before, was, after), Joined(before, becomes, after));
    }

    private static List<string> Several(IEnumerable<(ChangedWords, string Text)> kept) => [.. string.Concat(kept.Select(w => w.Text)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];

    private static string Joined(IEnumerable<string> before, string changed, IEnumerable<string> after) => string.Join(' ', [.. before, changed, .. after]);

    private static string Short(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= Quoted) return line;
        var cut = line.LastIndexOf(' ', Quoted - 1);
        return string.Concat(line.AsSpan(0, cut > Quoted / 2 ? cut : Quoted - 1), "…");
    }
}
