using System.Text.Json;
using System.Text.RegularExpressions;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Votes;

public sealed partial class WordingTests
{
    private static readonly string[] Languages = ["en", "sv", "nl", "fr"];

    private static readonly Lazy<Dictionary<string, JsonElement>> Words = new(() => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "src/Mandate.Server/Wording"), "*.json")
        .SelectMany(f => JsonDocument.Parse(File.ReadAllText(f)).RootElement.EnumerateObject())
        .ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal));

    [Fact]
    public void Every_refusal_and_every_way_out_of_votes_and_offices_has_words_in_four_languages()
    {
        var sources = new[] { "Votes", "Offices" }.SelectMany(w => Directory.EnumerateFiles(Path.Combine(Repository.Root, "src/Mandate.Organisation", w), "*Refusals.cs")).Select(File.ReadAllText).ToList();
        var keys = sources.SelectMany(s => Code().Matches(s).Select(m => "refusal." + m.Groups[1].Value).Concat(Way().Matches(s).Select(m => "way." + m.Groups[1].Value))).Distinct().ToList();
        Assert.NotEmpty(keys);
        Assert.Equal([], keys.Where(Lacks));
    }

    [Fact]
    public void Every_act_of_votes_and_offices_has_words_for_its_offer() => Assert.Equal([], typeof(VotesCommand).Assembly.GetTypes()
        .Where(t => !t.IsAbstract && (t.IsSubclassOf(typeof(VotesCommand)) || t.IsSubclassOf(typeof(OfficesCommand))))
        .Select(t => "offer." + ((WireNameAttribute)Attribute.GetCustomAttribute(t, typeof(WireNameAttribute))!).Name).Where(Lacks));

    private static bool Lacks(string key) => !Words.Value.TryGetValue(key, out var text) || Languages.Any(l => !text.TryGetProperty(l, out _));

    [GeneratedRegex("\"((?:votes|offices)\\.[a-z-]+)\"")]
    private static partial Regex Code();

    [GeneratedRegex("Way = \"([a-z-]+)\"")]
    private static partial Regex Way();
}
