using System.Collections.Immutable;

namespace Mandate.Constitutions.Reader;

/// <summary>Powers, incompatibilities and caps.</summary>
internal static class PowerReader
{
    private static readonly (string, Verb)[] Verbs =
    [
        ("appoint", Verb.Appoint), ("elect", Verb.Elect), ("remove", Verb.Remove), ("confirm", Verb.Confirm), ("nominate", Verb.Nominate),
        ("admit", Verb.Admit), ("expel", Verb.Expel), ("convene", Verb.Convene), ("set_agenda", Verb.SetAgenda), ("propose", Verb.Propose),
        ("decide", Verb.Decide), ("publish", Verb.Publish), ("inspect", Verb.Inspect), ("veto", Verb.Veto), ("amend", Verb.Amend),
    ];

    public static Power? Power(Scope scope, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        fields.Later("judged_by");
        var id = fields.Need("id", (s, d) => s.Name(d, RefKind.Class));
        var verb = fields.Need("verb", (s, d) => s.Word<Verb>(d, Verbs) is { } v ? new SelectReader.Box<Verb>(v) : null);
        if (!fields.Has("object")) scope.Fault(FaultKind.MissingKey, datum.Clause, "the key 'object' is missing: what is the power over?");
        var matters = fields.OneOrMany("object", Scope.Matter);
        var holder = fields.Need("holder", RuleReader.Holder);
        var rule = fields.Opt("rule", RuleReader.Rule);
        var proposal = fields.OneOrMany("on_proposal_of", Scope.Actor);
        var consent = fields.OneOrMany("consent_of", Scope.Actor);
        var include = fields.List("must_include", RuleReader.Rule, least: 1);
        var limits = fields.List("limits", (s, d) => s.Text(d));
        var review = fields.Opt("review", Review);
        var access = fields.Text("access");
        var publishes = fields.Word<Publishes>("publishes", ("directly", Publishes.Directly), ("via_inspected", Publishes.ViaInspected));
        var floor = fields.Map("floor", Floor);
        var judged = fields.Opt("judged_by", Scope.BodyName);
        fields.Done();
        return id is null || verb is null || holder is null ? null : new(id.Id, verb.Value)
        {
            Clause = datum.Clause, Object = matters, Holder = holder, Rule = rule, OnProposalOf = proposal, ConsentOf = consent, MustInclude = include,
            Limits = limits, Review = review, Access = access, Publishes = publishes, Floor = floor, JudgedBy = judged,
        };
    }

    private static Quantity? Floor(Scope scope, string holder, Datum datum)
    {
        if (!scope.Names.Has(RefKind.Body, holder) && !scope.Names.Has(RefKind.Office, holder))
            scope.Fault(FaultKind.UnknownName, datum.Clause, $"no body or office is called '{holder}'", Nearest.To(holder, scope.Names.Of([RefKind.Body, RefKind.Office])));
        return QuantityGrammar.Read(scope, datum);
    }

    private static Review? Review(Scope scope, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        var review = new Review { Clause = datum.Clause, By = fields.Opt("by", Scope.Actor), Petition = fields.Opt("petition", QuantityGrammar.Read) };
        fields.DoneOpen();
        return review;
    }

    public static Incompatible? Incompatible(Scope scope, Datum datum)
    {
        if (datum is not Datum.List { Items.Length: 2 } pair)
        {
            scope.Fault(FaultKind.WrongValue, datum.Clause, "a pair is expected here: [one, other]");
            return null;
        }
        var one = Scope.Quality(scope, pair.Items[0]);
        var other = Scope.Quality(scope, pair.Items[1]);
        if (one is not null && one.Id == other?.Id) scope.Fault(FaultKind.Contradiction, datum.Clause, $"'{one.Id}' cannot be incompatible with itself");
        return one is null || other is null ? null : new(one, other) { Clause = datum.Clause };
    }

    public static Cap? Cap(Scope scope, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        var body = fields.Need("body", Scope.BodyName);
        var tag = fields.Need("tag", Scope.Quality);
        var max = fields.Need("max", QuantityGrammar.Read);
        fields.Done();
        return body is null || tag is null || max is null ? null : new(body, tag, max) { Clause = datum.Clause };
    }
}
