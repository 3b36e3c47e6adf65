using System.Collections.Immutable;
using System.Security.Cryptography;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Inspection;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Petitions;
using Mandate.Organisation.Planning;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Statutes;
using Mandate.Organisation.Tendencies;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation;

/// <summary>
/// Puts pseudonyms in the place of the ids of ordinary members before an act is decided and written. Delegates and officers in their office,
/// candidates and tellers stay by name. What it does is no decision: the rules check the register that it makes and everything after.
/// Only the keeper of the vault can run it, and each member can check with the key of their own that they are on the register.
/// </summary>
public static class Veil
{
    /// <summary>The act as it is decided and written.</summary>
    /// <param name="Register">The register that the command names by its SHA-256; null where it opens no matter.</param>
    public sealed record Veiled(Act Act, byte[]? Register = null, Refusal? Refusal = null);

    public static Veiled Over(State state, Act act, Naming? names) => OnTheDay(Decider.OnTheDay(state, act.Day), act, names);

    private static Veiled OnTheDay(State state, Act act, Naming? names) => act.Command switch
    {
        OpenNominations c => Open(act, names, Electors.Nominators(state, c, act.At), Pseudonyms.Nominations(c.Id), sha => c with { Register = sha }),
        PutQuestion c => Open(act, names, Electors.OfQuestion(state, c, act.At), Pseudonyms.Vote(c.Id), sha => c with { Register = sha }),
        OpenVote c => Open(act, names, Electors.OfElection(state, c, act.At), Pseudonyms.Vote(c.Vote), sha => c with { Register = sha }),
        StartRecall c => As(Open(act, names, Recalls.Signers(state, c, act.At), Pseudonyms.Recall(c.Id), sha => c with { Register = sha }), names, Pseudonyms.Recall(c.Id)),
        SignRecall c => As(new(act), names, Pseudonyms.Recall(c.Id)),
        StateGrounds c when state.Offices.Recalls.ContainsKey(c.Subject) => As(new(act), names, Pseudonyms.Recall(c.Subject)),
        StartPetition c => As(Open(act, names, state.Roll.InGoodStanding(null), Pseudonyms.Petition(c.Id), sha => c with { Register = sha }), names, Pseudonyms.Petition(c.Id)),
        SignPetition c => As(new(act), names, Pseudonyms.Petition(c.Petition)),
        SignClosed c => As(new(act), names, Pseudonyms.Petition(c.Petition)),
        RaiseConcern c => As(Open(act, names, [.. state.Roll.In(c.Unit).Where(m => state.Roll.Members[m].InGoodStanding)], Pseudonyms.Concern(c.Id), sha => c with { Register = sha }), names, Pseudonyms.Concern(c.Id)),
        AskWhetherAllowed c => As(Open(act, names, state.Roll.InGoodStanding(null), Pseudonyms.Question(c.Id), sha => c with { Register = sha }), names, Pseudonyms.Question(c.Id)),
        AskCandidates c => As(new(act), names, Pseudonyms.Nominations(c.Vote)),
        DemandSession c => As(Open(act, names, state.Roll.InGoodStanding(c.Unit), Pseudonyms.Demand(c.Demand), sha => c with { Register = sha }), names, Pseudonyms.Demand(c.Demand)),
        SignDemand c => As(new(act), names, Pseudonyms.Demand(c.Demand)),
        // Who signed is in no list; whoever uses the right that the signature gives shows it, and theirs only.
        ConveneSession c => new(act with { Command = c with { SignedAs = SignedAs(state, c.Demand, act.By, names) } }),
        OpenSession c => new(act with { Command = c with { SignedAs = SignedAs(state, state.Sessions.Find(c.Session)?.Demand, act.By, names) } }),
        // Whoever holds a place complains by name, so that recusal by rule sees them.
        Complain c when c.Kind == ComplaintKind.Confidential || !state.Offices.HeldBy(act.By, act.At).Any() => As(Open(act, names, state.Roll.InGoodStanding(null), Pseudonyms.Complaint(c.Id), sha => c with { Register = sha }), names, Pseudonyms.Complaint(c.Id)),
        // An inspector asks for a stay by name, since it begins at once; members of the unit under the pseudonyms of the matter.
        AskStay c when !Readers.Inspectors(state, act.At).Contains(act.By, StringComparer.Ordinal) => As(Open(act, names, state.Roll.InGoodStanding(c.Unit), Pseudonyms.Stay(c.Id), sha => c with { Register = sha }), names, Pseudonyms.Stay(c.Id)),
        AskLanguage c => As(Open(act, names, state.Roll.InGoodStanding(null), Pseudonyms.Language(c.Language), sha => c with { Register = sha }), names, Pseudonyms.Language(c.Language)),
        SignLanguage c => As(new(act), names, Pseudonyms.Language(c.Language)),
        SignStay c => As(new(act), names, Pseudonyms.Stay(c.Stay)),
        AppealFinding c when state.Inspection.All.TryGetValue(c.Complaint, out var found) && Pseudonyms.IsOne(found.By) && !found.Accused.Contains(act.By, StringComparer.Ordinal) => As(new(act), names, Pseudonyms.Complaint(c.Complaint)),
        ChooseReader or DemandAmends or SettleComplaint when OfComplainant(act.Command) is { } own && state.Inspection.All.TryGetValue(own, out var theirs) && Pseudonyms.IsOne(theirs.By) => As(new(act), names, Pseudonyms.Complaint(own)),
        // The rules cannot see that a juror is the one who complained; the node can.
        FindOnComplaint c when names is not null && state.Inspection.All.TryGetValue(c.Complaint, out var own) && names(act.By, Pseudonyms.Complaint(c.Complaint)) == own.By => new(act, null, InspectionRefusals.Barred("", Bar.Complainant, act.By)),
        // Whoever forms a tendency speaks for it, by name; who belongs to it is nobody's reading.
        FormTendency c => Open(act, names, [.. state.Roll.InGoodStanding(null).Where(p => p != act.By)], Pseudonyms.Tendency(c.Id), sha => c with { Register = sha }),
        JoinTendency c when !Speaks(state, c.Tendency, act.By) => TendencyVeil.Join(state, act, c, names),
        LeaveTendency c when !Speaks(state, c.Tendency, act.By) && TendencyVeil.Opening(state, c.Tendency) is var opening => As(new(act with { Command = c with { Opening = opening } }), names, Pseudonyms.Tendency(c.Tendency, opening)),
        NoteJoint c => As(Open(act, names, state.Roll.InGoodStanding(null), Pseudonyms.Joint(c.Id), sha => c with { Register = sha }), names, Pseudonyms.Joint(c.Id)),
        ConfirmJoint c => As(new(act), names, Pseudonyms.Joint(c.Joint)),
        // Whoever shows a consultation shows that they were a party, and of nobody else.
        OpenJoint c => new(act with { Command = c with { SignedAs = names?.Invoke(act.By, Pseudonyms.Joint(c.Joint)) } }),
        Nominate c when c.Person != act.By && act.InNameOf is null => As(new(act), names, Pseudonyms.Nominations(c.Vote)),
        IssuePapers c when IsOfMembers(state, c.Vote) => Papers(state, act, c, names),
        FileAlternative { For: null } c when !state.Planning.Alternatives.ContainsKey(c.Id) => Open(act, names, state.Roll.InGoodStanding(null), Pseudonyms.PlanSupport(c.Id), sha => c with { Register = sha }),
        SupportAlternative c => As(new(act), names, Pseudonyms.PlanSupport(c.Alternative)),
        PutAlternatives c => Open(act, names, state.Planning.Plans.TryGetValue(c.Plan, out var plan) ? Choices.Register(state, plan, c.Session is null ? null : state.Sessions.Find(c.Session), act.At) : null, Pseudonyms.PlanChoice(c.Plan), sha => c with { Register = sha }),
        Choose c when state.Planning.Plans.GetValueOrDefault(c.Plan) is { Choosers: not null } plan =>
            plan.Session is { } sitting && !state.Sessions.Find(sitting)!.Present.Contains(act.By) ? new(act, null, VotesRefusals.NotPresent(act.By)) : As(new(act), names, Pseudonyms.PlanChoice(c.Plan)),
        _ when VoteOf(act.Command) is { } vote => Present(state, act, vote) ?? (IsOfMembers(state, vote) ? As(new(act), names, Pseudonyms.Vote(vote)) : new(act)),
        _ => new(act),
    };

    /// <summary>
    /// The act as its rules are asked about it, without opening the register: that takes a pseudonym of everybody entitled, and a page
    /// asks about many acts. An answer of <c>protocol.no-register</c> says that nothing else is in the way.
    /// </summary>
    public static Veiled Asked(State state, Act act, Naming? names) => act.Command switch
    {
        StartRecall c => new(act, null, Recalls.NotASigner(state, c, act.By, act.At)),
        _ when OpensRegister(act.Command) => new(act),
        JoinTendency c when TendencyVeil.Reopens(state, c) => new(act),
        _ => Over(state, act, names),
    };

    /// <summary>Whether an act may open a matter with a register: then all keys are asked for at once.</summary>
    public static bool OpensRegister(Command command) => command is OpenNominations or PutQuestion or OpenVote or StartRecall or StartPetition or RaiseConcern or FormTendency or NoteJoint or Complain or DemandSession or FileAlternative or PutAlternatives or AskStay or AskWhetherAllowed or AskLanguage;

    /// <summary>The matter in which whoever does this stands under a pseudonym; null where nobody does.</summary>
    public static string? Matter(Command command) => command switch
    {
        StartRecall c => Pseudonyms.Recall(c.Id),
        SignRecall c => Pseudonyms.Recall(c.Id),
        StartPetition c => Pseudonyms.Petition(c.Id),
        SignPetition c => Pseudonyms.Petition(c.Petition),
        SignClosed c => Pseudonyms.Petition(c.Petition),
        RaiseConcern c => Pseudonyms.Concern(c.Id),
        AskCandidates c => Pseudonyms.Nominations(c.Vote),
        DemandSession c => Pseudonyms.Demand(c.Demand),
        SignDemand c => Pseudonyms.Demand(c.Demand),
        JoinTendency c => Pseudonyms.Tendency(c.Tendency, c.Opening),
        LeaveTendency c => Pseudonyms.Tendency(c.Tendency, c.Opening),
        NoteJoint c => Pseudonyms.Joint(c.Id),
        ConfirmJoint c => Pseudonyms.Joint(c.Joint),
        Complain c => Pseudonyms.Complaint(c.Id),
        AskWhetherAllowed c => Pseudonyms.Question(c.Id),
        AppealFinding c => Pseudonyms.Complaint(c.Complaint),
        ChooseReader or DemandAmends or SettleComplaint => Pseudonyms.Complaint(OfComplainant(command)!),
        AskLanguage c => Pseudonyms.Language(c.Language),
        SignLanguage c => Pseudonyms.Language(c.Language),
        AskStay c => Pseudonyms.Stay(c.Id),
        SignStay c => Pseudonyms.Stay(c.Stay),
        Nominate c => Pseudonyms.Nominations(c.Vote),
        SupportAlternative c => Pseudonyms.PlanSupport(c.Alternative),
        Choose c => Pseudonyms.PlanChoice(c.Plan),
        _ => VoteOf(command) is { } vote ? Pseudonyms.Vote(vote) : null,
    };

    /// <summary>The act as it would be written, without a register: to tell whether what is put again is what was written.</summary>
    public static Act Bare(State state, Act again, Naming? names) => again.Command switch
    {
        StartRecall or StartPetition or RaiseConcern or DemandSession or NoteJoint or AskWhetherAllowed or AskLanguage => As(new(again), names, Matter(again.Command)!).Act,
        Complain c when c.Kind == ComplaintKind.Confidential || !state.Offices.HeldBy(again.By, again.At).Any() => As(new(again), names, Matter(again.Command)!).Act,
        JoinTendency c when !Speaks(state, c.Tendency, again.By) => As(new(again), names, Pseudonyms.Tendency(c.Tendency, TendencyVeil.Opening(state, c.Tendency))).Act,
        AskStay when !Readers.Inspectors(state, again.At).Contains(again.By, StringComparer.Ordinal) => As(new(again), names, Matter(again.Command)!).Act,
        _ when OpensRegister(again.Command) => again,
        _ => Over(state, again, names).Act,
    };

    /// <summary>A command without what came with the writing: the register, and the pseudonym of a signer who convenes or opens.</summary>
    public static Command Bare(Command command) => command switch
    {
        OpenNominations c => c with { Register = null },
        PutQuestion c => c with { Register = null },
        OpenVote c => c with { Register = null },
        StartRecall c => c with { Register = null },
        StartPetition c => c with { Register = null },
        RaiseConcern c => c with { Register = null },
        FormTendency c => c with { Register = null },
        JoinTendency c => c with { Opening = 0, Register = null, Carried = null },
        LeaveTendency c => c with { Opening = 0 },
        NoteJoint c => c with { Register = null },
        OpenJoint c => c with { SignedAs = null },
        Complain c => c with { Register = null },
        AskWhetherAllowed c => c with { Register = null },
        DemandSession c => c with { Register = null },
        FileAlternative c => c with { Register = null },
        PutAlternatives c => c with { Register = null },
        AskStay c => c with { Register = null },
        AskLanguage c => c with { Register = null },
        ConveneSession c => c with { SignedAs = null },
        OpenSession c => c with { SignedAs = null },
        _ => command,
    };

    /// <summary>The complaint in which whoever made it does something; null for any other act.</summary>
    private static string? OfComplainant(Command command) => command switch
    {
        ChooseReader c => c.Complaint,
        DemandAmends c => c.Complaint,
        SettleComplaint c => c.Complaint,
        _ => null,
    };

    /// <summary>The vote of which a member there asks something; null for any other act.</summary>
    private static string? VoteOf(Command command) => command switch
    {
        DemandCount c => c.Vote,
        DemandSecret c => c.Vote,
        ChallengeResult c => c.Vote,
        _ => null,
    };

    private static string? SignedAs(State state, string? demand, string person, Naming? names) =>
        demand is not null && state.Sessions.Demands.TryGetValue(demand, out var open) && names?.Invoke(person, Pseudonyms.Demand(demand)) is { } name && open.Signed.Contains(name) ? name : null;

    private static bool Speaks(State state, string tendency, string person) => state.Tendencies.All.TryGetValue(tendency, out var known) && known.Speaker == person;

    private static Veiled Open(Act act, Naming? names, IReadOnlyCollection<string>? persons, string matter, Func<string?, Command> with)
    {
        if (persons is null) return new(act with { Command = with(null) });
        if (names is null || Pseudonyms.Register(persons, matter, names) is not { } register) return new(act, null, ProtocolRefusals.NoVault());
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(register));
        return new(act with { Command = with(sha256), Blobs = act.Blobs.With(sha256, register) }, register);
    }

    private static Veiled As(Veiled veiled, Naming? names, string matter)
    {
        if (veiled.Refusal is not null) return veiled;
        return names?.Invoke(veiled.Act.By, matter) is { } name ? veiled with { Act = veiled.Act with { By = name } } : new(veiled.Act, null, ProtocolRefusals.NoVault());
    }

    private static Veiled Papers(State state, Act act, IssuePapers c, Naming? names)
    {
        if (c.Persons.IsDefault) return new(act);
        var named = ImmutableArray.CreateBuilder<string>();
        foreach (var person in c.Persons)
        {
            if (Absent(state, c.Vote, person) is { } absent) return new(act, null, absent);
            if (names?.Invoke(person, Pseudonyms.Vote(c.Vote)) is not { } name) return new(act, null, ProtocolRefusals.NoVault());
            named.Add(name);
        }
        // In their own order: the order of the desk would tell who came when.
        named.Sort(StringComparer.Ordinal);
        return new(act with { Command = c with { Persons = named.ToImmutable() } });
    }

    private static bool IsOfMembers(State state, string vote) => state.Votes.Find(vote)?.Register is not null;

    private static Veiled? Present(State state, Act act, string vote) => IsOfMembers(state, vote) && Absent(state, vote, act.By) is { } absent ? new(act, null, absent) : null;

    /// <summary>In a meeting only those who are there: the record knows how many they are, not which of them has voted.</summary>
    private static Refusal? Absent(State state, string vote, string person) =>
        state.Votes.Find(vote) is { Session: { } id } && state.Sessions.Find(id) is { } session && Electors.MeetsAsMembers(state, session, state.At) && !session.Present.Contains(person)
            ? VotesRefusals.NotPresent(person)
            : null;
}
