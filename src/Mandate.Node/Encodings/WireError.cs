namespace Mandate.Node.Encodings;

/// <summary>What is wrong with a piece of JSON, and where.</summary>
/// <param name="Path">The field (<c>members[3].unit</c>); empty for the whole.</param>
/// <param name="Message">What is wrong and what would be right.</param>
public sealed record WireError(string Path, string Message)
{
    public override string ToString() => Path.Length == 0 ? Message : $"{Path}: {Message}";
}

/// <summary>Carries a <see cref="WireError"/> up through nested shapes, each adding its field. Never leaves this folder's public methods.</summary>
internal sealed class WireFault(string message) : Exception(message)
{
    private string path = "";

    public WireFault In(string field)
    {
        path = path.Length == 0 || path[0] == '[' ? field + path : $"{field}.{path}";
        return this;
    }

    public WireError Error => new(path, Message);
}
