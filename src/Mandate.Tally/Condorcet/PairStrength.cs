namespace Mandate.Tally.Condorcet;

/// <summary>How strong a defeat is. The choice can change the winner where papers rank equally or not all.</summary>
internal enum PairStrength
{
    /// <summary>Papers for less papers against.</summary>
    Margins,

    /// <summary>Papers for; between equal ones, fewer against.</summary>
    WinningVotes,
}
