using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Mandate.Node.Rolls;
using Mandate.Node.Sequencing;
using Mandate.Node.Stores;
using Mandate.Node.Tests.Support;
using Mandate.Organisation.Founding;
using Mandate.Organisation.Roll;

namespace Mandate.Node.Tests.Rolls;

public sealed class RollImportTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private NodeOptions Options { get; } = new() { Time = new SetTime() };

    [Theory]
    [InlineData(',', "utf-8")]
    [InlineData(';', "utf-8 with mark")]
    [InlineData('\t', "windows-1252")]
    public async Task Every_usual_form_of_file_is_read(char delimiter, string encoding)
    {
        var text = string.Join("\r\n", "Medlemsnr,Förnamn,Efternamn,Branch", "1,Åsa,\"Öberg, född É\"", "1,Åsa,\"Öberg \"\"Nilsson\"\"\",Norra", "2,Bo,Ek,\"Två\nrader\"").Replace(',', delimiter).Replace($"Öberg{delimiter} född", "Öberg född", StringComparison.Ordinal);
        var bytes = encoding switch
        {
            "utf-8" => Encoding.UTF8.GetBytes(text),
            "windows-1252" => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text),
            _ => [.. "\uFEFF"u8, .. Encoding.UTF8.GetBytes(text)],
        };
        await using var node = await Opened();
        var file = RollFile.Read(bytes);
        Assert.Equal((encoding, delimiter), (file.Encoding, file.Delimiter));
        var plan = RollPlanner.Plan(node.State, node.Vault!, file, null, node.Now);
        Assert.Equal([("columns", 2), ("new", 3), ("new", 4)], plan.Rows.Select(r => (r.Code, r.Line)));
        Assert.Equal(["Norra", "Två\nrader"], plan.Units.Select(u => u.Name));
        Assert.Equal("Åsa Öberg \"Nilsson\"", plan.Rows[1].Facts!.Personal["name"]);
    }

    [Theory]
    [InlineData("no-number", ",Ann,b1,2020-01-01,en,,")]
    [InlineData("no-name", "7,,b1,2020-01-01,en,,")]
    [InlineData("no-unit", "7,Ann,,2020-01-01,en,,")]
    [InlineData("bad-date", "7,Ann,b1,31/31/2020,en,,")]
    [InlineData("future-date", "7,Ann,b1,2090-01-01,en,,")]
    [InlineData("bad-language", "7,Ann,b1,2020-01-01,xx,,")]
    [InlineData("bad-status", "7,Ann,b1,2020-01-01,en,gone fishing,")]
    [InlineData("deceased", "7,Ann,b1,2020-01-01,en,Deceased,")]
    [InlineData("left", "7,Ann,b1,2020-01-01,en,left,")]
    [InlineData("columns", "7,Ann,b1")]
    [InlineData("columns", "7,\"Ann,b1,2020-01-01,en,,")]
    public async Task Each_kind_of_bad_row_is_refused_with_its_reason_and_line(string code, string row)
    {
        await using var node = await Opened();
        var plan = Plan(node, row);
        Assert.Equal((RowFate.Refused, code, 2), (plan.Rows[0].Fate, plan.Rows[0].Code, plan.Rows[0].Line));
        Assert.NotEmpty(plan.Rows[0].Text);
        Assert.Null(plan.Rows[0].Person);
    }

    [Fact]
    public async Task Arrears_protected_identity_and_duplicates_have_their_stated_fate()
    {
        await using var node = await Opened();
        var plan = Plan(node, "1,Ann,b1,,,in arrears,\n2,Bea,b1,,,,yes\n1,Cy,b1,,,,");
        Assert.Equal(["in-arrears", "protected", "duplicate"], plan.Rows.Select(r => r.Code));
        await RollImport.RunAsync(node, plan, "b1-01");
        Assert.Equal(MemberStatus.InArrears, node.State.Roll.Members[plan.Rows[0].Person!].Status);
        Assert.False(node.Vault!.Read(plan.Rows[1].Person!)!.ContainsKey("email"));
        Assert.Equal(2, node.State.Roll.Members.Count);
    }

    [Fact]
    public async Task A_preview_writes_nothing()
    {
        await using var node = await Opened();
        var size = node.State.Size;
        Plan(node, "1,Ann,b1,,,,");
        Assert.Equal(size, node.State.Size);
        Assert.Empty(node.Vault!.Persons);
    }

    [Fact]
    public async Task The_same_roll_again_changes_nothing_and_an_import_that_was_broken_off_goes_on()
    {
        await using var node = await Opened();
        var rows = string.Join('\n', Enumerable.Range(1, 400).Select(i => $"{i},Member {i},b{i % 3},2020-01-01,en,,"));
        var first = Plan(node, rows);
        // Broken off: the vault has the names, the log has only the units.
        node.Vault!.Keep(first.Rows.Select(r => KeyValuePair.Create(r.Person!, r.Facts!.Personal)));
        var second = Plan(node, rows);
        Assert.Equal(first.Rows.Select(r => r.Person), second.Rows.Select(r => r.Person));
        var result = await RollImport.RunAsync(node, second, "b1-01");
        Assert.Equal((400, 3, 0), (result.Members, result.Units, result.Pending));
        var third = Plan(node, rows);
        Assert.All(third.Rows, r => Assert.Equal(RowFate.Unchanged, r.Fate));
        Assert.Empty(third.Units);
    }

    [Fact]
    public async Task After_the_founding_new_rows_become_applications_and_the_register_records_what_it_may()
    {
        await using var node = await Opened();
        await RollImport.RunAsync(node, Plan(node, "1,Ann,b1,,,,\n2,Bea,b1,,,,\n3,Cy,b2,,,,"), "b1-01");
        var ann = Person(node, "1");
        await Dockside.Do(node, "b1-01", new NameOfficer("t-1", ann, new("electoral"), Dockside.Day(2027)));
        await Dockside.Do(node, "b1-01", new ApproveFounding());
        await Dockside.Do(node, "b2-01", new ApproveFounding());
        await Dockside.Do(node, "b1-01", new CloseFounding());

        var plan = Plan(node, "1,Ann New-Name,b1,,,,\n2,Bea,b1,,,in arrears,\n3,Cy,b1,,,,\n4,Di,b2,,,,\n5,Ed,b9,,,,");
        Assert.Equal(["personal", "in-arrears", "transfer", "new", "unknown-unit"], plan.Rows.Select(r => r.Code));
        var refused = await RollImport.RunAsync(node, plan, Person(node, "3"));
        Assert.Equal("protocol.not-yours", refused.Refused!.Code);
        var result = await RollImport.RunAsync(node, Plan(node, "1,Ann New-Name,b1,,,,\n2,Bea,b1,,,in arrears,\n4,Di,b2,,,,"), ann);
        Assert.Null(result.Refused);
        Assert.Single(node.State.Roll.Applications);
        Assert.Equal(MemberStatus.InArrears, node.State.Roll.Members[Person(node, "2")].Status);
        Assert.Equal("Ann New-Name", node.Vault!.Read(ann)!["name"]);
    }

    [Fact]
    public void A_mapping_is_saved_and_read_back_and_a_bad_one_says_where()
    {
        var mapping = RollMapping.Suggest(["No", "Name", "Region", "Branch", "E-mail"], ["region", "branch"]);
        var json = mapping.ToJson();
        Assert.Equal(json, RollMapping.FromJson(json).ToJson());
        Assert.Equal(["region", "branch"], mapping.Units.Select(u => u.Kind));
        Assert.Contains("nummer", Assert.Throws<FormatException>(() => RollMapping.FromJson(json.Replace("\"number\"", "\"nummer\"", StringComparison.Ordinal))).Message, StringComparison.Ordinal);
        Assert.Contains("the name", Assert.Throws<FormatException>(() => RollMapping.Suggest(["No", "Branch"], ["branch"])).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("a,a\n1,2")]
    [InlineData("PK\0\0")]
    public void A_file_that_is_no_roll_is_an_error_with_words(string text) =>
        Assert.NotEmpty(Assert.Throws<FormatException>(() => RollFile.Read(Encoding.UTF8.GetBytes(text))).Message);

    [Fact]
    public async Task A_roll_of_24000_rows_with_the_usual_dirt_is_imported_whole()
    {
        await using var node = await Opened();
        var (text, good) = Dirty(24_000, seed: 7);
        var plan = RollPlanner.Plan(node.State, node.Vault!, RollFile.Read(CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text)), null, node.Now);
        Assert.Equal(24_000, plan.Rows.Length);
        Assert.Equal(good, plan.Count(RowFate.New));
        var result = await RollImport.RunAsync(node, plan, "b1-01");
        Assert.Equal((good, (string?)null), (result.Members, result.Refused?.Code));
        Assert.Equal(good, node.State.Roll.Members.Count);
        Assert.Equal(good, node.Vault!.Persons.Length);
        Assert.True(node.Verify().Holds);
    }

    public void Dispose() => folder.Dispose();

    /// <summary>A register as registers are: every hundredth row has something wrong with it.</summary>
    private static (string Text, int Good) Dirty(int rows, int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder("Medlemsnummer;Förnamn;Efternamn;Avdelning;Medlem sedan;Status;Skyddad;E-post;Adress;Postnummer;Ort\r\n");
        var good = 0;
        for (var i = 1; i <= rows; i++)
        {
            var (number, name, since, status) = (i.ToString(CultureInfo.InvariantCulture), $"Åsa{i}", "2019-03-01", i % 17 == 0 ? "obetald" : "Aktiv");
            var dirt = i > 1 ? random.Next(100) : 99;
            switch (dirt)
            {
                case 0: number = "1"; break;
                case 1: number = ""; break;
                case 2: since = "någon gång"; break;
                case 3: status = "avliden"; break;
                case 4: status = "utträdd"; break;
                case 5: since = "1.3.2019"; break;
                case 6: name = $"  {name}  "; break;
            }
            if (dirt > 4) good++;
            var branch = (i % 120) switch { 3 when i % 2 == 0 => "avdelning 3", var b => $"Avdelning {b}" };
            text.Append(CultureInfo.InvariantCulture, $"{number};{name};\"Öberg; nr {i}\";{branch};{since};{status};{(i % 500 == 0 ? "ja" : "")};a{i}@example.org;Gatan {i};123 45;Malmö\r\n");
        }
        return (text.ToString(), good);
    }

    private static RollPlan Plan(OrganisationNode node, string rows) =>
        RollPlanner.Plan(node.State, node.Vault!, RollFile.Read(Encoding.UTF8.GetBytes("No,Name,Branch,Joined,Language,Status,Protected\n" + rows)), null, node.Now);

    private static string Person(OrganisationNode node, string number) => node.Vault!.ReadAll().Single(p => p.Value["number"] == number).Key;

    private async Task<OrganisationNode> Opened()
    {
        var node = OrganisationNode.Create(folder.At("o"), Options);
        await Dockside.Open(node);
        return node;
    }
}
