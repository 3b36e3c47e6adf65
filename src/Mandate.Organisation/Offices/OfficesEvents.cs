using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Tally;

namespace Mandate.Organisation.Offices;

public abstract record OfficesEvent : Event;

/// <summary>A mandate begins. A delegate's carries the session it is for.</summary>
[WireName("offices.tenure-began")]
public sealed record TenureBegan(string Id, string Person, Seat Seat, DateTimeOffset From, DateOnly? Until, Basis Basis, string? Session = null) : OfficesEvent;

/// <summary>A mandate ends before its time.</summary>
[WireName("offices.tenure-ended")]
public sealed record TenureEnded(string Id, string Reason) : OfficesEvent;

/// <summary>The vote that ended a mandate was challenged and lost when it was held again: the mandate goes on.</summary>
[WireName("offices.tenure-restored")]
public sealed record TenureRestored(string Id, string Vote) : OfficesEvent;

/// <summary>A session is closed: the mandates that were for it end.</summary>
[WireName("offices.session-mandates-ended")]
public sealed record SessionMandatesEnded(string Session) : OfficesEvent;

/// <summary>Those who follow the elected in the order of the count.</summary>
[WireName("offices.substitutes-listed")]
public sealed record SubstitutesListed(ImmutableArray<Substitute> Substitutes) : OfficesEvent;

/// <summary>A paid post, or another tag that rules read, begins.</summary>
[WireName("offices.holder-unable")]
public sealed record HolderUnable(string Tenure, DateOnly Until) : OfficesEvent;

[WireName("offices.holder-able")]
public sealed record HolderAble(string Tenure) : OfficesEvent;

[WireName("offices.post-began")]
public sealed record PostBegan(string Id, string Person, string Tag, string Post, DateOnly From, string By) : OfficesEvent;

[WireName("offices.post-ended")]
public sealed record PostEnded(string Id, DateOnly Until) : OfficesEvent;

/// <param name="Needed">Signatures needed: more than half of all seats.</param>
[WireName("offices.act-proposed")]
public sealed record ActProposed(string Id, string Body, string? Unit, Command Act, string Proposer, int Needed, string? StandIn = null) : OfficesEvent;

[WireName("offices.act-signed")]
public sealed record ActSigned(string Id, string Person) : OfficesEvent;

/// <summary>Enough have signed; what the act did follows in the same entry.</summary>
[WireName("offices.act-carried")]
public sealed record ActCarried(string Id) : OfficesEvent;

[WireName("offices.proposed")]
public sealed record Proposed(Proposal Proposal) : OfficesEvent;

[WireName("offices.consented")]
public sealed record Consented(string Id, string As) : OfficesEvent;

[WireName("offices.proposal-carried")]
public sealed record ProposalCarried(string Id) : OfficesEvent;

/// <param name="Clause">The clause of the recall or of the removal.</param>
/// <param name="Starter">The pseudonym of whoever started it.</param>
/// <param name="Register">SHA-256 of the register of those who may sign.</param>
[WireName("offices.recall-started")]
public sealed record RecallStarted(string Id, string Tenure, string Clause, string Starter, int Needed, string Register, bool? Whole = null) : OfficesEvent
{
    public override IEnumerable<string> Reads() => [Register];
}

/// <param name="Person">The pseudonym of whoever signed.</param>
[WireName("offices.recall-signed")]
public sealed record RecallSigned(string Id, string Person) : OfficesEvent;

[WireName("offices.grounds-stated")]
public sealed record GroundsStated(string Subject, string Reasons, string? Executes, ImmutableArray<string> Considered) : OfficesEvent;

[WireName("offices.interest-declared")]
public sealed record InterestDeclared(string Id, Tie Tie, string With, string What, DateOnly? From, DateOnly? Until) : OfficesEvent;

[WireName("offices.interest-ended")]
public sealed record InterestEnded(string Id, DateOnly Until) : OfficesEvent;

[WireName("offices.benefit-granted")]
public sealed record BenefitGranted(string Id, string Place, BenefitKind Kind, string What, long Amount, string Currency, Every Every, DateOnly From, DateOnly? Until, string For, string? Vote) : OfficesEvent;

[WireName("offices.benefit-ended")]
public sealed record BenefitEnded(string Id, DateOnly Until) : OfficesEvent;

[WireName("offices.ceiling-set")]
public sealed record PayCeilingSet(long MedianWage, string Currency, int Percent, string Source, string For) : OfficesEvent;

[WireName("offices.standard-set")]
public sealed record StandardSet(string Place, string Text, string For) : OfficesEvent;

[WireName("offices.assessed")]
public sealed record HolderAssessed(string Id, string Tenure, string Session, string Commitment) : OfficesEvent;

[WireName("offices.assessment-opened")]
public sealed record AssessmentOpened(string Id, string Text) : OfficesEvent;

[WireName("offices.assessment-replied")]
public sealed record AssessmentReplied(string Id, string Text) : OfficesEvent;

[WireName("offices.portfolio-assigned")]
public sealed record PortfolioAssigned(string Id, string Tenure, string Matter, DateOnly Until) : OfficesEvent;

[WireName("offices.exception-entered")]
public sealed record ExceptionEntered(string Id, string Person, string Place, string Beside, string Motion, DateOnly Until) : OfficesEvent;

[WireName("offices.draw-opened")]
public sealed record DrawOpened(string Id, Seat Seat, int Seats, string SeedProcedure, DateOnly PoolCloses, DateTimeOffset SeedDue) : OfficesEvent;

[WireName("offices.volunteered")]
public sealed record Volunteered(string Draw, string Person) : OfficesEvent;

[WireName("offices.volunteer-withdrew")]
public sealed record VolunteerWithdrew(string Draw, string Person) : OfficesEvent;

/// <param name="Pool">Who was in the pool and could be drawn, in order of id.</param>
/// <param name="Persons">Who was drawn, in the order of the draw.</param>
/// <param name="Chances">Under quotas: the chance that each in the pool had. Absent where all had the same.</param>
[WireName("offices.drawn")]
public sealed record LotsDrawn(string Draw, string Seed, ImmutableArray<string> Pool, ImmutableArray<string> Persons, ImmutableArray<LotChance>? Chances = null) : OfficesEvent;

/// <summary>Those who had the same chance to be drawn.</summary>
public sealed record LotChance(Fraction Chance, ImmutableArray<string> Persons);

/// <summary>The holder keeps the place and does not act in it, until the end of a day at the latest.</summary>
/// <param name="Because">The complaint or charge.</param>
[WireName("offices.holder-suspended")]
public sealed record HolderSuspended(string Tenure, DateOnly Until, string Because) : OfficesEvent;

/// <summary>The election on which these mandates rest is held again by that day; the holders stay until somebody is elected (S092).</summary>
[WireName("offices.election-to-be-held-again")]
public sealed record ElectionToBeHeldAgain(string Vote, ImmutableArray<string> Tenures, DateOnly By) : OfficesEvent;

[WireName("offices.holder-restored")]
public sealed record HolderRestored(string Tenure) : OfficesEvent;
