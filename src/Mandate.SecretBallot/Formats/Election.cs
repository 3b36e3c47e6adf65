using System.Text;
using Mandate.SecretBallot.Groups;
using Mandate.SecretBallot.Versions;

namespace Mandate.SecretBallot.Formats;

/// <summary>The election of an archive (specification 3.1, section 4.9). Its bytes are made once; the fingerprint is theirs.</summary>
public sealed record Election(string Uuid, string Name, string Description, Group Group, Element PublicKey, IReadOnlyList<Question> Questions,
    string? Administrator = null, string? CredentialAuthority = null, string? Language = null)
{
    public const string Base58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    /// <summary>The largest number of answers of a question; far above any real one, low enough to bound the work.</summary>
    private const int MostAnswers = 10_000;

    private static readonly string[] RightToLeft = ["ar", "fa", "he", "ur"];

    /// <summary>The version of the protocol.</summary>
    public Profile Profile { get; private init; } = Profile.First;

    /// <summary>The hash of the election's bytes to which every ballot is bound: in version 1 unpadded Base64 of the SHA-256.</summary>
    public string Fingerprint { get; private init; } = "";

    public bool HasRankings => Questions.Any(q => q is RankingQuestion);

    public static bool IsUuid(string text) => text.Length >= 14 && !text.AsSpan().ContainsAnyExcept(Characters.Base58);

    /// <summary>The same election with the fingerprint of the bytes that <see cref="ToString"/> writes.</summary>
    public Election Sealed() => this with { Fingerprint = Digests.Base64(ToString()), PublicKey = Group.Prepare(PublicKey) };

    public static Election Read(ReadOnlySpan<byte> bytes)
    {
        var election = RecordReader.Of("election", bytes).Whole(Read);
        return election with { Fingerprint = election.Profile.Fingerprint(bytes) };
    }

    public override string ToString()
    {
        var w = new RecordWriter().Raw("{\"version\":1,\"description\":").Text(Description).Raw(",\"name\":").Text(Name).Raw(",\"group\":").Text(Group.Name)
            .Raw(",\"public_key\":").Element(PublicKey).Raw(",\"questions\":").List(Questions, (x, q) => q.Write(x)).Raw(",\"uuid\":").Text(Uuid);
        if (Administrator is not null) w.Raw(",\"administrator\":").Text(Administrator);
        if (CredentialAuthority is not null) w.Raw(",\"credential_authority\":").Text(CredentialAuthority);
        if (Language is not null) w.Raw(",\"language\":[").Text(Language).Raw(RightToLeft.Contains(Language) ? ",\"rtl\"]" : ",\"ltr\"]");
        return w.Raw("}").ToString();
    }

    internal byte[] ToBytes() => Encoding.UTF8.GetBytes(ToString());

    private static Election Read(RecordReader r)
    {
        var profile = r.Take("{\"version\":2,") ? Profile.Second : Profile.First;
        if (profile == Profile.First && !r.Take("{\"version\":1,")) throw r.Fault("versions 1 and 2 of the protocol are read here");
        r.Expect("\"description\":");
        var description = r.Text();
        r.Expect(",\"name\":");
        var name = r.Text();
        r.Expect(",\"group\":");
        var groupName = r.Text();
        var group = Group.Named(groupName) ?? throw r.Fault($"the group {groupName} is not known; Ed25519 is");
        r.Expect(",\"public_key\":");
        var key = group.Prepare(r.Element(group));
        r.Expect(",\"questions\":");
        var questions = r.List(x => ReadQuestion(x, group));
        r.Expect(",\"uuid\":");
        var uuid = r.Plain();
        if (!IsUuid(uuid)) throw r.Fault("a uuid is at least 14 characters of Base58");
        var administrator = Optional(r, ",\"administrator\":");
        var authority = r.Take(",\"credential_authority\":") ? profile == Profile.First ? r.Text() : r.Raw() : null;
        var language = r.Take(",\"language\":") ? ReadLanguage(r) : null;
        r.Expect("}");
        if (questions.Count == 0) throw r.Fault("an election has at least one question");
        return new(uuid, name, description, group, key, questions, administrator, authority, language) { Profile = profile };
    }

    /// <summary>The language and the direction in which it is written; in archives from before the direction stood there, the language alone.</summary>
    private static string ReadLanguage(RecordReader r)
    {
        if (!r.Take("[")) return r.Text();
        var language = r.Text();
        if (!r.Take(",\"ltr\"]") && !r.Take(",[\"Ltr\"]]") && !r.Take(",[\"Rtl\"]]")) r.Expect(",\"rtl\"]");
        return language;
    }

    private static string? Optional(RecordReader r, string field) => r.Take(field) ? r.Text() : null;

    private static Question ReadQuestion(RecordReader r, Group group)
    {
        if (r.Take("{\"type\":\"NonHomomorphic\",\"value\":{\"answers\":")) return ReadRanking(r, group);
        if (r.Take("{\"type\":\"Lists\",\"value\":{\"answers\":")) return ReadLists(r);
        // Version 1 wraps a choice question like the others only where it carries something extra, version 2 always.
        if (!r.Take("{\"type\":\"Homomorphic\",\"value\":")) return ReadChoice(r);
        var choice = ReadChoice(r);
        if (r.Take(",\"extra\":")) choice = choice with { Extra = r.Raw() };
        r.Expect("}");
        return choice;
    }

    private static ChoiceQuestion ReadChoice(RecordReader r)
    {
        r.Expect("{\"answers\":");
        var answers = Answers(r);
        var blank = r.Take(",\"blank\":true");
        if (!blank) r.Take(",\"blank\":false");
        r.Expect(",\"min\":");
        var min = r.Int32(0, answers.Count);
        r.Expect(",\"max\":");
        var max = r.Int32(Math.Max(min, 1), answers.Count);
        r.Expect(",\"question\":");
        var text = r.Text();
        r.Expect("}");
        return new ChoiceQuestion(answers, blank, min, max, text);
    }

    private static RankingQuestion ReadRanking(RecordReader r, Group group)
    {
        if (!group.HasEmbedding) throw r.Fault($"rankings cannot be put into the group {group.Name}");
        var answers = Answers(r);
        if (answers.Count > 30) throw r.Fault("a ranking has at most 30 answers");
        r.Expect(",\"question\":");
        var text = r.Text();
        r.Expect("}");
        var extra = r.Take(",\"extra\":") ? r.Raw() : null;
        r.Expect("}");
        return new(answers, text, extra);
    }

    private static ListsQuestion ReadLists(RecordReader r)
    {
        var lists = r.List(x => (IReadOnlyList<string>)x.List(y => y.Text()));
        if (lists.Count == 0 || lists.Exists(l => l.Count < 2)) throw r.Fault("each list has a name and at least one candidate");
        r.Expect(",\"question\":");
        var text = r.Text();
        r.Expect("}");
        var extra = r.Take(",\"extra\":") ? r.Raw() : null;
        r.Expect("}");
        return new(lists, text, extra);
    }

    private static List<string> Answers(RecordReader r)
    {
        var answers = r.List(x => x.Text());
        return answers.Count is > 0 and <= MostAnswers ? answers : throw r.Fault("a question has 1 to 10000 answers");
    }
}
