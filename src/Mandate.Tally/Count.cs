using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Mandate.Tally;

/// <summary>
/// The result of a count by any method, with all that is needed to follow and repeat it. Candidates, projects and lists are
/// numbered from 0 in the order of <see cref="Candidates"/>.
/// </summary>
public sealed record Count
{
    private readonly ImmutableHashSet<string> twice = [];

    /// <summary>The method's name as on the command line, e.g. <c>scottish-stv</c>.</summary>
    public required string Method { get; init; }

    /// <summary>The number of seats filled; 0 where the method fills none (a budget).</summary>
    public required int Seats { get; init; }

    public required ImmutableArray<string> Candidates
    {
        get;
        init
        {
            field = value;
            twice = Twice(value);
        }
    }

    /// <summary>Elected, in the order of election; those elected at one moment by their votes then.</summary>
    public required ImmutableArray<int> Elected { get; init; }

    public string Title { get; init; } = "";

    /// <summary>Papers in the box, valid or not.</summary>
    public long Papers { get; init; }

    /// <summary>Papers that the rule counts.</summary>
    public long ValidPapers { get; init; }

    /// <summary>The quota at the end; null where the method has none. <see cref="Text"/> prints it.</summary>
    public Fraction? Quota { get; init; }

    /// <summary>How many decimals the rule's arithmetic has; -1 where it is exact rational arithmetic.</summary>
    public int Decimals { get; init; }

    public ImmutableArray<Round> Rounds { get; init; } = [];

    public ImmutableArray<TieBreak> Ties { get; init; } = [];

    /// <summary>What a reader of the result should know: papers passed over, seats left empty, rules stretched.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>Null for a finished count; else the tie that the stated rule does not decide, where the count stands still.</summary>
    public OpenTie? Undecided { get; init; }

    /// <summary>What only this family of methods has (a pairwise matrix, payments of voters, ...).</summary>
    public CountDetail? Detail { get; init; }

    /// <summary>How ties were to be decided, as given, e.g. <c>previous,seed:2026-03-01</c>.</summary>
    public string TieRule { get; init; } = "";

    /// <summary>A candidate's name; where it stands twice on the paper, with <c>#</c> and the number on the paper.</summary>
    public string Name(int candidate) => twice.Contains(Candidates[candidate])
        ? FormattableString.Invariant($"{Candidates[candidate]}#{candidate + 1}")
        : Candidates[candidate];

    private static ImmutableHashSet<string> Twice(ImmutableArray<string> names)
    {
        var seen = new HashSet<string>(names.Length, StringComparer.Ordinal);
        return [.. names.Where(n => !seen.Add(n))];
    }

    public ImmutableArray<string> ElectedNames => [.. Elected.Select(e => Candidates[e])];

    /// <summary>A value of this count as exact text: decimals where the rule has them, else a fraction in lowest terms.</summary>
    public string Text(Fraction value) => Decimals < 0 ? value.ToString() : value.ToDecimal(Decimals);
}

/// <summary>What only one family of methods has to show. The count sheet asks it for its own part.</summary>
public abstract record CountDetail
{
    /// <summary>What the method does to those it chooses, as a heading.</summary>
    public virtual string Outcome => "Elected";

    /// <summary>One of the chosen as a reader knows it, where the candidate's own name is a mere id.</summary>
    public virtual string Label(Count count, int candidate) => count.Name(candidate);

    /// <summary>Its part of the JSON, under <c>detail</c>; null for none.</summary>
    public virtual JsonNode? ToJson(Count count) => null;

    /// <summary>Its tables on the text and HTML sheets.</summary>
    public virtual IEnumerable<SheetTable> Tables(Count count) => [];
}

/// <summary>A table of a count sheet.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Headings">The first is that of the row names.</param>
/// <param name="Rows">Each as long as the headings; the first cell names the row.</param>
/// <param name="Note">How to read it; empty where it needs no words.</param>
public sealed record SheetTable(string Title, ImmutableArray<string> Headings, ImmutableArray<ImmutableArray<string>> Rows, string Note = "");

/// <summary>A tie that was met and how it was decided.</summary>
/// <param name="Round">The round in which it was met; 0 is the first count.</param>
/// <param name="Question">What was to be decided, e.g. "who is excluded".</param>
/// <param name="Tied">The candidates between whom it was to be decided.</param>
/// <param name="Chosen">The one chosen for what the question says.</param>
/// <param name="By">The rule that decided, in words, e.g. "votes at round 3" or "lot from seed 'x'".</param>
public sealed record TieBreak(int Round, string Question, ImmutableArray<int> Tied, int Chosen, string By);

/// <summary>A tie that the stated rule leaves open. A lot, the chair's order or a seed must be given and the count repeated.</summary>
public sealed record OpenTie(int Round, string Question, ImmutableArray<int> Tied);
