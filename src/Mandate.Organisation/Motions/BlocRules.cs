using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Sessions;

namespace Mandate.Organisation.Motions;

/// <summary>The text with all that a list adopts, per language.</summary>
/// <param name="LeftOut">Those that collide with one before them: they are voted on by themselves.</param>
/// <param name="Missing">SHA-256 of a text that cannot be read; null where all can.</param>
public sealed record BlocText(ImmutableSortedDictionary<string, string> Texts, ImmutableArray<string> LeftOut, string? Missing);

/// <summary>Lists of amendments that nobody contests, voted on together. The rules make the text that results, word for word.</summary>
public static class BlocRules
{
    /// <summary>The amendments that a list to this motion can take in now, in the order in which they were filed, and what it does with each.</summary>
    public static ImmutableArray<BlocItem> Items(Motion motion)
    {
        var amended = motion.Amendments.Where(a => a is { IsOpen: true, Of: not null }).Select(a => a.Of!).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. motion.Amendments.Where(a => a is { IsOpen: true, Of: null, Uncontested: not null } && a.To == motion.Current.Number && !amended.Contains(a.Id))
                .Select(a => new BlocItem(a.Id, a.Uncontested!.Value, a.Proposal!.ReferTo)),
        ];
    }

    /// <summary>The motion's text with all that are to be adopted, each that can be made together with those before it.</summary>
    public static BlocText Merged(Motion motion, ImmutableArray<BlocItem> items, Func<string, string?> read)
    {
        var open = motion.Amendments.ToDictionary(a => a.Id, StringComparer.Ordinal);
        var adopted = items.Where(i => i.Procedure == ProposedProcedure.Adopt).Select(i => open[i.Amendment]).ToList();
        var languages = adopted.SelectMany(a => a.Text.Texts.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var merged = new SortedDictionary<string, MergedText>(StringComparer.Ordinal);
        foreach (var language in languages)
        {
            if (read(motion.Current.Texts[language]) is not { } standing) return new(Empty, [], motion.Current.Texts[language]);
            merged[language] = new(standing);
        }
        var leftOut = ImmutableArray.CreateBuilder<string>();
        foreach (var amendment in adopted)
        {
            var changes = new List<(MergedText Text, ImmutableArray<TextChange> Changes)>();
            foreach (var (language, sha256) in amendment.Text.Texts)
            {
                var own = TextChanges.Between(motion.Current.Texts[language], sha256, read, out var missing);
                if (missing is not null) return new(Empty, [], missing);
                changes.Add((merged[language], own));
            }
            if (changes.TrueForAll(c => c.Text.Takes(c.Changes))) changes.ForEach(c => c.Text.Make(c.Changes));
            else leftOut.Add(amendment.Id);
        }
        return new(merged.ToImmutableSortedDictionary(m => m.Key, m => m.Value.ToString(), StringComparer.Ordinal), leftOut.ToImmutable(), null);
    }

    internal static Decision Form(Dealing d, FormBloc c)
    {
        if (d.NeedsUndecided() is { } stage) return stage;
        if (d.NeedsSession() is { } session) return session;
        if (ProposalRules.NotPreparing(d) is { } notYours) return notYours;
        if (c.Bloc.Length == 0) return ProtocolRefusals.Malformed("bloc", "a non-empty id", c.Bloc);
        if (Taken(d, c.Bloc) is { } taken) return taken;
        if (d.Motion.Blocs.FirstOrDefault(b => b.Stage == MotionStage.Filed && b.Id != c.Bloc) is { } other) return ProtocolRefusals.Taken("bloc", other.Id);
        if (Items(d.Motion) is not { IsEmpty: false } items) return MotionsRefusals.Contested(d.Motion);
        var merged = Merged(d.Motion, items, d.Act.Blobs.Text);
        if (merged.Missing is { } missing) return ProtocolRefusals.BlobMissing(missing);
        if (merged.LeftOut.Length == items.Length) return MotionsRefusals.Contested(d.Motion);
        var expected = merged.Texts.ToImmutableSortedDictionary(t => t.Key, t => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(t.Value))), StringComparer.Ordinal);
        return expected.SequenceEqual(c.Texts.WithComparers(StringComparer.Ordinal))
            ? Decision.Accept(ProposalRules.Clause(d), new BlocFormed(d.Motion.Id, c.Bloc, d.Motion.Current.Number, merged.LeftOut, expected))
            : ProtocolRefusals.Malformed("texts", "the text as it stands with these amendments and nothing else", string.Join(", ", c.Texts.Values));
    }

    /// <summary>Null when the list may be put to the vote in that session now.</summary>
    internal static Refusal? MayBePut(State state, Motion motion, Bloc bloc, Session session, DateTimeOffset at)
    {
        var open = motion.Amendments.ToDictionary(a => a.Id, StringComparer.Ordinal);
        var amended = motion.Amendments.Where(a => a is { IsOpen: true, Of: not null }).Select(a => a.Of!).ToHashSet(StringComparer.Ordinal);
        if (bloc.Stage != MotionStage.Filed || bloc.To != motion.Current.Number || bloc.Items.Any(i => open[i.Amendment] is not { IsOpen: true } a || amended.Contains(a.Id) || a.Uncontested != i.Procedure))
            return MotionsRefusals.DrawUpAgain(motion, bloc);
        return motion.Session != session.Id ? MotionsRefusals.NotBefore(motion, session) : MotionRule.IsBeforeSession(state, motion, session, at);
    }

    /// <summary>Null when a vote on the list that was challenged may be held again: the text must still be the one it was about, and after a lost one nothing of it decided since.</summary>
    internal static Refusal? MayBePutAgain(Motion motion, Bloc bloc) =>
        motion.Current.Number == bloc.To + (bloc is { Stage: MotionStage.Adopted, Texts.IsEmpty: false } ? 1 : 0)
            && (bloc.Stage == MotionStage.Adopted || bloc.Items.All(i => motion.Amendment(i.Amendment) is { IsOpen: true }))
            ? null : MotionsRefusals.DrawUpAgain(motion, bloc);

    private static readonly ImmutableSortedDictionary<string, string> Empty = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    private static Refusal? Taken(Dealing d, string id)
    {
        if (d.State.Motions.FindBloc(id) is not var (motion, bloc)) return null;
        if (motion.Id != d.Motion.Id || bloc.Vote is not null) return ProtocolRefusals.Taken("bloc", id);
        return d.State.Votes.All.Values.Where(v => v.Question.Subject == id && v.Stage is Votes.VoteStage.Running or Votes.VoteStage.Counting or Votes.VoteStage.Closed)
            .Select(v => v.Id).Order(StringComparer.Ordinal).FirstOrDefault() is { } vote ? MotionsRefusals.VoteIsRunning(motion, vote) : null;
    }
}
