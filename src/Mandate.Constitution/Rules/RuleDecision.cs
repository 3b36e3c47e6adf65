using System.Collections.Immutable;
using Mandate.Tally.Decisions;

namespace Mandate.Constitutions.Rules;

/// <summary>Where a rule stands.</summary>
public enum Standing
{
    /// <summary>Something it needs has not been held yet, and could still make it hold.</summary>
    Open,
    Holds,
    Fails,
}

/// <summary>
/// What has happened so far towards a decision: votes of bodies and electorates by id, signatures, units. What is not there has
/// not been held.
/// </summary>
public sealed record Evidence
{
    /// <summary>The vote of the body that decides where the rule names no body.</summary>
    public DecisionTally? Here { get; init; }

    public ImmutableSortedDictionary<string, DecisionTally> Bodies { get; init; } = ImmutableSortedDictionary.Create<string, DecisionTally>(StringComparer.Ordinal);

    public ImmutableSortedDictionary<string, DecisionTally> Referendums { get; init; } = ImmutableSortedDictionary.Create<string, DecisionTally>(StringComparer.Ordinal);

    public long? Signatures { get; init; }

    /// <summary>Units that said so, by kind.</summary>
    public ImmutableSortedDictionary<string, long> Units { get; init; } = ImmutableSortedDictionary.Create<string, long>(StringComparer.Ordinal);

    /// <summary>The bases that petitions, units and quorums are measured against.</summary>
    public Sizes Sizes { get; init; } = new();
}

/// <summary>A rule with where it stands, part by part.</summary>
public sealed record RuleAnswer(Rule Rule, Standing Standing, object? Needs = null, object? Given = null)
{
    public Clause Clause => Rule.Clause;

    public ImmutableArray<RuleAnswer> Parts { get; init; } = [];

    /// <summary>The votes of this part, where it is one.</summary>
    public Decision? Decision { get; init; }

    /// <summary>The quorum of this part, where it has one.</summary>
    public Answer? Quorum { get; init; }

    /// <summary>The parts that made it fail, or that are still to be held.</summary>
    public IEnumerable<RuleAnswer> Wanting => Standing == Standing.Holds ? [] : Parts.IsEmpty ? [this] : Parts.Where(p => p.Standing == Standing).SelectMany(p => p.Wanting);
}

/// <summary>Rules decided on what has happened so far.</summary>
public static class RuleDecision
{
    /// <param name="otherwise">The majority of a body whose part names none: that of <c>procedure.default</c>.</param>
    /// <exception cref="ArgumentException">A base that a part is measured against was not given.</exception>
    public static RuleAnswer Decide(Rule rule, Evidence evidence, Majority? otherwise = null) => rule switch
    {
        MajorityRule m => Vote(rule, m.Majority, null, evidence.Here, evidence.Sizes),
        BodyRule b => Vote(rule, b.Majority ?? otherwise, b.Quorum, evidence.Bodies.GetValueOrDefault(b.Body.Id), evidence.Sizes),
        ReferendumRule r => Vote(rule, r.Majority, r.Quorum, evidence.Referendums.GetValueOrDefault(r.Electorate.Id), evidence.Sizes),
        PetitionRule p => Count(rule, p.Signatures, evidence.Signatures, evidence.Sizes),
        UnitsRule u => Count(rule, u.Units, (u.Units.Unit ?? evidence.Sizes.SmallestUnit) is { } kind && evidence.Units.TryGetValue(kind, out var units) ? units : null, evidence.Sizes),
        AllOf all => Several(rule, [.. all.Rules.Select(r => Decide(r, evidence, otherwise))], decides: Standing.Fails, other: Standing.Holds),
        AnyOf any => Several(rule, [.. any.Rules.Select(r => Decide(r, evidence, otherwise))], decides: Standing.Holds, other: Standing.Fails),
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };

    private static RuleAnswer Several(Rule rule, ImmutableArray<RuleAnswer> parts, Standing decides, Standing other) => new(
        rule,
        parts.Any(p => p.Standing == decides) ? decides : parts.Any(p => p.Standing == Standing.Open) ? Standing.Open : other,
        parts.Length,
        parts.Count(p => p.Standing == Standing.Holds)) { Parts = parts };

    private static RuleAnswer Vote(Rule rule, Majority? majority, Quantity? quorum, DecisionTally? tally, Sizes sizes)
    {
        if (tally is null) return new(rule, Standing.Open, majority?.Text);
        var decision = Decision.Decide(majority is null ? new Threshold.Majority(DecisionBase.VotesCast) : Majorities.Threshold(majority), tally);
        // A quorum counts those who took part in the vote, however they voted; in a hall, those present.
        var enough = quorum is null ? null : Quantities.Reached(quorum, With(sizes, tally), rule is ReferendumRule ? tally.Participants : tally.Present ?? tally.Participants);
        return new(rule, decision.Holds && enough is not { Holds: false } ? Standing.Holds : Standing.Fails, decision.Needed, decision.Given) { Decision = decision, Quorum = enough };
    }

    private static RuleAnswer Count(Rule rule, Quantity quantity, long? given, Sizes sizes)
    {
        if (given is not { } count) return new(rule, Standing.Open, Quantities.Needed(quantity, sizes));
        var reached = Quantities.Reached(quantity, sizes, count);
        // A petition can still grow: too few signatures are not yet a failure.
        return new(rule, reached.Holds ? Standing.Holds : Standing.Open, reached.Needs, reached.Given);
    }

    private static Sizes With(Sizes sizes, DecisionTally tally) => sizes with
    {
        VotesCast = tally.VotesCast, Present = tally.Present ?? sizes.Present, Members = tally.Members ?? sizes.Members, Seats = tally.Seats ?? sizes.Seats,
    };
}
