using System.Text;
using System.Text.RegularExpressions;
using Mandate.Constitutions.Reader;
using Mandate.Server.Wording;

namespace Mandate.Server.Tests.Wording;

public sealed partial class ReaderWordsTests
{
    /// <summary>Every message that the reader's source can make, with <c>x</c> where it fills something in.</summary>
    public static TheoryData<string> Messages => [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Mandate.Constitution", "Reader"), "*.cs")
        .SelectMany(f => Filled(File.ReadAllText(f)).Split('\n').Where(l => Reports().IsMatch(l)).SelectMany(Literals))
        .Where(l => l.Contains(' ', StringComparison.Ordinal) && !l.Contains(" (there is", StringComparison.Ordinal) && !l.StartsWith(": ", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Messages))]
    public void What_the_reader_says_is_said_in_every_language(string message)
    {
        foreach (var language in Language.All.Where(l => l != Language.English))
            Assert.True(Phrases.Say(message, new Words(language), t => t) is not null, $"no words for: {message}");
        // English stays what the reader wrote.
        if (!message.Contains("x is too small", StringComparison.Ordinal)) Assert.Equal(message, Phrases.Say(message, new Words(Language.English), t => t));
    }

    [Fact]
    public void A_slip_in_a_key_is_told_in_Swedish_with_its_place_and_what_was_probably_meant()
    {
        var fault = ConstitutionReader.Read("mandate: \"0.2\"\nid: x\ntitel: T\n").Faults.First(f => f.Suggestion == "title");
        Assert.Equal("Rad 3, kolumn 1 (titel): nyckeln ”titel” är okänd här (kända: " + Known().Match(fault.Message).Groups["known"].Value + "). Menade du ”title”?", ReaderWords.Of(fault, new Words(Language.Swedish)));
    }

    [Fact]
    public void The_kind_of_what_was_found_is_said_in_the_language_too()
    {
        var fault = Assert.Single(ConstitutionReader.Read("mandate: \"0.2\"\nid: x\ntitle: T\nrights: [1]\n").Faults, f => f.Clause.Path == "rights");
        Assert.Equal("hier wordt een map met namen verwacht, niet een lijst", ReaderWords.Message(fault, new Words(Language.Dutch)));
    }

    [Fact]
    public void What_is_no_fault_of_the_reader_stands_as_it_is() => Assert.Equal("something else", ReaderWords.Of("something else", new Words(Language.French)));

    /// <summary>What is right stands in some files once, for several messages.</summary>
    private static string Filled(string source) => Expected().Match(source) is { Success: true } match ? source.Replace("{Expected}", match.Groups["text"].Value, StringComparison.Ordinal) : source;

    /// <summary>The texts between quotes on a line of source, with what is interpolated replaced.</summary>
    private static IEnumerable<string> Literals(string line)
    {
        for (var at = line.IndexOf('"', StringComparison.Ordinal); at >= 0; at = line.IndexOf('"', at + 1))
        {
            var open = at > 0 && line[at - 1] == '$';
            var text = new StringBuilder();
            for (at++; line[at] != '"'; at++)
            {
                if (line[at] == '\\') text.Append(line[++at]);
                else if (open && line[at] is '{' or '}' && line[at + 1] == line[at]) text.Append(line[at++]);
                else if (open && line[at] == '{') at = Close(line, at, text.Append('x'));
                else text.Append(line[at]);
            }
            yield return text.ToString();
        }
    }

    private static int Close(string line, int at, StringBuilder _)
    {
        var quoted = false;
        for (var depth = 0; ; at++)
        {
            if (line[at] == '"') quoted = !quoted;
            else if (!quoted && line[at] == '{') depth++;
            else if (!quoted && line[at] == '}' && --depth == 0) return at;
        }
    }

    [GeneratedRegex(@"FaultKind\.\w+, (?:\w|new)|\.Contradiction\(""|\.Contradiction\(\$|\bRefuse\(|\(null, ""|: \(null|\? \(null", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Reports();

    [GeneratedRegex(@"const string Expected = ""(?<text>[^""]+)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Expected();

    [GeneratedRegex(@"\(known: (?<known>.*)\)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Known();
}
