using DiffPlex;
using Mandate.Organisation.Motions;

namespace Mandate.Server.Motions;

public enum ChangedWords { Kept, Struck, New }

/// <summary>A changed paragraph word by word, for showing.</summary>
public static class ParagraphChanges
{
    /// <summary>A change word by word, with what it strikes out of these paragraphs and what it puts in.</summary>
    public static IReadOnlyList<(ChangedWords Kind, string Text)> Words(IReadOnlyList<string> paragraphs, TextChange change) =>
        Words(string.Join("\n\n", Enumerable.Range(change.Start, change.Count).Select(i => paragraphs[i])), string.Join("\n\n", change.Instead));

    private static List<(ChangedWords, string)> Words(string was, string becomes)
    {
        var diff = new Differ().CreateWordDiffs(was, becomes, ignoreWhitespace: false, [' ', '\n']);
        var words = new List<(ChangedWords, string)>();
        var at = 0;
        foreach (var block in diff.DiffBlocks)
        {
            Add(ChangedWords.Kept, diff.PiecesOld, at, block.DeleteStartA - at);
            Add(ChangedWords.Struck, diff.PiecesOld, block.DeleteStartA, block.DeleteCountA);
            Add(ChangedWords.New, diff.PiecesNew, block.InsertStartB, block.InsertCountB);
            at = block.DeleteStartA + block.DeleteCountA;
        }
        Add(ChangedWords.Kept, diff.PiecesOld, at, diff.PiecesOld.Length - at);
        return words;

        void Add(ChangedWords kind, IReadOnlyList<string> pieces, int from, int count)
        {
            if (count > 0) words.Add((kind, string.Concat(pieces.Skip(from).Take(count))));
        }
    }
}
