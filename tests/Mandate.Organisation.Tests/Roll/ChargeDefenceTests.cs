using System.Collections.Immutable;
using Mandate.Organisation.Roll;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Roll;

/// <summary>What can be charged, what proves it, what the person can say, take back and show.</summary>
public sealed class ChargeDefenceTests
{
    private const string Kept = "The file: two witnesses of the evening. 41c9";

    private static ChargeMember Charge(Founded o, ChargeGround ground = ChargeGround.Conduct) =>
        new("x", "b1-09", ground, o.Blob(Kept), Rule: "electorates.members", Done: Founded.Day(2026), Occasion: "At the hall.", Evidence: [EvidenceKind.Witness]);

    [Fact]
    public void Words_are_no_offence_but_for_a_closed_list()
    {
        var o = Founded.Small();
        foreach (var ground in Enum.GetValues<ChargeGround>())
        {
            if (ground == ChargeGround.Conduct || ChargeDefence.OfWords.Contains(ground)) continue;
            var code = o.Refused("b1-01", Charge(o, ground)).Code;
            Assert.Equal(ground is ChargeGround.Other ? "roll.not-an-offence" : "guards.opinion-offence", code);
        }
        o.Do("b1-01", Charge(o, ChargeGround.Threat));
    }

    [Fact]
    public void Past_votes_and_offices_prove_nothing_and_a_statement_of_the_person_not_alone()
    {
        var o = Founded.Small();
        foreach (EvidenceKind[] none in new EvidenceKind[][] { [], [EvidenceKind.OwnStatement], [EvidenceKind.PastVote, EvidenceKind.Witness], [EvidenceKind.PastOffice] })
            Assert.Equal("roll.no-evidence", o.Refused("b1-01", Charge(o) with { Evidence = [.. none] }).Code);
        o.Do("b1-01", Charge(o) with { Evidence = [EvidenceKind.OwnStatement, EvidenceKind.Document] });
    }

    [Fact]
    public void A_defence_against_a_charge_of_words_is_answered_by_those_who_decide()
    {
        var o = Founded.Small();
        o.Do("b1-01", Charge(o, ChargeGround.Falsification));
        o.Do("b1-09", new AnswerCharge("x", new string('b', 64), Defence.Truth));
        Carried(o, "v", "bm", "branch.meeting", "b1", "x");
        var refused = o.Refused("b1-06", new Expel("x", "v"));
        Assert.Equal(("roll.defence-first", Defence.Truth), (refused.Code, refused.Needs));
        o.Do("b1-06", new Expel("x", "v", "The minutes show another figure."));
        Assert.Equal("The minutes show another figure.", o.State.Roll.Charges["x"].OnDefence);
    }

    [Fact]
    public void An_answer_is_taken_back_once_and_there_is_time_for_another()
    {
        var o = Founded.Small();
        o.Do("b1-01", Charge(o));
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-09", new TakeBackAnswer("x")).Code);
        o.Do("b1-09", new AnswerCharge("x", new string('b', 64), Present: "two officers of the branch"));
        Assert.Equal("two officers of the branch", o.State.Roll.Charges["x"].Present);
        o.Advance(10);
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", new TakeBackAnswer("x")).Code);
        o.Do("b1-09", new TakeBackAnswer("x"));
        var charge = o.State.Roll.Charges["x"];
        Assert.Equal((null, DateOnly.FromDateTime(o.Now.UtcDateTime).AddDays(14)), (charge.Answered, charge.Answer));
        o.Do("b1-09", new AnswerCharge("x", new string('c', 64)));
        Assert.Equal("roll.taken-back-already", o.Refused("b1-09", new TakeBackAnswer("x")).Code);
    }

    [Fact]
    public void Only_the_person_opens_the_file_and_only_the_one_that_was_handed_over()
    {
        var o = Founded.Small();
        o.Do("b1-01", Charge(o));
        var file = new OpenChargeFile("x", o.Blob(Kept));
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", file).Code);
        Assert.Equal("roll.not-that-file", o.Refused("b1-09", file with { Text = o.Blob("Another file.") }).Code);
        o.Do("b1-09", file);
        Assert.Equal(file.Text, o.State.Roll.Charges["x"].File);
    }

    [Fact]
    public void After_so_many_as_the_clause_says_expulsions_wait_for_the_congress_and_a_year_at_most()
    {
        var o = Founded.Small(Founded.Yaml(("    transfer: {by: self}", "    expulsions: {per_quarter: 2, resumed_by: congress}\n    transfer: {by: self}")));
        Assert.Null(ExpulsionLimits.On(o.State, o.Now));
        o.Set(o.State with { Roll = o.State.Roll with { Charges = o.State.Roll.Charges.AddRange(Enumerable.Range(0, 2).Select(i => KeyValuePair.Create($"e{i}", new Charge($"e{i}", "b2-08", ChargeGround.Conduct, "", o.Now, Founded.Day(2026)) { Stage = ChargeStage.Expelled, DecidedAt = o.Now.AddDays(i * 30) }))) } });
        var last = o.Now.AddDays(30);
        var stop = ExpulsionLimits.On(o.State, last)!;
        Assert.Equal((2, 2, "congress", "electorates.members.expulsions"), (stop.Most, stop.Given, stop.By, stop.Clause));
        // Not the end of the quarter lets them go on, the congress does, and the year.
        Assert.NotNull(ExpulsionLimits.On(o.State, last.AddDays(200)));
        Assert.Null(ExpulsionLimits.On(o.State, last.AddDays(365)));
        o.Now = last.AddDays(1);
        Carried(o, "other", "c0", "council", null, ExpulsionLimits.Resume);
        Assert.NotNull(ExpulsionLimits.On(o.State, o.Now));
        Carried(o, "resumed", "c1", "congress", null, ExpulsionLimits.Resume);
        Assert.Null(ExpulsionLimits.On(o.State, o.Now));
    }

    /// <summary>As if that body had carried a vote on it now.</summary>
    private static void Carried(Founded o, string vote, string session, string body, string? unit, string subject)
    {
        var one = new Vote(vote, VoteKind.Paper, session, null, new("?", subject, null, "", ""), null, 0, null, 3, o.Now, o.Now, o.Now, VoteStage.Result,
            ImmutableSortedDictionary<string, Candidacy>.Empty, [], ImmutableSortedDictionary<string, Choice>.Empty, ImmutableSortedSet<string>.Empty, [], [], null, null, null, null, null, [],
            new Outcome(true, new(8, 1, 0), 6, 9, 9, null, [], [], null, o.Now));
        var day = DateOnly.FromDateTime(o.Now.UtcDateTime);
        var entitled = Mandate.Organisation.Sessions.Entitlement.ToNotice(o.State, body, unit, o.Now);
        o.Happened("b1-06", new Mandate.Organisation.Sessions.SessionConvened(session, body, unit, "Hall", "council", o.Now, day, day, ImmutableSortedDictionary<string, int>.Empty, entitled.Length, Mandate.Organisation.Sessions.Entitlement.Digest(entitled), [], null));
        o.Set(o.State with { Votes = new(o.State.Votes.All.SetItem(vote, one)) });
    }
}
