using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Mandate.Node;
using Mandate.Node.Boxes;
using Mandate.Node.Sequencing;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Votes;
using Mandate.Server.Acting;
using Mandate.Server.Delivery;
using Mandate.Server.Home;
using Mandate.Server.Keeping;
using Mandate.Server.Look.Forms;
using Mandate.Server.Wording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Mandate.Server.Votes.Sealed;

/// <summary>
/// Votes by sealed ballots: the booth, the box that anybody may take along, and what the commission and the trustees do with it. A
/// ballot is sent without a cookie: the host is not told who sends it.
/// </summary>
public static class SealedEndpoints
{
    /// <summary>Largest ballot: a question of a hundred answers has 60 kB.</summary>
    private const int LargestBallot = 1 << 20;

    /// <summary>Largest archive that a trustee brings back: a hundred thousand ballots.</summary>
    private const long LargestBox = 512L << 20;

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/votes/{id}/box", IResult (string id, string? number, Visit visit) => Boxed(visit, id) is { } vote
            ? new Page<BoxPage>(new { Vote = vote, Number = number }) { Version = $"{visit.Version()}-{Board(visit, id)?.Head}-{number}", NamesMembers = true } : Results.NotFound());
        group.MapGet("/votes/{id}/box/setup.bel", IResult (string id, Visit visit) => Boxed(visit, id) is { Box.Setup: var setup } && visit.Kept.Blob(setup) is { } bytes
            ? Results.Bytes(bytes, "application/octet-stream", "setup.bel") : Results.NotFound());
        group.MapGet("/votes/{id}/box.bel", IResult (string id, Visit visit) => Board(visit, id) is { } board
            ? Results.Stream(to => board.CopyToAsync(to), "application/octet-stream", $"{id}.bel") : Results.NotFound());
        group.MapGet("/votes/{id}/booth", IResult (string id, Visit visit, Here here) => Boxed(visit, id) is { } vote ? Booth(visit, here, vote, desk: false) : Results.NotFound());
        group.MapGet("/votes/{id}/booth/desk", IResult (string id, Visit visit, Here here) => Boxed(visit, id) is { } vote ? Booth(visit, here, vote, desk: true) : Results.NotFound());
        group.MapPost("/votes/{id}/box/ballots", async (string id, HttpContext http, Visit visit) => await TakeAsync(visit, id, await BodyAsync(http, LargestBallot), desk: false));
        group.MapAct("/votes/{id}/box/desk", async (string id, HttpContext http, Visit visit) => Conducts(visit, id)
            ? await TakeAsync(visit, id, Encoding.UTF8.GetBytes((await http.Request.ReadFormAsync())["ballot"].ToString()), desk: true) : Results.StatusCode(StatusCodes.Status403Forbidden));
        group.MapGet("/votes/{id}/box/prepare", IResult (string id, Visit visit) => visit.State.Votes.Find(id) is { } vote ? Prepare(vote, Filled.Empty, null, StatusCodes.Status200OK) : Results.NotFound());
        group.MapAct("/votes/{id}/box/prepare", PrepareAsync);
        group.MapAct("/votes/{id}/box/{step}", async Task<IResult> (string id, string step, HttpContext http, Visit visit) =>
        {
            if (visit.Person is not { } person || visit.Kept.Node is not { } node || Boxed(visit, id) is not { } vote) return Results.NotFound();
            if (step == "work") return await WorkAsync(http, visit, vote);
            var act = (await http.Request.ReadFormAsync())["act"].ToString() is { Length: > 0 } given ? given : Guid.CreateVersion7().ToString("N");
            Task<Answer>? answer = step switch
            {
                "anchor" => node.AnchorAsync(person, id, act),
                "end-remote" => node.EndRemoteAsync(person, id, act),
                "close" => node.CloseBoxAsync(person, id, act),
                "publish" => node.PublishBoxAsync(person, id, act),
                _ => null,
            };
            return answer is null ? Results.NotFound() : Said(visit, vote, await answer);
        });
    }

    /// <summary>Whether this visitor conducts the vote, and so keeps the booth at the desk.</summary>
    internal static bool Conducts(Visit visit, string id) => visit.Person is { } person && visit.State.Votes.Find(id) is { Stage: VoteStage.Running } vote
        && !(visit.Kept.Ask(person, new StopVote(vote.Id, "?")) is Decision.Refused);

    private static BallotBoard? Board(Visit visit, string id) => visit.Kept.Node?.Board(id);

    private static Vote? Boxed(Visit visit, string id) => visit.State.Votes.Find(id) is { Box: not null } vote ? vote : null;

    /// <summary>The same page for everybody: it is told of nobody who has signed in.</summary>
    private static Page<BoothPage> Booth(Visit visit, Here here, Vote vote, bool desk)
    {
        if (!desk) (here.Visitor, here.DeviceKeys) = (null, null);
        return new(new { Vote = vote, Desk = desk && Conducts(visit, vote.Id) }) { Once = true, NamesMembers = true };
    }

    private static async Task<IResult> TakeAsync(Visit visit, string id, ReadOnlyMemory<byte>? ballot, bool desk)
    {
        if (visit.Kept.Node is not { } node || Boxed(visit, id) is null) return Results.NotFound();
        if (ballot is null) return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        var answer = await node.TakeBallotAsync(id, ballot.Value, desk);
        return Results.Text(JsonSerializer.Serialize(answer.Fault is { } fault ? new { fault = Phrases.Told(fault, visit.Words) } : (object)new { number = answer.Number, head = answer.Head }), "application/json",
            statusCode: answer.Fault is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> WorkAsync(HttpContext http, Visit visit, Vote vote)
    {
        if (Board(visit, vote.Id) is not { } board) return Results.NotFound();
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = LargestBox;
        var form = await http.Request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = LargestBox });
        if (form.Files.GetFile("file") is not { Length: > 0 } file) return Show(visit, vote, new BoxAnswer(visit.Words.Say("form.needs", ("field", visit.Words["box.file"])), "", ""));
        var bytes = new byte[file.Length];
        await using (var stream = file.OpenReadStream()) await stream.ReadExactlyAsync(bytes);
        var trustee = vote.Box!.Trustees.Select(t => t.Person).ToList().IndexOf(visit.Person!) + 1;
        var answer = bytes is [(byte)'{', ..] ? await board.DecryptAsync(bytes) : await board.ExtendAsync(bytes, trustee);
        return Show(visit, vote, answer);
    }

    private static async Task<IResult> PrepareAsync(string id, HttpContext http, Visit visit)
    {
        if (visit.Person is not { } person || visit.Kept.Node is not { } node || visit.State.Votes.Find(id) is not { } vote) return Results.NotFound();
        var form = await http.Request.ReadFormAsync();
        var filling = new Filling(visit, form.ToDictionary(f => f.Key, f => f.Value.ToString(), StringComparer.Ordinal));
        var authority = filling.Person("authority");
        var trustees = CampLines.Read(visit, filling, "trustees").Select(t => new BoxTrustee(t.Person, t.Camp)).ToImmutableArray();
        var errors = filling.Errors.ToList();
        var (credentials, record) = (await FileAsync(form, "credentials-file"), await FileAsync(form, "trustees-file"));
        foreach (var (name, file) in new[] { ("credentials-file", credentials), ("trustees-file", record) })
            if (file.Length == 0) errors.Add((name, visit.Words.Say("form.needs", ("field", visit.Words[$"field.{name}"]))));
        if (errors.Count > 0) return Prepare(vote, new Filled(Values(form), errors), null, StatusCodes.Status422UnprocessableEntity);
        var (archive, fault) = BoxSetup.Make(vote, Uuid(node, vote), visit.Version.Rules.Title.In(visit.Words.Language.Code), visit.Version.Rules.Languages.Official[0], credentials, record, visit.Now);
        if (fault is not null) return Prepare(vote, new Filled(Values(form), [("trustees-file", fault)]), null, StatusCodes.Status422UnprocessableEntity);
        var name2 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(archive!));
        return await visit.Kept.PutAsync(person, new PrepareBox(id, name2, authority, trustees, BoothProgram.Hash), form["act"].ToString(), archive!) switch
        {
            Put.Done done => Results.Redirect($"{visit.Address}/votes/{id}/box?done={done.Index}"),
            Put.Refused refused => Prepare(vote, new Filled(Values(form), []), refused.Refusal, StatusCodes.Status409Conflict),
            _ => Results.StatusCode(StatusCodes.Status503ServiceUnavailable),
        };
    }

    internal static string Uuid(OrganisationNode node, Vote vote) => BoxSetup.Uuid(node.Key.Name, vote.Id + (vote.Ballot > 1 ? $"#{vote.Ballot}" : ""));

    private static IResult Prepare(Vote vote, Filled filled, Refusal? refused, int status) => new Page<PrepareBoxPage>(new { Vote = vote, Filled = filled, Refused = refused }) { Status = status, NamesMembers = true };

    private static IResult Said(Visit visit, Vote vote, Answer answer) => answer switch
    {
        Answer.Accepted accepted => Results.Redirect($"{visit.Address}/votes/{vote.Id}/box?done={accepted.Receipt.Index}"),
        Answer.Refused refused => new Page<BoxPage>(new { Vote = vote, Refused = refused.Refusal }) { Status = StatusCodes.Status409Conflict, NamesMembers = true },
        _ => Results.StatusCode(StatusCodes.Status503ServiceUnavailable),
    };

    private static Page<BoxPage> Show(Visit visit, Vote vote, BoxAnswer answer) => new(new { Vote = visit.State.Votes.Find(vote.Id) ?? vote, Brought = answer }) { Status = answer.Fault is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict, NamesMembers = true };

    private static Dictionary<string, string> Values(IFormCollection form) => form.ToDictionary(f => f.Key, f => f.Value.ToString(), StringComparer.Ordinal);

    private static async Task<byte[]> FileAsync(IFormCollection form, string name)
    {
        if (form.Files.GetFile(name) is not { } file) return [];
        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes);
        // Made with an editor or on another system, it may end with a line feed.
        return bytes.AsSpan().TrimEnd("\r\n"u8).ToArray();
    }

    private static async Task<ReadOnlyMemory<byte>?> BodyAsync(HttpContext http, int most)
    {
        using var body = new MemoryStream();
        var buffer = new byte[16384];
        for (int read; (read = await http.Request.Body.ReadAsync(buffer)) > 0;)
        {
            if (body.Length + read > most) return null;
            body.Write(buffer.AsSpan(0, read));
        }
        return body.ToArray();
    }
}
