using DiffPlex;

namespace Mandate.Server.Motions;

/// <summary>What an amendment changes in one paragraph, word by word.</summary>
/// <param name="Paragraph">Index of the paragraph of the text that it touches, from 0; a new paragraph hangs at the one before it.</param>
public sealed record ParagraphChange(int Paragraph, IReadOnlyList<(ChangedWords Kind, string Text)> Words);

public enum ChangedWords { Kept, Struck, New }

/// <summary>Finds where an amendment touches a text, so that it can be shown as a flag at that paragraph.</summary>
public static class ParagraphChanges
{
    /// <summary>Paragraphs of a text: parted by empty lines.</summary>
    public static string[] Paragraphs(string text) => text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static IReadOnlyList<ParagraphChange> Between(string before, string after)
    {
        var (old, fresh) = (Paragraphs(before), Paragraphs(after));
        var differ = new Differ();
        var blocks = differ.CreateCustomDiffs(string.Join('\u0001', old), string.Join('\u0001', fresh), ignoreWhiteSpace: false, t => t.Split('\u0001')).DiffBlocks;
        var changes = new List<ParagraphChange>();
        foreach (var block in blocks)
        {
            for (var i = 0; i < Math.Max(block.DeleteCountA, block.InsertCountB); i++)
            {
                var was = i < block.DeleteCountA ? old[block.DeleteStartA + i] : "";
                var becomes = i < block.InsertCountB ? fresh[block.InsertStartB + i] : "";
                var at = block.DeleteCountA == 0 ? block.DeleteStartA - 1 : block.DeleteStartA + Math.Min(i, block.DeleteCountA - 1);
                changes.Add(new(Math.Clamp(at, 0, Math.Max(0, old.Length - 1)), Words(differ, was, becomes)));
            }
        }
        return changes;
    }

    private static List<(ChangedWords, string)> Words(Differ differ, string was, string becomes)
    {
        var diff = differ.CreateWordDiffs(was, becomes, ignoreWhitespace: false, [' ', '\n']);
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
