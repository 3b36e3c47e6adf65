using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;

namespace Mandate.Node.Encodings;

/// <summary>
/// An object with fixed fields: the parameters of a record's constructor and its settable properties, in camel case, in order.
/// Computed properties are not written. Null and declared defaults are left out.
/// </summary>
internal sealed class RecordShape : Shape
{
    private readonly Type type;
    private readonly Shapes shapes;
    private readonly (string Name, string Json)[] constants;
    private readonly Lazy<Plan> plan;

    /// <param name="constants">Fields that say which record this is, as name and JSON text.</param>
    public RecordShape(Type type, Shapes shapes, params (string Name, string Json)[] constants)
    {
        this.type = type;
        this.shapes = shapes;
        this.constants = constants;
        plan = new(Build);
    }

    public Type Type => type;

    private sealed record Plan(Field[] Fields, Action<object, object?[]> Take, Func<object?[], object>? Make);

    public override void Write(CanonicalWriter writer, object value)
    {
        var (fields, take, _) = plan.Value;
        var values = new object?[fields.Length];
        take(value, values);
        writer.BeginObject();
        for (var i = 0; i < fields.Length; i++)
        {
            var field = fields[i];
            if (field.Constant is { } constant)
            {
                writer.Name(field.Quoted);
                writer.Raw(constant);
                continue;
            }
            if (field.Optional && Equals(values[i], field.Default)) continue;
            writer.Name(field.Quoted);
            try
            {
                field.Shape!.Write(writer, values[i] ?? throw new WireFault("is missing"));
            }
            catch (WireFault e)
            {
                throw e.In(field.Name);
            }
        }
        writer.EndObject();
    }

    public override object Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw Needs("an object", reader);
        var (fields, _, make) = plan.Value;
        if (make is null) throw new WireFault("is not read back");
        var values = new object?[fields.Length];
        Span<bool> seen = stackalloc bool[fields.Length];
        var next = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var at = Find(fields, ref reader, next);
            if (at < 0) throw Unknown(fields, FieldName(ref reader));
            next = at + 1;
            reader.Read();
            var field = fields[at];
            if (seen[at]) throw new WireFault("stands twice").In(field.Name);
            seen[at] = true;
            if (field.Shape is null)
            {
                reader.Skip();
                continue;
            }
            try
            {
                values[at] = field.Shape.Read(ref reader);
            }
            catch (WireFault e)
            {
                throw e.In(field.Name);
            }
        }
        for (var i = 0; i < fields.Length; i++)
        {
            if (seen[i] || fields[i].Constant is not null) continue;
            values[i] = fields[i].Optional ? fields[i].Default : throw new WireFault($"is missing; needs {fields[i].Shape!.Describe()}").In(fields[i].Name);
        }
        return make(values);
    }

    public override string Describe() => type.Name;

    /// <summary>The fields, for the list of approved shapes.</summary>
    public string DescribeFields() => string.Join(", ", plan.Value.Fields
        .Where(f => f.Constant is null)
        .Select(f => $"{f.Name}{(f.Optional ? "?" : "")}: {f.Shape!.Describe()}{(f.Default is null or (System.Collections.IEnumerable and not string) ? "" : string.Create(CultureInfo.InvariantCulture, $" = {f.Default}"))}"));

    public override IEnumerable<Shape> Inner => plan.Value.Fields.Select(f => f.Shape).OfType<Shape>();

    private static int Find(Field[] fields, ref Utf8JsonReader reader, int next)
    {
        // Canonical text has the fields in order, so the next one is nearly always the one looked for.
        for (var i = next; i < fields.Length; i++)
            if (reader.ValueTextEquals(fields[i].Utf8)) return i;
        for (var i = 0; i < next; i++)
            if (reader.ValueTextEquals(fields[i].Utf8)) return i;
        return -1;
    }

    private static WireFault Unknown(Field[] fields, string name) =>
        new WireFault($"no such field here; the fields are {string.Join(", ", fields.Select(f => f.Name))}").In(name);

    private Plan Build()
    {
        var maker = type.GetConstructors()
            .Where(c => !(c.GetParameters() is [var only] && only.ParameterType == type))
            .MaxBy(c => c.GetParameters().Length);
        var parameters = maker?.GetParameters() ?? [];
        var nullability = new NullabilityInfoContext();
        var found = new List<(Field Field, PropertyInfo? Property, int Parameter)>();
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetIndexParameters().Length > 0 || shapes.Skips(property.PropertyType)) continue;
            var parameter = Array.FindIndex(parameters, p => string.Equals(p.Name, property.Name, StringComparison.Ordinal));
            var settable = property.SetMethod is { IsPublic: true };
            if (parameter < 0 && !settable) continue;
            found.Add((FieldOf(property, parameter < 0 ? null : parameters[parameter], nullability), property, parameter));
        }
        foreach (var (name, json) in constants)
        {
            if (found.Exists(f => f.Field.Name == name)) throw new InvalidOperationException($"{type.Name}: the field name '{name}' is taken by the log's format");
            found.Add((new Field(name) { Constant = System.Text.Encoding.UTF8.GetBytes(json) }, null, -1));
        }
        found.Sort((a, b) => string.CompareOrdinal(a.Field.Name, b.Field.Name));
        var members = found.ConvertAll(f => (f.Property, f.Parameter));
        var covered = members.Where(m => m.Parameter >= 0).Select(m => m.Parameter).Order().SequenceEqual(Enumerable.Range(0, parameters.Length));
        return new Plan([.. found.Select(f => f.Field)], RecordAccess.Take(type, members), maker is not null && covered ? RecordAccess.Make(maker, members) : null);
    }

    private Field FieldOf(PropertyInfo property, ParameterInfo? parameter, NullabilityInfoContext nullability)
    {
        var nullable = Nullable.GetUnderlyingType(property.PropertyType) is not null
            || !property.PropertyType.IsValueType && nullability.Create(property).ReadState == NullabilityState.Nullable;
        var hasDefault = parameter is { HasDefaultValue: true };
        var value = hasDefault ? parameter!.DefaultValue : null;
        if (hasDefault && value is null && property.PropertyType.IsValueType && !nullable) value = Activator.CreateInstance(property.PropertyType);
        if (hasDefault && value is not null && property.PropertyType.IsEnum) value = Enum.ToObject(property.PropertyType, value);
        return new Field(char.ToLowerInvariant(property.Name[0]) + property.Name[1..])
        {
            Shape = shapes.For(property.PropertyType),
            Optional = nullable || hasDefault,
            Default = value,
        };
    }
}

/// <summary>Compiled access to the members of a record.</summary>
internal static class RecordAccess
{
    public static Action<object, object?[]> Take(Type type, IReadOnlyList<(PropertyInfo? Property, int Parameter)> members)
    {
        var value = Expression.Parameter(typeof(object));
        var slots = Expression.Parameter(typeof(object[]));
        var typed = Expression.Variable(type);
        var steps = new List<Expression> { Expression.Assign(typed, Expression.Convert(value, type)) };
        for (var i = 0; i < members.Count; i++)
            if (members[i].Property is { } property)
                steps.Add(Expression.Assign(Expression.ArrayAccess(slots, Expression.Constant(i)), Expression.Convert(Expression.Property(typed, property), typeof(object))));
        return Expression.Lambda<Action<object, object?[]>>(Expression.Block([typed], steps), value, slots).Compile();
    }

    public static Func<object?[], object> Make(ConstructorInfo maker, IReadOnlyList<(PropertyInfo? Property, int Parameter)> members)
    {
        var slots = Expression.Parameter(typeof(object[]));
        Expression Slot(int i, Type type) => Expression.Convert(Expression.ArrayIndex(slots, Expression.Constant(i)), type);
        var arguments = new Expression[maker.GetParameters().Length];
        var bindings = new List<MemberBinding>();
        for (var i = 0; i < members.Count; i++)
        {
            var (property, parameter) = members[i];
            if (property is null) continue;
            if (parameter >= 0) arguments[parameter] = Slot(i, property.PropertyType);
            else bindings.Add(Expression.Bind(property, Slot(i, property.PropertyType)));
        }
        var made = Expression.MemberInit(Expression.New(maker, arguments), bindings);
        return Expression.Lambda<Func<object?[], object>>(Expression.Convert(made, typeof(object)), slots).Compile();
    }
}
