using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Constitutions.Rules;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Sessions;
using Mandate.Tally;

namespace Mandate.Organisation.Federation;

/// <summary>What the clause on separation says of the money: a part for each member who goes, or what the unit has of its own and nothing more.</summary>
public enum DividedFunds { ByMembers, OwnOnly }

/// <summary>What it says of the name: it stays with the whole, or both add something to it.</summary>
public enum DividedName { Stays, Both }

/// <summary>The clause <c>rights.separation</c>: which units may leave, by which share of the votes cast, after how long, and how money and name are divided.</summary>
/// <param name="Kind">Kind of unit.</param>
/// <param name="Share">Of the votes cast for and against in the unit's own meeting.</param>
/// <param name="Within">Between that vote and the day on which it leaves.</param>
public sealed record SeparationClause(string Kind, Fraction Share, Period? Within, DividedFunds Funds, DividedName Name, string Clause)
{
    /// <summary>The clause of a constitution; null where it has none that says who.</summary>
    public static SeparationClause? Of(Constitution rules)
    {
        if (rules.Rights.GetValueOrDefault("separation") is not { Who: AnyPerson { Role: var kind } } right || !rules.Units.ContainsKey(kind)) return null;
        var funds = right.Gives?["funds"] is Datum.Text { Value: "own" } ? DividedFunds.OwnOnly : DividedFunds.ByMembers;
        var name = right.Gives?["name"] is Datum.Text { Value: "both" } ? DividedName.Both : DividedName.Stays;
        return new(kind, ShareOf(right.Gives?["share"]), right.Within, funds, name, right.Clause.Path);
    }

    /// <summary>As the clause writes it, such as <c>2/3</c>; two thirds where it does not say.</summary>
    private static Fraction ShareOf(Datum? written) => written is Datum.Text { Value: var text } && text.Split('/') is [var over, var under]
        && int.TryParse(over, System.Globalization.CultureInfo.InvariantCulture, out var part) && int.TryParse(under, System.Globalization.CultureInfo.InvariantCulture, out var whole) && whole > 0 && part > 0 && part <= whole
            ? new(part, whole) : new(2, 3);
}

/// <summary>A unit that leaves, or has left, the whole by its own vote.</summary>
/// <param name="Name">What it calls itself afterwards.</param>
/// <param name="Text">SHA-256 of the terms on which its meeting voted.</param>
/// <param name="On">The first day on which it is carried out.</param>
public sealed record Separation(string Id, string Unit, string Vote, string Name, string Text, DateOnly On, DividedFunds Funds, DateTimeOffset At)
{
    /// <summary>Members of the unit who stay with the whole, and to which unit they go.</summary>
    public ImmutableSortedDictionary<string, string> Staying { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    public DateOnly? CarriedOut { get; init; }

    /// <summary>Those who went; pages show how many.</summary>
    public ImmutableSortedSet<string> Gone { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Members of the whole on that day, those who went among them.</summary>
    public int Of { get; init; }

    /// <summary>How far the record reaches that those who went hold, and its root; null while they have not said.</summary>
    public (long Size, string Root)? Held { get; init; }
}

/// <summary>
/// How a unit leaves (S190): its own meeting decides, by the clause; whoever does not want to goes to another unit and stays; money is divided by a formula, the
/// name by the clause; and both keep the whole verifiable record, so that neither can rewrite what was common.
/// </summary>
public static class Separations
{
    /// <summary>Years for which those who went can take the record of the whole.</summary>
    public const int RecordYears = 10;

    /// <summary>What a meeting of the unit votes on.</summary>
    public static string SubjectOf(string unit) => "separation/" + unit;

    /// <summary>Members of the unit, with all in it, who count.</summary>
    public static IEnumerable<string> MembersOf(State state, string unit) => state.Roll.Within(unit).Where(m => m.Counts).Select(m => m.Id).Order(StringComparer.Ordinal);

    /// <summary>Those who go as it stands: all members of the unit but those who stay.</summary>
    public static ImmutableArray<string> Going(State state, Separation separation) => [.. MembersOf(state, separation.Unit).Where(p => !separation.Staying.ContainsKey(p))];

    /// <summary>Whether somebody went with their unit and can still take the record.</summary>
    public static bool WentWithUnit(State state, string person, DateOnly day) =>
        state.Federation.Separations.Values.Any(s => s.CarriedOut is { } on && day <= on.AddYears(RecordYears) && s.Gone.Contains(person));

    internal static Decision Decide(State state, Act act, FederationCommand command) => command switch
    {
        DecideSeparation c => Leave(state, act, c),
        StayWithWhole c => Stay(state, act, c),
        CarryOutSeparation c => SeparationDivision.CarryOut(state, act, c),
        ConfirmRecord c => Confirm(state, act, c),
        _ => throw new InvalidOperationException($"No rules for {command.GetType().Name}."),
    };

    private static Decision Leave(State state, Act act, DecideSeparation c)
    {
        var rules = state.Statutes.At(act.At);
        if (SeparationClause.Of(rules) is not { } rule) return FederationRefusals.NoSeparation(rules.Amend.Clause.Path);
        if (c.Id.Length == 0) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (state.Federation.Separations.ContainsKey(c.Id)) return ProtocolRefusals.Taken("separation", c.Id);
        if (state.Roll.Unit(c.Unit) is not { Until: null } unit) return ProtocolRefusals.Unknown("unit", c.Unit);
        if (unit.Kind != rule.Kind) return FederationRefusals.OtherUnitsLeave(rule.Clause, rule.Kind, unit.Kind);
        if (state.Federation.Separations.Values.Any(s => s.CarriedOut is null && state.Roll.LiesIn(c.Unit, s.Unit))) return ProtocolRefusals.Taken("separation", c.Unit);
        if (UnitVoice.WhyNot(state, act, c.Unit, c.Vote, SubjectOf(c.Unit), rule.Clause) is { } notIts) return notIts;
        var figures = state.Votes.Find(c.Vote)!.Outcome!.Figures;
        if (new Fraction(figures.Yes) < rule.Share * (figures.Yes + figures.No)) return FederationRefusals.TooFewToLeave(rule.Clause, (int)(rule.Share * (figures.Yes + figures.No)).Ceiling(), figures.Yes);
        // No vote serves twice: whoever stayed after one that was never carried out is asked again.
        if (state.Federation.Separations.Values.Any(s => s.Vote == c.Vote)) return ProtocolRefusals.Taken("vote", c.Vote);
        if (c.Name.Trim().Length is 0 or > 200) return ProtocolRefusals.Malformed("name", "a title of at most 200 characters", c.Name.Length);
        if (rules.Languages.Official.Select(l => rules.Title.In(l)).FirstOrDefault(t => rule.Name == DividedName.Stays ? c.Name.Contains(t, StringComparison.OrdinalIgnoreCase) : string.Equals(c.Name.Trim(), t, StringComparison.OrdinalIgnoreCase)) is { } taken)
            return FederationRefusals.NameOfTheWhole(rule.Clause, taken, c.Name);
        return string.IsNullOrWhiteSpace(act.Blobs.Text(c.Text)) ? ProtocolRefusals.BlobMissing(c.Text)
            : Decision.Accept(rule.Clause, new SeparationDecided(c.Id, c.Unit, c.Vote, c.Name.Trim(), c.Text, rule.Within is { } period ? Periods.After(act.Day, period) : act.Day.AddDays(1), rule.Funds));
    }

    private static Decision Stay(State state, Act act, StayWithWhole c)
    {
        if (Open(state, c.Separation, out var separation) is { } over) return over;
        if (state.Roll.Member(act.By) is not { Counts: true } member || !state.Roll.LiesIn(member.Unit, separation.Unit)) return ProtocolRefusals.NotYours("", state.Roll.Unit(separation.Unit)!.Name, act.By);
        if (c.To is not { } to) return separation.Staying.ContainsKey(act.By) ? Decision.Accept("", new StaysWithWhole(separation.Id, null)) : ProtocolRefusals.WrongStage("separation", separation.Id, "staying", "going");
        if (state.Roll.Unit(to) is not { Until: null } unit || unit.Kind != state.Roll.Unit(member.Unit)!.Kind || state.Roll.LiesIn(to, separation.Unit)) return ProtocolRefusals.Unknown("unit", to);
        return Decision.Accept("", new StaysWithWhole(separation.Id, to));
    }

    private static Decision Confirm(State state, Act act, ConfirmRecord c)
    {
        if (!state.Federation.Separations.TryGetValue(c.Separation, out var separation)) return ProtocolRefusals.Unknown("separation", c.Separation);
        if (separation.CarriedOut is null) return ProtocolRefusals.WrongStage("separation", separation.Id, "carried-out", "open");
        if (!separation.Gone.Contains(act.By)) return ProtocolRefusals.NotYours("", separation.Name, act.By);
        if (c.Size < 1) return ProtocolRefusals.Malformed("size", "how many entries, from 1", c.Size);
        return c.Root.Length != 64 || !c.Root.All(char.IsAsciiHexDigitLower) ? ProtocolRefusals.Malformed("root", "64 hexadecimal digits", c.Root) : Decision.Accept("", new RecordConfirmed(separation.Id, c.Size, c.Root));
    }

    internal static Refusal? Open(State state, string id, out Separation separation)
    {
        if (!state.Federation.Separations.TryGetValue(id, out separation!)) return ProtocolRefusals.Unknown("separation", id);
        return separation.CarriedOut is null ? null : ProtocolRefusals.WrongStage("separation", id, "open", "carried-out");
    }
}
