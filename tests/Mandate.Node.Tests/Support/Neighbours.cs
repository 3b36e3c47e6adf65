using System.Collections.Immutable;
using System.Net;
using Mandate.Ledger;
using Mandate.Node.Witnessing;
using Mandate.Organisation.Trust;

namespace Mandate.Node.Tests.Support;

/// <summary>Witnesses in folders of their own, reached as over HTTP; each can be cut off.</summary>
internal sealed class Neighbours : HttpMessageHandler
{
    private readonly Dictionary<string, WitnessStore> stores = new(StringComparer.Ordinal);
    private readonly HashSet<string> cutOff = new(StringComparer.Ordinal);
    private readonly TemporaryFolder folder;

    public Neighbours(TemporaryFolder folder, params string[] names)
    {
        this.folder = folder;
        foreach (var name in names)
        {
            Folders[name] = WitnessFolder.Open(folder.At(name), name);
            Open(name);
        }
    }

    public Dictionary<string, WitnessFolder> Folders { get; } = new(StringComparer.Ordinal);

    /// <summary>POSIX seconds that every witness's clock shows.</summary>
    public ulong Now { get; set; } = 1_800_000_000;

    public Witness this[string name] => new(name, Folders[name].Signer.Key.ToString(), $"http://{name}");

    public WitnessGroup Group(string name, int needed, params string[] members) => new(name, needed, [.. members.Select(m => this[m])]);

    public void Follow(VerifierKey log)
    {
        foreach (var name in Folders.Keys)
        {
            Close(name);
            Folders[name].Follow([log]);
            Open(name);
        }
    }

    public void Open(string name) => stores[name] = WitnessStore.Open(Folders[name]);

    public void Close(string name)
    {
        stores[name].Dispose();
        stores.Remove(name);
    }

    public void CutOff(params string[] names) => cutOff.UnionWith(names);

    public void Reconnect() => cutOff.Clear();

    /// <summary>An older copy of a witness's folder is put in place.</summary>
    public void SetBack(string name, Action between)
    {
        Close(name);
        TemporaryFolder.Copy(folder.At(name), folder.At(name + "-before"));
        Open(name);
        between();
        Close(name);
        Directory.Delete(folder.At(name), recursive: true);
        Directory.Move(folder.At(name + "-before"), folder.At(name));
        Open(name);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var name = request.RequestUri!.Host;
        if (cutOff.Contains(name) || !stores.TryGetValue(name, out var store)) throw new HttpRequestException("no answer");
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        var answer = store.Answer(request.Method.Method, request.RequestUri.AbsolutePath, body, Now);
        var response = new HttpResponseMessage((HttpStatusCode)answer.Status) { Content = new StringContent(answer.Body) };
        response.Content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(answer.ContentType);
        return response;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            foreach (var store in stores.Values) store.Dispose();
        base.Dispose(disposing);
    }
}
