using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mandate.Cli.Contract;

/// <summary>Where a command writes: data to standard output, messages to standard error; as JSON where <c>--json</c> asks for it.</summary>
public sealed record Terminal(TextWriter Out, TextWriter Error, bool Json)
{
    /// <summary>On every command.</summary>
    public static Option<bool> JsonOption { get; } = new("--json") { Description = "Write the data as one JSON value.", Recursive = true };

    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Terminal Of(ParseResult parsed) =>
        new(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, parsed.GetValue(JsonOption));

    /// <summary>The data of the command: the JSON value, or the lines for people.</summary>
    public void Data(JsonNode json, params IEnumerable<string> lines)
    {
        if (Json) Out.WriteLine(json.ToJsonString(Readable));
        else
            foreach (var line in lines) Out.WriteLine(line);
    }

    /// <summary>One JSON value on one line, for streams of answers.</summary>
    public static string OneLine(JsonNode json) => json.ToJsonString(Compact);

    /// <summary>A message for whoever watches; not data.</summary>
    public void Message(string text) => Error.WriteLine(text);
}
