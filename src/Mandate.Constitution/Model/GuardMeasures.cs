using Mandate.Tally;

namespace Mandate.Constitutions;

/// <summary>
/// The measures that the guards leave to the organisation (0.2). What is left out keeps its default
/// (<c>src/Mandate.Organisation/Guards/README.md</c>).
/// </summary>
public sealed record GuardMeasures : Node
{
    /// <summary>Supporters with whom a petition outside the rules must be answered.</summary>
    public int? Petition { get; init; }

    /// <summary>Within which a petition is answered, a document delivered, a correction published, where no day is on record.</summary>
    public Period? Due { get; init; }

    /// <summary>After an act of dissent, during which an adverse measure is looked at.</summary>
    public Period? Protected { get; init; }

    /// <summary>Executive offices that one person may hold.</summary>
    public int? Offices { get; init; }

    public RemovalMeasure? Removal { get; init; }

    /// <summary>How many times the one of two series may be the other.</summary>
    public Fraction? Apart { get; init; }

    /// <summary>Paid officials for each member.</summary>
    public Fraction? Officials { get; init; }

    /// <summary>How many times as many officials there may be as before, where nobody tells of how many members.</summary>
    public Fraction? Growth { get; init; }

    /// <summary>Part of what there is that one apparatus may take.</summary>
    public Fraction? Absorbed { get; init; }

    /// <summary>Part of the officials that may have been taken over.</summary>
    public Fraction? Inherited { get; init; }

    /// <summary>By how much a share of seats may differ from the share of votes.</summary>
    public Fraction? Distortion { get; init; }

    /// <summary>Meetings missed one after the other from which a body counts as dormant.</summary>
    public int? Missed { get; init; }

    /// <summary>Signs from which the life of a body stands on the agenda of those above and below it.</summary>
    public int? Signs { get; init; }

    /// <summary>Part of what a fund buys that a quarter may take before those who decide over money are to meet about it.</summary>
    public Fraction? Eroded { get; init; }

    /// <summary>After which each place is inspected again.</summary>
    public Period? Inspected { get; init; }

    /// <summary>Inspectors drawn for one inspection.</summary>
    public int? Inspectors { get; init; }
}

/// <summary>When removals are of many: that part of a body, or that many where nobody tells of how many, within that time.</summary>
public sealed record RemovalMeasure : Node
{
    public Period? Within { get; init; }

    public Fraction? Share { get; init; }

    public int? Persons { get; init; }
}
