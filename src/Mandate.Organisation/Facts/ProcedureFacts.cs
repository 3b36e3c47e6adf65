using System.Collections.Immutable;
using Mandate.Tally;

namespace Mandate.Organisation.Facts;

/// <summary>Something to be decided was handed in: a motion, a proposal, a complaint. It stays pending until <see cref="Disposed"/>.</summary>
public sealed record Filed(string Matter, ImmutableArray<string> By, string? To = null) : Fact
{
    public override IEnumerable<string> Names => By.Each();
}

public enum Disposal { Carried, Rejected, Withdrawn, TakenUp }

/// <summary>A pending matter came to its end, or somebody else took it up for a mover who could not.</summary>
public sealed record Disposed(string Matter, Disposal How, string? By = null) : Fact
{
    public override IEnumerable<string> Names => Lists.All(By);
}

public enum LapseCause { Ill, Absent, Dead, Silent, Waived, Other }

/// <summary>A pending matter was not moved, and why.</summary>
/// <param name="By">Who was to move it.</param>
public sealed record Lapsed(string Matter, LapseCause Because, string? By = null) : Fact
{
    public override IEnumerable<string> Names => Lists.All(By);
}

/// <summary>A sitting took place.</summary>
public sealed record Met(string Session, string Body) : Fact;

/// <summary>A matter was put to the vote.</summary>
/// <param name="NoticeDays">Whole days for which it had been before all who were to vote; 0 when it was moved there and then.</param>
/// <param name="NoticeNeeded">Days that the rules of the time asked for; null where they are not known.</param>
public sealed record PutToVote(string Matter, string Body, string? Session = null, bool? Binding = null, int? NoticeDays = null, int? NoticeNeeded = null) : Fact;

/// <summary>Who was there when a matter was put to the vote.</summary>
/// <param name="Counted">Whether a count of those present is on record; false only where the source shows that none was made.</param>
/// <param name="Needed">Share of those accredited that the rules asked for.</param>
public sealed record Present(
    string Session, string? Matter = null, Figure? Accredited = null, Figure? Here = null, Figure? Left = null, bool? Counted = null, Fraction? Needed = null) : Fact;

/// <summary>What a member or a group can be kept from.</summary>
public enum Liberty { Organise, Propose, Publish, Stand, BeHeard, Assemble, Vote, Read, Quote, Work, Trade, Other }

public enum RestrictionForm { Rule, Emergency, Concession, Appointment, Secrecy }

/// <summary>A right was narrowed, an emergency or an exception made.</summary>
/// <param name="On">Whom it binds.</param>
/// <param name="Until">The end date that it states.</param>
/// <param name="EndStated">False where its text, as the source gives it, states no end.</param>
/// <param name="Review">The body that must look at it again.</param>
/// <param name="ReviewNamed">False where its text, as the source gives it, names no body that must look at it again.</param>
/// <param name="Targets">Against whom it was meant, as recorded when it was adopted.</param>
/// <param name="Occasion">The occasion recorded then.</param>
/// <param name="OccasionEnded">When that occasion was over.</param>
/// <param name="Renews">An earlier restriction that it confirms or extends.</param>
/// <param name="Secret">Whether its own text was kept from those whom it binds; that it keeps another document from them is its <c>form</c>.</param>
public sealed record Restricted(
    string Restriction,
    ImmutableArray<Liberty> Rights = default,
    ImmutableArray<string> On = default,
    string? By = null,
    RestrictionForm Form = RestrictionForm.Rule,
    Stage Stage = Stage.Adopted,
    DateOnly? Until = null,
    bool? EndStated = null,
    string? Review = null,
    ImmutableArray<string> Targets = default,
    string? Occasion = null,
    DateOnly? OccasionEnded = null,
    string? Renews = null,
    string? Document = null,
    bool? Secret = null,
    bool? ReviewNamed = null) : Fact
{
    public override IEnumerable<string> Names => [.. On.Each(), .. Targets.Each(), .. Lists.All(By)];
}

/// <summary>A restriction was used.</summary>
public sealed record Applied(string Restriction, ImmutableArray<string> Against = default, string? By = null, string? Occasion = null) : Fact
{
    public override IEnumerable<string> Names => [.. Against.Each(), .. Lists.All(By)];
}

/// <summary>A restriction came to an end in fact.</summary>
public sealed record Lifted(string Restriction, string? By = null) : Fact
{
    public override IEnumerable<string> Names => Lists.All(By);
}

/// <summary>Somebody was kept from using a right, without a rule that says so.</summary>
public sealed record Hindered(ImmutableArray<Liberty> Rights, ImmutableArray<string> Of = default, string? By = null) : Fact
{
    public override IEnumerable<string> Names => [.. Of.Each(), .. Lists.All(By)];
}

/// <summary>Lists, parties or candidates were shut out.</summary>
/// <param name="Competes">Whether whoever shut them out stands against them.</param>
public sealed record Barred(ImmutableArray<string> Who, string? By = null, bool? Competes = null) : Fact
{
    public override IEnumerable<string> Names => [.. Who.Each(), .. Lists.All(By)];
}

/// <summary>A reference in an adopted text to another text.</summary>
/// <param name="Displayed">Whether the words referred to lay before those who voted.</param>
/// <param name="Confirmed">Whether they confirmed having read them.</param>
public sealed record TextReference(string Document, string? Part = null, bool? Displayed = null, bool? Confirmed = null);

/// <summary>A binding text was adopted.</summary>
/// <param name="SecretPart">A part that those bound by it cannot read.</param>
public sealed record Adopted(
    string Matter, string Body, string? Document = null, ImmutableArray<string> Binds = default, string? SecretPart = null, ImmutableArray<TextReference> References = default) : Fact;

public enum UndertakingKind { Task, Report, Promise, Rectification }

/// <summary>Somebody took on a task or made a promise.</summary>
/// <param name="To">To whom.</param>
/// <param name="Accepted">Whether it was accepted.</param>
public sealed record Undertook(string Undertaking, UndertakingKind What, string By, string? To = null, bool? Accepted = null, DateOnly? Due = null, string? Session = null) : Fact
{
    public override IEnumerable<string> Names => Lists.All(By, To);
}

/// <summary>What became of an undertaking.</summary>
/// <param name="Account">Whether an account was given of why it was not kept.</param>
public sealed record Settled(string Undertaking, bool Kept, bool? Account = null) : Fact;

public enum BargainSubject { Posts, Agenda, Sanctions, Silence, Policy }

/// <summary>Office-holders agreed on something among themselves.</summary>
/// <param name="Entered">Whether the agreement was entered in the record of the body competent for it.</param>
public sealed record Agreed(ImmutableArray<string> Parties, ImmutableArray<BargainSubject> About, bool? Entered = null, string? Body = null) : Fact
{
    public override IEnumerable<string> Names => Parties.Each();
}

/// <summary>Members of a body settled its decisions beforehand.</summary>
/// <param name="Declared">Whether they declared themselves; a declared caucus is always lawful.</param>
/// <param name="Decisive">Whether together they can decide for the body.</param>
public sealed record Caucused(string Group, ImmutableArray<string> Members = default, string? Body = null, bool? Declared = null, bool? Decisive = null) : Fact
{
    public override IEnumerable<string> Names => Members.Each();
}

/// <summary>The existence of a caucus was made known by somebody outside it.</summary>
public sealed record Exposed(string Group, string? By = null, string? Session = null) : Fact
{
    public override IEnumerable<string> Names => Lists.All(By);
}

/// <summary>Whom a matter is about.</summary>
public sealed record Concerns(string Matter, ImmutableArray<string> Who) : Fact
{
    public override IEnumerable<string> Names => Who.Each();
}

public enum Part { Reports, Chairs, Judges, Decides, Advises }

/// <summary>Who reported on a matter, chaired it, judged or decided it.</summary>
/// <param name="Apart">Those of them who stood aside and took no part in it.</param>
public sealed record Acted(string Matter, ImmutableArray<string> By, Part As, ImmutableArray<string> Apart = default) : Fact
{
    public override IEnumerable<string> Names => By.Each();
}

public enum DebateMode { Free, Prepared, Approved, Allotted }

/// <summary>How the floor of a sitting was used.</summary>
public sealed record Debated(string Session, DebateMode Mode) : Fact;

/// <summary>A petition or formal request was made.</summary>
/// <param name="Enough">Whether it had the supporters that the rules ask for.</param>
public sealed record Petitioned(string Petition, string To, ImmutableArray<string> By = default, Figure? Supporters = null, bool? Enough = null) : Fact
{
    public override IEnumerable<string> Names => By.Each();
}

public enum PetitionAnswer { Scheduled, Granted, Refused, Measures }

/// <summary>How a petition was answered: put on the agenda, granted, refused with reasons, or by measures against its authors.</summary>
public sealed record Answered(string Petition, PetitionAnswer How, string? By = null) : Fact;

/// <summary>Who was to carry out a decision and by when.</summary>
/// <param name="OwnerNamed">False where the source shows that nobody was named.</param>
/// <param name="DueNamed">False where the source shows that no date was set.</param>
public sealed record Assigned(string Matter, string? Owner = null, DateOnly? Due = null, bool? OwnerNamed = null, bool? DueNamed = null) : Fact
{
    public override IEnumerable<string> Names => Lists.All(Owner);
}

/// <summary>Whether a decision was carried out, as reported.</summary>
public sealed record Executed(string Matter, bool Done) : Fact;

/// <summary>A position was asked of somebody on a matter.</summary>
public sealed record Consulted(string Matter, ImmutableArray<string> Who, string? By = null) : Fact
{
    public override IEnumerable<string> Names => Who.Each();
}

/// <summary>Somebody said that they lacked the information to decide, or was shown not to have been given it.</summary>
public sealed record Uninformed(string Matter, ImmutableArray<string> Who) : Fact
{
    public override IEnumerable<string> Names => Who.Each();
}
