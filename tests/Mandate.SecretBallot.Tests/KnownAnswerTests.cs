using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Mandate.SecretBallot.Groups;
using Mandate.SecretBallot.Making;
using Mandate.SecretBallot.Verification;
using Mandate.SecretBallot.Versions;

namespace Mandate.SecretBallot.Tests;

/// <summary>The known answers of version 1: group, generators, embeddings, credentials, Lagrange, challenges.</summary>
[Trait("Category", "Conformance")]
public sealed class KnownAnswerTests
{
    private static JsonElement Answers() => JsonDocument.Parse(File.ReadAllText(Path.Combine(ConformanceData.Folder("belenios"), "kat", "kat-v1.json"))).RootElement;

    private static BigInteger Number(JsonElement e) => BigInteger.Parse(e.GetString()!, CultureInfo.InvariantCulture);

    [Fact]
    public void Powers_and_generators_are_those_of_the_specification()
    {
        var group = CurveGroup.Instance;
        foreach (var e in Answers().GetProperty("group").GetProperty("exp").EnumerateArray())
            Assert.Equal(e.GetProperty("g^k").GetString(), group.Power(group.Generator, Number(e.GetProperty("k"))).Text);
        foreach (var e in Answers().GetProperty("group").GetProperty("get_generator").EnumerateArray())
            Assert.Equal(e.GetProperty("h").GetString(), group.IndependentGenerator(e.GetProperty("i").GetInt32()).Text);
        foreach (var e in Answers().GetProperty("RFC-3526-2048").GetProperty("get_generator").EnumerateArray())
            Assert.Equal(e.GetProperty("h").GetString(), FieldGroup.Rfc3526.IndependentGenerator(e.GetProperty("i").GetInt32()).Text);
    }

    [Fact]
    public void Credentials_are_derived_as_the_specification_says()
    {
        foreach (var e in Answers().GetProperty("credentials").EnumerateArray())
            Assert.Equal(e.GetProperty("public").GetString(), Credential.Parse(e.GetProperty("private").GetString()!, e.GetProperty("uuid").GetString()!, out _)!.Public.Text);
    }

    [Fact]
    public void Lagrange_coefficients_and_challenges_agree()
    {
        foreach (var e in Answers().GetProperty("lagrange").EnumerateArray())
        {
            int[] set = [.. e.GetProperty("set").EnumerateArray().Select(x => x.GetInt32())];
            foreach (var l in e.GetProperty("lambda").EnumerateObject())
                Assert.Equal(Number(l.Value), DecryptionStage.Lagrange(CurveGroup.Instance, set, int.Parse(l.Name, CultureInfo.InvariantCulture)));
        }
        foreach (var e in Answers().GetProperty("challenges").EnumerateArray())
            Assert.Equal(Number(e.GetProperty("output")), CurveGroup.Instance.Challenge(e.GetProperty("input").GetString()!, []));
    }

    [Fact]
    public void Version_two_hashes_to_the_field_as_its_known_answers()
    {
        using var answers = JsonDocument.Parse(File.ReadAllText(Path.Combine(ConformanceData.Folder("belenios"), "kat", "kat-v2-dev.json")));
        foreach (var e in answers.RootElement.GetProperty("hash_to_field").EnumerateArray())
            Assert.Equal(e.GetProperty("out").EnumerateArray().Select(Number), FieldHash.Numbers(e.GetProperty("dst").GetString()!, e.GetProperty("msg").GetString()!, e.GetProperty("count").GetInt32(), CurveGroup.Instance.Order));
        foreach (var e in answers.RootElement.GetProperty("challenges").EnumerateArray().Where(c => !c.GetProperty("hash").GetString()!.StartsWith("get_nizkp", StringComparison.Ordinal)))
            Assert.Equal(Number(e.GetProperty("output")), FieldHash.Numbers($"BELENIOS-V2-{e.GetProperty("hash").GetString()}-group_hash-Ed25519-SHA256", e.GetProperty("input").GetString()!, 1, CurveGroup.Instance.Order)[0]);
        Assert.Throws<Formats.RecordException>(() => FieldHash.Numbers("x", "", 200, CurveGroup.Instance.Order));
    }

    [Theory]
    [InlineData("11111-111111-11111-11111"), InlineData("11111-111111-11111-1111O1"), InlineData("1111111111111111111111")]
    public void What_cannot_be_a_credential_is_refused(string text) => Assert.Null(Credential.Parse(text, "1111111111111A", out _));
}
