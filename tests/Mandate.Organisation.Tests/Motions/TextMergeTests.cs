using FsCheck;
using FsCheck.Fluent;
using Mandate.Organisation.Motions;

namespace Mandate.Organisation.Tests.Motions;

public sealed class TextMergeTests
{
    private const string Origin = "One.\n\nTwo is a longer paragraph of words.\n\nThree.\n\nFour.\n";

    [Theory]
    [InlineData("One!\n\nTwo is a longer paragraph of words.\n\nThree.\n\nFour.", "One.\n\nTwo is a longer paragraph of words.\n\nThree.\n\nFour!", "One!\n\nTwo is a longer paragraph of words.\n\nThree.\n\nFour!\n")]
    [InlineData("One.\n\nTwo was a longer paragraph of words.\n\nThree.\n\nFour.", "One.\n\nTwo is a longer paragraph of sentences.\n\nThree.\n\nFour.", "One.\n\nTwo was a longer paragraph of sentences.\n\nThree.\n\nFour.\n")]
    [InlineData("One.\n\nThree.\n\nFour.", "One.\n\nTwo is a longer paragraph of words.\n\nThree.\n\nFour.\n\nFive.", "One.\n\nThree.\n\nFour.\n\nFive.\n")]
    [InlineData("One!\n\nTwo is a longer paragraph of words.\n\nThree.\n\nFour.", "One!\n\nTwo is a longer paragraph of words.\n\nThree.\n\nFour.", "One!\n\nTwo is a longer paragraph of words.\n\nThree.\n\nFour.\n")]
    public void Changes_that_do_not_touch_each_other_are_made_together(string ours, string theirs, string merged) => Assert.Equal(merged, TextMerge.Merge(Origin, ours, theirs));

    [Theory]
    [InlineData("One.\n\nTwo was a longer paragraph of words.\n\nThree.\n\nFour.", "One.\n\nTwo were a longer paragraph of words.\n\nThree.\n\nFour.")]
    [InlineData("One.\n\nThree.\n\nFour.", "One.\n\nTwo were a longer paragraph of words.\n\nThree.\n\nFour.")]
    [InlineData("One.\n\nTwo is a longer paragraph of words.\n\nThree.\n\nFour.\n\nFive.", "One.\n\nTwo is a longer paragraph of words.\n\nThree.\n\nFour.\n\nSix.")]
    public void Different_changes_of_the_same_words_collide(string ours, string theirs) => Assert.Null(TextMerge.Merge(Origin, ours, theirs));

    [Fact]
    public void One_change_and_none_is_that_change_and_the_order_of_two_does_not_matter()
    {
        var paragraph = Gen.Elements("a b c", "a b d", "x", "y z", "a x c").Select(p => p);
        var texts = Gen.Three(paragraph.ListOf().Select(p => string.Join("\n\n", p)));
        Prop.ForAll(texts.ToArbitrary(), t =>
        {
            var (origin, ours, theirs) = t;
            var plain = string.Join("\n\n", TextMerge.Paragraphs(ours)) + "\n";
            return TextMerge.Merge(origin, ours, origin) == plain && TextMerge.Merge(origin, origin, ours) == plain && TextMerge.Merge(origin, ours, ours) == plain
                && TextMerge.Merge(origin, ours, theirs) == TextMerge.Merge(origin, theirs, ours);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Changes_far_apart_in_a_long_text_do_not_collide()
    {
        var origin = Enumerable.Range(0, 9_000).Select(i => $"Paragraph {i}.").ToArray();
        var (ours, theirs) = ((string[])origin.Clone(), (string[])origin.Clone());
        (ours[1], ours[8_990], theirs[4_500]) = ("Ours.", "Ours again.", "Theirs.");
        Assert.Equal(2, TextMerge.Between(Text(origin), Text(ours)).Length);
        var both = (string[])ours.Clone();
        both[4_500] = "Theirs.";
        Assert.Equal(Text(both), TextMerge.Merge(Text(origin), Text(ours), Text(theirs)));
    }

    [Fact]
    public void A_text_with_a_thousand_changes_still_takes_another()
    {
        var origin = Enumerable.Range(0, 3_000).Select(i => $"Paragraph {i}.").ToArray();
        var many = origin.Select((p, i) => i % 3 == 0 ? $"Changed {i}." : p).ToArray();
        var one = (string[])origin.Clone();
        one[1_501] = "One more.";
        var all = (string[])many.Clone();
        all[1_501] = "One more.";
        Assert.Equal(Text(all), TextMerge.Merge(Text(origin), Text(many), Text(one)));
    }

    [Fact]
    public void A_text_rewritten_from_end_to_end_is_one_change_and_still_that_text()
    {
        var origin = string.Join("\n\n", Enumerable.Range(0, 1_500).Select(i => $"Old {i}."));
        var rewritten = string.Join("\n\n", Enumerable.Range(0, 1_400).Select(i => $"New {i}."));
        Assert.Single(TextMerge.Between(origin, rewritten));
        Assert.Equal(rewritten + "\n", TextMerge.Merge(origin, rewritten, origin));
    }

    [Fact]
    public void Only_paragraphs_that_two_changes_make_different_are_collisions()
    {
        var origin = TextMerge.Paragraphs(Origin);
        var ours = TextMerge.Between(Origin, "One!\n\nTwo was a longer paragraph of words.\n\nThree.\n\nFour.");
        var theirs = TextMerge.Between(Origin, "One!\n\nTwo were a longer paragraph of words.\n\nThree!\n\nFour.");
        Assert.Equal([1], TextMerge.Collisions(origin, ours, theirs));
    }

    [Fact]
    public void A_paragraph_put_in_beside_a_changed_one_is_not_part_of_that_change()
    {
        const string both = "One.\n\nQuite another thing.\n\nTwo was a longer paragraph of words.\n\nThree.\n\nFour.";
        Assert.Equal([(1, 0), (1, 1)], TextMerge.Between(Origin, both).Select(c => (c.Start, c.Count)));
        Assert.Equal(
            "One.\n\nQuite another thing.\n\nTwo was a longer paragraph of sentences.\n\nThree.\n\nFour.\n",
            TextMerge.Merge(Origin, both, "One.\n\nTwo is a longer paragraph of sentences.\n\nThree.\n\nFour."));
    }

    [Fact]
    public void Changes_made_one_after_another_are_kept_as_they_were_proposed()
    {
        var merged = new MergedText(Origin);
        foreach (var proposed in new[]
        {
            "One.\n\nTwo was a longer paragraph of words.\n\nThree.\n\nFour.",
            "One.\n\nTwo is a longer paragraph of sentences.\n\nThree.\n\nFour.",
            "One.\n\nPut in.\n\nTwo is a longer paragraph of words.\n\nThree.\n\nFour.",
            "One.\n\nTwo is a shorter paragraph of words.\n\nThree.\n\nFour.",
        })
            Assert.True(merged.Make(TextMerge.Between(Origin, proposed)));
        var struck = TextMerge.Between(Origin, "One.\n\nThree.\n\nFour.");
        Assert.False(merged.Takes(struck));
        Assert.False(merged.Make(struck));
        Assert.Equal("One.\n\nPut in.\n\nTwo was a shorter paragraph of sentences.\n\nThree.\n\nFour.\n", merged.ToString());
    }

    [Fact]
    public void What_was_made_is_the_same_in_whichever_order_it_was_made()
    {
        var paragraph = Gen.Elements("a b c", "a b d", "x", "y z", "a x c", "a b c d e");
        var texts = Gen.Four(paragraph.ListOf().Select(p => string.Join("\n\n", p)));
        Prop.ForAll(texts.ToArbitrary(), t =>
        {
            var (origin, a, b, c) = t;
            var (one, other) = (new MergedText(origin), new MergedText(origin));
            var changes = new[] { a, b, c }.Select(x => TextMerge.Between(origin, x)).ToArray();
            return !changes.All(one.Make) || (changes.Reverse().All(other.Make) && one.ToString() == other.ToString());
        }).QuickCheckThrowOnFailure();
    }

    private static string Text(string[] paragraphs) => string.Join("\n\n", paragraphs) + "\n";
}
