using System.Collections.Immutable;

namespace Mandate.Demo;

/// <summary>A member of the demo with what the vault keeps of them.</summary>
internal sealed record Person(string Id, string Branch, string Region, string Language, DateOnly Since, string Name, string Email, string Address)
{
    public ImmutableSortedDictionary<string, string> Personal => ImmutableSortedDictionary.CreateRange(
        StringComparer.Ordinal, [KeyValuePair.Create("address", Address), KeyValuePair.Create("email", Email), KeyValuePair.Create("name", Name)]);
}

/// <summary>24,000 invented members. The same seed makes the same people.</summary>
internal static class People
{
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    public static ImmutableArray<Person> Make(Random random, ImmutableArray<DemoBranch> branches, DateOnly today)
    {
        var people = ImmutableArray.CreateBuilder<Person>(Branches.TotalMembers);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var branch in branches)
        {
            for (var i = 0; i < branch.Members; i++)
            {
                string id;
                do id = "m-" + string.Create(7, random, (text, r) => { for (var k = 0; k < text.Length; k++) text[k] = Alphabet[r.Next(Alphabet.Length)]; });
                while (!ids.Add(id));
                var language = random.NextDouble() < 0.9 ? branch.Language : branch.Language == "nl" ? "fr" : "nl";
                var since = today.AddDays(-500 - random.Next(30 * 365));
                people.Add(new(id, branch.Id, branch.Region, language, since, Names.Draw(random, language), id + "@members.example", $"{Street(random, language)}, {branch.Name.Split(" – ")[0]}"));
            }
        }
        return people.MoveToImmutable();
    }

    private static string Street(Random random, string language)
    {
        string[] streets = language == "nl"
            ? ["Kaaiplein", "Dokstraat", "Stationslaan", "Kanaalweg", "Sluisstraat", "Vrijheidslaan"]
            : ["Quai du Canal", "Rue du Dock", "Avenue de la Gare", "Rue de l’Écluse", "Rue du Travail", "Place de la Liberté"];
        var street = streets[random.Next(streets.Length)];
        var number = 1 + random.Next(180);
        return language == "nl" ? $"{street} {number}" : $"{number}, {street}";
    }
}
