using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Mandate.Organisation.Accounts;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Documents;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Federation;
using Mandate.Organisation.Inspection;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Press;
using Mandate.Organisation.Restrictions;
using Mandate.Organisation.Roll;
using Mandate.Organisation.Works;

namespace Mandate.Organisation;

/// <summary>
/// One act that a guard refuses here, and its lawful neighbour, made of an organisation's own members, places, motions and documents. They are
/// put to the rules and never done.
/// </summary>
/// <param name="Supposed">The state in which it is asked: the organisation's own, or one step on, as <see cref="Supposes"/> says.</param>
/// <param name="Supposes">Whether something is supposed that is not so today, such as an open session.</param>
public sealed record Trial(string Guard, State Supposed, Act Refused, Act Lawful, bool Supposes)
{
    /// <summary>What the rules answer to the act that the guard is there against.</summary>
    public Refusal? Answer => Decider.Decide(Supposed, Refused) is Decision.Refused { Refusal: var refusal } ? refusal : null;

    /// <summary>What they answer to its neighbour; null where they accept it.</summary>
    public Refusal? AnswerToNeighbour => Decider.Decide(Supposed, Lawful) is Decision.Refused { Refusal: var refusal } ? refusal : null;
}

/// <summary>For each guard that refuses: an act to try it with, made of what an organisation has on its record. Pages show the answers; nothing is written.</summary>
public static partial class Trials
{
    private static readonly string Digest = new('0', 64);

    /// <summary>The trial of a guard; null where it refuses no act, or the record has nothing to try it with.</summary>
    public static Trial? Of(State state, string guard, DateTimeOffset at)
    {
        if (state.Founding.Stage != Founding.FoundingStage.Closed) return null;
        var one = new Stage(state, at);
        return (guard switch
        {
            "no-sunset" => Emergency(one),
            "restriction-of-minority" => Narrowed(one),
            "secret-clause" => Secret(one),
            "incorporation-by-reference" => Incorporated(one),
            "conflict-of-interest" => Judged(one),
            "confession-only" => Confessed(one),
            "bypassed-body" => Ordered(one),
            "selected-readers" => HandedOn(one),
            "unsigned-attack" => Attacked(one),
            "opinion-offence" => one.Other(one.AnyMember) is { } other ? one.Pair(one.AnyMember, new ChargeMember("try", other, ChargeGround.Opinion, Digest, Rule: "electorates", Done: one.Day, Occasion: "-", Evidence: [EvidenceKind.Witness]), new ChargeMember("try", other, ChargeGround.Conduct, Digest, Rule: "electorates", Done: one.Day, Occasion: "-", Evidence: [EvidenceKind.Witness])) : null,
            "forced-membership" => Moved(one),
            "no-open-account" => Booked(one),
            "self-serving-allocation" => GivenOut(one),
            "command-of-culture" => Commanded(one),
            _ => Supposing(one, guard),
        }) is { } trial ? trial with { Guard = guard } : null;
    }

    /// <summary>What is on the record to try with.</summary>
    private sealed record Stage(State State, DateTimeOffset At)
    {
        public DateOnly Day => DateOnly.FromDateTime(At.UtcDateTime);

        public Constitutions.Constitution Rules => State.Statutes.At(At);

        /// <summary>A member in good standing who holds nothing, where there is one.</summary>
        public string AnyMember => State.Roll.Members.Values.Where(m => m.InGoodStanding).OrderBy(m => State.Offices.HeldBy(m.Id, At).Any()).ThenBy(m => m.Id, StringComparer.Ordinal).First().Id;

        public string? Other(string than) => State.Roll.Members.Values.Where(m => m.InGoodStanding && m.Id != than).MinBy(m => m.Id, StringComparer.Ordinal)?.Id;

        public string? Holder(string place) => State.Offices.Holders(place, At).Where(t => t.Session is null).MinBy(t => t.Id, StringComparer.Ordinal)?.Person;

        public Act Act(string by, Command command, string? inNameOf = null, params ReadOnlySpan<string> texts)
        {
            var blobs = Blobs.None;
            foreach (var text in texts) blobs = blobs.With(Sha(text), Encoding.UTF8.GetBytes(text));
            return new("try", At, by, command) { InNameOf = inNameOf, Blobs = blobs };
        }

        public Trial Pair(string by, Command refused, Command lawful, string? inNameOf = null) => new("", State, Act(by, refused, inNameOf), Act(by, lawful, inNameOf), false);
    }

    private static string Sha(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>What a decision narrows is entered, as if it had not been entered yet.</summary>
    private static Trial Narrowed(Stage s)
    {
        var motion = s.State.Motions.All.Values.Where(m => m is { Class: ClassRule.RestrictRight, Stage: MotionStage.Adopted }).MinBy(m => m.Id, StringComparer.Ordinal);
        var supposed = s with { State = s.State with { Restrictions = s.State.Restrictions with { All = s.State.Restrictions.All.RemoveRange(s.State.Restrictions.All.Values.Where(r => r.Motion == motion?.Id).Select(r => r.Id)) } } };
        EnterRestriction Of(Liberty right) => new("try", motion?.Id ?? "try", right, [], "-", "-", motion?.Expires ?? s.Day.AddDays(30), Grounds: [RestrictionGround.Law]);
        return supposed.Pair(s.AnyMember, Of(Liberty.Organise), Of(Liberty.Trade)) with { Supposes = motion is not null };
    }

    private static Trial? Emergency(Stage s)
    {
        if (s.Rules.Emergency is not { Declare.By: { } by } rules || s.Holder(by.Id) is not { } declarer)
            return s.Pair(s.AnyMember, new EnterRestriction("try", "try", Liberty.Trade, [], "-", "-", null), new EnterRestriction("try", "try", Liberty.Trade, [], "-", "-", s.Day.AddDays(30)));
        DeclareEmergency Until(DateOnly? until) => new("try", rules.Declare.Grounds.FirstOrDefault() ?? "-", [], "-", until);
        return s.Pair(declarer, Until(null), Until(s.Day.AddDays(7)), by.Id);
    }

    private static Trial Filed(Stage s, string refused, string lawful)
    {
        // A sitting that is still far enough away for its notice.
        var session = s.State.Sessions.All.Values.Where(x => x.ClosedAt is null && x.Delegates.Count > 0 || x.ClosedAt is null && s.State.Motions.Before(x.Id).Any()).MinBy(x => x.Id, StringComparer.Ordinal);
        var state = session is null ? s.State : With(s.State, session with { Opens = s.At.AddDays(200), LastDay = s.Day.AddDays(201) });
        FileMotion Motion(string text) => new("try", session?.Id ?? "", ClassRule.Ordinary, "-", ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add(s.Rules.Languages.Official[0], Sha(text)), [], null, null, null, false);
        return new("", state, s.Act(s.AnyMember, Motion(refused), null, refused), s.Act(s.AnyMember, Motion(lawful), null, lawful), session is not null);
    }

    private static Trial? Secret(Stage s) => s.State.Documents.All.Values.Where(d => d.Text is null).MinBy(d => d.Id, StringComparer.Ordinal) is { } closed
        ? Filed(s, $"What document:{closed.Id} says is binding.", "What is binding is written out here.")
        : null;

    private static Trial Incorporated(Stage s) => Filed(s, $"Article 7 of {Digest} is binding.", $"Article 7 of {s.State.Statutes.VersionAt(s.At)!.Yaml} is binding.");

    /// <summary>The accused find on a complaint against themselves; its readers do.</summary>
    private static Trial? Judged(Stage s)
    {
        if (s.State.Inspection.All.Values.Where(c => c.DecidedAt is null && !c.Accused.IsEmpty).MinBy(c => c.Id, StringComparer.Ordinal) is not { } complaint) return null;
        var readers = Readers.Of(s.State, complaint, s.At);
        var find = new FindOnComplaint(complaint.Id, false, "-");
        return readers.IsEmpty ? null : new("", Answered(s, complaint), s.Act(complaint.Accused[0], find), s.Act(readers[0], find), true);
    }

    /// <summary>The complaint, when those complained of have answered.</summary>
    private static State Answered(Stage s, Complaint complaint) =>
        s.State with { Inspection = s.State.Inspection with { All = s.State.Inspection.All.SetItem(complaint.Id, complaint with { Replied = complaint.Replied ?? s.At }) } };

    private static Trial? Confessed(Stage s)
    {
        if (s.State.Inspection.All.Values.Where(c => c.DecidedAt is null && !Readers.Of(s.State, c, s.At).IsEmpty).MinBy(c => c.Id, StringComparer.Ordinal) is not { } complaint) return null;
        FindOnComplaint On(bool own) => new(complaint.Id, true, "-", own);
        return (s with { State = Answered(s, complaint) }).Pair(Readers.Of(s.State, complaint, s.At)[0], On(true), On(false)) with { Supposes = true };
    }

    /// <summary>A body that decides nothing orders units; the body that does.</summary>
    private static Trial? Ordered(Stage s)
    {
        var deciders = s.Rules.Powers.Where(p => p.Verb == Constitutions.Verb.Decide).Select(p => (p.Holder as Constitutions.NamedHolder)?.Name.Id).OfType<string>().ToList();
        var place = s.Rules.Bodies.Keys.Where(b => !deciders.Contains(b, StringComparer.Ordinal) && s.Holder(b) is not null && s.Rules.Bodies[b].Per is null).Order(StringComparer.Ordinal).FirstOrDefault();
        var decider = deciders.FirstOrDefault(d => s.Holder(d) is not null);
        if (place is null || decider is null || s.State.Roll.Units.Values.MinBy(u => u.Id, StringComparer.Ordinal) is not { } unit) return null;
        var order = new GiveOrder("try", "-", [unit.Id], Concerns: [Aspect.Time]);
        return new("", s.State, s.Act(s.Holder(place)!, order, place), s.Act(s.Holder(decider)!, order, decider), false);
    }

    /// <summary>To one of those who have the same title to it; to all of them.</summary>
    private static Trial? HandedOn(Stage s)
    {
        foreach (var document in s.State.Documents.All.Values.OrderBy(d => d.Id, StringComparer.Ordinal))
            foreach (var body in s.Rules.Bodies.Keys.Where(b => !document.Addressees.Contains(b, StringComparer.Ordinal) && s.State.Offices.Holders(b, s.At).Count() > 1).Order(StringComparer.Ordinal))
                return s.Pair(document.Depositor, new HandOnDocument(document.Id, s.State.Offices.Holders(body, s.At).First().Person), new HandOnDocument(document.Id, body));
        return null;
    }

    private static Trial? Attacked(Stage s)
    {
        if (s.Rules.Powers.All(p => p.Verb != Constitutions.Verb.Publish)) return null;
        var against = s.State.Tendencies.All.Keys.Order(StringComparer.Ordinal).FirstOrDefault() ?? s.Rules.Bodies.Keys.Order(StringComparer.Ordinal).First();
        SubmitPiece Signed(bool signed) => new("try", "-", Sha("-"), signed, null, null, [against]);
        return new("", s.State, s.Act(s.AnyMember, Signed(false), null, "-"), s.Act(s.AnyMember, Signed(true), null, "-"), false);
    }

    /// <summary>Somebody is moved by somebody else; by themselves.</summary>
    private static Trial? Moved(Stage s)
    {
        var member = s.State.Roll.Members[s.AnyMember];
        if (s.State.Roll.Unit(member.Unit) is not { } unit || s.Other(member.Id) is not { } mover) return null;
        if (s.State.Roll.UnitsOf(unit.Kind, s.Day).FirstOrDefault(u => u.Id != unit.Id) is not { } to) return null;
        var move = new Transfer(member.Id, to.Id);
        return new("", s.State, s.Act(mover, move), s.Act(member.Id, move), false);
    }

    private static Trial? Booked(Stage s)
    {
        if (s.State.Accounts.Funds.Values.FirstOrDefault(f => f.Unit is null && s.Holder(f.Keeper) is not null) is not { } fund) return null;
        ReceiveFunds With(string voucher) => new("try", fund.Id, 1_00, "-", voucher);
        return new("", s.State, s.Act(s.Holder(fund.Keeper)!, With("")), s.Act(s.Holder(fund.Keeper)!, With(Sha("-")), null, "-"), false);
    }

    private static Trial? Commanded(Stage s)
    {
        if (s.State.Works.All.Values.Where(w => w.EndedAt is null).MinBy(w => w.Id, StringComparer.Ordinal) is not { } work) return null;
        var asks = s.State.Offices.Tenures.Values.Where(t => t.Session is null && t.HeldAt(s.At) && t.Person != work.Maker).MinBy(t => t.Id, StringComparer.Ordinal);
        return asks is null ? null : s.Pair(asks.Person, new AskOfWork("try", work.Id, Aspect.Content, true, "-"), new AskOfWork("try", work.Id, Aspect.Content, false, "-"));
    }
}
