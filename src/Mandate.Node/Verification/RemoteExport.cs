using System.Net;
using Mandate.Ledger;

namespace Mandate.Node.Verification;

/// <summary>An export that a web server publishes. Files that are there and not listed cannot be seen from outside.</summary>
public sealed class RemoteExport(Uri address) : RecordSource
{
    private readonly HttpClient client = new() { Timeout = TimeSpan.FromSeconds(60) };
    private readonly string prefix = address.ToString().TrimEnd('/');

    public override byte[]? Key => Get("key");

    public override byte[]? Checkpoint => Get("checkpoint");

    public override byte[]? Manifest => Get(ExportManifest.FileName);

    public override bool IsExport => true;

    public override byte[]? Continues => Get("continues");

    public override byte[]? Tile(TilePath path) => Get(path.ToString());

    public override ReadOnlyMemory<byte>? Blob(string sha256) => Get($"blobs/{sha256}") is { } bytes ? bytes : default(ReadOnlyMemory<byte>?);

    public override Stream? Open(string path) => Get(path) is { } bytes ? new MemoryStream(bytes) : null;

    public override void Dispose()
    {
        client.Dispose();
        base.Dispose();
    }

    private byte[]? Get(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{prefix}/{path}");
        using var response = client.Send(request);
        if (response.StatusCode == HttpStatusCode.NotFound) return null;
        response.EnsureSuccessStatusCode();
        using var content = new MemoryStream();
        response.Content.ReadAsStream().CopyTo(content);
        return content.ToArray();
    }
}
