using Mandate.Organisation.Restrictions;
using Mandate.Server.Keeping;
using Mandate.Server.Look;

namespace Mandate.Server.Rights;

/// <summary>Restrictions with their uses, what was decided for those who are alike, and their reviews; then emergencies.</summary>
internal static class RestrictionRows
{
    public static IEnumerable<Row> Of(Visit v) => v.State.Restrictions.All.Values.OrderByDescending(r => r.Until).Select(r => Restricted(v, r))
        .Concat(v.State.Restrictions.Emergencies.Values.OrderByDescending(e => e.Until).Select(e => Declared(v, e)));

    private static Row Restricted(Visit v, Restriction r)
    {
        var uses = v.State.Restrictions.Uses.Values.Where(u => u.Restriction == r.Id).OrderBy(u => u.At).ThenBy(u => u.Id, StringComparer.Ordinal).ToList();
        var late = r.AwaitsReview && r.ReviewDue < v.Today;
        return new(
            r.Id, v.Words.Value(r.Right), late ? Meaning.Alarm : r.InForceOn(v.Today) ? Meaning.InForce : Meaning.Past, late ? "restriction.review-late" : r.InForceOn(v.Today) ? "rights.in-force" : "rights.ended",
            [
                .. r.Grounds.IsEmpty ? Array.Empty<(string, string)>() : [("field.grounds-given", string.Join(", ", r.Grounds.Select(g => v.Words.Value(g))))],
                ("rights.purpose", r.Purpose), ("rights.occasion", r.Occasion), ("rights.from", v.Words.Date(r.From)), ("rights.until", v.Words.Date(r.Until)), ("rights.uses", v.Words.Number(uses.Count)),
                ("rights.reviewed-by", v.Words.Place(r.Review ?? v.State.Sessions.Find(v.State.Motions.Find(r.Motion)?.Session ?? "")?.Body ?? r.Motion)),
                .. uses.SelectMany(u => Used(v, r, u)),
                .. r.InForceOn(v.Today) && v.State.Restrictions.BeyondPurpose(r).FirstOrDefault() is { } beyond ? new[] { ("restriction.awaits-decision", v.Words.Say("restriction.decide-first", ("day", v.Words.Date(DateOnly.FromDateTime(beyond.At.UtcDateTime))))) } : [],
                .. r.Widened.Select(w => ("restriction.widened", v.Words.Say("restriction.widened-by", ("day", v.Words.Date(DateOnly.FromDateTime(w.At.UtcDateTime))), ("title", v.State.Motions.Find(w.Motion) is { } fresh ? v.Title(fresh) : w.Motion),
                    ("what", string.Join(", ", w.Occasions.Concat(w.Targets.Select(t => Called(v, t)))))))),
                .. r.Lifted is { } lifted ? new[] { ("restriction.lifted", v.Words.Date(lifted)) } : [],
                .. r.Reviews.Select(review => ("restriction.review", v.Words.Say("restriction.reviewed", ("day", v.Words.Date(review.On)), ("account", review.Account)))),
                .. r.AwaitsReview ? new[] { ("restriction.review-due", v.Words.Date(r.ReviewDue)) } : [],
            ],
            [
                .. uses.Where(u => u.Undecided.Any()).Select(u => new RowAct("restrictions.treat-alike", ("use", u.Id))),
                .. r.InForceOn(v.Today) && v.State.Restrictions.BeyondPurpose(r).Any() ? new RowAct[] { new("restrictions.confirm-wider", ("restriction", r.Id)) } : [],
                .. r.InForceOn(v.Today) ? new RowAct[] { new("restrictions.use", ("restriction", r.Id)), new("restrictions.lift", ("restriction", r.Id)) } : [],
                .. r.InForceOn(v.Today) || r.AwaitsReview ? new RowAct[] { new("restrictions.review", ("restriction", r.Id)) } : [],
            ]);
    }

    /// <summary>One use, with those who are alike: decided on, and still to be decided on (S113).</summary>
    private static IEnumerable<(string, string)> Used(Visit v, Restriction r, RestrictionUse u)
    {
        yield return (r.Covers(u) ? "rights.used" : "rights.used-beyond",
            v.Words.Say("rights.use", ("when", v.Words.Moment(u.At)), ("against", Called(v, u.Against)), ("occasion", u.Occasion), ("by", v.NameOrId(u.By)), ("reason", u.Reason)));
        foreach (var same in u.Decided.GroupBy(d => (d.Value.Applies, d.Value.Reason)).OrderBy(g => g.Min(d => d.Value.At)))
            yield return (same.Key.Applies ? "restriction.alike-too" : "restriction.alike-not", $"{string.Join(", ", same.Select(d => Called(v, d.Key)))}: {same.Key.Reason}");
        if (u.Undecided.Any())
            yield return (EqualUse.Due(u) < v.Today ? "restriction.alike-late" : "restriction.alike-open", v.Words.Say("restriction.alike-by", ("groups", string.Join(", ", u.Undecided.Select(g => Called(v, g)))), ("day", v.Words.Date(EqualUse.Due(u)))));
    }

    internal static string Called(Visit v, string group) => Named.Of(v, group) ?? v.Words.Place(group);

    private static Row Declared(Visit v, Emergency e) => new(
        e.Id, e.Reason, e.InForceOn(v.Today) ? Meaning.Alarm : Meaning.Past, e.InForceOn(v.Today) ? "rights.in-force" : "rights.ended",
        [("rights.from", v.Words.Date(e.From)), ("rights.until", v.Words.Date(e.Until)), .. e.ConfirmBy is { } by ? new[] { ("rights.confirm-by", v.Words.Date(by)) } : [], .. EmergencyFacts(v, e)],
        e.InForceOn(v.Today) ? [.. e.Confirmed ? Array.Empty<RowAct>() : [new("restrictions.confirm-emergency", ("emergency", e.Id))], new("restrictions.renew-emergency", ("emergency", e.Id)), new("restrictions.take-measure", ("emergency", e.Id))]
            : e.Account is null ? [new("restrictions.give-account", ("emergency", e.Id))] : e.Left.Any(l => !e.Disposed.ContainsKey(l)) ? [new("restrictions.dispose", ("emergency", e.Id))] : []);

    /// <summary>Powers, measures, and after its end the account, what is left, and by when what waited is taken up again.</summary>
    private static IEnumerable<(string, string)> EmergencyFacts(Visit v, Emergency e) =>
    [
        .. e.Powers.IsEmpty ? Array.Empty<(string, string)>() : [("field.powers", string.Join(", ", e.Powers.Select(v.Words.Place)))],
        .. e.Measures.Select(m => ("emergency.measure", v.Words.Say("emergency.measure-under", ("what", m.What), ("power", v.Words.Place(m.Power))))),
        .. e is { Watcher: { } watcher, MeetBy: { } meet } && (e.InForceOn(v.Today) || meet == e.Last && meet < e.Until)
            ? new[] { ("emergency.watcher", v.Words.Say(e.InForceOn(v.Today) ? "emergency.meets" : "emergency.unmet", ("place", v.Words.Place(watcher)), ("days", e.MeetsEvery!.Value), ("day", v.Words.Date(meet)))) } : [],
        .. e.Watcher is { } reviewer && Emergencies.ToReview(v.State, reviewer, v.Today)?.Id == e.Id
            ? new[] { ("emergency.review-open", v.Words.Say("emergency.review-convene", ("place", v.Words.Place(reviewer)), ("day", v.Words.Date(e.Last.AddDays(Emergency.ReviewDays))))) }
                .Concat(Emergencies.Waited(v.State, e).Select(m => ("emergency.waited", v.Title(m)))) : [],
        .. e.InForceOn(v.Today) ? [] : e.Account is { } account ? new[] { ("emergency.account", account) } : [("emergency.account-due", v.Words.Date(Emergencies.AccountDue(v.State, e, v.Now)))],
        .. e.InForceOn(v.Today) ? [] : new[] { ("emergency.review-due", v.Words.Date(e.Last.AddDays(Emergency.ReviewDays))) },
        .. e.Left.Select(l => ("emergency.left", e.Disposed.TryGetValue(l, out var to) ? v.Words.Say(to.Length > 0 ? "emergency.assigned" : "emergency.dissolved", ("what", l), ("to", to.Length > 0 ? v.Words.Place(to) : "")) : v.Words.Say("emergency.open", ("what", l)))),
    ];
}
