using System.Collections.Immutable;
using System.Globalization;
using Mandate.Constitutions;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Sessions;

namespace Mandate.Organisation.Motions;

/// <summary>Filing a motion, and revising it while its notice is still kept.</summary>
internal static class FilingRules
{
    /// <param name="asOfRight">A matter that was decided comes up again by right: nobody's signatures are asked for.</param>
    public static Decision File(State state, Act act, FileMotion c, bool asOfRight = false)
    {
        var rules = state.Statutes.At(act.At);
        if (c.Motion.Length == 0) return ProtocolRefusals.Malformed("motion", "a non-empty id", c.Motion);
        if (state.Motions.Find(c.Motion) is not null) return ProtocolRefusals.Taken("motion", c.Motion);
        if (state.Sessions.Find(c.Session) is not { } session || !rules.Bodies.TryGetValue(session.Body, out var body)) return ProtocolRefusals.Unknown("session", c.Session);
        if (session.Stage is not (SessionStage.Convened or SessionStage.Open or SessionStage.Adjourned))
            return ProtocolRefusals.WrongStage("session", c.Session, SessionStage.Convened.ToString(), session.Stage.ToString());
        if (!ClassRule.IsKnown(rules, c.Class)) return MotionsRefusals.UnknownClass(rules, c.Class);
        if (c.Title.Length is 0 or > 200) return ProtocolRefusals.Malformed("title", "a title of at most 200 characters", c.Title.Length);
        var clauses = c.Clauses.IsDefault ? [] : c.Clauses;
        var of = ClassRule.Of(state, rules, c.Class, clauses, c.Target, session.Body);
        var gathering = false;
        if (!asOfRight && Movers.Directly(state, act, session, body) is { } notDirectly)
        {
            gathering = state.Roll.Member(act.By) is { InGoodStanding: true } member
                && (session.Unit is null || state.Roll.LiesIn(member.Unit, session.Unit))
                && !Movers.Initiatives(rules, session.Body, c.Class).IsEmpty;
            if (!gathering) return notDirectly;
        }
        if (Content(state, act, rules, session, of, c.Class, c.Texts, clauses, c.Proposed, c.Target, c.Expires) is { } content) return content;
        var lacking = MotionRule.NoticeWhyNot(state, rules, of, c.Class, act.Day, session);
        if (lacking is not null && c.Urgent && UrgencyWhyNot(rules, of, c.Class) is { } never) return never;
        if (lacking is not null && !c.Urgent) return UrgencyWhyNot(rules, of, c.Class) is null ? lacking with { Way = "urgent" } : lacking;
        if (Blobs(act, c.Texts, c.Proposed) is { } missing) return missing;
        if (Amendment(state, act, rules, c.Class, clauses, c.Proposed, out var changes, out var basis) is { } wrong) return wrong;
        var number = (state.Motions.All.Values.Count(m => m.Session == c.Session) + 1).ToString(CultureInfo.InvariantCulture);
        var filed = new MotionFiled(
            c.Motion, number, c.Session, c.Class, c.Title, act.By, act.InNameOf, c.Texts.WithComparers(StringComparer.Ordinal), changes, c.Proposed,
            basis, c.Target, c.Expires, c.Urgent && lacking is not null, gathering);
        var clause = of.Procedure?.Clause.Path ?? rules.Procedure.Default.Clause.Path;
        if (!gathering) return Decision.Accept(clause, filed, Movers.ItemOf(c.Session, c.Motion, c.Title));
        var after = Decider.Evolve(state, filed, new Occasion(state.Size, act.At, act.By, act.Blobs));
        return Movers.Backing(after, rules, after.Motions.All[c.Motion], session, act.At) is { Met: true } backing
            ? Decision.Accept(clause, filed, new MotionReady(c.Motion, backing.Clause), Movers.ItemOf(c.Session, c.Motion, c.Title))
            : Decision.Accept(clause, filed);
    }

    /// <summary>
    /// A revised text is a new text: its notice must still be kept from today, for every session it is before. Only merging the
    /// same changes into a constitution that has come into force since needs none.
    /// </summary>
    public static Decision Revise(Dealing d, ReviseMotion c)
    {
        if (d.NeedsUndecided() is { } stage) return stage;
        if (d.NeedsMover() is { } notYours && !Merges(d, c)) return notYours;
        if (d.NeedsSession() is { } session) return session;
        if (d.NeedsNoVote() is { } running) return running;
        var clauses = c.Clauses.IsDefault ? [] : c.Clauses;
        var of = ClassRule.Of(d.State, d.Rules, d.Motion.Class, clauses, d.Motion.Target, d.Session.Body);
        if (Content(d.State, d.Act, d.Rules, d.Session, of, d.Motion.Class, c.Texts, clauses, c.Proposed, d.Motion.Target, d.Motion.Expires) is { } content) return content;
        if (!d.Motion.Urgent && !Merges(d, c))
            foreach (var before in d.Motion.AlsoBefore.Keys.Prepend(d.Motion.Session).Select(d.State.Sessions.Find).OfType<Session>())
                if (MotionRule.NoticeWhyNot(d.State, d.Rules, of, d.Motion.Class, d.Act.Day, before) is { } lacking) return lacking with { Way = "amend-instead" };
        if (Blobs(d.Act, c.Texts, c.Proposed) is { } missing) return missing;
        if (Amendment(d.State, d.Act, d.Rules, d.Motion.Class, clauses, c.Proposed, out var changes, out var basis) is { } wrong) return wrong;
        if (!Merges(d, c)) return Decision.Accept(d.Clause, new MotionRevised(d.Motion.Id, c.Texts.WithComparers(StringComparer.Ordinal), changes, c.Proposed, basis));
        return changes.Order(ByPath).SequenceEqual(d.Motion.Changes.Order(ByPath))
            ? Decision.Accept(d.Clause, Consequences.Merge(d.State, d.Act, d.Motion, new MotionMerged(d.Motion.Id, c.Proposed!, basis!)))
            : MotionsRefusals.MergeChangesText(d.Rules.Amend.Clause.Path, d.Motion);
    }

    /// <summary>Whether the same text and clauses are to be merged into another constitution than the one they were filed against.</summary>
    private static bool Merges(Dealing d, ReviseMotion c) =>
        c.Proposed is not null && d.Motion.Basis is { BasedOn: var basis } && basis != d.State.Statutes.VersionAt(d.At)?.Yaml
        && c.Texts.OrderBy(t => t.Key, StringComparer.Ordinal).SequenceEqual(d.Motion.Current.Texts.OrderBy(t => t.Key, StringComparer.Ordinal))
        && !c.Clauses.IsDefault && c.Clauses.Order(StringComparer.Ordinal).SequenceEqual(d.Motion.Changes.Select(x => x.Path).Order(StringComparer.Ordinal), StringComparer.Ordinal);

    private static Comparer<ClauseChange> ByPath { get; } = Comparer<ClauseChange>.Create((a, b) => string.CompareOrdinal(a.Path, b.Path));

    /// <summary>Null when the class can be heard without notice.</summary>
    private static Refusal? UrgencyWhyNot(Constitution rules, ClassRule of, string @class) =>
        rules.Procedure.UrgentMotion is { Rule: not null } urgent && !urgent.Cannot.Contains(@class, StringComparer.Ordinal)
            ? null
            : MotionsRefusals.CannotBeUrgent(rules.Procedure.UrgentMotion, of.Notice?.Clause.Path ?? "", @class);

    private static Refusal? Content(
        State state, Act act, Constitution rules, Session session, ClassRule of, string @class,
        ImmutableSortedDictionary<string, string> texts, ImmutableArray<string> clauses, ProposedConstitution? proposed, string? target, DateOnly? expires)
    {
        if (texts.IsEmpty) return ProtocolRefusals.Malformed("texts", "the text in one language at least", "");
        foreach (var (language, sha256) in texts)
            if (language.Length == 0 || !IsSha256(sha256)) return ProtocolRefusals.Malformed("texts", "language and SHA-256 in lower hex", $"{language}: {sha256}");
        if (of.Procedure is not null && Readiness.LanguagesWhyNot(rules, of.Procedure, new TextVersion(1, texts, act.At, act.By)) is { } language1) return language1;
        if (of.Procedure is { SunsetRequired: true } && expires is null) return MotionsRefusals.EndDateMissing(of.Procedure);
        if (expires is { } end && end < session.FirstDay) return MotionsRefusals.EndsInThePast(of.Procedure?.Clause.Path ?? rules.Procedure.Default.Clause.Path, session.FirstDay, end);
        if (@class == ClassRule.Amendment)
        {
            if (clauses.IsEmpty) return MotionsRefusals.ClausesMissing(rules.Amend.Clause.Path);
            if (proposed is null || !IsSha256(proposed.Yaml)) return ProtocolRefusals.Malformed("proposed", "SHA-256 of the whole constitution as it will stand", proposed?.Yaml ?? "");
        }
        else if (!clauses.IsEmpty || proposed is not null) return MotionsRefusals.WrongBody(rules.Amend.Clause.Path, ClassRule.Amendment, @class);
        if (TargetWhyNot(state, act, rules, @class, target, session.Body) is { } wrong) return wrong;
        return BodyWhyNot(rules, of, session);
    }

    private static Refusal? TargetWhyNot(State state, Act act, Constitution rules, string @class, string? target, string body)
    {
        var clause = rules.Procedure.ByObject.GetValueOrDefault(@class)?.Clause.Path ?? rules.Procedure.Clause.Path;
        switch (@class)
        {
            case ClassRule.RemoveOfficer:
                if (target is null || !state.Offices.Tenures.TryGetValue(target, out var tenure) || !tenure.HeldAt(act.At)) return MotionsRefusals.NoTarget(clause, @class, target ?? "");
                var place = rules.Offices.ContainsKey(tenure.Seat.Of) ? "offices." + tenure.Seat.Of : "bodies." + tenure.Seat.Of;
                var removal = ClassRule.Removal(state, rules, target, body);
                return removal is null ? MotionsRefusals.NoWayOfRemoval(place, tenure.Seat.Of)
                    : removal.By.Id != body ? MotionsRefusals.WrongBody(removal.Clause.Path, removal.By.Id, body) : null;
            case ClassRule.DissolveUnit:
                if (target is null || state.Roll.Unit(target) is not { Until: null } || ClassRule.Dissolution(state, rules, target) is not { } decider) return MotionsRefusals.NoTarget(clause, @class, target ?? "");
                return decider.Name is { Kind: RefKind.Body } by && by.Id != body ? MotionsRefusals.WrongBody(decider.Clause.Path, by.Id, body) : null;
            default:
                return target is null ? null : MotionsRefusals.WrongBody(clause, ClassRule.RemoveOfficer, @class);
        }
    }

    /// <summary>A motion is filed where something of it is decided: where the rule names bodies, in one of them.</summary>
    private static Refusal? BodyWhyNot(Constitution rules, ClassRule of, Session session)
    {
        if (session.Body.Length > 0 && ClassRule.Power(rules, "") is null && of.Rule is MajorityRule) return null;
        var named = Bodies(of.Rule).ToList();
        return named.Count == 0 || named.Contains(session.Body, StringComparer.Ordinal) ? null : MotionsRefusals.WrongBody(of.Rule.Clause.Path, string.Join(", ", named), session.Body);
    }

    private static IEnumerable<string> Bodies(Rule rule) => rule switch
    {
        BodyRule r => [r.Body.Id],
        AllOf all => all.Rules.SelectMany(Bodies),
        AnyOf any => any.Rules.SelectMany(Bodies),
        _ => [],
    };

    private static Refusal? Blobs(Act act, ImmutableSortedDictionary<string, string> texts, ProposedConstitution? proposed)
    {
        foreach (var sha256 in texts.Values.Concat(proposed is null ? [] : proposed.Texts.Values.Append(proposed.Yaml)))
            if (act.Blobs.Read(sha256) is null) return ProtocolRefusals.BlobMissing(sha256);
        return null;
    }

    private static Refusal? Amendment(State state, Act act, Constitution rules, string @class, ImmutableArray<string> clauses, ProposedConstitution? proposed, out ImmutableArray<ClauseChange> changes, out ProposalBasis? basis)
    {
        changes = [];
        basis = null;
        if (@class != ClassRule.Amendment) return null;
        var refusal = ProposedText.WhyNot(state, act, rules, clauses, proposed!, out changes, out var canonical);
        basis = new ProposalBasis(canonical, state.Statutes.VersionAt(act.At)!.Yaml);
        return refusal;
    }

    private static bool IsSha256(string text) => text.Length == 64 && text.All(c => c is >= '0' and <= '9' or >= 'a' and <= 'f');
}
