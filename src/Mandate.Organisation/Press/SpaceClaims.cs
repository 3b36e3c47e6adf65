using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;

namespace Mandate.Organisation.Press;

/// <summary>A side of a debate says that it had less than the others: words, place or days. A drawn panel judges it within five days (requirement S124).</summary>
/// <param name="What">What it had less of.</param>
/// <param name="SeedProcedure">Which public figures, not known yet, will make the seed of the draw.</param>
[WireName("press.claim-space")]
public sealed record ClaimSpace(string Id, string Debate, string Side, string What, string SeedProcedure) : PressCommand;

/// <summary>Draw the panel: anybody may, from the day after.</summary>
[WireName("press.draw-panel")]
public sealed record DrawPanel(string Claim, string Seed) : PressCommand;

/// <summary>One of the panel says how many words the side is to have back; none where it had its share.</summary>
[WireName("press.judge-claim")]
public sealed record JudgeClaim(string Claim, int Words, string Reasons) : PressCommand;

[WireName("press.space-claimed")]
public sealed record SpaceClaimed(string Id, string Debate, string Side, string What, string SeedProcedure, DateTimeOffset SeedDue, DateOnly Due) : PressEvent;

[WireName("press.panel-drawn")]
public sealed record PanelDrawn(string Claim, string Seed, ImmutableArray<string> Panel) : PressEvent;

[WireName("press.claim-judged")]
public sealed record ClaimJudged(string Claim, int Words, string Reasons) : PressEvent;

public sealed record PanelWord(string By, int Words, string Reasons, DateTimeOffset At);

/// <param name="Due">The last day of the panel. What it has not judged by then follows from the measure.</param>
public sealed record SpaceClaim(string Id, string Debate, string Side, string What, string SeedProcedure, DateTimeOffset SeedDue, DateOnly Due, DateTimeOffset At)
{
    public ImmutableArray<string> Panel { get; init; } = [];

    public ImmutableArray<PanelWord> Judged { get; init; } = [];
}

/// <summary>
/// Claims of sides on equal space. The panel is drawn from members without a place who write in no debate; editors have no part in it. What it gives back counts by
/// itself: the side may write that much more, for thirty days also after the end, and the next issue prints it because it is due.
/// </summary>
public static class SpaceClaims
{
    /// <summary>Days for the panel; its members; days after its last day in which a credit can be used.</summary>
    public const int Days = 5, PanelSize = 5, UseDays = 30;

    /// <summary>Words that a claim gives back by a day; null while it is open.</summary>
    public static int? Credit(State state, SpaceClaim claim, DateOnly day)
    {
        var all = claim.Panel.Length > 0 && claim.Judged.Length == claim.Panel.Length;
        if (!all && day <= claim.Due) return null;
        // The most that a majority of those who judged would give.
        return claim.Judged.Length * 2 > claim.Panel.Length ? claim.Judged.Select(j => j.Words).OrderDescending().ElementAt(claim.Judged.Length / 2) : Missing(state, claim);
    }

    /// <summary>Words that a side has back in a debate and can use on that day.</summary>
    public static int CreditOf(State state, string debate, string side, DateOnly day) =>
        state.Press.Claims.Values.Where(c => c.Debate == debate && c.Side == side && day <= c.Due.AddDays(UseDays)).Sum(c => Credit(state, c, day) ?? 0);

    /// <summary>Where no panel judged: the words by which the side came behind the one that had most, as measured on the last day.</summary>
    private static int Missing(State state, SpaceClaim claim)
    {
        var measured = SpaceMeter.Of(state, state.Press.Debates[claim.Debate], claim.Due);
        return measured.IsEmpty ? 0 : measured.Max(s => s.Words) - measured.Where(s => s.Side == claim.Side).Sum(s => s.Words);
    }

    internal static Decision File(State state, Act act, ClaimSpace c)
    {
        var clause = PressRules.Clause(state, act);
        if (c.Id.Length == 0) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (state.Press.Claims.ContainsKey(c.Id)) return ProtocolRefusals.Taken("claim", c.Id);
        if (!state.Press.Debates.TryGetValue(c.Debate, out var debate)) return ProtocolRefusals.Unknown("debate", c.Debate);
        if (!PressRules.Belongs(state, act.By, c.Side, act.At) && act.InNameOf != c.Side) return PressRefusals.NotYourSide(clause, c.Side);
        if (act.Day > debate.Until.AddDays(UseDays)) return PressRefusals.DebateOver(clause, debate.Until.AddDays(UseDays));
        if (state.Press.Claims.Values.FirstOrDefault(o => o.Debate == c.Debate && o.Side == c.Side && Credit(state, o, act.Day) is null) is { } open) return ProtocolRefusals.WrongStage("claim", open.Id, "judged", "open");
        if (c.What.Length is 0 or > 1000) return ProtocolRefusals.Malformed("what", "what it says, in at most 1000 characters", c.What.Length);
        return c.SeedProcedure.Length == 0
            ? ProtocolRefusals.Malformed("seedProcedure", "which public figures make the seed", "")
            : Decision.Accept(clause, new SpaceClaimed(c.Id, c.Debate, c.Side, c.What, c.SeedProcedure, act.At.AddDays(1), act.Day.AddDays(Days)));
    }

    internal static Decision Draw(State state, Act act, DrawPanel c)
    {
        var clause = PressRules.Clause(state, act);
        if (Open(state, act, c.Claim, out var claim) is { } refusal) return refusal;
        if (state.Roll.Member(act.By) is not { InGoodStanding: true }) return ProtocolRefusals.NotYours(clause, "member", act.By);
        if (!claim.Panel.IsEmpty) return ProtocolRefusals.WrongStage("claim", claim.Id, "not drawn", "drawn");
        if (act.At < claim.SeedDue) return PressRefusals.SeedTooEarly(clause, claim.SeedDue);
        if (c.Seed.Length == 0) return ProtocolRefusals.Malformed("seed", "the public figures, written as the procedure says", "");
        var writers = state.Press.Pieces.Values.Where(p => p.Debate is not null).Select(p => p.Author).ToHashSet(StringComparer.Ordinal);
        var pool = state.Roll.Members.Values.Where(m => m.InGoodStanding && !state.Offices.HeldBy(m.Id, act.At).Any() && !writers.Contains(m.Id) && state.Tendencies.All.Values.All(t => t.Speaker != m.Id)).Select(m => m.Id);
        var panel = Lots.Draw(pool, c.Seed, PanelSize);
        return panel.IsEmpty ? OfficesRefusals.PoolTooSmall(clause, PanelSize, 0) : Decision.Accept(clause, new PanelDrawn(claim.Id, c.Seed, panel));
    }

    internal static Decision Judge(State state, Act act, JudgeClaim c)
    {
        var clause = PressRules.Clause(state, act);
        if (Open(state, act, c.Claim, out var claim) is { } refusal) return refusal;
        if (!claim.Panel.Contains(act.By, StringComparer.Ordinal)) return ProtocolRefusals.NotYours(clause, "panel", act.By);
        if (claim.Judged.Any(j => j.By == act.By)) return ProtocolRefusals.WrongStage("claim", claim.Id, "not judged by you", "judged by you");
        var most = state.Press.Debates[claim.Debate].Words;
        if (c.Words < 0 || c.Words > most) return ProtocolRefusals.Malformed("words", "no fewer than none and no more than a side has", c.Words);
        return c.Reasons.Length is 0 or > 1000 ? ProtocolRefusals.Malformed("reasons", "why, in at most 1000 characters", c.Reasons.Length) : Decision.Accept(clause, new ClaimJudged(claim.Id, c.Words, c.Reasons));
    }

    private static Refusal? Open(State state, Act act, string id, out SpaceClaim claim)
    {
        if (!state.Press.Claims.TryGetValue(id, out claim!)) return ProtocolRefusals.Unknown("claim", id);
        return Credit(state, claim, act.Day) is null ? null : ProtocolRefusals.WrongStage("claim", id, "open", "judged");
    }
}
