using System.Text.Json;

namespace Mandate.Node.Encodings;

/// <summary>How values of one type are written and read.</summary>
internal abstract class Shape
{
    public abstract void Write(CanonicalWriter writer, object value);

    /// <summary>Reads the value whose first token the reader stands on, and leaves it on the last.</summary>
    public abstract object Read(ref Utf8JsonReader reader);

    /// <summary>The shapes that this one is made of.</summary>
    public virtual IEnumerable<Shape> Inner => [];

    /// <summary>One line for the list of approved shapes.</summary>
    public abstract string Describe();

    protected static WireFault Needs(string what, in Utf8JsonReader reader) => new($"needs {what}, and this is {Found(reader.TokenType)}");

    protected static string Text(ref Utf8JsonReader reader, string what)
    {
        if (reader.TokenType != JsonTokenType.String) throw Needs(what, reader);
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new WireFault("text is not valid UTF-8, or holds half of a surrogate pair");
        }
    }

    /// <summary>The name of a field, at which the reader stands.</summary>
    internal static string FieldName(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new WireFault("the name of a field is not valid UTF-8, or holds half of a surrogate pair");
        }
    }

    private static string Found(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String => "text",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "true or false",
        JsonTokenType.Null => "null (leave the field out instead)",
        _ => "nothing",
    };
}
