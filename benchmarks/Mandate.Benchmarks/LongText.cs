using System.Globalization;
using System.Text;

namespace Mandate.Benchmarks;

/// <summary>
/// One long text and thousands of amendments to it, as German party congresses have had. Each changes some words of a paragraph drawn at random,
/// strikes it out or puts one in; a tenth fall on the same fifty paragraphs, where the fight is.
/// </summary>
internal sealed class LongText
{
    private readonly Random random = new(1);

    public LongText(int characters)
    {
        var paragraphs = new List<string>();
        for (var length = 0; length < characters;)
        {
            var words = new StringBuilder();
            for (var n = random.Next(25, 75); n > 0; n--) words.Append("abcdefghijklmnopqrstuvwxyz"[random.Next(26)], random.Next(1, 4)).Append(random.Next(1000)).Append(' ');
            paragraphs.Add(words.ToString().Trim() + ".");
            length += paragraphs[^1].Length + 2;
        }
        Paragraphs = paragraphs;
    }

    public IReadOnlyList<string> Paragraphs { get; }

    public override string ToString() => string.Join("\n\n", Paragraphs);

    /// <summary>The whole text as so many amendments would have it, one after the other.</summary>
    public IEnumerable<string> Amended(int amendments) => Enumerable.Range(0, amendments).Select(Amendment);

    private string Amendment(int number)
    {
        var at = random.Next(10) == 0 ? random.Next(Math.Min(50, Paragraphs.Count)) : random.Next(Paragraphs.Count);
        var all = new List<string>(Paragraphs);
        switch (random.Next(10))
        {
            case 0: all.RemoveAt(at); break;
            case 1: all.Insert(at, string.Create(CultureInfo.InvariantCulture, $"A new paragraph, number {number}.")); break;
            default:
                var words = all[at].Split(' ');
                for (var n = random.Next(1, 4); n > 0; n--) words[random.Next(words.Length)] = string.Create(CultureInfo.InvariantCulture, $"word{number}");
                all[at] = string.Join(' ', words);
                break;
        }
        return string.Join("\n\n", all);
    }
}
