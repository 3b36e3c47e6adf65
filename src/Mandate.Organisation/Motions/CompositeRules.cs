using System.Collections.Immutable;
using System.Globalization;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Sessions;

namespace Mandate.Organisation.Motions;

/// <summary>
/// One motion in place of several. It is before the body as soon as two of their movers have agreed; each who agrees gives up their own,
/// which stays on record and linked, and whoever does not keeps theirs. It has the notice of its originals where it says nothing that
/// none of them says.
/// </summary>
internal static class CompositeRules
{
    public static Decision Propose(Dealing d, ProposeComposite c)
    {
        if (c.Motion.Length == 0) return ProtocolRefusals.Malformed("motion", "a non-empty id", c.Motion);
        if (d.State.Motions.Find(c.Motion) is not null) return ProtocolRefusals.Taken("motion", c.Motion);
        if (c.Title.Length is 0 or > 200) return ProtocolRefusals.Malformed("title", "a title of at most 200 characters", c.Title.Length);
        var ids = c.Of.Distinct(StringComparer.Ordinal).ToImmutableArray();
        if (ids.Length < 2) return MotionsRefusals.TooFewToComposite(d.Clause, ids.Length);
        var originals = new List<Motion>();
        foreach (var id in ids)
        {
            if (d.State.Motions.Find(id) is not { } original) return ProtocolRefusals.Unknown("motion", id);
            if (Joinable(d.State, original, d.Motion.Session) is { } not) return not;
            originals.Add(original);
        }
        if (d.NeedsSession() is { } session) return session;
        var own = originals.Find(m => m.Mover == d.By && m.MovedFor is null);
        if (own is null && ProposalRules.NotPreparing(d) is { } notYours) return notYours with { Way = "ask-a-mover" };
        if (c.Texts.IsEmpty) return ProtocolRefusals.Malformed("texts", "the text in one language at least", "");
        if (c.From.IsDefault || !c.From.SequenceEqual(originals.SelectMany(m => m.Current.Texts.Values), StringComparer.Ordinal)) return ProtocolRefusals.Malformed("from", "the texts of the motions that it joins", "");
        if (c.Texts.Values.Concat(c.From).FirstOrDefault(t => d.Act.Blobs.Read(t) is null) is { } missing) return ProtocolRefusals.BlobMissing(missing);
        var noticed = SaysNothingNew(d.Act.Blobs, c.Texts, originals) ? originals.Max(m => m.NoticedOn) : d.Act.Day;
        if (MotionRule.NoticeWhyNot(d.State, d.Rules, d.Class, ClassRule.Ordinary, noticed, d.Session) is { } lacking) return lacking with { Way = "only-noticed-paragraphs" };
        var number = (d.State.Motions.All.Values.Count(m => m.Session == d.Motion.Session) + 1).ToString(CultureInfo.InvariantCulture);
        var proposed = new CompositeProposed(c.Motion, number, d.Motion.Session, c.Title, d.By, ids, c.Texts.WithComparers(StringComparer.Ordinal), noticed);
        return own is null ? Decision.Accept(d.Clause, proposed) : Decision.Accept(d.Clause, proposed, new CompositeAgreed(c.Motion, own.Id, d.By));
    }

    /// <param name="d">About the composite.</param>
    public static Decision Agree(Dealing d, AgreeComposite c)
    {
        if (d.Motion.CompositeOf.IsEmpty || !d.Motion.CompositeOf.Contains(c.Original, StringComparer.Ordinal)) return ProtocolRefusals.Unknown("motion", c.Original);
        if (d.Motion.Stage is not (MotionStage.Compositing or MotionStage.Filed or MotionStage.OnAgenda)) return ProtocolRefusals.WrongStage("motion", d.Motion.Id, MotionStage.Compositing.ToString(), d.Motion.Stage.ToString());
        if (d.Motion.Agreed.Contains(c.Original)) return ProtocolRefusals.Taken("agreement", c.Original);
        var original = d.State.Motions.All[c.Original];
        if (Joinable(d.State, original, d.Motion.Session) is { } not) return not;
        if (!(original.MovedFor is null ? original.Mover == d.By : original.MovedFor == d.Act.InNameOf)) return MotionsRefusals.NotYourMotion(original, d.By);
        var agreed = new CompositeAgreed(d.Motion.Id, c.Original, d.By);
        if (d.Motion.Stage != MotionStage.Compositing) return Decision.Accept(d.Clause, agreed, new MotionComposited(c.Original, d.Motion.Id));
        if (d.Motion.Agreed.IsEmpty) return Decision.Accept(d.Clause, agreed);
        return Decision.Accept(d.Clause,
        [
            agreed, new CompositeCameBefore(d.Motion.Id), Movers.ItemOf(d.Motion.Session, d.Motion.Id, d.Motion.Title),
            .. d.Motion.Agreed.Add(c.Original).Where(o => d.State.Motions.All[o].Stage is MotionStage.Filed or MotionStage.OnAgenda or MotionStage.Gathering).Select(o => new MotionComposited(o, d.Motion.Id)),
        ]);
    }

    /// <summary>Null when a motion can go into another: an ordinary one before the same session, not decided and not being voted on.</summary>
    private static Refusal? Joinable(State state, Motion motion, string session)
    {
        if (motion.Stage is not (MotionStage.Filed or MotionStage.OnAgenda)) return ProtocolRefusals.WrongStage("motion", motion.Id, MotionStage.Filed.ToString(), motion.Stage.ToString());
        if (motion.Class != ClassRule.Ordinary || motion.Session != session || motion.Urgent || !motion.Carried.IsEmpty) return MotionsRefusals.NotForComposite(motion, session);
        return state.Votes.All.Values.Where(v => v.Question.Subject == motion.Id && v is { Outcome: null, StopReason: null }).Select(v => v.Id).Order(StringComparer.Ordinal).FirstOrDefault() is { } vote
            ? MotionsRefusals.VoteIsRunning(motion, vote) : null;
    }

    /// <summary>Whether every paragraph stands in one of the originals, in each language.</summary>
    private static bool SaysNothingNew(Blobs blobs, ImmutableSortedDictionary<string, string> texts, List<Motion> originals) => texts.All(text =>
    {
        var said = originals.Select(m => m.Current.Texts.GetValueOrDefault(text.Key)).OfType<string>().SelectMany(t => TextMerge.Paragraphs(blobs.Text(t)!)).ToHashSet(StringComparer.Ordinal);
        return TextMerge.Paragraphs(blobs.Text(text.Value)!).All(said.Contains);
    });
}
