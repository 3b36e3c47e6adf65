using System.Collections.Immutable;

namespace Mandate.Organisation.Acts;

public enum BoxQuestionKind { Choice, Ranking, Lists }

/// <summary>A question of a secret ballot, as the box puts it to the voters.</summary>
public sealed record BoxQuestion(BoxQuestionKind Kind, string Text, ImmutableArray<string> Answers, bool Blank = false, int Min = 1, int Max = 1);

/// <summary>
/// What the strict verifier found in the archive of a secret ballot. A function of the archive's bytes alone, so that every verifier
/// finds the same; the node computes it, for the rules know no cryptography.
/// </summary>
public sealed record BoxContents
{
    /// <summary>The first thing that is wrong; null where the archive holds as far as it goes.</summary>
    public string? Fault { get; init; }

    public string Uuid { get; init; } = "";

    /// <summary>Fingerprint of what is voted on and of the key that it is sealed with.</summary>
    public string Fingerprint { get; init; } = "";

    public ImmutableArray<BoxQuestion> Questions { get; init; } = [];

    /// <summary>How many voters have a credential.</summary>
    public int Credentials { get; init; }

    /// <summary>The first weight of a credential that is not one vote; 1 where every credential is.</summary>
    public long OtherWeight { get; init; } = 1;

    /// <summary>How many trustees hold a part of the key.</summary>
    public int Trustees { get; init; }

    /// <summary>How many of them open the ballots together; 0 where they are not one group of which some suffice.</summary>
    public int Threshold { get; init; }

    /// <summary>The hash of each event: the setup has the height 0, the first ballot 1.</summary>
    public ImmutableArray<string> Heads { get; init; } = [];

    /// <summary>Ballots in the box, replaced ones with them.</summary>
    public int Ballots { get; init; }

    /// <summary>Ballots that are counted: the last of each voter.</summary>
    public int Voters { get; init; }

    /// <summary>Shuffles, each by another trustee.</summary>
    public int Shuffles { get; init; }

    /// <summary>Whether the archive goes to its end, with a result.</summary>
    public bool Complete { get; init; }

    /// <summary>For each question its rows: one row of counts for a choice, one row of numbers per ballot for a ranking.</summary>
    public ImmutableArray<ImmutableArray<ImmutableArray<long>>> Result { get; init; } = [];
}
