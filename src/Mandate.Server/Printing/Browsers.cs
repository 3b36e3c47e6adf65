namespace Mandate.Server.Printing;

/// <summary>The browser on this machine that can print pages without a window.</summary>
public static class Browsers
{
    /// <summary>Environment variable that names the program, where it is not found by itself.</summary>
    public const string Variable = "MANDATE_BROWSER";

    private static readonly string[] Names = OperatingSystem.IsWindows() ? ["chrome.exe", "msedge.exe", "chromium.exe"] : ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];

    private static readonly string[] Places = OperatingSystem.IsWindows()
        ? [Program(Environment.SpecialFolder.ProgramFiles, "Google", "Chrome", "Application"), Program(Environment.SpecialFolder.ProgramFilesX86, "Microsoft", "Edge", "Application")]
        : ["/Applications/Google Chrome.app/Contents/MacOS", "/Applications/Chromium.app/Contents/MacOS", "/usr/bin", "/usr/local/bin", "/snap/bin"];

    /// <summary>Path of the program; null where none is installed.</summary>
    public static string? Find() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named
        ? File.Exists(named) ? named : null
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Concat(Places)
            .SelectMany(folder => Names.Concat(OperatingSystem.IsMacOS() ? ["Google Chrome", "Chromium"] : []).Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    private static string Program(Environment.SpecialFolder folder, params string[] parts) => Path.Combine([Environment.GetFolderPath(folder), .. parts]);
}
