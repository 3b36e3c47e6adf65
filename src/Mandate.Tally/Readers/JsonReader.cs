using System.Collections.Immutable;
using System.Text.Json;

namespace Mandate.Tally.Readers;

/// <summary>
/// Reads our JSON of papers (docs/formats/votes-json.md): <c>candidates</c> and <c>ballots</c>, each ballot with <c>ranks</c> (names, or lists of names ranked equal,
/// best first), <c>points</c> or <c>approved</c>, and <c>count</c> where it stands for several equal papers.
/// </summary>
public static class JsonReader
{
    public static Read<Ballots> Read(JsonElement root)
    {
        try
        {
            return new Reading(root).All();
        }
        catch (ShapeException wrong)
        {
            return new InputFault(0, 0, wrong.Message);
        }
    }

    /// <summary>The members that a document may have.</summary>
    internal static readonly string[] Members = ["title", "seats", "candidates", "withdrawn", "tieOrder", "mostPoints", "ballots"];

    private static readonly string[] PaperMembers = ["count", "ranks", "points", "approved", "id"];

    private sealed class ShapeException(string message) : Exception(message);

    private sealed class Reading
    {
        private readonly JsonElement root;
        private readonly List<string> candidates = [];
        private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        private readonly BallotsBuilder papers = new();
        private int? most;

        public Reading(JsonElement root) => this.root = root;

        public Ballots All()
        {
            if (root.ValueKind != JsonValueKind.Object) throw new ShapeException("$: an object with candidates and ballots is expected");
            foreach (var (name, i) in Array(root, "candidates", "$").Select((c, i) => (c, i)))
            {
                var text = name.ValueKind == JsonValueKind.String ? name.GetString()! : throw new ShapeException($"$.candidates[{i}]: a name is expected");
                if (!numbers.TryAdd(text, i)) throw new ShapeException($"$.candidates[{i}]: '{text}' stands twice");
                candidates.Add(text);
            }
            if (candidates.Count is 0 or > Ballots.MostCandidates) throw new ShapeException($"$.candidates: 1 to {Ballots.MostCandidates} names are expected");
            if (root.TryGetProperty("mostPoints", out var points)) most = (int)Whole(points, "$.mostPoints", 1, 10_000);
            foreach (var (ballot, i) in Array(root, "ballots", "$").Select((b, i) => (b, i))) Paper(ballot, $"$.ballots[{i}]");
            int? seats = root.TryGetProperty("seats", out var stated) ? (int)Whole(stated, "$.seats", 1, int.MaxValue) : null;
            var title = root.TryGetProperty("title", out var t) && t.ValueKind == JsonValueKind.String ? t.GetString()! : "";
            var ballots = papers.Build(candidates, seats, title);
            if (most is { } m) ballots = ballots.With(mostPoints: m);
            return ballots.With(withdrawn: [.. Listed("withdrawn")], tieOrder: [.. Listed("tieOrder")]);
        }

        private List<int> Listed(string property) => !root.TryGetProperty(property, out var list) ? []
            : [.. Array(root, property, "$").Select((e, i) => Candidate(e, $"$.{property}[{i}]"))];

        private void Paper(JsonElement ballot, string at)
        {
            if (ballot.ValueKind != JsonValueKind.Object) throw new ShapeException($"{at}: an object with ranks, points or approved is expected");
            foreach (var member in ballot.EnumerateObject())
                if (!PaperMembers.Contains(member.Name, StringComparer.Ordinal))
                    throw new ShapeException($"{at}: '{member.Name}' is no member of a ballot; known are {string.Join(", ", PaperMembers)}");
            var weight = ballot.TryGetProperty("count", out var count) ? Whole(count, at + ".count", 0, BltReader.MostPapers) : 1;
            if (papers.Papers + weight > BltReader.MostPapers) throw new ShapeException($"{at}: more than {BltReader.MostPapers} papers");
            List<List<int>> ranks;
            if (ballot.TryGetProperty("ranks", out _)) ranks = [.. Array(ballot, "ranks", at).Select((r, i) => Rank(r, $"{at}.ranks[{i}]"))];
            else if (ballot.TryGetProperty("points", out var points)) ranks = Points(points, at + ".points");
            else if (ballot.TryGetProperty("approved", out _)) ranks = [[.. Array(ballot, "approved", at).Select((c, i) => Candidate(c, $"{at}.approved[{i}]"))]];
            else throw new ShapeException($"{at}: ranks, points or approved is missing");
            var twice = ranks.SelectMany(r => r).GroupBy(c => c).FirstOrDefault(g => g.Skip(1).Any());
            if (twice is not null) throw new ShapeException($"{at}: '{candidates[twice.Key]}' is marked twice");
            papers.AddRanks(weight, ranks.Count == 1 && ranks[0].Count == 0 ? [] : ranks);
        }

        private List<int> Rank(JsonElement rank, string at) => rank.ValueKind == JsonValueKind.Array
            ? [.. rank.EnumerateArray().Select((c, i) => Candidate(c, $"{at}[{i}]"))]
            : [Candidate(rank, at)];

        private List<List<int>> Points(JsonElement points, string at)
        {
            if (most is not { } top) throw new ShapeException($"{at}: $.mostPoints must state the most points that can be given");
            if (points.ValueKind != JsonValueKind.Object) throw new ShapeException($"{at}: an object from names to points is expected");
            var ranks = Enumerable.Range(0, top).Select(_ => new List<int>()).ToList();
            foreach (var given in points.EnumerateObject())
            {
                if (!numbers.TryGetValue(given.Name, out var candidate)) throw new ShapeException($"{at}: '{given.Name}' names no candidate");
                var value = (int)Whole(given.Value, $"{at}.{given.Name}", 0, top);
                if (value > 0) ranks[top - value].Add(candidate);
            }
            return ranks;
        }

        private int Candidate(JsonElement value, string at)
        {
            if (value.ValueKind == JsonValueKind.Number) return (int)Whole(value, at, 1, candidates.Count) - 1;
            if (value.ValueKind == JsonValueKind.String && numbers.TryGetValue(value.GetString()!, out var found)) return found;
            throw new ShapeException($"{at}: {value.GetRawText()[..Math.Min(40, value.GetRawText().Length)]} names no candidate; a name or a number from 1 to {candidates.Count} is expected");
        }

        private static IEnumerable<JsonElement> Array(JsonElement parent, string property, string at) =>
            parent.TryGetProperty(property, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : throw new ShapeException($"{at}.{property}: a list is expected");

        private static long Whole(JsonElement value, string at, long least, long most) =>
            value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) && number >= least && number <= most
                ? number : throw new ShapeException($"{at}: a whole number from {least} to {most} is expected");
    }
}
