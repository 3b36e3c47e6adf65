using Mandate.Demo;
using Mandate.Node;

namespace Mandate.Benchmarks;

/// <summary>A folder for what is measured, gone at the end.</summary>
internal sealed class Workplace : IDisposable
{
    private int made;

    public string Root { get; } = Directory.CreateTempSubdirectory("mandate-benchmarks-").FullName;

    public string New(string name) => Path.Combine(Root, $"{++made}-{name}");

    /// <summary>Founds and plays the demo into a new data folder.</summary>
    public (string Data, long Entries) Demo()
    {
        var data = New("data");
        var installation = Installation.Open(data);
        try
        {
            DemoInstallation.PlayInto(installation, DateOnly.FromDateTime(DateTime.UtcNow));
            return (data, installation.Find(DemoInstallation.Name)!.State.Size);
        }
        finally
        {
            installation.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    /// <summary>A copy of a data folder and its keys, to be changed without changing the first.</summary>
    public string Copy(string data)
    {
        var copy = New("data");
        foreach (var (from, to) in new[] { (data, copy), (OrganisationFolder.DefaultKeys(data), OrganisationFolder.DefaultKeys(copy)) })
        {
            foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            {
                var target = Path.Combine(to, Path.GetRelativePath(from, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
        }
        return copy;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
