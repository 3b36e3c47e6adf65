using System.Net;
using Mandate.Organisation.Press;
using Mandate.Organisation.Tendencies;
using Mandate.Server.Delivery;

namespace Mandate.Server.Tests.Sessions;

public sealed class MailingTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("mandate-mailing-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<Dockside> WithMailingAsync(bool mail = true)
    {
        var dockside = await Dockside.OpenAsync(with: o => mail ? o with { Mail = new("desk@example.org") { PickupFolder = folder } } : o);
        dockside.Kept.Do("b1-07", new FormTendency("t", "Members first", dockside.Kept.Put("Rotate."), new(2027, 12, 31), Subject: "How offices are filled"));
        dockside.Kept.Do("b1-08", new JoinTendency("t"));
        dockside.Kept.Do("b1-07", new SendMailing("m", "t", "Come to congress", dockside.Kept.Put("The council is elected there.")));
        dockside.Kept.Do("b1-05", new TranslateMailing("m", "nl", dockside.Kept.Put("De raad wordt er gekozen.")));
        return dockside;
    }

    [Fact]
    public async Task The_speaker_has_it_sent_to_all_who_have_an_address_and_sees_none()
    {
        await using var dockside = await WithMailingAsync();
        using var speaker = await dockside.AsAsync("b1-07");
        await speaker.GoAsync("/o/dockside/rights/press");
        await speaker.SendAsync("/o/dockside/rights/press/mailings/m/send");
        Assert.DoesNotContain("@members.example", speaker.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        var addressed = dockside.Kept.State.Roll.Members.Keys.Count(m => dockside.Kept.Personal(m)!.ContainsKey("email"));
        while (Directory.GetFiles(folder, "*.eml").Length < addressed) await Task.Delay(20, TestContext.Current.CancellationToken);
        Assert.Equal(addressed, Directory.GetFiles(folder, "*.eml").Length);
        // It goes out once: the button is gone.
        await speaker.GoAsync("/o/dockside/rights/press");
        Assert.Null(speaker.Page.QuerySelector("form[action$='/mailings/m/send']"));
    }

    [Fact]
    public async Task Nobody_else_sends_it_and_without_mail_nobody_does()
    {
        await using var dockside = await WithMailingAsync();
        using var council = await dockside.AsAsync("b1-01");
        await council.GoAsync("/o/dockside/rights/press");
        Assert.Null(council.Page.QuerySelector("form[action$='/mailings/m/send']"));
        await council.GoAsync("/o/dockside/sign-in");
        await council.SendToAsync("/o/dockside/sign-in", "/o/dockside/rights/press/mailings/m/send");
        Assert.NotEqual(HttpStatusCode.OK, council.Status);
        Assert.Empty(Directory.GetFiles(folder));
        await using var silent = await WithMailingAsync(mail: false);
        using var speaker = await silent.AsAsync("b1-07");
        await speaker.GoAsync("/o/dockside/rights/press");
        Assert.Null(speaker.Page.QuerySelector("form[action$='/mailings/m/send']"));
    }
}
