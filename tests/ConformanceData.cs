namespace Mandate.Tests;

/// <summary>
/// Finds the conformance data: the folder that MANDATE_CONFORMANCE names, else <c>shared/conformance</c> beside the repository.
/// Tests that need it skip, visibly, where it is absent.
/// </summary>
internal static class ConformanceData
{
    public static string? Root { get; } = Find();

    /// <summary>The folder of that name inside the data, or a visible skip.</summary>
    public static string Folder(string name)
    {
        Assert.SkipWhen(Root is null, "no conformance data: set MANDATE_CONFORMANCE or put it in ../shared/conformance");
        var folder = Path.Combine(Root!, name);
        Assert.SkipUnless(Directory.Exists(folder), $"no conformance folder {name}");
        return folder;
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("MANDATE_CONFORMANCE") is { Length: > 0 } named) return Directory.Exists(named) ? named : null;
        var beside = Path.Combine(Repository.Root, "..", "shared", "conformance");
        return Directory.Exists(beside) ? Path.GetFullPath(beside) : null;
    }
}

/// <summary>The checkout that the tests run in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, "Mandate.slnx"))) return folder;
        throw new InvalidOperationException("The tests run inside a checkout of Mandate.");
    }
}
