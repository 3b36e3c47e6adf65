using System.Collections.Immutable;

namespace Mandate.Constitutions.Reader;

/// <summary>Convening, quorum, presence, proxies and the service of notices.</summary>
internal static class MeetingReader
{
    public static Convene? Convene(Scope scope, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        fields.Later("served_by");
        var by = fields.Need("by", Scope.Actor);
        var notice = fields.Opt("notice", PeriodGrammar.Read);
        var demand = fields.List("on_demand_of", RuleReader.Rule, least: 1);
        var within = fields.Opt("within", PeriodGrammar.Read);
        var instead = fields.OneOrMany("default", Scope.Actor);
        var served = fields.Opt("served_by", Service);
        fields.Done();
        return by is null ? null : new(by) { Clause = datum.Clause, Notice = notice, OnDemandOf = demand, Within = within, Default = instead, ServedBy = served };
    }

    public static Quorum? Quorum(Scope scope, Datum datum)
    {
        if (datum is Datum.Text) return QuantityGrammar.Read(scope, datum) is { } both ? new(both) { Clause = datum.Clause, Opening = both } : null;
        if (Fields.Of(scope, datum) is not { } fields) return null;
        var opening = fields.Opt("opening", QuantityGrammar.Read);
        var each = fields.Need("each_vote", QuantityGrammar.Read);
        fields.Done();
        return each is null ? null : new(each) { Clause = datum.Clause, Opening = opening };
    }

    public static Presence? Presence(Scope scope, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        var modes = fields.NeedList("modes", (s, d) =>
            s.Word<PresenceMode>(d, ("in_person", PresenceMode.InPerson), ("remote", PresenceMode.Remote)) is { } w ? new SelectReader.Box<PresenceMode>(w) : null, least: 1);
        var lost = fields.Word<LostConnection>("lost_connection", ("counts_absent", LostConnection.CountsAbsent), ("suspends_vote", LostConnection.SuspendsVote), ("repeats_vote", LostConnection.RepeatsVote));
        var grace = fields.Opt("grace", PeriodGrammar.Read);
        fields.Done();
        var remote = modes.Any(m => m.Value == PresenceMode.Remote);
        if (remote && !fields.Has("lost_connection"))
            scope.Fault(FaultKind.MissingKey, datum.Clause, "who may be present remotely can lose the connection: 'lost_connection' must say what that does (counts_absent, suspends_vote, repeats_vote)");
        return new([.. modes.Select(m => m.Value)]) { Clause = datum.Clause, LostConnection = lost ?? LostConnection.CountsAbsent, Grace = grace };
    }

    public static Proxies? Proxies(Scope scope, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        var allowed = fields.Need("allowed", (s, d) => s.Truth(d) is { } t ? new SelectReader.Box<bool>(t) : null);
        var reason = fields.Text("reason");
        var max = fields.Whole("max_per_holder", least: 1);
        var valid = fields.Opt("valid_for", PeriodGrammar.Read);
        fields.Done();
        if (allowed is { Value: false } && reason is null) scope.Fault(FaultKind.MissingKey, datum.Clause, "proxies are forbidden: 'reason' must say why");
        if (allowed is { Value: true } && max is null) scope.Fault(FaultKind.MissingKey, datum.Clause, "proxies are allowed: 'max_per_holder' must say how many one person may carry");
        return allowed is null ? null : new(allowed.Value) { Clause = datum.Clause, Reason = reason, MaxPerHolder = max, ValidFor = valid };
    }

    public static Service? Service(Scope scope, Datum datum)
    {
        if (datum is Datum.Map { Entries.IsEmpty: true }) scope.Fault(FaultKind.MissingKey, datum.Clause, "at least one channel (email, letter, by_hand …) is expected here");
        return new(Fields.MapOf(scope, datum, Channel)) { Clause = datum.Clause };
    }

    private static ServiceChannel? Channel(Scope scope, string name, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        var counts = fields.Need("counts", (s, d) =>
            s.Word<ServiceEvent>(d, ("sent", ServiceEvent.Sent), ("posted", ServiceEvent.Posted), ("delivered", ServiceEvent.Delivered)) is { } w ? new SelectReader.Box<ServiceEvent>(w) : null);
        var plus = fields.Opt("plus", PeriodGrammar.Read);
        fields.Done();
        if (plus is { Unit: < PeriodUnit.Day }) scope.Fault(FaultKind.WrongValue, plus.Clause, "service is counted in days or longer");
        return counts is null ? null : new(name, counts.Value) { Clause = datum.Clause, Plus = plus };
    }
}
