using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Roll;

/// <summary>
/// What whoever was expelled keeps for ten years (requirement S374): their own file, an appeal, and the whole record to take home. An expulsion gives
/// nobody outside anything, and takes nothing from the person that they need to answer it.
/// </summary>
public static class FormerMembers
{
    /// <summary>Years for which it is kept.</summary>
    public const int Years = 10;

    /// <summary>The last day on which that person has the file, the appeal and the record; null for those who were not expelled, or went of their own will.</summary>
    public static DateOnly? LastDay(State state, string person) =>
        state.Roll.Member(person) is { Status: MemberStatus.Expelled, Until: { } until } ? until.AddYears(Years) : null;

    public static bool Keeps(State state, string person, DateOnly day) => LastDay(state, person) is { } last && day <= last;

    /// <summary>
    /// Whether an expulsion that is over can still be appealed: once, where the clause gives an appeal and none was heard. It changes nothing until the
    /// body of appeal has decided.
    /// </summary>
    internal static bool MayAppealLate(State state, Charge charge, DateOnly day) =>
        charge is { Stage: ChargeStage.Expelled, AppealedAt: null, AppealTo: not null } && Keeps(state, charge.Person, day);
}
