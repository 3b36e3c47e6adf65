using FsCheck;
using FsCheck.Fluent;
using Mandate.Constitutions;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Inspection;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Petitions;
using Mandate.Organisation.Press;
using Mandate.Organisation.Restrictions;
using Mandate.Organisation.Roll;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Statutes;
using Mandate.Organisation.Tendencies;
using Mandate.Organisation.Tests.Sessions;
using Mandate.Organisation.Tests.Support;

namespace Mandate.Organisation.Tests;

/// <summary>
/// Every right is tried as the smallest minority (S109): one member without office, and everybody else, officers first, doing whatever the rules let
/// them do against it in any order. What the one may do in peace, the one may do then.
/// </summary>
public sealed class SmallestMinorityTests
{
    private const string One = "b2-08";

    private static readonly string Digest = new('a', 64);

    /// <summary>What a member may do alone. A right that is not here is not tried: add it with the act.</summary>
    private static readonly (string Right, Func<Founded, Command> Act)[] Rights =
    [
        ("to organise", o => new FormTendency("one", "One", o.Blob("Another way."), Day(o).AddDays(200), Subject: "Another way")),
        ("to join a tendency", _ => new JoinTendency("small")),
        ("to consult in confidence", _ => new NoteJoint("joint", Digest)),
        ("to petition", _ => new StartPetition("asks", "council", "Open the books.")),
        ("to declare together", _ => new StartPetition("declares", "council", "", Commitment: Digest)),
        ("to sign", _ => new SignPetition("canteen")),
        ("to be heard by the own unit", _ => new RaiseConcern("worry", "b2", "The forklift has no brakes.")),
        ("to propose", o => new FileMotion("mine", "c1", ClassRule.Ordinary, "Another way", o.In("Let us go another way."), [], null, null, null, false)),
        ("to support", _ => new SupportMotion("theirs")),
        ("to demand a meeting", _ => new DemandSession("meet", "congress", null, "Another way")),
        ("to complain", _ => new Complain("wrong", ["t-secretary-0"], "Blows", Digest, "the draw of Saturday")),
        ("to speak in confidence", _ => new Complain("quiet", [], "", Digest, "the draw of Saturday", Kind: ComplaintKind.Confidential)),
        ("to write to the paper", o => new WriteLetter("letter", "Another way", o.Blob("There is another way."))),
        ("to charge", _ => new ChargeMember("charge", "b1-05", ChargeGround.Conduct, Digest, Rule: "electorates.members", Done: Founded.Day(2026), Occasion: "At the hall.", Evidence: [EvidenceKind.Witness])),
        ("to leave", _ => new Leave()),
    ];

    /// <summary>What the others can do against it; what the rules refuse them is no danger.</summary>
    private static readonly (string By, string? For, Func<Founded, Command> Act)[] Hostile =
    [
        ("b1-05", null, _ => new ChargeMember("against", One, ChargeGround.Conduct, Digest, Rule: "electorates.members", Done: Founded.Day(2026), Occasion: "At the hall.", Evidence: [EvidenceKind.Witness])),
        ("b1-01", null, _ => new ChargeMember("words", One, ChargeGround.Opposition, Digest, Rule: "electorates.members", Done: Founded.Day(2026), Occasion: "At the hall.", Evidence: [EvidenceKind.Witness])),
        ("b1-01", null, _ => new EnterRestriction("r", "narrow", Liberty.Other, ["b2"], "Quiet", "strike", new(2026, 3, 31), Grounds: [RestrictionGround.Safety])),
        ("b1-01", null, _ => new EnterRestriction("r2", "narrow", Liberty.Organise, ["b2"], "Unity", "strike", new(2026, 3, 31), Grounds: [RestrictionGround.Unity, RestrictionGround.Law])),
        ("b1-05", null, _ => new UseRestriction("u", "r", "b2", "strike", "They agree on nothing.")),
        ("b1-02", null, _ => new UseRestriction("u2", "r", "small", "strike", "They are few.")),
        ("b1-04", null, _ => new RecordStatus(One, MemberStatus.Suspended, "arrears")),
        ("b1-05", null, _ => new Transfer(One, "b1")),
        ("b1-01", "council", _ => new ConveneSession("late", "congress", null, "Far away", Founded.Start.AddDays(90), Founded.Day(2026, 4), null)),
        ("b1-05", null, _ => new CancelSession("c1", "Not now.")),
        ("b1-01", null, _ => new AnswerPetition("canteen", Reply.Refused, "No.")),
        ("b1-01", null, _ => new WithdrawMotion("theirs")),
    ];

    private static DateOnly Day(Founded o) => DateOnly.FromDateTime(o.Now.UtcDateTime);

    /// <summary>A congress is convened, a tendency and a petition of others are there, and a restriction has been adopted.</summary>
    private static Founded Peace()
    {
        var o = Congresses.Convened(yaml: Founded.Yaml(("  - {id: agenda, verb: set_agenda", "  - {id: press, verb: publish, object: journal, holder: electoral}\n  - {id: agenda, verb: set_agenda")));
        o.Do("b2-07", new FormTendency("small", "Small", o.Blob("Small is good."), Day(o).AddDays(200), Subject: "Size"));
        o.Do("b1-07", new StartPetition("canteen", "council", "Open the accounts of the canteen."));
        o.Do("b1-08", new FileMotion("theirs", "c1", ClassRule.Ordinary, "The old way", o.In("Let us go on."), [], null, null, null, false));
        o.Happened("b1-01", new MotionFiled("narrow", "99", "c1", ClassRule.RestrictRight, "Quiet", "b1-01", null, o.In("Quiet."), [], null, null, null, new(2026, 4, 30), false, false), new MotionAdopted("narrow", "v"));
        return o;
    }

    [Fact]
    public void What_one_member_may_do_in_peace_they_may_do_against_all_others()
    {
        var peace = Peace();
        Assert.All(Rights, r => Accepted(peace, r));
        // Some of it the rules allow: the test would be empty otherwise.
        Assert.Contains(Hostile, h => Done(Peace(), h));
        var orders = Gen.Shuffle(Enumerable.Range(0, Hostile.Length).ToArray()).SelectMany(order => Gen.Choose(0, Hostile.Length).Select(n => order.Take(n).ToArray()));
        Prop.ForAll(orders.ToArbitrary(), order =>
        {
            var o = Peace();
            foreach (var i in order) _ = Done(o, Hostile[i]);
            foreach (var right in Rights.Where(r => !Gone(o, r.Right))) Accepted(o, right);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    /// <summary>What there is no longer cannot be supported: the others may withdraw what is theirs, and a meeting that is not held has no agenda.</summary>
    private static bool Gone(Founded o, string right) => right switch
    {
        "to support" => o.State.Motions.Find("theirs")!.Stage == MotionStage.Withdrawn || o.Session().Stage == SessionStage.Cancelled,
        "to propose" => o.Session().Stage == SessionStage.Cancelled,
        _ => false,
    };

    private static bool Done(Founded o, (string By, string? For, Func<Founded, Command> Act) hostile)
    {
        var command = hostile.Act(o);
        if (o.Try(hostile.By, command, hostile.For) is not Decision.Accepted) return false;
        o.Do(hostile.By, command, hostile.For);
        return true;
    }

    private static void Accepted(Founded o, (string Right, Func<Founded, Command> Act) right)
    {
        if (o.Try(One, right.Act(o)) is Decision.Refused { Refusal: var refusal }) Assert.Fail($"the right {right.Right} was refused: {refusal.Code} at {refusal.Clause}, needs {refusal.Needs}, given {refusal.Given}");
    }
}

file static class Said
{
    public static System.Collections.Immutable.ImmutableSortedDictionary<string, string> In(this Founded o, string text) =>
        System.Collections.Immutable.ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("en", o.Blob(text));
}
