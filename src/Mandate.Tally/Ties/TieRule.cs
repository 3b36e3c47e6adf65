using System.Collections.Immutable;

namespace Mandate.Tally;

/// <summary>
/// How a tie is decided where the method's own text leaves it open: a chain of steps, tried in turn. A tie that no step decides
/// stops the count (<see cref="Count.Undecided"/>): nothing is ever decided by an unstated order.
/// </summary>
public sealed record TieRule(ImmutableArray<TieStep> Steps)
{
    /// <summary>Only what the method itself prescribes, and else the votes of earlier rounds, latest first.</summary>
    public static TieRule Previous { get; } = new([new TieStep.PreviousRounds()]);

    /// <summary>The candidate named first (in the file's tie order, else on the ballot paper) is the one chosen for whatever is to be decided.</summary>
    public static TieRule Order { get; } = new([new TieStep.PaperOrder()]);

    /// <summary>The chair's or a drawn order, best first: the first is elected or transfers first, the last is excluded.</summary>
    public static TieRule Chair(IEnumerable<string> names) => new([new TieStep.Ranking([.. names])]);

    /// <summary>A lot that anybody can repeat from a published text.</summary>
    public static TieRule Seed(string text) => new([new TieStep.Seed(text)]);

    /// <summary>Draws of <c>java.util.Random</c> with that seed, as RCTab makes them.</summary>
    public static TieRule Java(long seed) => new([new TieStep.Java(seed)]);

    /// <summary>This rule, and where it leaves a tie open, another.</summary>
    public TieRule Then(TieRule next) => new(Steps.AddRange(next.Steps));

    public override string ToString() => string.Join(',', Steps);
}

/// <summary>One step of a <see cref="TieRule"/>.</summary>
public abstract record TieStep
{
    private TieStep() { }

    public sealed record PreviousRounds : TieStep
    {
        public override string ToString() => "previous";
    }

    public sealed record PaperOrder : TieStep
    {
        public override string ToString() => "order";
    }

    /// <param name="Names">Best first.</param>
    public sealed record Ranking(ImmutableArray<string> Names) : TieStep
    {
        public override string ToString() => "chair";
    }

    /// <summary>
    /// For draw number <c>n</c> (from 1) the tied candidates are put in the order of SHA-256(UTF-8 of <c>TEXT "\n" n "\n" NAME</c>),
    /// compared as hexadecimal text; the smallest is chosen. A candidate whose name occurs twice on the paper has <c>#</c> and the number on the paper added.
    /// </summary>
    public sealed record Seed(string Text) : TieStep
    {
        public override string ToString() => "seed:" + Text;
    }

    public sealed record Java(long Start) : TieStep
    {
        public override string ToString() => FormattableString.Invariant($"java:{Start}");
    }
}
