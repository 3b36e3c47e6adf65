using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Motions;

/// <summary>
/// Amendments after the text has changed under them: an adopted amendment never undoes another one. Each that is left is carried over
/// word for word where that is possible; where it collides, its mover words it anew or it falls.
/// </summary>
public static class FittingRules
{
    /// <summary>SHA-256 of the text it was moved on, its own, and the text as it stands, for each of its languages in order.</summary>
    public static ImmutableArray<string> Sources(Motion motion, Amendment amendment) =>
        [.. amendment.Text.Texts.SelectMany(t => new[] { motion.MovedOn(amendment).Texts[t.Key], t.Value, motion.Standing(amendment).Texts[t.Key] })];

    /// <summary>The amendment's change made in the text as it stands, per language; null where it collides in one of them, or where a text cannot be read.</summary>
    public static ImmutableSortedDictionary<string, string>? Fitted(Motion motion, Amendment amendment, Func<string, string?> read)
    {
        var texts = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (language, own) in amendment.Text.Texts)
        {
            var (origin, now) = (motion.MovedOn(amendment).Texts[language], motion.Standing(amendment).Texts[language]);
            if (read(origin) is not { } was) return null;
            var merged = new MergedText(was);
            foreach (var text in new[] { own, now })
            {
                var changes = TextChanges.Between(origin, text, read, out var missing);
                if (missing is not null || !merged.Make(changes)) return null;
            }
            texts[language] = merged.ToString();
        }
        return texts.ToImmutable();
    }

    internal static Decision Fit(Dealing d, Amendment amendment, FitAmendment c)
    {
        if (amendment.Mover != d.By && NotPresiding(d) is { } notYours) return notYours;
        if (Outdated(d, amendment, c.Of) is { } refusal) return refusal;
        if (Fitted(d.Motion, amendment, d.Act.Blobs.Text) is not { } fitted) return MotionsRefusals.AmendmentCollides(d.Clause, d.Motion, amendment);
        var expected = fitted.ToImmutableSortedDictionary(t => t.Key, t => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(t.Value))), StringComparer.Ordinal);
        return expected.SequenceEqual(c.Texts.WithComparers(StringComparer.Ordinal))
            ? Decision.Accept(d.Clause, new AmendmentFitted(d.Motion.Id, amendment.Id, d.Motion.Standing(amendment).Number, expected))
            : ProtocolRefusals.Malformed("texts", "the text as it stands with this change and no other", string.Join(", ", c.Texts.Values));
    }

    internal static Decision Adapt(Dealing d, Amendment amendment, AdaptAmendment c)
    {
        if (amendment.Mover != d.By) return MotionsRefusals.NotYourMotion(d.Motion, d.By);
        if (Outdated(d, amendment, Sources(d.Motion, amendment)) is { } refusal) return refusal;
        if (c.Texts.IsEmpty || c.Texts.Keys.FirstOrDefault(l => !d.Motion.Standing(amendment).Texts.ContainsKey(l)) is not null)
            return ProtocolRefusals.Malformed("texts", $"languages of what it amends: {string.Join(", ", d.Motion.Standing(amendment).Texts.Keys)}", string.Join(", ", c.Texts.Keys));
        return c.Texts.Values.FirstOrDefault(t => d.Act.Blobs.Read(t) is null) is { } missing
            ? ProtocolRefusals.BlobMissing(missing)
            : Decision.Accept(d.Clause, new AmendmentFitted(d.Motion.Id, amendment.Id, d.Motion.Standing(amendment).Number, c.Texts.WithComparers(StringComparer.Ordinal)));
    }

    internal static Decision Drop(Dealing d, Amendment amendment, DropAmendment c)
    {
        if (NotPresiding(d) is { } notYours) return notYours;
        // What its mover takes as settled is settled when that is adopted.
        if (amendment is { IsOpen: true, Proposal: { Procedure: ProposedProcedure.SettledBy, Answer.Accepted: true, SettledBy: { } by } } && d.Motion.Amendment(by) is { Stage: MotionStage.Adopted } && d.NeedsUndecided() is null)
            return Decision.Accept(d.Clause, new AmendmentFallen(d.Motion.Id, amendment.Id));
        if (Outdated(d, amendment, c.Of) is { } refusal) return refusal;
        return Fitted(d.Motion, amendment, d.Act.Blobs.Text) is null
            ? Decision.Accept(d.Clause, new AmendmentFallen(d.Motion.Id, amendment.Id))
            : MotionsRefusals.AmendmentOutdated(d.Clause, d.Motion, amendment);
    }

    /// <summary>Null when it waits, the text has moved on under it, and these are the texts it is about; otherwise why not.</summary>
    private static Refusal? Outdated(Dealing d, Amendment amendment, ImmutableArray<string> of)
    {
        if (d.NeedsUndecided() is { } stage) return stage;
        if (amendment.Stage != MotionStage.Filed) return ProtocolRefusals.WrongStage("amendment", amendment.Id, MotionStage.Filed.ToString(), amendment.Stage.ToString());
        if (d.State.Votes.All.Values.Any(v => v.Question.Subject == amendment.Id && v.Outcome is null && v.StopReason is null)) return MotionsRefusals.VoteIsRunning(d.Motion, amendment.Id);
        if (!d.Motion.IsOutdated(amendment)) return ProtocolRefusals.Taken("text-version", amendment.Id);
        return !of.IsDefault && of.SequenceEqual(Sources(d.Motion, amendment), StringComparer.Ordinal)
            ? of.FirstOrDefault(t => d.Act.Blobs.Read(t) is null) is { } missing ? ProtocolRefusals.BlobMissing(missing) : null
            : ProtocolRefusals.Malformed("of", "the texts that it is made from", "");
    }

    private static Refusal? NotPresiding(Dealing d) =>
        d.Session.ChairPerson == d.By ? null : ProtocolRefusals.NotYours(d.Clause, d.Session.ChairPerson ?? "", d.By);
}
