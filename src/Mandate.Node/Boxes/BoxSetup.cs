using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Mandate.Organisation.Votes;
using Mandate.SecretBallot.Archives;
using Mandate.SecretBallot.Formats;
using Mandate.SecretBallot.Groups;

namespace Mandate.Node.Boxes;

/// <summary>Makes the box of a vote from the trustees' record and the authority's list of public credentials.</summary>
public static class BoxSetup
{
    /// <summary>
    /// The number of the box of a vote, which credentials are made for: 22 characters of Base58 that follow from the log's name and the
    /// vote, so that the authority can begin before anything else is there.
    /// </summary>
    public static string Uuid(string origin, string vote)
    {
        var number = new BigInteger(SHA256.HashData(Encoding.UTF8.GetBytes($"box|{origin}|{vote}")), isUnsigned: true, isBigEndian: true);
        var text = new StringBuilder();
        for (var i = 0; i < 22; i++, number /= 58) text.Append(Election.Base58[(int)(number % 58)]);
        return text.ToString();
    }

    /// <summary>The archive with its setup.</summary>
    /// <param name="name">What the organisation calls itself.</param>
    /// <param name="credentials">The authority's <c>public.json</c>.</param>
    /// <param name="trustees">The record of the key ceremony, <c>trustees.json</c>.</param>
    /// <returns>The bytes, or in one sentence what is wrong with a file.</returns>
    public static (byte[]? Archive, string? Fault) Make(Vote vote, string uuid, string name, string language, ReadOnlySpan<byte> credentials, ReadOnlySpan<byte> trustees, DateTimeOffset at)
    {
        try
        {
            var group = CurveGroup.Instance;
            var items = TrusteeItem.ReadAll(trustees, group);
            foreach (var item in items)
                if (item.Check(group) is { } fault) return (null, fault);
            SecretBallot.Formats.Question question = vote.IsElection ? new RankingQuestion([.. vote.CandidateOrder], vote.Place!.Place) : new ChoiceQuestion([.. SecretBox.Answers], Blank: false, 1, 1, vote.Question.Text);
            var election = new Election(uuid, name, "", group, TrusteeItem.JointKey(group, items), [question], Language: language).Sealed();
            using var stream = new MemoryStream();
            new ArchiveWriter(stream, at.ToUnixTimeSeconds()).Setup(election, items, PublicCredentials.Read(credentials, group));
            return (stream.ToArray(), null);
        }
        catch (Exception e) when (e is RecordException or ArgumentException)
        {
            return (null, e.Message.Split(" (Parameter")[0]);
        }
    }
}
