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
    public void Only_paragraphs_that_two_changes_make_different_are_collisions()
    {
        var origin = TextMerge.Paragraphs(Origin);
        var ours = TextMerge.Between(Origin, "One!\n\nTwo was a longer paragraph of words.\n\nThree.\n\nFour.");
        var theirs = TextMerge.Between(Origin, "One!\n\nTwo were a longer paragraph of words.\n\nThree!\n\nFour.");
        Assert.Equal([1], TextMerge.Collisions(origin, ours, theirs));
    }
}
