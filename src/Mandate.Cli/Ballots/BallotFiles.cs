using System.Security.Cryptography;
using System.Text;
using Mandate.Cli.Contract;
using Mandate.SecretBallot.Archives;
using Mandate.SecretBallot.Formats;
using Mandate.SecretBallot.Making;
using Mandate.SecretBallot.Verification;

namespace Mandate.Cli.Ballots;

/// <summary>Files of a secret ballot: read with faults told, written whole or not at all, secrets for their owner alone.</summary>
internal static class BallotFiles
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static Randomness Random { get; } = new(RandomNumberGenerator.Fill);

    public static byte[] Read(string file)
    {
        if (!File.Exists(file)) throw CommandException.BadInput($"{file}: there is no such file");
        return File.ReadAllBytes(file);
    }

    /// <summary>Reads a record of the protocol; what is wrong in it becomes the sentence that ends the command.</summary>
    public static T Read<T>(string file, Func<string, byte[], T> read) => Guard(file, () => read(Path.GetFileName(file), Read(file)));

    public static T Guard<T>(string file, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (RecordException e)
        {
            throw CommandException.BadInput($"{file}: {e.Message}");
        }
        catch (ArgumentException e)
        {
            // The name of the parameter is appended to the sentence.
            throw CommandException.BadInput($"{file}: {e.Message.Split(" (Parameter")[0]}");
        }
    }

    /// <summary>A new file; an existing one is never written over, for it may be somebody's only key.</summary>
    public static void WriteNew(string file, string text, bool secret = false) => WriteNew(file, Encoding.UTF8.GetBytes(text), secret);

    /// <inheritdoc cref="WriteNew(string, string, bool)"/>
    public static void WriteNew(string file, byte[] bytes, bool secret = false)
    {
        if (File.Exists(file)) throw CommandException.BadInput($"{file}: is there already; it is not written over");
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder) Directory.CreateDirectory(folder);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (secret && !OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        using var stream = new FileStream(file, options);
        stream.Write(bytes);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>The box, whose whole archive verifies as far as it goes.</summary>
    public static BallotBox Box(string file)
    {
        var bytes = Read(file);
        Verify(file, bytes);
        return Guard(file, () => BallotBox.Of(ArchiveReader.Read(new MemoryStream(bytes))));
    }

    /// <summary>The box with only its own bytes and chain checked: for steps that check what they add.</summary>
    public static BallotBox BoxUnverified(string file) => Read(file, (_, bytes) => BallotBox.Of(ArchiveReader.Read(new MemoryStream(bytes))));

    /// <summary>Appends to the box; it stays as it was unless the longer archive can be written whole.</summary>
    public static Archive Append(string file, BallotBox box, Action<ArchiveWriter> step, bool verify = true)
    {
        using var stream = new MemoryStream();
        stream.Write(File.ReadAllBytes(file));
        step(ArchiveWriter.Continue(stream, box.Archive));
        var bytes = stream.ToArray();
        if (verify) Verify(file, bytes);
        WholeFile.Write(file, bytes);
        return ArchiveReader.Read(new MemoryStream(bytes));
    }

    private static void Verify(string file, byte[] bytes)
    {
        var report = ArchiveVerifier.Verify(new MemoryStream(bytes), new() { ForEach = (n, one) => Parallel.For(0, n, one) });
        if (report.FirstFault is { } fault) throw new CommandException(ExitCode.DoesNotHold, $"{file}: does not verify: {fault.Number} {fault.Stage}: {fault.Text}");
    }
}
