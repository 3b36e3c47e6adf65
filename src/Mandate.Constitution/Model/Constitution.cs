using System.Collections.Immutable;

namespace Mandate.Constitutions;

/// <summary>A constitution as read: what the rules execute and what the checks analyse. Made by <c>ConstitutionReader</c> only.</summary>
public sealed record Constitution(string Id) : Node
{
    /// <summary>Version of the format: <c>0.1</c> or <c>0.2</c>.</summary>
    public required string Format { get; init; }

    public required LocalText Title { get; init; }

    public required Languages Languages { get; init; }

    /// <summary>Figures for checks and simulation only; no rule reads them.</summary>
    public Datum.Map? Assume { get; init; }

    public ImmutableSortedSet<string> Tags { get; init; } = ImmutableSortedSet<string>.Empty;

    public ImmutableSortedDictionary<string, Unit> Units { get; init; } = ImmutableSortedDictionary<string, Unit>.Empty;

    public required ImmutableSortedDictionary<string, Electorate> Electorates { get; init; }

    public required ImmutableSortedDictionary<string, Body> Bodies { get; init; }

    public ImmutableSortedDictionary<string, Office> Offices { get; init; } = ImmutableSortedDictionary<string, Office>.Empty;

    public ImmutableArray<Incompatible> Incompatible { get; init; } = [];

    public ImmutableArray<Cap> Caps { get; init; } = [];

    public ImmutableArray<Power> Powers { get; init; } = [];

    public ImmutableSortedDictionary<string, Right> Rights { get; init; } = ImmutableSortedDictionary<string, Right>.Empty;

    public required Procedure Procedure { get; init; }

    public required Publication Publication { get; init; }

    public ImmutableArray<Restriction> Restrictions { get; init; } = [];

    public Emergency? Emergency { get; init; }

    public required Amend Amend { get; init; }

    public ImmutableArray<Waiver> Waivers { get; init; } = [];

    /// <summary>The organisation's own words for our terms, per language (0.2).</summary>
    public ImmutableSortedDictionary<string, LocalText> Glossary { get; init; } = ImmutableSortedDictionary<string, LocalText>.Empty;

    /// <summary>Who corrects an error of encoding, text against YAML (0.2).</summary>
    public Correction? Correction { get; init; }

    /// <summary>Who decides about the organisation's own record: its witnesses, a new ledger, members' keys (0.2).</summary>
    public LedgerClause? Ledger { get; init; }

    /// <summary>Weekends and holidays, past which working days count (0.2).</summary>
    public WorkingCalendar? Calendar { get; init; }

    /// <summary>The measures of the guards that it sets itself (0.2).</summary>
    public GuardMeasures? Guards { get; init; }

    /// <summary>The source, from which the canonical form and the clauses come.</summary>
    public required Datum.Map Source { get; init; }
}

/// <summary>The body that corrects the encoding where it departs from the adopted text (0.2).</summary>
public sealed record Correction(Ref CorrectedBy) : Node
{
    public Period? Notice { get; init; }
}

/// <summary>The body that decides about the record, and the periods that its decisions and members' keys wait (0.2).</summary>
public sealed record LedgerClause(Ref KeptBy) : Node
{
    /// <summary>From a decision on witnesses to its effect.</summary>
    public Period? Notice { get; init; }

    /// <summary>From the notice of a new device key to the day it counts.</summary>
    public Period? KeyWaits { get; init; }
}
