namespace Mandate.Demo;

/// <summary>
/// A mark beside an organisation while it is being played. Where one is found at a start, the playing was interrupted. A real
/// organisation never has one.
/// </summary>
public static class Unfinished
{
    private const string Ending = ".playing";

    /// <summary>Removes what was interrupted. Before the installation is opened.</summary>
    public static void Remove(string data, string keys)
    {
        foreach (var mark in Directory.EnumerateFiles(data, "*" + Ending))
        {
            var name = Path.GetFileNameWithoutExtension(mark);
            foreach (var folder in new[] { Path.Combine(data, name), Path.Combine(keys, name) })
                if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
            File.Delete(mark);
        }
    }

    internal static void Begin(string data, string name) =>
        File.WriteAllText(Mark(data, name), "This organisation is being made. If this file is found at a start, that was interrupted and is done again.\n");

    internal static void Done(string data, string name) => File.Delete(Mark(data, name));

    private static string Mark(string data, string name) => Path.Combine(data, name + Ending);
}
