using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Constitutions.Rules;
using Mandate.Tally;

namespace Mandate.Organisation.Guards;

/// <summary>
/// The measures of the guards that the definitions leave to the organisation. These are the defaults; a constitution that says
/// otherwise prevails, from the day on which it is in force.
/// </summary>
public sealed record GuardLimits
{
    public static GuardLimits Default { get; } = new();

    /// <summary>Supporters with whom a petition must be answered.</summary>
    public long PetitionSupporters { get; init; } = 10;

    /// <summary>Days within which a petition is answered, a document delivered, a correction published, where no due date is on record.</summary>
    public int DueDays { get; init; } = 30;

    /// <summary>Days after an act of dissent during which an adverse measure is looked at.</summary>
    public int ProtectedDays { get; init; } = 365;

    /// <summary>Executive offices that one person may hold.</summary>
    public int ExecutiveOffices { get; init; } = 1;

    /// <summary>Days within which removals one after the other count together (S339).</summary>
    public int ShortDays { get; init; } = 90;

    /// <summary>Persons removed at once from which the removal is one of many, where nobody tells of how many.</summary>
    public long ManyRemoved { get; init; } = 10;

    /// <summary>Part of a body or category from which a removal is of many, where the works or registers tell how many there were (S339).</summary>
    public Fraction LargeShare { get; init; } = new(3, 20);

    /// <summary>How far two series of a pair may stand apart: one at most so many times the other.</summary>
    public Fraction Apart { get; init; } = new(2, 1);

    /// <summary>Officials per member from which an apparatus is too large (S410).</summary>
    public Fraction OfficialsPerMember { get; init; } = new(1, 10);

    /// <summary>How many times as many officials there may be as before, where nobody tells of how many members (S410).</summary>
    public Fraction Growth { get; init; } = new(2, 1);

    /// <summary>Part of what there is that one apparatus may take.</summary>
    public Fraction Absorbed { get; init; } = new(1, 3);

    /// <summary>Part of the officials that may have been taken over from a former administration (S412).</summary>
    public Fraction Inherited { get; init; } = new(1, 3);

    /// <summary>By how much the share of seats may differ from the share of base votes (S013).</summary>
    public Fraction Distortion { get; init; } = new(1, 20);

    /// <summary>The measures in force under a constitution; what it does not say keeps its default. Null is no constitution.</summary>
    /// <param name="day">Up to which its periods run.</param>
    public static GuardLimits Of(Constitution? rules, DateOnly day)
    {
        if (rules?.Guards is not { } guards) return Default;
        int Days(Period? period, int otherwise) => period is null ? otherwise : day.DayNumber - Periods.Before(day, period).DayNumber;
        var removal = guards.Removal;
        return new()
        {
            PetitionSupporters = guards.Petition ?? Default.PetitionSupporters,
            DueDays = Days(guards.Due, Default.DueDays),
            ProtectedDays = Days(guards.Protected, Default.ProtectedDays),
            ExecutiveOffices = guards.Offices ?? Default.ExecutiveOffices,
            ShortDays = Days(removal?.Within, Default.ShortDays),
            LargeShare = removal?.Share ?? Default.LargeShare,
            ManyRemoved = removal?.Persons ?? Default.ManyRemoved,
            Apart = guards.Apart ?? Default.Apart,
            OfficialsPerMember = guards.Officials ?? Default.OfficialsPerMember,
            Growth = guards.Growth ?? Default.Growth,
            Absorbed = guards.Absorbed ?? Default.Absorbed,
            Inherited = guards.Inherited ?? Default.Inherited,
            Distortion = guards.Distortion ?? Default.Distortion,
        };
    }

    /// <summary>The measures that a guard looks by, in words of the constitution's format: <c>protected</c> is <c>365 days</c>. Empty for guards that measure nothing.</summary>
    public ImmutableArray<GuardMeasure> UsedBy(string guard) => guard switch
    {
        "unanswered-petition" => [new("petition", Whole(PetitionSupporters)), new("due", Whole(DueDays))],
        "withheld-document" or "unanswered-rectification" => [new("due", Whole(DueDays))],
        "reprisal-after-dissent" => [new("protected", Whole(ProtectedDays))],
        "concentrated-offices" => [new("offices", Whole(ExecutiveOffices))],
        "mass-removal" => [new GuardMeasure("removal.within", Whole(ShortDays)), new GuardMeasure("removal.share", LargeShare), new GuardMeasure("removal.persons", Whole(ManyRemoved))],
        "price-scissors" => [new("apart", Apart)],
        "apparatus-growth" => [new("officials", OfficialsPerMember), new("growth", Growth), new("absorbed", Absorbed)],
        "inherited-apparatus" => [new("inherited", Inherited)],
        "delegate-distortion" => [new("distortion", Distortion)],
        _ => [],
    };

    private static Fraction Whole(long number) => new(number);
}

/// <summary>One measure that a guard looked by.</summary>
/// <param name="Name">Its key under <c>guards</c> in a constitution.</param>
/// <param name="Value">Days, persons, offices, times or a part, as the name says.</param>
/// <param name="Clause">The clause that sets it; null where it is the default.</param>
public sealed record GuardMeasure(string Name, Fraction Value, string? Clause = null);
