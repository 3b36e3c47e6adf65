using System.Text.Json.Nodes;
using Mandate.Node.Encodings;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Motions;
using Mandate.Server.Api;
using Mandate.Server.Keeping;

namespace Mandate.Server.Tests.Api;

public sealed class OpenApiTests
{
    private static readonly JsonObject Schemas = OpenApi.Document["components"]!["schemas"]!.AsObject();

    [Fact]
    public void Every_act_of_the_rules_is_described()
    {
        var described = Schemas["Command"]!["oneOf"]!.AsArray().Select(r => r!["$ref"]!.GetValue<string>().Split('/')[^1].Split('@')[0]).Order(StringComparer.Ordinal);
        var real = typeof(Command).Assembly.GetTypes().Where(t => !t.IsAbstract && typeof(Command).IsAssignableFrom(t)).Select(Named.Wire).Order(StringComparer.Ordinal);
        Assert.Equal(real, described);
    }

    [Fact]
    public void Every_reference_leads_somewhere()
    {
        var references = new List<string>();
        Walk(OpenApi.Document, references);
        Assert.NotEmpty(references);
        Assert.All(references, r => Assert.True(Schemas.ContainsKey(r.Split('/')[^1]), r));
    }

    [Fact]
    public void A_command_that_the_description_allows_is_read_and_one_that_lacks_a_required_field_is_not()
    {
        var schema = Schemas["motions.support@1"]!;
        Assert.Equal(["type", "v", "motion"], schema["required"]!.AsArray().Select(r => r!.GetValue<string>()));
        Assert.True(WireText.TryDecode("{\"type\":\"motions.support\",\"v\":1,\"motion\":\"m-1\"}"u8, out Command? command, out _));
        Assert.Equal(new SupportMotion("m-1"), command);
        Assert.False(WireText.TryDecode("{\"type\":\"motions.support\",\"v\":1}"u8, out command, out _));
    }

    [Fact]
    public void Fields_that_may_be_left_out_are_not_required_and_lists_and_days_are_said_to_be_so()
    {
        var file = Schemas["motions.file@1"]!;
        Assert.DoesNotContain("expires", file["required"]!.AsArray().Select(r => r!.GetValue<string>()));
        Assert.Equal("date", (string?)file["properties"]!["expires"]!["format"]);
        Assert.Equal("array", (string?)file["properties"]!["clauses"]!["type"]);
        Assert.Equal("string", (string?)file["properties"]!["texts"]!["additionalProperties"]!["type"]);
    }

    private static void Walk(JsonNode? node, List<string> references)
    {
        if (node is JsonArray list) foreach (var item in list) Walk(item, references);
        if (node is not JsonObject map) return;
        foreach (var (name, value) in map)
            if (name == "$ref") references.Add(value!.GetValue<string>());
            else Walk(value, references);
    }
}
