namespace Mandate.Node.Vaults;

/// <summary>Somebody took the data of many persons out of the vault.</summary>
/// <param name="By">Id of the person.</param>
/// <param name="What">What for, and of what: <c>letters congress-2027</c>.</param>
/// <param name="Count">Of how many persons.</param>
public sealed record Reading(DateTimeOffset At, string By, string What, int Count);
