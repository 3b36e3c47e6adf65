using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Sessions;

namespace Mandate.Organisation.Federation;

/// <summary>A unit names who edits its own page, by its vote or by a decision in writing of a body of it (requirement S233).</summary>
/// <param name="Vote">The unit's carried vote on <c>editors/UNIT</c>; null where a body of it decides in writing.</param>
[WireName("federation.name-editors")]
public sealed record NameEditors(string Unit, ImmutableArray<string> Persons, string? Vote = null) : FederationCommand;

/// <summary>An editor of the unit writes its page in one of the official languages. What stood there before stays on record.</summary>
[WireName("federation.write-page")]
public sealed record WriteUnitPage(string Unit, string Language, string Title, string Text) : FederationCommand
{
    public override IEnumerable<string> Reads() => [Text];
}

[WireName("federation.editors-named")]
public sealed record EditorsNamed(string Unit, ImmutableArray<string> Persons) : FederationEvent;

[WireName("federation.page-written")]
public sealed record UnitPageWritten(string Unit, string Language, string Title, string Text) : FederationEvent;

public sealed record UnitPageText(string Language, string Title, string Text, string By, DateTimeOffset At);

/// <summary>The page that a unit has of its own.</summary>
/// <param name="Editors">Whom the unit named; empty while it has named nobody, and then whoever holds a place in it writes.</param>
public sealed record UnitPage(ImmutableArray<string> Editors, ImmutableArray<UnitPageText> Written)
{
    public static UnitPage Empty { get; } = new([], []);

    /// <summary>What stands there now, one text for each language.</summary>
    public IEnumerable<UnitPageText> Now => Written.GroupBy(w => w.Language, StringComparer.Ordinal).Select(g => g.Last());
}

/// <summary>Pages of units: the unit alone says who writes them. No body of the whole has an act by which it changes one.</summary>
public static class UnitPages
{
    /// <summary>Whether that person writes the page of the unit at that time: an editor of it who still belongs to it, else whoever speaks for it.</summary>
    public static bool Edits(State state, string person, string unit, DateTimeOffset at) =>
        state.Federation.Pages.GetValueOrDefault(unit) is { Editors.IsEmpty: false } page
            ? page.Editors.Contains(person, StringComparer.Ordinal) && state.Roll.Member(person) is { Counts: true } member && state.Roll.LiesIn(member.Unit, unit)
            : state.Offices.SpeaksFor(person, unit, at);

    /// <summary>What a meeting of the unit votes on when it names editors.</summary>
    public static string SubjectOf(string unit) => "editors/" + unit;

    internal static Decision Name(State state, Act act, NameEditors c)
    {
        var clause = state.Statutes.At(act.At).Procedure.Default.Clause.Path;
        if (state.Roll.Unit(c.Unit) is not { Until: null }) return ProtocolRefusals.Unknown("unit", c.Unit);
        var persons = c.Persons.Each().Distinct(StringComparer.Ordinal).ToImmutableArray();
        if (persons.IsEmpty) return ProtocolRefusals.Malformed("persons", "members of the unit, each once", 0);
        foreach (var person in persons)
            if (state.Roll.Member(person) is not { InGoodStanding: true } member || !state.Roll.LiesIn(member.Unit, c.Unit)) return ProtocolRefusals.NotYours(clause, c.Unit, person);
        return UnitVoice.WhyNot(state, act, c.Unit, c.Vote, SubjectOf(c.Unit), clause) is { } refusal ? refusal : Decision.Accept(clause, new EditorsNamed(c.Unit, persons));
    }

    internal static Decision Write(State state, Act act, WriteUnitPage c)
    {
        var rules = state.Statutes.At(act.At);
        if (state.Roll.Unit(c.Unit) is not { Until: null }) return ProtocolRefusals.Unknown("unit", c.Unit);
        if (!Edits(state, act.By, c.Unit, act.At)) return FederationRefusals.NotAnEditorOfUnit(c.Unit, act.By);
        if (!rules.Languages.Official.Contains(c.Language, StringComparer.Ordinal)) return ProtocolRefusals.Malformed("language", string.Join(", ", rules.Languages.Official), c.Language);
        if (c.Title.Length is 0 or > 200) return ProtocolRefusals.Malformed("title", "a title of at most 200 characters", c.Title.Length);
        return string.IsNullOrWhiteSpace(act.Blobs.Text(c.Text)) ? ProtocolRefusals.BlobMissing(c.Text) : Decision.Accept("", new UnitPageWritten(c.Unit, c.Language, c.Title, c.Text));
    }
}
