using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Mandate.Node.Encodings;
using Mandate.Organisation;
using Mandate.Organisation.Acts;

namespace Mandate.Node.Tests.Encodings;

public sealed class EntryTextTests
{
    [Fact]
    public void Every_command_and_event_of_the_domain_reads_back_to_the_same_bytes()
    {
        foreach (var type in RandomValues.Commands.Concat(RandomValues.Events))
        {
            for (var seed = 0; seed < 20; seed++)
            {
                var value = new RandomValues(seed).Make(type);
                if (value is Command command)
                {
                    var bytes = WireText.Encode(command);
                    Assert.True(WireText.TryDecode(bytes, out Command? read, out var error), $"{type.Name}: {error}");
                    Assert.Equal(type, read.GetType());
                    Assert.Equal(Encoding.UTF8.GetString(bytes), Encoding.UTF8.GetString(WireText.Encode(read)));
                }
                else
                {
                    var bytes = WireText.Encode((Event)value);
                    Assert.True(WireText.TryDecode(bytes, out Event? read, out var error), $"{type.Name}: {error}");
                    Assert.Equal(type, read.GetType());
                    Assert.Equal(Encoding.UTF8.GetString(bytes), Encoding.UTF8.GetString(WireText.Encode(read)));
                }
            }
        }
    }

    [Fact]
    public void An_entry_reads_back_whole_and_to_the_same_bytes() => Prop.ForAll<int>(seed =>
    {
        var entry = Some(seed);
        var bytes = EntryText.Encode(entry);
        Assert.True(EntryText.TryDecode(bytes, out var read, out var error), $"{error}");
        Assert.Equal((entry.Id, entry.At, entry.By, entry.Clause, entry.Engine, entry.Seen, entry.Sig), (read.Id, read.At, read.By, read.Clause, read.Engine, read.Seen, read.Sig));
        Assert.Equal(entry.Blobs, read.Blobs);
        Assert.Equal(WireText.Encode(entry.Command), WireText.Encode(read.Command));
        Assert.Equal(entry.Events.Select(WireText.Encode), read.Events.Select(WireText.Encode));
        Assert.Equal(bytes, EntryText.Encode(read));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Reading_only_the_events_gives_the_same_events_as_reading_all() => Prop.ForAll<int>(seed =>
    {
        var entry = Some(seed);
        Assert.True(EntryText.TryDecodeEvents(EntryText.Encode(entry), out var at, out var by, out var events, out var error), $"{error}");
        Assert.Equal((entry.At, entry.By), (at, by));
        Assert.Equal(entry.Events.Select(WireText.Encode), events.Select(WireText.Encode));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_names_of_every_object_stand_in_order_of_their_code_units() => Prop.ForAll<int>(seed =>
    {
        using var document = JsonDocument.Parse(EntryText.Encode(Some(seed)));
        InOrder(document.RootElement);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_cut_and_no_changed_byte_of_an_entry_throws() => Prop.ForAll<int, int>((seed, change) =>
    {
        var bytes = EntryText.Encode(Some(seed));
        var random = new Random(change);
        var cut = bytes[..random.Next(bytes.Length)];
        Assert.False(EntryText.TryDecode(cut, out _, out var error));
        Assert.NotEmpty(error.Message);
        bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        if (EntryText.TryDecode(bytes, out var read, out _)) EntryText.Encode(read);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_type_in_the_state_has_a_place_in_its_digest()
    {
        // Types that the state does not hold yet are found by walking the shapes: a missing one throws.
        var seen = new HashSet<Shape>();
        var waiting = new Stack<Shape>([Shapes.Digest.For(typeof(State))]);
        while (waiting.TryPop(out var shape))
            if (seen.Add(shape))
                foreach (var inner in shape.Inner) waiting.Push(inner);
        Assert.True(seen.Count > 20);
    }

    internal static Entry Some(int seed)
    {
        var values = new RandomValues(seed);
        return new(
            (string)values.Make(typeof(string)), (DateTimeOffset)values.Make(typeof(DateTimeOffset)), (string)values.Make(typeof(string)),
            values.Command(), "bodies.x", [values.Event(), values.Event()], "1")
        {
            Blobs = seed % 2 == 0 ? [] : [new string('a', 64)],
            Seen = seed % 3 == 0 ? null : "s",
        };
    }

    private static void InOrder(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
            foreach (var item in element.EnumerateArray()) InOrder(item);
        if (element.ValueKind != JsonValueKind.Object) return;
        var names = element.EnumerateObject().Select(p => p.Name).ToArray();
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
        foreach (var property in element.EnumerateObject()) InOrder(property.Value);
    }
}
