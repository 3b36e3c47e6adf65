using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Roll;

/// <summary>The acts on the roll that a page can offer to one person, each put to the rules.</summary>
public static class RollOffers
{
    public static IEnumerable<Offer> For(State state, string person, DateTimeOffset at)
    {
        var member = state.Roll.Member(person);
        if (member is null or { Counts: false })
        {
            if (member is not null) yield return Offer.Of(state, person, at, person, new Erase(person));
            // Whoever is out already still appeals.
            foreach (var charge in state.Roll.Charges.Values.Where(c => c.Person == person && c.Stage == ChargeStage.Decided).OrderBy(c => c.Id, StringComparer.Ordinal))
                yield return Offer.Of(state, person, at, charge.Id, new AppealExpulsion(charge.Id));
            if (state.Roll.UnitsOf(RollUnits.KindOfMembers(state), Day(at)).FirstOrDefault() is { } unit)
                yield return Offer.Of(state, person, at, unit.Id, new Apply("", unit.Id, state.Statutes.At(at).Languages.Official[0], ""));
            foreach (var offer in OnRefusals(state, person, at)) yield return offer;
            yield break;
        }
        var other = state.Roll.UnitsOf(state.Roll.Unit(member.Unit)!.Kind, Day(at)).FirstOrDefault(u => u.Id != member.Unit);
        if (other is not null) yield return Offer.Of(state, person, at, person, new Transfer(person, other.Id));
        yield return Offer.Of(state, person, at, person, new Leave());
        foreach (var charge in state.Roll.Charges.Values.OrderBy(c => c.Id, StringComparer.Ordinal))
        {
            if (charge.Person == person && charge is { Stage: ChargeStage.Open, Answered: null }) yield return Offer.Of(state, person, at, charge.Id, new AnswerCharge(charge.Id, new string('0', 64)));
            if (charge.Person == person && charge is { Stage: ChargeStage.Open, Plea: null } && state.Statutes.Judgements.Values.Where(j => j.Answer == true).MinBy(j => j.Id, StringComparer.Ordinal) is { } answer)
                yield return Offer.Of(state, person, at, charge.Id, new PleadAnswer(charge.Id, answer.Id));
            if (charge.Person == person && charge is { Stage: ChargeStage.Open, Answered: not null, TakenBack: null }) yield return Offer.Of(state, person, at, charge.Id, new TakeBackAnswer(charge.Id));
            if (charge.Person == person && charge.Stage is (ChargeStage.Decided or ChargeStage.Suspended)) yield return Offer.Of(state, person, at, charge.Id, new AppealExpulsion(charge.Id));
        }
        foreach (var application in state.Roll.Applications.Values.Where(a => a.Stage == ApplicationStage.Filed).OrderBy(a => a.Id, StringComparer.Ordinal))
        {
            if (application.Deemed is not null) yield return Offer.Of(state, person, at, application.Id, new AdmitBySilence(application.Id));
            if (state.Offices.HeldBy(person, at).Any()) yield return Offer.Of(state, person, at, application.Id, new DecideApplication(application.Id, true, null));
        }
        foreach (var offer in OnRefusals(state, person, at)) yield return offer;
    }

    /// <summary>What can be done about a refusal: by the applicant, or by whoever sits in the body that hears the appeal.</summary>
    private static IEnumerable<Offer> OnRefusals(State state, string person, DateTimeOffset at)
    {
        foreach (var application in state.Roll.Applications.Values.Where(a => a.Stage is ApplicationStage.Refused or ApplicationStage.Appealed).OrderBy(a => a.Id, StringComparer.Ordinal))
        {
            if (state.Roll.Refused.GetValueOrDefault(application.Id) is not { AppealTo: { } to } || application.Person != person && !state.Offices.Holds(person, to, at)) continue;
            if (application.Stage == ApplicationStage.Refused) yield return Offer.Of(state, person, at, application.Id, new AppealRefusal(application.Id));
            else yield return Offer.Of(state, person, at, application.Id, new DecideRefusal(application.Id, true, null));
        }
    }

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);
}
