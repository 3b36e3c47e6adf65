using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Mandate.Node;
using Mandate.Server.Keeping;

namespace Mandate.Server.Tests.Founding;

/// <summary>A data folder of its own, served, for as long as a test needs it.</summary>
internal sealed class Desk : IAsyncDisposable
{
    private readonly string folder;

    private Desk(Serving serving, Installation installation, string folder) => (Serving, Installation, this.folder) = (serving, installation, folder);

    public Serving Serving { get; }

    public Installation Installation { get; }

    public static async Task<Desk> OpenAsync()
    {
        var folder = Directory.CreateTempSubdirectory("mandate-found-").FullName;
        var installation = Installation.Open(Path.Combine(folder, "data"));
        var keeper = new NodeKeeper(installation, (node, person) => node.Vault?.Read(person)?.GetValueOrDefault("name"));
        return new(await Serving.StartAsync(keeper), installation, folder);
    }

    public Visitor Visitor() => new(Serving.Client.BaseAddress!);

    public async ValueTask DisposeAsync()
    {
        await Serving.DisposeAsync();
        await Installation.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}

/// <summary>A browser without script: keeps cookies, follows redirects, sends the forms that it was given.</summary>
internal sealed class Visitor : IDisposable
{
    private readonly HttpClient client;

    /// <param name="host">The host that its requests name; the one that it really speaks to by default.</param>
    public Visitor(Uri address, string? language = null, string? host = null)
    {
        client = new(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = address };
        if (language is not null) client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        client.DefaultRequestHeaders.Host = host;
    }

    public HttpStatusCode Status { get; private set; }

    public IHtmlDocument Page { get; private set; } = new HtmlParser().ParseDocument("");

    public string Path { get; private set; } = "/";

    public HttpResponseMessage? Answer { get; private set; }

    public string Text => System.Text.RegularExpressions.Regex.Replace(Page.Body!.TextContent, @"\s+", " ", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5));

    public async Task<Visitor> GoAsync(string path)
    {
        await ReadAsync(await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken));
        return this;
    }

    /// <summary>Sends the form with that action, with what it holds and what is typed over it.</summary>
    public async Task<Visitor> SendAsync(string action, params (string Name, string Value)[] typed) => await SendAsync(action, null, typed);

    /// <summary>Sends the form with that action to another address, as a button with an address of its own does.</summary>
    public async Task<Visitor> SendToAsync(string action, string to, params (string Name, string Value)[] typed) => await SendAsync(action, to, null, typed);

    /// <summary>Sends these values and nothing else.</summary>
    public async Task<Visitor> PostAsync(string path, params (string Name, string Value)[] values)
    {
        using var content = new FormUrlEncodedContent(values.Select(v => KeyValuePair.Create(v.Name, v.Value)));
        await ReadAsync(await client.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken));
        return this;
    }

    public async Task<Visitor> SendAsync(string action, (string Name, string FileName, byte[] Bytes)? file, params (string Name, string Value)[] typed) => await SendAsync(action, action, file, typed);

    private async Task<Visitor> SendAsync(string action, string to, (string Name, string FileName, byte[] Bytes)? file, (string Name, string Value)[] typed)
    {
        var form = Page.QuerySelectorAll("form[method=post]").Cast<IHtmlFormElement>().FirstOrDefault(f => ActionOf(f) == action)
            ?? throw new InvalidOperationException($"{Path} has no form for {action}; it has {string.Join(", ", Page.QuerySelectorAll("form").Cast<IHtmlFormElement>().Select(ActionOf))}\n{Text}");
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in form.QuerySelectorAll("input[name], textarea[name], select[name]"))
            switch (field)
            {
                case IHtmlInputElement { Type: "file" or "submit" } or IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false }: break;
                case IHtmlInputElement input: values[input.Name!] = input.Value; break;
                case IHtmlTextAreaElement area: values[area.Name!] = area.Value; break;
                case IHtmlSelectElement select: values[select.Name!] = select.Value ?? ""; break;
            }
        foreach (var (name, value) in typed) values[name] = value;
        HttpContent content;
        if (file is null)
        {
            content = new FormUrlEncodedContent(values);
        }
        else
        {
            var parts = new MultipartFormDataContent();
            foreach (var (name, value) in values) parts.Add(new StringContent(value), name);
            parts.Add(new ByteArrayContent(file.Value.Bytes), file.Value.Name, file.Value.FileName);
            content = parts;
        }
        using (content) await ReadAsync(await client.PostAsync(new Uri(to, UriKind.Relative), content, TestContext.Current.CancellationToken));
        return this;
    }

    /// <summary>Sends the form with that action, which answers with a file.</summary>
    public async Task<byte[]> DownloadAsync(string action)
    {
        var form = Page.QuerySelectorAll("form[method=post]").Cast<IHtmlFormElement>().First(f => ActionOf(f) == action);
        using var content = new FormUrlEncodedContent(form.QuerySelectorAll("input[name]").Cast<IHtmlInputElement>().Select(i => KeyValuePair.Create(i.Name!, i.Value)));
        var answer = await client.PostAsync(new Uri(action, UriKind.Relative), content, TestContext.Current.CancellationToken);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose() => client.Dispose();

    private string ActionOf(IHtmlFormElement form) => form.GetAttribute("action") ?? Path.Split('?')[0];

    private async Task ReadAsync(HttpResponseMessage answer)
    {
        Answer = answer;
        Status = answer.StatusCode;
        Path = answer.RequestMessage!.RequestUri!.PathAndQuery;
        Page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
