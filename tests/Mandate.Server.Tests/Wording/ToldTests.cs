using Mandate.Server.Wording;

namespace Mandate.Server.Tests.Wording;

public sealed class ToldTests
{
    [Theory]
    [InlineData("sv", "the box is closed", "urnan är stängd")]
    [InlineData("nl", "trustee 3 has decrypted already", "sleutelhouder 3 heeft al geopend")]
    [InlineData("sv", "ballot 4 (event 5): question 1: the proof that choice 2 is 0 or 1 does not hold", "röst 4 (händelse 5): fråga 1: beviset att val 2 är 0 eller 1 håller inte")]
    [InlineData("sv", "nobody ever wrote this", "nobody ever wrote this")]
    public void What_a_box_says_is_said_in_the_readers_language(string language, string text, string said) =>
        Assert.Equal(said, Phrases.Told(text, new Words(Language.Find(language)!)));
}
