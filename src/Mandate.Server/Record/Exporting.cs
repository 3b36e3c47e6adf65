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
        var work = Directory.CreateTempSubdirectory("mandate-export-").FullName;
        try
        {
            var folder = Path.Combine(work, visit.Kept.Slug);
            var zip = Path.Combine(work, visit.Kept.Slug + ".zip");
            await Task.Run(() =>
            {
                node.Export(folder);
                ZipFile.CreateFromDirectory(folder, zip, CompressionLevel.Fastest, includeBaseDirectory: true);
                Directory.Delete(folder, recursive: true);
            }, cancel);
            var file = new FileStream(zip, FileMode.Open, FileAccess.Read, FileShare.Delete, 1 << 16, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
            return Results.Stream(new WithFolder(file, work), "application/zip", visit.Kept.Slug + ".zip");
        }
        catch
        {
            Directory.Delete(work, recursive: true);
            throw;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    /// <summary>A file whose folder goes with it once it has been sent.</summary>
    private sealed class WithFolder(FileStream file, string folder) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => file.Length;

        public override long Position { get => file.Position; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => file.Read(buffer, offset, count);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => file.ReadAsync(buffer, cancellationToken);

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => file.ReadAsync(buffer, offset, count, cancellationToken);

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                file.Dispose();
                if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
            }
            base.Dispose(disposing);
        }
    }
}
