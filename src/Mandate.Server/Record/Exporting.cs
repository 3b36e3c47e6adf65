using System.IO.Compression;
using Mandate.Server.Keeping;
using Microsoft.AspNetCore.Http;

namespace Mandate.Server.Record;

/// <summary>The record as a folder of plain files in one zip archive: what <c>mandate export</c> writes and <c>mandate verify</c> reads.</summary>
public sealed class Exporting : IDisposable
{
    /// <summary>Writing a large record takes disk and time: one at a time, the next waits.</summary>
    private readonly SemaphoreSlim turn = new(1);

    public async Task<IResult> ZipAsync(Visit visit, CancellationToken cancel)
    {
        var node = visit.Kept.Node!;
        await turn.WaitAsync(cancel);
        var folder = Path.Combine(Directory.CreateTempSubdirectory("mandate-export-").FullName, visit.Kept.Slug);
        // Gone from the disk as soon as it has been sent, or cannot be.
        var zip = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        try
        {
            await Task.Run(() =>
            {
                node.Export(folder);
                ZipFile.CreateFromDirectory(folder, zip, CompressionLevel.Fastest, includeBaseDirectory: true);
            }, cancel);
            zip.Position = 0;
            return Results.Stream(zip, "application/zip", visit.Kept.Slug + ".zip");
        }
        catch
        {
            await zip.DisposeAsync();
            throw;
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();
}
