using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Tendencies;

public static class TendenciesEvolve
{
    public static TendenciesState Evolve(this TendenciesState state, TendenciesEvent happened, Occasion occasion) => happened switch
    {
        TendencyFormed e => state with { All = state.All.SetItem(e.Id, new(e.Id, e.Name, e.Platform, occasion.Day, e.Until, e.Clause, e.Needed, occasion.By, [occasion.By]) { Register = Pseudonyms.Read(occasion.Blobs, e.Register), Subject = e.Subject, Points = e.Points, Entered = e.Entered }) },
        TendencyJoined e => state.Change(e.Tendency, t => Joining.Joined(t, e, occasion)),
        TendencyLeft e => state.Change(e.Tendency, t => t with { Members = t.Members.Remove(occasion.By), Reservations = t.Reservations.Remove(occasion.By) }),
        EditorNamed e => state.Change(e.Tendency, t => t with { Editors = t.Editors.Add(e.Person) }),
        CoReporterNamed e => state.Change(e.Tendency, t => t with { CoReporters = t.CoReporters.SetItem(CoReports.Key(e.Session, e.Item), e.Person) }),
        PaperPublished e => state.Change(e.Tendency, t => t with { Papers = t.Papers.Add(new(e.Id, e.Title, e.Text, occasion.By, occasion.At)) }),
        MoneyAccounted e => state.Change(e.Tendency, t => t with { Accounts = t.Accounts.Add(new(e.Until, e.Currency, e.Received, e.Spent, e.Statement, occasion.At)) }),
        JointNoted e => state with { Joints = state.Joints.SetItem(e.Id, new(e.Id, e.Commitment) { Register = Pseudonyms.Read(occasion.Blobs, e.Register), Parties = JointInitiative.No.Add(occasion.By, occasion.At) }) },
        JointConfirmed e => state.ChangeJoint(e.Joint, j => j with { Parties = j.Parties.Add(occasion.By, occasion.At) }),
        JointOpened e => state.ChangeJoint(e.Joint, j => j with { Text = e.Text, Shown = j.Shown.Add(e.SignedAs, occasion.By) }),
        ServiceOffered e => state.Change(e.Tendency, t => t with { Offered = t.Offered.SetItem(e.For, t.OfferedFor(e.For).Add(occasion.By)) }),
        ScrutineerNamed e => state.Change(e.Tendency, t => t with { Scrutineers = t.Scrutineers.SetItem(e.Vote, t.ScrutineersAt(e.Vote).Add(e.Person)) }),
        CountObserved e => state.Change(e.Tendency, t => t with { Observations = t.Observations.Add(new(e.Vote, occasion.By, e.InOrder, e.Remark, occasion.At)) }),
        SentToBody e => state.Change(e.Tendency, t => t with { Sent = t.Sent.SetItem(e.Body, [.. t.SentTo(e.Body).Where(p => p != e.InPlaceOf), e.Person]) }),
        MinorityReported e => state with { Reports = state.Reports.SetItem(e.Id, new(e.Id, e.Motion, e.Text, e.Clause, e.Needed, occasion.At, [occasion.By])) },
        MinorityReportSigned e => state with { Reports = state.Reports.SetItem(e.Report, state.Reports[e.Report] with { Signed = state.Reports[e.Report].Signed.Add(occasion.By) }) },
        HearingAsked e => state.Change(e.Tendency, t => t with { HearingAsked = occasion.At }),
        // What was offered first stays the moment from which it counts.
        HearingGivenTo e => state.Change(e.Tendency, t => t with { Hearings = t.Hearings.SetItem(e.Unit, new(e.Given, e.Session, t.Hearings.TryGetValue(e.Unit, out var before) ? before.At : occasion.At)) }),
        _ => throw new InvalidOperationException($"No fold for {happened.GetType().Name}."),
    };

    private static TendenciesState Change(this TendenciesState state, string id, Func<Tendency, Tendency> change) => state with { All = state.All.SetItem(id, change(state.All[id])) };

    private static TendenciesState ChangeJoint(this TendenciesState state, string id, Func<JointInitiative, JointInitiative> change) => state with { Joints = state.Joints.SetItem(id, change(state.Joints[id])) };
}
