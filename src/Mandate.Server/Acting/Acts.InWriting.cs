using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;
using Mandate.Server.Keeping;

namespace Mandate.Server.Acting;

public static partial class Acts
{
    private static ActDefinition Writing(string name, Func<Filling, Command> build, params ImmutableArray<Input> inputs) =>
        Act(name, build, inputs) with { InWriting = true };

    /// <summary>
    /// Some acts are a body's own. A member of it, asking alone, proposes it in writing: it is done when more than half of the
    /// seats have signed. Whoever may act alone does so at once.
    /// </summary>
    internal static Command InWriting(Filling f, Command act)
    {
        var visit = f.Visit;
        if (visit.Person is not { } person || visit.Kept.Ask(person, act, f.Blobs) is not Decision.Refused { Refusal: { Code: "protocol.not-yours" } refusal }) return act;
        // Where any body may, the one that was chosen, or else the first on which the person sits.
        var own = visit.State.Offices.HeldBy(person, visit.Now).Where(t => t.Session is null).Select(t => t.Seat).Where(s => visit.Version.Rules.Bodies.ContainsKey(s.Of)).ToList();
        var needed = (refusal.Needs as string ?? "").Split(", ");
        var body = own.FirstOrDefault(s => needed.Contains(s.Of, StringComparer.Ordinal) || needed.Contains($"{s.Of}@{s.Unit}", StringComparer.Ordinal))
            ?? (refusal.Way == "decide-in-writing" && needed is ["body"] ? own.FirstOrDefault(s => f.Raw("for-body") is not { } chosen || chosen == s.Of) : null);
        return body is null ? act : new ProposeAct(f.NewId("writing"), body.Of, visit.Version.Rules.Bodies[body.Of].Per is null ? null : body.Unit, act);
    }

    /// <summary>The standing bodies on which the visitor sits, in whose name they propose something.</summary>
    internal static IEnumerable<string> OwnBodiesOf(Visit v) => v.Person is not { } person ? []
        : v.State.Offices.HeldBy(person, v.Now).Where(t => t.Session is null && v.Version.Rules.Bodies.ContainsKey(t.Seat.Of)).Select(t => t.Seat.Of).Distinct(StringComparer.Ordinal);

    /// <summary>Which of them, where there are several.</summary>
    private static ChoiceInput OwnBodies(string name) => OneOf(name, (v, _) => OwnBodiesOf(v).ToList() is { Count: > 1 } several ? several.Select(b => (b, v.Words.Place(b))) : []) with { Optional = true };
}
