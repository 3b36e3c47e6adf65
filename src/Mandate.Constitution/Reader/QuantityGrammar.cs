using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using Mandate.Tally;

namespace Mandate.Constitutions.Reader;

/// <summary>The micro-grammar of quantities: <c>10% of members</c>, <c>1/3 of branches</c>, <c>25 members</c>.</summary>
internal static class QuantityGrammar
{
    /// <summary>Linear time on any input.</summary>
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static readonly Regex Form = new(@"^((?<amount>[0-9]+%|[0-9]+/[0-9]+|[0-9]+) )?((?<root>square root of )|of )?(?<basis>[a-z][a-z0-9_.]*( cast)?)\z", Linear);

    private const string Expected = "a quantity is a number, share or percentage of a basis: 25 members, 1/3 of branches, 10% of seats";

    private static readonly (string Word, Basis Basis, string? Unit)[] Bases =
    [
        ("seats", Basis.Seats, null), ("members", Basis.Members, null), ("votes cast", Basis.VotesCast, null), ("present", Basis.Present, null),
        ("branches", Basis.Units, "branch"), ("regions", Basis.Units, "region"), ("units", Basis.Units, null), ("budget", Basis.Budget, null),
    ];

    public static Quantity? Read(Scope scope, Datum datum)
    {
        if (scope.Text(datum) is not { } text) return null;
        var match = Form.Match(text);
        if (!match.Success)
        {
            scope.Fault(FaultKind.WrongValue, datum.Clause, $"'{text}' is not a quantity: {Expected}");
            return null;
        }
        var basis = BasisOf(scope, datum, text, match.Groups["basis"].Value);
        var amount = Amount(scope, datum, match.Groups["amount"].Value);
        if (basis is not var (kind, unit) || amount is not var (value, share)) return null;
        if (match.Groups["root"].Success)
        {
            if (!scope.Later) scope.Fault(FaultKind.LaterFormat, datum.Clause, "square roots are of format 0.2: begin the file with mandate: \"0.2\"");
            return new RootOf(value, kind) { Clause = datum.Clause, Text = text, Unit = unit };
        }
        if (!match.Groups["amount"].Success)
        {
            scope.Fault(FaultKind.WrongValue, datum.Clause, $"'{text}' is not a quantity: {Expected}");
            return null;
        }
        return share
            ? new ShareOf(value, kind) { Clause = datum.Clause, Text = text, Unit = unit }
            : new CountOf(value, kind) { Clause = datum.Clause, Text = text, Unit = unit };
    }

    /// <summary><c>10%</c> and <c>1/3</c> are shares, <c>25</c> is a count, nothing is one.</summary>
    public static (Fraction Value, bool Share)? Amount(Scope scope, Datum datum, string text)
    {
        if (text.Length == 0) return (1, false);
        if (text.Length > 40)
        {
            scope.Fault(FaultKind.WrongValue, datum.Clause, "the number is too long to be meant");
            return null;
        }
        if (text.EndsWith('%')) return (new Fraction(Whole(text[..^1]), 100), true);
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0) return (Whole(text), false);
        var below = Whole(text[(slash + 1)..]);
        if (!below.IsZero) return (new Fraction(Whole(text[..slash]), below), true);
        scope.Fault(FaultKind.WrongValue, datum.Clause, $"'{text}' divides by nothing");
        return null;
    }

    private static (Basis Basis, string? Unit)? BasisOf(Scope scope, Datum datum, string text, string word)
    {
        foreach (var known in Bases)
        {
            if (known.Word != word) continue;
            if (known.Unit is { } unit && !scope.Names.Has(RefKind.Unit, unit))
                scope.Fault(FaultKind.UnknownName, datum.Clause, $"'{text}' counts {word}, but no unit is called '{unit}'");
            return (known.Basis, known.Unit);
        }
        if (scope.Later)
        {
            if (scope.Names.Has(RefKind.Unit, word)) return (Basis.Units, word);
            if (word.EndsWith('s') && scope.Names.Has(RefKind.Unit, word[..^1])) return (Basis.Units, word[..^1]);
        }
        var near = Nearest.To(word, Bases.Select(b => b.Word));
        scope.Fault(FaultKind.WrongValue, datum.Clause, $"'{word}' is not something to count; known are {string.Join(", ", Bases.Select(b => b.Word))}",
            near is null ? null : text[..^word.Length] + near);
        return null;
    }

    private static BigInteger Whole(string digits) => BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
