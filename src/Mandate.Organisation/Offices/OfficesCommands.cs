using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Offices;

public abstract record OfficesCommand : Command;

/// <summary>Propose that a body does an act by a decision in writing. By one of its members, who signs it with that.</summary>
/// <param name="Unit">The unit whose body it is; null for a body of the whole.</param>
/// <param name="Act">What the body is to do.</param>
[WireName("offices.propose-act")]
public sealed record ProposeAct(string Id, string Body, string? Unit, Command Act) : OfficesCommand
{
    public override IEnumerable<string> Reads() => Act.Reads();
}

/// <summary>Sign a decision in writing. When more than half of all seats have signed, the act is done in the same entry.</summary>
/// <param name="Texts">SHA-256 of the blobs that the act refers to, so that they are at hand when it is done.</param>
[WireName("offices.sign-act")]
public sealed record SignAct(string Id, ImmutableArray<string> Texts) : OfficesCommand
{
    public override IEnumerable<string> Reads() => Texts.IsDefault ? [] : Texts;
}

/// <summary>Propose somebody for a place that is filled by appointment: by those on whose proposal it is, else by who appoints.</summary>
[WireName("offices.propose-appointment")]
public sealed record ProposeAppointment(string Id, string Person, Seat Seat) : OfficesCommand;

/// <summary>Consent to an appointment, where the constitution asks for it.</summary>
/// <param name="As">The body or office that consents.</param>
[WireName("offices.consent-appointment")]
public sealed record ConsentToAppointment(string Id, string As) : OfficesCommand;

[WireName("offices.appoint")]
public sealed record AppointProposed(string Id) : OfficesCommand;

/// <summary>Give up a mandate. Only the holder.</summary>
[WireName("offices.resign")]
public sealed record Resign(string Tenure) : OfficesCommand;

/// <summary>Propose somebody for a paid post.</summary>
/// <param name="Tag">The tag that rules read (<c>paid</c>).</param>
[WireName("offices.propose-post")]
public sealed record ProposePost(string Id, string Person, string Tag, string Post, DateOnly From) : OfficesCommand;

/// <summary>Fill the post, by whoever hires.</summary>
[WireName("offices.begin-post")]
public sealed record BeginPost(string Id) : OfficesCommand;

/// <summary>End the post: by whoever hires, or by its holder.</summary>
[WireName("offices.end-post")]
public sealed record EndPost(string Id, DateOnly Until) : OfficesCommand;

/// <summary>Start a petition to recall a delegate or to remove an officer, and sign it.</summary>
/// <param name="Register">SHA-256 of the register of those who may sign; the node adds it.</param>
/// <param name="Whole">Whether all who hold the same place go with it: a body is dissolved and filled anew (S196).</param>
[WireName("offices.start-recall")]
public sealed record StartRecall(string Id, string Tenure, string? Register = null, bool? Whole = null) : OfficesCommand
{
    public override IEnumerable<string> Reads() => Register is null ? [] : [Register];
}

[WireName("offices.sign-recall")]
public sealed record SignRecall(string Id) : OfficesCommand;

/// <summary>Fill a vacancy from the papers of the election that filled the seat: they are counted again without those who left.</summary>
/// <param name="Tenure">The mandate that ended early.</param>
/// <param name="Ballots">SHA-256 of the papers of that election.</param>
[WireName("offices.fill-by-countback")]
public sealed record FillByCountback(string Tenure, string Ballots) : OfficesCommand
{
    public override IEnumerable<string> Reads() => [Ballots];
}

/// <summary>Somebody acts in a vacant office until it is filled, at most as long as the constitution allows.</summary>
[WireName("offices.begin-acting")]
public sealed record BeginActing(string Id, string Person, Seat Seat) : OfficesCommand;

/// <summary>Say that one cannot act in a place until a day; or the body that acts for it says so. A stand-in can begin then.</summary>
[WireName("offices.report-unable")]
public sealed record ReportUnable(string Tenure, DateOnly Until) : OfficesCommand;

/// <summary>The holder is back before that day.</summary>
[WireName("offices.report-able")]
public sealed record ReportAble(string Tenure) : OfficesCommand;

/// <summary>Give the reasons of a decision in writing or of a proposal, and name the decision that it carries out (S152, S157, S179).</summary>
/// <param name="Subject">The decision in writing or the proposal.</param>
/// <param name="Executes">A vote or a decision in writing that was carried; null where it is an initiative of its own.</param>
/// <param name="Considered">Whom else one thought of, for a place.</param>
[WireName("offices.state-grounds")]
public sealed record StateGrounds(string Subject, string Reasons, string? Executes, ImmutableArray<string> Considered) : OfficesCommand;

/// <summary>Declare a tie of one's own, as holder of a place or candidate (S170).</summary>
[WireName("offices.declare-interest")]
public sealed record DeclareInterest(string Id, Tie Tie, string With, string What, DateOnly? From, DateOnly? Until) : OfficesCommand;

/// <summary>Say that a tie has ended. It stays on the register with its last day.</summary>
[WireName("offices.end-interest")]
public sealed record EndInterest(string Id, DateOnly Until) : OfficesCommand;

/// <summary>Give those who hold a place an advantage. Whoever decides and whoever gets it are not the same without a vote of others.</summary>
/// <param name="Place">The body or office.</param>
/// <param name="Amount">In hundredths of the currency.</param>
/// <param name="Vote">A carried vote of another body or of members that it rests on.</param>
[WireName("offices.grant-benefit")]
public sealed record GrantBenefit(string Id, string Place, BenefitKind Kind, string What, long Amount, string Currency, Every Every, DateOnly From, DateOnly? Until, string? Vote) : OfficesCommand;

[WireName("offices.end-benefit")]
public sealed record EndBenefit(string Id, DateOnly Until) : OfficesCommand;

/// <summary>Say what all advantages of one holder may come to in a month: so many per cent of the median wage of members.</summary>
/// <param name="MedianWage">For a month, in hundredths.</param>
[WireName("offices.set-ceiling")]
public sealed record SetPayCeiling(long MedianWage, string Currency, int Percent, string Source) : OfficesCommand;

/// <summary>Publish what is expected of whoever holds a place.</summary>
/// <param name="Text">SHA-256 of the text.</param>
[WireName("offices.set-standard")]
public sealed record SetStandard(string Place, string Text) : OfficesCommand
{
    public override IEnumerable<string> Reads() => [Text];
}

/// <summary>Announce an assessment of a holder to those who elect; its text stays closed until their session opens.</summary>
/// <param name="Commitment">SHA-256 of the text.</param>
[WireName("offices.assess")]
public sealed record AssessHolder(string Id, string Tenure, string Session, string Commitment) : OfficesCommand;

[WireName("offices.open-assessment")]
public sealed record OpenAssessment(string Id, string Text) : OfficesCommand
{
    public override IEnumerable<string> Reads() => [Text];
}

[WireName("offices.reply-to-assessment")]
public sealed record ReplyToAssessment(string Id, string Text) : OfficesCommand
{
    public override IEnumerable<string> Reads() => [Text];
}

/// <summary>A body gives one of its members a part of its work, no longer than the term.</summary>
[WireName("offices.assign-portfolio")]
public sealed record AssignPortfolio(string Id, string Tenure, string Matter, DateOnly Until) : OfficesCommand;

/// <summary>Enter an exception from incompatible places that a motion has decided: for one person, one place beside one that they hold, until a day (S162).</summary>
/// <param name="Place">The place that they may take.</param>
/// <param name="Beside">The place that they hold.</param>
/// <param name="Motion">The adopted motion, whose text names it as <c>exception:PERSON:PLACE</c>.</param>
/// <param name="Text">SHA-256 of the motion's text.</param>
[WireName("offices.enter-exception")]
public sealed record EnterException(string Id, string Person, string Place, string Beside, string Motion, string Text, DateOnly Until) : OfficesCommand
{
    public override IEnumerable<string> Reads() => [Text];
}

/// <summary>
/// Open the draw of places by lot: how the public seed will come about is fixed and published before the pool closes, and
/// the seed is known only after that.
/// </summary>
/// <param name="SeedProcedure">Which public figures make the seed, and how they are written.</param>
/// <param name="PoolCloses">Last day to volunteer.</param>
/// <param name="SeedDue">From when the seed can be known; after the pool has closed.</param>
[WireName("offices.open-draw")]
public sealed record OpenDraw(string Id, Seat Seat, string SeedProcedure, DateOnly PoolCloses, DateTimeOffset SeedDue) : OfficesCommand;

[WireName("offices.volunteer")]
public sealed record Volunteer(string Draw) : OfficesCommand;

[WireName("offices.withdraw-volunteer")]
public sealed record WithdrawVolunteer(string Draw) : OfficesCommand;

/// <summary>Draw from the pool with the seed that has become public; the same seed always draws the same.</summary>
/// <param name="Seed">The public figures, written as the procedure says.</param>
[WireName("offices.draw")]
public sealed record DrawLots(string Draw, string Seed) : OfficesCommand;
