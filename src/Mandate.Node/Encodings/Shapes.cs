using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using Mandate.Organisation.Acts;
using Mandate.Tally;

namespace Mandate.Node.Encodings;

/// <summary>The wire form of every type of the domain, found once from its records. Compiled when first used.</summary>
internal sealed class Shapes
{
    private readonly ConcurrentDictionary<Type, Shape> known = new();
    private readonly ConcurrentDictionary<Type, RecordShape> commandFields = new();
    private readonly Dictionary<Type, WireNameAttribute> names = [];
    private readonly bool digest;

    /// <param name="digest">For the digest of the state, which also takes what is never read back, and leaves out what follows from the rest.</param>
    private Shapes(bool digest)
    {
        this.digest = digest;
        known[typeof(string)] = new StringShape();
        known[typeof(bool)] = new BoolShape();
        known[typeof(int)] = new WholeShape(isLong: false);
        known[typeof(long)] = new WholeShape(isLong: true);
        known[typeof(DateTimeOffset)] = new MomentShape();
        known[typeof(DateOnly)] = new DayShape();
        known[typeof(Fraction)] = new FractionShape();
        known[typeof(Command)] = Commands = Family<Command>("command");
        known[typeof(Event)] = Events = Family<Event>("event");
    }

    public static Shapes Wire { get; } = new(digest: false);

    public static Shapes Digest { get; } = new(digest: true);

    /// <summary>For a copy of the state that is read back.</summary>
    public static Shapes Snapshot { get; } = Snapshots();

    public TaggedShape Commands { get; }

    public TaggedShape Events { get; }

    /// <summary>The name and version of a command or event.</summary>
    public WireNameAttribute NameOf(Type type) => names[type];

    /// <summary>A command's fields without its name and version, which the entry carries itself.</summary>
    public RecordShape? CommandFields(string tag) => Commands.TypeOf(tag) is { } type ? CommandFields(type) : null;

    public RecordShape CommandFields(Type command) => commandFields.GetOrAdd(command, type => new RecordShape(type, this));

    /// <summary>What follows from other fields: the parsed constitution from its YAML's hash.</summary>
    public bool Skips(Type type) => digest && (type == typeof(Constitutions.Constitution) || typeof(Delegate).IsAssignableFrom(type) || type == typeof(Blobs));

    public Shape For(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return known.TryGetValue(type, out var shape) ? shape : known.GetOrAdd(type, Make(type));
    }

    /// <summary>Records of records that commands and events hold, at any depth.</summary>
    public IEnumerable<RecordShape> RecordsWithin()
    {
        var seen = new HashSet<Shape>();
        var waiting = new Stack<Shape>(Commands.Members.Concat(Events.Members).Select(m => m.Value));
        while (waiting.TryPop(out var shape))
        {
            if (!seen.Add(shape)) continue;
            foreach (var inner in shape.Inner) waiting.Push(inner);
        }
        var tagged = Commands.Members.Concat(Events.Members).Select(m => m.Value).ToHashSet();
        return seen.OfType<RecordShape>().Where(r => !tagged.Contains(r));
    }

    private Shape Make(Type type)
    {
        if (type.IsEnum) return new EnumShape(type);
        if (type.IsGenericType)
        {
            var arguments = type.GetGenericArguments();
            var open = type.GetGenericTypeDefinition();
            if (open == typeof(ImmutableArray<>)) return Create(typeof(ArrayShape<>), arguments[0], For(arguments[0]));
            if (open == typeof(ImmutableSortedSet<>)) return CreateSet(nameof(SortedSetOf), arguments[0]);
            if (open == typeof(ImmutableHashSet<>)) return CreateSet(nameof(HashSetOf), arguments[0]);
            if (arguments is [var key, var item] && key == typeof(string) && open == typeof(ImmutableSortedDictionary<,>)) return CreateMap(nameof(SortedMapOf), item);
            if (arguments is [var key2, var item2] && key2 == typeof(string) && open == typeof(ImmutableDictionary<,>)) return CreateMap(nameof(MapOf), item2);
            if (digest && arguments is [var key3, var item3] && typeof(IDictionary).IsAssignableFrom(type)) return new PairsShape(For(key3), For(item3));
        }
        if (digest && typeof(IEnumerable).IsAssignableFrom(type)
            && type.GetInterfaces().Append(type).FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>)) is { } sequence)
            return new SequenceShape(For(sequence.GetGenericArguments()[0]));
        if (typeof(IEnumerable).IsAssignableFrom(type) || type == typeof(object) || type.IsPrimitive || type.IsInterface)
            throw new InvalidOperationException($"{type} has no form in the log: whole numbers, text, moments, days, fractions, enumerations, immutable lists, sets and maps, and records of these have.");
        return type.IsAbstract ? Union(type) : new RecordShape(type, this);
    }

    private static Shapes Snapshots()
    {
        var shapes = new Shapes(digest: false);
        shapes.known[typeof(Constitutions.Constitution)] = new SnapshotText.LeftOut();
        return shapes;
    }

    /// <summary>Commands or events, by wire name and version.</summary>
    private TaggedShape Family<T>(string what)
    {
        var members = typeof(T).Assembly.GetTypes().Where(t => typeof(T).IsAssignableFrom(t) && !t.IsAbstract).Select(t =>
        {
            var wire = t.GetCustomAttribute<WireNameAttribute>() ?? throw new InvalidOperationException($"{t.Name} has no wire name");
            names.Add(t, wire);
            return (Type: t, Tag: TaggedShape.Tag(wire.Name, wire.Version), Shape: new RecordShape(t, this, ("type", $"\"{wire.Name}\""), ("v", $"{wire.Version}")));
        }).ToArray();
        return new(what, versioned: true, members.ToFrozenDictionary(m => m.Tag, m => m.Shape, StringComparer.Ordinal), members.ToFrozenDictionary(m => m.Type, m => m.Shape));
    }

    private TaggedShape Union(Type family)
    {
        var members = family.Assembly.GetTypes().Where(t => family.IsAssignableFrom(t) && !t.IsAbstract)
            .Select(t => (Type: t, Tag: Kebab.Of(t.Name), Shape: new RecordShape(t, this, ("kind", $"\"{Kebab.Of(t.Name)}\"")))).ToArray();
        if (members.Length == 0) throw new InvalidOperationException($"{family} has no members to be written");
        return new(Kebab.Of(family.Name), versioned: false, members.ToFrozenDictionary(m => m.Tag, m => m.Shape, StringComparer.Ordinal), members.ToFrozenDictionary(m => m.Type, m => m.Shape));
    }

    private static Shape Create(Type open, Type item, params object?[] arguments) => (Shape)Activator.CreateInstance(open.MakeGenericType(item), arguments)!;

    private Shape CreateSet(string maker, Type item) => Create(typeof(SetShape<>), item, For(item), Maker(maker, item, typeof(IEnumerable<>).MakeGenericType(item)));

    private Shape CreateMap(string maker, Type item) => Create(
        typeof(MapShape<>), item, For(item), Maker(maker, item, typeof(IEnumerable<>).MakeGenericType(typeof(KeyValuePair<,>).MakeGenericType(typeof(string), item))));

    private static Delegate Maker(string name, Type item, Type from) => typeof(Shapes)
        .GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(item)
        .CreateDelegate(typeof(Func<,>).MakeGenericType(from, typeof(object)));

    private static object SortedSetOf<T>(IEnumerable<T> items) =>
        items is IEnumerable<string> texts ? ImmutableSortedSet.CreateRange(StringComparer.Ordinal, texts) : ImmutableSortedSet.CreateRange(items);

    private static object HashSetOf<T>(IEnumerable<T> items) =>
        items is IEnumerable<string> texts ? ImmutableHashSet.CreateRange(StringComparer.Ordinal, texts) : ImmutableHashSet.CreateRange(items);

    private static object SortedMapOf<T>(IEnumerable<KeyValuePair<string, T>> items) => ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, items);

    private static object MapOf<T>(IEnumerable<KeyValuePair<string, T>> items) => ImmutableDictionary.CreateRange(StringComparer.Ordinal, items);
}
