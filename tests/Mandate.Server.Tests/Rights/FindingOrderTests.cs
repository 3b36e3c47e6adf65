using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Constitutions.Reader;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Guards;
using Mandate.Server.Rights;

namespace Mandate.Server.Tests.Rights;

public sealed class FindingOrderTests
{
    private static readonly Constitution Rules = ConstitutionReader.Read(File.ReadAllText(Path.Combine(Repository.Root, "constitutions", "union-federation", "constitution.yaml"))).Constitution!;

    private static Finding On(Fact fact) => new(
        GuardCatalogue.All[0], [], null, null, "", false, [new RecordedFact("f", fact, new Window(null, null), Mode.Stated, [], [], "", default)], [], [], false, false, []);

    [Fact]
    public void Findings_on_the_whole_come_before_those_on_units_and_none_is_left_out()
    {
        Finding[] found =
        [
            On(new Booked("fund")), On(new Filled("branch.secretary", "general_secretary@nowhere")), On(new Idle("region.council@r-1")), On(new Idle("branch.meeting@b-1")),
            On(new Idle("council")), On(new PutToVote("m", "congress")),
        ];
        Assert.Equal([found[5], found[1], found[4], found[2], found[3], found[0]], FindingOrder.TopDown(found, Rules));
    }
}
