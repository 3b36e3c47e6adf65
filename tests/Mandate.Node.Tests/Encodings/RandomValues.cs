using System.Collections.Immutable;
using System.Reflection;
using Mandate.Organisation.Acts;
using Mandate.Tally;

namespace Mandate.Node.Tests.Encodings;

/// <summary>Makes arbitrary commands and events from a seed, every record of the domain alike.</summary>
internal sealed class RandomValues(int seed)
{
    private static readonly string[] Pieces = ["a", "Ö", "\"", "\\", "\n", "\u0001", "/", "😀", "\u2028", "{", "é", "<", "\u007f", "中"];
    private readonly Random random = new(seed);
    private int depth;

    public static ImmutableArray<Type> Commands { get; } = Concrete<Command>();

    public static ImmutableArray<Type> Events { get; } = Concrete<Event>();

    public Command Command() => (Command)Make(Commands[random.Next(Commands.Length)]);

    public Event Event() => (Event)Make(Events[random.Next(Events.Length)]);

    public object Make(Type type)
    {
        if (type == typeof(string)) return Text();
        if (type == typeof(bool)) return random.Next(2) == 0;
        if (type == typeof(int)) return random.Next(int.MinValue, int.MaxValue);
        if (type == typeof(long)) return random.NextInt64(-(1L << 53) + 1, 1L << 53);
        if (type == typeof(DateTimeOffset)) return DateTimeOffset.FromUnixTimeSeconds(random.NextInt64(0, 4_000_000_000));
        if (type == typeof(DateOnly)) return DateOnly.FromDayNumber(random.Next(700_000, 760_000));
        if (type == typeof(Fraction)) return new Fraction(random.Next(-50, 50), random.Next(1, 50));
        if (type.IsEnum) return Enum.GetValues(type).GetValue(random.Next(Enum.GetValues(type).Length))!;
        if (type == typeof(Command)) return Command();
        if (type == typeof(Event)) return Event();
        if (type.IsGenericType) return Generic(type);
        if (type.IsAbstract) return Make(Cases(type)[random.Next(Cases(type).Length)]);
        return Record(type);
    }

    private object Record(Type type)
    {
        depth++;
        var maker = type.GetConstructors().Where(c => !(c.GetParameters() is [var p] && p.ParameterType == type)).MaxBy(c => c.GetParameters().Length)!;
        var nullability = new NullabilityInfoContext();
        var value = maker.Invoke([.. maker.GetParameters().Select(p =>
        {
            var optional = Nullable.GetUnderlyingType(p.ParameterType) is not null || nullability.Create(p).ReadState == NullabilityState.Nullable;
            return optional && random.Next(2) == 0 ? null : Make(Nullable.GetUnderlyingType(p.ParameterType) ?? p.ParameterType);
        })]);
        foreach (var property in type.GetProperties().Where(p => p.SetMethod is { IsPublic: true } && !maker.GetParameters().Any(q => q.Name == p.Name)))
            property.SetValue(value, Make(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType));
        depth--;
        return value;
    }

    private object Generic(Type type)
    {
        var item = type.GetGenericArguments()[^1];
        var count = depth > 4 ? 0 : random.Next(4);
        var maker = typeof(RandomValues).GetMethod(type.GetGenericTypeDefinition() switch
        {
            var t when t == typeof(ImmutableArray<>) => nameof(ArrayOf),
            var t when t == typeof(ImmutableSortedDictionary<,>) => nameof(MapOf),
            var t when t == typeof(ImmutableDictionary<,>) => nameof(HashMapOf),
            var t when t == typeof(ImmutableSortedSet<>) => nameof(SetOf),
            var t when t == typeof(ImmutableHashSet<>) => nameof(HashSetOf),
            var t => throw new NotSupportedException($"{t}"),
        }, BindingFlags.NonPublic | BindingFlags.Instance)!;
        return maker.MakeGenericMethod(item).Invoke(this, [count])!;
    }

    private object ArrayOf<T>(int count) => ImmutableArray.CreateRange(Enumerable.Range(0, count).Select(_ => (T)Make(typeof(T))));

    private object SetOf<T>(int count) => ImmutableSortedSet.CreateRange((IComparer<T>)StringComparer.Ordinal, Enumerable.Range(0, count).Select(_ => (T)Make(typeof(T))));

    private object HashSetOf<T>(int count) => ImmutableHashSet.CreateRange(Enumerable.Range(0, count).Select(_ => (T)Make(typeof(T))));

    private object MapOf<T>(int count) => ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, Enumerable.Range(0, count).Select(i => KeyValuePair.Create(Text() + i, (T)Make(typeof(T)))));

    private object HashMapOf<T>(int count) => ImmutableDictionary.CreateRange(StringComparer.Ordinal, Enumerable.Range(0, count).Select(i => KeyValuePair.Create(Text() + i, (T)Make(typeof(T)))));

    private string Text() => string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => Pieces[random.Next(Pieces.Length)]));

    private static ImmutableArray<Type> Concrete<T>() => [.. typeof(T).Assembly.GetTypes().Where(t => typeof(T).IsAssignableFrom(t) && !t.IsAbstract).OrderBy(t => t.FullName, StringComparer.Ordinal)];

    private static Type[] Cases(Type family) => [.. family.Assembly.GetTypes().Where(t => family.IsAssignableFrom(t) && !t.IsAbstract)];
}
