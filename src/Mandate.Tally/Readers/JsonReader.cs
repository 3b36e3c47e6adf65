using System.Text.Json;

namespace Mandate.Tally.Readers;

/// <summary>
/// Reads our JSON of papers (docs/formats/votes-json.md): <c>candidates</c> and <c>ballots</c>, each ballot with <c>ranks</c> (names, or lists of names ranked equal,
/// best first), <c>points</c> or <c>approved</c>, and <c>count</c> where it stands for several equal papers. Ballots are read one after the other.
/// </summary>
internal static class JsonReader
{
    /// <summary>The list that is not held in memory.</summary>
    public const string BallotList = "ballots";

    /// <summary>The members that a document may have.</summary>
    public static readonly string[] Members = ["title", "seats", "candidates", "withdrawn", "tieOrder", "mostPoints", BallotList];

    /// <param name="outline">The document without its ballots.</param>
    /// <param name="stream">The document.</param>
    public static Read<Ballots> Read(JsonElement outline, Stream stream)
    {
        try
        {
            return new Reading(outline).All(stream);
        }
        catch (ShapeException wrong)
        {
            return new InputFault(0, 0, "$" + wrong.Message);
        }
    }

    /// <summary>What is wrong below the document, or below a ballot: <c>.member[0]: sentence</c>.</summary>
    private sealed class ShapeException(string message) : Exception(message);

    private sealed class Reading(JsonElement root)
    {
        private readonly List<string> candidates = [];
        private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        private readonly BallotsBuilder papers = new();
        private readonly List<(int Rank, int Candidate)> given = [];
        private int[] seen = [];
        private int? most;

        public Read<Ballots> All(Stream stream)
        {
            if (root.ValueKind != JsonValueKind.Object) throw new ShapeException(": an object with candidates and ballots is expected");
            foreach (var (i, name) in Array(root, "candidates").Index())
            {
                var text = name.ValueKind == JsonValueKind.String ? name.GetString()! : throw new ShapeException($".candidates[{i}]: a name is expected");
                if (!numbers.TryAdd(text, i)) throw new ShapeException($".candidates[{i}]: '{text}' stands twice");
                candidates.Add(text);
            }
            if (candidates.Count is 0 or > Ballots.MostCandidates) throw new ShapeException($".candidates: 1 to {Ballots.MostCandidates} names are expected");
            seen = new int[candidates.Count];
            if (root.TryGetProperty("mostPoints", out var points)) most = (int)Whole(points, ".mostPoints", 1, 10_000);
            int? seats = root.TryGetProperty("seats", out var stated) ? (int)Whole(stated, ".seats", 1, int.MaxValue) : null;
            var title = root.TryGetProperty("title", out var t) && t.ValueKind == JsonValueKind.String ? t.GetString()! : "";
            var (withdrawn, order) = (Listed("withdrawn"), Listed("tieOrder"));
            Array(root, BallotList);
            if (JsonList.Each(stream, BallotList, Paper) is { } fault) return fault;
            var ballots = papers.Build(candidates, seats, title);
            if (most is { } m) ballots = ballots.With(mostPoints: m);
            return ballots.With(withdrawn: [.. withdrawn], tieOrder: [.. order]);
        }

        private List<int> Listed(string property) => !root.TryGetProperty(property, out _) ? []
            : [.. Array(root, property).Index().Select(e => Candidate(e.Item, property, e.Index))];

        private InputFault? Paper(JsonElement ballot, int number)
        {
            try
            {
                Paper(ballot);
                return null;
            }
            catch (ShapeException wrong)
            {
                return new(0, 0, $"$.{BallotList}[{number}]{wrong.Message}");
            }
        }

        private void Paper(JsonElement ballot)
        {
            if (ballot.ValueKind != JsonValueKind.Object) throw new ShapeException(": an object with ranks, points or approved is expected");
            long weight = 1;
            JsonProperty? marks = null;
            foreach (var member in ballot.EnumerateObject())
            {
                if (member.NameEquals("count"u8)) weight = Whole(member.Value, ".count", 0, BltReader.MostPapers);
                else if (member.NameEquals("ranks"u8) || member.NameEquals("points"u8) || member.NameEquals("approved"u8))
                    marks = marks is { } other ? throw new ShapeException($": {other.Name} and {member.Name} exclude each other") : member;
                else if (!member.NameEquals("id"u8)) throw new ShapeException($": '{member.Name}' is no member of a ballot; known are count, ranks, points, approved, id");
            }
            if (papers.Papers + weight > BltReader.MostPapers) throw new ShapeException($": more than {BltReader.MostPapers} papers");
            if (marks is not { } marked) throw new ShapeException(": ranks, points or approved is missing");
            if (marked.NameEquals("ranks"u8)) Ranks(marked.Value);
            else if (marked.NameEquals("points"u8)) Points(marked.Value);
            else Equal(List(marked.Value, ".approved"), "approved", null);
            papers.EndLine(weight);
        }

        private void Ranks(JsonElement ranks)
        {
            var rank = 0;
            foreach (var each in List(ranks, ".ranks"))
            {
                if (each.ValueKind != JsonValueKind.Array) Mark(each, "ranks", rank, equal: false);
                else if (each.GetArrayLength() > 0) Equal(each.EnumerateArray(), "ranks", rank);
                else if (ranks.GetArrayLength() > 1) papers.Skip();
                rank++;
            }
        }

        /// <param name="equals">Candidates of one rank.</param>
        /// <param name="member">Where they stand, for a fault.</param>
        /// <param name="place">The place of the rank; null where each of them has a place of its own.</param>
        private void Equal(JsonElement.ArrayEnumerator equals, string member, int? place)
        {
            foreach (var (i, candidate) in equals.Index()) Mark(candidate, member, place ?? i, equal: i > 0);
        }

        private void Points(JsonElement points)
        {
            if (most is not { } top) throw new ShapeException(".points: $.mostPoints must state the most points that can be given");
            if (points.ValueKind != JsonValueKind.Object) throw new ShapeException(".points: an object from names to points is expected");
            given.Clear();
            foreach (var each in points.EnumerateObject())
            {
                if (!numbers.TryGetValue(each.Name, out var candidate)) throw new ShapeException($".points: '{each.Name}' names no candidate");
                if (each.Value.ValueKind != JsonValueKind.Number || !each.Value.TryGetInt32(out var value) || value < 0 || value > top) Whole(each.Value, $".points.{each.Name}", 0, top);
                else if (value > 0) given.Add((top - value, candidate));
            }
            given.Sort();
            for (var (i, rank) = (0, 0); i < given.Count; i++)
            {
                var equal = i > 0 && given[i - 1].Rank == given[i].Rank;
                for (; rank < given[i].Rank; rank++) papers.Skip();
                if (!equal) rank++;
                papers.Mark(given[i].Candidate, equal);
            }
        }

        private void Mark(JsonElement value, string member, int place, bool equal)
        {
            var candidate = Candidate(value, member, place);
            if (seen[candidate] == papers.Lines + 1) throw new ShapeException($": '{candidates[candidate]}' is marked twice");
            seen[candidate] = papers.Lines + 1;
            papers.Mark(candidate, equal);
        }

        private int Candidate(JsonElement value, string member, int place)
        {
            if (value.ValueKind == JsonValueKind.String && numbers.TryGetValue(value.GetString()!, out var found)) return found;
            if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= 1 && number <= candidates.Count) return number - 1;
            var text = value.GetRawText();
            throw new ShapeException($".{member}[{place}]: {text[..Math.Min(40, text.Length)]} names no candidate; a name or a number from 1 to {candidates.Count} is expected");
        }

        private static JsonElement.ArrayEnumerator Array(JsonElement parent, string property) =>
            parent.TryGetProperty(property, out var list) ? List(list, "." + property) : throw new ShapeException($".{property}: a list is expected");

        private static JsonElement.ArrayEnumerator List(JsonElement list, string at) =>
            list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : throw new ShapeException($"{at}: a list is expected");

        private static long Whole(JsonElement value, string at, long least, long most) =>
            value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) && number >= least && number <= most
                ? number : throw new ShapeException($"{at}: a whole number from {least} to {most} is expected");
    }
}
