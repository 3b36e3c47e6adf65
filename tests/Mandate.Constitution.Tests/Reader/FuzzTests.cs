using FsCheck;
using FsCheck.Fluent;
using Mandate.Constitutions.Reader;

namespace Mandate.Constitutions.Tests.Reader;

/// <summary>Whatever stands in the file, the reader answers with a constitution or with faults that have a place.</summary>
public sealed class FuzzTests
{
    private static readonly string[] Scraps =
    [
        "{", "}", "[", "]", ":", ": ", ",", "- ", "\n", "\n  ", "&a", "*a", "!!str ", "<<", "|", ">", "'", "\"", "#", "%", "~", "null", "true", "0", "-1", "1/0",
        "99999999999999999999", "1e999", ".inf", "\0", "\uD800", "é", "of", "members", "unanimous", "{}", "[]", "? ", "...", "---\n", "\t", "\\", "100%", "self",
    ];

    [Fact]
    public void A_mutated_constitution_is_read_or_refused_and_never_throws()
    {
        var text = Examples.UnionFederation;
        var edit = from at in Gen.Choose(0, text.Length - 1)
                   from cut in Gen.Choose(0, 12)
                   from scrap in Gen.Elements(Scraps)
                   select (at, cut, scrap);
        var edits = from count in Gen.Choose(1, 4) from list in Gen.ListOf(edit, count) select list;
        Prop.ForAll(edits.ToArbitrary(), list =>
        {
            var yaml = text;
            foreach (var (at, cut, scrap) in list)
            {
                var from = Math.Min(at, yaml.Length);
                yaml = yaml[..from] + scrap + yaml[Math.Min(yaml.Length, from + cut)..];
            }
            Answers(yaml);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(600));
    }

    [Fact]
    public void Words_of_the_format_in_any_order_are_read_or_refused_and_never_throw()
    {
        var words = Examples.UnionFederation.Split([' ', '\n', ',', '{', '}', '[', ']', ':'], StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).ToArray();
        var soup = from count in Gen.Choose(0, 40) from list in Gen.ListOf(Gen.OneOf(Gen.Elements(words), Gen.Elements(Scraps)), count) select string.Join(" ", list);
        Prop.ForAll(soup.ToArbitrary(), Answers).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    [Fact]
    public void Values_of_the_wrong_kind_are_refused_anywhere_and_never_throw()
    {
        var lines = Examples.UnionFederation.Split('\n');
        var change = from line in Gen.Choose(0, lines.Length - 1) from scrap in Gen.Elements(Scraps) select (line, scrap);
        Prop.ForAll(change.ToArbitrary(), change =>
        {
            var copy = (string[])lines.Clone();
            var colon = copy[change.line].IndexOf(':', StringComparison.Ordinal);
            copy[change.line] = colon < 0 ? change.scrap : copy[change.line][..(colon + 1)] + " " + change.scrap;
            Answers(string.Join('\n', copy));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    private static void Answers(string yaml)
    {
        var reading = ConstitutionReader.Read(yaml);
        Assert.NotEqual(reading.Succeeded, reading.Faults.Length > 0);
        var lines = yaml.Split('\n').Length + 1;
        Assert.All(reading.Faults, f => Assert.InRange(f.Clause.Line, 1, lines));
    }
}
