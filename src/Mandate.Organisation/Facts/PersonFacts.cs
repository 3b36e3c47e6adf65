using System.Collections.Immutable;

namespace Mandate.Organisation.Facts;

public enum DissentForm { Petition, Letter, Speech, Vote, Strike, Publication, Opposition }

/// <summary>An act of dissent, done openly and on record. Kept only to protect whoever did it; no list of dissenters is made from it.</summary>
public sealed record Dissented(ImmutableArray<string> Who, DissentForm How, string? Matter = null) : Fact
{
    public override IEnumerable<string> Names => Who.Each();
}

public enum Adverse { Threatened, Accused, Condemned, Transferred, Removed, Excluded, Expelled, Arrested, Executed }

public enum Ground { Opinion, Advocacy, Opposition, Conduct, Other }

/// <summary>A measure was taken against somebody. Of the safeguards, only what the source says is filled in.</summary>
/// <param name="Against">Persons, or the group that it hit.</param>
/// <param name="Count">How many it hit.</param>
/// <param name="Of">How many there were in that body or category.</param>
/// <param name="Grounds">The grounds that were given.</param>
/// <param name="For">Matters of dissent for which it was taken, where the source says so.</param>
/// <param name="ByElection">Whether it was the outcome of an election.</param>
/// <param name="From">The body or category from which they were removed: measures one after the other are counted together by it.</param>
public sealed record MeasureTaken(
    string Measure,
    Adverse What,
    ImmutableArray<string> Against,
    ImmutableArray<string> By = default,
    Figure? Count = null,
    Figure? Of = null,
    ImmutableArray<Ground> Grounds = default,
    ImmutableArray<string> For = default,
    bool? Charge = null,
    bool? Evidence = null,
    bool? Hearing = null,
    bool? Panel = null,
    bool? Appeal = null,
    bool? ConfessionOnly = null,
    bool? ByElection = null,
    string? From = null) : Fact
{
    public override IEnumerable<string> Names => [.. Against.Each(), .. By.Each()];
}

/// <summary>A rule or proposal makes something punishable.</summary>
public sealed record Punishable(ImmutableArray<Ground> What, string? By = null, string? Rule = null, Stage Stage = Stage.Adopted) : Fact
{
    public override IEnumerable<string> Names => Lists.All(By);
}

/// <summary>Voters were threatened, or stood under pressure, while a vote was taken.</summary>
public sealed record Pressured(string Vote, ImmutableArray<string> Who, ImmutableArray<string> With = default, ImmutableArray<string> By = default) : Fact
{
    public override IEnumerable<string> Names => [.. Who.Each(), .. By.Each()];
}

public enum Misuse { Violence, Insult, Coercion }

/// <summary>An office-holder used violence, insult or coercion.</summary>
/// <param name="Dealt">Whether it was suspended, heard and decided in due time.</param>
public sealed record Misused(string By, Misuse How, ImmutableArray<string> Against = default, bool? Dealt = null) : Fact
{
    public override IEnumerable<string> Names => [By, .. Against.Each()];
}

public enum Imposition { Joining, Staying, Working, Contributing }

/// <summary>Joining, staying, working or contributing was imposed.</summary>
public sealed record Imposed(Imposition What, ImmutableArray<string> On = default, string? By = null, bool? Consent = null, Stage Stage = Stage.Adopted) : Fact
{
    public override IEnumerable<string> Names => [.. On.Each(), .. Lists.All(By)];
}
