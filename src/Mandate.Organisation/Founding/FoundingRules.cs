using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Constitutions.Reader;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Roll;
using Mandate.Organisation.Statutes;
using Basis = Mandate.Organisation.Offices.Basis;
using Unit = Mandate.Organisation.Roll.Unit;

namespace Mandate.Organisation.Founding;

/// <summary>
/// The founding protocol: constitution, units, roll, provisional officers with an end date, approved by every named founder,
/// closed. Before it is closed nothing else may be done; afterwards none of this may.
/// </summary>
public static class FoundingRules
{
    public static Decision Decide(State state, Act act, FoundingCommand command)
    {
        if (command is AdvanceClock clock) return Advance(state, clock);
        if (command is OpenFounding open) return Open(state, act, open);
        if (state.Founding.Stage == FoundingStage.Nothing) return ProtocolRefusals.NotFounded();
        if (state.Founding.Stage == FoundingStage.Closed) return FoundingRefusals.Closed();
        if (!state.Founding.Founders.Contains(act.By, StringComparer.Ordinal)) return FoundingRefusals.NotAFounder(act.By);
        var rules = state.Statutes.At(act.At);
        return command switch
        {
            EnterUnits c => Units(state, rules, c),
            EnterMembers c => Members(state, rules, c),
            NameOfficer c => Officer(state, act, rules, c),
            RecordPost c => Post(state, rules, c),
            ApproveFounding => Accept(state, new FoundingApproved(act.By)),
            CloseFounding => Close(state),
            _ => throw new InvalidOperationException($"No rules for {command.GetType().Name}."),
        };
    }

    private static Decision Open(State state, Act act, OpenFounding command)
    {
        if (state.Founding.Stage != FoundingStage.Nothing) return FoundingRefusals.AlreadyOpen(state.Founding.Id);
        if (command.Founders.IsDefaultOrEmpty) return FoundingRefusals.Nobody();
        if (!command.Founders.Contains(act.By, StringComparer.Ordinal)) return FoundingRefusals.NotAFounder(act.By);
        if (act.Blobs.Text(command.Constitution) is not { } yaml) return ProtocolRefusals.BlobMissing(command.Constitution);
        var reading = ConstitutionReader.Read(yaml);
        if (reading.Constitution is not { } rules) return FoundingRefusals.Unreadable(reading.Faults[0].ToString(), reading.Faults.Length);
        var adopted = new ConstitutionAdopted(command.Constitution, Canonical.Hash(rules), command.Texts, act.At, "founding", []);
        return Decision.Accept("", new FoundingOpened(rules.Id, command.Founders, command.Rehearsal, Engine.Version), adopted);
    }

    private static Decision Units(State state, Constitution rules, EnterUnits command)
    {
        var known = state.Roll.Units;
        foreach (var unit in command.Units)
        {
            if (known.ContainsKey(unit.Id)) return ProtocolRefusals.Taken("unit", unit.Id);
            if (UnitRefusal(rules, known, unit) is { } refusal) return refusal;
            known = known.Add(unit.Id, unit);
        }
        return Accept(state, new UnitsEntered(command.Units));
    }

    /// <summary>Null when the unit is of a kind that the constitution knows and lies where that kind must lie.</summary>
    internal static Refusal? UnitRefusal(Constitution rules, ImmutableDictionary<string, Unit> known, Unit unit)
    {
        if (unit.Id.Length == 0) return ProtocolRefusals.Malformed("id", "a non-empty id", unit.Id);
        if (!rules.Units.TryGetValue(unit.Kind, out var kind)) return FoundingRefusals.UnitKind(unit.Id, unit.Kind);
        var outer = unit.Within is null ? null : known.GetValueOrDefault(unit.Within);
        return kind.Within?.Id == outer?.Kind && (unit.Within is null) == (outer is null)
            ? null
            : FoundingRefusals.UnitWithin(unit.Id, kind.Within?.Id ?? "-", unit.Within ?? "-");
    }

    private static Decision Members(State state, Constitution rules, EnterMembers command)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in command.Members)
        {
            if (member.Id.Length == 0) return ProtocolRefusals.Malformed("id", "a non-empty id", member.Id);
            if (state.Roll.Members.ContainsKey(member.Id) || !seen.Add(member.Id)) return ProtocolRefusals.Taken("member", member.Id);
            if (!state.Roll.Units.ContainsKey(member.Unit)) return ProtocolRefusals.Unknown("unit", member.Unit);
            if (!rules.Languages.Official.Contains(member.Language, StringComparer.Ordinal)) return ProtocolRefusals.Malformed("language", string.Join(", ", rules.Languages.Official), member.Language);
        }
        return Accept(state, new MembersEntered(command.Members));
    }

    private static Decision Officer(State state, Act act, Constitution rules, NameOfficer command)
    {
        if (state.Roll.Member(command.Person) is null) return ProtocolRefusals.Unknown("member", command.Person);
        if (state.Offices.Tenures.ContainsKey(command.Tenure)) return ProtocolRefusals.Taken("mandate", command.Tenure);
        if (!Places.Exists(rules, command.Seat)) return FoundingRefusals.NoSuchPlace(command.Seat.Of);
        if (command.Seat.Unit is { } unit && state.Roll.Unit(unit) is null) return ProtocolRefusals.Unknown("unit", unit);
        if (command.Until <= act.Day) return ProtocolRefusals.Malformed("until", "a day after the founding", command.Until);
        if (Qualification.Conflict(state, command.Person, command.Seat.Place, act.At) is { } clash)
            return OfficesRefusals.Incompatible(clash, command.Person, command.Seat.Of);
        return Accept(state, new TenureBegan(command.Tenure, command.Person, command.Seat, act.At, command.Until, new Basis(BasisKind.Founding, "founding")));
    }

    private static Decision Post(State state, Constitution rules, RecordPost command)
    {
        if (state.Roll.Member(command.Person) is null) return ProtocolRefusals.Unknown("member", command.Person);
        if (state.Offices.Employments.ContainsKey(command.Id)) return ProtocolRefusals.Taken("post", command.Id);
        if (!rules.Tags.Contains(command.Tag)) return ProtocolRefusals.Unknown("tag", command.Tag);
        return Accept(state, new PostBegan(command.Id, command.Person, command.Tag, command.Post, command.From, "founding"));
    }

    private static Decision Close(State state)
    {
        if (state.Roll.Members.IsEmpty) return FoundingRefusals.Nobody();
        var missing = state.Founding.Founders.Where(f => !state.Founding.Approved.Contains(f)).ToList();
        return missing.Count > 0 ? FoundingRefusals.NotApproved(missing) : Decision.Accept("", new FoundingClosed());
    }

    private static Decision Advance(State state, AdvanceClock command)
    {
        if (!state.Founding.Rehearsal) return FoundingRefusals.NotARehearsal();
        return command.To <= state.At ? FoundingRefusals.OnlyForward(state.At, command.To) : Decision.Accept("", new ClockAdvanced(command.To));
    }

    /// <summary>What is entered after an approval was not approved: every founder is asked again.</summary>
    private static Decision Accept(State state, Event happened) => happened is FoundingApproved || state.Founding.Approved.IsEmpty
        ? Decision.Accept("", happened)
        : Decision.Accept("", happened, new ApprovalsVoided());
}
