using Mandate.Constitutions.Reader;

namespace Mandate.Constitutions.Tests.Rules;

/// <summary>Parts of a constitution, read inside the association.</summary>
internal static class Parse
{
    public static Constitution Association(string right, string put)
    {
        Assert.Contains(right, Examples.Association, StringComparison.Ordinal);
        return Read(Examples.Association.Replace(right, put, StringComparison.Ordinal));
    }

    public static Constitution Read(string yaml)
    {
        var reading = ConstitutionReader.Read(yaml);
        Assert.Empty(reading.Faults);
        return reading.Constitution!;
    }

    public static Rule Rule(string rule) => Association("ordinary: {rule: {body: meeting, rule: 2/3 of votes cast}}", $"ordinary: {{rule: {rule}}}").Amend.Ordinary.Rule;

    public static Majority Majority(string majority) => ((MajorityRule)Rule(majority)).Majority;

    public static Quantity Quantity(string quantity) =>
        Read(Examples.Association.Replace("\"0.1\"", "\"0.2\"", StringComparison.Ordinal).Replace("quorum: 10% of members", "quorum: " + quantity, StringComparison.Ordinal)).Bodies["meeting"].Quorum!.EachVote;

    public static Period Period(string period) => Association("notice: 21 days", "notice: " + period).Bodies["meeting"].Convene!.Notice!;
}
