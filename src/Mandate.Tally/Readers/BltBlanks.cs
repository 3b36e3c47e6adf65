namespace Mandate.Tally.Readers;

/// <summary>White space and comments of BLT.</summary>
internal static class BltBlanks
{
    /// <summary>With which programs for DOS end a text file.</summary>
    private const int EndOfText = 0x1A;

    public static bool IsBlank(int b, bool commas) => b is ' ' or '\t' or '\r' or '\n' or EndOfText || (commas && b == ',');

    /// <summary>Passes white space, <c># ...</c> to the end of the line and <c>/* ... */</c>; false where such a comment is not closed.</summary>
    public static bool Skip(ByteSource source, bool commas)
    {
        while (source.Peek() is var b and >= 0)
        {
            if (IsBlank(b, commas)) source.Next();
            else if (b == '#') Line(source);
            else if (b != '/') return true;
            else if (!Comment(source)) return false;
        }
        return true;
    }

    private static void Line(ByteSource source)
    {
        while (source.Peek() is >= 0 and not '\n') source.Next();
    }

    private static bool Comment(ByteSource source)
    {
        source.Next();
        if (source.Peek() != '*') return true; // a slash alone is left to fail as a word
        source.Next();
        for (var depth = 1; depth > 0;)
        {
            var b = source.Next();
            if (b < 0) return false;
            if (b == '*' && source.Peek() == '/')
            {
                source.Next();
                depth--;
            }
            else if (b == '/' && source.Peek() == '*')
            {
                source.Next();
                depth++;
            }
        }
        return true;
    }
}
