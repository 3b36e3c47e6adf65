using System.Collections.Frozen;
using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Server.Acting;

/// <summary>The acts that pages offer, by wire name; one file per domain word says how each is asked for.</summary>
public static partial class Acts
{
    private static readonly FrozenDictionary<string, ActDefinition> All =
        ((IEnumerable<ActDefinition>)[.. Founding(), .. Roll(), .. Offices(), .. Sessions(), .. Motions(), .. Votes(), .. Elections(), .. Statutes(), .. Rights(), .. Inspections(), .. Tendencies(), .. Charges(), .. Councils(), .. Press(), .. FactsAndOrders(), .. AccountsAndWorks(), .. Commitments(), .. Planning(), .. CommonAction(), .. OfUnits(), .. Congress(), .. Decisions(), .. Sittings(), .. Trust()]).ToFrozenDictionary(a => a.Name, StringComparer.Ordinal);

    public static IEnumerable<string> Names => All.Keys;

    /// <summary>Acts that nothing takes back: their promise says so. What the others promise is what holds for them.</summary>
    private static readonly FrozenSet<string> OneWay = FrozenSet.Create(
        StringComparer.Ordinal,
        "roll.leave", "roll.erase", "roll.take-back-answer", "roll.open-file", "offices.resign", "sessions.close", "votes.stop", "votes.publish-result", "inspection.take-back", "founding.close",
        "documents.deposit", "documents.set-terms", "documents.discharge", "documents.quote", "tendencies.observe", "tendencies.open-joint", "tendencies.publish", "votes.state", "federation.carry-out-separation");

    public static bool CannotBeUndone(string name) => OneWay.Contains(name);

    public static ActDefinition? Find(string name) => All.GetValueOrDefault(name);

    private static ActDefinition Act(string name, Func<Filling, Command> build, params ImmutableArray<Input> inputs) => new(name, inputs, build);

    private static GivenInput Given(string name) => new(name);

    private static LineInput Line(string name) => new(name);

    private static AreaInput Area(string name) => new(name);

    private static ChoiceInput OneOf<T>(string name, params T[] only) where T : struct, Enum => new(name, (visit, _) =>
        (only.Length > 0 ? only : Enum.GetValues<T>()).Select(v => new Look.Forms.Choices.Option(v.ToString(), visit.Words.Value(v))));

    private static ChoiceInput OneOf(string name, Func<Keeping.Visit, Filling, IEnumerable<(string Value, string Text)>> options) =>
        new(name, (visit, filling) => options(visit, filling).Select(o => new Look.Forms.Choices.Option(o.Value, o.Text)));
}
