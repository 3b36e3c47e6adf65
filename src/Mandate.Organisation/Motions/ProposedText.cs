using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Constitutions.Reader;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;

namespace Mandate.Organisation.Motions;

/// <summary>What is adopted is what was proposed: the proposed constitution reads, and differs from the one in force exactly in the named clauses.</summary>
internal static class ProposedText
{
    /// <param name="changes">The named clauses with what will stand there, written from the proposed source itself.</param>
    public static Refusal? WhyNot(State state, Act act, Constitution rules, ImmutableArray<string> clauses, ProposedConstitution proposed, out ImmutableArray<ClauseChange> changes, out string canonical)
    {
        changes = [];
        canonical = "";
        var clause = rules.Amend.Clause.Path;
        if (act.Blobs.Text(proposed.Yaml) is not { } yaml) return ProtocolRefusals.BlobMissing(proposed.Yaml);
        var reading = ConstitutionReader.Read(yaml);
        if (reading.Constitution is not { } after) return MotionsRefusals.ProposedUnreadable(clause, reading.Faults[0].ToString(), reading.Faults.Length);
        if (after.Id != rules.Id) return MotionsRefusals.ChangesUnnamed(clause, "id", clauses);
        // The larger are not given more per member than the smaller, and less than now: the reverse of compensation (S235).
        if (SeatKeys.Reversed(state, rules, after, act.Day) is { } key) return MotionsRefusals.FavoursLarger(key.Clause, key.Members, key.OfMembers, key.Seats, key.OfSeats);
        var differences = ConstitutionDiff.Between(rules, after);
        foreach (var difference in differences)
            foreach (var path in new[] { difference.Path, difference.OldPath })
                if (!clauses.Any(c => Clauses.Covers(c, path))) return MotionsRefusals.ChangesUnnamed(clause, path, clauses);
        foreach (var named in clauses)
            if (!differences.Any(d => Clauses.Covers(named, d.Path))) return MotionsRefusals.NamesUnchanged(clause, named);
        changes = [.. clauses.Distinct(StringComparer.Ordinal).Select(c => new ClauseChange(c, Clauses.At(after, c) is { } datum ? Clauses.Text(datum) : null))];
        canonical = Canonical.Hash(after);
        return LegalText(state, act, rules, clauses, proposed);
    }

    /// <summary>Where there is an adopted legal text beside the YAML, the amendment brings it in every language of it.</summary>
    private static Refusal? LegalText(State state, Act act, Constitution rules, ImmutableArray<string> clauses, ProposedConstitution proposed)
    {
        if (state.Statutes.VersionAt(act.At) is not { Texts.IsEmpty: false } inForce || clauses.IsEmpty) return null;
        var missing = inForce.Texts.Keys.Where(l => !proposed.Texts.ContainsKey(l)).ToList();
        return missing.Count == 0 ? null : MotionsRefusals.LanguageMissing(rules.Languages.Clause.Path, missing, proposed.Texts.Keys);
    }
}
