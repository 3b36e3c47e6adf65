using System.Collections.Concurrent;
using System.Text;
using Mandate.Server.Delivery;
using Mandate.Server.Wording;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Mandate.Server.Live;

/// <summary>
/// The parts of pages that change under the reader's eyes. A region holds its latest fragment only: whoever is slow skips what
/// is past, so ten thousand readers need no queues. A fragment is rendered once per language, when its first reader asks, and
/// the same bytes go to all; what is personal is never in one.
/// </summary>
public sealed class LiveRegions(IServiceScopeFactory scopes, ILoggerFactory loggers)
{
    private readonly ConcurrentDictionary<string, Region> regions = new(StringComparer.Ordinal);

    /// <summary>Sets what a region shows now.</summary>
    /// <param name="name">Name of the region, its organisation first: <c>fed/congress-3/item</c>.</param>
    /// <param name="parameters">Parameters of the component.</param>
    /// <param name="prepare">Sets what the component asks for (organisation, glossary, day); the language is set already.</param>
    public void Publish<TComponent>(string name, IReadOnlyDictionary<string, object?> parameters, Action<IServiceProvider> prepare) where TComponent : IComponent
    {
        var region = regions.GetOrAdd(name, _ => new());
        region.Set(async (language, version) => region.Unless(language, await RenderAsync(typeof(TComponent), language, parameters, prepare), html => Event(name, version, html)));
    }

    /// <summary>The version that a region is at; what a page writes beside it, so that its reader gets only what is newer.</summary>
    public long Version(string name) => regions.TryGetValue(name, out var region) ? region.Now.Version : 0;

    internal Region Of(string name) => regions.GetOrAdd(name, _ => new());

    private async Task<string> RenderAsync(Type component, Language language, IReadOnlyDictionary<string, object?> parameters, Action<IServiceProvider> prepare)
    {
        await using var scope = scopes.CreateAsyncScope();
        var here = scope.ServiceProvider.GetRequiredService<Here>();
        here.Language = language;
        prepare(scope.ServiceProvider);
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync(component, ParameterView.FromDictionary(new Dictionary<string, object?>(parameters, StringComparer.Ordinal)))).ToHtmlString());
    }

    /// <summary>One event of the stream (HTML standard, 9.2.6): every line of the data under its own field name.</summary>
    public static ReadOnlyMemory<byte> Event(string name, long version, string html)
    {
        var text = new StringBuilder("event: ").Append(name).Append("\nid: ").Append(version).Append('\n');
        foreach (var line in html.ReplaceLineEndings("\n").Split('\n')) text.Append("data: ").Append(line).Append('\n');
        return Encoding.UTF8.GetBytes(text.Append('\n').ToString());
    }

    internal sealed record Shown(long Version, Func<Language, Task<ReadOnlyMemory<byte>>>? For, TaskCompletionSource Replaced);

    internal sealed class Region
    {
        private static readonly Lock Gate = new();
        private static long latest;
        private readonly ConcurrentDictionary<string, (string Html, ReadOnlyMemory<byte> Event)> last = new(StringComparer.Ordinal);
        private volatile Shown now = new(0, null, New());

        public Shown Now => now;

        /// <summary>The same bytes as before where nothing that is shown has changed, so that nobody is sent them again.</summary>
        public ReadOnlyMemory<byte> Unless(Language language, string html, Func<string, ReadOnlyMemory<byte>> made)
        {
            if (last.TryGetValue(language.Code, out var before) && before.Html == html) return before.Event;
            var fragment = made(html);
            last[language.Code] = (html, fragment);
            return fragment;
        }

        public void Set(Func<Language, long, Task<ReadOnlyMemory<byte>>> render)
        {
            Shown before;
            lock (Gate)
            {
                before = now;
                // One number line for all regions, so that a reader says with one number what it has; it goes on after a restart.
                var version = latest = Math.Max(latest + 1, DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());
                var rendered = new ConcurrentDictionary<string, Lazy<Task<ReadOnlyMemory<byte>>>>(StringComparer.Ordinal);
                now = new(version, language => rendered.GetOrAdd(language.Code, _ => new(() => render(language, version))).Value, New());
            }
            before.Replaced.SetResult();
        }

        private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
