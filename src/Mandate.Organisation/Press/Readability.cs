namespace Mandate.Organisation.Press;

/// <summary>
/// How hard a text is to read: LIX (Björnsson 1968), words per sentence plus the percentage of words with more than six letters, rounded. It works alike for Dutch,
/// French, Swedish and English and needs no list of words (requirement S398). Below 30 reads easily, above 50 is hard.
/// </summary>
public static class Readability
{
    /// <summary>The figure; null for a text without a word.</summary>
    public static int? Lix(string text)
    {
        var words = text.Split([' ', '\t', '\n', '\r', '\u00A0'], StringSplitOptions.RemoveEmptyEntries).Select(w => w.Count(char.IsLetter)).Where(letters => letters > 0).ToList();
        if (words.Count == 0) return null;
        var sentences = Math.Max(1, Sentences(text));
        var (long_, count) = (words.Count(letters => letters > 6), words.Count);
        // words/sentences + 100*long/words over one denominator, rounded half up: no floating point.
        var over = (long)count * sentences * 2;
        return (int)((2L * count * count + 200L * long_ * sentences + (long)count * sentences) / over);
    }

    /// <summary>Ends of sentences: a full stop, question or exclamation mark or colon that a blank or the end follows.</summary>
    private static int Sentences(string text)
    {
        var (ends, open) = (0, false);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsLetter(text[i])) open = true;
            if (!open || text[i] is not ('.' or '?' or '!' or ':') || i + 1 < text.Length && !char.IsWhiteSpace(text[i + 1])) continue;
            (ends, open) = (ends + 1, false);
        }
        return open ? ends + 1 : ends;
    }
}
