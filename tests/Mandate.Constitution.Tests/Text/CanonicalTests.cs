using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Mandate.Constitutions.Reader;

namespace Mandate.Constitutions.Tests.Text;

public sealed class CanonicalTests
{
    [Fact]
    public void The_canonical_form_is_itself_a_constitution_with_the_same_hash()
    {
        var constitution = Read(Examples.UnionFederation);
        var again = Read(Canonical.Json(constitution));
        Assert.Equal(Canonical.Hash(constitution), Canonical.Hash(again));
    }

    [Fact]
    public void The_order_of_keys_does_not_change_the_hash()
    {
        var constitution = Read(Examples.UnionFederation);
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var shuffled = Shuffle(JsonNode.Parse(Canonical.Json(constitution))!, new Random(seed))!.ToJsonString();
            var again = Read(shuffled);
            Assert.Equal(Canonical.Hash(constitution), Canonical.Hash(again));
            Assert.Empty(ConstitutionDiff.Between(constitution, again));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));
    }

    [Fact]
    public void Any_other_word_changes_the_hash()
    {
        var hash = Canonical.Hash(Read(Examples.Association));
        Assert.NotEqual(hash, Canonical.Hash(Read(Examples.Association.Replace("notice: 21 days", "notice: 22 days", StringComparison.Ordinal))));
        Assert.NotEqual(hash, Canonical.Hash(Read(Examples.Association.Replace("count: 5", "count: 6", StringComparison.Ordinal))));
    }

    [Fact]
    public void Comments_and_layout_do_not_change_the_hash() =>
        Assert.Equal(Canonical.Hash(Read(Examples.Association)), Canonical.Hash(Read(Examples.Association.Replace("tags: [paid]", "# labels\ntags:\n  - 'paid' # one", StringComparison.Ordinal))));

    /// <summary>Numbers as RFC 8785 (appendix B and section 3.2.2.3) writes them, and escapes as its section 3.2.2.2 does.</summary>
    [Theory]
    [InlineData("1e21", "1e+21")]
    [InlineData("123456789012345680000.0", "123456789012345680000")]
    [InlineData("0.000001", "0.000001")]
    [InlineData("0.0000001", "1e-7")]
    [InlineData("4.50", "4.5")]
    [InlineData("2e-3", "0.002")]
    [InlineData("333333333.33333329", "333333333.3333333")]
    [InlineData("1E30", "1e+30")]
    [InlineData("-0.0", "0")]
    [InlineData("0x1F", "31")]
    [InlineData("0o17", "15")]
    [InlineData("\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\"", null)]
    public void Numbers_and_texts_have_one_form(string yaml, string? json)
    {
        var reading = ConstitutionReader.Read(Examples.Association.Replace("tags: [paid]", "tags: [paid]\nassume: {x: " + yaml + "}", StringComparison.Ordinal));
        if (json is null) Assert.Contains(reading.Faults, f => f.Clause.Path == "assume.x"); // a control character in a rule book is a mistake
        else Assert.Contains("{\"x\":" + json + "}", Canonical.Json(reading.Constitution!), StringComparison.Ordinal);
    }

    private static Constitution Read(string yaml)
    {
        var reading = ConstitutionReader.Read(yaml);
        Assert.Empty(reading.Faults);
        return reading.Constitution!;
    }

    private static JsonNode? Shuffle(JsonNode? node, Random random)
    {
        if (node is JsonArray array) return new JsonArray([.. array.Select(item => Shuffle(item?.DeepClone(), random))]);
        if (node is not JsonObject map) return node?.DeepClone();
        var keys = map.Select(p => p.Key).ToArray();
        random.Shuffle(keys);
        var result = new JsonObject();
        foreach (var key in keys) result[key] = Shuffle(map[key], random);
        return result;
    }
}
