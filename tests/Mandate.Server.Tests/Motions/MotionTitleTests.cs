using System.Text;
using Mandate.Server.Motions;

namespace Mandate.Server.Tests.Motions;

public sealed class MotionTitleTests
{
    [Theory]
    [InlineData("# Night work\n\nNobody of 55 or older is obliged.", "Night work")]
    [InlineData("#  Nattarbete \r\n\r\n1. Ingen", "Nattarbete")]
    public void A_text_that_begins_with_a_heading_gives_the_title(string text, string title) => Assert.Equal(title, MotionTitle.HeadingOf(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("Nobody is obliged.\n\n# Night work\n")]
    [InlineData("## A section of something longer\n\nText")]
    [InlineData("#hashtag\n\nText")]
    [InlineData("# \n\nText")]
    [InlineData("")]
    public void A_text_that_begins_with_anything_else_gives_none(string text) => Assert.Null(MotionTitle.HeadingOf(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void A_heading_that_goes_on_and_on_is_none() => Assert.Null(MotionTitle.HeadingOf(Encoding.UTF8.GetBytes("# " + new string('é', 400) + "\n\nText")));
}
