using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Mandate.Tally.Committees;

/// <summary>What a committee count shows: approvals, how each member came in, and all committees that the rule allows.</summary>
/// <param name="Approvals">Approvals of each candidate.</param>
/// <param name="Committee">The committee after ties.</param>
/// <param name="Tied">All that the rule allows before any tie is broken.</param>
/// <param name="VotersWithoutMember">Papers that approve nobody elected.</param>
public sealed record CommitteeDetail(ImmutableArray<long> Approvals, Committee Committee, TiedCommittees Tied, long VotersWithoutMember) : CountDetail
{
    public override JsonNode ToJson(Count count)
    {
        var json = new JsonObject
        {
            ["approvals"] = new JsonObject([.. Approvals.Select((a, c) => KeyValuePair.Create(count.Name(c), (JsonNode?)a))]),
            ["committees"] = new JsonArray([.. Tied.Committees.Select(m => (JsonNode)new JsonArray([.. m.Select(c => (JsonNode)count.Name(c))]))]),
            ["committeesComplete"] = Tied.Complete,
            ["papersWithoutMember"] = VotersWithoutMember,
            ["steps"] = new JsonArray([.. Committee.Steps.Select(s => (JsonNode)new JsonObject
            {
                ["candidate"] = count.Name(s.Candidate),
                ["measure"] = s.Phase,
                ["value"] = s.Score.ToString(),
                ["tied"] = new JsonArray([.. s.Tied.Select(c => (JsonNode)count.Name(c))]),
            })]),
        };
        if (Committee.Score is { } score) json["score"] = score.ToString();
        return json;
    }

    public override IEnumerable<SheetTable> Tables(Count count)
    {
        yield return new(
            "Approvals", ["Candidate", "Approvals", "Elected"],
            [.. Enumerable.Range(0, Approvals.Length).OrderByDescending(c => Approvals[c]).Select(c =>
                ImmutableArray.Create(count.Name(c), FormattableString.Invariant($"{Approvals[c]}"), count.Elected.Contains(c) ? "yes" : ""))],
            Committee.Score is { } score ? $"Score of the committee: {score}, the best there is." : "");
        if (!Committee.Steps.IsEmpty)
            yield return new(
                "Steps", ["Candidate", "Measure", "Value", "About", "Equal"],
                [.. Committee.Steps.Select(s => ImmutableArray.Create(
                    count.Name(s.Candidate), s.Phase, s.Score.ToString(), s.Score.ToDecimal(4), s.Tied.Length > 1 ? string.Join(", ", s.Tied.Select(count.Name)) : ""))]);
        if (Tied.Committees.Length > 1)
            yield return new(
                "Committees that the rule allows before ties are broken", ["Number", "Members"],
                [.. Tied.Committees.Select((m, i) => ImmutableArray.Create(FormattableString.Invariant($"{i + 1}"), string.Join(", ", m.Select(count.Name))))],
                Tied.Complete ? "" : "There are more; the list was cut off.");
    }
}
