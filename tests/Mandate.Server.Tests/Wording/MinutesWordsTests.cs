using Mandate.Organisation.Sessions;
using Mandate.Server.Wording;

namespace Mandate.Server.Tests.Wording;

public sealed class MinutesWordsTests
{
    public static TheoryData<string> Codes => [.. Minutes.Codes];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_sentence_that_the_record_writes_has_words_in_every_language(string code) =>
        Assert.All(Language.All, language => Assert.NotNull(Catalogue.Ours.Find("minutes." + code, language)));
}
