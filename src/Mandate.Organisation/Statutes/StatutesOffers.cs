using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;

namespace Mandate.Organisation.Statutes;

/// <summary>Judgements that wait for the body that a person sits on. A member answers by proposing the body's answer in writing.</summary>
public static class StatutesOffers
{
    public static IEnumerable<Offer> For(State state, string person, DateTimeOffset at, Naming? names = null) =>
    [
        .. Waiting(state, person, at), Offer.Of(state, person, at, "new", new AskWhetherAllowed("offer", state.Statutes.At(at).Procedure.Default.Clause.Path, "-"), names), Offer.Of(state, person, at, "new", new AskLanguage("zz"), names),
        .. state.Statutes.AskedLanguages.Values.Where(l => state.Statutes.Languages.All(a => a.Language != l.Language)).OrderBy(l => l.Language, StringComparer.Ordinal).Select(l => Offer.Of(state, person, at, l.Language, new SignLanguage(l.Language), names)),
    ];

    private static IEnumerable<Offer> Waiting(State state, string person, DateTimeOffset at) => state.Statutes.Judgements.Values
        .Where(asked => asked.Answer is null && state.Offices.Holds(person, asked.Body, at))
        .OrderBy(asked => asked.Id, StringComparer.Ordinal)
        .Select(asked => Answering(state, asked, person, at));

    private static Offer Answering(State state, Judgement asked, string person, DateTimeOffset at)
    {
        var judge = new Judge(asked.Id, true, "-");
        var alone = Offer.Of(state, person, at, asked.Id, judge);
        if (alone.WhyNot is not { Code: "protocol.not-yours" }) return alone;
        var unit = state.Statutes.At(at).Bodies.GetValueOrDefault(asked.Body)?.Per is null ? null : state.Offices.HeldBy(person, at).First(t => t.Seat.Of == asked.Body).Seat.Unit;
        return Offer.Of(state, person, at, asked.Id, new ProposeAct("writing-" + asked.Id, asked.Body, unit, judge)) with { Act = alone.Act, Prototype = judge };
    }
}
