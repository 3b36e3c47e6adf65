using System.Text.RegularExpressions;
using Mandate.Tally;

namespace Mandate.Constitutions.Reader;

/// <summary>The micro-grammar of majorities: <c>2/3 of votes cast</c>, <c>majority of seats</c>, <c>more than 1/2 of members</c>, <c>4 of 7 seats</c>, <c>unanimous</c>.</summary>
internal static class MajorityGrammar
{
    /// <summary>Linear time on any input.</summary>
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static readonly Regex SeatCount = new(@"^(?<n>[0-9]+) of (?<m>[0-9]+) seats\z", Linear);
    private static readonly Regex Form = new(@"^((?<all>all)|(?<share>majority)|(?<more>more than )(?<share>[0-9]+/[0-9]+)|(?<share>[0-9]+/[0-9]+)|(?<share>[0-9]+%)) of (?<basis>.+)\z", Linear);

    private const string Expected = "a majority is unanimous, plurality, all of seats, or majority, more than a/b, a/b or n% of votes cast, present, members, seats or units, or n of m seats";

    private static readonly (string Word, Basis Basis)[] Bases =
        [("votes cast", Basis.VotesCast), ("present", Basis.Present), ("members", Basis.Members), ("seats", Basis.Seats), ("units", Basis.Units)];

    public static Majority? Read(Scope scope, Datum datum)
    {
        if (scope.Text(datum) is not { } text) return null;
        if (text == "unanimous") return new Unanimous { Clause = datum.Clause, Text = text };
        if (text == "plurality") return new Plurality { Clause = datum.Clause, Text = text };
        if (SeatCount.Match(text) is { Success: true } seats) return SeatsOf(scope, datum, text, seats);
        var match = Form.Match(text);
        if (!match.Success) return Wrong(scope, datum, text);
        var word = match.Groups["basis"].Value;
        var all = match.Groups["all"].Success;
        foreach (var known in Bases)
        {
            if (known.Word != word || (all && known.Basis is Basis.VotesCast or Basis.Present)) continue;
            return all ? new AllOfBasis(known.Basis) { Clause = datum.Clause, Text = text } : ShareOf(scope, datum, text, match, known.Basis);
        }
        var near = Nearest.To(word, Bases.Select(b => b.Word));
        scope.Fault(FaultKind.WrongValue, datum.Clause, $"'{text}' is not a majority: it can be of votes cast, present, members, seats or units, not of '{word}'",
            near is null || all ? null : text[..^word.Length] + near);
        return null;
    }

    private static ShareMajority? ShareOf(Scope scope, Datum datum, string text, Match match, Basis basis)
    {
        if (match.Groups["share"].Value == "majority") return new(new Fraction(1, 2), true, basis) { Clause = datum.Clause, Text = text };
        if (QuantityGrammar.Amount(scope, datum, match.Groups["share"].Value) is not var (share, _)) return null;
        var more = match.Groups["more"].Success;
        if (share < 1 || (share == 1 && !more)) return new(share, more, basis) { Clause = datum.Clause, Text = text };
        scope.Fault(FaultKind.WrongValue, datum.Clause, $"'{text}' can never be reached: it asks for more than everybody");
        return null;
    }

    private static SeatsMajority? SeatsOf(Scope scope, Datum datum, string text, Match match)
    {
        if (QuantityGrammar.Amount(scope, datum, match.Groups["n"].Value) is not var (needed, _) || QuantityGrammar.Amount(scope, datum, match.Groups["m"].Value) is not var (seats, _)) return null;
        if (needed <= seats) return new(needed, seats) { Clause = datum.Clause, Text = text };
        scope.Fault(FaultKind.WrongValue, datum.Clause, $"'{text}' can never be reached: it asks for more than there are");
        return null;
    }

    private static Majority? Wrong(Scope scope, Datum datum, string text)
    {
        var near = Nearest.To(text, ["unanimous", "plurality", .. Bases.Select(b => "majority of " + b.Word), .. Bases.Select(b => "2/3 of " + b.Word)]);
        scope.Fault(FaultKind.WrongValue, datum.Clause, $"'{text}' is not a majority: {Expected}", near);
        return null;
    }
}
