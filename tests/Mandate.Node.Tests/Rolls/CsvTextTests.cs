using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Mandate.Node.Rolls;

namespace Mandate.Node.Tests.Rolls;

public sealed class CsvTextTests
{
    [Fact]
    public void What_was_quoted_is_read_back_whatever_it_holds() => Prop.ForAll<string[], char>((cells, _) =>
    {
        if (cells.Length == 0) return;
        // Cells are trimmed, so white space at the ends does not count.
        var given = cells.Select(c => (c ?? "").Trim()).ToArray();
        foreach (var delimiter in new[] { ',', ';', '\t' })
        {
            var line = string.Join(delimiter, given.Select(c => $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
            var (number, read, open) = Assert.Single(CsvText.Split(line + "\r\n", delimiter));
            Assert.Equal((1, false), (number, open));
            Assert.Equal(given, read);
        }
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("a,b\nc,d")]
    [InlineData("a,b\r\nc,d\r\n")]
    [InlineData("a,b\rc,d\r")]
    public void Any_line_end_ends_a_record(string text) =>
        Assert.Equal([(1, "a|b"), (2, "c|d")], CsvText.Split(text, ',').Select(r => (r.Line, string.Join('|', r.Cells))));

    [Fact]
    public void Bytes_of_any_kind_are_a_roll_or_an_error_with_words() => Prop.ForAll<byte[]>(bytes =>
    {
        try
        {
            RollFile.Read(bytes);
        }
        catch (FormatException e)
        {
            Assert.NotEmpty(e.Message);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_quotation_mark_within_a_name_is_read_as_it_stands() =>
        Assert.Equal(["Bo \"Bosse\" Ek", "x"], CsvText.Split("Bo \"Bosse\" Ek,x", ',').Single().Cells);
}
