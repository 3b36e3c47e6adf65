using System.Collections.Immutable;
using Mandate.Organisation.Facts;

namespace Mandate.Organisation.Guards;

/// <summary>
/// What the organisation's own registers show, said as facts, so that the same predicates look at lawful life: what was counted, asked,
/// promised, restricted, deposited, ordered. Ordinary members are not named in them.
/// </summary>
public static class RegisterFacts
{
    public static IEnumerable<RecordedFact> Of(State state, DateOnly day) =>
        [.. Votes(state), .. Petitions(state, day), .. Protests(state), .. Questions(state, day), .. Differences(state, day), .. SharesOwed(state, day), .. Undertakings(state, day), .. Restrictions(state, day), .. Documents(state), .. Orders(state), .. Plans(state), .. Charters(state, day), .. Missions(state, day), .. Disputes(state), .. Appointments(state), .. Press(state, day), .. Absences(state), .. Removals(state), .. Accounts(state), .. Planning(state), .. InspectionFacts.Of(state, day), .. LifeFacts.Of(state, day)];

    private static IEnumerable<RecordedFact> Votes(State state) => state.Votes.All.Values.OrderBy(v => v.Id, StringComparer.Ordinal)
        .Where(v => v is { Outcome.Elected.Length: 0, ClosedAt: not null })
        .Select(v => Shown($"vote:{v.Id}", new Counted(
            v.Id, Yes: new(v.Outcome!.Figures.Yes), No: new(v.Outcome.Figures.No), Abstained: new(v.Outcome.Figures.Abstain),
            Cast: new(v.Outcome.Figures.Yes + v.Outcome.Figures.No + v.Outcome.Figures.Abstain)), v.ClosedAt!.Value));

    private static IEnumerable<RecordedFact> Petitions(State state, DateOnly day)
    {
        foreach (var petition in state.Petitions.All.Values.Where(p => p.Due is not null).OrderBy(p => p.Id, StringComparer.Ordinal))
        {
            yield return Shown($"petition:{petition.Id}", new Petitioned(petition.Id, petition.To, Supporters: new(petition.Signed.Count), Enough: true), petition.Due!.Value.AddDays(-GuardLimits.Of(state.Statutes.Versions.IsEmpty ? null : state.Statutes.At(state.At), day).DueDays));
            if (petition.AnsweredAt is { } answered)
                yield return Shown($"petition:{petition.Id}:answer", new Answered(petition.Id, petition.Reply switch
                {
                    Organisation.Petitions.Reply.Scheduled => PetitionAnswer.Scheduled,
                    Organisation.Petitions.Reply.Granted => PetitionAnswer.Granted,
                    // The rules take a refusal only after it has stood on the agenda.
                    _ => PetitionAnswer.Scheduled,
                }), answered);
        }
    }

    /// <summary>A protest of enough units is a request to its body, which reads its measure again within its days.</summary>
    private static IEnumerable<RecordedFact> Protests(State state)
    {
        foreach (var protest in state.Petitions.Protests.Values.Where(p => p.Due is not null).OrderBy(p => p.Id, StringComparer.Ordinal))
        {
            yield return Shown($"protest:{protest.Id}", new Petitioned(protest.Id, protest.To, Supporters: new(protest.Units.Count), Enough: true), protest.Due!.Value.AddDays(-GuardLimits.Default.DueDays));
            if (protest.Answered) yield return Shown($"protest:{protest.Id}:answer", new Answered(protest.Id, PetitionAnswer.Scheduled), protest.Readings[0].At);
        }
    }

    /// <summary>Calculations that somebody made again and found otherwise, and that nobody explained in time.</summary>
    private static IEnumerable<RecordedFact> Differences(State state, DateOnly day) => state.Planning.Differences.Values.Where(d => d.OverdueOn(day))
        .Select(d => Shown($"difference:{d.Id}", new Petitioned(d.Id, state.Roll.Member(d.Answers) is null ? d.Answers : "members", Supporters: new(1), Enough: true), d.Due.AddDays(-GuardLimits.Of(state.Statutes.At(state.At), day).DueDays)));

    /// <summary>Whoever has left and is not paid their share in time is kept in against their will (S321); who they are stands in no finding.</summary>
    private static IEnumerable<RecordedFact> SharesOwed(State state, DateOnly day) => state.Accounts.Commitments.Values.Where(c => c.Kind == Organisation.Accounts.CommitmentKind.Share && c.OverdueOn(day))
        .Select(c => Shown($"share:{c.Id}", new Imposed(Imposition.Staying, [], state.Accounts.Funds[c.From["fund:".Length..]].Keeper, Consent: false), c.Due.AddDays(1)));

    /// <summary>Questions about the books whose last day has passed: asked as of right, so that one member is enough.</summary>
    private static IEnumerable<RecordedFact> Questions(State state, DateOnly day) => state.Accounts.Questions.Values.Where(q => q.OverdueOn(day)).OrderBy(q => q.Id, StringComparer.Ordinal)
        .Select(q => Shown($"question:{q.Id}", new Petitioned(q.Id, state.Accounts.Funds[q.Fund].Keeper, Supporters: new(1), Enough: true), q.Due.AddDays(-GuardLimits.Of(state.Statutes.At(state.At), day).DueDays)));

    private static IEnumerable<RecordedFact> Undertakings(State state, DateOnly day)
    {
        foreach (var one in state.Undertakings.All.Values.OrderBy(u => u.Id, StringComparer.Ordinal))
        {
            var id = $"undertaking:{one.Id}";
            if (one.Duty == Organisation.Undertakings.Duty.Execution)
            {
                yield return Shown(id, new Assigned(one.Id, one.Owner, one.Due), one.At);
                if (one.Done) yield return Shown(id + ":report", new Executed(one.Id, Done: true), one.Reports[^1].At);
                continue;
            }
            var kind = one.Duty switch
            {
                Organisation.Undertakings.Duty.Rectification => UndertakingKind.Rectification,
                Organisation.Undertakings.Duty.Promise => UndertakingKind.Promise,
                Organisation.Undertakings.Duty.Report => UndertakingKind.Report,
                _ => UndertakingKind.Task,
            };
            yield return Shown(id, new Undertook(one.Id, kind, one.Owner, Accepted: true, Due: one.Due), one.At);
            if (one.Done) yield return Shown(id + ":report", new Settled(one.Id, Kept: true), one.Reports[^1].At);
            // Not done by its day: without a report there is no account of it either.
            else if (one.OverdueOn(day)) yield return Shown(id + ":overdue", new Settled(one.Id, Kept: false, Account: !one.Reports.IsEmpty), one.Due.AddDays(1));
        }
    }

    private static IEnumerable<RecordedFact> Restrictions(State state, DateOnly day)
    {
        foreach (var over in state.Restrictions.Emergencies.Values.Where(e => e.Account is null && e.Last < day).OrderBy(e => e.Id, StringComparer.Ordinal))
            if (state.Statutes.At(state.At).Emergency?.Declare.By is { } by && Organisation.Restrictions.Emergencies.AccountDue(state, over, state.At) is var due && due < day)
            {
                yield return Shown($"emergency:{over.Id}", new Undertook(over.Id, UndertakingKind.Report, by.Id, Accepted: true, Due: due), over.From);
                yield return Shown($"emergency:{over.Id}:overdue", new Settled(over.Id, Kept: false, Account: false), due.AddDays(1));
            }
        foreach (var one in state.Restrictions.All.Values.OrderBy(r => r.Id, StringComparer.Ordinal))
            yield return Shown($"restriction:{one.Id}", new Restricted(one.Id, [one.Right], Until: one.Until, EndStated: true, Targets: one.Targets, Occasion: one.Occasion, Renews: one.Renews), one.From);
        foreach (var use in state.Restrictions.Uses.Values.OrderBy(u => u.Id, StringComparer.Ordinal))
            yield return Shown($"restriction:{use.Restriction}:{use.Id}", new Applied(use.Restriction, [use.Against], use.By, use.Occasion), use.At);
    }

    private static IEnumerable<RecordedFact> Documents(State state)
    {
        foreach (var document in state.Documents.All.Values.OrderBy(d => d.Id, StringComparer.Ordinal))
        {
            var id = $"document:{document.Id}";
            yield return Shown(id, new Addressed(document.Id, document.To, Due: document.Release), document.At);
            foreach (var group in document.Receipts.GroupBy(r => r.As, StringComparer.Ordinal))
                yield return Shown($"{id}:{group.Key}", new Delivered(document.Id, [group.Key]), group.Min(r => r.At));
            if (document.ReleasedAt is { } released) yield return Shown(id + ":released", new Published(document.Id), released);
        }
    }

    private static IEnumerable<RecordedFact> Orders(State state)
    {
        foreach (var order in state.Federation.Orders.Values.OrderBy(o => o.Id, StringComparer.Ordinal))
        {
            var id = $"order:{order.Id}";
            yield return Shown(id, new Ordered(order.Id, order.For, order.To), order.At);
            if (order.CountermandedAt is not { } recalled) continue;
            yield return Shown(id + ":recall", new Countermanded(order.Id, order.For), recalled);
            foreach (var unit in order.To)
                if (order.RecallAcknowledged.TryGetValue(unit, out var at)) yield return Shown($"{id}:{unit}", new Acknowledged(order.Id, unit, Received: true), at);
                else yield return Shown($"{id}:{unit}", new Acknowledged(order.Id, unit, Received: false), recalled);
        }
    }

    /// <summary>Plans that were set going: their partners, and units that have not acknowledged that it was stopped or holds.</summary>
    private static IEnumerable<RecordedFact> Plans(State state)
    {
        foreach (var plan in state.Federation.Plans.Values.Where(p => p.FreshSince is not null).OrderBy(p => p.Id, StringComparer.Ordinal))
        {
            var id = $"plan:{plan.Id}";
            foreach (var partner in plan.Partners)
            {
                yield return Shown($"{id}:{partner.Name}", new Planned(plan.Id, partner.Name, Confirmed: plan.PartnerReports.GetValueOrDefault(partner.Name)?.Acts, Fallback: partner.Fallback is not null), plan.At);
                if (plan.PartnerReports.GetValueOrDefault(partner.Name) is { Acts: false } failed) yield return Shown($"{id}:{partner.Name}:failed", new PartnerFailed(plan.Id, partner.Name), failed.At);
            }
            if (plan.Last!.Step is not (Organisation.Federation.PlanStep.Stop or Organisation.Federation.PlanStep.Hold)) continue;
            yield return Shown(id, new Ordered(plan.Id, plan.For, plan.To), plan.At);
            yield return Shown(id + ":recall", new Countermanded(plan.Id, plan.For), plan.Last.At);
            foreach (var unit in plan.Carrying)
            {
                var stopped = plan.Acknowledged.TryGetValue(unit, out var at);
                yield return Shown($"{id}:{unit}", new Acknowledged(plan.Id, unit, Received: stopped), stopped ? at : plan.Last.At);
                // It had set it in motion, and goes on as far as the record shows.
                if (!stopped) yield return Shown($"{id}:{unit}:carrying", new CarriedOut(plan.Id, unit), plan.Last.At);
            }
        }
    }

    /// <summary>Charters: a report that is not there in its rhythm.</summary>
    private static IEnumerable<RecordedFact> Charters(State state, DateOnly day)
    {
        foreach (var charter in state.Federation.Charters.Values.Where(c => c.ReportDue < day).OrderBy(c => c.Id, StringComparer.Ordinal))
        {
            var (id, due) = ($"charter:{charter.Id}", charter.ReportDue!.Value);
            yield return Shown(id, new Undertook(charter.Id, UndertakingKind.Report, charter.Taken[0], charter.For, Accepted: true, Due: due), charter.From);
            yield return Shown(id + ":overdue", new Settled(charter.Id, Kept: false, Account: false), due.AddDays(1));
        }
    }

    /// <summary>Emissaries: what they were to report, and what the unit holds to be beyond their purpose.</summary>
    private static IEnumerable<RecordedFact> Missions(State state, DateOnly day)
    {
        foreach (var mission in state.Federation.Missions.Values.Where(m => m is { TakenAt: not null, Invited: false }).OrderBy(m => m.Id, StringComparer.Ordinal))
        {
            var id = $"mission:{mission.Id}";
            yield return Shown(id, new Undertook(mission.Id, UndertakingKind.Report, mission.Person, mission.For, Accepted: true, Due: mission.ReportDue), mission.TakenAt!.Value);
            if (!mission.Reports.IsEmpty) yield return Shown(id + ":report", new Settled(mission.Id, Kept: true), mission.Reports[0].At);
            else if (mission.ReportDue < day) yield return Shown(id + ":overdue", new Settled(mission.Id, Kept: false, Account: false), mission.ReportDue.AddDays(1));
            foreach (var (objection, i) in mission.Objections.Select((o, i) => (o, i)))
                yield return Shown($"{id}:objection-{i}", new Intervened(mission.Person, mission.Unit, Intervention.Pressed, mission.Id, OwnMatter: true), objection.At);
        }
    }

    /// <summary>What a body did in a matter that was settled to be the unit's own.</summary>
    private static IEnumerable<RecordedFact> Disputes(State state) => state.Federation.Disputes.Values.Where(d => d.ForUnit == true).OrderBy(d => d.Id, StringComparer.Ordinal)
        .Select(d => Shown($"dispute:{d.Id}", new Intervened(d.Against, d.Unit, Intervention.Decided, d.Of, OwnMatter: true), d.SettledAt!.Value));

    /// <summary>Demands to put something right, and editors whose place ended while a debate was open.</summary>
    private static IEnumerable<RecordedFact> Press(State state, DateOnly day)
    {
        foreach (var demand in state.Press.Pieces.Values.Where(p => p.Kind == Organisation.Press.PieceKind.Rectification).OrderBy(p => p.Id, StringComparer.Ordinal))
        {
            var id = $"piece:{demand.Id}";
            yield return Shown(id, new Undertook(demand.Id, UndertakingKind.Rectification, "editors", Due: demand.Due), demand.At);
            if (demand.RectifiedAt is { } at && DateOnly.FromDateTime(at.UtcDateTime) <= demand.Due) yield return Shown(id + ":answer", new Settled(demand.Id, Kept: true), at);
            else if (demand.Due < day) yield return Shown(id + ":overdue", new Settled(demand.Id, Kept: false), demand.Due.Value.AddDays(1));
        }
        var organ = state.Statutes.Versions.IsEmpty ? null : state.Statutes.At(state.At).Powers.FirstOrDefault(p => p.Verb == Constitutions.Verb.Publish)?.Holder as Constitutions.NamedHolder;
        // A platform that did not reach all in their language has not had the same as those that did.
        foreach (var mailing in state.Press.Mailings.Values.Where(m => m.Lacked is not null).OrderBy(m => m.Id, StringComparer.Ordinal))
            yield return Shown($"mailing:{mailing.Id}", new Covered(organ?.Name.Id ?? "mailing", mailing.Id, Equal: false), mailing.HandedOverAt!.Value);
        if (organ is null) yield break;
        foreach (var tenure in state.Offices.Tenures.Values.Where(t => t.Seat.Of == organ.Name.Id).OrderBy(t => t.Id, StringComparer.Ordinal))
        {
            var protest = state.Press.Protests.Values.Any(p => p.Tenure == tenure.Id);
            if (tenure.Ended is not { } ended || tenure.EndReason is "deceased" or "filled" || !Organisation.Press.Discussions.All(state).Any(d => d.OpenOn(DateOnly.FromDateTime(ended.UtcDateTime)))) continue;
            var how = tenure.EndReason is "resigned" or "left" ? EditorChange.Resigned : EditorChange.Replaced;
            yield return Shown($"tenure:{tenure.Id}:ended", new EditorsChanged(organ.Name.Id, how, [tenure.Person], Protest: protest, DebateOpen: true), ended);
        }
    }

    /// <summary>What was counted and does not agree with the books, by the last statement of each fund; what was given out and to whom.</summary>
    private static IEnumerable<RecordedFact> Accounts(State state) =>
    [
        .. state.Accounts.Statements.GroupBy(s => s.Fund, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Last())
            .Select(s => Shown($"fund:{s.Fund}:{s.Id}", new Booked(s.Fund, Published: s.Agrees), s.At)),
        .. state.Accounts.Rounds.Values.Where(r => r.AllottedAt is not null).OrderBy(r => r.Id, StringComparer.Ordinal)
            .Select(r => Shown($"round:{r.Id}", new Distributed(r.Id, r.Distributors, Organisation.Accounts.Rounds.BeforeOthers(r, r.Given, r.Distributors)), r.AllottedAt!.Value)),
    ];

    /// <summary>Forecasts of what was chosen that have been held against an outcome, and pairs of series that have come apart beyond the limit of their watch.</summary>
    private static IEnumerable<RecordedFact> Planning(State state)
    {
        foreach (var plan in state.Planning.Plans.Values.Where(p => p.Stage == Organisation.Planning.PlanStage.Decided).OrderBy(p => p.Id, StringComparer.Ordinal))
            foreach (var (score, i) in Organisation.Planning.Scores.Of(state.Planning, plan).Where(s => s.Outcome is not null && plan.Result!.Chosen.Contains(s.Alternative, StringComparer.Ordinal)).Select((s, i) => (s, i)))
            {
                var id = FormattableString.Invariant($"plan:{plan.Id}:{i}");
                yield return Shown(id, new Foreseen(id, plan.For), plan.DecidedAt!.Value);
                var missed = Organisation.Planning.Scores.Missed(state.Planning, plan);
                yield return Shown(id + ":outcome", new Outturn(id, !score.Missed, score.Missed ? plan.Reviewed.Any(r => !r.Returned && DateOnly.FromDateTime(r.At.UtcDateTime) >= missed) : null), missed ?? score.Forecast.On);
            }
        foreach (var watch in state.Planning.Watches.Values.OrderBy(w => w.Id, StringComparer.Ordinal))
        {
            var days = Organisation.Planning.Scissors.Of(state.Planning, watch);
            if (Organisation.Planning.Scissors.OpenSince(watch, days) is null) continue;
            yield return Shown($"watch:{watch.Id}:first", new Indexed(watch.Id, watch.First, days[^1].First), days[^1].On);
            yield return Shown($"watch:{watch.Id}:second", new Indexed(watch.Id, watch.Second, days[^1].Second), days[^1].On);
        }
    }

    /// <summary>Elected places that are held by appointment beyond the time that the constitution gives a stand-in.</summary>
    private static IEnumerable<RecordedFact> Appointments(State state) => Acting(state).Concat(FromAbove(state));

    /// <summary>
    /// Places that the constitution lets somebody fill who is chosen or checked by them. The rule permits it, so the act is done; what comes of it
    /// stays a finding (docs/decisions/0321).
    /// </summary>
    private static IEnumerable<RecordedFact> FromAbove(State state)
    {
        if (state.Statutes.Versions.IsEmpty) yield break;
        var related = false;
        foreach (var tenure in state.Offices.Tenures.Values.Where(t => t is { Basis: { Kind: Organisation.Offices.BasisKind.Appointment, By: not null }, Ended: null }).OrderBy(t => t.Id, StringComparer.Ordinal))
        {
            if (!related)
                foreach (var (relation, i) in OrgansOf.Relations(state.Statutes.At(state.At)).Select((r, i) => (r, i)))
                    yield return Shown(FormattableString.Invariant($"relation:{i}"), relation, state.Statutes.Versions[0].From);
            related = true;
            yield return Shown($"tenure:{tenure.Id}", new Filled(tenure.Seat.Of, tenure.Basis.By, Manner.Appointed), tenure.From);
        }
    }

    private static IEnumerable<RecordedFact> Acting(State state) => state.Offices.Tenures.Values.OrderBy(t => t.Id, StringComparer.Ordinal)
        .Where(t => t.Basis.Kind == Organisation.Offices.BasisKind.Acting && t.Ended is null && t.HeldAt(state.At))
        .Select(t => Shown($"tenure:{t.Id}", new Filled(t.Seat.Of, t.Basis.By, Manner.Appointed, Elective: true, ElectionBy: t.Until, Persons: [t.Person], ElectionFixed: t.Until is not null), t.From));

    /// <summary>Who was removed from a body by a decision, and how many members were expelled from a unit. Members are counted, not named.</summary>
    private static IEnumerable<RecordedFact> Removals(State state)
    {
        foreach (var tenure in state.Offices.Tenures.Values.Where(t => t is { EndReason: "removed", Ended: not null }).OrderBy(t => t.Id, StringComparer.Ordinal))
            yield return Shown($"tenure:{tenure.Id}:removed", new MeasureTaken(tenure.Id, Adverse.Removed, [tenure.Person], Count: new(1), Of: new(state.Offices.TenuresOfPlace[tenure.Seat.Of].Select(id => state.Offices.Tenures[id]).Count(t => t.Seat.Unit == tenure.Seat.Unit && t.Session == tenure.Session && (t.Id == tenure.Id || t.HeldAt(tenure.Ended!.Value) || t.Ended == tenure.Ended))), From: tenure.Seat.Unit is { } unit ? $"{tenure.Seat.Of}@{unit}" : tenure.Seat.Of), tenure.Ended!.Value);
        foreach (var unit in state.Roll.Charges.Values.Where(c => c is { Stage: Organisation.Roll.ChargeStage.Expelled, DecidedAt: not null }).Where(c => state.Roll.Member(c.Person) is not null).GroupBy(c => state.Roll.Member(c.Person)!.Unit, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var all = state.Roll.In(unit.Key).Count(id => state.Roll.Members[id].Counts) + unit.Count();
            foreach (var charge in unit.OrderBy(c => c.Id, StringComparer.Ordinal))
                yield return Shown($"charge:{charge.Id}:expelled", new MeasureTaken(charge.Id, Adverse.Expelled, [], Count: new(1), Of: new(all), From: unit.Key), charge.DecidedAt!.Value);
        }
    }

    /// <summary>Offices whose holder cannot act, or left early, and who acts or followed; nobody means a vacuum.</summary>
    private static IEnumerable<RecordedFact> Absences(State state)
    {
        if (state.Statutes.Versions.IsEmpty) yield break;
        var (at, rules) = (state.At, state.Statutes.At(state.At));
        foreach (var office in rules.Offices.Values)
            foreach (var tenure in state.Offices.TenuresOfPlace.GetValueOrDefault(office.Id, []).Select(id => state.Offices.Tenures[id]).Where(t => t.Basis.Kind != Organisation.Offices.BasisKind.Acting))
            {
                var left = tenure.Ended is { } ended && (tenure.Until is null || DateOnly.FromDateTime(ended.UtcDateTime) < tenure.Until) ? ended : (DateTimeOffset?)null;
                if ((left ?? state.Offices.AwayAt(tenure.Id, at)?.From) is not { } since || left is null && !tenure.HeldAt(at)) continue;
                var id = $"tenure:{tenure.Id}";
                yield return Shown(id, new Held(tenure.Person, office.Id, office.Id, Rank.Head, Until: left is { } end ? DateOnly.FromDateTime(end.UtcDateTime) : tenure.Until), tenure.From);
                yield return Shown(id + ":absent", new Unavailable(tenure.Person, Absence.Absent, Unable: true), since);
                if (state.Offices.TenuresOfPlace[office.Id].Select(t => state.Offices.Tenures[t]).FirstOrDefault(t => t.Id != tenure.Id && t.Seat == tenure.Seat && (t.HeldAt(at) || t.From >= since)) is { } other)
                    yield return Shown(id + ":stand-in", new StoodIn(tenure.Person, other.Person), other.From);
            }
    }

    internal static RecordedFact Shown(string id, Fact fact, DateTimeOffset at) => Shown(id, fact, DateOnly.FromDateTime(at.UtcDateTime));

    internal static RecordedFact Shown(string id, Fact fact, DateOnly day) =>
        new(id, fact, new Window(day, day), Mode.Stated, [new Source("record", id)], [], "record", default);
}
