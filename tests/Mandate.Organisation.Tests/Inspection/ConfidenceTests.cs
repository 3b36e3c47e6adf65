using Mandate.Organisation.Acts;
using Mandate.Organisation.Inspection;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Tests.Sessions;
using Mandate.Organisation.Tests.Support;

namespace Mandate.Organisation.Tests.Inspection;

/// <summary>Concerns in confidence, word of an undeclared bloc, and statements that are taken back.</summary>
public sealed class ConfidenceTests
{
    private static readonly string Digest = new('a', 64);

    [Fact]
    public void A_concern_in_confidence_names_nobody_and_no_subject_and_its_readers_conclude_it()
    {
        var o = Founded.Small();
        var concern = new Complain("c", [], "", Digest, "the draw of Saturday", Kind: ComplaintKind.Confidential);
        Assert.Equal("protocol.malformed", o.Refused("b1-09", concern with { Subject = "The secretary" }).Code);
        Assert.Equal("protocol.malformed", o.Refused("b1-09", concern with { Kind = ComplaintKind.Complaint, Subject = "x" }).Code);
        // Also of one who holds a place.
        o.Do("b1-05", concern);
        var filed = o.State.Inspection.All["c"];
        Assert.True(Pseudonyms.IsOne(filed.By));
        Assert.Equal(("", 0), (filed.Subject, filed.Against.Length));
        Assert.Equal(["b1-03", "b2-02"], Readers.Of(o.State, filed, o.Now));
        foreach (var reader in new[] { "b1-03", "b2-02" }) o.Do(reader, new FindOnComplaint("c", true, "We have spoken with those concerned."));
        Assert.NotNull(o.State.Inspection.All["c"].DecidedAt);
    }

    [Fact]
    public void Word_of_an_undeclared_bloc_is_owed_a_report_by_the_congress_that_comes()
    {
        var o = Congresses.Convened();
        var told = new Complain("c", ["t-council-0"], "Three of us settle the votes of the council beforehand", Digest, "the draw of Saturday", Kind: ComplaintKind.UndeclaredBloc);
        o.Do("b1-09", told);
        o.Do("b1-09", told with { Id = "other", Kind = ComplaintKind.Complaint });
        var owed = Inquiries.Owed(o.State, o.State.Inspection.All["c"])!.Value;
        Assert.Equal((o.Session().FirstDay, "c1"), (owed.Due, owed.To!.Id));
        Assert.Null(Inquiries.Owed(o.State, o.State.Inspection.All["other"]));
        Assert.False(Inquiries.Late(o.State, o.State.Inspection.All["c"], owed.Due));
        Assert.True(Inquiries.Late(o.State, o.State.Inspection.All["c"], owed.Due.AddDays(1)));
        var alone = Founded.Small();
        alone.Do("b1-09", told);
        Assert.Equal((new DateOnly(2026, 3, 2), null), Inquiries.Owed(alone.State, alone.State.Inspection.All["c"])!.Value);
    }

    [Fact]
    public void What_was_said_is_taken_back_once_and_what_was_found_on_it_is_found_anew()
    {
        var o = Founded.Small();
        o.Do("b1-09", new Complain("c", ["t-secretary-0"], "Blows in the hall", Digest, "the draw of Saturday"));
        o.Do("b1-05", new ReplyToComplaint("c", Digest, "the chair and a steward"));
        Assert.Equal("the chair and a steward", o.State.Inspection.All["c"].Present);
        foreach (var reader in new[] { "b1-03", "b2-02" }) o.Do(reader, new FindOnComplaint("c", true, "It was said so."));
        Assert.True(o.State.Inspection.All["c"].Upheld);
        Assert.Equal("protocol.not-yours", o.Refused("b1-09", new TakeBackStatement("c")).Code);
        o.Do("b1-05", new TakeBackStatement("c"));
        var complaint = o.State.Inspection.All["c"];
        Assert.Equal((null, null, 0), (complaint.Upheld, complaint.Replied, complaint.Findings.Length));
        // They are heard again before anybody finds.
        Assert.Equal("inspection.not-heard", o.Refused("b1-03", new FindOnComplaint("c", true, "Again.")).Code);
        o.Do("b1-05", new ReplyToComplaint("c", Digest));
        o.Do("b1-03", new FindOnComplaint("c", false, "Nobody saw it."));
        Assert.Equal("inspection.taken-back-already", o.Refused("b1-05", new TakeBackStatement("c")).Code);
    }
}
