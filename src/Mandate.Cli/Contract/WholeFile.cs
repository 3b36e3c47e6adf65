namespace Mandate.Cli.Contract;

/// <summary>Writes a file whole or not at all.</summary>
public static class WholeFile
{
    public static void Write(string path, string text)
    {
        var beside = $"{path}.{Environment.ProcessId}.part";
        try
        {
            File.WriteAllText(beside, text);
            File.Move(beside, path, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }
}
