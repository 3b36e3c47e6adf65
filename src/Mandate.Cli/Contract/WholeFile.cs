using System.Text;

namespace Mandate.Cli.Contract;

/// <summary>Writes a file whole or not at all.</summary>
public static class WholeFile
{
    public static void Write(string path, string text) => Write(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(text));

    public static void Write(string path, byte[] bytes)
    {
        var beside = $"{path}.{Environment.ProcessId}.part";
        try
        {
            File.WriteAllBytes(beside, bytes);
            File.Move(beside, path, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }
}
