using FsCheck;
using FsCheck.Fluent;
using Mandate.Server.SignIn;

namespace Mandate.Server.Tests.SignIn;

public sealed class CardCodeTests
{
    [Fact]
    public void A_printed_code_is_read_as_it_stands()
    {
        for (var i = 0; i < 200; i++)
        {
            var code = CardCode.New();
            Assert.Equal(code, CardCode.Parse(code.ToString()));
            Assert.Equal(code, CardCode.Parse(" " + code.ToString().ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void Letters_that_look_like_figures_are_read_as_those() =>
        Assert.Equal(CardCode.Parse("0011-AAAA-BBBB-CCCC"), CardCode.Parse("oOiL-aaaa-bbbb-cccc"));

    [Theory]
    [InlineData(""), InlineData("ABCD"), InlineData("ABCD-EFGH-JKMN-PQR"), InlineData("ABCD-EFGH-JKMN-PQRSTV"), InlineData("ABCD-EFGH-JKMN-PQR?"), InlineData("ÅBCD-EFGH-JKMN-PQRS")]
    public void What_is_no_code_is_none(string text) => Assert.Null(CardCode.Parse(text));

    [Fact]
    public void Nothing_that_is_typed_breaks_the_reader() =>
        Prop.ForAll<string?>(text => CardCode.Parse(text) is null or { Id.Length: 4, Secret.Length: 12 }).QuickCheckThrowOnFailure();
}
