using FsCheck;
using FsCheck.Fluent;
using Mandate.Organisation.Press;

namespace Mandate.Organisation.Tests.Press;

public sealed class QuotationTests
{
    private const string Source = "The council decides the rosters.\nNobody on it has worked a night since 2019, and it knows it.";

    private static QuotationVerdict Of(string text) => Quotations.Check(Assert.Single(Quotations.In(text)), (kind, id) => (kind, id) switch { ("document", "letter") => Source, ("document", "closed") => "", _ => null });

    [Fact]
    public void A_quotation_with_its_source_is_compared_word_for_word()
    {
        Assert.Equal(QuotationVerdict.Verified, Of("They write “Nobody on it has worked a night since 2019” (document:letter), and rightly."));
        Assert.Equal(QuotationVerdict.Altered, Of("They write “Nobody on it has ever worked a night since 2019” (document:letter)."));
        Assert.Equal(QuotationVerdict.Closed, Of("“Nobody on it has worked” (document:closed)"));
        Assert.Equal(QuotationVerdict.NoSource, Of("“Nobody on it has worked” (document:none)"));
        Assert.Equal(QuotationVerdict.NoSource, Of("“Nobody on it has worked”, they write."));
    }

    [Fact]
    public void Line_ends_marks_and_what_an_ellipsis_leaves_out_are_no_difference_and_the_order_is_one()
    {
        Assert.Equal(QuotationVerdict.Verified, Of("«The council decides the  rosters. Nobody on it» (document:letter)"));
        Assert.Equal(QuotationVerdict.Verified, Of("\"The council decides [...] since 2019\" (document:letter)"));
        Assert.Equal(QuotationVerdict.Altered, Of("\"since 2019 … The council decides\" (document:letter)"));
    }

    [Fact]
    public void A_name_in_quotation_marks_is_no_quotation_unless_a_source_follows()
    {
        Assert.Empty(Quotations.In("The tendency “Members first” has a page."));
        Assert.Equal(QuotationVerdict.Verified, Of("“the rosters” (document:letter)"));
    }

    [Fact]
    public void Whatever_stands_in_a_text_stands_in_it_between_other_words_too() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), ArbMap.Default.ArbFor<NonNull<string>>(), (words, around) =>
            words.Get.Contains("...", StringComparison.Ordinal) || words.Get.Contains('…') || Quotations.IsIn(words.Get, around.Get + " " + words.Get + " " + around.Get)).QuickCheckThrowOnFailure();
}
