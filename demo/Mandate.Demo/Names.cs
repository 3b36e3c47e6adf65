namespace Mandate.Demo;

/// <summary>Common given and family names, drawn at random: any likeness to a person is chance.</summary>
internal static class Names
{
    private static readonly string[] GivenDutch =
    [
        "Anke", "Bart", "Britt", "Daan", "Dirk", "Elke", "Emma", "Femke", "Geert", "Griet", "Hanne", "Ilse", "Jan", "Jef", "Joris", "Karel",
        "Katrien", "Koen", "Kris", "Lars", "Lien", "Lieve", "Lotte", "Luc", "Maarten", "Marijke", "Mieke", "Nele", "Pieter", "Rik", "Roos",
        "Sander", "Sofie", "Stijn", "Tine", "Tom", "Veerle", "Wim", "Wouter", "Yara",
    ];

    private static readonly string[] GivenFrench =
    [
        "Adèle", "Alain", "Amina", "Antoine", "Bruno", "Camille", "Cécile", "Chloé", "Damien", "Didier", "Élise", "Émile", "Fatima", "Florence",
        "Gérard", "Hélène", "Inès", "Jacques", "Jeanne", "Julien", "Karim", "Laure", "Léa", "Louis", "Luc", "Manon", "Mathieu", "Nadia", "Nicolas",
        "Noémie", "Olivier", "Pascale", "Philippe", "Rachid", "Renée", "Samuel", "Simone", "Thomas", "Valérie", "Yvonne",
    ];

    private static readonly string[] FamilyDutch =
    [
        "Aerts", "Baert", "Bogaert", "Bosmans", "Claes", "Claeys", "Cools", "De Backer", "De Clercq", "De Cock", "De Smet", "De Wilde", "Declercq",
        "Desmet", "Devos", "Goossens", "Hermans", "Huys", "Jacobs", "Janssens", "Lemmens", "Maes", "Martens", "Mertens", "Michiels", "Peeters",
        "Segers", "Smets", "Stevens", "Thijs", "Timmermans", "Van Damme", "Van den Bossche", "Van Dyck", "Verhaegen", "Verhoeven", "Vermeulen",
        "Verstraete", "Willems", "Wouters",
    ];

    private static readonly string[] FamilyFrench =
    [
        "André", "Bastin", "Baudouin", "Bernard", "Bodart", "Charlier", "Collard", "Collignon", "Delvaux", "Denis", "Dethier", "Dubois", "Dumont",
        "Dupont", "Evrard", "Fontaine", "François", "Gérard", "Gilson", "Grégoire", "Henry", "Lambert", "Laurent", "Leclercq", "Lejeune", "Leroy",
        "Libert", "Marchal", "Martin", "Mathieu", "Noël", "Parmentier", "Petit", "Piette", "Poncelet", "Renard", "Servais", "Simon", "Thiry", "Toussaint",
    ];

    public static string Draw(Random random, string language) => language == "nl"
        ? $"{Pick(random, GivenDutch)} {Pick(random, FamilyDutch)}"
        : $"{Pick(random, GivenFrench)} {Pick(random, FamilyFrench)}";

    private static string Pick(Random random, string[] names) => names[random.Next(names.Length)];
}
