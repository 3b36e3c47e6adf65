using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;

namespace Mandate.Organisation.Federation;

/// <summary>Another organisation, with a constitution, a register, a key and a record of its own.</summary>
/// <param name="Key">The verifier key of its record (c2sp.org/signed-note), <c>name+id+base64</c>: with it everybody reads and checks what it decided.</param>
public sealed record TreatyPartner(string Name, string Key);

/// <summary>
/// Put a treaty with other organisations before this one (requirement S236): which of its own powers it hands to what they do together, which it shares, and how
/// long before it leaves. Each of them decides by its own constitution.
/// </summary>
/// <param name="Delegated">Powers of this constitution, by id, that it would no longer use alone.</param>
/// <param name="Shared">Powers that it would go on using beside the others.</param>
[WireName("federation.propose-treaty")]
public sealed record ProposeTreaty(string Id, string Title, string Text, ImmutableArray<TreatyPartner> Partners, ImmutableArray<string> Delegated, ImmutableArray<string> Shared, int NoticeDays) : FederationCommand
{
    public override IEnumerable<string> Reads() => [Text];
}

/// <summary>Join by an adopted motion whose text is that of the treaty.</summary>
[WireName("federation.join-treaty")]
public sealed record JoinTreaty(string Treaty, string Motion) : FederationCommand;

/// <summary>Write down that a partner has joined, and where in its own record everybody finds that.</summary>
/// <param name="Entry">The place in the partner's record, from 0.</param>
[WireName("federation.note-partner")]
public sealed record NotePartner(string Treaty, string Partner, long Entry) : FederationCommand;

/// <summary>Leave by an adopted motion on it. Nobody has to agree.</summary>
[WireName("federation.leave-treaty")]
public sealed record LeaveTreaty(string Treaty, string Motion) : FederationCommand;

[WireName("federation.treaty-proposed")]
public sealed record TreatyProposed(string Id, string Title, string Text, ImmutableArray<TreatyPartner> Partners, ImmutableArray<string> Delegated, ImmutableArray<string> Shared, int NoticeDays, string For) : FederationEvent;

[WireName("federation.treaty-joined")]
public sealed record TreatyJoined(string Treaty, string Motion) : FederationEvent;

[WireName("federation.partner-noted")]
public sealed record PartnerNoted(string Treaty, string Partner, long Entry) : FederationEvent;

/// <param name="Last">The last day on which it binds.</param>
[WireName("federation.treaty-left")]
public sealed record TreatyLeft(string Treaty, string Motion, DateOnly Last) : FederationEvent;

/// <summary>A treaty of this organisation with others.</summary>
/// <param name="For">The body that put it.</param>
public sealed record Treaty(string Id, string Title, string Text, ImmutableArray<TreatyPartner> Partners, ImmutableArray<string> Delegated, ImmutableArray<string> Shared, int NoticeDays, string For, DateTimeOffset At)
{
    public string? Motion { get; init; }

    public DateTimeOffset? JoinedAt { get; init; }

    /// <summary>Where in its record each partner that has joined says so.</summary>
    public ImmutableSortedDictionary<string, long> Joined { get; init; } = ImmutableSortedDictionary.Create<string, long>(StringComparer.Ordinal);

    /// <summary>The last day; null while nobody leaves.</summary>
    public DateOnly? Last { get; init; }

    /// <summary>It binds once this organisation and at least one other have joined.</summary>
    public bool BindsOn(DateOnly day) => JoinedAt is not null && !Joined.IsEmpty && !(Last < day);
}

/// <summary>Treaties: listed, each power named, left by the organisation's own procedure.</summary>
public static class Treaties
{
    private const int MostNotice = 365;

    internal static Decision Decide(State state, Act act, FederationCommand command) => command switch
    {
        ProposeTreaty c => Propose(state, act, c),
        JoinTreaty c => Join(state, act, c),
        NotePartner c => Note(state, act, c),
        LeaveTreaty c => Leave(state, act, c),
        _ => throw new InvalidOperationException($"No rules for {command.GetType().Name}."),
    };

    /// <summary>What the rules accepted, unless it rests on a power that a treaty in force has handed over.</summary>
    internal static Decision Guarded(State state, Act act, Decision decision)
    {
        if (state.Federation.Treaties.IsEmpty || decision is not Decision.Accepted { Clause: { Length: > 0 } clause } || act.Command is LeaveTreaty) return decision;
        var rules = state.Statutes.At(act.At);
        foreach (var treaty in state.Federation.Treaties.Values.Where(t => t.BindsOn(act.Day)).OrderBy(t => t.Id, StringComparer.Ordinal))
            if (treaty.Delegated.Any(id => rules.Powers.FirstOrDefault(p => p.Id == id)?.Clause.Path is { } given && Clauses.Covers(given, clause))) return FederationRefusals.HandedOver(clause, treaty.Title);
        return decision;
    }

    private static Decision Propose(State state, Act act, ProposeTreaty c)
    {
        var rules = state.Statutes.At(act.At);
        var clause = rules.Procedure.Default.Clause.Path;
        if (c.Id.Length == 0) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (state.Federation.Treaties.ContainsKey(c.Id)) return ProtocolRefusals.Taken("treaty", c.Id);
        if (act.InNameOf is not { } body) return ProtocolRefusals.NotYours(clause, "body", act.By) with { Way = "decide-in-writing" };
        if (c.Title.Trim().Length is 0 or > 200) return ProtocolRefusals.Malformed("title", "a title of at most 200 characters", c.Title.Length);
        if (c.Partners.IsDefaultOrEmpty || c.Partners.DistinctBy(p => p.Name, StringComparer.Ordinal).Count() != c.Partners.Length || c.Partners.Any(p => p.Name.Trim().Length is 0 or > 200))
            return ProtocolRefusals.Malformed("partners", "other organisations, each once", c.Partners.Each().Length);
        if (c.Partners.FirstOrDefault(p => p.Key.Split('+') is not [{ Length: > 0 }, { Length: 8 }, { Length: > 20 }]) is { } wrong) return ProtocolRefusals.Malformed("key", "the verifier key of its record, name+id+base64", wrong.Key);
        foreach (var id in c.Delegated.Each().Concat(c.Shared.Each()))
            if (rules.Powers.All(p => p.Id != id)) return ProtocolRefusals.Unknown("power", id);
        if (c.Delegated.Each().Intersect(c.Shared.Each(), StringComparer.Ordinal).FirstOrDefault() is { } twice) return ProtocolRefusals.Malformed("shared", "powers that are not handed over", twice);
        if (c.Delegated.Each().IsEmpty && c.Shared.Each().IsEmpty) return ProtocolRefusals.Malformed("delegated", "at least one power of this constitution", 0);
        if (c.NoticeDays is < 0 or > MostNotice) return ProtocolRefusals.Malformed("noticeDays", "0 to 365 days", c.NoticeDays);
        return string.IsNullOrWhiteSpace(act.Blobs.Text(c.Text)) ? ProtocolRefusals.BlobMissing(c.Text)
            : Decision.Accept(clause, new TreatyProposed(c.Id, c.Title.Trim(), c.Text, c.Partners, [.. c.Delegated.Each().Distinct(StringComparer.Ordinal)], [.. c.Shared.Each().Distinct(StringComparer.Ordinal)], c.NoticeDays, body));
    }

    private static Decision Join(State state, Act act, JoinTreaty c)
    {
        if (Voted(state, act, c.Treaty, c.Motion, out var treaty, out var motion) is { } refusal) return refusal;
        if (treaty.JoinedAt is not null) return ProtocolRefusals.WrongStage("treaty", treaty.Id, "proposed", "joined");
        // What was voted on is what is joined: the very text.
        return motion.Current.Texts.Values.Contains(treaty.Text, StringComparer.Ordinal) ? Decision.Accept(ClauseOf(state, act), new TreatyJoined(treaty.Id, motion.Id)) : FederationRefusals.OtherText(ClauseOf(state, act), treaty.Title, motion.Title);
    }

    private static Decision Note(State state, Act act, NotePartner c)
    {
        if (!state.Federation.Treaties.TryGetValue(c.Treaty, out var treaty)) return ProtocolRefusals.Unknown("treaty", c.Treaty);
        if (treaty.Partners.All(p => p.Name != c.Partner)) return ProtocolRefusals.Unknown("partner", c.Partner);
        if (!state.Offices.ServedBy(act.By, act.At).Any(t => t.Session is null)) return ProtocolRefusals.NotYours(ClauseOf(state, act), "office", act.By);
        if (treaty.Joined.ContainsKey(c.Partner)) return ProtocolRefusals.Taken("partner", c.Partner);
        return c.Entry < 0 ? ProtocolRefusals.Malformed("entry", "a place in its record, from 0", c.Entry) : Decision.Accept(ClauseOf(state, act), new PartnerNoted(treaty.Id, c.Partner, c.Entry));
    }

    private static Decision Leave(State state, Act act, LeaveTreaty c)
    {
        if (Voted(state, act, c.Treaty, c.Motion, out var treaty, out var motion) is { } refusal) return refusal;
        if (treaty.JoinedAt is null || treaty.Last is not null) return ProtocolRefusals.WrongStage("treaty", treaty.Id, "joined", treaty.Last is null ? "proposed" : "left");
        return motion.Id == treaty.Motion ? FederationRefusals.OtherText(ClauseOf(state, act), treaty.Title, motion.Title) : Decision.Accept(ClauseOf(state, act), new TreatyLeft(treaty.Id, motion.Id, act.Day.AddDays(treaty.NoticeDays)));
    }

    /// <summary>An adopted motion that names the treaty by its id or its text, entered by whoever holds a place.</summary>
    private static Refusal? Voted(State state, Act act, string id, string by, out Treaty treaty, out Motion motion)
    {
        motion = null!;
        if (!state.Federation.Treaties.TryGetValue(id, out treaty!)) return ProtocolRefusals.Unknown("treaty", id);
        if (state.Motions.Find(by) is not { } found) return ProtocolRefusals.Unknown("motion", by);
        motion = found;
        if (!state.Offices.ServedBy(act.By, act.At).Any(t => t.Session is null)) return ProtocolRefusals.NotYours(ClauseOf(state, act), "office", act.By);
        return motion.Stage == MotionStage.Adopted ? null : ProtocolRefusals.WrongStage("motion", motion.Id, MotionStage.Adopted, motion.Stage);
    }

    private static string ClauseOf(State state, Act act) => state.Statutes.At(act.At).Procedure.Default.Clause.Path;
}
