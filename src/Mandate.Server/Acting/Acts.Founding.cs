using Mandate.Organisation.Founding;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Roll;
using Mandate.Server.Founding;

namespace Mandate.Server.Acting;

public static partial class Acts
{
    private static IEnumerable<ActDefinition> Founding() =>
    [
        Act("founding.enter-units", f => new EnterUnits([new Unit(f.NewId("unit"), f.Text("kind"), f.Text("name"), f.TextOrNone("within"), f.Visit.Today)]),
            OneOf("kind", (v, _) => v.Version.Rules.Units.Keys.Select(k => (k, v.Words.Place(k)))), Line("name"), Units("within") with { Optional = true }),
        Act("founding.name-officer", f => new NameOfficer(f.NewId("tenure"), MemberSearch.Id(f, "member"), Place(f), f.Day("until")),
            Line("member"), Places("place"), Units("unit") with { Optional = true }, new DayInput("until")),
        Act("founding.record-post", f => new RecordPost(f.NewId("post"), MemberSearch.Id(f, "member"), f.Text("tag"), f.Text("post"), f.Day("from")),
            Line("member"), OneOf("tag", (v, _) => v.Version.Rules.Tags.Select(t => (t, t))), Line("post"), new DayInput("from")),
        Act("founding.approve", _ => new ApproveFounding()),
        Act("founding.close", _ => new CloseFounding()),
        Act("clock.advance", f => new AdvanceClock(f.Raw("to-time") is null ? f.Visit.Now.AddDays(1) : f.Moment("to-time")), new MomentInput("to-time")),
    ];
}
