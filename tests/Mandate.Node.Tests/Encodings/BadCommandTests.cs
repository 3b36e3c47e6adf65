using System.Text;
using Mandate.Node.Encodings;
using Mandate.Organisation.Acts;

namespace Mandate.Node.Tests.Encodings;

/// <summary>What people and programs write wrongly is answered with the place and what would be right.</summary>
public sealed class BadCommandTests
{
    [Theory]
    [InlineData("", "", "empty")]
    [InlineData("nonsense", "", "line 1")]
    [InlineData("[]", "", "needs an object")]
    [InlineData("{}", "type", "missing")]
    [InlineData("""{"type":"roll.aply"}""", "type", "'roll.apply' is near")]
    [InlineData("""{"type":"roll.apply","v":9}""", "type", "version 9")]
    [InlineData("""{"type":"roll.transfer","person":"p"}""", "to", "missing")]
    [InlineData("""{"type":"roll.transfer","person":"p","to":"b","extra":1}""", "extra", "the fields are")]
    [InlineData("""{"type":"roll.transfer","person":"p","person":"q","to":"b"}""", "person", "twice")]
    [InlineData("""{"type":"roll.transfer","person":7,"to":"b"}""", "person", "needs text")]
    [InlineData("""{"type":"roll.transfer","person":null,"to":"b"}""", "person", "null")]
    [InlineData("""{"type":"roll.transfer","person":"\ud800","to":"b"}""", "person", "surrogate")]
    [InlineData("""{"type":"clock.advance","to":"2026-11-21 10:00"}""", "to", "2026-11-21T20:15:03Z")]
    [InlineData("""{"type":"roll.record-status","person":"p","status":"gone","evidence":""}""", "status", "in-arrears")]
    [InlineData("""{"type":"founding.enter-units","units":[{"id":"a","kind":"branch","name":"A","from":"2026-01-01"},{"id":"b","kind":"branch","name":"B","from":"soon"}]}""", "units[1].from", "needs a day")]
    [InlineData("""{"type":"founding.approve"} 1""", "", "")]
    public void A_bad_command_is_answered_with_its_place(string json, string path, string message)
    {
        Assert.False(WireText.TryDecode(Encoding.UTF8.GetBytes(json), out Command? _, out var error));
        Assert.Equal(path, error.Path);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_moment_with_a_fraction_of_a_second_is_not_written() =>
        Assert.Throws<ArgumentException>(() => WireText.Encode(new Mandate.Organisation.Founding.AdvanceClock(DateTimeOffset.UnixEpoch.AddMilliseconds(5))));
}
