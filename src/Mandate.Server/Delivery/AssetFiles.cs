using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Mandate.Server.Delivery;

/// <summary>
/// Styles, scripts, fonts and drawings, embedded in the program so that one file is all there is to install. Their addresses
/// carry a fingerprint of all of them (<c>/assets/3f9c…/style.css</c>): browsers keep them for ever, a new version has new
/// addresses, and a style sheet may name a font beside it by its plain name.
/// </summary>
public sealed class AssetFiles
{
    private readonly FrozenDictionary<string, Asset> files;

    private AssetFiles(FrozenDictionary<string, Asset> files)
    {
        this.files = files;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, asset) in files.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(name + "\n"));
            hash.AppendData(asset.Plain);
        }
        Version = Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    public static AssetFiles Ours { get; } = Embedded(typeof(AssetFiles).Assembly);

    /// <summary>Fingerprint of all assets together.</summary>
    public string Version { get; }

    /// <summary>The address of an asset.</summary>
    /// <exception cref="ArgumentException">There is no asset of that name: a page names one that was not built.</exception>
    public string Address(string name) => files.ContainsKey(name) ? $"/assets/{Version}/{name}" : throw new ArgumentException($"no asset {name}: run npm run build in web/", nameof(name));

    /// <summary>The bytes of an asset.</summary>
    public ReadOnlySpan<byte> Read(string name) => files[name].Plain;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapMethods("/assets/{version}/{**name}", ["GET", "HEAD"], (string name, HttpContext http) => Ours.Serve(name, http));

    private IResult Serve(string name, HttpContext http)
    {
        if (!files.TryGetValue(name, out var asset)) return Results.NotFound();
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        http.Response.Headers["X-Content-Type-Options"] = "nosniff";
        if (asset.Type is not "font/woff2")
        {
            http.Response.Headers.Vary = "Accept-Encoding";
            if (http.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal))
            {
                http.Response.Headers.ContentEncoding = "br";
                return Results.Bytes(asset.Brotli.Value, asset.Type);
            }
        }
        return Results.Bytes(asset.Plain, asset.Type);
    }

    private static AssetFiles Embedded(Assembly assembly) => new(assembly.GetManifestResourceNames()
        .Where(n => n.StartsWith("assets/", StringComparison.Ordinal))
        .ToFrozenDictionary(n => n["assets/".Length..].Replace('\\', '/'), n => new Asset(Bytes(assembly, n), TypeOf(n)), StringComparer.Ordinal));

    private static byte[] Bytes(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".woff2" => "font/woff2",
        ".txt" => "text/plain; charset=utf-8",
        ".html" => "text/html; charset=utf-8",
        _ => "application/octet-stream",
    };

    private sealed record Asset(byte[] Plain, string Type)
    {
        /// <summary>Compressed once, when first asked for.</summary>
        public Lazy<byte[]> Brotli { get; } = new(() =>
        {
            using var packed = new MemoryStream();
            using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal)) brotli.Write(Plain);
            return packed.ToArray();
        });
    }
}
