using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Mandate.Organisation.Founding;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Roll;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;
using Mandate.Tally;
using Mandate.Tally.Readers;

namespace Mandate.Organisation.Tests.Votes;

/// <summary>A branch that has as many members as a real ward had voters takes that ward's papers as its own.</summary>
[Trait("Category", "Conformance")]
public sealed class WardTests
{
    /// <summary>Founding a branch costs more than counting it: the smallest wards of the folder are enough here, Tally counts all of them.</summary>
    private const int Wards = 3;

    [Fact]
    public void The_elected_of_a_real_ward_become_delegates_in_the_branch_that_casts_its_papers()
    {
        var folder = ConformanceData.Folder("stv-scottish");
        var cases = File.ReadLines(Path.Combine(folder, "expected-scottish.jsonl")).Select(l => JsonDocument.Parse(l).RootElement)
            .Where(e => e.GetProperty("seats").GetInt32() > 1)
            .OrderBy(e => e.GetProperty("ballots").GetInt64()).Take(Wards).ToList();
        Assert.NotEmpty(cases);
        foreach (var expected in cases) Elects(Path.Combine(folder, "blt", expected.GetProperty("file").GetString()!), expected);
    }

    private static void Elects(string file, JsonElement expected)
    {
        var bytes = File.ReadAllBytes(file);
        using var stream = new MemoryStream(bytes);
        var ward = BltReader.Read(stream).Value!;
        var seats = ward.Seats!.Value;
        var o = Founded.Small();
        // More members than papers: candidates and tellers among them.
        var voters = (int)ward.Papers;
        o.Happened("b1-04",
            new UnitsEntered([new("ward", "branch", "Ward", null, Founded.Day(2020))]),
            new MembersEntered([.. Enumerable.Range(1, voters + 2).Select(i => new Member($"w-{i:00000}", "ward", Founded.Day(2021), "en", MemberStatus.Active, "c"))]),
            new TenureBegan("t-bs-w", "w-00001", new Seat("branch.secretary", null, "ward"), o.Now, Founded.Day(2027), new Basis(BasisKind.Founding, "founding")));
        Halls.ConveneFor(o, "ward", seats);
        o.Do("w-00001", new OpenNominations("e1", null, new Seat("congress", "delegates", "ward"), "c1"));
        for (var i = 0; i < ward.Candidates.Length; i++) o.Do($"w-{i + 2:00000}", new Nominate("e1", $"w-{i + 2:00000}"));
        o.Do("w-00001", new CloseNominations("e1"));
        o.Do("w-00001", new NameTellers("e1", [$"w-{voters + 1:00000}", $"w-{voters + 2:00000}"]));
        o.Do("w-00001", new OpenVote("e1"));
        o.Do("w-00001", new IssuePapers("e1", [.. Enumerable.Range(1, voters).Select(i => $"w-{i:00000}")]));
        o.Do("w-00001", new CloseVote("e1"));

        var order = o.State.Votes.Find("e1")!.CandidateOrder;
        // The branch's paper has another order than the ward's: number i there is the member w-(i+1) here.
        var numberHere = Enumerable.Range(0, ward.Candidates.Length).Select(i => order.IndexOf($"w-{i + 2:00000}") + 1).ToArray();
        var ballots = o.Blob(Renumbered(ward, numberHere, seats));
        var blank = Enumerable.Range(0, ward.Lines).Where(l => ward.Ranks(l).All(r => r.IsEmpty)).Sum(ward.Weight);
        var papers = new Reconciliation(voters + 50, (int)(ward.Papers - blank), (int)blank, 0, 50);
        o.Do($"w-{voters + 1:00000}", new EnterPapers("e1", ballots, papers));
        o.Do($"w-{voters + 2:00000}", new EnterPapers("e1", ballots, papers));
        o.Do("w-00001", new PublishElection("e1", ballots));

        var delegates = o.State.Offices.Holders("congress", o.Now, "ward").Select(t => t.Person).Order(StringComparer.Ordinal);
        var shouldBe = expected.GetProperty("elected").EnumerateArray().Select(c => $"w-{c.GetInt32() + 1:00000}").Order(StringComparer.Ordinal);
        Assert.Equal(shouldBe, delegates);
        Assert.Equal(ward.Candidates.Length - seats, o.State.Votes.Find("e1")!.Outcome!.SubstitutesInOrder.Length);
    }

    private static string Renumbered(Ballots ward, int[] numberHere, int seats)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{ward.Candidates.Length} {seats}\n");
        for (var line = 0; line < ward.Lines; line++)
            text.Append(CultureInfo.InvariantCulture, $"{ward.Weight(line)} {string.Concat(ward.Ranks(line).Select(r => string.Join('=', r.Select(c => numberHere[c])) + " "))}0\n");
        text.Append("0\n");
        for (var i = 0; i < ward.Candidates.Length; i++) text.Append(CultureInfo.InvariantCulture, $"\"{i + 1}\"\n");
        return text.Append("\"Ward\"\n").ToString();
    }
}
