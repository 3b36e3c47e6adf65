namespace Mandate.Constitutions.Reader;

/// <summary>How seats and offices are filled, and who is eligible.</summary>
internal static class SelectReader
{
    private static readonly string[] Forms = ["elect", "appoint", "lot", "ex_officio", "coopt", "external"];

    private static readonly (string, ElectionMethod)[] Methods =
    [
        ("stv", ElectionMethod.Stv), ("irv", ElectionMethod.Irv), ("plurality", ElectionMethod.Plurality), ("approval", ElectionMethod.Approval),
        ("condorcet", ElectionMethod.Condorcet), ("list_pr", ElectionMethod.ListPr), ("block", ElectionMethod.Block),
    ];

    public static readonly (string, BallotKind)[] Ballots = [("secret", BallotKind.Secret), ("open", BallotKind.Open)];

    public static Select? Read(Scope scope, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        var map = (Datum.Map)datum;
        var forms = Forms.Where(f => map[f] is not null).ToArray();
        if (forms.Length != 1)
        {
            var near = forms.Length > 0 ? null : map.Entries.Select(e => Nearest.To(e.Key, Forms)).FirstOrDefault(n => n is not null);
            scope.Fault(FaultKind.WrongValue, datum.Clause, $"exactly one of {string.Join(", ", Forms)} says how the seat is filled", near);
            return null;
        }
        Select? select = forms[0] switch
        {
            "elect" => fields.Need("elect", Elect),
            "appoint" => fields.Need("appoint", Appoint),
            "lot" => fields.Need("lot", Lot),
            "ex_officio" => fields.Need("ex_officio", Scope.BodyOrOffice) is { } office ? new ExOfficio(office) { Clause = datum.Clause } : null,
            "coopt" => fields.Need("coopt", Coopt),
            _ => fields.NeedText("external") is { } who ? new External(who) { Clause = datum.Clause } : null,
        };
        fields.Done();
        return select;
    }

    private static Elect? Elect(Scope scope, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        fields.Later("ballot", "run_by", "repeat");
        var electorate = fields.Opt("electorate", Scope.ElectorateName);
        var body = fields.Opt("body", Scope.BodyName);
        if (fields.Has("electorate") == fields.Has("body")) fields.Contradiction("an election is either by an electorate or by a body: write exactly one of 'electorate' and 'body'");
        var method = fields.Need("method", (s, d) => s.Word<ElectionMethod>(d, Methods) is { } m ? new Box<ElectionMethod>(m) : null);
        var within = fields.Opt("within", Scope.UnitName);
        var confirm = fields.Opt("confirm", Confirm);
        var ballot = fields.Word<BallotKind>("ballot", Ballots);
        var runBy = fields.Opt("run_by", Scope.Actor);
        var repeat = fields.Opt("repeat", Repeat);
        fields.Done();
        return method is null ? null : new(method.Value)
        {
            Clause = datum.Clause, Electorate = electorate, Body = body, Within = within, Confirm = confirm, Ballot = ballot, RunBy = runBy, Repeat = repeat,
        };
    }

    private static Confirm? Confirm(Scope scope, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        var by = fields.Need("by", Scope.Actor);
        var (rejections, read) = fields.Limit("rejections", 0);
        fields.DoneOpen();
        return by is null || !read ? null : new(by) { Clause = datum.Clause, Rejections = rejections };
    }

    private static Repeat? Repeat(Scope scope, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        var majority = fields.Need("majority", MajorityGrammar.Read);
        var max = fields.Whole("max", least: 2);
        var drop = fields.Truth("drop_lowest") ?? false;
        var then = fields.Word<RepeatEnd>("then", ("plurality", RepeatEnd.Plurality), ("lot", RepeatEnd.Lot), ("new_nominations", RepeatEnd.NewNominations));
        if (max is null || then is null) scope.Fault(FaultKind.MissingKey, datum.Clause, "repeated ballots need 'max' (how often) and 'then' (plurality, lot or new_nominations), or they need not end");
        fields.Done();
        return majority is null || max is null || then is null ? null : new(majority, max.Value) { Clause = datum.Clause, DropLowest = drop, Then = then.Value };
    }

    private static Appoint? Appoint(Scope scope, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        if (!fields.Has("by")) scope.Fault(FaultKind.MissingKey, datum.Clause, "the key 'by' is missing: who appoints?");
        var by = fields.OneOrMany("by", Scope.Actor);
        var proposal = fields.OneOrMany("on_proposal_of", Scope.Actor);
        var consent = fields.OneOrMany("consent_of", Scope.Actor);
        fields.Done();
        return by.IsEmpty ? null : new(by) { Clause = datum.Clause, OnProposalOf = proposal, ConsentOf = consent };
    }

    private static Lot? Lot(Scope scope, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        var pool = fields.Need("pool", (s, d) => s.Name(d, RefKind.Electorate, RefKind.Body, RefKind.Tag));
        var volunteers = fields.Truth("volunteers") ?? false;
        var verifiable = fields.Truth("verifiable") ?? false;
        fields.Later("one_per", "quotas");
        var onePer = fields.Opt("one_per", Scope.UnitName);
        var quotas = fields.List("quotas", LotQuota, least: 1);
        fields.Done();
        return pool is null ? null : new(pool) { Clause = datum.Clause, Volunteers = volunteers, Verifiable = verifiable, OnePer = onePer, Quotas = quotas };
    }

    private static LotQuota? LotQuota(Scope scope, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        var per = fields.Opt("per", Scope.UnitName);
        var period = fields.Opt("member_for", PeriodGrammar.Read);
        var (min, max) = (fields.Whole("min"), fields.Whole("max"));
        fields.Done();
        if (fields.Has("per") == fields.Has("member_for")) scope.Fault(FaultKind.MissingKey, datum.Clause, "a quota is for each unit of a kind ('per') or for members of some standing ('member_for'): exactly one of both");
        if (!fields.Has("min") && !fields.Has("max")) scope.Fault(FaultKind.MissingKey, datum.Clause, "a quota needs 'min', 'max' or both");
        if (max < (min ?? 0)) scope.Fault(FaultKind.Contradiction, datum.Clause, "'max' is less than 'min'");
        return new(per, period, min ?? 0, max) { Clause = datum.Clause };
    }

    private static Coopt? Coopt(Scope scope, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        var limit = fields.Need("limit", QuantityGrammar.Read);
        fields.DoneOpen();
        return limit is null ? null : new(limit) { Clause = datum.Clause };
    }

    public static Eligible? Eligible(Scope scope, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        var eligible = new Eligible
        {
            Clause = datum.Clause,
            AllOf = fields.List("all_of", Predicate, least: 1),
            AnyOf = fields.List("any_of", Predicate, least: 1),
            NoneOf = fields.List("none_of", Predicate, least: 1),
        };
        fields.Done();
        if (((Datum.Map)datum).Entries.IsEmpty) scope.Fault(FaultKind.MissingKey, datum.Clause, "eligibility needs at least one of all_of, any_of, none_of");
        return eligible;
    }

    private static Predicate? Predicate(Scope scope, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        if (((Datum.Map)datum).Entries.Length != 1) scope.Fault(FaultKind.WrongValue, datum.Clause, "a condition has exactly one of holds, held, member_for, candidate, employed_as, in_unit");
        var holds = fields.Opt("holds", Scope.Quality);
        var held = fields.Opt("held", Held);
        var memberFor = fields.Opt("member_for", PeriodGrammar.Read);
        var candidate = fields.Truth("candidate");
        var employed = fields.Text("employed_as");
        var inUnit = fields.Later("in_unit").Truth("in_unit");
        fields.Done();
        if (holds is not null) return new Holds(holds) { Clause = datum.Clause };
        if (held is not null) return held with { Clause = datum.Clause };
        if (memberFor is not null) return new MemberFor(memberFor) { Clause = datum.Clause };
        if (candidate is { } stands) return new Candidate(stands) { Clause = datum.Clause };
        if (inUnit is { } belongs) return new InUnit(belongs) { Clause = datum.Clause };
        return employed is null ? null : new EmployedAs(employed) { Clause = datum.Clause };
    }

    private static Held? Held(Scope scope, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        var tag = fields.Need("tag", Scope.Quality);
        var within = fields.Need("within", PeriodGrammar.Read);
        fields.Done();
        return tag is null || within is null ? null : new(tag, within) { Clause = datum.Clause };
    }

    /// <summary>A value where the reader's functions hand references about.</summary>
    internal sealed record Box<T>(T Value);
}
