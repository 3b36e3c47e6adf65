using System.Collections.Immutable;

namespace Mandate.Demo;

/// <summary>A motion in both official languages, with English and Swedish for the visitor.</summary>
internal sealed record MotionText(string Id, string Title, ImmutableSortedDictionary<string, string> Texts)
{
    public static MotionText Of(string id, string title, string nl, string fr, string en, string sv) => new(id, title, ImmutableSortedDictionary.CreateRange(
        StringComparer.Ordinal, [KeyValuePair.Create("nl", nl), KeyValuePair.Create("fr", fr), KeyValuePair.Create("en", en), KeyValuePair.Create("sv", sv)]));
}

/// <summary>What is before the congress. Titles carry both official languages, as a bilingual order paper does.</summary>
internal static class MotionTexts
{
    public static readonly MotionText Notice = MotionText.Of("notice", "Vier weken voor elk voorstel – Quatre semaines pour toute motion",
        """
        # Vier weken voor elk voorstel

        De gewone termijn van drie weken laat afdelingen die tweemaandelijks vergaderen geen tijd. De termijn in `procedure.default.notice` wordt achtentwintig dagen.
        """,
        """
        # Quatre semaines pour toute motion

        Le délai ordinaire de trois semaines ne laisse pas le temps aux sections qui se réunissent tous les deux mois. Le délai de `procedure.default.notice` devient vingt-huit jours.
        """,
        """
        # Four weeks for every motion

        Three weeks leave no time to branches that meet every two months. The notice in `procedure.default.notice` becomes twenty-eight days.
        """,
        """
        # Fyra veckor för varje motion

        Tre veckor räcker inte för avdelningar som möts varannan månad. Varslet i `procedure.default.notice` blir tjugoåtta dagar.
        """);

    public static readonly MotionText Mailings = MotionText.Of("mailings", "Minder mailings van platforms – Moins d’envois des plateformes",
        """
        # Minder mailings van platforms

        Tot de genoemde dag heeft elk platform één mailing per jaar in plaats van twee. Reden: de portokosten van het congresjaar.
        """,
        """
        # Moins d’envois des plateformes

        Jusqu’au jour indiqué, chaque plateforme a un envoi par an au lieu de deux. Motif : les frais de port de l’année du congrès.
        """,
        """
        # Fewer mailings by platforms

        Until the day named, each platform has one mailing a year instead of two. Reason: the postage of the congress year.
        """,
        """
        # Färre utskick från plattformar

        Till den angivna dagen har varje plattform ett utskick om året i stället för två. Skäl: kongressårets porto.
        """);

    public static readonly MotionText Stalls = MotionText.Of("hall-stalls", "Geen verkoop in de zalen – Pas de vente dans les salles",
        """
        # Geen verkoop in de zalen

        Zolang de brandweer de zalen van Gent en Luik keurt wordt er niets verkocht in de gangen. De beperking eindigt op de genoemde dag.
        """,
        """
        # Pas de vente dans les salles

        Tant que les pompiers inspectent les salles de Gand et de Liège, rien ne se vend dans les couloirs. La restriction prend fin au jour indiqué.
        """,
        """
        # No sales in the halls

        While the fire brigade inspects the halls of Ghent and Liège, nothing is sold in the corridors. The restriction ends on the day named.
        """,
        """
        # Ingen försäljning i salarna

        Medan brandkåren besiktigar salarna i Gent och Liège säljs inget i korridorerna. Inskränkningen upphör den angivna dagen.
        """);

    public static readonly MotionText NightWork = MotionText.Of("night-work", "Nachtwerk – Travail de nuit",
        """
        # Nachtwerk

        1. In elke onderhandeling eist de federatie een toeslag van ten minste 35 procent voor uren tussen 22 en 6 uur.

        2. Niemand van 55 jaar of ouder wordt tot nachtwerk verplicht.

        3. Het bestuur legt elk half jaar een lijst voor van de akkoorden die hieraan voldoen en van die welke dat niet doen.
        """,
        """
        # Travail de nuit

        1. Dans toute négociation, la fédération exige un supplément d’au moins 35 pour cent pour les heures entre 22 h et 6 h.

        2. Nul n’est astreint au travail de nuit à partir de 55 ans.

        3. Le conseil publie chaque semestre la liste des accords qui y satisfont et de ceux qui n’y satisfont pas.
        """,
        """
        # Night work

        1. In every negotiation the federation demands a supplement of at least 35 per cent for hours between 22 and 6.

        2. Nobody of 55 or older is obliged to work at night.

        3. Every half year the council lays before the members which agreements meet this and which do not.
        """,
        """
        # Nattarbete

        1. I varje förhandling kräver förbundet ett tillägg på minst 35 procent för timmar mellan 22 och 6.

        2. Ingen som fyllt 55 åläggs nattarbete.

        3. Styrelsen redovisar varje halvår vilka avtal som uppfyller detta och vilka som inte gör det.
        """);

    public static readonly ImmutableArray<MotionText> OfDelegates =
    [
        MotionText.Of("open-books", "Open boeken – Livres ouverts",
            """
            # Open boeken

            Elke afdeling en het federale secretariaat publiceren per kwartaal hun rekeningen, post voor post, in beide talen.
            """,
            """
            # Livres ouverts

            Chaque section et le secrétariat fédéral publient leurs comptes chaque trimestre, poste par poste, dans les deux langues.
            """,
            """
            # Open books

            Each branch and the federal secretariat publish their accounts every quarter, item by item, in both languages.
            """,
            """
            # Öppna böcker

            Varje avdelning och förbundskansliet publicerar sina räkenskaper varje kvartal, post för post, på båda språken.
            """),
        MotionText.Of("dock-safety", "Veiligheid op de kaaien – La sécurité sur les quais",
            """
            # Veiligheid op de kaaien

            Geen afdeling tekent nog een akkoord zonder een gekozen veiligheidsafgevaardigde per ploeg, met het recht het werk stil te leggen.
            """,
            """
            # La sécurité sur les quais

            Aucune section ne signe plus d’accord sans un délégué à la sécurité élu par équipe, ayant le droit d’arrêter le travail.
            """,
            """
            # Safety on the quays

            No branch signs an agreement without an elected safety delegate per shift who has the right to stop work.
            """,
            """
            # Säkerhet på kajerna

            Ingen avdelning tecknar avtal utan ett valt skyddsombud per skift med rätt att stoppa arbetet.
            """),
        MotionText.Of("strike-fund", "Stakingskas – Caisse de grève",
            """
            # Stakingskas

            Twee procent van de bijdragen gaat voortaan rechtstreeks naar de stakingskas, die de regio’s samen beheren.
            """,
            """
            # Caisse de grève

            Deux pour cent des cotisations vont désormais directement à la caisse de grève, gérée en commun par les régions.
            """,
            """
            # Strike fund

            From now on two per cent of the dues go directly to the strike fund, which the regions manage together.
            """,
            """
            # Strejkkassa

            Två procent av avgifterna går från och med nu direkt till strejkkassan, som regionerna förvaltar tillsammans.
            """),
        MotionText.Of("own-language", "Elke vergadering in de eigen taal – Chaque réunion dans sa langue",
            """
            # Elke vergadering in de eigen taal

            Wie in een gewestelijke vergadering spreekt, wordt in de andere landstaal vertolkt. De kosten draagt de federatie.
            """,
            """
            # Chaque réunion dans sa langue

            Quiconque parle dans une assemblée régionale est interprété dans l’autre langue. La fédération en supporte les frais.
            """,
            """
            # Every meeting in one’s own language

            Whoever speaks in a regional assembly is interpreted into the other language. The federation bears the cost.
            """,
            """
            # Varje möte på det egna språket

            Den som talar i en regional stämma tolkas till det andra språket. Förbundet står för kostnaden.
            """),
    ];

    public static readonly MotionText AmendmentOfFirst = MotionText.Of("open-books-a1", "Open boeken – Livres ouverts",
        """
        # Open boeken

        Elke afdeling met meer dan honderd leden en het federale secretariaat publiceren per half jaar hun rekeningen, in beide talen.
        """,
        """
        # Livres ouverts

        Chaque section de plus de cent membres et le secrétariat fédéral publient leurs comptes chaque semestre, dans les deux langues.
        """,
        """
        # Open books

        Each branch with more than a hundred members and the federal secretariat publish their accounts every half year, in both languages.
        """,
        """
        # Öppna böcker

        Varje avdelning med mer än hundra medlemmar och förbundskansliet publicerar sina räkenskaper varje halvår, på båda språken.
        """);

    /// <summary>A motion that asks much the same as the one on open books.</summary>
    public static readonly MotionText OpenAccounts = MotionText.Of("open-accounts", "Rekeningen aan de muur – Les comptes au mur",
        """
        # Rekeningen aan de muur

        Elke afdeling hangt haar rekeningen op waar haar leden samenkomen.
        """,
        """
        # Les comptes au mur

        Chaque section affiche ses comptes là où ses membres se réunissent.
        """,
        """
        # Accounts on the wall

        Every branch hangs its accounts where its members meet.
        """,
        """
        # Räkenskaperna på väggen

        Varje avdelning hänger upp sina räkenskaper där medlemmarna möts.
        """);

    /// <summary>Amendments to the motion on night work, as other texts of it.</summary>
    public static readonly MotionText FortyPercent = NightWorkWith("night-work-a1", ("35 procent", "40 procent"), ("35 pour cent", "40 pour cent"), ("35 per cent", "40 per cent"), ("35 procent", "40 procent"));

    public static readonly MotionText ThirtySevenPercent = NightWorkWith("night-work-a1", ("35 procent", "37 procent"), ("35 pour cent", "37 pour cent"), ("35 per cent", "37 per cent"), ("35 procent", "37 procent"));

    public static readonly MotionText ThirtyPercent = NightWorkWith("night-work-a2", ("35 procent", "30 procent"), ("35 pour cent", "30 pour cent"), ("35 per cent", "30 per cent"), ("35 procent", "30 procent"));

    public static readonly MotionText FromFifty = NightWorkWith("night-work-a3", ("55 jaar", "50 jaar"), ("55 ans", "50 ans"), ("55 or", "50 or"), ("fyllt 55", "fyllt 50"));

    public static readonly MotionText FromFiftyTwo = NightWorkWith("night-work-a3-1", ("55 jaar", "52 jaar"), ("55 ans", "52 ans"), ("55 or", "52 or"), ("fyllt 55", "fyllt 52"));

    public static readonly MotionText EveryQuarter = NightWorkWith("night-work-a4", ("elk half jaar", "elk kwartaal"), ("chaque semestre", "chaque trimestre"), ("Every half year", "Every quarter"), ("varje halvår", "varje kvartal"));

    private static MotionText NightWorkWith(string id, params ReadOnlySpan<(string Old, string New)> changes) => new(id, NightWork.Title, ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal,
    [
        KeyValuePair.Create("nl", Changed("nl", changes[0])), KeyValuePair.Create("fr", Changed("fr", changes[1])), KeyValuePair.Create("en", Changed("en", changes[2])), KeyValuePair.Create("sv", Changed("sv", changes[3])),
    ]));

    private static string Changed(string language, (string Old, string New) change) => NightWork.Texts[language].Replace(change.Old, change.New, StringComparison.Ordinal);
}
