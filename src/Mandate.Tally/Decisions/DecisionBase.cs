namespace Mandate.Tally.Decisions;

/// <summary>What a share is a share of.</summary>
public enum DecisionBase
{
    /// <summary>Yes and no together: abstentions, blanks and spoiled papers are outside.</summary>
    VotesCast,

    /// <summary>Everybody in the hall, abstentions and blanks included.</summary>
    Present,

    /// <summary>The register on the closing date.</summary>
    Members,

    /// <summary>All seats of the body, vacancies included.</summary>
    Seats,

    /// <summary>All units (branches, regions, chambers) that have a voice.</summary>
    Units,
}

/// <summary>The words of a base in the constitution format.</summary>
public static class DecisionBaseText
{
    public static string ToText(this DecisionBase of) => of switch
    {
        DecisionBase.VotesCast => "votes cast",
        DecisionBase.Present => "present",
        DecisionBase.Members => "members",
        DecisionBase.Seats => "seats",
        DecisionBase.Units => "units",
        _ => throw new ArgumentOutOfRangeException(nameof(of)),
    };

    public static bool TryParse(string text, out DecisionBase of)
    {
        foreach (var each in Enum.GetValues<DecisionBase>())
        {
            of = each;
            if (each.ToText() == text) return true;
        }
        of = default;
        return false;
    }
}
