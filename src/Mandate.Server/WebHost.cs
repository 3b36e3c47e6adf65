using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Mandate.Server.Acting;
using Mandate.Server.Api;
using Mandate.Server.Delivery;
using Mandate.Server.Documents;
using Mandate.Server.Feeds;
using Mandate.Server.Founding;
using Mandate.Server.Front;
using Mandate.Server.History;
using Mandate.Server.Home;
using Mandate.Server.Keeping;
using Mandate.Server.Live;
using Mandate.Server.Motions;
using Mandate.Server.Motions.Importing;
using Mandate.Server.Offices;
using Mandate.Server.Printing;
using Mandate.Server.Record;
using Mandate.Server.Rehearsal;
using Mandate.Server.Planning;
using Mandate.Server.Rights;
using Mandate.Server.Roll;
using Mandate.Server.Sessions;
using Mandate.Server.Sessions.Serving;
using Mandate.Server.SignIn;
using Mandate.Server.Statutes;
using Mandate.Server.Trust;
using Mandate.Server.Votes;
using Mandate.Server.Witnessing;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Mandate.Server;

/// <summary>Builds the server. It needs nothing beside the program: pages, styles, fonts and texts are inside.</summary>
public static class WebHost
{
    /// <summary>A server that is ready to be started with <c>RunAsync</c> or <c>StartAsync</c>.</summary>
    public static WebApplication Build(WebHostOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, ApplicationName = typeof(WebHost).Assembly.GetName().Name });
        builder.WebHost.UseUrls([.. options.Urls]);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // The keys of cookies lie in a folder that only the server's own user reads; there is no key to encrypt them with beside it.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // Pages with forms are meant not to be kept.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        // A start that fails is told to whoever starts, in a sentence.
        var started = false;
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => started && level >= LogLevel.Warning);
        AddParts(builder.Services, options);

        var app = builder.Build();
        app.Lifetime.ApplicationStarted.Register(() => started = true);
        Use(app);
        AssetFiles.Map(app);
        FrontEndpoints.Map(app);
        HistoryEndpoints.MapFront(app);
        FoundEndpoints.Map(app);
        EditorEndpoints.Map(app);
        ApiEndpoints.Map(app);
        var organisation = OrganisationRoutes.Map(app);
        SignInEndpoints.Map(organisation);
        CardsEndpoints.Map(organisation);
        FoundingDeskEndpoints.Map(organisation);
        ImportEndpoints.Map(organisation);
        ActEndpoints.Map(organisation);
        HomeEndpoints.Map(organisation);
        StatutesEndpoints.Map(organisation);
        RollEndpoints.Map(organisation);
        OfficesEndpoints.Map(organisation);
        SessionsEndpoints.Map(organisation);
        NoticesEndpoints.Map(organisation);
        MotionImportEndpoints.Map(organisation);
        MotionsEndpoints.Map(organisation);
        VotesEndpoints.Map(organisation);
        PlanningEndpoints.Map(organisation);
        RightsEndpoints.Map(organisation);
        SealedDocumentsEndpoints.Map(organisation);
        HistoryEndpoints.Map(organisation);
        RecordEndpoints.Map(organisation);
        FeedEndpoints.Map(organisation);
        RehearsalEndpoints.Map(organisation);
        KeysEndpoints.Map(organisation);
        LedgerEndpoints.Map(organisation);
        return app;
    }

    private static void AddParts(IServiceCollection parts, WebHostOptions options)
    {
        parts.AddRazorComponents();
        // Letters of every language as they are; only what means something in HTML is escaped.
        parts.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        parts.AddAntiforgery(a =>
        {
            a.Cookie.Name = "mandate-form";
            a.Cookie.SameSite = SameSiteMode.Strict;
            a.SuppressXFrameOptionsHeader = true; // frame-ancestors in the content security policy says it
        });
        var keys = parts.AddDataProtection().SetApplicationName("mandate");
        if (options.KeyFolder is { } folder) keys.PersistKeysToFileSystem(Private(folder));
        else keys.UseEphemeralDataProtectionProvider();
        parts.AddResponseCompression(c =>
        {
            // Tokens in pages are masked anew in every answer, so compression tells nothing about them.
            c.EnableForHttps = true;
            c.MimeTypes = ["text/html", "application/json", "application/atom+xml", "text/calendar", "text/csv", "text/plain"];
            c.Providers.Add<BrotliCompressionProvider>();
            c.Providers.Add<GzipCompressionProvider>();
        });
        parts.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        parts.AddScoped(_ => new Here { Zone = options.Zone, Today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(options.Clock.GetUtcNow(), options.Zone).DateTime) });
        parts.AddScoped<Visit>();
        parts.AddSingleton<LiveRegions>();
        parts.AddSingleton<PersonCookie>();
        parts.AddSingleton<SignedIn>();
        parts.AddSingleton<CardStores>();
        parts.AddSingleton<PasskeyDoor>();
        parts.AddSingleton<MemberFinder>();
        parts.AddSingleton<ProviderDoor>();
        parts.AddSingleton<MotionDrafts>();
        parts.AddSingleton<MotionImport>();
        parts.AddSingleton<Practices>();
        parts.AddSingleton<PdfPrinter>();
        parts.AddSingleton<SignInLimits>();
        parts.AddSingleton<SignInMail>();
        parts.AddHostedService(p => p.GetRequiredService<SignInMail>());
        parts.AddSingleton<ImportUploads>();
        parts.AddSingleton<Verifications>();
        parts.AddSingleton<Exporting>();
        parts.AddSingleton<BulkReads>();
        parts.AddSingleton<Opening>();
        parts.AddSingleton(options);
        parts.AddSingleton<NoticeMailing>();
        parts.AddSingleton<Motions.MoverLetters>();
        parts.AddHostedService(p => p.GetRequiredService<NoticeMailing>());
        parts.AddSingleton(options.Founding);
        parts.AddSingleton(options.Keeper);
        parts.AddSingleton<IInstallation, KeptOrganisations>();
        parts.AddHostedService<LivePublisher>();
        parts.AddHostedService<PublishingLoop>();
        parts.AddHostedService<Documents.DeliveryLoop>();
        parts.AddSingleton(options.Clock);
    }

    private static DirectoryInfo Private(string folder) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(folder)
        : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    private static void Use(WebApplication app)
    {
        app.UseResponseCompression();
        SecurityHeaders.Use(app);
        app.Use((http, next) =>
        {
            Preferences.Apply(http, http.RequestServices.GetRequiredService<Here>());
            return next(http);
        });
        app.UseExceptionHandler(failed => failed.Run(Fail));
        app.UseStatusCodePages(context => Fault(context.HttpContext, context.HttpContext.Response.StatusCode, null));
        app.UseRouting();
        app.UseAntiforgery();
    }

    private static Task Fail(HttpContext http)
    {
        var failure = http.Features.Get<IExceptionHandlerFeature>()?.Error;
        // A request that cannot be read or is forged is the sender's; anything else is ours.
        var status = failure switch { BadHttpRequestException bad => bad.StatusCode, AntiforgeryValidationException => 400, _ when http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false } => 400, _ => 500 };
        return Fault(http, status, status == 500 ? http.TraceIdentifier : null);
    }

    private static Task Fault(HttpContext http, int status, string? reference)
    {
        if (http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
            return Results.Problem(statusCode: status, extensions: reference is null ? null : [new("reference", reference)]).ExecuteAsync(http);
        return new Page<FaultPage>(new { Status = status, Reference = reference }) { Status = status }.ExecuteAsync(http);
    }
}
