using System.Net;
using Mandate.Organisation.Sessions;
using Mandate.Server.SignIn;
using Mandate.Server.Tests.Founding;
using Mandate.Server.Tests.Sessions;

namespace Mandate.Server.Tests.SignIn;

public sealed class SlipTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("mandate-slip-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<Dockside> SittingAsync()
    {
        var dockside = await Dockside.OpenAsync();
        dockside.Kept.SignInFile = Path.Combine(folder, "sign-in.db");
        dockside.Sit();
        return dockside;
    }

    private static async Task<string> SlipAsync(Dockside dockside, string person)
    {
        using var desk = await dockside.AsAsync("b1-04");
        await desk.GoAsync($"/o/dockside/sessions/c1/desk?q={person}");
        await desk.SendAsync("/o/dockside/sessions/c1/desk/slip");
        Assert.True(desk.Answer!.Headers.CacheControl!.NoStore);
        return desk.Page.QuerySelector(".card-code code")!.TextContent;
    }

    private static async Task<Visitor> PhoneAsync(Dockside dockside, string code)
    {
        var phone = new Visitor(dockside.Client.BaseAddress!);
        await phone.GoAsync("/o/dockside/sign-in");
        return await phone.SendAsync("/o/dockside/sign-in/card", ("code", code));
    }

    [Fact]
    public async Task A_slip_binds_the_first_phone_to_the_seat_and_no_other()
    {
        await using var dockside = await SittingAsync();
        var code = await SlipAsync(dockside, "b1-07");
        using var phone = await PhoneAsync(dockside, code);
        Assert.Equal("/o/dockside/sessions/c1", phone.Path);
        Assert.Contains("Name b1-07", phone.Text, StringComparison.Ordinal);
        using var second = await PhoneAsync(dockside, code);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.Status);
    }

    [Fact]
    public async Task It_opens_the_meeting_and_nothing_else()
    {
        await using var dockside = await SittingAsync();
        using var phone = await PhoneAsync(dockside, await SlipAsync(dockside, "b1-07"));
        await phone.PostAsync("/o/dockside/act/roll.leave");
        Assert.StartsWith("/o/dockside/sign-in", phone.Path, StringComparison.Ordinal);
        Assert.Contains("You came in with a slip", phone.Text, StringComparison.Ordinal);
        Assert.True(dockside.Kept.State.Roll.Member("b1-07")!.Counts);
    }

    [Fact]
    public async Task It_ends_with_the_meeting_and_with_the_next_slip()
    {
        await using var dockside = await SittingAsync();
        using var lost = await PhoneAsync(dockside, await SlipAsync(dockside, "b1-07"));
        using var phone = await PhoneAsync(dockside, await SlipAsync(dockside, "b1-07"));
        await lost.GoAsync("/o/dockside/sessions/c1");
        Assert.DoesNotContain("Name b1-07, ", lost.Page.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Name b1-07", phone.Page.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
        dockside.Kept.Do("b1-07", new CloseSession("c1"));
        await phone.GoAsync("/o/dockside/sessions/c1");
        Assert.DoesNotContain("Name b1-07", phone.Page.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_desk_gives_slips_and_only_to_who_is_there()
    {
        await using var dockside = await SittingAsync();
        using var member = await dockside.AsAsync("b1-11");
        await member.GoAsync("/o/dockside/sessions/c1/desk?q=b1-07");
        Assert.Null(member.Page.QuerySelector("form[action$='/desk/slip']"));
        using var desk = await dockside.AsAsync("b1-04");
        await desk.GoAsync("/o/dockside/sessions/c1/desk?q=b1-07");
        await desk.SendAsync("/o/dockside/sessions/c1/desk/slip", ("person", "b1-11"));
        Assert.Equal(HttpStatusCode.Forbidden, desk.Status);
    }

    [Fact]
    public void After_ten_wrong_codes_a_slip_is_worth_nothing()
    {
        using var store = CardStore.Open(Path.Combine(folder, "tries.db"));
        var code = store.IssueSlip("b1-07", "c1", "b1-04", DateTimeOffset.UnixEpoch);
        for (var i = 0; i < CardStore.Tries; i++) Assert.Null(store.TakeSlip(code with { Secret = CardCode.New().Secret }, DateTimeOffset.UnixEpoch));
        Assert.Null(store.TakeSlip(code, DateTimeOffset.UnixEpoch));
    }
}
