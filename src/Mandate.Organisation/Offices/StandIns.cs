using Mandate.Constitutions;
using Mandate.Constitutions.Rules;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Offices;

/// <summary>
/// A holder who is ill or away says so, or the body that acts for the office does; then somebody acts as in a vacancy, until the day that was
/// said or until the holder is back. It ends by its date; nobody loses a place by being ill.
/// </summary>
internal static class StandIns
{
    /// <summary>Days for which a stand-in acts at most where the constitution gives no other time.</summary>
    private const int MostDays = 90;

    /// <summary>Months for which the word of a holder that they can act holds against others.</summary>
    private const int SaidMonths = 12;

    public static Decision Unable(State state, Act act, ReportUnable c)
    {
        if (Held(state, act, c.Tenure, out var tenure, out var vacancy) is { } refusal) return refusal;
        var clause = vacancy?.Clause.Path ?? Seating.ClauseOf(state.Statutes.At(act.At), tenure.Seat);
        if (act.By != tenure.Person && (vacancy?.Acting is not { } acting || Authority.Decides(state, act, acting, clause, tenure.Seat.Unit) is not null))
            return ProtocolRefusals.NotYours(clause, vacancy?.Acting?.Id ?? "self", act.By);
        // Nobody is sent away: who has said that they can act is not declared unable by others (S392).
        if (act.By != tenure.Person && state.Offices.SaidAble.TryGetValue(c.Tenure, out var said) && act.At < said.AddMonths(SaidMonths)) return OfficesRefusals.SaidAble(clause, said.AddMonths(SaidMonths));
        if (state.Offices.UnableAt(c.Tenure, act.At) is { } already) return ProtocolRefusals.Taken("absence", $"{already.Until:yyyy-MM-dd}");
        var last = vacancy?.Max is { } max ? Periods.After(act.Day, max) : act.Day.AddDays(MostDays);
        return c.Until < act.Day || c.Until > last ? OfficesRefusals.AbsentTooLong(clause, last, c.Until) : Decision.Accept(clause, new HolderUnable(c.Tenure, c.Until));
    }

    /// <summary>The holder is back: whoever acted ceases to.</summary>
    public static Decision Able(State state, Act act, ReportAble c)
    {
        if (Held(state, act, c.Tenure, out var tenure, out var vacancy) is { } refusal) return refusal;
        var clause = vacancy?.Clause.Path ?? Seating.ClauseOf(state.Statutes.At(act.At), tenure.Seat);
        if (act.By != tenure.Person) return ProtocolRefusals.NotYours(clause, "self", act.By);
        if (state.Offices.UnableAt(c.Tenure, act.At) is null) return ProtocolRefusals.WrongStage("tenure", c.Tenure, "away", "here");
        var acting = state.Offices.Holders(tenure.Seat.Of, act.At, tenure.Seat.Unit).Where(t => t.Seat == tenure.Seat && t.Basis.Kind == BasisKind.Acting).OrderBy(t => t.Id, StringComparer.Ordinal);
        return Decision.Accept(clause, [new HolderAble(c.Tenure), .. acting.Select(t => new TenureEnded(t.Id, "filled"))]);
    }

    private static Refusal? Held(State state, Act act, string id, out Tenure tenure, out Vacancy? vacancy)
    {
        vacancy = null;
        if (!state.Offices.Tenures.TryGetValue(id, out tenure!)) return ProtocolRefusals.Unknown("tenure", id);
        vacancy = Seating.VacancyOf(state.Statutes.At(act.At), tenure.Seat);
        return tenure.HeldAt(act.At) ? null : ProtocolRefusals.WrongStage("tenure", id, "held", "ended");
    }
}
