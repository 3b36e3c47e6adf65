using System.Text;

namespace Mandate.Node.Encodings;

/// <summary>A field of a record on the wire.</summary>
internal sealed class Field
{
    public Field(string name)
    {
        Name = name;
        Utf8 = Encoding.ASCII.GetBytes(name);
        Quoted = Encoding.ASCII.GetBytes($"\"{name}\":");
    }

    public string Name { get; }

    public byte[] Utf8 { get; }

    /// <summary>The name with its quotes and colon.</summary>
    public byte[] Quoted { get; }

    /// <summary>Null where the field is the constant <see cref="Constant"/>.</summary>
    public Shape? Shape { get; init; }

    /// <summary>The text of a field that says which record this is (<c>type</c>, <c>v</c>, <c>kind</c>).</summary>
    public byte[]? Constant { get; init; }

    /// <summary>Left out when the value is <see cref="Default"/>, so that a field added later leaves older texts canonical.</summary>
    public bool Optional { get; init; }

    public object? Default { get; init; }
}
