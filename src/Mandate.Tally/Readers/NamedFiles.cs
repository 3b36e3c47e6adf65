namespace Mandate.Tally.Readers;

/// <summary>The files that a file of votes names, relative to it: whoever reads decides where they lie.</summary>
/// <param name="Open">Opens one; null where there is none.</param>
/// <param name="Within">Names of the files in a folder, each as <paramref name="Open"/> takes it; empty where there is no such folder.</param>
public sealed record NamedFiles(Func<string, Stream?> Open, Func<string, IReadOnlyCollection<string>> Within)
{
    /// <summary>A file that stands for itself.</summary>
    public static NamedFiles None { get; } = new(_ => null, _ => []);

    /// <summary>Files that can be opened by name and not listed.</summary>
    public static implicit operator NamedFiles(Func<string, Stream?> open) => new(open, _ => []);
}
