using Mandate.Constitutions;
using Mandate.Constitutions.Rules;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Sessions;

namespace Mandate.Organisation.Tendencies;

/// <summary>A minority of the body that adopted a resolution reports on it, as <c>rights.minority_report</c> says; nobody edits or removes it.</summary>
internal static class MinorityReports
{
    /// <summary>Days after the vote within which a report is filed, and signatures where the constitution does not say how many.</summary>
    private const int FileDays = 30, FewestSigners = 3;

    /// <summary>Whether that person had a voice in the body when it adopted the motion.</summary>
    public static bool MaySpeakOn(State state, string person, string motion, DateTimeOffset at) =>
        Adopted(state, motion) is { } session && at <= Last(session).AddDays(1) && HadVoice(state, session, person);

    /// <summary>The sitting that voted for it: also where a consent in writing came last.</summary>
    private static Session? Adopted(State state, string motion) =>
        state.Motions.Find(motion) is { Stage: MotionStage.Adopted } adopted
        && adopted.Carried.Values.Order(StringComparer.Ordinal).Prepend(adopted.Vote).OfType<string>().Select(v => state.Votes.Find(v)?.Session).FirstOrDefault(s => s is not null) is { } id
            ? state.Sessions.Find(id)
            : null;

    private static bool HadVoice(State state, Session session, string person) =>
        session.Credentials.ContainsKey(person) || state.Offices.Holds(person, session.Body, session.OpenedAt ?? session.Opens, session.Unit);

    private static DateTimeOffset Last(Session session) => (session.ClosedAt ?? session.OpenedAt ?? session.Opens).AddDays(FileDays);

    public static Decision File(State state, Act act, FileMinorityReport c)
    {
        var right = state.Statutes.At(act.At).Rights.GetValueOrDefault("minority_report");
        var clause = right?.Clause.Path ?? state.Statutes.At(act.At).Procedure.Default.Clause.Path;
        if (c.Id.Length == 0) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (state.Tendencies.Reports.ContainsKey(c.Id)) return ProtocolRefusals.Taken("report", c.Id);
        if (state.Motions.Find(c.Motion) is null) return ProtocolRefusals.Unknown("motion", c.Motion);
        if (Adopted(state, c.Motion) is not { } session) return TendenciesRefusals.NotAdopted(clause, c.Motion);
        if (right is { In.IsEmpty: false } && right.In.All(b => b.Id != session.Body)) return TendenciesRefusals.NotInThatBody(clause, string.Join(", ", right.In.Select(b => b.Id)), session.Body);
        if (!HadVoice(state, session, act.By)) return ProtocolRefusals.NotYours(clause, session.Body, act.By);
        var last = DateOnly.FromDateTime(Last(session).UtcDateTime);
        if (act.Day > last) return TendenciesRefusals.ReportTooLate(clause, last);
        return act.Blobs.Text(c.Text) is null ? ProtocolRefusals.BlobMissing(c.Text) : Decision.Accept(clause, new MinorityReported(c.Id, c.Motion, c.Text, clause, Needed(state, right?.Who, session)));
    }

    /// <summary>A share of seats is taken of the seats of that sitting, vacant ones too.</summary>
    private static int Needed(State state, Who? who, Session session) => who switch
    {
        Together t => (int)Math.Max(1, Quantities.NeededOf(t.Number, t.Number.Basis is Basis.Members or Basis.Units ? Bases.Of(state, t.Number, null, session.Opens) : Seats(state, session))),
        AnyOfWho any => any.Alternatives.Min(a => Needed(state, a, session)),
        AnyPerson => 1,
        _ => FewestSigners,
    };

    private static int Seats(State state, Session session) => session.Delegates.Count > 0
        ? session.Delegates.Values.Sum()
        : session.AtOpening?.Seats ?? state.Offices.Holders(session.Body, session.Opens, session.Unit).Count();

    public static Decision Sign(State state, Act act, SignMinorityReport c)
    {
        if (!state.Tendencies.Reports.TryGetValue(c.Report, out var report)) return ProtocolRefusals.Unknown("report", c.Report);
        if (Adopted(state, report.Motion) is not { } session || !HadVoice(state, session, act.By)) return ProtocolRefusals.NotYours(report.Clause, "voice", act.By);
        return report.Signed.Contains(act.By) ? TendenciesRefusals.SignedAlready(report.Clause) : Decision.Accept(report.Clause, new MinorityReportSigned(report.Id));
    }
}
