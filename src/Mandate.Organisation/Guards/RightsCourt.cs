using Mandate.Constitutions;
using Mandate.Constitutions.Rules;
using Mandate.Organisation.Facts;

namespace Mandate.Organisation.Guards;

/// <summary>Rights to papers, minutes, space and a hearing.</summary>
internal static class RightsCourt
{
    /// <summary>Whether a document could have been kept from the body that it was for.</summary>
    public static ClauseAnswer? Document(Court court, RecordedFact record)
    {
        if (record.What is not Withheld withheld) return null;
        var places = withheld.From.Each().Select(court.Place).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var right = court.Rules.Rights.Values.FirstOrDefault(r => r.WithholdBy is not null && r.To.Any(t => places.Contains(t.Id)));
        return right is null ? null : new(right.WithholdBy == "none" ? Verdict.Refused : Verdict.Permitted, right.Clause.Path, right.WithholdBy, string.Join(", ", withheld.By.Each()) is { Length: > 0 } by ? by : null);
    }

    /// <summary>Whether a contribution could have been left out of the minutes.</summary>
    public static ClauseAnswer? Minutes(Court court, RecordedFact record) =>
        record.What is Minuted { Included: false } && court.Rules.Rights.GetValueOrDefault("minutes") is { } right ? new(Verdict.Refused, right.Clause.Path) : null;

    /// <summary>Whether one side could have had the organ to itself.</summary>
    public static ClauseAnswer? EqualSpace(Court court, RecordedFact record) =>
        record.What is Covered covered && (covered.Equal == false || covered.Omitted.Each().Length > 0)
        && court.Rules.Rights.Values.FirstOrDefault(r => r.Gives?["equal_space"] is not null) is { } right
            ? new(Verdict.Refused, right.Gives!["equal_space"]!.Clause.Path)
            : null;

    /// <summary>Whether members could have been expelled by whoever did it.</summary>
    public static ClauseAnswer? Expulsion(Court court, RecordedFact record)
    {
        if (record.What is not MeasureTaken { What: Adverse.Expelled or Adverse.Excluded } measure) return null;
        var expel = court.Rules.Electorates.Values.First().Expel;
        var by = measure.By.Each().Select(court.Place).OfType<string>().ToList();
        // A clause that sends it to those nearest to the member refuses a wave from above; one by whom nothing is said of is not judged.
        return by.Count > 0 ? new(by.Contains(expel.Name?.Id ?? "", StringComparer.Ordinal) ? Verdict.Permitted : Verdict.Refused, expel.Clause.Path, expel.Name?.Id, string.Join(", ", by))
            : expel.AppealTo is { } appeal && measure.Hearing == false ? new(Verdict.Refused, expel.Clause.Path, $"appeal to {appeal.Id}", "no hearing")
            : null;
    }

    /// <summary>Whether a member could have been moved against their will.</summary>
    public static ClauseAnswer? Transfer(Court court, RecordedFact record)
    {
        if (record.What is not MeasureTaken { What: Adverse.Transferred } measure || court.Rules.Electorates.Values.First().Transfer is not { } transfer) return null;
        return new(transfer.Name?.Kind == RefKind.Self ? Verdict.Refused : Verdict.Permitted, transfer.Clause.Path, transfer.Name?.Id, string.Join(", ", measure.By.Each()) is { Length: > 0 } by ? by : null);
    }

    /// <summary>Whether an officer could have been removed without being heard.</summary>
    public static ClauseAnswer? Removal(Court court, RecordedFact record)
    {
        if (record.What is not MeasureTaken { What: Adverse.Removed, Hearing: false }) return null;
        var procedure = Procedures.For(court.Rules, "remove_officer");
        return procedure.HearingRequired ? new(Verdict.Refused, procedure.At("hearing").Path, "required", "none") : new(Verdict.Permitted, procedure.Clause.Path);
    }
}
