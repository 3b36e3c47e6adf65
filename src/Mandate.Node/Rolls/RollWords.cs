using System.Collections.Immutable;

namespace Mandate.Node.Rolls;

/// <summary>The words that registers use, in English, Swedish, Dutch and French.</summary>
internal static class RollWords
{
    public static ImmutableSortedDictionary<string, ImmutableArray<string>> Headings { get; } = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal)
    {
        ["number"] = ["number", "member number", "member no", "membership number", "member id", "id", "no", "medlemsnummer", "medlemsnr", "nummer", "lidnummer", "mitgliedsnummer", "external identifier", "participant number", "teilnehmernummer", "internal contact id", "contact id", "numéro", "numéro de membre", "n° de membre"],
        ["name"] = ["name", "full name", "display name", "namn", "naam", "nom complet"],
        ["first"] = ["first name", "given name", "vorname", "förnamn", "voornaam", "prénom"],
        ["last"] = ["last name", "surname", "nachname", "family name", "efternamn", "achternaam", "familienaam", "nom", "nom de famille"],
        ["street"] = ["street address", "address", "street", "adress", "gatuadress", "adres", "straat", "adresse", "rue"],
        ["postcode"] = ["postcode", "postal code", "zip", "postnummer", "code postal"],
        ["town"] = ["town", "city", "ort", "postort", "gemeente", "plaats", "woonplaats", "commune", "ville"],
        ["email"] = ["e-mail", "email", "mail", "epost", "e-post", "courriel"],
        ["since"] = ["member since", "since", "joined", "join date", "membership start date", "medlem sedan", "inträde", "lid sinds", "membre depuis", "date d'adhésion"],
        ["language"] = ["language", "preferred language", "språk", "taal", "langue"],
        ["status"] = ["membership status", "status", "state", "ställning", "statut"],
        ["protected"] = ["protected", "protected identity", "skyddad", "skyddade uppgifter", "skyddad identitet", "beschermd", "protégé", "identité protégée"],
        ["branch"] = ["branch", "club", "avdelning", "klubb", "afdeling", "section"],
        ["region"] = ["region", "district", "distrikt", "gewest", "région"],
        ["section"] = ["section", "sektion", "sectie"],
        // Systems that know no unit kinds of their own name the group that somebody is of.
        ["group"] = ["structure levels", "structure level", "gliederungsebenen", "gliederungsebene", "home committee", "current employer", "organization", "organisation"],
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    public static ImmutableSortedDictionary<string, string> Statuses { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [""] = "active", ["active"] = "active", ["aktiv"] = "active", ["actief"] = "active", ["actif"] = "active", ["member"] = "active", ["paid"] = "active", ["new"] = "active", ["current"] = "active",
        ["in arrears"] = "in-arrears", ["grace"] = "in-arrears", ["arrears"] = "in-arrears", ["unpaid"] = "in-arrears", ["obetald"] = "in-arrears", ["achterstallig"] = "in-arrears", ["en retard"] = "in-arrears", ["impayé"] = "in-arrears",
        ["left"] = "left", ["expired"] = "left", ["cancelled"] = "left", ["resigned"] = "left", ["utträdd"] = "left", ["uitgetreden"] = "left", ["démissionnaire"] = "left",
        ["deceased"] = "deceased", ["dead"] = "deceased", ["avliden"] = "deceased", ["overleden"] = "deceased", ["décédé"] = "deceased", ["†"] = "deceased",
    }.ToImmutableSortedDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>How address books name the languages that an organisation may have; those not here are taken as they stand.</summary>
    public static ImmutableSortedDictionary<string, string> Languages { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["english"] = "en", ["engelska"] = "en", ["swedish"] = "sv", ["svenska"] = "sv", ["dutch"] = "nl", ["nederlands"] = "nl", ["french"] = "fr", ["français"] = "fr", ["german"] = "de", ["deutsch"] = "de",
        ["finnish"] = "fi", ["suomi"] = "fi", ["norwegian"] = "nb", ["danish"] = "da", ["spanish"] = "es", ["italian"] = "it", ["portuguese"] = "pt", ["polish"] = "pl",
    }.ToImmutableSortedDictionary(StringComparer.OrdinalIgnoreCase);

    public static ImmutableArray<string> Yes { get; } = ["yes", "y", "true", "1", "x", "ja", "j", "oui", "o", "sekretess"];

    public static bool Same(string heading, string word) => string.Equals(heading.Trim().Replace('_', ' '), word, StringComparison.OrdinalIgnoreCase);
}
