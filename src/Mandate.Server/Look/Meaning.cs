namespace Mandate.Server.Look;

/// <summary>What a colour may mean. There are no others.</summary>
public enum Meaning
{
    /// <summary>Holds, is open, was carried, is met.</summary>
    InForce,

    /// <summary>Not yet: opens or is decided later.</summary>
    Pending,

    /// <summary>Not possible, by a clause; nobody's fault.</summary>
    Refused,

    /// <summary>A guard of the constitution has fired.</summary>
    Alarm,

    /// <summary>Past and without effect: ended, lapsed, replaced.</summary>
    Past,
}
