using System.Text.Json;
using System.Text.Json.Nodes;
using Mandate.Cli.Contract;
using Mandate.SecretBallot.Formats;

namespace Mandate.Cli.Ballots;

/// <summary>What is to be voted on, as a commission writes it (docs/secret-ballots.md): a name and questions, without keys.</summary>
internal sealed record Draft(string Name, string Description, string? Language, string? Administrator, string? CredentialAuthority, IReadOnlyList<Question> Questions)
{
    private static readonly string[] Fields = ["name", "description", "language", "administrator", "credential_authority", "questions"];
    private static readonly string[] Kinds = ["answers", "ranking", "lists"];
    private static readonly string[] QuestionFields = ["question", "answers", "ranking", "lists", "blank", "min", "max"];

    public static Draft Read(string file)
    {
        try
        {
            var json = JsonNode.Parse(BallotFiles.Read(file), documentOptions: new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return Of(json as JsonObject ?? throw Fault("", "a JSON object is expected, with \"name\" and \"questions\""));
        }
        catch (JsonException e)
        {
            throw CommandException.BadInput($"{file}, line {e.LineNumber + 1}: {e.Message}");
        }
        catch (FormatException e)
        {
            throw CommandException.BadInput($"{file}: {e.Message}");
        }
    }

    private static Draft Of(JsonObject json)
    {
        Known(json, "", Fields);
        var questions = json["questions"] as JsonArray ?? throw Fault("questions", "a list of questions is expected");
        if (questions.Count == 0) throw Fault("questions", "at least one question is needed");
        return new(
            Text(json, "", "name") ?? throw Fault("name", "is missing"), Text(json, "", "description") ?? "", Text(json, "", "language"), Text(json, "", "administrator"),
            Text(json, "", "credential_authority"), [.. questions.Select((q, i) => One(q as JsonObject ?? throw Fault($"questions[{i}]", "an object is expected"), $"questions[{i}]"))]);
    }

    private static Question One(JsonObject json, string at)
    {
        Known(json, at, QuestionFields);
        var text = Text(json, at, "question") ?? throw Fault($"{at}.question", "is missing");
        var kinds = Kinds.Where(json.ContainsKey).ToArray();
        if (kinds.Length != 1) throw Fault(at, "exactly one of \"answers\" (choose), \"ranking\" (put in order) and \"lists\" (a list and its candidates) is needed");
        if (kinds[0] == "ranking") return new RankingQuestion(Texts(json["ranking"], $"{at}.ranking", most: 30), text);
        if (kinds[0] == "lists")
        {
            var lists = json["lists"] as JsonArray ?? throw Fault($"{at}.lists", "a list of lists is expected, each with its name first");
            return new ListsQuestion([.. lists.Select((l, i) => Texts(l, $"{at}.lists[{i}]", least: 2))], text);
        }
        var answers = Texts(json["answers"], $"{at}.answers");
        var (min, max) = (Number(json, at, "min") ?? 1, Number(json, at, "max") ?? 1);
        if (min < 0 || max < 1 || min > max || max > answers.Count) throw Fault(at, $"min {min} and max {max} do not fit {answers.Count} answers: 0 <= min <= max <= answers, max at least 1");
        return new ChoiceQuestion(answers, json["blank"] is { } blank && (blank.GetValueKind() == JsonValueKind.True || (blank.GetValueKind() != JsonValueKind.False ? throw Fault($"{at}.blank", "true or false is expected") : false)), min, max, text);
    }

    private static List<string> Texts(JsonNode? node, string at, int least = 1, int most = 10_000)
    {
        var array = node as JsonArray ?? throw Fault(at, "a list of texts is expected");
        var texts = array.Select((t, i) => t?.GetValueKind() == JsonValueKind.String ? t.GetValue<string>() : throw Fault($"{at}[{i}]", "a text is expected")).ToList();
        if (texts.Count < least || texts.Count > most) throw Fault(at, $"{least} to {most} texts are expected, not {texts.Count}");
        return texts.FirstOrDefault(t => texts.Count(o => o == t) > 1) is { } twice ? throw Fault(at, $"\"{twice}\" stands twice") : texts;
    }

    private static string? Text(JsonObject json, string at, string field) => json[field] is not { } value ? null
        : value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : throw Fault(at.Length == 0 ? field : $"{at}.{field}", "a text is expected");

    private static int? Number(JsonObject json, string at, string field) => json[field] is not { } value ? null
        : value is JsonValue number && number.TryGetValue(out int read) ? read : throw Fault($"{at}.{field}", "a whole number is expected");

    private static void Known(JsonObject json, string at, string[] known)
    {
        if (json.Select(p => p.Key).FirstOrDefault(k => !known.Contains(k)) is { } strange)
            throw Fault(at.Length == 0 ? strange : $"{at}.{strange}", $"there is no such field; the fields are {string.Join(", ", known)}");
    }

    private static FormatException Fault(string at, string message) => new(at.Length == 0 ? message : $"{at}: {message}");
}
