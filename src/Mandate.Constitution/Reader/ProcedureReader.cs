using System.Collections.Immutable;

namespace Mandate.Constitutions.Reader;

/// <summary>Procedure, publication and restrictions.</summary>
internal static class ProcedureReader
{
    private static readonly string[] Required = ["amendment", "restrict_right", "remove_officer"];

    public static Procedure? Read(Scope scope, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        fields.Later("served_by", "clear_days", "secret_on_demand", "roll_call_on_demand", "motion_amendments");
        var byDefault = fields.Need("default", Default);
        var byObject = fields.Need("by_object", (s, d) => new SelectReader.Box<ImmutableSortedDictionary<string, ObjectProcedure>>(Fields.MapOf<ObjectProcedure>(s, d, OfClass)));
        if (fields.Raw("by_object") is Datum.Map classes)
        {
            foreach (var name in Required.Where(name => classes[name] is null))
                scope.Fault(FaultKind.MissingKey, classes.Clause, $"the class '{name}' is missing: its procedure must be stated");
        }
        var urgent = fields.Opt("urgent_motion", Urgent);
        var served = fields.Opt("served_by", MeetingReader.Service);
        var clear = fields.Truth("clear_days") ?? false;
        var secret = fields.Opt("secret_on_demand", QuantityGrammar.Read);
        var rollCall = fields.Opt("roll_call_on_demand", QuantityGrammar.Read);
        var amendments = fields.Opt("motion_amendments", OfAmendments);
        fields.Done();
        return byDefault is null || byObject is null ? null : new()
        {
            Clause = datum.Clause, Default = byDefault, ByObject = byObject.Value, UrgentMotion = urgent, ServedBy = served, ClearDays = clear, SecretOnDemand = secret,
            RollCallOnDemand = rollCall, MotionAmendments = amendments,
        };
    }

    private static MotionAmendments? OfAmendments(Scope scope, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        var result = new MotionAmendments
        {
            Clause = datum.Clause,
            Levels = fields.Whole("levels", least: 0),
            Order = fields.Word<AmendmentOrder>("order", ("as_filed", AmendmentOrder.AsFiled), ("by_chair", AmendmentOrder.ByChair)),
            ProposedBy = fields.OneOrMany("proposed_by", Scope.Actor),
        };
        fields.Done();
        return result;
    }

    private static DefaultProcedure? Default(Scope scope, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        fields.Later("judged_by");
        var result = new DefaultProcedure
        {
            Clause = datum.Clause,
            Rule = fields.Opt("rule", RuleReader.Rule),
            Notice = fields.Opt("notice", PeriodGrammar.Read),
            Effective = fields.Word<Effective>("effective", ("on_publication", Effective.OnPublication), ("on_adoption", Effective.OnAdoption)),
            JudgedBy = fields.Opt("judged_by", Scope.BodyName),
        };
        fields.DoneOpen();
        return result;
    }

    private static ObjectProcedure? OfClass(Scope scope, string name, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        fields.Later("judged_by");
        var notice = fields.Need("notice", PeriodGrammar.Read);
        var rule = fields.Opt("rule", RuleReader.Rule);
        var sunset = fields.Word<bool>("sunset", ("required", true), ("optional", false));
        var readings = fields.Whole("readings", least: 1);
        var interval = fields.Opt("interval", PeriodGrammar.Read);
        var notOn = fields.Word<bool>("not_on", ("last_day", true));
        var textIn = fields.Text("text_in");
        var consent = fields.OneOrMany("consent_of", Scope.Actor);
        var publish = fields.Word<PublishWhen>("publish", ("immediately", PublishWhen.Immediately), ("on_entry", PublishWhen.OnEntry));
        var hearing = fields.Word<bool>("hearing", ("required", true));
        var ballot = fields.Word<BallotKind>("ballot", SelectReader.Ballots);
        var judged = fields.Opt("judged_by", Scope.BodyName);
        fields.Done();
        return notice is null ? null : new(name)
        {
            Clause = datum.Clause, Notice = notice, Rule = rule, SunsetRequired = sunset ?? false, Readings = readings, Interval = interval, NotOnLastDay = notOn ?? false,
            TextIn = textIn, ConsentOf = consent, Publish = publish, HearingRequired = hearing ?? false, Ballot = ballot, JudgedBy = judged,
        };
    }

    private static UrgentMotion? Urgent(Scope scope, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        var result = new UrgentMotion { Clause = datum.Clause, Rule = fields.Opt("rule", RuleReader.Rule), Cannot = fields.List("cannot", Class) };
        fields.DoneOpen();
        return result;
    }

    private static string? Class(Scope scope, Datum datum)
    {
        if (scope.Text(datum) is not { } name) return null;
        if (!scope.Names.Classes.Contains(name) && Nearest.To(name, scope.Names.Classes) is { } near)
            scope.Warn(FaultKind.UnknownName, datum.Clause, $"no class of decision in procedure.by_object is called '{name}'", near);
        return name;
    }

    public static Publication? Publication(Scope scope, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        var audience = fields.Need("default", (s, d) =>
            s.Word<Audience>(d, ("public", Audience.Public), ("public_to_members", Audience.PublicToMembers)) is { } w ? new SelectReader.Box<Audience>(w) : null);
        var confidential = fields.Opt("confidential", Confidential);
        fields.Done();
        return audience is null ? null : new(audience.Value) { Clause = datum.Clause, Confidential = confidential };
    }

    private static Confidential? Confidential(Scope scope, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        var classes = fields.NeedList("classes", (s, d) => s.Text(d));
        var by = fields.Need("by", Scope.Actor);
        var max = fields.Need("max", PeriodGrammar.Read);
        var reviewed = fields.Opt("reviewed_by", Scope.Actor);
        var cannot = fields.NeedList("cannot_cover", (s, d) => s.Text(d));
        fields.DoneOpen();
        return by is null || max is null ? null : new() { Clause = datum.Clause, Classes = classes, By = by, Max = max, ReviewedBy = reviewed, CannotCover = cannot };
    }

    public static Restriction? Restriction(Scope scope, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        fields.Later("judged_by");
        var right = fields.Need("right", (s, d) => s.Name(d, RefKind.Class));
        if (right is not null && !scope.Names.Rights.Contains(right.Id))
            scope.Fault(FaultKind.UnknownName, right.Clause, $"no right is called '{right.Id}'", Nearest.To(right.Id, scope.Names.Rights));
        var extent = fields.NeedText("scope");
        var reason = fields.NeedText("reason");
        var adopted = fields.NeedDate("adopted_on");
        var expires = fields.NeedDate("expires");
        if (expires < adopted) fields.Contradiction("it expires before it is adopted");
        var renewals = fields.Need("renewals", Renewals);
        var judged = fields.Opt("judged_by", Scope.BodyName);
        fields.Done();
        return right is null || extent is null || reason is null || adopted is null || expires is null || renewals is null ? null : new(right.Id)
        {
            Clause = datum.Clause, Scope = extent, Reason = reason, AdoptedOn = adopted.Value, Expires = expires.Value,
            MaxRenewals = renewals.Value.Max, RenewedBy = renewals.Value.By, JudgedBy = judged,
        };
    }

    private static SelectReader.Box<(int Max, Ref By)>? Renewals(Scope scope, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        var max = fields.Need("max", (s, d) => s.Whole(d) is { } m and >= 0 ? new SelectReader.Box<int>(m) : null);
        var by = fields.Need("by", Scope.Actor);
        fields.Done();
        return max is null || by is null ? null : new((max.Value, by));
    }
}
