using System.Collections.Immutable;

namespace Mandate.Constitutions;

/// <summary>
/// How a body debates (0.2): the clock, the order of speakers, and the procedural motions that anybody with a vote may move. Rules of
/// order of the German kind and of Robert's kind are both tables of such motions.
/// </summary>
public sealed record Debate : Node
{
    /// <summary>One speech; when it is over, anybody present may have it ended.</summary>
    public Period? Speech { get; init; }

    /// <summary>All speeches on one item together.</summary>
    public Period? Total { get; init; }

    /// <summary>What each tendency that stands has on one item for those who speak for it, whatever the others have used; null is nothing of its own.</summary>
    public Period? PlatformTime { get; init; }

    /// <summary>At most so many speeches of one person on one item.</summary>
    public int? Speeches { get; init; }

    /// <summary>Whoever has not spoken on the item comes before whoever has, on whichever side.</summary>
    public bool FirstSpeechFirst { get; init; }

    /// <summary>No motion is voted on before a word for it and a word against it, or the statement of whoever presides that nobody asks for one.</summary>
    public bool BothSides { get; init; }

    /// <summary>Lists of speakers that are taken in turn, by their names; one asks for the floor on one of them. None where empty.</summary>
    public ImmutableArray<string> Lists { get; init; } = [];

    public ImmutableSortedDictionary<string, ProceduralRule> Motions { get; init; } = ImmutableSortedDictionary<string, ProceduralRule>.Empty;
}

/// <summary>A kind of procedural motion: what it does if it is carried, when it is in order, and what carries it.</summary>
/// <param name="Rank">While one is open, only those of a higher rank are in order; they are decided first.</param>
public sealed record ProceduralRule(string Name, DebateEffect Effect, int Rank) : Node
{
    public LocalText? Title { get; init; }

    /// <summary>How many others must second it before it is before the body; null is none.</summary>
    public Quantity? Second { get; init; }

    /// <summary>It may be moved while somebody else has the floor.</summary>
    public bool Interrupts { get; init; }

    /// <summary>Only somebody who has not spoken on the item may move it.</summary>
    public bool NotSpoken { get; init; }

    public ProceduralSpeeches Speeches { get; init; }

    /// <summary>Null is the majority that holds where no class says otherwise.</summary>
    public Majority? Majority { get; init; }

    /// <summary>Carried without a vote when nobody speaks against it.</summary>
    public bool Unopposed { get; init; }

    /// <summary>A right of those who second it: carried as soon as they are enough.</summary>
    public bool OnDemand { get; init; }
}

/// <summary>What a procedural motion does.</summary>
public enum DebateEffect
{
    /// <summary>Nobody speaks any more on the item, and it is put to the vote.</summary>
    CloseDebate,

    /// <summary>Those on the list still speak; nobody is added.</summary>
    CloseList,

    /// <summary>Speeches on the item are at most so many minutes.</summary>
    LimitSpeech,

    /// <summary>So many more minutes for the item.</summary>
    ExtendDebate,

    /// <summary>The item goes to the end of the agenda.</summary>
    PutOff,

    /// <summary>The item is not dealt with.</summary>
    PassOver,

    /// <summary>The item goes to another body.</summary>
    Refer,

    /// <summary>The meeting adjourns to a time.</summary>
    Adjourn,

    /// <summary>The vote on the item is by roll call.</summary>
    RollCall,

    /// <summary>The vote on the item is secret.</summary>
    SecretVote,
}

/// <summary>Speeches on a procedural motion itself.</summary>
public enum ProceduralSpeeches
{
    None,

    /// <summary>One for it and one against it.</summary>
    OneEach,

    Free,
}
