using System.Collections.Immutable;

namespace Mandate.Constitutions.Rules;

/// <summary>
/// The procedure that applies to a class of decision: what <c>procedure.by_object</c> says of it and, where that is silent,
/// <c>procedure.default</c>. Each part knows the clause it comes from.
/// </summary>
public sealed record ProcedureOf(string Class, Clause Clause)
{
    public Period? Notice { get; init; }

    /// <summary>Never null: where the constitution is silent, a majority of votes cast.</summary>
    public required Rule Rule { get; init; }

    public bool SunsetRequired { get; init; }

    public int Readings { get; init; } = 1;

    public Period? Interval { get; init; }

    public bool NotOnLastDay { get; init; }

    /// <summary>The languages that the text must exist in.</summary>
    public ImmutableArray<string> TextIn { get; init; } = [];

    public ImmutableArray<Ref> ConsentOf { get; init; } = [];

    public PublishWhen? Publish { get; init; }

    public bool HearingRequired { get; init; }

    /// <summary>Null: open, unless it is a choice of persons.</summary>
    public BallotKind? Ballot { get; init; }

    public Effective Effective { get; init; }

    public Ref? JudgedBy { get; init; }

    /// <summary>The clause that says it, or the procedure's own where none does: <c>At("notice")</c>.</summary>
    public Clause At(string key) => Keys.GetValueOrDefault(key, Clause);

    internal ImmutableDictionary<string, Clause> Keys { get; init; } = ImmutableDictionary<string, Clause>.Empty;
}

/// <summary>Which procedure and which rule apply.</summary>
public static class Procedures
{
    public static ProcedureOf For(Constitution constitution, string decisionClass)
    {
        var byDefault = constitution.Procedure.Default;
        var own = constitution.Procedure.ByObject.GetValueOrDefault(decisionClass);
        return new(decisionClass, own?.Clause ?? byDefault.Clause)
        {
            Notice = own?.Notice ?? byDefault.Notice,
            Rule = own?.Rule ?? DefaultRule(constitution),
            SunsetRequired = own?.SunsetRequired ?? false,
            Readings = own?.Readings ?? 1,
            Interval = own?.Interval,
            NotOnLastDay = own?.NotOnLastDay ?? false,
            TextIn = LanguagesOf(constitution, own?.TextIn),
            ConsentOf = own?.ConsentOf ?? [],
            Publish = own?.Publish,
            HearingRequired = own?.HearingRequired ?? false,
            Ballot = own?.Ballot,
            Effective = byDefault.Effective ?? Effective.OnPublication,
            JudgedBy = own?.JudgedBy ?? byDefault.JudgedBy,
            Keys = Keys(constitution, byDefault.Clause).SetItems(own is null ? [] : Keys(constitution, own.Clause)),
        };
    }

    /// <summary>The rule where no clause states one: that of <c>procedure.default</c>, else a majority of votes cast.</summary>
    public static Rule DefaultRule(Constitution constitution) => constitution.Procedure.Default.Rule ?? new MajorityRule(new ShareMajority(new(1, 2), true, Basis.VotesCast)
    {
        Clause = constitution.Procedure.Default.Clause, Text = "majority of votes cast",
    }) { Clause = constitution.Procedure.Default.Clause };

    /// <summary>The majority of a body where its rule names none.</summary>
    public static Majority DefaultMajority(Constitution constitution) =>
        DefaultRule(constitution) is MajorityRule rule ? rule.Majority : new ShareMajority(new(1, 2), true, Basis.VotesCast) { Clause = constitution.Procedure.Default.Clause, Text = "majority of votes cast" };

    /// <summary>
    /// Whether a matter of that class may be moved without notice. Where the constitution has no clause on urgent motions, none may.
    /// </summary>
    public static Answer Urgent(Constitution constitution, string decisionClass)
    {
        if (constitution.Procedure.UrgentMotion is not { } urgent) return new(false, constitution.Procedure.Clause, "urgent_motion", null);
        return urgent.Cannot.Contains(decisionClass, StringComparer.Ordinal)
            ? new(false, urgent.Clause with { Path = urgent.Clause.Path + ".cannot" }, null, decisionClass)
            : new(true, urgent.Clause, (urgent.Rule ?? DefaultRule(constitution)) is MajorityRule m ? m.Majority.Text : null, decisionClass);
    }

    private static ImmutableArray<string> LanguagesOf(Constitution constitution, string? textIn) => textIn switch
    {
        null => [],
        "official_languages" => constitution.Languages.Official,
        _ => [.. textIn.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)],
    };

    private static ImmutableDictionary<string, Clause> Keys(Constitution constitution, Clause clause) =>
        Clauses.At(constitution, clause.Path) is Datum.Map map ? map.Entries.ToImmutableDictionary(e => e.Key, e => e.Value.Clause, StringComparer.Ordinal) : ImmutableDictionary<string, Clause>.Empty;
}

/// <summary>The rule by which the constitution is changed, and why that one.</summary>
/// <param name="Entrenched">The changed clauses that are entrenched; empty where the ordinary rule applies.</param>
public sealed record AmendmentRule(Rule Rule, Clause Clause, ImmutableArray<string> Entrenched)
{
    public bool IsEntrenched => !Entrenched.IsEmpty;
}

/// <summary>Which rule of amendment applies to a set of changed clauses.</summary>
public static class AmendmentRules
{
    private const string Itself = "amend.entrenched";

    /// <summary>
    /// The entrenched rule when any changed clause is entrenched, lies below or around an entrenched one, or is the entrenching
    /// clause itself: otherwise two ordinary amendments could do what one may not.
    /// </summary>
    public static AmendmentRule For(Constitution constitution, IEnumerable<string> paths)
    {
        var amend = constitution.Amend;
        if (amend.Entrenched is not { } entrenched) return new(amend.Ordinary.Rule, amend.Ordinary.Clause, []);
        var protectedClauses = entrenched.Clauses.Add(Itself);
        ImmutableArray<string> touched =
        [
            .. paths.Where(p => protectedClauses.Any(c => Clauses.Covers(c, p) || Clauses.Covers(p, c))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
        return touched.IsEmpty ? new(amend.Ordinary.Rule, amend.Ordinary.Clause, []) : new(entrenched.Rule, entrenched.Clause, touched);
    }

    /// <summary>For the whole step from one constitution to another, by the rules of the first.</summary>
    public static AmendmentRule For(Constitution before, Constitution after) =>
        For(before, ConstitutionDiff.Between(before, after).SelectMany(c => new[] { c.Path, c.OldPath }));
}
