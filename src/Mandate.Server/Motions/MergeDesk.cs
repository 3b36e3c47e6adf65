using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Motions;
using Mandate.Server.Keeping;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Mandate.Server.Motions;

/// <summary>What the merge desk sends: what is proposed for the amendments at a paragraph, and carrying over what the text has moved on under.</summary>
internal static class MergeDesk
{
    /// <summary>Whether this person prepares the session: asked of the rules.</summary>
    public static bool IsTheirs(Visit visit, Motion motion) => visit.Person is { } person && motion.Amendments.FirstOrDefault(a => a.IsOpen) is { } any
        && visit.Kept.Ask(person, new ProposeProcedure(any.Id, ProposedProcedure.Vote, None)) is not Decision.Refused { Refusal.Code: "protocol.not-yours" or "protocol.wrong-stage" };

    /// <summary>Each amendment of the form for which something else is proposed than before: one act each, in order.</summary>
    public static async Task<IResult> ProposeAsync(HttpContext http, Visit visit, Motion motion)
    {
        var form = await http.Request.ReadFormAsync();
        var back = $"{visit.Address}/motions/{motion.Id}/desk?{(form["from"].ToString() is { Length: > 0 } from ? "from=" + Uri.EscapeDataString(from) : "")}";
        if (visit.Person is not { } person) return Results.Redirect(QueryHelpers.AddQueryString(visit.Address + "/sign-in", "return", back));
        var key = form["act"].ToString() is { Length: > 0 } given ? given : Guid.CreateVersion7().ToString("N");
        var language = form["language"].ToString();
        foreach (var amendment in motion.Amendments.Where(a => a.IsOpen && form.ContainsKey("as-" + a.Id)))
        {
            var blobs = new List<ReadOnlyMemory<byte>>();
            if (Proposal(visit, motion, amendment, form, language, blobs) is not { } act) continue;
            if (await visit.Kept.PutAsync(person, act, $"{key}-{amendment.Id}", [.. blobs]) is Put.Refused refused)
                return new Delivery.Page<MergeDeskPage>(new { Motion = visit.Kept.State.Motions.Find(motion.Id), Refused = refused.Refusal, From = First(form["from"]) }) { Status = StatusCodes.Status409Conflict, NamesMembers = true };
        }
        return Results.Redirect(back + "#" + Anchor(form["paragraph"].ToString()));
    }

    /// <summary>Every amendment that the text has moved on under and that does not collide is carried over, one act each.</summary>
    public static async Task<IResult> CarryOverAsync(Visit visit, Motion motion)
    {
        var back = $"{visit.Address}/motions/{motion.Id}/desk";
        if (visit.Person is not { } person) return Results.Redirect(QueryHelpers.AddQueryString(visit.Address + "/sign-in", "return", back));
        foreach (var amendment in Flags.Outdated(motion).ToList())
        {
            if (FittingRules.Fitted(motion, amendment, visit.Text) is not { } texts) continue;
            var blobs = texts.Values.Select(t => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(t)).ToList();
            var named = texts.ToImmutableSortedDictionary(t => t.Key, t => Name(t.Value), StringComparer.Ordinal);
            var act = new FitAmendment(amendment.Id, named, FittingRules.Sources(motion, amendment));
            var id = $"fit-{amendment.Id}-{motion.Standing(amendment).Number.ToString(CultureInfo.InvariantCulture)}-{Guid.CreateVersion7():N}";
            if (await visit.Kept.PutAsync(person, act, id, [.. blobs]) is Put.Refused { Refusal: var refusal } && refusal.Code == "protocol.not-yours")
                return new Delivery.Page<MergeDeskPage>(new { Motion = motion, Refused = refusal, From = 0 }) { Status = StatusCodes.Status409Conflict, NamesMembers = true };
        }
        return Results.Redirect(back);
    }

    /// <summary>From which of the amended paragraphs a page begins.</summary>
    public static int First(string? from) => int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var first) ? first : 0;

    private static ProposeProcedure? Proposal(Visit visit, Motion motion, Amendment amendment, IFormCollection form, string language, List<ReadOnlyMemory<byte>> blobs)
    {
        if (!Enum.TryParse<ProposedProcedure>(form["as-" + amendment.Id].ToString(), out var procedure) || !Enum.IsDefined(procedure)) return null;
        var settledBy = procedure == ProposedProcedure.SettledBy ? Given(form["settled-" + amendment.Id]) : null;
        var referTo = procedure == ProposedProcedure.Refer ? Given(form["refer-" + amendment.Id]) : null;
        var reason = Given(form["why-" + amendment.Id]);
        var texts = procedure == ProposedProcedure.AdoptModified ? Words(visit, motion, amendment, language, form["words-" + amendment.Id].ToString(), blobs) : None;
        var last = amendment.Proposal;
        var same = last is not null && last.Procedure == procedure && last.SettledBy == settledBy && last.ReferTo == referTo && last.Reason == reason && (last.Texts?.Values ?? []).SequenceEqual(texts.Values, StringComparer.Ordinal);
        return same ? null : new ProposeProcedure(amendment.Id, procedure, texts, settledBy, referTo, reason);
    }

    /// <summary>The whole text with the paragraph in the desk's words and everything else as the amendment has it.</summary>
    private static ImmutableSortedDictionary<string, string> Words(Visit visit, Motion motion, Amendment amendment, string language, string words, List<ReadOnlyMemory<byte>> blobs)
    {
        if (!motion.Standing(amendment).Texts.TryGetValue(language, out var sha256) || visit.Text(sha256) is not { } standing) return None;
        var changes = Flags.Changes(visit, motion, amendment, language);
        if (changes.IsEmpty || motion.IsOutdated(amendment)) return None;
        var merged = new MergedText(standing);
        merged.Make([changes[0] with { Instead = [.. TextMerge.Paragraphs(words)] }, .. changes.Skip(1)]);
        var text = merged.ToString();
        blobs.Add(Encoding.UTF8.GetBytes(text));
        return None.Add(language, Name(text));
    }

    private static string? Given(string? value) => value?.Trim() is { Length: > 0 } text ? text : null;

    private static string Anchor(string paragraph) => "p" + (int.TryParse(paragraph, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1).ToString(CultureInfo.InvariantCulture);

    private static string Name(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static readonly ImmutableSortedDictionary<string, string> None = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
}
